// Sampling with equal probabilities and with given ones.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "_generators.hpp"

namespace rnet {

// `size` of the numbers 0..n-1 without replacement: the last of the pool fills each gap.
inline void draw_from_pool(Generator& g, std::size_t n, double* out, std::size_t size) {
  std::vector<double> pool(n);
  for (std::size_t i = 0; i < n; ++i) pool[i] = static_cast<double>(i);
  for (std::size_t i = 0; i < size; ++i) {
    const auto j = static_cast<std::size_t>(g.index(static_cast<double>(n)));
    out[i] = pool[j];
    pool[j] = pool[--n];
  }
}

// The same from a huge population: numbers already drawn are drawn again.
inline void draw_distinct(Generator& g, double n, double* out, std::size_t size) {
  std::unordered_set<double> seen;
  seen.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    do out[i] = g.index(n);
    while (!seen.insert(out[i]).second);
  }
}

}  // namespace rnet
