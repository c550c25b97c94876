// Sampling with equal probabilities and with given ones; multinomial counts.
#pragma once

#include <cstdint>
#include <new>
#include <numeric>
#include <unordered_set>
#include <vector>

#include "_counts.hpp"
#include "_generators.hpp"

namespace rnet {

// Numbers from 0..n-1 without replacement: the last of the pool fills each gap.
class Pool {
 public:
  explicit Pool(std::size_t n) : left_(n), numbers_(n > 0xffffffffu ? throw std::bad_alloc() : n) {
    std::iota(numbers_.begin(), numbers_.end(), 0u);
  }

  double operator()(Generator& g) {
    const auto j = static_cast<std::size_t>(g.index(static_cast<double>(left_)));
    const std::uint32_t drawn = numbers_[j];
    numbers_[j] = numbers_[--left_];
    return drawn;
  }

 private:
  std::size_t left_;
  std::vector<std::uint32_t> numbers_;
};

// The same from a huge population: numbers already drawn are drawn again.
class Distinct {
 public:
  Distinct(double n, std::size_t size) : n_(n) { seen_.reserve(size); }

  double operator()(Generator& g) {
    double drawn;
    do drawn = g.index(n_);
    while (!seen_.insert(drawn).second);
    return drawn;
  }

 private:
  double n_;
  std::unordered_set<double> seen_;
};

// Sort weights in decreasing order by Williams' (1964) heapsort, carrying their positions along.
// The order of equal weights is part of R's answer, so the sort must be this one.
inline void sort_decreasing(std::vector<double>& weight, std::vector<std::size_t>& position) {
  const std::size_t n = weight.size();
  if (n <= 1) return;
  const auto sift = [&](std::size_t hole, std::size_t end, double w, std::size_t p) {
    for (std::size_t child = 2 * hole + 1; child < end; child = 2 * hole + 1) {
      if (child + 1 < end && weight[child] > weight[child + 1]) ++child;
      if (!(w > weight[child])) break;
      weight[hole] = weight[child];
      position[hole] = position[child];
      hole = child;
    }
    weight[hole] = w;
    position[hole] = p;
  };
  for (std::size_t i = n / 2; i-- > 0;) sift(i, n, weight[i], position[i]);
  for (std::size_t end = n - 1; end > 0; --end) {
    const double w = weight[end];
    const std::size_t p = position[end];
    weight[end] = weight[0];
    position[end] = position[0];
    sift(0, end, w, p);
  }
}

// Weighted drawing by a walk along the probabilities in decreasing order.
class Walk {
 public:
  Walk(const double* probability, std::size_t n)
      : weight_(probability, probability + n), position_(n) {
    std::iota(position_.begin(), position_.end(), std::size_t{0});
    sort_decreasing(weight_, position_);
  }

  void cumulate() {
    for (std::size_t i = 1; i < weight_.size(); ++i) weight_[i] += weight_[i - 1];
  }

  // After `cumulate`: with replacement.
  double again(Generator& g) const {
    const double u = g.uniform();
    std::size_t j = 0;
    while (j + 1 < weight_.size() && u > weight_[j]) ++j;
    return static_cast<double>(position_[j]);
  }

  // Without replacement: what is drawn leaves the list.
  double once(Generator& g) {
    const double target = mass_ * g.uniform();
    double sum = 0.0;
    std::size_t j = 0;
    for (; j + 1 < weight_.size(); ++j) {
      sum += weight_[j];
      if (target <= sum) break;
    }
    const std::size_t drawn = position_[j];
    mass_ -= weight_[j];
    weight_.erase(weight_.begin() + static_cast<std::ptrdiff_t>(j));
    position_.erase(position_.begin() + static_cast<std::ptrdiff_t>(j));
    return static_cast<double>(drawn);
  }

 private:
  std::vector<double> weight_;
  std::vector<std::size_t> position_;
  double mass_ = 1.0;
};

// Walker's (1977) alias method: a cell drawn evenly is kept or exchanged for its other half.
class Alias {
 public:
  Alias(const double* probability, std::size_t n) : share_(n), other_(n) {
    std::vector<std::size_t> order(n);  // poor cells from the front, rich ones from the back
    std::size_t poor = 0, rich = n;
    for (std::size_t i = 0; i < n; ++i) {
      share_[i] = probability[i] * static_cast<double>(n);
      order[share_[i] < 1.0 ? poor++ : --rich] = i;
    }
    if (poor == 0 || rich == n) return;
    for (std::size_t k = 0; k + 1 < n; ++k) {
      const std::size_t i = order[k], j = order[rich];
      other_[i] = j;
      share_[j] += share_[i] - 1.0;
      if (share_[j] < 1.0 && ++rich >= n) break;
    }
  }

  double operator()(Generator& g) const {
    const double n = static_cast<double>(share_.size());
    if (g.sampler == Sampler::rejection) {
      const auto k = static_cast<std::size_t>(g.index(n));
      return chosen(k, g.uniform() < share_[k]);
    }
    const double u = g.uniform() * n;  // R before 3.6.0: one uniform for cell and half
    const auto k = static_cast<std::size_t>(u);
    return chosen(k, u < share_[k] + static_cast<double>(k));
  }

 private:
  std::vector<double> share_;
  std::vector<std::size_t> other_;

  double chosen(std::size_t cell, bool kept) const {
    return static_cast<double>(kept ? cell : other_[cell]);
  }
};

// One multinomial vector by successive binomials; the rest is kept in extended precision as in R.
class Multinomial {
 public:
  void operator()(Generator& g, int size, const double* probability, std::size_t cells,
                  double* out) {
    std::fill(out, out + cells, 0.0);
    long double rest = std::accumulate(probability, probability + cells, 0.0L);
    for (std::size_t k = 0; k + 1 < cells && size > 0; ++k) {
      if (probability[k] != 0.0) {
        const double p = static_cast<double>(probability[k] / rest);
        out[k] = p < 1.0 ? binomial_(g, size, p) : size;
        size -= static_cast<int>(out[k]);
      }
      rest -= probability[k];
    }
    if (size > 0) out[cells - 1] = size;
  }

 private:
  Binomial binomial_;
};

}  // namespace rnet
