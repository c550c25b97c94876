// Householder reflections column by column, every sum formed from first to last: LINPACK's order,
// which is R's. Columns are independent, so several are worked on at once without changing a bit;
// and a reflection is applied to the columns behind it, block of rows by block of rows, in the same
// pass over memory that forms the sums of the next one.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace nb = nanobind;
using std::int64_t;

namespace {

using Matrix = nb::ndarray<double, nb::ndim<2>, nb::f_contig, nb::device::cpu>;
using Given = nb::ndarray<const double, nb::ndim<2>, nb::f_contig, nb::device::cpu>;
using Factors = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Numbers = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Positions = nb::ndarray<int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

constexpr double SMALLEST_SQUARE = 1e-280;  // below, a sum of squares may have lost digits
constexpr size_t AT_ONCE = 8;               // columns whose sums are formed side by side
constexpr int64_t BLOCK = 2048;             // rows: so many of these columns stay in the cache

double scaled_length(const double* x, int64_t n) {
  double largest = 0.0;
  for (int64_t i = 0; i < n; ++i) {
    if (std::isnan(x[i])) return x[i];
    largest = std::max(largest, std::fabs(x[i]));
  }
  if (largest == 0.0 || std::isinf(largest)) return largest;
  double squares = 0.0;
  for (int64_t i = 0; i < n; ++i) squares += (x[i] / largest) * (x[i] / largest);
  return largest * std::sqrt(squares);
}

// The length of x, whose sum of squares is known.
double length_of(const double* x, int64_t n, double squares) {
  const bool is_safe =
      squares > SMALLEST_SQUARE && squares < std::numeric_limits<double>::infinity();
  return is_safe ? std::sqrt(squares) : scaled_length(x, n);
}

// sums[k] += v . y_k
template <int count>
void add_products(const double* v, double* const* y, int64_t from, int64_t to, double* sums) {
  double now[count];
  for (int k = 0; k < count; ++k) now[k] = sums[k];
  for (int64_t i = from; i < to; ++i) {
    for (int k = 0; k < count; ++k) now[k] += v[i] * y[k][i];
  }
  for (int k = 0; k < count; ++k) sums[k] = now[k];
}

void add_products(const double* v, double* const* y, size_t count, int64_t from, int64_t to,
                  double* sums) {
  switch (count) {
    case 1: return add_products<1>(v, y, from, to, sums);
    case 2: return add_products<2>(v, y, from, to, sums);
    case 3: return add_products<3>(v, y, from, to, sums);
    case 4: return add_products<4>(v, y, from, to, sums);
    case 5: return add_products<5>(v, y, from, to, sums);
    case 6: return add_products<6>(v, y, from, to, sums);
    case 7: return add_products<7>(v, y, from, to, sums);
    default: return add_products<AT_ONCE>(v, y, from, to, sums);
  }
}

void add_multiple(double factor, const double* v, double* y, int64_t from, int64_t to) {
  for (int64_t i = from; i < to; ++i) y[i] += factor * v[i];
}

// Copy x times the factors of its rows; return the sum of squares of the copy.
double copy_scaled(const double* x, const double* factors, double* copy, int64_t n) {
  double squares = 0.0;
  for (int64_t from = 0; from < n; from += BLOCK) {
    const int64_t to = std::min(n, from + BLOCK);
    if (factors == nullptr) {
      std::copy(x + from, x + to, copy + from);
    } else {
      for (int64_t i = from; i < to; ++i) copy[i] = x[i] * factors[i];
    }
    for (int64_t i = from; i < to; ++i) squares += copy[i] * copy[i];
  }
  return squares;
}

// One column: as long as it waits, the last reflection is still to be applied to it, which adds
// `factor` times the reflection's vector.
struct Column {
  double* y;
  double least;  // shorter than this it counts as explained
  double factor = 0.0;
  bool waits = false;
};

// The decomposition as it proceeds.
class Decomposition {
 public:
  Decomposition(const double* x, const double* factors, double* work, int64_t n, int64_t p,
                double* diagonal, int64_t* pivot, double tolerance)
      : n_(n), p_(p), diagonal_(diagonal), pivot_(pivot) {
    for (int64_t k = 0; k < p; ++k) {
      double* y = work + k * n;
      const double length = length_of(y, n, copy_scaled(x + k * n, factors, y, n));
      column_.push_back({y, tolerance * (length == 0.0 ? 1.0 : length)});
      pivot[k] = k;
      diagonal[k] = 0.0;
    }
  }

  // Make the j-th reflection of the first column from place j on that those before it do not
  // explain; the others go to the right edge, the columns behind them move up. Return the rank.
  int64_t step(int64_t j, int64_t rank) {
    double length = current_length(j);
    while (j < rank && length < at(j).least) {
      std::rotate(pivot_ + j, pivot_ + j + 1, pivot_ + p_);
      --rank;
      length = current_length(j);
    }
    if (n_ - j == 1 || length == 0.0) {
      leave_out(j);
    } else {
      reflect(j, std::copysign(length, at(j).y[j]));
    }
    return rank;
  }

  // Apply the last reflection to the columns it waits for.
  void finish() {
    for (Column& column : column_) {
      if (column.waits) add_multiple(column.factor, vector_, column.y, top_, n_);
      column.waits = false;
    }
  }

 private:
  Column& at(int64_t place) { return column_[static_cast<size_t>(pivot_[place])]; }

  // The length from row j on of the column at place j, which is brought up to date.
  double current_length(int64_t j) {
    Column& column = at(j);
    double* y = column.y;
    if (column.waits) add_multiple(column.factor, vector_, y, top_, j);
    double squares = 0.0;
    for (int64_t from = j; from < n_; from += BLOCK) {
      const int64_t to = std::min(n_, from + BLOCK);
      if (column.waits) add_multiple(column.factor, vector_, y, from, to);
      for (int64_t i = from; i < to; ++i) squares += y[i] * y[i];
    }
    column.waits = false;
    return length_of(y + j, n_ - j, squares);
  }

  // The column at place j has no length, or one row only: there is nothing to reflect.
  void leave_out(int64_t j) {
    double* x = at(j).y;
    diagonal_[j] = x[j];
    std::fill(x + j, x + n_, 0.0);
    finish();
  }

  // Turn the column at place j into the vector of the reflection that keeps its element j only,
  // and learn what multiple of it each of the columns behind takes.
  void reflect(int64_t j, double length) {
    double* x = at(j).y;
    const double scale = 1.0 / length;
    std::vector<double*> behind;
    std::vector<double> sums(static_cast<size_t>(p_ - j - 1));
    for (int64_t place = j + 1; place < p_; ++place) {
      const Column& column = at(place);
      behind.push_back(column.y);
      if (column.waits) add_multiple(column.factor, vector_, column.y, top_, j);
    }
    for (int64_t from = j; from < n_; from += BLOCK) {
      const int64_t to = std::min(n_, from + BLOCK);
      for (int64_t i = from; i < to; ++i) x[i] *= scale;
      if (from == j) x[j] += 1.0;
      for (size_t first = 0; first < behind.size(); first += AT_ONCE) {
        const size_t count = std::min(AT_ONCE, behind.size() - first);
        for (size_t k = first; k < first + count; ++k) {
          const Column& column = at(j + 1 + static_cast<int64_t>(k));
          if (column.waits) add_multiple(column.factor, vector_, column.y, from, to);
        }
        add_products(x, &behind[first], count, from, to, &sums[first]);
      }
    }
    diagonal_[j] = -length;
    vector_ = x;
    top_ = j;
    for (int64_t place = j + 1; place < p_; ++place) {
      at(place).factor = -sums[static_cast<size_t>(place - j - 1)] / x[j];
      at(place).waits = true;
    }
  }

  int64_t n_, p_;
  double* diagonal_;
  int64_t* pivot_;
  std::vector<Column> column_;
  const double* vector_ = nullptr;  // of the last reflection, which begins at row top_
  int64_t top_ = 0;
};

int64_t decompose(Given x, std::optional<Factors> factors, Matrix work, Numbers diagonal,
                  Positions pivot, double tolerance) {
  const int64_t n = static_cast<int64_t>(x.shape(0)), p = static_cast<int64_t>(x.shape(1));
  if (work.shape(0) != x.shape(0) || work.shape(1) != x.shape(1)) {
    throw nb::value_error("work needs the shape of x");
  }
  if (static_cast<int64_t>(diagonal.shape(0)) != p || static_cast<int64_t>(pivot.shape(0)) != p) {
    throw nb::value_error("diagonal and pivot need one element for each column");
  }
  if (factors && static_cast<int64_t>(factors->shape(0)) != n) {
    throw nb::value_error("factors need one element for each row");
  }
  Decomposition decomposition(x.data(), factors ? factors->data() : nullptr, work.data(), n, p,
                              diagonal.data(), pivot.data(), tolerance);
  int64_t rank = p;
  for (int64_t j = 0; j < std::min(n, p); ++j) {
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    nb::gil_scoped_release release;
    rank = decomposition.step(j, rank);
  }
  decomposition.finish();
  return std::min(rank, n);
}

// Apply the first `rank` reflections to y, in their order or backwards.
void rotate(Given packed, Numbers y, int64_t rank, bool backwards) {
  const int64_t n = static_cast<int64_t>(packed.shape(0));
  if (static_cast<int64_t>(y.shape(0)) != n || rank < 0 ||
      rank > std::min(n, static_cast<int64_t>(packed.shape(1)))) {
    throw nb::value_error("y needs an element for each row, rank at most the number of columns");
  }
  nb::gil_scoped_release release;
  for (int64_t place = 0; place < rank; ++place) {
    const int64_t j = backwards ? rank - 1 - place : place;
    const double* v = packed.data() + j * n;
    if (v[j] == 0.0) continue;
    double sum = 0.0;
    for (int64_t i = j; i < n; ++i) sum += v[i] * y(i);
    add_multiple(-sum / v[j], v, y.data(), j, n);
  }
}

}  // namespace

NB_MODULE(_householder, m) {
  m.def("decompose", &decompose, nb::arg("x").noconvert(), nb::arg("factors").noconvert().none(),
        nb::arg("work").noconvert(), nb::arg("diagonal").noconvert(), nb::arg("pivot").noconvert(),
        nb::arg("tolerance"));
  m.def("rotate", &rotate, nb::arg("packed").noconvert(), nb::arg("y").noconvert(),
        nb::arg("rank"), nb::arg("backwards"));
}
