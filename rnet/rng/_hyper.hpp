// Hypergeometric counts: Kachitvichyanukul and Schmeiser (1985), HIN and H2PE.
#pragma once

#include "_gamma.hpp"

namespace rnet {

class Hypergeometric {
 public:
  double operator()(Generator& g, double white, double black, double drawn) {
    if (!std::isfinite(white) || !std::isfinite(black) || !std::isfinite(drawn)) return kNaN;
    white = std::nearbyint(white);
    black = std::nearbyint(black);
    drawn = std::nearbyint(drawn);
    if (white < 0.0 || black < 0.0 || drawn < 0.0 || drawn > white + black) return kNaN;
    if (white != white_ || black != black_ || drawn != drawn_) prepare(white, black, drawn);
    double k = most_;
    if (least_ != most_) k = mode_ - least_ < 10.0 ? inversion(g) : h2pe(g);
    return untransformed(k);
  }

 private:
  double white_ = -1.0, black_ = -1.0, drawn_ = -1.0;
  double n1_ = 0.0, n2_ = 0.0, total_ = 0.0, k_ = 0.0;  // n1 <= n2, 2 k <= total
  double mode_ = 0.0, least_ = 0.0, most_ = 0.0;
  double first_ = 0.0;  // HIN: scaled probability of the least value
  double a_ = 0.0, left_ = 0.0, right_ = 0.0, left_rate_ = 0.0, right_rate_ = 0.0;
  double p1_ = 0.0, p2_ = 0.0, p3_ = 0.0;

  static constexpr double kScale = 1e25;
  static constexpr double kLogScale = 57.5646273248511421;  // log(1e25)

  // log(i!): a table, then Stirling's formula.
  static double log_factorial(double i) {
    static constexpr double table[8] = {
        0.0,
        0.0,
        0.69314718055994530941723212145817,
        1.79175946922805500081247735838070,
        3.17805383034794561964694160129705,
        4.78749174278204599424770093452324,
        6.57925121201010099506017829290394,
        8.52516136106541430016553103634712};
    if (i <= 7.0) return table[static_cast<int>(std::max(i, 0.0))];
    return (i + 0.5) * std::log(i) - i + 0.0833333333333333 / i -
           0.00277777777777778 / i / i / i + 0.9189385332;
  }

  // Logarithm of the probability of i over that of the mode. The terms are huge: their order counts.
  double log_ratio(double i) const {
    return a_ - log_factorial(i) - log_factorial(n1_ - i) - log_factorial(k_ - i) -
           log_factorial(n2_ - k_ + i);
  }

  void prepare(double white, double black, double drawn) {
    white_ = white;
    black_ = black;
    drawn_ = drawn;
    n1_ = std::min(white, black);
    n2_ = std::max(white, black);
    total_ = white + black;
    k_ = drawn + drawn >= total_ ? total_ - drawn : drawn;
    mode_ = std::floor((k_ + 1.0) * (n1_ + 1.0) / (total_ + 2.0));
    least_ = std::max(0.0, k_ - n2_);
    most_ = std::min(n1_, k_);
    if (least_ == most_) return;
    if (mode_ - least_ < 10.0)
      prepare_inversion();
    else
      prepare_h2pe();
  }

  void prepare_inversion() {
    const double logarithm =
        k_ < n2_ ? log_factorial(n2_) + log_factorial(n1_ + n2_ - k_) - log_factorial(n2_ - k_) -
                       log_factorial(n1_ + n2_)
                 : log_factorial(n1_) + log_factorial(k_) - log_factorial(k_ - n2_) -
                       log_factorial(n1_ + n2_);
    first_ = std::exp(kLogScale + logarithm);
  }

  double inversion(Generator& g) const {
    for (;;) {
      double i = least_;
      double u = g.uniform() * kScale;
      double p = first_;
      while (u > p) {
        u -= p;
        p *= (n1_ - i) * (k_ - i);
        i += 1.0;
        p = p / i / (n2_ - k_ + i);
        if (i > most_) break;
      }
      if (i <= most_) return i;
    }
  }

  void prepare_h2pe() {
    const double s = std::sqrt((total_ - k_) * k_ * n1_ * n2_ / (total_ - 1) / total_ / total_);
    const double d = std::trunc(1.5 * s) + 0.5;
    left_ = mode_ - d + 0.5;
    right_ = mode_ + d + 0.5;
    a_ = log_factorial(mode_) + log_factorial(n1_ - mode_) + log_factorial(k_ - mode_) +
         log_factorial(n2_ - k_ + mode_);
    const double left_mass = std::exp(log_ratio(left_));
    const double right_mass = std::exp(log_ratio(right_ - 1.0));
    left_rate_ = -std::log(left_ * (n2_ - k_ + left_) / (n1_ - left_ + 1) / (k_ - left_ + 1));
    right_rate_ = -std::log((n1_ - right_ + 1) * (k_ - right_ + 1) / right_ / (n2_ - k_ + right_));
    p1_ = d + d;
    p2_ = p1_ + left_mass / left_rate_;
    p3_ = p2_ + right_mass / right_rate_;
  }

  double h2pe(Generator& g) const {
    for (;;) {
      const double u = g.uniform() * p3_;
      double v = g.uniform();
      double i;
      if (u < p1_) {  // rectangle
        i = std::trunc(left_ + u);
      } else if (u <= p2_) {  // left tail
        i = std::trunc(left_ + std::log(v) / left_rate_);
        if (i < least_) continue;
        v *= (u - p1_) * left_rate_;
      } else {  // right tail
        i = std::trunc(right_ - std::log(v) / right_rate_);
        if (i > most_) continue;
        v *= (u - p2_) * right_rate_;
      }
      if (mode_ < 100.0 || i <= 50.0 ? v <= density_ratio(i) : accepted(i, v)) return i;
    }
  }

  double density_ratio(double y) const {
    double f = 1.0;
    for (double i = mode_ + 1; i <= y; ++i)
      f = f * (n1_ - i + 1.0) * (k_ - i + 1.0) / (n2_ - k_ + i) / i;
    for (double i = y + 1; i <= mode_; ++i)
      f = f * i * (n2_ - k_ + i) / (n1_ - i + 1.0) / (k_ - i + 1.0);
    return f;
  }

  static double series(double x) { return x * (1.0 + x * (-0.5 + x / 3.0)); }

  static double rest(double factor, double x) {
    const double value = factor * x * x * x * x;
    return x < 0.0 ? value / (1.0 + x) : value;
  }

  // Squeezes around the logarithm of the density ratio, then the ratio itself.
  bool accepted(double y, double v) const {
    const double y1 = y + 1.0, ym = y - mode_, yn = n1_ - y + 1.0, yk = k_ - y + 1.0;
    const double nk = n2_ - k_ + y1;
    const double r = -ym / y1, s = ym / yn, t = ym / yk, e = -ym / nk;
    const double g = yn * yk / (y1 * nk) - 1.0;
    const double dg = g < 0.0 ? 1.0 + g : 1.0;
    const double gu = series(g);
    const double gl = gu - 0.25 * (g * g * g * g) / dg;
    const double xm = mode_ + 0.5, xn = n1_ - mode_ + 0.5, xk = k_ - mode_ + 0.5;
    const double nm = n2_ - k_ + xm;
    const double upper = xm * series(r) + xn * series(s) + xk * series(t) + nm * series(e) +
                         y * gu - mode_ * gl + 0.0034;
    const double log_v = std::log(v);
    if (log_v > upper) return false;
    const double slack = rest(xm, r) + rest(xn, s) + rest(xk, t) + rest(nm, e);
    if (log_v < upper - 0.25 * slack + (y + mode_) * (gl - gu) - 0.0078) return true;
    return log_v <= log_ratio(y);
  }

  double untransformed(double i) const {
    if (drawn_ + drawn_ >= total_) return white_ > black_ ? drawn_ - black_ + i : white_ - i;
    return white_ > black_ ? drawn_ - i : i;
  }
};

}  // namespace rnet
