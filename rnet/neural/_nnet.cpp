// Networks with one hidden layer as R's nnet fits them: the criterion and its gradient with every
// sum in R's order, and the variable metric minimiser of Nash (1990), Compact Numerical Methods
// for Computers, algorithm 21, with the settings of R's optim(method = "BFGS").
//
// Weights are in R's order, unit by unit: bias, inputs for a hidden unit; bias, hidden units and,
// with skip-layer connections, inputs for an output. Rows go through in blocks of 64, lanes are
// rows (forward, back) or weights (gradient), so no sum is ever split.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "_variant.hpp"

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define RNET_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define RNET_CLONES
#endif

namespace nb = nanobind;
using std::int64_t;

namespace {

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Vector = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Positions = nb::ndarray<const int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Weights = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Buffer = std::vector<double>;

constexpr int64_t BLOCK = 64;  // rows
#if defined(__GNUC__)
constexpr int64_t TILE = 8;  // lanes summed together, in registers
typedef double Tile __attribute__((vector_size(TILE * sizeof(double)), aligned(8), may_alias));
#else
constexpr int64_t TILE = 1;
typedef double Tile;
#endif
constexpr int64_t LARGEST = int64_t{1} << 40;
constexpr int REPORT_EVERY = 10;
constexpr double IMPOSSIBLE = 1000.0;  // the loss of a class whose probability is 0
constexpr auto POLL_INTERVAL = std::chrono::milliseconds(20);

const rnet::Variant VARIANT = rnet::choose_variant();

void require(bool condition, const char* message) {
  if (!condition) throw nb::value_error(message);
}

int64_t padded(int64_t count) { return (count + TILE - 1) / TILE * TILE; }

// Output units and criterion together; the numbers are those of criteria.py.
enum class Criterion { squares, linear_squares, entropy, softmax, censored };

struct Shape {
  int64_t inputs, hidden, outputs;
  bool skip;
  Criterion criterion;

  int64_t hidden_width() const { return 1 + inputs; }
  int64_t output_width() const { return 1 + hidden + (skip ? inputs : 0); }
  int64_t hidden_weights() const { return hidden * hidden_width(); }
  int64_t weights() const { return hidden_weights() + outputs * output_width(); }
  int64_t units() const { return hidden + outputs; }
};

// Lets Ctrl-C through; called without the GIL.
class Poll {
 public:
  void operator()() {
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < POLL_INTERVAL) return;
    last_ = now;
    nb::gil_scoped_acquire hold;
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// ---- loops over lanes ----

// One block of rows: sums[r] += values of unit i in row r, times weight i, for i in order.
RNET_CLONES void add_units(double* sums, const double* units, const double* weights,
                           int64_t count) {
  for (int64_t r = 0; r < BLOCK; r += TILE) {
    Tile sum = *reinterpret_cast<const Tile*>(sums + r);
    for (int64_t i = 0; i < count; ++i)
      sum += weights[i] * *reinterpret_cast<const Tile*>(units + i * BLOCK + r);
    *reinterpret_cast<Tile*>(sums + r) = sum;
  }
}

// slopes[i] += error of row r times source i in row r, for the rows in order; a tile of
// sources stays in registers. Rows of sources and slopes are `width` wide, a multiple of TILE.
RNET_CLONES void add_rows(double* slopes, const double* sources, const double* errors,
                          int64_t width, int64_t rows) {
  for (int64_t i = 0; i < width; i += TILE) {
    Tile sum = *reinterpret_cast<const Tile*>(slopes + i);
    for (int64_t r = 0; r < rows; ++r)
      sum += errors[r] * *reinterpret_cast<const Tile*>(sources + r * width + i);
    *reinterpret_cast<Tile*>(slopes + i) = sum;
  }
}

RNET_CLONES void add_scaled(double* sum, const double* values, double factor, int64_t count) {
  for (int64_t i = 0; i < count; ++i) sum[i] += factor * values[i];
}

RNET_CLONES void subtract_scaled(double* sum, const double* values, double factor, int64_t count) {
  for (int64_t i = 0; i < count; ++i) sum[i] -= factor * values[i];
}

// R's logistic unit: exactly 0 below -15 and 1 above 15.
RNET_CLONES void finish_logistic(double* sums, const double* exponentials, int64_t count) {
  for (int64_t i = 0; i < count; ++i) {
    const double inside = 1.0 / (1.0 + exponentials[i]);
    const double low = sums[i] < -15.0 ? 0.0 : inside;
    sums[i] = sums[i] > 15.0 ? 1.0 : low;
  }
}

RNET_CLONES void times_slope(double* errors, const double* activations, int64_t count) {
  for (int64_t i = 0; i < count; ++i)
    errors[i] = errors[i] * (activations[i] * (1.0 - activations[i]));
}

// One row of the metric's update; (later, earlier) are the two indices of an element, so that
// the element and its mirror image get the same bits.
RNET_CLONES void update_row(double* row, const double* step, const double* image, double ratio,
                            double curvature, int64_t at, int64_t count) {
  const double scaled = ratio * step[at], own = step[at], own_image = image[at];
  for (int64_t j = 0; j <= at; ++j)
    row[j] += (scaled * step[j] - own_image * step[j] - own * image[j]) / curvature;
  for (int64_t i = at + 1; i < count; ++i)
    row[i] += (ratio * step[i] * own - image[i] * own - step[i] * own_image) / curvature;
}

// ---- the network and its criterion ----

class Network {
 public:
  Network(const Shape& shape, const Matrix& covariate)
      : shape_(shape),
        rows_(static_cast<int64_t>(covariate.shape(0))),
        blocks_((rows_ + BLOCK - 1) / BLOCK),
        by_unit_(static_cast<size_t>(blocks_ * BLOCK * shape.inputs), 0.0),
        scratch_(static_cast<size_t>(BLOCK * std::max(shape.hidden, shape.outputs)), 0.0) {
    for (int64_t row = 0; row < rows_; ++row) {
      double* at = by_unit_.data() + row / BLOCK * BLOCK * shape.inputs + row % BLOCK;
      for (int64_t i = 0; i < shape.inputs; ++i)
        at[i * BLOCK] = covariate.data()[row * shape.inputs + i];
    }
  }

  int64_t rows() const { return rows_; }
  int64_t blocks() const { return blocks_; }
  int64_t rows_in(int64_t block) const { return std::min(BLOCK, rows_ - block * BLOCK); }

  // Activations of the hidden units, then of the outputs, unit by unit, BLOCK rows each.
  void forward(int64_t block, const double* weights, double* activations) {
    const double* x = by_unit_.data() + block * BLOCK * shape_.inputs;
    double* outputs = activations + shape_.hidden * BLOCK;
    for (int64_t j = 0; j < shape_.hidden; ++j) {
      double* sum = activations + j * BLOCK;
      std::fill_n(sum, BLOCK, 0.0 + *weights++);
      add_units(sum, x, weights, shape_.inputs);
      weights += shape_.inputs;
    }
    logistic(activations, shape_.hidden * BLOCK);
    for (int64_t k = 0; k < shape_.outputs; ++k) {
      double* sum = outputs + k * BLOCK;
      std::fill_n(sum, BLOCK, 0.0 + *weights++);
      add_units(sum, activations, weights, shape_.hidden);
      weights += shape_.hidden;
      if (!shape_.skip) continue;
      add_units(sum, x, weights, shape_.inputs);
      weights += shape_.inputs;
    }
    switch (shape_.criterion) {
      case Criterion::squares:
      case Criterion::entropy:
        logistic(outputs, shape_.outputs * BLOCK);
        break;
      case Criterion::softmax:
      case Criterion::censored:
        probabilities(outputs);
        break;
      case Criterion::linear_squares:
        break;
    }
  }

 private:
  void logistic(double* sums, int64_t count) {
    for (int64_t i = 0; i < count; ++i) scratch_[i] = -sums[i];
    VARIANT.exponential(scratch_.data(), count);
    finish_logistic(sums, scratch_.data(), count);
  }

  void probabilities(double* sums) {
    const int64_t count = shape_.outputs;
    double largest[BLOCK], total[BLOCK] = {};
    for (int64_t r = 0; r < BLOCK; ++r) {
      largest[r] = sums[r];
      for (int64_t k = 1; k < count; ++k)
        if (sums[k * BLOCK + r] > largest[r]) largest[r] = sums[k * BLOCK + r];
      for (int64_t k = 0; k < count; ++k) sums[k * BLOCK + r] -= largest[r];
    }
    VARIANT.exponential(sums, count * BLOCK);
    for (int64_t k = 0; k < count; ++k)
      for (int64_t r = 0; r < BLOCK; ++r) total[r] += sums[k * BLOCK + r];
    for (int64_t k = 0; k < count; ++k)
      for (int64_t r = 0; r < BLOCK; ++r) sums[k * BLOCK + r] /= total[r];
  }

  const Shape shape_;
  const int64_t rows_, blocks_;
  Buffer by_unit_, scratch_;
};

class Objective {
 public:
  Objective(const Shape& shape, const Matrix& covariate, const Matrix& response,
            const Vector& case_weights, const Vector& decay, Poll& poll)
      : shape_(shape),
        network_(shape, covariate),
        response_(response.data()),
        case_weights_(case_weights.data()),
        decay_(decay.data()),
        hidden_width_(padded(shape.hidden_width())),
        output_width_(padded(shape.output_width())),
        by_row_(static_cast<size_t>(network_.blocks() * BLOCK * hidden_width_)),
        activations_(static_cast<size_t>(network_.blocks() * BLOCK * shape.units())),
        errors_(static_cast<size_t>(BLOCK * shape.units())),
        sources_(static_cast<size_t>(BLOCK * output_width_)),
        sums_(static_cast<size_t>(shape.hidden * hidden_width_ + shape.outputs * output_width_)),
        poll_(poll) {
    for (int64_t row = 0; row < network_.rows(); ++row) {
      double* at = by_row_.data() + row * hidden_width_;
      *at = 1.0;
      std::copy_n(covariate.data() + row * shape.inputs, shape.inputs, at + 1);
    }
  }

  double value(const double* weights) {
    double total = 0.0;
    for (int64_t block = 0; block < network_.blocks(); ++block) {
      network_.forward(block, weights, activations(block));
      const double* outputs = activations(block) + shape_.hidden * BLOCK;
      for (int64_t r = 0; r < network_.rows_in(block); ++r)
        total = add_losses(total, block * BLOCK + r, outputs + r);
      poll_();
    }
    double penalty = 0.0;
    for (int64_t i = 0; i < shape_.weights(); ++i) penalty += decay_[i] * weights[i] * weights[i];
    return total + penalty;
  }

  // The gradient at the weights `value` was last called with.
  void gradient(const double* weights, double* slopes) {
    for (int64_t i = 0; i < shape_.weights(); ++i) slopes[i] = 2.0 * decay_[i] * weights[i];
    copy_rows(slopes, sums_.data(), true);
    for (int64_t block = 0; block < network_.blocks(); ++block) {
      output_errors(block);
      hidden_errors(block, weights);
      add_block(block);
      poll_();
    }
    copy_rows(slopes, sums_.data(), false);
  }

 private:
  double* activations(int64_t block) {
    return activations_.data() + block * BLOCK * shape_.units();
  }

  double add_losses(double total, int64_t row, const double* outputs) const {
    const double* wanted = response_ + row * shape_.outputs;
    const double weight = case_weights_[row];
    double possible = 0.0;
    for (int64_t k = 0; k < shape_.outputs; ++k) {
      const double y = wanted[k], out = outputs[k * BLOCK];
      switch (shape_.criterion) {
        case Criterion::squares:
        case Criterion::linear_squares:
          total += weight * ((out - y) * (out - y));
          break;
        case Criterion::entropy:
          total += weight * entropy(y, out);
          break;
        case Criterion::softmax:
          if (y > 0) total += out > 0 ? -(weight * y) * std::log(out) : weight * IMPOSSIBLE;
          break;
        case Criterion::censored:
          if (y == 1) possible += out;
          break;
      }
    }
    if (shape_.criterion == Criterion::censored)
      total += weight * (possible > 0 ? -std::log(possible) : IMPOSSIBLE);
    return total;
  }

  static double entropy(double y, double out) {
    double loss = 0.0;
    if (y > 0) loss -= y * std::log((out + 1e-80) / y);
    if (y < 1) loss -= (1 - y) * std::log((1 - out + 1e-80) / (1 - y));
    return loss;
  }

  // Derivatives of the loss by the outputs' sums.
  void output_errors(int64_t block) {
    const double* outputs = activations(block) + shape_.hidden * BLOCK;
    double* errors = errors_.data() + shape_.hidden * BLOCK;
    for (int64_t r = 0; r < network_.rows_in(block); ++r) {
      const double* wanted = response_ + (block * BLOCK + r) * shape_.outputs;
      double sum = 0.0;  // of the responses, or of the possible classes' probabilities
      for (int64_t k = 0; k < shape_.outputs; ++k) {
        if (shape_.criterion == Criterion::softmax) sum += wanted[k];
        if (shape_.criterion == Criterion::censored && wanted[k] == 1) sum += outputs[k * BLOCK + r];
      }
      for (int64_t k = 0; k < shape_.outputs; ++k) {
        const double y = wanted[k], out = outputs[k * BLOCK + r];
        errors[k * BLOCK + r] = output_error(y, out, sum);
      }
    }
  }

  double output_error(double y, double out, double sum) const {
    switch (shape_.criterion) {
      case Criterion::squares:
        return 2.0 * (out - y) * (out * (1.0 - out));
      case Criterion::linear_squares:
        return 2.0 * (out - y);
      case Criterion::entropy:
        return out - y;
      case Criterion::softmax:
        return sum * out - y;
      case Criterion::censored:
        return y == 1 ? out - out / sum : out;
    }
    return 0.0;
  }

  // Back from the last output to the first, as R sums them.
  void hidden_errors(int64_t block, const double* weights) {
    if (shape_.hidden == 0) return;
    const double* errors = errors_.data() + shape_.hidden * BLOCK;
    std::fill_n(errors_.data(), shape_.hidden * BLOCK, 0.0);
    for (int64_t k = shape_.outputs - 1; k >= 0; --k) {
      const double* to_output = weights + shape_.hidden_weights() + k * shape_.output_width() + 1;
      for (int64_t j = 0; j < shape_.hidden; ++j)
        add_scaled(errors_.data() + j * BLOCK, errors + k * BLOCK, to_output[j], BLOCK);
    }
    times_slope(errors_.data(), activations(block), shape_.hidden * BLOCK);
  }

  void add_block(int64_t block) {
    const int64_t rows = network_.rows_in(block);
    const double* weights = case_weights_ + block * BLOCK;
    for (int64_t unit = 0; unit < shape_.units(); ++unit)
      for (int64_t r = 0; r < rows; ++r) errors_[unit * BLOCK + r] *= weights[r];
    const double* x = by_row_.data() + block * BLOCK * hidden_width_;
    double* sums = sums_.data();
    for (int64_t j = 0; j < shape_.hidden; ++j, sums += hidden_width_)
      add_rows(sums, x, errors_.data() + j * BLOCK, hidden_width_, rows);
    gather_sources(block, x);
    for (int64_t k = shape_.hidden; k < shape_.units(); ++k, sums += output_width_)
      add_rows(sums, sources_.data(), errors_.data() + k * BLOCK, output_width_, rows);
  }

  // What the outputs sum, row by row: one, the hidden units, the inputs.
  void gather_sources(int64_t block, const double* x) {
    const double* active = activations(block);
    for (int64_t r = 0; r < network_.rows_in(block); ++r) {
      double* at = sources_.data() + r * output_width_;
      at[0] = 1.0;
      for (int64_t j = 0; j < shape_.hidden; ++j) at[1 + j] = active[j * BLOCK + r];
      if (shape_.skip) std::copy_n(x + r * hidden_width_ + 1, shape_.inputs, at + 1 + shape_.hidden);
    }
  }

  // Between weights side by side and rows padded to whole tiles.
  void copy_rows(double* dense, double* rows, bool to_rows) const {
    for (int64_t unit = 0; unit < shape_.units(); ++unit) {
      const bool is_hidden = unit < shape_.hidden;
      const int64_t width = is_hidden ? shape_.hidden_width() : shape_.output_width();
      if (to_rows) std::copy_n(dense, width, rows);
      else std::copy_n(rows, width, dense);
      dense += width;
      rows += is_hidden ? hidden_width_ : output_width_;
    }
  }

  const Shape shape_;
  Network network_;
  const double *response_, *case_weights_, *decay_;
  const int64_t hidden_width_, output_width_;
  Buffer by_row_, activations_, errors_, sources_, sums_;
  Poll& poll_;
};

// ---- the minimiser ----

struct Limits {
  int64_t iterations;
  double absolute, relative;
};

struct Minimum {
  double value;
  int64_t iterations;
  bool converged;
};

class Minimiser {
 public:
  Minimiser(Objective& objective, double* weights, int64_t all, const Positions& free)
      : objective_(objective),
        weights_(weights),
        free_(free.data()),
        count_(static_cast<int64_t>(free.shape(0))),
        slopes_(static_cast<size_t>(all)),
        gradient_(static_cast<size_t>(count_)),
        start_(gradient_),
        step_(gradient_),
        change_(gradient_),
        metric_(static_cast<size_t>(count_ * count_)) {}

  template <typename Report>
  Minimum run(double value, const Limits& limits, const Report& report) {
    double best = value;
    compute_gradient();
    int64_t iteration = 1, gradients = 1, last_reset = 1, unchanged = 0;
    report(0, value);
    do {
      if (last_reset == gradients) reset_metric();
      begin_search();
      const double slope = find_direction();
      if (slope < 0.0) {
        double length = 1.0;
        bool accepted = false;
        do {
          unchanged = move(length);
          if (unchanged == count_) break;
          value = objective_.value(weights_);
          accepted = std::isfinite(value) && value <= best + slope * length * ACCEPTABLE;
          if (!accepted) length *= BACKTRACK;
        } while (!accepted);
        const bool enough = value > limits.absolute &&
                            std::fabs(value - best) >
                                limits.relative * (std::fabs(best) + limits.relative);
        if (!enough) {
          unchanged = count_;
          best = value;
        }
        if (unchanged < count_) {
          best = value;
          compute_gradient();
          ++gradients;
          ++iteration;
          if (!update_metric(length)) last_reset = gradients;
        } else if (last_reset < gradients) {
          unchanged = 0;
          last_reset = gradients;
        }
      } else {  // uphill: restart the metric, or give up with a fresh one
        unchanged = last_reset == gradients ? count_ : 0;
        if (last_reset != gradients) last_reset = gradients;
      }
      if (iteration % REPORT_EVERY == 0) report(iteration, value);
      if (iteration >= limits.iterations) break;
      if (gradients - last_reset > 2 * count_) last_reset = gradients;
    } while (unchanged != count_ || last_reset != gradients);
    return {best, iteration, iteration < limits.iterations};
  }

 private:
  static constexpr double ACCEPTABLE = 1e-4, BACKTRACK = 0.2, RELATIVE_TEST = 10.0;

  void compute_gradient() {
    objective_.gradient(weights_, slopes_.data());
    for (int64_t i = 0; i < count_; ++i) gradient_[i] = slopes_[free_[i]];
  }

  void reset_metric() {
    std::fill(metric_.begin(), metric_.end(), 0.0);
    for (int64_t i = 0; i < count_; ++i) metric_[i * count_ + i] = 1.0;
  }

  void begin_search() {
    for (int64_t i = 0; i < count_; ++i) start_[i] = weights_[free_[i]];
    change_ = gradient_;
  }

  // The step down the metric; returns the slope along it.
  double find_direction() {
    std::fill(step_.begin(), step_.end(), 0.0);
    for (int64_t j = 0; j < count_; ++j)
      subtract_scaled(step_.data(), metric_.data() + j * count_, gradient_[j], count_);
    return dot(step_, gradient_);
  }

  // Returns how many weights are too close to the start to count as changed.
  int64_t move(double length) {
    int64_t unchanged = 0;
    for (int64_t i = 0; i < count_; ++i) {
      const double moved = start_[i] + length * step_[i];
      weights_[free_[i]] = moved;
      unchanged += RELATIVE_TEST + start_[i] == RELATIVE_TEST + moved;
    }
    return unchanged;
  }

  // Returns false where the curvature along the step is not positive.
  bool update_metric(double length) {
    for (int64_t i = 0; i < count_; ++i) {
      step_[i] = length * step_[i];
      change_[i] = gradient_[i] - change_[i];
    }
    const double curvature = dot(step_, change_);
    if (!(curvature > 0)) return false;
    Buffer& image = start_;  // the start is no longer needed
    std::fill(image.begin(), image.end(), 0.0);
    for (int64_t j = 0; j < count_; ++j)
      add_scaled(image.data(), metric_.data() + j * count_, change_[j], count_);
    const double ratio = 1.0 + dot(image, change_) / curvature;
    for (int64_t i = 0; i < count_; ++i)
      update_row(metric_.data() + i * count_, step_.data(), image.data(), ratio, curvature, i,
                 count_);
    return true;
  }

  static double dot(const Buffer& a, const Buffer& b) {
    double sum = 0.0;
    for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
  }

  Objective& objective_;
  double* weights_;
  const int64_t* free_;
  const int64_t count_;
  Buffer slopes_, gradient_, start_, step_, change_, metric_;
};

// ---- the border ----

Shape checked_shape(const Matrix& covariate, int64_t hidden, int64_t outputs, bool skip,
                    int criterion, int64_t weights) {
  require(criterion >= 0 && criterion <= static_cast<int>(Criterion::censored),
          "unknown criterion");
  require(hidden >= 0 && outputs >= 1 && hidden < LARGEST && outputs < LARGEST,
          "sizes must not be negative");
  const Shape shape{static_cast<int64_t>(covariate.shape(1)), hidden, outputs, skip,
                    static_cast<Criterion>(criterion)};
  require(hidden + outputs < LARGEST / (shape.inputs + hidden + 2), "network is too large");
  require(shape.weights() == weights, "weights has not the length the network needs");
  require(static_cast<int64_t>(covariate.shape(0)) < LARGEST / (shape.inputs + shape.units() + 1),
          "data are too large");
  return shape;
}

nb::tuple minimise(const Matrix& covariate, const Matrix& response, const Vector& case_weights,
                   int64_t hidden, bool skip, int criterion, const Weights& weights,
                   const Positions& free, const Vector& decay, int64_t iterations,
                   double absolute, double relative, const nb::object& report) {
  const int64_t count = static_cast<int64_t>(weights.shape(0));
  const Shape shape = checked_shape(covariate, hidden, static_cast<int64_t>(response.shape(1)),
                                    skip, criterion, count);
  require(covariate.shape(0) == response.shape(0) && covariate.shape(0) == case_weights.shape(0),
          "covariate, response and case weights differ in rows");
  require(decay.shape(0) == weights.shape(0), "one decay for each weight");
  require(free.shape(0) < (size_t{1} << 20), "too many free weights");
  for (size_t i = 0; i < free.shape(0); ++i)
    require(free(i) >= 0 && free(i) < count, "free holds a position outside the weights");
  Minimum found{0.0, 0, true};
  {
    nb::gil_scoped_release release;
    Poll poll;
    Objective objective(shape, covariate, response, case_weights, decay, poll);
    found.value = objective.value(weights.data());
    if (iterations > 0 && std::isfinite(found.value)) {
      const Limits limits{iterations, absolute, relative};
      found = Minimiser(objective, weights.data(), count, free)
                  .run(found.value, limits, [&report](int64_t iteration, double value) {
                    if (report.is_none()) return;
                    nb::gil_scoped_acquire hold;
                    report(iteration, value);
                  });
    }
  }
  return nb::make_tuple(found.value, found.iterations, found.converged);
}

nb::ndarray<nb::numpy, double, nb::ndim<2>> outputs(const Matrix& covariate, int64_t hidden,
                                                    int64_t outputs, bool skip, int criterion,
                                                    const Vector& weights) {
  const Shape shape = checked_shape(covariate, hidden, outputs, skip, criterion,
                                    static_cast<int64_t>(weights.shape(0)));
  const size_t rows = covariate.shape(0), columns = static_cast<size_t>(outputs);
  auto values = std::make_unique<double[]>(rows * columns);
  {
    nb::gil_scoped_release release;
    Poll poll;
    Network network(shape, covariate);
    Buffer activations(static_cast<size_t>(BLOCK * shape.units()));
    for (int64_t block = 0; block < network.blocks(); ++block) {
      network.forward(block, weights.data(), activations.data());
      double* to = values.get() + block * BLOCK * outputs;
      for (int64_t r = 0; r < network.rows_in(block); ++r)
        for (int64_t k = 0; k < outputs; ++k)
          *to++ = activations[static_cast<size_t>((hidden + k) * BLOCK + r)];
      poll();
    }
  }
  nb::capsule owner(values.get(), [](void* p) noexcept { delete[] static_cast<double*>(p); });
  return {values.release(), {rows, columns}, owner};
}

}  // namespace

NB_MODULE(_nnet, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  m.doc() = "Single-hidden-layer networks with every sum in the order of R's nnet.";
  using nb::arg;
  m.def("minimise", &minimise, arg("covariate"), arg("response"), arg("case_weights"),
        nb::kw_only(), arg("hidden"), arg("skip"), arg("criterion"), arg("weights").noconvert(),
        arg("free"), arg("decay"), arg("iterations"), arg("absolute"), arg("relative"),
        arg("report").none());
  m.def("outputs", &outputs, arg("covariate"), nb::kw_only(), arg("hidden"), arg("outputs"),
        arg("skip"), arg("criterion"), arg("weights"));
}
