// The training loop, compiled once per instruction set (RNET_VARIANT names the set's namespace).
//
// Every sum is formed in R's order, each product and each sum rounded (no contraction):
// forward over the inputs, back over the next layer's units, gradients over the rows.
// Vector lanes are rows (forward, back) or inputs (gradient), so no sum is ever split.

#include "_training.hpp"

#include <math.h>
#include <string.h>

#ifndef RNET_VARIANT
#define RNET_VARIANT baseline
#endif

namespace rnet {
namespace {

#include "_exp_table.inc"

using std::int64_t;
using std::uint64_t;

#if defined(__AVX512F__)
constexpr int LANES = 8, TILE_VECTORS = 4;
#elif defined(__AVX__)
constexpr int LANES = 4, TILE_VECTORS = 2;
#elif defined(__GNUC__)
constexpr int LANES = 2, TILE_VECTORS = 2;
#else
constexpr int LANES = 1, TILE_VECTORS = 2;
#endif
#if defined(__GNUC__)
typedef double Vector __attribute__((vector_size(LANES * sizeof(double)), aligned(8), may_alias));
#else
typedef double Vector;
#endif
constexpr int TILE_UNITS = 4;

inline Vector load(const double* at) { return *reinterpret_cast<const Vector*>(at); }
inline void store(double* at, Vector value) { *reinterpret_cast<Vector*>(at) = value; }

// ---- exp with the bits of glibc (a table method; its fused operations are its definition) ----

#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
inline double exp_within_512(double x) {
  double kd = __builtin_fma(x, 0x1.71547652b82fep+7, 0x1.8p52);
  uint64_t k;
  memcpy(&k, &kd, sizeof k);
  kd -= 0x1.8p52;
  const double r =
      __builtin_fma(kd, -0x1.cf79abc9e3b3ap-47, __builtin_fma(kd, -0x1.62e42fefa0000p-8, x));
  const double t = TAIL[k & 127] + r;
  const uint64_t bits = HEAD[k & 127] + (k << 45);
  double scale;
  memcpy(&scale, &bits, sizeof scale);
  const double r2 = r * r;
  const double p = __builtin_fma(
      r2, __builtin_fma(r, 0x1.555555555543cp-3, 0x1.ffffffffffdbdp-2), t);
  const double q = __builtin_fma(r, 0x1.1111167a4d017p-7, 0x1.55555cf172b91p-5);
  return __builtin_fma(scale, __builtin_fma(r2 * r2, q, p), scale);
}

// out[i] = exp(sign x[i]), at most BLOCK of them; x and out do not overlap.
template <int SIGN>
void exponentials(const double* __restrict x, double* __restrict out, int64_t count) {
  int64_t outside = 0;
  for (int64_t i = 0; i < count; ++i) {
    outside += !(fabs(x[i]) < 512);
    out[i] = exp_within_512(SIGN * x[i]);
  }
  if (outside == 0) return;
  for (int64_t i = 0; i < count; ++i) {
    if (!(fabs(x[i]) < 512)) out[i] = exp(SIGN * x[i]);
  }
}
#else
template <int SIGN>
void exponentials(const double* __restrict x, double* __restrict out, int64_t count) {
  for (int64_t i = 0; i < count; ++i) out[i] = exp(SIGN * x[i]);
}
#endif

// ---- activations: value, and derivative as a function of the value ----

// In place, at most BLOCK values.
void activate_all(Activation kind, double* z, int64_t count) {
  switch (kind) {
    case Activation::linear:
      break;
    case Activation::logistic: {
      double e[BLOCK];
      exponentials<-1>(z, e, count);
      for (int64_t i = 0; i < count; ++i) z[i] = 1.0 / (1.0 + e[i]);
      break;
    }
    case Activation::tanh:
      for (int64_t i = 0; i < count; ++i) z[i] = ::tanh(z[i]);
      break;
    case Activation::relu:
      for (int64_t i = 0; i < count; ++i) z[i] = z[i] * (z[i] > 0 ? 1.0 : 0.0);
      break;
  }
}

inline double derivative(Activation kind, double a) {
  switch (kind) {
    case Activation::logistic:
      return a * (1.0 - a);
    case Activation::tanh:
      return 1.0 - a * a;
    case Activation::relu:
      return a != a ? a : (a > 0 ? 1.0 : 0.0);
    default:
      return 1.0;
  }
}

template <Activation KIND>
void times_derivative(double* delta, const double* a, int64_t count) {
  for (int64_t i = 0; i < count; ++i) delta[i] = derivative(KIND, a[i]) * delta[i];
}

void times_derivative(Activation kind, double* delta, const double* a, int64_t count) {
  if (kind == Activation::logistic) times_derivative<Activation::logistic>(delta, a, count);
  if (kind == Activation::tanh) times_derivative<Activation::tanh>(delta, a, count);
  if (kind == Activation::relu) times_derivative<Activation::relu>(delta, a, count);
}

// ---- products ----

// out[u][row] = (bias[u] +) sum over t of in[t][row] w[t * term + u * unit], t ascending.
struct Product {
  const double* in;
  int64_t terms;
  const double* w;
  int64_t term, unit;
  const double* bias;  // null: none; else with stride `unit`
  double* out;
};

template <int U, int V>
inline void product_tile(const Product& p, int64_t u0, int64_t row) {
  Vector sum[U][V];
  for (int u = 0; u < U; ++u) {
    for (int v = 0; v < V; ++v) sum[u][v] = Vector{} + (p.bias ? p.bias[(u0 + u) * p.unit] : 0.0);
  }
  const double* w = p.w + u0 * p.unit;
  const double* in = p.in + row;
  for (int64_t t = 0; t < p.terms; ++t, w += p.term, in += BLOCK) {
    Vector a[V];
    for (int v = 0; v < V; ++v) a[v] = load(in + v * LANES);
    for (int u = 0; u < U; ++u) {
      const double factor = w[u * p.unit];
      for (int v = 0; v < V; ++v) sum[u][v] += a[v] * factor;
    }
  }
  for (int u = 0; u < U; ++u) {
    for (int v = 0; v < V; ++v) store(p.out + (u0 + u) * BLOCK + row + v * LANES, sum[u][v]);
  }
}

void product(const Product& p, int64_t units, int64_t rows) {
  for (int64_t row = 0; row < rows; row += LANES * TILE_VECTORS) {
    int64_t u = 0;
    for (; u + TILE_UNITS <= units; u += TILE_UNITS) {
      product_tile<TILE_UNITS, TILE_VECTORS>(p, u, row);
    }
    if (units - u == 3) product_tile<3, TILE_VECTORS>(p, u, row);
    if (units - u == 2) product_tile<2, TILE_VECTORS>(p, u, row);
    if (units - u == 1) product_tile<1, TILE_VECTORS>(p, u, row);
  }
}

// gradient[u][i] += sum over rows, ascending, of by_row[row][i] delta[u][row].
struct Outer {
  const double* by_row;
  int64_t width;
  const double* delta;
  int64_t rows;
  double* gradient;
};

template <int U, int V>
inline void gradient_tile(const Outer& o, int64_t u0, int64_t i0) {
  Vector sum[U][V];
  double* at = o.gradient + u0 * o.width + i0;
  for (int u = 0; u < U; ++u) {
    for (int v = 0; v < V; ++v) sum[u][v] = load(at + u * o.width + v * LANES);
  }
  const double* in = o.by_row + i0;
  const double* delta = o.delta + u0 * BLOCK;
  for (int64_t row = 0; row < o.rows; ++row, in += o.width) {
    Vector a[V];
    for (int v = 0; v < V; ++v) a[v] = load(in + v * LANES);
    for (int u = 0; u < U; ++u) {
      const double factor = delta[u * BLOCK + row];
      for (int v = 0; v < V; ++v) sum[u][v] += a[v] * factor;
    }
  }
  for (int u = 0; u < U; ++u) {
    for (int v = 0; v < V; ++v) store(at + u * o.width + v * LANES, sum[u][v]);
  }
}

template <int U>
void gradient_units(const Outer& o, int64_t u0) {
  int64_t i = 0;
  for (; i + 2 * LANES <= o.width; i += 2 * LANES) gradient_tile<U, 2>(o, u0, i);
  for (; i < o.width; i += LANES) gradient_tile<U, 1>(o, u0, i);
}

void add_gradient(const Outer& o, int64_t units) {
  int64_t u = 0;
  for (; u + TILE_UNITS <= units; u += TILE_UNITS) gradient_units<TILE_UNITS>(o, u);
  if (units - u == 3) gradient_units<3>(o, u);
  if (units - u == 2) gradient_units<2>(o, u);
  if (units - u == 1) gradient_units<1>(o, u);
}

// ---- one block of rows ----

inline int64_t whole_vectors(int64_t rows) { return (rows + PAD - 1) / PAD * PAD; }

void forward(const Network& net, const double* input, int64_t rows, const Run& run) {
  for (int64_t k = 0; k < net.layers; ++k) {
    const Layer& layer = net.layer[k];
    const double* w = run.weights + layer.first_weight;
    double* out = run.work + layer.activations;
    product({input, layer.inputs, w + 1, 1, layer.inputs + 1, w, out}, layer.units, rows);
    const Activation kind = k + 1 < net.layers ? net.hidden : net.output;
    const int64_t count = whole_vectors(rows);
    for (int64_t u = 0; u < layer.units; ++u) activate_all(kind, out + u * BLOCK, count);
    input = out;
  }
}

// Whether R would stop: a layer's derivatives are one cell, and that cell is NaN.
bool lone_derivative_is_nan(const Network& net, const Run& run) {
  for (int64_t k = 0; k < net.layers; ++k) {
    const Activation kind = k + 1 < net.layers ? net.hidden : net.output;
    const double d = derivative(kind, run.work[net.layer[k].activations]);
    if (net.layer[k].units == 1 && d != d) return true;
  }
  return false;
}

inline double error_derivative(const Network& net, double o, double y) {
  if (net.loss == Loss::squared) return o - y;
  if (net.simple_cross_entropy) return o * (1.0 - y) - y * (1.0 - o);
  return (1.0 - y) / (1.0 - o) - y / o;
}

// Fill the last layer's deltas; false where the error's derivative is NaN.
bool output_delta(const Network& net, const double* response, const double* case_weights,
                  int64_t rows, const Run& run) {
  const Layer& last = net.layer[net.layers - 1];
  bool nan = false;
  for (int64_t u = 0; u < last.units; ++u) {
    const double* o = run.work + last.activations + u * BLOCK;
    const double* y = response + u * BLOCK;
    double* delta = run.work + last.deltas + u * BLOCK;
    for (int64_t i = 0; i < rows; ++i) {
      delta[i] = error_derivative(net, o[i], y[i]);
      nan |= delta[i] != delta[i];
    }
    if (!net.simple_cross_entropy) times_derivative(net.output, delta, o, rows);
    if (case_weights != nullptr) {
      for (int64_t i = 0; i < rows; ++i) delta[i] *= case_weights[i];
    }
  }
  return !nan;
}

void row_major_copy(const double* by_unit, int64_t units, int64_t rows, double* by_row,
                    int64_t width) {
  for (int64_t row = 0; row < rows; ++row) {
    double* at = by_row + row * width;
    at[0] = 1.0;
    for (int64_t u = 0; u < units; ++u) at[1 + u] = by_unit[u * BLOCK + row];
  }
}

void backward(const Network& net, const double* input_by_row, int64_t rows, const Run& run) {
  for (int64_t k = net.layers - 1; k >= 0; --k) {
    const Layer& layer = net.layer[k];
    double* delta = run.work + layer.deltas;
    if (k + 1 < net.layers) {
      const Layer& next = net.layer[k + 1];
      const double* w = run.weights + next.first_weight + 1;
      const double* next_delta = run.work + next.deltas;
      product({next_delta, next.units, w, next.inputs + 1, 1, nullptr, delta}, layer.units, rows);
      const double* a = run.work + layer.activations;
      for (int64_t u = 0; u < layer.units; ++u) {
        times_derivative(net.hidden, delta + u * BLOCK, a + u * BLOCK, rows);
      }
    }
    const double* by_row = input_by_row;
    if (k > 0) {
      const Layer& before = net.layer[k - 1];
      double* copy = run.work + before.by_row;
      row_major_copy(run.work + before.activations, before.units, rows, copy,
                     layer.padded_inputs);
      by_row = copy;
    }
    add_gradient({by_row, layer.padded_inputs, delta, rows, run.work + layer.gradient},
                 layer.units);
  }
}

// ---- one gradient over all rows ----

// The flat gradient of the free weights into `gradient`; `reached` is the largest size in it.
Status whole_gradient(const Network& net, const Data& data, const Settings& settings, Run& run,
                      double* gradient) {
  for (int64_t k = 0; k < net.layers; ++k) {
    const Layer& layer = net.layer[k];
    memset(run.work + layer.gradient, 0,
           sizeof(double) * static_cast<size_t>(layer.units * layer.padded_inputs));
  }
  const Layer& first = net.layer[0];
  const Layer& last = net.layer[net.layers - 1];
  for (int64_t start = 0; start < data.rows; start += BLOCK) {
    if (run.index > run.last_wanted->load(std::memory_order_relaxed)) return Status::stopped;
    const int64_t rows = data.rows - start < BLOCK ? data.rows - start : BLOCK;
    forward(net, data.covariate_by_unit + start * first.inputs, rows, run);
    if (data.rows == 1 && lone_derivative_is_nan(net, run)) return Status::neuron_derivative_nan;
    const double* case_weights = data.case_weights ? data.case_weights + start : nullptr;
    if (!output_delta(net, data.response_by_unit + start * last.units, case_weights, rows, run)) {
      return Status::error_derivative_nan;
    }
    backward(net, data.covariate_by_row + start * first.padded_inputs, rows, run);
  }
  double largest = 0;
  for (int64_t f = 0; f < settings.free_weights; ++f) {
    const double g = run.work[settings.gradient_at[f]];
    gradient[f] = g;
    if (g != g) return Status::diverged;
    const double size = fabs(g);
    if (size > largest) largest = size;
  }
  run.reached = largest;
  return Status::converged;
}

// ---- update rules; w, g, r (step sizes), c (memory) over the free weights ----

struct State {
  double* w;
  const double* g;
  double* r;
  double* c;
};

inline double sign(double x) { return x > 0 ? 1.0 : (x < 0 ? -1.0 : 0.0); }

void rprop_plus(const Settings& s, const State& t) {
  for (int64_t i = 0; i < s.free_weights; ++i) {
    const double now = sign(t.g[i]);
    const double turn = t.c[i] * now;
    double& w = t.w[s.free[i]];
    if (turn < 0) {
      w = w + t.c[i] * t.r[i];
      const double smaller = t.r[i] * s.minus;
      t.r[i] = smaller > s.lowest ? smaller : s.lowest;
      t.c[i] = 0.0;
    } else {
      if (turn > 0) {
        const double larger = t.r[i] * s.plus;
        t.r[i] = larger < s.highest ? larger : s.highest;
      }
      w = w - now * t.r[i];
      t.c[i] = now;
    }
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
  const double bounded = step > s.lowest ? step : s.lowest;
  t.r[chosen] = bounded < s.highest ? bounded : s.highest;
}

void rprop_minus(const Settings& s, const State& t) {
  for (int64_t i = 0; i < s.free_weights; ++i) {
    const double turn = t.c[i] * t.g[i];
    if (turn > 0) {
      const double larger = t.r[i] * s.plus;
      t.r[i] = larger < s.highest ? larger : s.highest;
    } else if (turn < 0) {
      const double smaller = t.r[i] * s.minus;
      t.r[i] = smaller > s.lowest ? smaller : s.lowest;
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

namespace RNET_VARIANT {

void exponential(double* values, int64_t count) {
  double e[BLOCK];
  for (int64_t start = 0; start < count; start += BLOCK) {
    const int64_t some = count - start < BLOCK ? count - start : BLOCK;
    exponentials<1>(values + start, e, some);
    memcpy(values + start, e, sizeof(double) * static_cast<size_t>(some));
  }
}

Status gradient(const Network& net, const Data& data, const Settings& settings, Run& run,
                double* free_ones) {
  return whole_gradient(net, data, settings, run, free_ones);
}

void train(const Network& net, const Data& data, const Settings& settings, Run& run) {
  const Layer& last = net.layer[net.layers - 1];
  double* gradient = run.work + last.gradient + last.units * last.padded_inputs;
  const State state{run.weights, gradient, run.step_sizes, gradient + settings.free_weights};
  for (int64_t i = 0; i < settings.free_weights; ++i) {
    state.r[i] = 0.1;
    state.c[i] = 0.0;
  }
  run.steps = 1;
  run.status = whole_gradient(net, data, settings, run, gradient);
  if (run.status != Status::converged) return;
  run.smallest = run.reached;
  double until_report = static_cast<double>(settings.report_every) - 1;
  while (run.steps < settings.step_limit && run.reached > settings.threshold) {
    if (settings.report_every > 0 && until_report <= 0) {
      run.report(run.context, run.index, run.steps, run.smallest);
      until_report = static_cast<double>(settings.report_every);
    }
    until_report -= 1;
    update(settings, state);
    run.status = whole_gradient(net, data, settings, run, gradient);
    run.steps += 1;
    if (run.status != Status::converged) return;
    if (run.reached < run.smallest) run.smallest = run.reached;
  }
  if (run.reached > settings.threshold) run.status = Status::step_limit;
}

}  // namespace RNET_VARIANT
}  // namespace rnet
