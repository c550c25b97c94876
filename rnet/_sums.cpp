// Sums and products in R's order: from first to last, in the platform's longest double or in plain
// doubles, every product and every sum rounded.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/tuple.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define RNET_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define RNET_CLONES
#endif

namespace nb = nanobind;
using std::int64_t;

namespace {

using Doubles = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Written = nb::ndarray<double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

// A long double for Python, which has none: (high + low) 2^exponent.
using Parts = std::tuple<double, double, int>;

void require(bool condition, const char* message) {
  if (!condition) throw nb::value_error(message);
}

Parts parts_of(long double value) {
  if (!std::isfinite(value)) return {static_cast<double>(value), 0.0, 0};
  int exponent = 0;
  const long double fraction = std::frexp(value, &exponent);
  const double high = static_cast<double>(fraction);
  return {high, static_cast<double>(fraction - high), exponent};
}

long double sum_of(Doubles values) {
  const double* x = values.data();
  const size_t n = values.size();
  nb::gil_scoped_release released;
  long double sum = 0.0L;
  for (size_t i = 0; i < n; ++i) sum += x[i];
  return sum;
}

Parts total(Doubles values) { return parts_of(sum_of(values)); }

double rounded_total(Doubles values) { return static_cast<double>(sum_of(values)); }

long double whole(const Parts& parts) {
  const auto [high, low, exponent] = parts;
  return std::ldexp(high + static_cast<long double>(low), exponent);
}

// The sum of (x - x_centre) (y - y_centre).
Parts centred_product(Doubles x, Parts x_parts, Doubles y, Parts y_parts) {
  require(x.size() == y.size(), "x and y differ in length");
  const long double x_centre = whole(x_parts), y_centre = whole(y_parts);
  const double *left = x.data(), *right = y.data();
  const size_t n = x.size();
  nb::gil_scoped_release released;
  long double sum = 0.0L;
  for (size_t i = 0; i < n; ++i) sum += (left[i] - x_centre) * (right[i] - y_centre);
  return parts_of(sum);
}

double mean_of(const double* x, size_t n) {
  long double sum = 0.0L, rest = 0.0L;
  for (size_t i = 0; i < n; ++i) sum += x[i];
  const long double first = sum / n;
  if (!std::isfinite(first)) return static_cast<double>(first);
  for (size_t i = 0; i < n; ++i) rest += x[i] - first;
  return static_cast<double>(first + rest / n);
}

double corrected_mean(Doubles values) {
  require(values.size() > 0, "no values");
  nb::gil_scoped_release released;
  return mean_of(values.data(), values.size());
}

double variance(Doubles values) {
  const double* x = values.data();
  const size_t n = values.size();
  require(n > 1, "variance of fewer than two values");
  nb::gil_scoped_release released;
  const long double centre = mean_of(x, n);
  long double sum = 0.0L;
  for (size_t i = 0; i < n; ++i) sum += (x[i] - centre) * (x[i] - centre);
  return static_cast<double>(sum / (n - 1));
}

constexpr int64_t TALL = 4, WIDE = 16;

// TALL rows and WIDE columns of the product, kept in registers.
RNET_CLONES void block(const double* __restrict a, const double* __restrict b,
                       double* __restrict out, int64_t terms, int64_t width) {
  double first[WIDE] = {}, second[WIDE] = {}, third[WIDE] = {}, fourth[WIDE] = {};
  for (int64_t t = 0; t < terms; ++t) {
    const double *row = b + t * width;
    const double p = a[t], q = a[terms + t], r = a[2 * terms + t], s = a[3 * terms + t];
    for (int64_t j = 0; j < WIDE; ++j) {
      first[j] += p * row[j];
      second[j] += q * row[j];
      third[j] += r * row[j];
      fourth[j] += s * row[j];
    }
  }
  std::copy(first, first + WIDE, out);
  std::copy(second, second + WIDE, out + width);
  std::copy(third, third + WIDE, out + 2 * width);
  std::copy(fourth, fourth + WIDE, out + 3 * width);
}

// What is left at the edges.
RNET_CLONES void edge(const double* a, const double* b, double* out, int64_t rows, int64_t columns,
                      int64_t terms, int64_t width) {
  for (int64_t i = 0; i < rows; ++i) {
    double sums[WIDE] = {};
    for (int64_t t = 0; t < terms; ++t) {
      for (int64_t j = 0; j < columns; ++j) sums[j] += a[i * terms + t] * b[t * width + j];
    }
    std::copy(sums, sums + columns, out + i * width);
  }
}

// out = a b, every cell summed from its first term to its last.
void product(Matrix a, Matrix b, Written out) {
  const int64_t n = static_cast<int64_t>(a.shape(0)), terms = static_cast<int64_t>(a.shape(1));
  const int64_t m = static_cast<int64_t>(b.shape(1));
  require(static_cast<int64_t>(b.shape(0)) == terms, "a and b do not fit");
  require(static_cast<int64_t>(out.shape(0)) == n && static_cast<int64_t>(out.shape(1)) == m,
          "out does not fit");
  nb::gil_scoped_release released;
  for (int64_t j = 0; j < m; j += WIDE) {
    for (int64_t i = 0; i < n; i += TALL) {
      const int64_t rows = std::min(TALL, n - i), columns = std::min(WIDE, m - j);
      const double *left = a.data() + i * terms, *right = b.data() + j;
      double* cells = out.data() + i * m + j;
      if (rows == TALL && columns == WIDE) {
        block(left, right, cells, terms, m);
      } else {
        edge(left, right, cells, rows, columns, terms, m);
      }
    }
  }
}

}  // namespace

NB_MODULE(_sums, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  m.def("total", &total, nb::arg("values"));
  m.def("rounded_total", &rounded_total, nb::arg("values"));
  m.def("centred_product", &centred_product, nb::arg("x"), nb::arg("x_centre"), nb::arg("y"),
        nb::arg("y_centre"));
  m.def("corrected_mean", &corrected_mean, nb::arg("values"));
  m.def("variance", &variance, nb::arg("values"));
  m.def("product", &product, nb::arg("a"), nb::arg("b"), nb::arg("out"));
}
