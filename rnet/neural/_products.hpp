// The sums of a step: forward, back and gradient products in register tiles. Part of _training.cpp.
//
// Every sum is formed in R's order, each product and each sum rounded (no contraction): forward
// over the inputs, back over the next layer's units, gradients over the rows. Vector lanes are
// rows (forward, back) or inputs (gradient), so no sum is ever split.
#pragma once

#include <algorithm>

#include "_simd.hpp"

namespace rnet {
namespace {

constexpr int TILE_UNITS = 4;

// out[u][row] = (bias[u] +) sum over t of in[t][row] w[t * term + u * unit], t ascending.
struct Product {
  const double* in;
  int64_t terms;
  const double* w;
  int64_t term, unit;
  const double* bias;  // null: none; else with stride `unit`
  double* out;
  const double* values;  // `out` is multiplied by the derivatives there, unless KIND is linear
};

// Without a bias the first product starts the sum: 0 + it differs in the sign of zero only, which
// no later sum sees.
template <int U, int V, Activation KIND>
void product_tile(const Product& p, int64_t u0, int64_t row) {
  Vector sum[U][V];
  const double* w = p.w + u0 * p.unit;
  const double* in = p.in + row;
  int64_t t = 0;
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    const Vector first = all(p.bias ? p.bias[(u0 + u) * p.unit] : w[u * p.unit]);
    RNET_UNROLL for (int v = 0; v < V; ++v) {
      sum[u][v] = p.bias ? first : load(in + v * LANES) * first;
    }
  }
  if (!p.bias) ++t, w += p.term, in += BLOCK;
  for (; t < p.terms; ++t, w += p.term, in += BLOCK) {
    RNET_UNROLL for (int u = 0; u < U; ++u) {
      const Vector factor = all(w[u * p.unit]);
      RNET_UNROLL for (int v = 0; v < V; ++v) sum[u][v] += load(in + v * LANES) * factor;
    }
  }
  RNET_UNROLL for (int u = 0; u < U; ++u) {
    double* out = p.out + (u0 + u) * BLOCK + row;
    RNET_UNROLL for (int v = 0; v < V; ++v) {
      if constexpr (KIND != Activation::linear) {
        const double* a = p.values + (u0 + u) * BLOCK + row + v * LANES;
        sum[u][v] = derivative<KIND>(load(a)) * sum[u][v];
      }
      store(out + v * LANES, sum[u][v]);
    }
  }
}

// All rows of the units from `u0` on, U at a time; returns the first unit left. Few units go with
// more vectors: as many sums, fewer loops.
template <int U, Activation KIND>
int64_t product_tiles(const Product& p, int64_t u0, int64_t units, int64_t rows) {
  constexpr int V = U < TILE_UNITS ? 4 : TILE_VECTORS;
  for (; u0 + U <= units; u0 += U) {
    for (int64_t row = 0; row < rows; row += LANES * V) product_tile<U, V, KIND>(p, u0, row);
  }
  return u0;
}

template <Activation KIND>
void product(const Product& p, int64_t units, int64_t rows) {
  int64_t u = product_tiles<TILE_UNITS, KIND>(p, 0, units, rows);
  u = product_tiles<3, KIND>(p, u, units, rows);
  u = product_tiles<2, KIND>(p, u, units, rows);
  product_tiles<1, KIND>(p, u, units, rows);
}

// ---- gradients: sum[u][i] += sum over rows, ascending, of input[row][i] delta[u][row] ----

struct Ones {
  double value[BLOCK];
  constexpr Ones() : value() {
    for (double& v : value) v = 1.0;
  }
};

// to[row * PAD + c] = from[c][row] for LANES rows and columns. Halves are joined as they are loaded:
// that takes no shuffle, of which there is only one at a time.
inline void transpose(const double* const* from, int64_t row, double* to) {
#if defined(__AVX512F__)  // masked, or GCC 12 warns of its own header
  for (int64_t r = row; r < row + LANES; r += 4) {
    auto pair = [from, r](int c) {
      const __m512d low = _mm512_castpd256_pd512(_mm256_loadu_pd(from[c] + r));
      return _mm512_maskz_insertf64x4(0xff, low, _mm256_loadu_pd(from[c + 2] + r), 1);
    };
    auto put = [to, r](int k, __m512d x, __m512d y) {  // rows r + k and r + k + 2
      store(to + (r + k) * PAD, (Vector)_mm512_maskz_shuffle_f64x2(0xff, x, y, 0x88));
      store(to + (r + k + 2) * PAD, (Vector)_mm512_maskz_shuffle_f64x2(0xff, x, y, 0xdd));
    };
    const __m512d a = pair(0), b = pair(1), c = pair(4), d = pair(5);
    put(0, _mm512_maskz_unpacklo_pd(0xff, a, b), _mm512_maskz_unpacklo_pd(0xff, c, d));
    put(1, _mm512_maskz_unpackhi_pd(0xff, a, b), _mm512_maskz_unpackhi_pd(0xff, c, d));
  }
#elif defined(__AVX__)
  for (int64_t r = row; r < row + LANES; r += 2) {
    auto pair = [from, r](int c) {
      const __m256d low = _mm256_castpd128_pd256(_mm_loadu_pd(from[c] + r));
      return _mm256_insertf128_pd(low, _mm_loadu_pd(from[c + 2] + r), 1);
    };
    const __m256d a = pair(0), b = pair(1);
    store(to + r * PAD, (Vector)_mm256_unpacklo_pd(a, b));
    store(to + (r + 1) * PAD, (Vector)_mm256_unpackhi_pd(a, b));
  }
#elif defined(__GNUC__)
  const Vector a = load(from[0] + row), b = load(from[1] + row);
  store(to + row * PAD, Vector{a[0], b[0]});
  store(to + (row + 1) * PAD, Vector{a[1], b[1]});
#else
  for (int r = 0; r < LANES; ++r) {
    for (int c = 0; c < LANES; ++c) to[(row + r) * PAD + c] = from[c][row + r];
  }
#endif
}

// Bring the cache lines to which these point, so many doubles later.
inline void prefetch(const double* const* from, int64_t later) {
#if defined(__GNUC__)
  for (int c = 0; c < LANES; ++c) {
    const auto at = reinterpret_cast<std::uintptr_t>(from[c]) + sizeof(double) * later;
    __builtin_prefetch(reinterpret_cast<const void*>(at));
  }
#else
  static_cast<void>(from), static_cast<void>(later);
#endif
}

// A layer's input row by row, in panels of PAD columns: [panel][row][column]. Column 0 holds ones
// already; `rows` is a multiple of PAD. What stands `ahead` doubles later is wanted next.
void fill_panels(const double* by_unit, int64_t units, int64_t rows, int64_t ahead,
                 double* panels) {
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
    for (int64_t row = 0; row < rows; row += LANES) {
      if (ahead > 0 && row % PAD == 0) prefetch(from, row + ahead);
      transpose(from, row, to);
    }
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

template <int U, int V>
void gradient_tile(const Outer& o, int64_t u0, int64_t v0, int64_t rows) {
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

// Some units and all vectors but one that may be left over; returns how many vectors.
template <int U>
int64_t add_tiles(const Outer& o, int64_t u, int64_t vectors, int64_t rows) {
  int64_t v = 0;
  if (LANES == 8 && vectors % 2 == 1 && vectors > 1) {
    gradient_tile<U, 3>(o, u, v, rows);
    v = 3;
  }
  for (; v + 2 <= vectors; v += 2) gradient_tile<U, 2>(o, u, v, rows);
  return v;
}

void add_gradient(const Outer& o, int64_t units, int64_t inputs, int64_t rows, Chains& rest) {
  const int64_t vectors = (inputs + LANES) / LANES;  // one input more: the leading one
  for (int64_t first = 0; first < units; first += TILE_UNITS) {
    const int64_t end = std::min(first + TILE_UNITS, units);
    const bool whole = end - first == TILE_UNITS;
    const int64_t done = whole ? add_tiles<TILE_UNITS>(o, first, vectors, rows) : 0;
    for (int64_t u = first; u < end; ++u) {
      for (int64_t v = done; v < vectors; ++v) {
        rest.add({vector_of(o.panels, v), o.delta + u * BLOCK, o.sums + u * o.width + v * LANES});
      }
    }
  }
}

}  // namespace
}  // namespace rnet
