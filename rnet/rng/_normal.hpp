// Standard normals and exponentials: Wichura's AS 241 and the older ways to a normal.
#pragma once

#include "_forsythe.hpp"
#include "_generators.hpp"

namespace rnet {

namespace as241 {

// A factor times a quotient of two polynomials of degree seven, both by Horner's rule.
inline double ratio(double factor, const double (&top)[8], const double (&bottom)[8], double r) {
  double n = top[7];
  double d = bottom[7];
  for (int i = 6; i >= 0; --i) {
    n = n * r + top[i];
    d = d * r + bottom[i];
  }
  return factor * n / d;
}

constexpr double kCentreTop[8] = {
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kCentreBottom[8] = {
    1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
    5.2264952788528545610e+3};
constexpr double kMiddleTop[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kMiddleBottom[8] = {
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9};
constexpr double kFarTop[8] = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kFarBottom[8] = {
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15};

constexpr double kCentre = 0.425;

inline double centre(double q) {
  return ratio(q, kCentreTop, kCentreBottom, 0.180625 - q * q);
}

inline double tail(double p) {
  const double q = p - 0.5;
  const double r = std::sqrt(-std::log(q < 0.0 ? p : 0.5 - p + 0.5));
  const double size = r <= 5.0 ? ratio(1.0, kMiddleTop, kMiddleBottom, r - 1.6)
                               : ratio(1.0, kFarTop, kFarBottom, r - 5.0);
  return q < 0.0 ? -size : size;
}

}  // namespace as241

inline double normal_quantile(double p) {
  const double q = p - 0.5;
  return std::fabs(q) <= as241::kCentre ? as241::centre(q) : as241::tail(p);
}

inline void fill_uniform(Generator& g, double* out, std::size_t n) {
  if (g.kind == Uniform::mersenne) {
    g.fill_tempered(out, n);
    return;
  }
  for (std::size_t i = 0; i < n; ++i) out[i] = g.uniform();
}

// Normals by inversion in blocks: the middle of the distribution for all of a block at once
// (the compiler vectorises it), then the 15 % in the tails one by one.
inline void fill_normal(Generator& g, double* out, std::size_t n) {
  if (g.normal_kind != Normal::inversion) {
    for (std::size_t i = 0; i < n; ++i) out[i] = g.normal();
    return;
  }
  constexpr std::size_t block = 512;
  double u[2 * block];
  double p[block];
  for (std::size_t begin = 0; begin < n; begin += block) {
    const std::size_t count = std::min(block, n - begin);
    double* values = out + begin;
    fill_uniform(g, u, 2 * count);
    for (std::size_t i = 0; i < count; ++i)
      p[i] = Generator::glued(u[2 * i], u[2 * i + 1]);
    for (std::size_t i = 0; i < count; ++i) values[i] = as241::centre(p[i] - 0.5);
    for (std::size_t i = 0; i < count; ++i)
      if (std::fabs(p[i] - 0.5) > as241::kCentre) values[i] = as241::tail(p[i]);
  }
}

inline double Generator::exponential() {
  // The partial sums of log(2)^k / k!, k = 1, 2, ...
  static constexpr double q[16] = {
      0.6931471805599453, 0.933373687519046, 0.9888777961838676, 0.9984959252914961,
      0.9998292811061389, 0.9999833164100728, 0.9999985691438767, 0.9999998906925558,
      0.9999999924734159, 0.9999999995283275, 0.9999999999728814, 0.9999999999985598,
      0.999999999999929, 0.9999999999999968, 0.9999999999999999, 1.0};
  double whole = 0.0;
  double u = uniform();
  for (;;) {
    u += u;
    if (u > 1.0) break;
    whole += q[0];
  }
  u -= 1.0;
  if (u <= q[0]) return whole + u;
  double least = uniform();
  int k = 0;
  do {
    least = std::min(least, uniform());
    ++k;
  } while (u > q[k]);
  return whole + least * q[0];
}

inline double Generator::other_uniform() {
  constexpr double unit = 2.328306437080797e-10;
  switch (kind) {
    case Uniform::wichmann_hill: {
      words[0] = words[0] * 171u % 30269u;
      words[1] = words[1] * 172u % 30307u;
      words[2] = words[2] * 170u % 30323u;
      const double sum = words[0] / 30269.0 + words[1] / 30307.0 + words[2] / 30323.0;
      return off_the_borders(sum - std::floor(sum));
    }
    case Uniform::marsaglia:
      words[0] = 36969u * (words[0] & 0177777u) + (words[0] >> 16);
      words[1] = 18000u * (words[1] & 0177777u) + (words[1] >> 16);
      return off_the_borders(((words[0] << 16) ^ (words[1] & 0177777u)) * unit);
    case Uniform::super_duper:
      words[0] ^= (words[0] >> 15) & 0377777u;
      words[0] ^= words[0] << 17;
      words[1] *= 69069u;
      return off_the_borders((words[0] ^ words[1]) * unit);
    case Uniform::knuth: {
      if (position >= kKnuth) {
        knuth::next_hundred(words.data());
        position = 0;
      }
      return off_the_borders(words[position++] * 9.31322574615479e-10);  // 2^-30
    }
    default: {  // L'Ecuyer's two recursions of order three
      constexpr std::int64_t m1 = kModulus1, m2 = kModulus2;
      std::int64_t p1 = (1403580 * std::int64_t{words[1]} - 810728 * std::int64_t{words[0]}) % m1;
      if (p1 < 0) p1 += m1;
      words[0] = words[1];
      words[1] = words[2];
      words[2] = static_cast<std::uint32_t>(p1);
      std::int64_t p2 = (527612 * std::int64_t{words[5]} - 1370589 * std::int64_t{words[3]}) % m2;
      if (p2 < 0) p2 += m2;
      words[3] = words[4];
      words[4] = words[5];
      words[5] = static_cast<std::uint32_t>(p2);
      const std::int64_t difference = p1 > p2 ? p1 - p2 : p1 - p2 + m1;
      return off_the_borders(static_cast<double>(difference) * 2.328306549295727688e-10);
    }
  }
}

inline double Generator::other_normal() {
  if (normal_kind == Normal::ahrens_dieter) return forsythe::normal(*this);
  if (normal_kind == Normal::kinderman_ramage) return kinderman_ramage();
  // Box and Muller (1958): two normals from two uniforms, the second one kept.
  if (kept_normal != 0.0) {
    const double value = kept_normal;
    kept_normal = 0.0;
    return value;
  }
  constexpr double two_pi = 6.283185307179586476925286766559;
  const double angle = two_pi * uniform();
  const double radius = std::sqrt(-2.0 * std::log(uniform())) + 10.0 * 2.2250738585072014e-308;
  kept_normal = radius * std::sin(angle);
  return radius * std::cos(angle);
}

// Kinderman and Ramage (1976): a triangle for 88 % of the normals, rejection for the rest.
inline double Generator::kinderman_ramage() {
  constexpr double a = 2.216035867166471;
  const auto gap = [](double x) {
    return 0.398942280401433 * std::exp(-x * x / 2.0) - 0.180025191068563 * (a - x);
  };
  const double u1 = uniform();
  if (u1 < 0.884070402298758) {
    const double u2 = uniform();
    return a * (1.131131635444180 * u1 + u2 - 1.0);
  }
  if (u1 >= 0.973310954173898) {
    for (;;) {
      const double u2 = uniform();
      const double u3 = uniform();
      const double square = a * a - 2.0 * std::log(u3);
      if (u2 * u2 < a * a / square)
        return u1 < 0.986655477086949 ? std::sqrt(square) : -std::sqrt(square);
    }
  }
  struct Region {
    double start, slope, sure, height;
  };
  static constexpr Region outer{a, -0.630834801921960, 0.755591531667601, 0.034240503750111};
  static constexpr Region middle{0.479727404222441, 1.105473661022070, 0.872834976671790,
                                 0.049264496373128};
  static constexpr Region inner{0.479727404222441, -0.595507138015940, 0.805577924423817,
                                0.053377549506886};
  const Region& region =
      u1 >= 0.958720824790463 ? outer : (u1 >= 0.911312780288703 ? middle : inner);
  for (;;) {
    const double u2 = uniform();
    const double u3 = uniform();
    const double t = region.start + region.slope * std::min(u2, u3);
    if (t < 0.0) continue;
    const bool accepted = std::max(u2, u3) <= region.sure ||
                          region.height * std::fabs(u2 - u3) <= gap(t);
    if (accepted) return u2 < u3 ? t : -t;
  }
}

}  // namespace rnet
