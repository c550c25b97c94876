// Householder reflections column by column, every sum formed from first to last: LINPACK's order,
// which is R's. Columns are independent, so several are worked on at once without changing a bit.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace nb = nanobind;
using std::int64_t;

namespace {

using Matrix = nb::ndarray<double, nb::ndim<2>, nb::f_contig, nb::device::cpu>;
using Lengths = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Positions = nb::ndarray<int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

constexpr double SMALLEST_SQUARE = 1e-280;  // below, a sum of squares may have lost digits
constexpr int AT_ONCE = 8;                  // columns whose sums are formed side by side

double length_of(const double* x, int64_t n) {
  double squares = 0.0;
  for (int64_t i = 0; i < n; ++i) squares += x[i] * x[i];
  if (squares > SMALLEST_SQUARE && squares < std::numeric_limits<double>::infinity()) {
    return std::sqrt(squares);
  }
  double largest = 0.0;
  for (int64_t i = 0; i < n; ++i) {
    if (std::isnan(x[i])) return x[i];
    largest = std::max(largest, std::fabs(x[i]));
  }
  if (largest == 0.0 || std::isinf(largest)) return largest;
  squares = 0.0;
  for (int64_t i = 0; i < n; ++i) squares += (x[i] / largest) * (x[i] / largest);
  return largest * std::sqrt(squares);
}

// y_k += -(v . y_k) / v[0] * v for `count` columns y_k.
template <int count>
void reflect(const double* v, double* const* y, int64_t n) {
  double sums[count] = {};
  for (int64_t i = 0; i < n; ++i) {
    for (int k = 0; k < count; ++k) sums[k] += v[i] * y[k][i];
  }
  for (int k = 0; k < count; ++k) {
    const double factor = -sums[k] / v[0];
    double* column = y[k];
    for (int64_t i = 0; i < n; ++i) column[i] += factor * v[i];
  }
}

void reflect_all(const double* v, std::vector<double*>& columns, int64_t n) {
  size_t k = 0;
  for (; k + AT_ONCE <= columns.size(); k += AT_ONCE) reflect<AT_ONCE>(v, &columns[k], n);
  for (; k < columns.size(); ++k) reflect<1>(v, &columns[k], n);
}

// Turn x into the vector of the reflection that keeps its first element only; return that element.
double make_reflection(double* x, int64_t n) {
  const double size = length_of(x, n);
  if (n == 1 || size == 0.0) {
    const double top = x[0];
    std::fill(x, x + n, 0.0);
    return top;
  }
  const double length = std::copysign(size, x[0]);
  const double scale = 1.0 / length;
  for (int64_t i = 0; i < n; ++i) x[i] *= scale;
  x[0] += 1.0;
  return -length;
}

int64_t decompose(Matrix work, Lengths diagonal, Positions pivot, double tolerance) {
  const int64_t n = static_cast<int64_t>(work.shape(0)), p = static_cast<int64_t>(work.shape(1));
  if (static_cast<int64_t>(diagonal.shape(0)) != p || static_cast<int64_t>(pivot.shape(0)) != p) {
    throw nb::value_error("diagonal and pivot need one element for each column");
  }
  double* first = work.data();
  std::vector<double> least(static_cast<size_t>(p));
  std::vector<double*> behind;
  for (int64_t j = 0; j < p; ++j) {
    const double length = length_of(first + j * n, n);
    least[j] = tolerance * (length == 0.0 ? 1.0 : length);
    pivot(j) = j;
    diagonal(j) = 0.0;
  }
  int64_t rank = p;
  for (int64_t j = 0; j < std::min(n, p); ++j) {
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    nb::gil_scoped_release release;
    // A column that those before it explain goes to the right edge; the others move up.
    while (j < rank && length_of(first + pivot(j) * n + j, n - j) < least[pivot(j)]) {
      std::rotate(pivot.data() + j, pivot.data() + j + 1, pivot.data() + p);
      --rank;
    }
    double* column = first + pivot(j) * n + j;
    diagonal(j) = make_reflection(column, n - j);
    if (column[0] == 0.0) continue;
    behind.clear();
    for (int64_t k = j + 1; k < p; ++k) behind.push_back(first + pivot(k) * n + j);
    reflect_all(column, behind, n - j);
  }
  return std::min(rank, n);
}

}  // namespace

NB_MODULE(_householder, m) {
  m.def("decompose", &decompose, nb::arg("work").noconvert(), nb::arg("diagonal").noconvert(),
        nb::arg("pivot").noconvert(), nb::arg("tolerance"));
}
