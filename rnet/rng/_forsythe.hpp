// Ahrens and Dieter (1973), "Extensions of Forsythe's method for random sampling from the normal
// distribution", algorithm FL with 32 intervals. The tables follow from the normal distribution and
// are rounded to seven digits as in the paper, which shows in the numbers drawn.
#pragma once

#include "_generators.hpp"

namespace rnet::forsythe {

// Where interval i starts: the half-normal quantile of i / 32.
constexpr double kStart[32] = {
    0.0, 0.03917609, 0.07841241, 0.1177699, 0.1573107, 0.1970991, 0.2372021, 0.2776904, 0.3186394,
    0.3601299, 0.4022501, 0.4450965, 0.4887764, 0.5334097, 0.5791322, 0.626099, 0.6744898,
    0.7245144, 0.7764218, 0.8305109, 0.8871466, 0.9467818, 1.00999, 1.077516, 1.150349, 1.229859,
    1.318011, 1.417797, 1.534121, 1.67594, 1.862732, 2.153875};

// For uniforms above this an interval's value is linear in the uniform ...
constexpr double kSure[31] = {
    0.0007673828, 0.00230687, 0.003860618, 0.005438454, 0.007050699, 0.008708396, 0.01042357,
    0.01220953, 0.01408125, 0.01605579, 0.0181529, 0.02039573, 0.02281177, 0.02543407, 0.02830296,
    0.03146822, 0.03499233, 0.03895483, 0.04345878, 0.04864035, 0.05468334, 0.06184222,
    0.07047983, 0.08113195, 0.09462444, 0.1123001, 0.136498, 0.1716886, 0.2276241, 0.330498,
    0.5847031};

// ... with this slope.
constexpr double kSlope[31] = {
    0.03920617, 0.03932705, 0.03950999, 0.03975703, 0.04007093, 0.04045533, 0.04091481,
    0.04145507, 0.04208311, 0.04280748, 0.04363863, 0.04458932, 0.04567523, 0.04691571,
    0.04833487, 0.04996298, 0.05183859, 0.05401138, 0.05654656, 0.0595313, 0.06308489, 0.06737503,
    0.07264544, 0.07926471, 0.08781922, 0.09930398, 0.1155599, 0.1404344, 0.1836142, 0.2790016,
    0.7010474};

// Widths of the tail's intervals, each with half the probability of the one before.
constexpr double kTailWidth[26] = {
    0.2636843, 0.2425085, 0.2255674, 0.2116342, 0.1999243, 0.1899108, 0.1812252, 0.1736014,
    0.1668419, 0.1607967, 0.1553497, 0.1504094, 0.1459026, 0.14177, 0.1379632, 0.1344418,
    0.1311722, 0.128126, 0.1252791, 0.1226109, 0.1201036, 0.1177417, 0.1155119, 0.1134023,
    0.1114027, 0.1095039};

// Forsythe's comparison: draw until a run of falling numbers ends; whether its length was odd.
// `u` is the number to beat, `limit` the first of the run.
inline bool run_accepts(Generator& g, double& u, double limit) {
  for (;;) {
    if (u > limit) return true;
    const double next = g.uniform();
    if (u < next) return false;
    limit = next;
    u = g.uniform();
  }
}

inline double in_interval(Generator& g, int i, double u) {
  const double start = kStart[i - 1];
  while (u <= kSure[i - 1]) {
    const double w = g.uniform() * (kStart[i] - start);
    if (run_accepts(g, u, (w * 0.5 + start) * w)) return start + w;
    u = g.uniform();
  }
  return start + (u - kSure[i - 1]) * kSlope[i - 1];
}

inline double in_tail(Generator& g, double u) {
  double start = kStart[31];
  int i = 0;
  for (u += u; u < 1.0; u += u) start += kTailWidth[i++];
  for (u -= 1.0;; u = g.uniform()) {
    const double w = u * kTailWidth[i];
    double other = g.uniform();
    if (run_accepts(g, other, (w * 0.5 + start) * w)) return start + w;
  }
}

inline double normal(Generator& g) {
  double u = g.uniform();
  const bool negative = u > 0.5;
  u = 32.0 * (negative ? u + u - 1.0 : u + u);
  const int i = std::min(static_cast<int>(u), 31);
  const double size = i == 0 ? in_tail(g, u) : in_interval(g, i, u - i);
  return negative ? -size : size;
}

}  // namespace rnet::forsythe
