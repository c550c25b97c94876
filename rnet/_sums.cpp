// Sums and products in R's order: from first to last, in the platform's longest double or in plain
// doubles, every product and every sum rounded.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/tuple.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

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
using Vector = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
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

// The sums of the first, the first two, ... values.
void running_totals(Doubles values, Vector out) {
  require(values.size() == out.size(), "out does not fit");
  const double* x = values.data();
  double* totals = out.data();
  const size_t n = values.size();
  nb::gil_scoped_release released;
  long double sum = 0.0L;
  for (size_t i = 0; i < n; ++i) {
    sum += x[i];
    totals[i] = static_cast<double>(sum);
  }
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

constexpr size_t ABREAST = 4;

// Sums of products of deviations of x with those of some columns of y, at most ABREAST abreast:
// each sum in order, but independent of the others.
void deviation_products(const double* x, long double x_centre, const double* y,
                        const long double* y_centres, size_t n, size_t columns,
                        long double* sums) {
  long double found[ABREAST] = {};
  if (columns == ABREAST) {
    for (size_t k = 0; k < n; ++k) {
      const long double left = x[k] - x_centre;
      found[0] += left * (y[k] - y_centres[0]);
      found[1] += left * (y[n + k] - y_centres[1]);
      found[2] += left * (y[2 * n + k] - y_centres[2]);
      found[3] += left * (y[3 * n + k] - y_centres[3]);
    }
  } else {
    for (size_t c = 0; c < columns; ++c) {
      for (size_t k = 0; k < n; ++k) {
        found[c] += (x[k] - x_centre) * (y[c * n + k] - y_centres[c]);
      }
    }
  }
  std::copy(found, found + columns, sums);
}

std::vector<long double> means_of(const double* x, size_t columns, size_t n) {
  std::vector<long double> means(columns);
  for (size_t i = 0; i < columns; ++i) means[i] = mean_of(x + i * n, n);
  return means;
}

std::vector<long double> lengths_of(const double* x, const std::vector<long double>& centres,
                                    size_t n) {
  std::vector<long double> lengths(centres.size());
  for (size_t i = 0; i < centres.size(); ++i) {
    deviation_products(x + i * n, centres[i], x + i * n, &centres[i], n, 1, &lengths[i]);
    lengths[i] = std::sqrt(lengths[i]);
  }
  return lengths;
}

// Covariances of the rows of x with those of y, or correlations; `missing` stands where a
// correlation has a standard deviation of zero. Returns whether there is one.
bool moments(Matrix x, Matrix y, bool scaled, double missing, Written out) {
  const size_t p = x.shape(0), q = y.shape(0), n = x.shape(1);
  require(y.shape(1) == n && n > 1, "x and y do not fit");
  require(out.shape(0) == p && out.shape(1) == q, "out does not fit");
  const double *left = x.data(), *right = y.data();
  const bool same = left == right && p == q;
  double* cells = out.data();
  nb::gil_scoped_release released;
  const auto x_centres = means_of(left, p, n);
  const auto y_centres = same ? x_centres : means_of(right, q, n);
  std::vector<long double> sums(p * q), x_lengths, y_lengths;
  for (size_t i = 0; i < p; ++i) {
    for (size_t j = same ? i : 0; j < q; j += ABREAST) {
      deviation_products(left + i * n, x_centres[i], right + j * n, &y_centres[j], n,
                         std::min(ABREAST, q - j), &sums[i * q + j]);
    }
    for (size_t j = 0; same && j < i; ++j) sums[i * q + j] = sums[j * q + i];
  }
  if (scaled) {
    x_lengths = lengths_of(left, x_centres, n);
    y_lengths = same ? x_lengths : lengths_of(right, y_centres, n);
  }
  bool constant = false;
  for (size_t i = 0; i < p; ++i) {
    for (size_t j = 0; j < q; ++j) {
      long double value = sums[i * q + j];
      if (!scaled) {
        cells[i * q + j] = static_cast<double>(value / (n - 1));
        continue;
      }
      const bool flat = x_lengths[i] == 0 || y_lengths[j] == 0;
      value /= x_lengths[i] * y_lengths[j];
      if (value > 1) value = 1;
      if (value < -1) value = -1;
      cells[i * q + j] = flat ? missing : static_cast<double>(value);
      constant = constant || flat;
    }
  }
  return constant;
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
  m.def("running_totals", &running_totals, nb::arg("values"), nb::arg("out"));
  m.def("centred_product", &centred_product, nb::arg("x"), nb::arg("x_centre"), nb::arg("y"),
        nb::arg("y_centre"));
  m.def("corrected_mean", &corrected_mean, nb::arg("values"));
  m.def("variance", &variance, nb::arg("values"));
  m.def("moments", &moments, nb::arg("x"), nb::arg("y"), nb::arg("scaled"), nb::arg("missing"),
        nb::arg("out"));
  m.def("product", &product, nb::arg("a"), nb::arg("b"), nb::arg("out"));
}
