// The sums of a step: forward, back and gradient products in register tiles. Part of _training.cpp.
//
// Every sum is formed in R's order, each product and each sum rounded (no contraction): forward
// over the inputs, back over the next layer's units, gradients over the rows. Vector lanes are
// rows (forward, back) or inputs (gradient), so no sum is ever split.
#pragma once

#include "_simd.hpp"

namespace rnet {
namespace {

constexpr int TILE_UNITS = 4;
constexpr int GRADIENT_VECTORS = 2;

// out[u][row] = (bias[u] +) sum over t of in[t][row] w[t * term + u * unit], t ascending.
struct Product {
  const double* in;
  int64_t terms;
  const double* w;
  int64_t term, unit;
  const double* bias;  // null: none; else with stride `unit`
  double* out;
};

template <int U>
void product_tile(const Product& p, int64_t u0, int64_t row) {
  constexpr int V = TILE_VECTORS;
  Vector sum[U][V];
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    const Vector first = all(p.bias ? p.bias[(u0 + u) * p.unit] : 0.0);
    RNET_UNROLL for (int v = 0; v < V; ++v) sum[u][v] = first;
  }
  const double* w = p.w + u0 * p.unit;
  const double* in = p.in + row;
  for (int64_t t = 0; t < p.terms; ++t, w += p.term, in += BLOCK) {
    RNET_UNROLL for (int u = 0; u < U; ++u) {
      const Vector factor = all(w[u * p.unit]);
      RNET_UNROLL for (int v = 0; v < V; ++v) sum[u][v] += load(in + v * LANES) * factor;
    }
  }
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    double* out = p.out + (u0 + u) * BLOCK + row;
    RNET_UNROLL for (int v = 0; v < V; ++v) store(out + v * LANES, sum[u][v]);
  }
}

void product(const Product& p, int64_t units, int64_t rows) {
  for (int64_t row = 0; row < rows; row += LANES * TILE_VECTORS) {
    int64_t u = 0;
    for (; u + TILE_UNITS <= units; u += TILE_UNITS) product_tile<TILE_UNITS>(p, u, row);
    if (units - u == 3) product_tile<3>(p, u, row);
    if (units - u == 2) product_tile<2>(p, u, row);
    if (units - u == 1) product_tile<1>(p, u, row);
  }
}

// ---- gradients: sum[u][i] += sum over rows, ascending, of input[row][i] delta[u][row] ----

struct Ones {
  double value[BLOCK];
  constexpr Ones() : value() {
    for (double& v : value) v = 1.0;
  }
};

#if defined(__has_builtin)
#if __has_builtin(__builtin_shufflevector)
#define RNET_SHUFFLE __builtin_shufflevector
#endif
#endif

// to[row * PAD + c] = from[c][row] for LANES rows and columns.
inline void transpose(const double* const* from, int64_t row, double* to) {
#if defined(RNET_SHUFFLE)
  Vector a[LANES], b[LANES];
  RNET_UNROLL for (int c = 0; c < LANES; ++c) a[c] = load(from[c] + row);
  RNET_UNROLL for (int half = 1; half < LANES; half *= 2) {  // rounds of a perfect shuffle
    RNET_UNROLL for (int c = 0; c < LANES / 2; ++c) {
      const Vector x = a[c], y = a[c + LANES / 2];
#if defined(__AVX512F__)
      b[2 * c] = RNET_SHUFFLE(x, y, 0, 8, 1, 9, 2, 10, 3, 11);
      b[2 * c + 1] = RNET_SHUFFLE(x, y, 4, 12, 5, 13, 6, 14, 7, 15);
#elif defined(__AVX__)
      b[2 * c] = RNET_SHUFFLE(x, y, 0, 4, 1, 5);
      b[2 * c + 1] = RNET_SHUFFLE(x, y, 2, 6, 3, 7);
#else
      b[2 * c] = RNET_SHUFFLE(x, y, 0, 2);
      b[2 * c + 1] = RNET_SHUFFLE(x, y, 1, 3);
#endif
    }
    RNET_UNROLL for (int c = 0; c < LANES; ++c) a[c] = b[c];
  }
  RNET_UNROLL for (int r = 0; r < LANES; ++r) store(to + (row + r) * PAD, a[r]);
#else
  for (int r = 0; r < LANES; ++r) {
    for (int c = 0; c < LANES; ++c) to[(row + r) * PAD + c] = from[c][row + r];
  }
#endif
}

// A layer's input row by row, in panels of PAD columns: [panel][row][column]. Column 0 holds ones
// already; `rows` is a multiple of PAD.
void fill_panels(const double* by_unit, int64_t units, int64_t rows, double* panels) {
  if (units <= 2) {
    for (int64_t u = 0; u < units; ++u) {
      for (int64_t row = 0; row < rows; ++row) {
        panels[row * PAD + 1 + u] = by_unit[u * BLOCK + row];
      }
    }
    return;
  }
  alignas(64) static constexpr Ones ONES;
  for (int64_t first = 0; first <= units; first += LANES) {
    const double* from[LANES];
    for (int64_t c = 0; c < LANES; ++c) {
      const int64_t unit = first + c - 1;
      from[c] = unit < 0 || unit >= units ? ONES.value : by_unit + unit * BLOCK;
    }
    double* to = panels + first / PAD * (PAD * BLOCK) + first % PAD;
    for (int64_t row = 0; row < rows; row += LANES) transpose(from, row, to);
  }
}

inline const double* vector_of(const double* panels, int64_t v) {
  return panels + v * LANES / PAD * (PAD * BLOCK) + v * LANES % PAD;
}

// One layer's part in the gradient.
struct Outer {
  const double* panels;
  const double* delta;
  double* sums;   // units x width
  int64_t width;  // 1 + inputs, padded
};

void gradient_tile(const Outer& o, int64_t u0, int64_t v0, int64_t rows) {
  constexpr int U = TILE_UNITS, V = GRADIENT_VECTORS;
  Vector sum[U][V];
  double* at = o.sums + u0 * o.width + v0 * LANES;
  const double* in[V];
  RNET_UNROLL for (int v = 0; v < V; ++v) in[v] = vector_of(o.panels, v0 + v);
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    RNET_UNROLL for (int v = 0; v < V; ++v) sum[u][v] = load(at + u * o.width + v * LANES);
  }
  const double* delta = o.delta + u0 * BLOCK;
  for (int64_t row = 0; row < rows; ++row) {
    Vector a[V];
    RNET_UNROLL for (int v = 0; v < V; ++v) a[v] = load(in[v] + row * PAD);
    RNET_UNROLL for (int u = 0; u < U; ++u) {
      const Vector factor = all(delta[u * BLOCK + row]);
      RNET_UNROLL for (int v = 0; v < V; ++v) sum[u][v] += a[v] * factor;
    }
  }
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    RNET_UNROLL for (int v = 0; v < V; ++v) store(at + u * o.width + v * LANES, sum[u][v]);
  }
}

// One vector of one unit's gradient. Each is a chain of additions that wait for each other, so
// what the tiles leave over is gathered from all layers and added side by side.
struct Chain {
  const double* in;
  const double* delta;
  double* sum;
};

template <int COUNT>
void add_chains(const Chain* chain, int64_t rows) {
  Vector sum[COUNT];
  const double *in[COUNT], *delta[COUNT];
  RNET_UNROLL for (int c = 0; c < COUNT; ++c) {
    sum[c] = load(chain[c].sum);
    in[c] = chain[c].in;
    delta[c] = chain[c].delta;
  }
  for (int64_t row = 0; row < rows; ++row) {
    RNET_UNROLL for (int c = 0; c < COUNT; ++c) sum[c] += load(in[c] + row * PAD) * all(delta[c][row]);
  }
  RNET_UNROLL for (int c = 0; c < COUNT; ++c) store(chain[c].sum, sum[c]);
}

class Chains {
 public:
  explicit Chains(int64_t rows) : rows_(rows) {}

  void add(const Chain& chain) {
    waiting_[count_++] = chain;
    if (count_ == MOST) finish();
  }

  void finish() {
    finish_if<MOST>();
    count_ = 0;
  }

 private:
  static constexpr int MOST = 8;

  template <int COUNT>
  void finish_if() {
    if (count_ == COUNT) return add_chains<COUNT>(waiting_, rows_);
    if constexpr (COUNT > 1) finish_if<COUNT - 1>();
  }

  int64_t rows_;
  int count_ = 0;
  Chain waiting_[MOST];
};

void add_gradient(const Outer& o, int64_t units, int64_t inputs, int64_t rows, Chains& rest) {
  const int64_t vectors = (inputs + LANES) / LANES;  // one input more: the leading one
  const int64_t tiled_units = units / TILE_UNITS * TILE_UNITS;
  const int64_t tiled_vectors = vectors / GRADIENT_VECTORS * GRADIENT_VECTORS;
  for (int64_t u = 0; u < tiled_units; u += TILE_UNITS) {
    for (int64_t v = 0; v < tiled_vectors; v += GRADIENT_VECTORS) gradient_tile(o, u, v, rows);
  }
  for (int64_t u = 0; u < units; ++u) {
    for (int64_t v = u < tiled_units ? tiled_vectors : 0; v < vectors; ++v) {
      rest.add({vector_of(o.panels, v), o.delta + u * BLOCK, o.sums + u * o.width + v * LANES});
    }
  }
}

}  // namespace
}  // namespace rnet
