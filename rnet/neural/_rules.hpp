// The update rules: how one gradient changes weights and step sizes. Part of _training.cpp.
#pragma once

#include <math.h>

#include "_training.hpp"

namespace rnet {
namespace {

using std::int64_t;

struct State {
  double* w;
  const double* g;
  double* r;
  double* c;
};

inline double sign(double x) { return static_cast<double>((x > 0) - (x < 0)); }

// Without branches: signs turn at random, which no processor foresees.
void rprop_plus(const Settings& s, const State& t) {
  for (int64_t i = 0; i < s.free_weights; ++i) {
    const double now = sign(t.g[i]), before = t.c[i], r = t.r[i];
    const double turn = before * now;
    const double larger = r * s.plus, smaller = r * s.minus;
    const double grown = turn > 0 ? (larger > s.highest ? s.highest : larger) : r;
    const double shrunk = smaller < s.lowest ? s.lowest : smaller;
    double& w = t.w[s.free[i]];
    w = w - (turn < 0 ? -before : now) * grown;
    t.r[i] = turn < 0 ? shrunk : grown;
    t.c[i] = turn < 0 ? 0.0 : now;
  }
}

// Replace one step size so that the steps nearly cancel: of the smallest gradient (sag) or of the
// smallest step size (slr) among the weights that have a gradient.
void balance_one(const Settings& s, const State& t) {
  int64_t chosen = -1;
  double least = 0;
  for (int64_t i = 0; i < s.free_weights; ++i) {
    if (t.g[i] == 0) continue;
    const double size = s.rule == Rule::sag ? fabs(t.g[i]) : t.r[i];
    if (chosen < 0 || size < least) {
      chosen = i;
      least = size;
    }
  }
  if (chosen < 0) return;
  long double sum = 0;
  for (int64_t i = 0; i < s.free_weights; ++i) {
    if (i != chosen && t.g[i] != 0) sum += static_cast<long double>(t.r[i] * t.g[i]);
  }
  const double others = static_cast<double>(sum) + 1e-6;
  const double step = -others / t.g[chosen];
  const double bounded = step < s.lowest ? s.lowest : step;
  t.r[chosen] = bounded > s.highest ? s.highest : bounded;
}

void rprop_minus(const Settings& s, const State& t) {
  for (int64_t i = 0; i < s.free_weights; ++i) {
    const double turn = t.c[i] * t.g[i];
    if (turn > 0) {
      const double larger = t.r[i] * s.plus;
      t.r[i] = larger > s.highest ? s.highest : larger;
    } else if (turn < 0) {
      const double smaller = t.r[i] * s.minus;
      t.r[i] = smaller < s.lowest ? s.lowest : smaller;
    }
  }
  if (s.rule != Rule::rprop_minus) balance_one(s, t);
  for (int64_t i = 0; i < s.free_weights; ++i) {
    double& w = t.w[s.free[i]];
    w = w - sign(t.g[i]) * t.r[i];
    t.c[i] = t.g[i];
  }
}

void backprop(const Settings& s, const State& t) {
  for (int64_t i = 0; i < s.free_weights; ++i) {
    double& w = t.w[s.free[i]];
    w = w - t.g[i] * s.learning_rate[i];
  }
}

void update(const Settings& s, const State& t) {
  if (s.rule == Rule::rprop_plus) return rprop_plus(s, t);
  if (s.rule == Rule::backprop) return backprop(s, t);
  rprop_minus(s, t);
}

}  // namespace
}  // namespace rnet
