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

constexpr int NEAR_BITS = 17;  // of 128 x / log 2, rounded
constexpr uint64_t HALF_NEAR = uint64_t{1} << (NEAR_BITS - 1);
constexpr uint64_t BITS_OF_SHIFT = 0x4338000000000000u;  // of 0x1.8p52

inline Vector fused(Vector a, Vector b, Vector c) {
#if defined(__AVX512F__)
  return (Vector)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
#elif defined(__AVX__)
  return (Vector)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
#else
  return Vector{__builtin_fma(a[0], b[0], c[0]), __builtin_fma(a[1], b[1], c[1])};
#endif
}

// The table's pairs at `index`: first words into `tail`, second ones into `head`. With eight lanes a
// gather of each is quickest, with four it is to load the pairs whole and unpack them.
inline void look_up(Words index, Vector& tail, Words& head) {
#if defined(__AVX512F__)
  const __m512i at = (__m512i)(index << 4);  // masked, or GCC 12 warns of its own header
  tail = (Vector)_mm512_mask_i64gather_pd(_mm512_setzero_pd(), 0xff, at, EXP_TABLE, 1);
  head = (Words)_mm512_mask_i64gather_epi64(_mm512_setzero_si512(), 0xff, at, EXP_TABLE + 1, 1);
#elif defined(__AVX__)
  alignas(32) uint64_t at[LANES];
  memcpy(at, &index, sizeof at);
  auto pair = [&at](int i) {
    return _mm_load_pd(reinterpret_cast<const double*>(EXP_TABLE + 2 * at[i]));
  };
  const __m256d even = _mm256_insertf128_pd(_mm256_castpd128_pd256(pair(0)), pair(2), 1);
  const __m256d odd = _mm256_insertf128_pd(_mm256_castpd128_pd256(pair(1)), pair(3), 1);
  tail = (Vector)_mm256_unpacklo_pd(even, odd);
  head = (Words)_mm256_unpackhi_pd(even, odd);
#else
  for (int i = 0; i < LANES; ++i) {
    memcpy(reinterpret_cast<double*>(&tail) + i, EXP_TABLE + 2 * index[i], sizeof(double));
    head[i] = EXP_TABLE[2 * index[i] + 1];
  }
#endif
}

// exp in two halves, so that a loop can have three vectors under way: what waits for the table does
// not hold up the rest.
struct HalfExp {
  Vector r, tail, scale;
};

// Of exp(-x) or exp(x), of a size below 512. `outside` gets a bit above NEAR_BITS where the size is
// 355, more, or NaN.
template <bool NEGATIVE>
HalfExp begin_exp(Vector x, Words& outside) {
  constexpr double PER_LOG_2 = NEGATIVE ? -0x1.71547652b82fep+7 : 0x1.71547652b82fep+7;
  Vector kd = fused(x, all(PER_LOG_2), all(0x1.8p52));
  const Words k = (Words)kd;
  outside |= k + (HALF_NEAR - BITS_OF_SHIFT);
  kd -= 0x1.8p52;
  const Vector left = fused(kd, all(-0x1.62e42fefa0000p-8), NEGATIVE ? -x : x);
  HalfExp half;
  half.r = fused(kd, all(-0x1.cf79abc9e3b3ap-47), left);
  Words head;
  look_up(k & 127, half.tail, head);
  half.scale = (Vector)(head + (k << 45));
  return half;
}

inline Vector end_exp(const HalfExp& half) {
  const Vector r = half.r, r2 = r * r;
  const Vector p = fused(
      r2, fused(r, all(0x1.555555555543cp-3), all(0x1.ffffffffffdbdp-2)), half.tail + r);
  const Vector q = fused(r, all(0x1.1111167a4d017p-7), all(0x1.55555cf172b91p-5));
  return fused(half.scale, fused(r2 * r2, q, p), half.scale);
}

// out[i] = then(exp(-x[i])) or then(exp(x[i])) for a multiple of PAD; x and out do not overlap.
template <bool NEGATIVE, typename Function>
void of_exponential(const double* x, double* out, int64_t count, Function then) {
  if (count == 0) return;
  Words outside{};
  const double* const end = x + count;
  HalfExp half = begin_exp<NEGATIVE>(load(x), outside);
  Vector whole = end_exp(half);
  half = begin_exp<NEGATIVE>(load(LANES < count ? x + LANES : x), outside);
  for (const double* next = x + 2 * LANES; next < end; next += LANES) {
    const Vector done = then(whole);
    whole = end_exp(half);
    half = begin_exp<NEGATIVE>(load(next), outside);
    store(out + (next - x) - 2 * LANES, done);
  }
  if (LANES < count) {
    store(out + count - 2 * LANES, then(whole));
    whole = end_exp(half);
  }
  store(out + count - LANES, then(whole));
  uint64_t any = 0;
  for (int i = 0; i < LANES; ++i) any |= outside[i];
  if (any >> NEAR_BITS == 0) return;
  for (int64_t i = 0; i < count; ++i) {
    if (!(fabs(x[i]) < 512)) out[i] = then(exp(NEGATIVE ? -x[i] : x[i]));
  }
}
#else
template <bool NEGATIVE, typename Function>
void of_exponential(const double* x, double* out, int64_t count, Function then) {
  for (int64_t i = 0; i < count; ++i) out[i] = then(exp(NEGATIVE ? -x[i] : x[i]));
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
      of_exponential<true>(z, out, count, [](auto e) { return 1.0 / (1.0 + e); });
      break;
    case Activation::tanh:
      for (int64_t i = 0; i < count; ++i) out[i] = ::tanh(z[i]);
      break;
    case Activation::relu:
      for (int64_t i = 0; i < count; ++i) out[i] = z[i] * (z[i] > 0 ? 1.0 : 0.0);
      break;
  }
}

template <Activation KIND, typename Value>
inline Value derivative(Value a) {
  if constexpr (KIND == Activation::logistic) return a * (1.0 - a);
  if constexpr (KIND == Activation::tanh) return 1.0 - a * a;
  if constexpr (KIND == Activation::relu) return a != a ? a : (a > 0 ? Value{} + 1.0 : Value{});
  return Value{} + 1.0;
}

inline double derivative(Activation kind, double a) {
  if (kind == Activation::logistic) return derivative<Activation::logistic>(a);
  if (kind == Activation::tanh) return derivative<Activation::tanh>(a);
  if (kind == Activation::relu) return derivative<Activation::relu>(a);
  return 1.0;
}

template <Activation KIND>
void times_derivative(double* __restrict delta, const double* __restrict a, int64_t count) {
  for (int64_t i = 0; i < count; ++i) delta[i] = derivative<KIND>(a[i]) * delta[i];
}

void times_derivative(Activation kind, double* delta, const double* a, int64_t count) {
  if (kind == Activation::logistic) times_derivative<Activation::logistic>(delta, a, count);
  if (kind == Activation::tanh) times_derivative<Activation::tanh>(delta, a, count);
  if (kind == Activation::relu) times_derivative<Activation::relu>(delta, a, count);
}

}  // namespace
}  // namespace rnet
