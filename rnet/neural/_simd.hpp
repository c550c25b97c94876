// Vectors of doubles as wide as the instruction set has them, and the functions of units over
// them, with the bits of glibc's exp. Part of _training.cpp.
#pragma once

#include <math.h>
#include <string.h>

#if defined(__AVX__)
#include <immintrin.h>
#endif

#include "_training.hpp"

#if defined(__clang__)
#define RNET_UNROLL _Pragma("unroll")
#elif defined(__GNUC__)
#define RNET_UNROLL _Pragma("GCC unroll 16")
#else
#define RNET_UNROLL
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

// The value in every lane; less zero, which compilers drop (plus zero turns -0 to 0: they add it).
inline Vector all(double value) { return value - Vector{}; }
inline Vector load(const double* at) { return *reinterpret_cast<const Vector*>(at); }
inline void store(double* at, Vector value) { *reinterpret_cast<Vector*>(at) = value; }

// ---- exp with the bits of glibc (a table method; its fused operations are its definition) ----

#if defined(__GNUC__) && (defined(__FMA__) || defined(__ARM_FEATURE_FMA))
typedef uint64_t Words __attribute__((vector_size(LANES * sizeof(uint64_t))));

inline Vector fused(Vector a, Vector b, Vector c) {
#if defined(__AVX512F__)
  return (Vector)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
#elif defined(__AVX__)
  return (Vector)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
#else
  return Vector{__builtin_fma(a[0], b[0], c[0]), __builtin_fma(a[1], b[1], c[1])};
#endif
}

// The table's pairs at `index`: first words into `tail`, second ones into `head`. Pairs are loaded
// whole and unpacked, which is quicker than a gather of each.
inline void look_up(Words index, Vector& tail, Words& head) {
  alignas(64) uint64_t at[LANES];
  memcpy(at, &index, sizeof at);
#if defined(__AVX512F__)
  auto pair = [&at](int i) {
    return _mm_load_pd(reinterpret_cast<const double*>(EXP_TABLE + 2 * at[i]));
  };
  auto four = [&pair](int i) {
    __m512d all = _mm512_castpd128_pd512(pair(i));
    all = _mm512_insertf64x2(all, pair(i + 2), 1);
    all = _mm512_insertf64x2(all, pair(i + 4), 2);
    return (Vector)_mm512_insertf64x2(all, pair(i + 6), 3);
  };
  const Vector even = four(0), odd = four(1);
  tail = __builtin_shufflevector(even, odd, 0, 8, 2, 10, 4, 12, 6, 14);
  head = (Words)__builtin_shufflevector(even, odd, 1, 9, 3, 11, 5, 13, 7, 15);
#elif defined(__AVX__)
  auto pair = [&at](int i) {
    return _mm_load_pd(reinterpret_cast<const double*>(EXP_TABLE + 2 * at[i]));
  };
  const __m256d even = _mm256_insertf128_pd(_mm256_castpd128_pd256(pair(0)), pair(2), 1);
  const __m256d odd = _mm256_insertf128_pd(_mm256_castpd128_pd256(pair(1)), pair(3), 1);
  tail = (Vector)_mm256_unpacklo_pd(even, odd);
  head = (Words)_mm256_unpackhi_pd(even, odd);
#else
  for (int i = 0; i < LANES; ++i) {
    memcpy(reinterpret_cast<double*>(&tail) + i, EXP_TABLE + 2 * at[i], sizeof(double));
    head[i] = EXP_TABLE[2 * at[i] + 1];
  }
#endif
}

inline Vector exp_within_512(Vector x) {
  Vector kd = fused(x, all(0x1.71547652b82fep+7), all(0x1.8p52));
  const Words k = (Words)kd;
  kd -= 0x1.8p52;
  const Vector r = fused(kd, all(-0x1.cf79abc9e3b3ap-47), fused(kd, all(-0x1.62e42fefa0000p-8), x));
  Vector tail;
  Words head;
  look_up(k & 127, tail, head);
  const Vector scale = (Vector)(head + (k << 45));
  const Vector r2 = r * r;
  const Vector p = fused(
      r2, fused(r, all(0x1.555555555543cp-3), all(0x1.ffffffffffdbdp-2)), tail + r);
  const Vector q = fused(r, all(0x1.1111167a4d017p-7), all(0x1.55555cf172b91p-5));
  return fused(scale, fused(r2 * r2, q, p), scale);
}

// out[i] = then(exp(sign x[i])) for a multiple of PAD; x and out do not overlap.
template <typename Function>
void of_exponential(double sign, const double* x, double* out, int64_t count, Function then) {
  constexpr uint64_t ALL_BUT_SIGN = ~uint64_t{0} >> 1, BITS_OF_512 = 0x4080000000000000u;
  Words outside{};  // the highest bit of a lane is set for a size of 512, more, or NaN
  for (int64_t i = 0; i < count; i += LANES) {
    const Vector value = load(x + i);
    outside |= BITS_OF_512 - 1 - ((Words)value & ALL_BUT_SIGN);
    store(out + i, then(exp_within_512(value * sign)));
  }
  uint64_t any = 0;
  for (int i = 0; i < LANES; ++i) any |= outside[i];
  if (any <= ALL_BUT_SIGN) return;
  for (int64_t i = 0; i < count; ++i) {
    if (!(fabs(x[i]) < 512)) out[i] = then(exp(sign * x[i]));
  }
}
#else
template <typename Function>
void of_exponential(double sign, const double* x, double* out, int64_t count, Function then) {
  for (int64_t i = 0; i < count; ++i) out[i] = then(exp(sign * x[i]));
}
#endif

// ---- activations: value, and derivative as a function of the value ----

// out = the activation of z, `count` a multiple of PAD; the two do not overlap.
void activate(Activation kind, const double* __restrict z, double* __restrict out,
              int64_t count) {
  switch (kind) {
    case Activation::linear:
      memcpy(out, z, sizeof(double) * static_cast<size_t>(count));
      break;
    case Activation::logistic:
      of_exponential(-1.0, z, out, count, [](auto e) { return 1.0 / (1.0 + e); });
      break;
    case Activation::tanh:
      for (int64_t i = 0; i < count; ++i) out[i] = ::tanh(z[i]);
      break;
    case Activation::relu:
      for (int64_t i = 0; i < count; ++i) out[i] = z[i] * (z[i] > 0 ? 1.0 : 0.0);
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
void times_derivative(double* __restrict delta, const double* __restrict a, int64_t count) {
  for (int64_t i = 0; i < count; ++i) delta[i] = derivative(KIND, a[i]) * delta[i];
}

void times_derivative(Activation kind, double* delta, const double* a, int64_t count) {
  if (kind == Activation::logistic) times_derivative<Activation::logistic>(delta, a, count);
  if (kind == Activation::tanh) times_derivative<Activation::tanh>(delta, a, count);
  if (kind == Activation::relu) times_derivative<Activation::relu>(delta, a, count);
}

}  // namespace
}  // namespace rnet
