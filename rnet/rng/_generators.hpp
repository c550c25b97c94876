// The uniform generators and the standard normal, exactly as R runs them.
//
// Matsumoto and Nishimura (1998) for the Mersenne-Twister; Wichmann and Hill (1982), Marsaglia's
// multicarry and Super-Duper, Knuth (2002) and L'Ecuyer (1999, MRG32k3a) come along.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "_knuth.hpp"

namespace rnet {

enum class Uniform {
  wichmann_hill = 0,
  marsaglia = 1,
  super_duper = 2,
  mersenne = 3,
  knuth = 6,
  lecuyer = 7
};
enum class Normal { ahrens_dieter = 1, box_muller = 2, inversion = 4, kinderman_ramage = 5 };
enum class Sampler { rounding = 0, rejection = 1 };

// 1 / (2^32 - 1), to the digits R uses: keeps a uniform off the borders of (0, 1).
constexpr double kInverseWord = 2.328306437080797e-10;
constexpr double kWordToUnit = 2.3283064365386963e-10;

inline double off_the_borders(double u) {
  if (u <= 0.0) return 0.5 * kInverseWord;
  if (1.0 - u <= 0.0) return 1.0 - 0.5 * kInverseWord;
  return u;
}

// Wichura's (1988) AS 241, PPND16, for 0 < p < 1.
inline double normal_quantile(double p);

class Generator {
 public:
  static constexpr int kWords = 624;
  static constexpr int kKnuth = knuth::kLong;

  Uniform kind = Uniform::mersenne;
  Normal normal_kind = Normal::inversion;
  Sampler sampler = Sampler::rejection;

  // The state words R stores after the code of the kinds (without the position of the twister).
  std::array<std::uint32_t, kWords> words{};
  int position = kWords;
  double kept_normal = 0.0;  // the second value of a Box-Muller pair; 0 when there is none

  int word_count() const {
    switch (kind) {
      case Uniform::wichmann_hill: return 3;
      case Uniform::marsaglia:
      case Uniform::super_duper: return 2;
      case Uniform::lecuyer: return 6;
      case Uniform::knuth: return kKnuth;
      default: return kWords;
    }
  }

  // Fill the state from one number with the congruential generator 69069 x + 1.
  void seed(std::uint32_t x) {
    kept_normal = 0.0;
    for (int i = 0; i < 50; ++i) x = 69069u * x + 1u;
    position = word_count();
    if (kind == Uniform::knuth) {
      knuth::start(words.data(), x % 1073741821u);
      return;
    }
    if (kind == Uniform::mersenne) x = 69069u * x + 1u;  // this value is the position's place
    const int count = word_count();
    for (int i = 0; i < count; ++i) {
      x = 69069u * x + 1u;
      if (kind == Uniform::lecuyer) {
        while (x >= kModulus2) x = 69069u * x + 1u;
      }
      words[i] = x;
    }
    repair();
  }

  // Move words that would stop a generator to the nearest ones that do not.
  void repair() {
    switch (kind) {
      case Uniform::wichmann_hill: {
        constexpr std::uint32_t moduli[3] = {30269u, 30307u, 30323u};
        for (int i = 0; i < 3; ++i) {
          words[i] %= moduli[i];
          if (words[i] == 0) words[i] = 1;
        }
        break;
      }
      case Uniform::marsaglia:
        for (int i = 0; i < 2; ++i)
          if (words[i] == 0) words[i] = 1;
        break;
      case Uniform::super_duper:
        if (words[0] == 0) words[0] = 1;
        words[1] |= 1u;
        break;
      default: break;
    }
  }

  double uniform() {
    if (kind == Uniform::mersenne) return off_the_borders(next_word() * kWordToUnit);
    return other_uniform();
  }

  double normal() {
    if (normal_kind == Normal::inversion) return normal_quantile(inversion_argument());
    return other_normal();
  }

  // Ahrens and Dieter (1972), algorithm SA.
  double exponential();

  // A uniform integer in [0, n), n possibly beyond 2^32.
  double index(double n) { return sampler == Sampler::rejection ? rejected(n) : rounded(n); }

  // The argument of the normal quantile: two uniforms glued to one of 53 bits.
  static double glued(double high, double low) {
    constexpr double big = 134217728.0;  // 2^27
    return (static_cast<int>(big * high) + low) / big;
  }

  double inversion_argument() {
    const double high = uniform();
    return glued(high, uniform());
  }

  std::uint32_t next_word() {
    if (position >= kWords) twist();
    return tempered(words[position++]);
  }

  // As many twister uniforms, in loops the compiler vectorises.
  void fill_tempered(double* out, std::size_t n) {
    while (n > 0) {
      if (position >= kWords) twist();
      const std::size_t count = std::min(n, static_cast<std::size_t>(kWords - position));
      const std::uint32_t* from = words.data() + position;
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t y = tempered(from[i]);
        // By way of a signed integer, which processors convert at once; exact all the same.
        const double word = static_cast<std::int32_t>(y ^ 0x80000000u) + 2147483648.0;
        out[i] = y == 0 ? 0.5 * kInverseWord : word * kWordToUnit;
      }
      position += static_cast<int>(count);
      out += count;
      n -= count;
    }
  }

 private:
  static constexpr std::uint32_t kModulus1 = 4294967087u;
  static constexpr std::uint32_t kModulus2 = 4294944443u;

  static std::uint32_t tempered(std::uint32_t y) {
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
  }

  void twist() {
    constexpr int shift = 397;
    const auto mixed = [this](int here, int next, int far) {
      const std::uint32_t y = (words[here] & 0x80000000u) | (words[next] & 0x7fffffffu);
      words[here] = words[far] ^ (y >> 1) ^ ((0u - (y & 1u)) & 0x9908b0dfu);
    };
    for (int i = 0; i < kWords - shift; ++i) mixed(i, i + 1, i + shift);
    for (int i = kWords - shift; i < kWords - 1; ++i) mixed(i, i + 1, i + shift - kWords);
    mixed(kWords - 1, 0, shift - 1);
    position = 0;
  }

  double other_uniform();
  double other_normal();
  double kinderman_ramage();

  // As many random bits as n needs, taken 16 at a time; too large a number is thrown away.
  double rejected(double n) {
    if (n <= 0.0) return 0.0;
    const int bits = bits_for(n);
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    for (;;) {
      std::uint64_t v = 0;  // bits beyond its 64 are lost, and not asked for
      for (int have = 0; have <= bits; have += 16)
        v = 65536 * v + static_cast<std::uint64_t>(uniform() * 65536.0);
      const auto value = static_cast<double>(v & mask);
      if (value < n) return value;
    }
  }

  // ceil(log2(n)), by the exponent: the mantissa lies in [1/2, 1). For huge n the rounding of
  // R's logarithm shows: 2^50 + 1 gets 50 bits.
  static int bits_for(double n) {
    if (n > 1099511627776.0) return static_cast<int>(std::ceil(std::log2(n)));
    int exponent;
    const double mantissa = std::frexp(n, &exponent);
    return mantissa == 0.5 ? exponent - 1 : exponent;
  }

  // R before 3.6.0: floor(n u), with a second uniform for the low bits of large n.
  double rounded(double n) {
    const double limit = kind == Uniform::knuth ? 33554431.0 : 2147483647.0;
    if (n <= limit) return std::floor(n * uniform());
    constexpr double big = 33554432.0;  // 2^25
    const double high = std::floor(big * uniform());
    return std::floor(n * ((high + uniform()) / big));
  }
};

}  // namespace rnet
