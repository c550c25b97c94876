// Knuth's lagged Fibonacci generator, ran_array of The Art of Computer Programming, volume 2, third
// edition, ninth printing (2002): x[j] = x[j - 100] - x[j - 37] mod 2^30. Of every 1009 numbers the
// first hundred are used.
#pragma once

#include <cstdint>
#include <vector>

namespace rnet::knuth {

constexpr int kLong = 100, kShort = 37, kKept = 1009, kSeparation = 70;
constexpr std::uint32_t kModulus = 1u << 30;

inline std::uint32_t difference(std::uint32_t x, std::uint32_t y) {
  return (x - y) & (kModulus - 1);
}

// Run the recursion n steps beyond the state, which becomes the last hundred numbers.
inline void advance(std::uint32_t* state, int n) {
  std::vector<std::uint32_t> x(state, state + kLong);
  x.resize(static_cast<std::size_t>(n + kLong));
  for (int j = kLong; j < n + kLong; ++j) x[j] = difference(x[j - kLong], x[j - kShort]);
  std::copy(x.end() - kLong, x.end(), state);
}

inline void next_hundred(std::uint32_t* state) { advance(state, kKept); }

// The state for a seed: x^(2^70 + seed) modulo the recursion's polynomial, by repeated squaring.
inline void start(std::uint32_t* state, std::uint32_t seed) {
  std::uint32_t x[2 * kLong - 1] = {};
  std::uint32_t s = (seed + 2) & (kModulus - 2);
  for (int j = 0; j < kLong; ++j) {
    x[j] = s;
    s <<= 1;
    if (s >= kModulus) s -= kModulus - 2;
  }
  ++x[1];
  s = seed & (kModulus - 1);
  for (int left = kSeparation - 1; left > 0;) {
    for (int j = kLong - 1; j > 0; --j) {  // square
      x[2 * j] = x[j];
      x[2 * j - 1] = 0;
    }
    for (int j = 2 * kLong - 2; j >= kLong; --j) {
      x[j - (kLong - kShort)] = difference(x[j - (kLong - kShort)], x[j]);
      x[j - kLong] = difference(x[j - kLong], x[j]);
    }
    if (s & 1u) {  // multiply by x
      for (int j = kLong; j > 0; --j) x[j] = x[j - 1];
      x[0] = x[kLong];
      x[kShort] = difference(x[kShort], x[kLong]);
    }
    if (s != 0)
      s >>= 1;
    else
      --left;
  }
  for (int j = 0; j < kShort; ++j) state[j + kLong - kShort] = x[j];
  for (int j = kShort; j < kLong; ++j) state[j - kShort] = x[j];
  for (int j = 0; j < 10; ++j) advance(state, 2 * kLong - 1);
}

}  // namespace rnet::knuth
