// Counts: Poisson (Ahrens and Dieter 1982, PD), binomial (Kachitvichyanukul and Schmeiser 1988,
// BTPE) and their mixtures.
#pragma once

#include "_gamma.hpp"

namespace rnet {

class Poisson {
 public:
  double operator()(Generator& g, double mean) {
    if (!std::isfinite(mean) || mean < 0.0) return kNaN;
    if (mean <= 0.0) return 0.0;
    return mean >= 10.0 ? large_mean(g, mean) : small_mean(g, mean);
  }

 private:
  static constexpr int kTable = 36;
  static constexpr double kInverseRootTwoPi = 0.398942280401432677939946059934;

  double table_mean_ = -1.0;
  double table_[kTable];  // cumulated probabilities
  int known_ = 0;
  double last_ = 0.0;  // probability of the last count in the table

  double mean_ = -1.0, s_ = 0.0, d_ = 0.0, sure_ = 0.0;
  double tail_mean_ = -1.0;
  double omega_ = 0.0, c0_ = 0.0, c1_ = 0.0, c2_ = 0.0, c3_ = 0.0, c_ = 0.0;

  // Table look-up; the table grows as far as it is needed.
  double small_mean(Generator& g, double mean) {
    if (mean != table_mean_) {
      table_mean_ = mean;
      known_ = 0;
      table_[0] = last_ = std::exp(-mean);
    }
    for (;;) {
      const double u = g.uniform();
      for (int k = 0; k < kTable; ++k) {
        if (k > known_) {
          last_ *= mean / k;
          table_[k] = table_[k - 1] + last_;
          known_ = k;
        }
        if (u <= table_[k]) return k;
      }
    }
  }

  struct Densities {
    double px, py, fx, fy;
  };

  double large_mean(Generator& g, double mean) {
    if (mean != mean_) {
      mean_ = mean;
      s_ = std::sqrt(mean);
      d_ = 6.0 * mean * mean;
      sure_ = std::floor(mean - 1.1484);
    }
    const double normal = mean + s_ * g.normal();
    if (normal >= 0.0) {
      const double k = std::floor(normal);
      if (k >= sure_) return k;
      const double gap = mean - k;
      const double u = g.uniform();
      if (d_ * u >= gap * gap * gap) return k;
      prepare_tail();
      const Densities f = densities(k);
      if (f.fy - u * f.fy <= f.py * std::exp(f.px - f.fx)) return k;
    } else {
      prepare_tail();
    }
    for (;;) {  // double exponential rejection
      const double e = g.exponential();
      const double u = 2.0 * g.uniform() - 1.0;
      const double t = 1.8 + std::copysign(e, u);
      if (t <= -0.6744) continue;
      const double k = std::floor(mean + s_ * t);
      const Densities f = densities(k);
      if (c_ * std::fabs(u) <= f.py * std::exp(f.px + e) - f.fy * std::exp(f.fx + e)) return k;
    }
  }

  void prepare_tail() {
    if (mean_ == tail_mean_) return;
    tail_mean_ = mean_;
    omega_ = kInverseRootTwoPi / s_;
    const double b1 = 1.0 / (24.0 * mean_);
    const double b2 = 0.3 * b1 * b1;
    c3_ = 1.0 / 7.0 * b1 * b2;
    c2_ = b2 - 15.0 * c3_;
    c1_ = b1 - 6.0 * b2 + 45.0 * c3_;
    c0_ = 1.0 - b1 + 3.0 * b2 - 15.0 * c3_;
    c_ = 0.1069 / mean_;
  }

  // The Poisson probability py exp(px) and the discrete normal one fy exp(fx) of k.
  Densities densities(double k) const {
    static constexpr double a[8] = {-0.5,       0.3333333, -0.2500068, 0.2000118,
                                    -0.1661269, 0.1421878, -0.1384794, 0.1250060};
    static constexpr double factorial[10] = {1., 1., 2., 6., 24., 120., 720., 5040., 40320., 362880.};
    Densities f;
    const double gap = mean_ - k;
    if (k < 10.0) {
      f.px = -mean_;
      f.py = std::pow(mean_, k) / factorial[static_cast<int>(k)];
    } else {
      double del = 0.083333333333 / k;
      del -= 4.8 * del * del * del;
      const double v = gap / k;
      f.px = std::fabs(v) <= 0.25 ? k * v * v * polynomial(a, v) - del
                                  : k * std::log(1.0 + v) - gap - del;
      f.py = kInverseRootTwoPi / std::sqrt(k);
    }
    double x = (0.5 - gap) / s_;
    x *= x;
    f.fx = -0.5 * x;
    f.fy = omega_ * (((c3_ * x + c2_) * x + c1_) * x + c0_);
    return f;
  }
};

class Binomial {
 public:
  double operator()(Generator& g, double size, double prob) {
    if (!std::isfinite(size) || std::nearbyint(size) != size) return kNaN;
    if (!std::isfinite(prob) || size < 0.0 || prob < 0.0 || prob > 1.0) return kNaN;
    if (size == 0.0 || prob == 0.0) return 0.0;
    if (prob == 1.0) return size;
    const int n = static_cast<int>(size);
    if (n != n_ || prob != prob_) prepare(n, prob);
    const int k = np_ < 30.0 ? inversion(g) : btpe(g);
    return prob > 0.5 ? n - k : k;
  }

 private:
  int n_ = -1;
  double prob_ = -1.0;
  double p_ = 0.0, q_ = 0.0, np_ = 0.0, odds_ = 0.0, g_ = 0.0;
  double none_ = 0.0;  // probability of zero
  int mode_ = 0;
  double npq_ = 0.0, centre_ = 0.0, fm_ = 0.0, left_ = 0.0, right_ = 0.0, c_ = 0.0;
  double left_rate_ = 0.0, right_rate_ = 0.0;
  double p1_ = 0.0, p2_ = 0.0, p3_ = 0.0, p4_ = 0.0;

  void prepare(int n, double prob) {
    n_ = n;
    prob_ = prob;
    p_ = std::min(prob, 1.0 - prob);
    q_ = 1.0 - p_;
    np_ = n * p_;
    odds_ = p_ / q_;
    g_ = odds_ * (n + 1.0);
    if (np_ < 30.0) {
      none_ = std::pow(q_, static_cast<double>(n));
      return;
    }
    fm_ = np_ + p_;
    mode_ = static_cast<int>(fm_);
    npq_ = np_ * q_;
    p1_ = static_cast<int>(2.195 * std::sqrt(npq_) - 4.6 * q_) + 0.5;
    centre_ = mode_ + 0.5;
    left_ = centre_ - p1_;
    right_ = centre_ + p1_;
    c_ = 0.134 + 20.5 / (15.3 + mode_);
    double a = (fm_ - left_) / (fm_ - left_ * p_);
    left_rate_ = a * (1.0 + 0.5 * a);
    a = (right_ - fm_) / (right_ * q_);
    right_rate_ = a * (1.0 + 0.5 * a);
    p2_ = p1_ * (1.0 + c_ + c_);
    p3_ = p2_ + c_ / left_rate_;
    p4_ = p3_ + c_ / right_rate_;
  }

  int inversion(Generator& g) const {
    for (;;) {
      double f = none_;
      double u = g.uniform();
      for (int k = 0; k <= 110;) {
        if (u < f) return k;
        u -= f;
        ++k;
        f *= g_ / k - odds_;
      }
    }
  }

  int btpe(Generator& g) const {
    for (;;) {
      const double u = g.uniform() * p4_;
      double v = g.uniform();
      int k;
      if (u <= p1_) return static_cast<int>(centre_ - p1_ * v + u);  // triangle
      if (u <= p2_) {                                                // parallelogram
        const double x = left_ + (u - p1_) / c_;
        v = v * c_ + 1.0 - std::fabs(centre_ - x) / p1_;
        if (v > 1.0 || v <= 0.0) continue;
        k = static_cast<int>(x);
      } else if (u > p3_) {  // right tail
        k = static_cast<int>(right_ - std::log(v) / right_rate_);
        if (k > n_) continue;
        v *= (u - p3_) * right_rate_;
      } else {  // left tail
        k = static_cast<int>(left_ + std::log(v) / left_rate_);
        if (k < 0) continue;
        v *= (u - p2_) * left_rate_;
      }
      if (accepted(k, v)) return k;
    }
  }

  bool accepted(int k, double v) const {
    const int away = std::abs(k - mode_);
    if (away <= 20 || away >= npq_ / 2 - 1) {
      double f = 1.0;
      for (int i = mode_ + 1; i <= k; ++i) f *= g_ / i - odds_;
      for (int i = k + 1; i <= mode_; ++i) f /= g_ / i - odds_;
      return v <= f;
    }
    const double slack =
        (away / npq_) * ((away * (away / 3.0 + 0.625) + 0.1666666666666) / npq_ + 0.5);
    // R squares a 32-bit integer, which wraps from 46341 on; so must this.
    const auto wrapped = static_cast<std::int32_t>(-static_cast<std::uint32_t>(away) *
                                                   static_cast<std::uint32_t>(away));
    const double normal = wrapped / (2.0 * npq_);
    const double log_v = std::log(v);
    if (log_v < normal - slack) return true;
    if (log_v > normal + slack) return false;
    const double x1 = k + 1;
    const double f1 = mode_ + 1.0;
    const double z = n_ + 1.0 - mode_;
    const double w = n_ - k + 1.0;
    return log_v <= centre_ * std::log(f1 / x1) + (n_ - mode_ + 0.5) * std::log(z / w) +
                        (k - mode_) * std::log(w * p_ / (x1 * q_)) + stirling(f1) + stirling(z) +
                        stirling(x1) + stirling(w);
  }

  static double stirling(double x) {
    const double x2 = x * x;
    return (13860.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0;
  }
};

class Geometric {
 public:
  double operator()(Generator& g, double prob) {
    if (!std::isfinite(prob) || prob <= 0.0 || prob > 1.0) return kNaN;
    return poisson_(g, g.exponential() * ((1.0 - prob) / prob));
  }

 private:
  Poisson poisson_;
};

class NegativeBinomial {
 public:
  double operator()(Generator& g, double size, double prob) {
    if (!std::isfinite(prob) || std::isnan(size) || size <= 0.0 || prob <= 0.0 || prob > 1.0)
      return kNaN;
    if (std::isinf(size)) size = std::numeric_limits<double>::max() / 2.0;
    return prob == 1.0 ? 0.0 : poisson_(g, gamma_(g, size, (1.0 - prob) / prob));
  }

 private:
  Gamma gamma_;
  Poisson poisson_;
};

class NegativeBinomialMean {
 public:
  double operator()(Generator& g, double size, double mean) {
    if (std::isnan(size) || !std::isfinite(mean) || size <= 0.0 || mean < 0.0) return kNaN;
    if (std::isinf(size)) size = std::numeric_limits<double>::max() / 2.0;
    return mean == 0.0 ? 0.0 : poisson_(g, gamma_(g, size, mean / size));
  }

 private:
  Gamma gamma_;
  Poisson poisson_;
};

class NoncentralChiSquared {
 public:
  double operator()(Generator& g, double df, double ncp) {
    if (std::isnan(df) || !std::isfinite(ncp) || df < 0.0 || ncp < 0.0) return kNaN;
    if (ncp == 0.0) return df == 0.0 ? 0.0 : gamma_(g, df / 2.0, 2.0);
    double value = poisson_(g, ncp / 2.0);
    if (value > 0.0) value = shifted_(g, 2.0 * value);
    if (df > 0.0) value += gamma_(g, df / 2.0, 2.0);
    return value;
  }

 private:
  Poisson poisson_;
  ChiSquared shifted_;
  Gamma gamma_;
};

}  // namespace rnet
