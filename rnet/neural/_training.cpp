// The training loop, compiled once per instruction set (RNET_VARIANT names the set's namespace).

#include "_training.hpp"

#include "_products.hpp"
#include "_rules.hpp"
#include "_simd.hpp"

#ifndef RNET_VARIANT
#define RNET_VARIANT baseline
#endif

namespace rnet {
namespace {

// ---- one block of rows ----

struct Block {
  const double* covariate;
  const double* panels;  // the covariate row by row; null: made when needed
  const double* response;
  const double* case_weights;  // null: all 1
  int64_t rows;
  double* space;
};

Block block_of(const Network& net, const Data& data, int64_t start, double* space) {
  const int64_t rows = data.rows - start < BLOCK ? data.rows - start : BLOCK;
  return {data.covariate_by_unit + start * net.layer[0].inputs,
          data.covariate_panels ? data.covariate_panels + start * net.layer[0].padded_inputs
                                : nullptr,
          data.response_by_unit + start * net.layer[net.layers - 1].units,
          data.case_weights ? data.case_weights + start : nullptr,
          rows,
          space};
}

inline int64_t whole_vectors(int64_t rows) { return (rows + PAD - 1) / PAD * PAD; }

void forward(const Network& net, const double* weights, const Block& block) {
  const double* input = block.covariate;
  const int64_t rows = whole_vectors(block.rows);
  for (int64_t k = 0; k < net.layers; ++k) {
    const Layer& layer = net.layer[k];
    const double* w = weights + layer.first_weight;
    double* weighted = block.space + layer.deltas;  // not needed yet
    double* out = block.space + layer.activations;
    const Product p{input, layer.inputs, w + 1, 1, layer.inputs + 1, w, weighted, nullptr};
    product<Activation::linear>(p, layer.units, rows);
    const Activation kind = k + 1 < net.layers ? net.hidden : net.output;
    if (rows == BLOCK) {
      activate(kind, weighted, out, layer.units * BLOCK);
    } else {
      for (int64_t u = 0; u < layer.units; ++u) {
        activate(kind, weighted + u * BLOCK, out + u * BLOCK, rows);
      }
    }
    input = out;
  }
}

// Whether R would stop: a layer's derivatives are one cell, and that cell is NaN.
bool lone_derivative_is_nan(const Network& net, const Block& block) {
  for (int64_t k = 0; k < net.layers; ++k) {
    const Activation kind = k + 1 < net.layers ? net.hidden : net.output;
    const double d = derivative(kind, block.space[net.layer[k].activations]);
    if (net.layer[k].units == 1 && d != d) return true;
  }
  return false;
}

// delta = slope(o, y); returns how many are NaN.
template <typename Slope>
int64_t error_slopes(const double* __restrict o, const double* __restrict y,
                     double* __restrict delta, int64_t rows, Slope slope) {
  int64_t nan = 0;
  for (int64_t i = 0; i < rows; ++i) {
    delta[i] = slope(o[i], y[i]);
    nan += delta[i] != delta[i];
  }
  return nan;
}

int64_t error_slopes(const Network& net, const double* o, const double* y, double* delta,
                     int64_t rows) {
  if (net.loss == Loss::squared) {
    return error_slopes(o, y, delta, rows, [](double a, double b) { return a - b; });
  }
  if (net.simple_cross_entropy) {
    return error_slopes(o, y, delta, rows,
                        [](double a, double b) { return a * (1.0 - b) - b * (1.0 - a); });
  }
  return error_slopes(o, y, delta, rows,
                      [](double a, double b) { return (1.0 - b) / (1.0 - a) - b / a; });
}

// Fill the last layer's deltas; false where the error's derivative is NaN.
bool output_delta(const Network& net, const Block& block) {
  const Layer& last = net.layer[net.layers - 1];
  int64_t nan = 0;
  for (int64_t u = 0; u < last.units; ++u) {
    const double* o = block.space + last.activations + u * BLOCK;
    double* delta = block.space + last.deltas + u * BLOCK;
    nan += error_slopes(net, o, block.response + u * BLOCK, delta, block.rows);
    if (!net.simple_cross_entropy) times_derivative(net.output, delta, o, block.rows);
    if (block.case_weights != nullptr) {
      for (int64_t i = 0; i < block.rows; ++i) delta[i] *= block.case_weights[i];
    }
  }
  return nan == 0;
}

void backward(const Network& net, const double* weights, const Block& block) {
  for (int64_t k = net.layers - 2; k >= 0; --k) {
    const Layer &layer = net.layer[k], &next = net.layer[k + 1];
    const Product p{block.space + next.deltas,
                    next.units,
                    weights + next.first_weight + 1,
                    next.inputs + 1,
                    1,
                    nullptr,
                    block.space + layer.deltas,
                    block.space + layer.activations};
    switch (net.hidden) {
      case Activation::linear:
        product<Activation::linear>(p, layer.units, block.rows);
        break;
      case Activation::logistic:
        product<Activation::logistic>(p, layer.units, block.rows);
        break;
      case Activation::tanh:
        product<Activation::tanh>(p, layer.units, block.rows);
        break;
      case Activation::relu:
        product<Activation::relu>(p, layer.units, block.rows);
        break;
    }
  }
}

void transpose_inputs(const Network& net, const Block& block) {
  const double* input = block.covariate;
  for (int64_t k = 0; k < net.layers; ++k) {
    const Layer& layer = net.layer[k];
    if (k > 0 || block.panels == nullptr) {
      const int64_t ahead = k == 0 ? layer.inputs * BLOCK : 0;  // the next block of rows
      fill_panels(input, layer.inputs, whole_vectors(block.rows), ahead,
                  block.space + layer.panels);
    }
    input = block.space + layer.activations;
  }
}

void add_gradients(const Network& net, const Block& block, double* sums) {
  Chains rest(block.rows);
  for (int64_t k = 0; k < net.layers; ++k) {
    const Layer& layer = net.layer[k];
    const bool kept = k == 0 && block.panels != nullptr;
    add_gradient({kept ? block.panels : block.space + layer.panels, block.space + layer.deltas,
                  sums + layer.gradient, layer.padded_inputs},
                 layer.units, layer.inputs, block.rows, rest);
  }
  rest.finish();
}

// ---- one gradient over all rows ----

// All values of a block and what the gradient needs of them.
Status prepare(const Network& net, const Data& data, const Run& run, const Block& block) {
  if (run.index > run.last_wanted->load(std::memory_order_relaxed)) return Status::stopped;
  forward(net, run.weights, block);
  if (data.rows == 1 && lone_derivative_is_nan(net, block)) return Status::neuron_derivative_nan;
  if (!output_delta(net, block)) return Status::error_derivative_nan;
  backward(net, run.weights, block);
  transpose_inputs(net, block);
  return Status::converged;
}

double* block_space(const Network& net, const Settings& settings, const Run& run, int64_t number) {
  return run.work + net.sums + WORK_VECTORS * settings.padded_weights + number * net.space;
}

Status differentiate_alone(const Network& net, const Data& data, const Settings& settings,
                           const Run& run) {
  double* space = block_space(net, settings, run, 0);
  for (int64_t start = 0; start < data.rows; start += BLOCK) {
    const Block block = block_of(net, data, start, space);
    const Status status = prepare(net, data, run, block);
    if (status != Status::converged) return status;
    add_gradients(net, block, run.work);
  }
  return Status::converged;
}

// A step of a team. Members take turns of some blocks each and prepare them side by side; their
// gradients are added turn by turn, so every sum still runs over the rows in order.
struct Shared {
  const Network& net;
  const Data& data;
  const Settings& settings;
  const Run& run;
  std::atomic<int64_t> taken{0}, added{0};
  std::atomic<Status> status{Status::converged};

  void work(int member) {
    constexpr int64_t rows = TURN * BLOCK;
    while (status == Status::converged) {
      const int64_t turn = taken++, start = turn * rows;
      if (start >= data.rows) return;
      const int64_t end = start + rows < data.rows ? start + rows : data.rows;
      Block block[TURN];
      int64_t blocks = 0;
      for (int64_t row = start; row < end; row += BLOCK, ++blocks) {
        double* space = block_space(net, settings, run, member * TURN + blocks);
        block[blocks] = block_of(net, data, row, space);
        const Status found = prepare(net, data, run, block[blocks]);
        if (found != Status::converged) {
          status = found;
          return;
        }
      }
      for (int tries = 0; added != turn; ++tries) {
        if (status != Status::converged) return;
        run.team->wait(tries);
      }
      for (int64_t i = 0; i < blocks; ++i) add_gradients(net, block[i], run.work);
      added = turn + 1;
    }
  }
};

Status differentiate_together(const Network& net, const Data& data, const Settings& settings,
                              const Run& run) {
  Shared shared{net, data, settings, run};
  run.team->together(
      run.team->self,
      [](void* context, int member) { static_cast<Shared*>(context)->work(member); }, &shared);
  return shared.status;
}

Status differentiate(const Network& net, const Data& data, const Settings& settings,
                     const Run& run) {
  memset(run.work, 0, sizeof(double) * static_cast<size_t>(net.sums));
  return run.team ? differentiate_together(net, data, settings, run)
                  : differentiate_alone(net, data, settings, run);
}

// Column 0 of all panels; nothing else is ever written there.
void put_leading_ones(const Network& net, const Settings& settings, const Run& run) {
  const int64_t spaces = run.team ? run.team->members * TURN : 1;
  for (int64_t number = 0; number < spaces; ++number) {
    for (int64_t k = 0; k < net.layers; ++k) {
      double* panel = block_space(net, settings, run, number) + net.layer[k].panels;
      for (int64_t row = 0; row < BLOCK; ++row) panel[row * PAD] = 1.0;
    }
  }
}

// The flat gradient of the free weights into `gradient`; `reached` is the largest size in it.
Status free_gradient(const Network& net, const Data& data, const Settings& settings, Run& run,
                     double* gradient) {
  const Status status = differentiate(net, data, settings, run);
  if (status != Status::converged) return status;
  double largest = 0;
  for (int64_t f = 0; f < settings.free_weights; ++f) {
    const double g = run.work[settings.gradient_at[f]];
    gradient[f] = g;
    if (g != g) return Status::diverged;
    const double size = fabs(g);
    if (size > largest) largest = size;
  }
  run.reached = largest;
  return Status::converged;
}

void exponential(double* values, int64_t count) {
  for (int64_t start = 0; start < count; start += BLOCK) {
    const int64_t some = count - start < BLOCK ? count - start : BLOCK;
    const size_t size = sizeof(double) * static_cast<size_t>(some);
    double x[BLOCK] = {}, e[BLOCK];
    memcpy(x, values + start, size);
    of_exponential<false>(x, e, BLOCK, [](auto value) { return value; });
    memcpy(values + start, e, size);
  }
}

Status gradient(const Network& net, const Data& data, const Settings& settings, Run& run,
                double* free_ones) {
  put_leading_ones(net, settings, run);
  return free_gradient(net, data, settings, run, free_ones);
}

void train(const Network& net, const Data& data, const Settings& settings, Run& run) {
  put_leading_ones(net, settings, run);
  double* gradient = run.work + net.sums;
  const State state{run.weights, gradient, run.step_sizes, gradient + settings.padded_weights};
  for (int64_t i = 0; i < settings.free_weights; ++i) {
    state.r[i] = 0.1;
    state.c[i] = 0.0;
  }
  run.steps = 1;
  run.status = free_gradient(net, data, settings, run, gradient);
  if (run.status != Status::converged) return;
  run.smallest = run.reached;
  double until_report = static_cast<double>(settings.report_every) - 1;
  while (run.steps < settings.step_limit && run.reached > settings.threshold) {
    if (settings.report_every > 0 && until_report <= 0) {
      run.report(run.context, run.index, run.steps, run.smallest);
      until_report = static_cast<double>(settings.report_every);
    }
    until_report -= 1;
    update(settings, state);
    run.status = free_gradient(net, data, settings, run, gradient);
    run.steps += 1;
    if (run.status != Status::converged) return;
    if (run.reached < run.smallest) run.smallest = run.reached;
  }
  if (run.reached > settings.threshold) run.status = Status::step_limit;
}

}  // namespace

namespace RNET_VARIANT {
extern const Variant VARIANT{train, gradient, exponential};
}
}  // namespace rnet
