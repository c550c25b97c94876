// Gamma, beta and what is made of them.
//
// Ahrens and Dieter (1982), "Generating gamma variates by a modified rejection technique" (GD),
// for shapes from one; Ahrens and Dieter (1974), GS, below. Cheng (1978), BB and BC, for the beta.
#pragma once

#include <limits>

#include "_generators.hpp"

namespace rnet {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// c[0] + c[1] x + ... by Horner's rule.
template <std::size_t N>
inline double polynomial(const double (&c)[N], double x) {
  double sum = c[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

class Gamma {
 public:
  double operator()(Generator& g, double shape, double scale) {
    if (std::isnan(shape) || std::isnan(scale)) return kNaN;
    if (shape <= 0.0 || scale <= 0.0) return shape == 0.0 || scale == 0.0 ? 0.0 : kNaN;
    if (std::isinf(shape) || std::isinf(scale)) return kInfinity;
    return shape < 1.0 ? scale * small_shape(g, shape) : large_shape(g, shape, scale);
  }

 private:
  double shape_ = 0.0;  // the shape the constants below were made for
  double s2_ = 0.0, s_ = 0.0, d_ = 0.0;
  double tail_shape_ = 0.0;  // ... and the constants of the slower steps
  double q0_ = 0.0, b_ = 0.0, sigma_ = 0.0, c_ = 0.0;

  static double small_shape(Generator& g, double shape) {
    const double border = 1.0 + 0.36787944117144233 * shape;  // exp(-1)
    for (;;) {
      const double p = border * g.uniform();
      if (p >= 1.0) {
        const double x = -std::log((border - p) / shape);
        if (g.exponential() >= (1.0 - shape) * std::log(x)) return x;
      } else {
        const double x = std::exp(std::log(p) / shape);
        if (g.exponential() >= x) return x;
      }
    }
  }

  double large_shape(Generator& g, double shape, double scale) {
    if (shape != shape_) {
      shape_ = shape;
      s2_ = shape - 0.5;
      s_ = std::sqrt(s2_);
      d_ = 5.656854249492380195206754896838 - 12.0 * s_;  // sqrt(32)
    }
    double t = g.normal();
    double x = s_ + 0.5 * t;
    const double squared = x * x;
    if (t >= 0.0) return scale * squared;
    double u = g.uniform();
    if (d_ * u <= t * t * t) return scale * squared;
    prepare_tail(shape);
    if (x > 0.0 && std::log(1.0 - u) <= quotient(t)) return scale * squared;
    for (;;) {  // double exponential rejection
      const double e = g.exponential();
      u = g.uniform();
      u = u + u - 1.0;
      t = u < 0.0 ? b_ - sigma_ * e : b_ + sigma_ * e;
      if (t < -0.71874483771719) continue;
      const double q = quotient(t);
      if (q <= 0.0) continue;
      if (c_ * std::fabs(u) <= std::expm1(q) * std::exp(e - 0.5 * t * t)) break;
    }
    x = s_ + 0.5 * t;
    return scale * x * x;
  }

  void prepare_tail(double shape) {
    static constexpr double q[8] = {0.0,        0.04166669, 0.02083148, 0.00801191,
                                    0.00144121, -7.388e-5,  2.4511e-4,  2.424e-4};
    if (shape == tail_shape_) return;
    tail_shape_ = shape;
    q0_ = polynomial(q, 1.0 / shape);
    if (shape <= 3.686) {
      b_ = 0.463 + s_ + 0.178 * s2_;
      sigma_ = 1.235;
      c_ = 0.195 / s_ - 0.079 + 0.16 * s_;
    } else if (shape <= 13.022) {
      b_ = 1.654 + 0.0076 * s2_;
      sigma_ = 1.68 / s_ + 0.275;
      c_ = 0.062 / s_ + 0.024;
    } else {
      b_ = 1.77;
      sigma_ = 0.75;
      c_ = 0.1515 / s_;
    }
  }

  // Logarithm of the quotient of gamma and normal density at t.
  double quotient(double t) const {
    static constexpr double a[8] = {0.0,        0.3333333, -0.250003,  0.2000062,
                                    -0.1662921, 0.1423657, -0.1367177, 0.1233795};
    const double v = t / (s_ + s_);
    if (std::fabs(v) <= 0.25) return q0_ + 0.5 * t * t * polynomial(a, v);
    return q0_ - s_ * t + 0.25 * t * t + (s2_ + s2_) * std::log(1.0 + v);
  }
};

class Beta {
 public:
  double operator()(Generator& g, double a, double b) {
    if (std::isnan(a) || std::isnan(b) || a < 0.0 || b < 0.0) return kNaN;
    if (std::isinf(a) && std::isinf(b)) return 0.5;
    if (a == 0.0 && b == 0.0) return g.uniform() < 0.5 ? 0.0 : 1.0;
    if (std::isinf(a) || b == 0.0) return 1.0;
    if (std::isinf(b) || a == 0.0) return 0.0;
    if (a != first_ || b != second_) prepare(a, b);
    return small_ <= 1.0 ? cheng_bc(g) : cheng_bb(g);
  }

 private:
  double first_ = -1.0, second_ = -1.0;
  double small_ = 0.0, large_ = 0.0, sum_ = 0.0;
  double beta_ = 0.0, gamma_ = 0.0, k1_ = 0.0, k2_ = 0.0;

  void prepare(double a, double b) {
    first_ = a;
    second_ = b;
    small_ = std::min(a, b);
    large_ = std::max(a, b);
    sum_ = small_ + large_;
    if (small_ <= 1.0) {
      beta_ = 1.0 / small_;
      const double delta = 1.0 + large_ - small_;
      k1_ = delta * (0.0138889 + 0.0416667 * small_) / (large_ * beta_ - 0.777778);
      k2_ = 0.25 + (0.5 + 0.25 / delta) * small_;
    } else {
      beta_ = std::sqrt((sum_ - 2.0) / (2.0 * small_ * large_ - sum_));
      gamma_ = small_ + 1.0 / beta_;
    }
  }

  // factor * exp(v), held below infinity.
  static double grown(double factor, double v) {
    constexpr double limit = 1024.0 * 0.693147180559945309417232121458;
    constexpr double largest = std::numeric_limits<double>::max();
    if (v > limit) return largest;
    const double w = factor * std::exp(v);
    return std::isinf(w) ? largest : w;
  }

  double log_odds(double u) const { return beta_ * std::log(u / (1.0 - u)); }

  double cheng_bc(Generator& g) const {
    double v, w;
    for (;;) {
      const double u1 = g.uniform();
      const double u2 = g.uniform();
      double z;
      if (u1 < 0.5) {
        const double y = u1 * u2;
        z = u1 * y;
        if (0.25 * u2 + z - y >= k1_) continue;
      } else {
        z = u1 * u1 * u2;
        if (z <= 0.25) {
          w = grown(large_, log_odds(u1));
          break;
        }
        if (z >= k2_) continue;
      }
      v = log_odds(u1);
      w = grown(large_, v);
      if (sum_ * (std::log(sum_ / (small_ + w)) + v) - 1.3862944 >= std::log(z)) break;
    }
    return first_ == small_ ? small_ / (small_ + w) : w / (small_ + w);
  }

  double cheng_bb(Generator& g) const {
    double w;
    for (;;) {
      const double u1 = g.uniform();
      const double u2 = g.uniform();
      const double v = log_odds(u1);
      w = grown(small_, v);
      const double z = u1 * u1 * u2;
      const double r = gamma_ * v - 1.3862944;
      const double s = small_ + r - w;
      if (s + 2.609438 >= 5.0 * z) break;
      const double t = std::log(z);
      if (s > t) break;
      if (r + sum_ * std::log(sum_ / (large_ + w)) >= t) break;
    }
    return first_ != small_ ? large_ / (large_ + w) : w / (large_ + w);
  }
};

class ChiSquared {
 public:
  double operator()(Generator& g, double df) {
    if (!std::isfinite(df) || df < 0.0) return kNaN;
    return gamma_(g, df / 2.0, 2.0);
  }

 private:
  Gamma gamma_;
};

class StudentT {
 public:
  double operator()(Generator& g, double df) {
    if (std::isnan(df) || df <= 0.0) return kNaN;
    const double z = g.normal();
    return std::isinf(df) ? z : z / std::sqrt(chi_squared_(g, df) / df);
  }

 private:
  ChiSquared chi_squared_;
};

class FisherF {
 public:
  double operator()(Generator& g, double df1, double df2) {
    if (std::isnan(df1) || std::isnan(df2) || df1 <= 0.0 || df2 <= 0.0) return kNaN;
    const double top = mean_square(g, df1);
    return top / mean_square(g, df2);
  }

 private:
  ChiSquared chi_squared_;

  double mean_square(Generator& g, double df) {
    return std::isinf(df) ? 1.0 : chi_squared_(g, df) / df;
  }
};

}  // namespace rnet
