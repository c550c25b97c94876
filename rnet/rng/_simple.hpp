// Distributions that are one formula of a uniform, a normal or an exponential; rank sums.
#pragma once

#include <vector>

#include "_gamma.hpp"
#include "_normal.hpp"

namespace rnet {

struct UniformBetween {
  double operator()(Generator& g, double low, double high) const {
    if (!std::isfinite(low) || !std::isfinite(high) || high < low) return kNaN;
    return low == high ? low : low + (high - low) * g.uniform();
  }
};

struct NormalAt {
  double operator()(Generator& g, double mean, double sd) const {
    if (std::isnan(mean) || !std::isfinite(sd) || sd < 0.0) return kNaN;
    return sd == 0.0 || std::isinf(mean) ? mean : mean + sd * g.normal();
  }
};

struct LogNormal {
  double operator()(Generator& g, double mean, double sd) const {
    if (std::isnan(mean) || !std::isfinite(sd) || sd < 0.0) return kNaN;
    return std::exp(NormalAt()(g, mean, sd));
  }
};

struct Exponential {
  double operator()(Generator& g, double scale) const {
    if (!std::isfinite(scale) || scale <= 0.0) return scale == 0.0 ? 0.0 : kNaN;
    return scale * g.exponential();
  }
};

struct Cauchy {
  double operator()(Generator& g, double location, double scale) const {
    if (std::isnan(location) || !std::isfinite(scale) || scale < 0.0) return kNaN;
    if (scale == 0.0 || std::isinf(location)) return location;
    return location + scale * std::tan(3.141592653589793238462643383280 * g.uniform());
  }
};

struct Logistic {
  double operator()(Generator& g, double location, double scale) const {
    if (std::isnan(location) || !std::isfinite(scale)) return kNaN;
    if (scale == 0.0 || std::isinf(location)) return location;
    const double u = g.uniform();
    return location + scale * std::log(u / (1.0 - u));
  }
};

struct Weibull {
  double operator()(Generator& g, double shape, double scale) const {
    if (!std::isfinite(shape) || !std::isfinite(scale) || shape <= 0.0 || scale <= 0.0)
      return scale == 0.0 ? 0.0 : kNaN;
    return scale * std::pow(-std::log(g.uniform()), 1.0 / shape);
  }
};

// Wilcoxon's signed rank statistic: each rank counts or does not.
struct SignedRank {
  double operator()(Generator& g, double n) const {
    if (std::isnan(n)) return n;
    n = std::nearbyint(n);
    if (n < 0.0) return kNaN;
    double sum = 0.0;
    const int ranks = n <= 2147483647.0 ? static_cast<int>(n) : 0;  // as R's own overflow
    for (int i = 1; i <= ranks; ++i) sum += i * std::floor(g.uniform() + 0.5);
    return sum;
  }
};

// Wilcoxon's rank sum: n ranks drawn from m + n without replacement.
class RankSum {
 public:
  double operator()(Generator& g, double m, double n) {
    if (std::isnan(m) || std::isnan(n)) return m + n;
    m = std::nearbyint(m);
    n = std::nearbyint(n);
    if (m < 0.0 || n < 0.0) return kNaN;
    if (m == 0.0 || n == 0.0) return 0.0;
    auto left = static_cast<std::size_t>(m + n);
    pool_.resize(left);
    for (std::size_t i = 0; i < left; ++i) pool_[i] = static_cast<double>(i);
    double sum = 0.0;
    for (double i = 0; i < n; ++i) {
      const auto j = static_cast<std::size_t>(g.index(static_cast<double>(left)));
      sum += pool_[j];
      pool_[j] = pool_[--left];
    }
    return sum - n * (n - 1.0) / 2.0;
  }

 private:
  std::vector<double> pool_;
};

}  // namespace rnet
