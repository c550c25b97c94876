// What the border (_kernel.cpp) hands to the training loop (_training.cpp): plain data only.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace rnet {

constexpr std::int64_t BLOCK = 64;  // rows that stay in the first-level cache together
constexpr std::int64_t PAD = 8;     // doubles; rows of row-major copies are padded to this

enum class Activation { linear, logistic, tanh, relu };
enum class Loss { squared, cross_entropy };
enum class Rule { rprop_plus, rprop_minus, sag, slr, backprop };
enum class Status {
  converged,
  step_limit,
  error_derivative_nan,
  neuron_derivative_nan,
  diverged,
  stopped
};

// One layer of weights. The last four are offsets in doubles: three into the work space of a block
// of rows, `gradient` into the sums of a run.
struct Layer {
  std::int64_t inputs;         // without the bias
  std::int64_t units;
  std::int64_t padded_inputs;  // 1 + inputs, padded
  std::int64_t first_weight;   // position of the layer's weights in flat order
  std::int64_t activations;    // units x BLOCK
  std::int64_t deltas;         // units x BLOCK
  std::int64_t panels;         // the layer's input row by row: padded inputs x BLOCK
  std::int64_t gradient;       // units x padded inputs
};

struct Network {
  std::int64_t layers;
  const Layer* layer;
  std::int64_t weights;
  std::int64_t space, sums;  // doubles: a block's work space, a run's sums
  Activation hidden, output;
  Loss loss;
  bool simple_cross_entropy;  // R's o (1 - y) - y (1 - o) instead of derivative times derivative
};

// Blocks of BLOCK rows, each unit by unit.
struct Data {
  std::int64_t rows;
  const double* covariate_by_unit;
  const double* covariate_panels;  // row by row with the leading one; null: made block by block
  const double* response_by_unit;
  const double* case_weights;  // one for each row; null: all 1
};

struct Settings {
  Rule rule;
  double threshold, step_limit;
  double lowest, highest;  // learningrate.limit
  double minus, plus;      // learningrate.factor
  const double* learning_rate;
  std::int64_t free_weights, padded_weights;  // how many; so many doubles each WORK_VECTOR
  const std::int64_t* free;         // their positions in flat order
  const std::int64_t* gradient_at;  // where a run's sums hold their gradients
  std::int64_t report_every;  // 0: never
};

// Threads that share the work of a run.
struct Team {
  using Job = void (*)(void* context, int member);
  int members;
  void (*together)(void* self, Job job, void* context);  // returns when all members have done it
  void (*wait)(int tries);
  void* self;
};

// One repetition: start weights go in, the trained ones come out.
struct Run {
  std::int64_t index;
  double* weights;
  double* step_sizes;  // of the free weights; hold the last ones afterwards
  double* work;  // sums, WORK_VECTORS of the free weights, then the members' blocks
  const Team* team;  // null: the calling thread works alone
  const std::atomic<std::int64_t>* last_wanted;  // repetitions beyond this one stop
  void (*report)(void* context, std::int64_t index, double step, double smallest);
  void* context;
  Status status;
  double steps, reached, smallest;
};

constexpr std::int64_t WORK_VECTORS = 2;  // gradient and memory of the rule
constexpr std::int64_t TURN = 4;  // blocks a member of a team adds to the sums when it has its turn

struct Variant {
  void (*train)(const Network&, const Data&, const Settings&, Run&);
  Status (*gradient)(const Network&, const Data&, const Settings&, Run&, double*);
  void (*exponential)(double* values, std::int64_t count);
};

// One for each instruction set the file was compiled for.
namespace baseline {
extern const Variant VARIANT;
}
namespace v3 {
extern const Variant VARIANT;
}
namespace v4 {
extern const Variant VARIANT;
}

}  // namespace rnet
