// Householder reflections column by column, every sum formed from first to last: LINPACK's order,
// which is R's. Columns are independent, so several are worked on at once without changing a bit;
// and a reflection is applied to the columns behind it, block of rows by block of rows, in the same
// pass over memory that forms the sums of the next one.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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
constexpr int64_t LINE = 8;                 // doubles that memory gives together
constexpr int64_t SIDE_BY_SIDE = 4;         // columns measured together
constexpr int64_t BLOCK = 512;              // rows: so many of these columns stay in the cache

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

// Columns that are read next, from a row on: fetched while sums are formed, which needs no memory.
struct Ahead {
  double* const* columns;
  size_t count;
  int64_t from;
};

inline void fetch(const Ahead& ahead, int64_t row) {
#if defined(__GNUC__)
  for (size_t k = 0; k < ahead.count; ++k) {
    __builtin_prefetch(ahead.columns[k] + ahead.from + row, 1);
  }
#else
  (void)ahead, (void)row;
#endif
}

// now[k] += v . y_k over rows from `from` on, as many of them as there are in pairs; return the row
// after the last. Two columns at a time: each lane of a sum is a column.
template <int count>
int64_t add_pairs(const double* v, double* const* y, int64_t from, int64_t to, double* now,
                  const Ahead& ahead) {
  int64_t i = from;
#if defined(__SSE2__)
  constexpr int PAIRS = count / 2;
  __m128d pair[PAIRS + 1];
  for (int k = 0; k < PAIRS; ++k) pair[k] = _mm_loadu_pd(now + 2 * k);
  for (; i + 2 <= to; i += 2) {
    if ((i - from) % LINE == 0) fetch(ahead, i - from);
    const __m128d rows = _mm_loadu_pd(v + i);
    for (int k = 0; k < PAIRS; ++k) {
      const __m128d left = _mm_mul_pd(rows, _mm_loadu_pd(y[2 * k] + i));
      const __m128d right = _mm_mul_pd(rows, _mm_loadu_pd(y[2 * k + 1] + i));
      pair[k] = _mm_add_pd(pair[k], _mm_unpacklo_pd(left, right));
      pair[k] = _mm_add_pd(pair[k], _mm_unpackhi_pd(left, right));
    }
    if (count % 2) {
      now[count - 1] += v[i] * y[count - 1][i];
      now[count - 1] += v[i + 1] * y[count - 1][i + 1];
    }
  }
  for (int k = 0; k < PAIRS; ++k) _mm_storeu_pd(now + 2 * k, pair[k]);
#else
  (void)v, (void)y, (void)to, (void)now, (void)ahead;
#endif
  return i;
}

// sums[k] += v . y_k
template <int count>
void add_products(const double* v, double* const* y, int64_t from, int64_t to, double* sums,
                  const Ahead& ahead) {
  double now[count];
  for (int k = 0; k < count; ++k) now[k] = sums[k];
  for (int64_t i = add_pairs<count>(v, y, from, to, now, ahead); i < to; ++i) {
    for (int k = 0; k < count; ++k) now[k] += v[i] * y[k][i];
  }
  for (int k = 0; k < count; ++k) sums[k] = now[k];
}

void add_products(const double* v, double* const* y, size_t count, int64_t from, int64_t to,
                  double* sums, const Ahead& ahead) {
  switch (count) {
    case 1: return add_products<1>(v, y, from, to, sums, ahead);
    case 2: return add_products<2>(v, y, from, to, sums, ahead);
    case 3: return add_products<3>(v, y, from, to, sums, ahead);
    case 4: return add_products<4>(v, y, from, to, sums, ahead);
    case 5: return add_products<5>(v, y, from, to, sums, ahead);
    case 6: return add_products<6>(v, y, from, to, sums, ahead);
    case 7: return add_products<7>(v, y, from, to, sums, ahead);
    default: return add_products<AT_ONCE>(v, y, from, to, sums, ahead);
  }
}

// sums[k] += y_k . y_k of adjacent columns of n rows
template <int count>
void add_squares(const double* y, int64_t n, int64_t from, int64_t to, double* sums) {
  double now[count];
  for (int k = 0; k < count; ++k) now[k] = sums[k];
  for (int64_t i = from; i < to; ++i) {
    for (int k = 0; k < count; ++k) now[k] += y[k * n + i] * y[k * n + i];
  }
  for (int k = 0; k < count; ++k) sums[k] = now[k];
}

void add_multiple(double factor, const double* v, double* y, int64_t from, int64_t to) {
  for (int64_t i = from; i < to; ++i) y[i] += factor * v[i];
}

// copy = x times the factors of its rows
void copy_scaled(const double* x, const double* factors, double* copy, int64_t from, int64_t to) {
  if (factors == nullptr) {
    std::copy(x + from, x + to, copy + from);
  } else {
    for (int64_t i = from; i < to; ++i) copy[i] = x[i] * factors[i];
  }
}

// Copy the columns of x, their rows multiplied by the factors; return the sums of squares.
std::vector<double> copied(const double* x, const double* factors, double* work, int64_t n,
                           int64_t p) {
  std::vector<double> squares(static_cast<size_t>(p));
  for (int64_t first = 0; first < p; first += SIDE_BY_SIDE) {
    const int64_t last = std::min(p, first + SIDE_BY_SIDE);
    for (int64_t from = 0; from < n; from += BLOCK) {
      const int64_t to = std::min(n, from + BLOCK);
      for (int64_t k = first; k < last; ++k) {
        copy_scaled(x + k * n, factors, work + k * n, from, to);
      }
      double* y = work + first * n;
      double* sums = squares.data() + first;
      if (last - first == SIDE_BY_SIDE) {
        add_squares<SIDE_BY_SIDE>(y, n, from, to, sums);
      } else {
        for (int64_t k = 0; k < last - first; ++k) {
          add_squares<1>(y + k * n, n, from, to, sums + k);
        }
      }
    }
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
  // `carried`, if there is any, is a vector of n rows that takes the first `rank` reflections.
  Decomposition(double* work, const std::vector<double>& squares, double* carried, int64_t n,
                double* diagonal, int64_t* pivot, double tolerance)
      : n_(n), p_(static_cast<int64_t>(squares.size())), diagonal_(diagonal), pivot_(pivot) {
    for (int64_t k = 0; k < p_; ++k) {
      double* y = work + k * n;
      const double length = length_of(y, n, squares[static_cast<size_t>(k)]);
      column_.push_back({y, tolerance * (length == 0.0 ? 1.0 : length)});
      pivot[k] = k;
      diagonal[k] = 0.0;
    }
    if (carried != nullptr) column_.push_back({carried, 0.0});
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
    if (j >= rank && carries()) {
      bring_up_to_date(column_.back());
      column_.pop_back();
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
    for (Column& column : column_) bring_up_to_date(column);
  }

 private:
  // The column at a place; what is carried has the place behind the last.
  Column& at(int64_t place) {
    return column_[static_cast<size_t>(place < p_ ? pivot_[place] : place)];
  }

  int64_t places() const { return static_cast<int64_t>(column_.size()); }

  bool carries() const { return places() > p_; }

  void bring_up_to_date(Column& column) const {
    if (column.waits) add_multiple(column.factor, vector_, column.y, top_, n_);
    column.waits = false;
  }

  // The columns whose turn is after that of those before `first`: of these rows or of the next.
  Ahead next_group(const std::vector<double*>& behind, size_t first, int64_t from,
                   int64_t to) const {
    const bool is_here = first < behind.size();
    if (!is_here && to == n_) return {nullptr, 0, 0};
    const size_t begin = is_here ? first : 0;
    return {&behind[begin], std::min(AT_ONCE, behind.size() - begin), is_here ? from : to};
  }

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
    std::vector<double> sums(static_cast<size_t>(places() - j - 1));
    for (int64_t place = j + 1; place < places(); ++place) {
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
        add_products(x, &behind[first], count, from, to, &sums[first],
                     next_group(behind, first + count, from, to));
      }
    }
    diagonal_[j] = -length;
    vector_ = x;
    top_ = j;
    for (int64_t place = j + 1; place < places(); ++place) {
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

int64_t decompose(Given x, std::optional<Factors> factors, Matrix work,
                  std::optional<Numbers> carried, Numbers diagonal, Positions pivot,
                  double tolerance) {
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
  if (carried && static_cast<int64_t>(carried->shape(0)) != n) {
    throw nb::value_error("what is carried needs one element for each row");
  }
  const std::vector<double> squares =
      copied(x.data(), factors ? factors->data() : nullptr, work.data(), n, p);
  Decomposition decomposition(work.data(), squares, carried ? carried->data() : nullptr, n,
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
  const double* last = nullptr;  // the last reflection's vector, from row `top`, not yet applied
  int64_t top = 0;
  double factor = 0.0;
  for (int64_t place = 0; place < rank; ++place) {
    const int64_t j = backwards ? rank - 1 - place : place;
    const double* v = packed.data() + j * n;
    if (v[j] == 0.0) continue;
    const int64_t both = last == nullptr ? n : std::max(j, top);
    if (last != nullptr) add_multiple(factor, last, y.data(), top, both);
    double sum = 0.0;
    for (int64_t i = j; i < both; ++i) sum += v[i] * y(i);
    for (int64_t from = both; from < n; from += BLOCK) {
      const int64_t to = std::min(n, from + BLOCK);
      add_multiple(factor, last, y.data(), from, to);
      for (int64_t i = from; i < to; ++i) sum += v[i] * y(i);
    }
    last = v;
    top = j;
    factor = -sum / v[j];
  }
  if (last != nullptr) add_multiple(factor, last, y.data(), top, n);
}

}  // namespace

NB_MODULE(_householder, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  m.def("decompose", &decompose, nb::arg("x").noconvert(), nb::arg("factors").noconvert().none(),
        nb::arg("work").noconvert(), nb::arg("carried").noconvert().none(),
        nb::arg("diagonal").noconvert(), nb::arg("pivot").noconvert(), nb::arg("tolerance"));
  m.def("rotate", &rotate, nb::arg("packed").noconvert(), nb::arg("y").noconvert(),
        nb::arg("rank"), nb::arg("backwards"));
}
