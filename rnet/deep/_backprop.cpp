// The steps of gradient descent through a network of sigmoid or tanh layers, as deepnet takes them.
//
// Matrices lie row by row, cases are rows: a layer's values are cases x units, its weights are
// units x inputs. Products go through SciPy's BLAS, whose dgemm the caller hands over in a capsule;
// without one they are plain loops.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define RNET_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define RNET_CLONES
#endif

namespace nb = nanobind;
using std::int64_t;
using std::uint64_t;

namespace {

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Doubles = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Written = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Positions = nb::ndarray<const int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Dgemm = void (*)(char*, char*, int*, int*, int*, double*, double*, int*, double*, int*,
                       double*, double*, int*);

constexpr double SAFE_EXPONENT = 700.0;
constexpr double LECUN_HEIGHT = 1.7159, LECUN_SLOPE = 2.0 / 3.0;

void require(bool condition, const char* message) {
  if (!condition) throw nb::value_error(message);
}

// ---- exp, many at a time ----

// exp(x) for |x| <= SAFE_EXPONENT: 2^k e^r, |r| <= log(2)/2, by e^r's series.
inline double safe_exp(double x) {
  constexpr double SHIFT = 0x1.8p52, PER_LOG_2 = 0x1.71547652b82fep0;
  constexpr double LOG_2_HIGH = 0x1.62e42fefa3800p-1, LOG_2_LOW = 0x1.ef35793c76730p-45;
  double k = x * PER_LOG_2 + SHIFT;
  uint64_t bits;
  std::memcpy(&bits, &k, sizeof bits);
  k -= SHIFT;
  const double r = (x - k * LOG_2_HIGH) - k * LOG_2_LOW;
  double p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = p * (r * r) + r;
  const uint64_t scale_bits = (bits + 1023u) << 52;
  double scale;
  std::memcpy(&scale, &scale_bits, sizeof scale);
  return scale + scale * p;
}

RNET_CLONES bool all_safe(const double* x, int64_t count) {
  int64_t outside = 0;
  for (int64_t i = 0; i < count; ++i) outside += !(std::fabs(x[i]) <= SAFE_EXPONENT);
  return outside == 0;
}

RNET_CLONES void safe_logistic(const double* __restrict z, double* __restrict out, int64_t count) {
  for (int64_t i = 0; i < count; ++i) out[i] = 1.0 / (1.0 + safe_exp(-z[i]));
}

void logistic(const double* z, double* out, int64_t count) {
  if (all_safe(z, count)) return safe_logistic(z, out, count);
  for (int64_t i = 0; i < count; ++i) out[i] = 1.0 / (1.0 + std::exp(-z[i]));
}

RNET_CLONES void safe_powers(const double* __restrict z, double* __restrict out, int64_t count) {
  for (int64_t i = 0; i < count; ++i) out[i] = safe_exp(z[i]);
}

// exp(z) over its row's sum; only where that would overflow is the row's largest taken off first.
void softmax(const double* z, double* out, int64_t rows, int64_t units) {
  const bool safe = all_safe(z, rows * units);
  if (safe) safe_powers(z, out, rows * units);
  for (int64_t row = 0; row < rows; ++row, z += units, out += units) {
    if (!safe) {
      const double most = *std::max_element(z, z + units);
      const double shift = std::fabs(most) < SAFE_EXPONENT ? 0.0 : most;
      for (int64_t u = 0; u < units; ++u) out[u] = std::exp(z[u] - shift);
    }
    double sum = 0.0;
    for (int64_t u = 0; u < units; ++u) sum += out[u];
    for (int64_t u = 0; u < units; ++u) out[u] /= sum;
  }
}

// ---- derivatives, from the values of the units ----

enum class Hidden { logistic, tanh, lecun_tanh };
enum class Output { logistic, linear, softmax };

// delta times the derivatives at the values before dropout, post * keep where they were kept.
RNET_CLONES void times_slope(Hidden kind, const double* __restrict post, double keep,
                             double* __restrict delta, int64_t count) {
  if (kind == Hidden::logistic) {
    for (int64_t i = 0; i < count; ++i) delta[i] *= post[i] * keep * (1.0 - post[i] * keep);
    return;
  }
  const double square = kind == Hidden::tanh ? 1.0 : LECUN_HEIGHT * LECUN_HEIGHT;
  const double height = kind == Hidden::tanh ? 1.0 : LECUN_HEIGHT * LECUN_SLOPE;
  for (int64_t i = 0; i < count; ++i) {
    const double a = post[i] * keep;
    delta[i] *= height * (1.0 - a * a / square);
  }
}

RNET_CLONES void subtract(double* __restrict from, const double* __restrict what, int64_t count) {
  for (int64_t i = 0; i < count; ++i) from[i] -= what[i];
}

// ---- products: column-major dgemm on row-major matrices, whose transposes it sees ----

struct Product {
  char left, right;
  int rows, columns, terms;
  double alpha;
  const double* a;
  int a_step;
  const double* b;
  int b_step;
  double beta;
  double* c;
  int c_step;
};

void plain_product(const Product& p) {
  for (int j = 0; j < p.columns; ++j) {
    for (int i = 0; i < p.rows; ++i) {
      double sum = 0.0;
      for (int t = 0; t < p.terms; ++t) {
        const int64_t a = p.left == 'N' ? i + int64_t{t} * p.a_step : t + int64_t{i} * p.a_step;
        const int64_t b = p.right == 'N' ? t + int64_t{j} * p.b_step : j + int64_t{t} * p.b_step;
        sum += p.a[a] * p.b[b];
      }
      double& c = p.c[i + int64_t{j} * p.c_step];
      c = p.alpha * sum + (p.beta == 0.0 ? 0.0 : p.beta * c);
    }
  }
}

void product(Dgemm dgemm, Product p) {
  if (dgemm == nullptr) return plain_product(p);
  dgemm(&p.left, &p.right, &p.rows, &p.columns, &p.terms, &p.alpha, const_cast<double*>(p.a),
        &p.a_step, const_cast<double*>(p.b), &p.b_step, &p.beta, p.c, &p.c_step);
}

Dgemm dgemm_of(nb::handle capsule) {
  if (capsule.is_none()) return nullptr;
  const char* name = PyCapsule_GetName(capsule.ptr());
  constexpr char KNOWN[] = "void (char *, char *, int *, int *";  // not 64-bit ones
  const bool known = name != nullptr && std::strncmp(name, KNOWN, sizeof KNOWN - 1) == 0;
  return known ? reinterpret_cast<Dgemm>(PyCapsule_GetPointer(capsule.ptr(), name)) : nullptr;
}

// ---- the network ----

struct Layer {
  int units, inputs;
  double *weights, *bias, *weight_velocity, *bias_velocity;
  double *pre, *post, *delta;  // cases x units
};

class Trainer {
 public:
  // `parameters` holds each layer's weights and biases; `space` the input's values, then each
  // layer's inputs (pre) and values (post), for the largest batch.
  Trainer(Matrix x, Matrix y, Positions sizes, Written parameters, Written velocities,
          Written space, int64_t largest_batch, int hidden, int output, double momentum,
          nb::object dgemm)
      : x_(x), y_(y), parameters_(parameters), velocities_(velocities), space_(space),
        largest_(largest_batch), hidden_(static_cast<Hidden>(hidden)),
        output_(static_cast<Output>(output)), momentum_(momentum), dgemm_(dgemm_of(dgemm)) {
    const int64_t depth = static_cast<int64_t>(sizes.size()) - 1;
    require(depth >= 1, "a network has two sizes or more");
    require(x.shape(0) == y.shape(0), "x and y differ in rows");
    const int64_t* n = sizes.data();
    for (int64_t i = 0; i <= depth; ++i) require(n[i] > 0 && n[i] < (1 << 30), "bad size");
    require(static_cast<int64_t>(x.shape(1)) == n[0], "x and sizes differ");
    require(static_cast<int64_t>(y.shape(1)) == n[depth], "y and sizes differ");
    int64_t count = 0, values = n[0], units = 0;
    for (int64_t i = 1; i <= depth; ++i) {
      count += n[i] * (n[i - 1] + 1);
      values += 2 * n[i];
      units += n[i];
    }
    require(static_cast<int64_t>(parameters.size()) == count &&
            static_cast<int64_t>(velocities.size()) == count, "bad number of parameters");
    require(largest_batch > 0 && largest_batch < (1 << 30), "bad batch");
    require(static_cast<int64_t>(space.size()) == values * largest_batch, "bad working space");
    inputs_ = static_cast<int>(n[0]);
    deltas_.resize(static_cast<size_t>(units * largest_batch));
    double *at = parameters.data(), *velocity = velocities.data();
    double *value = space.data() + n[0] * largest_batch, *delta = deltas_.data();
    for (int64_t i = 1; i <= depth; ++i) {
      const int64_t weights = n[i] * n[i - 1], cells = n[i] * largest_batch;
      layers_.push_back({static_cast<int>(n[i]), static_cast<int>(n[i - 1]), at, at + weights,
                         velocity, velocity + weights, value, value + cells, delta});
      at += weights + n[i];
      velocity += weights + n[i];
      value += 2 * cells;
      delta += cells;
    }
  }

  // One step for each batch: cases order[starts[k]] ... order[starts[k + 1] - 1]. `masks` holds,
  // batch after batch, the factors of the inputs (if `visible`) and of each hidden layer (if
  // `hidden`), for every case (if `by_case`) or one for all; a hidden layer's are 0 or 1/keep.
  // `losses` gets each batch's loss.
  void run(Positions order, Positions starts, Doubles masks, bool visible, bool hidden,
           bool by_case, double keep, double rate, Written losses) {
    check(order, starts, masks, visible, hidden, by_case, losses);
    nb::gil_scoped_release released;
    const double* mask = masks.data();
    for (size_t k = 0; k + 1 < starts.size(); ++k) {
      const int64_t* cases = order.data() + starts.data()[k];
      const int count = static_cast<int>(starts.data()[k + 1] - starts.data()[k]);
      const double* next = forward(cases, count, mask, visible, hidden, by_case);
      losses.data()[k] = loss_and_error(cases, count);
      backward(count, mask, visible, hidden, by_case, keep);
      update(count, rate);
      mask = next;
    }
  }

 private:
  void check(Positions order, Positions starts, Doubles masks, bool visible, bool hidden,
             bool by_case, Written losses) const {
    require(starts.size() >= 1 && losses.size() + 1 == starts.size(), "bad number of losses");
    int64_t factors = visible ? inputs_ : 0, needed = 0;
    for (size_t i = 0; hidden && i + 1 < layers_.size(); ++i) factors += layers_[i].units;
    for (size_t k = 0; k + 1 < starts.size(); ++k) {
      const int64_t from = starts.data()[k], to = starts.data()[k + 1];
      require(from >= 0 && from < to && to - from <= largest_ &&
              to <= static_cast<int64_t>(order.size()), "bad batch");
      needed += factors * (by_case ? to - from : 1);
    }
    require(static_cast<int64_t>(masks.size()) == needed, "bad number of factors");
    for (size_t i = 0; i < order.size(); ++i) {
      require(order.data()[i] >= 0 && order.data()[i] < static_cast<int64_t>(x_.shape(0)),
              "bad case");
    }
  }

  // Multiply values by their factors; return the factors after these.
  static const double* apply(const double* mask, double* values, int64_t cases, int64_t units,
                             bool by_case) {
    for (int64_t row = 0; row < cases; ++row) {
      const double* factor = mask + (by_case ? row * units : 0);
      for (int64_t u = 0; u < units; ++u) values[row * units + u] *= factor[u];
    }
    return mask + units * (by_case ? cases : 1);
  }

  const double* forward(const int64_t* cases, int count, const double* mask, bool visible,
                        bool hidden, bool by_case) {
    double* in = space_.data();
    for (int row = 0; row < count; ++row) {
      std::memcpy(in + int64_t{row} * inputs_, x_.data() + cases[row] * inputs_,
                  sizeof(double) * static_cast<size_t>(inputs_));
    }
    if (visible) mask = apply(mask, in, count, inputs_, by_case);
    for (size_t i = 0; i < layers_.size(); ++i) {
      const Layer& layer = layers_[i];
      for (int row = 0; row < count; ++row) {
        std::memcpy(layer.pre + int64_t{row} * layer.units, layer.bias,
                    sizeof(double) * static_cast<size_t>(layer.units));
      }
      product(dgemm_, {'T', 'N', layer.units, count, layer.inputs, 1.0, layer.weights, layer.inputs,
                       in, layer.inputs, 1.0, layer.pre, layer.units});
      const bool last = i + 1 == layers_.size();
      activate(layer, count, last);
      if (!last && hidden) mask = apply(mask, layer.post, count, layer.units, by_case);
      in = layer.post;
    }
    return mask;
  }

  void activate(const Layer& layer, int64_t count, bool last) const {
    const int64_t cells = count * layer.units;
    if (last && output_ == Output::softmax) {
      softmax(layer.pre, layer.post, count, layer.units);
    } else if (last && output_ == Output::linear) {
      std::copy(layer.pre, layer.pre + cells, layer.post);
    } else if (last || hidden_ == Hidden::logistic) {
      logistic(layer.pre, layer.post, cells);
    } else {
      for (int64_t i = 0; i < cells; ++i) layer.post[i] = std::tanh(layer.pre[i]);
    }
  }

  // The batch's loss; the output layer's deltas are set on the way.
  double loss_and_error(const int64_t* cases, int count) const {
    const Layer& layer = layers_.back();
    double sum = 0.0;
    for (int64_t row = 0; row < count; ++row) {
      const double* wanted = y_.data() + cases[row] * layer.units;
      const double* got = layer.post + row * layer.units;
      double* delta = layer.delta + row * layer.units;
      for (int u = 0; u < layer.units; ++u) {
        const double error = wanted[u] - got[u];
        delta[u] = output_ == Output::logistic ? -error * (got[u] * (1.0 - got[u])) : -error;
        if (output_ != Output::softmax) sum += error * error;
      }
      if (output_ == Output::softmax) sum += entropy(wanted, got, layer, row);
    }
    return output_ == Output::softmax ? sum / count : 0.5 * sum / count;
  }

  // -sum of y log(out); a probability that underflowed is taken from the inputs.
  static double entropy(const double* wanted, const double* got, const Layer& layer, int64_t row) {
    const double* pre = layer.pre + row * layer.units;
    const double most = *std::max_element(pre, pre + layer.units);
    double sum = 0.0;
    for (int u = 0; u < layer.units; ++u) {
      if (wanted[u] == 0.0 && got[u] == got[u]) continue;
      double log_of = std::log(got[u]);
      if (got[u] == 0.0) {
        double all = 0.0;
        for (int v = 0; v < layer.units; ++v) all += std::exp(pre[v] - most);
        log_of = pre[u] - most - std::log(all);
      }
      sum -= wanted[u] * log_of;
    }
    return sum;
  }

  void backward(int count, const double* mask, bool visible, bool hidden, bool by_case,
                double keep) {
    std::vector<const double*> factors(layers_.size(), nullptr);
    const double* at = mask + (visible ? int64_t{inputs_} * (by_case ? count : 1) : 0);
    for (size_t i = 0; hidden && i + 1 < layers_.size(); ++i) {
      factors[i] = at;
      at += int64_t{layers_[i].units} * (by_case ? count : 1);
    }
    for (size_t i = layers_.size() - 1; i-- > 0;) {
      const Layer &layer = layers_[i], &above = layers_[i + 1];
      product(dgemm_, {'N', 'N', layer.units, count, above.units, 1.0, above.weights, above.inputs,
                       above.delta, above.units, 0.0, layer.delta, layer.units});
      const double kept = hidden ? keep : 1.0;
      times_slope(hidden_, layer.post, kept, layer.delta, int64_t{count} * layer.units);
      if (hidden) apply(factors[i], layer.delta, count, layer.units, by_case);
    }
  }

  void update(int count, double rate) {
    const double share = rate / count;
    const bool coasts = momentum_ > 0.0;
    const double* in = space_.data();
    for (const Layer& layer : layers_) {
      product(dgemm_, {'N', 'T', layer.inputs, layer.units, count, coasts ? share : -share, in,
                       layer.inputs, layer.delta, layer.units, coasts ? momentum_ : 1.0,
                       coasts ? layer.weight_velocity : layer.weights, layer.inputs});
      const int64_t cells = int64_t{layer.units} * layer.inputs;
      if (coasts) subtract(layer.weights, layer.weight_velocity, cells);
      move_bias(layer, count, share, coasts);
      in = layer.post;
    }
  }

  void move_bias(const Layer& layer, int64_t count, double share, bool coasts) {
    sums_.assign(static_cast<size_t>(layer.units), 0.0);
    for (int64_t row = 0; row < count; ++row) {
      for (int u = 0; u < layer.units; ++u) sums_[u] += layer.delta[row * layer.units + u];
    }
    for (int u = 0; u < layer.units; ++u) {
      double step = share * sums_[u];
      if (coasts) step = layer.bias_velocity[u] = momentum_ * layer.bias_velocity[u] + step;
      layer.bias[u] -= step;
    }
  }

  Matrix x_, y_;
  Written parameters_, velocities_, space_;
  int64_t largest_;
  Hidden hidden_;
  Output output_;
  double momentum_;
  Dgemm dgemm_;
  int inputs_ = 0;
  std::vector<Layer> layers_;
  std::vector<double> deltas_, sums_;
};

}  // namespace

NB_MODULE(_backprop, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  nb::class_<Trainer>(m, "Trainer")
      .def(nb::init<Matrix, Matrix, Positions, Written, Written, Written, int64_t, int, int, double,
                    nb::object>(),
           nb::arg("x"), nb::arg("y"), nb::arg("sizes"), nb::arg("parameters"),
           nb::arg("velocities"), nb::arg("space"), nb::arg("largest_batch"), nb::arg("hidden"),
           nb::arg("output"), nb::arg("momentum"), nb::arg("dgemm").none())
      .def("run", &Trainer::run, nb::arg("order"), nb::arg("starts"), nb::arg("masks"),
           nb::arg("visible"), nb::arg("hidden"), nb::arg("by_case"), nb::arg("keep"),
           nb::arg("rate"), nb::arg("losses"));
}
