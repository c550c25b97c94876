// The border between Python and the training loop: checks shapes, lays data out, runs repetitions
// on threads without the GIL, polls for interrupts, hands reports back in order.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "_team.hpp"
#include "_training.hpp"
#include "_variant.hpp"

namespace nb = nanobind;
using std::int64_t;

namespace {

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Vector = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Positions = nb::ndarray<const int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Weights = nb::ndarray<double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

constexpr auto POLL_INTERVAL = std::chrono::milliseconds(20);
constexpr int64_t KEPT_PANELS = 1 << 16;  // doubles; more would not stay in the cache
constexpr int64_t LARGEST = int64_t{1} << 40;  // doubles; keeps every product of sizes in range

const std::vector<rnet::Choice> CHOICES = rnet::choices();
std::atomic<const rnet::Choice*> choice{&CHOICES.front()};

std::vector<std::string> instruction_sets() {
  std::vector<std::string> names;
  for (const rnet::Choice& one : CHOICES) names.emplace_back(one.name);
  return names;
}

void use_instruction_set(const std::string& name) {
  for (const rnet::Choice& one : CHOICES) {
    if (name == one.name) {
      choice = &one;
      return;
    }
  }
  throw nb::value_error("this processor has not that instruction set");
}

const rnet::Variant& variant() { return choice.load()->variant; }

void require(bool condition, const char* message) {
  if (!condition) throw nb::value_error(message);
}

int64_t padded(int64_t count) { return (count + rnet::PAD - 1) / rnet::PAD * rnet::PAD; }

// Doubles at an address fit for whole cache lines, zero at first; in large pages where they are many.
class Buffer {
 public:
  explicit Buffer(int64_t count) {
    if (count == 0) return;
    const size_t length = static_cast<size_t>(count);
    first_.reset(new (LINE) double[length]);
    ask_for_large_pages(first_.get(), length * sizeof(double));
    std::fill_n(first_.get(), length, 0.0);
  }
  // Null where nothing was asked for.
  double* get() { return first_.get(); }

 private:
  static constexpr std::align_val_t LINE{64};
  // Advice before the first touch, nothing more: whether the system follows it does not matter.
  static void ask_for_large_pages([[maybe_unused]] double* first, [[maybe_unused]] size_t bytes) {
#if defined(MADV_HUGEPAGE)
    constexpr std::uintptr_t PAGE = 4096, MANY = std::uintptr_t{1} << 23;
    if (bytes < MANY) return;
    const auto start = (reinterpret_cast<std::uintptr_t>(first) + PAGE - 1) / PAGE * PAGE;
    madvise(reinterpret_cast<void*>(start), bytes - PAGE, MADV_HUGEPAGE);
#endif
  }
  struct Delete {
    void operator()(double* first) const noexcept { ::operator delete[](first, LINE); }
  };
  std::unique_ptr<double[], Delete> first_;
};

// ---- the network ----

struct Plan {
  std::vector<rnet::Layer> layers;
  int64_t weights = 0;
  int64_t space = 0;  // doubles a block of rows needs
  int64_t sums = 0;   // doubles the gradient needs
};

// Doubles of Run::work; `members` is the size of the run's team.
int64_t work_size(const Plan& plan, int64_t free, int members) {
  const int64_t blocks = members > 1 ? members * rnet::TURN : 1;
  return plan.sums + rnet::WORK_VECTORS * padded(free) + blocks * plan.space;
}

Plan make_plan(const Positions& units) {
  require(units.shape(0) >= 2, "units must name at least the inputs and the outputs");
  Plan plan;
  for (size_t k = 0; k + 1 < units.shape(0); ++k) {
    const int64_t inputs = units(k), out = units(k + 1);
    require(inputs >= (k == 0 ? 0 : 1) && out >= 1, "every layer needs at least one unit");
    require(inputs < LARGEST && out < LARGEST / (inputs + 1) / rnet::BLOCK, "layer is too large");
    plan.layers.push_back({inputs, out, padded(inputs + 1), plan.weights, 0, 0, 0, 0});
    plan.weights += (inputs + 1) * out;
    require(plan.weights < LARGEST, "network is too large");
  }
  auto take = [&plan](int64_t count) {
    const int64_t start = plan.space;
    plan.space += padded(count);
    return start;
  };
  for (rnet::Layer& layer : plan.layers) {
    layer.activations = take(layer.units * rnet::BLOCK);
    layer.deltas = take(layer.units * rnet::BLOCK);
    layer.panels = take(layer.padded_inputs * rnet::BLOCK);
    layer.gradient = plan.sums;
    plan.sums += layer.units * layer.padded_inputs;
  }
  return plan;
}

std::vector<int64_t> gradient_positions(const Plan& plan, const Positions& free) {
  std::vector<int64_t> at(free.shape(0));
  for (size_t f = 0; f < free.shape(0); ++f) {
    const int64_t position = free(f);
    require(position >= 0 && position < plan.weights, "free holds a position outside the weights");
    size_t k = plan.layers.size() - 1;
    while (position < plan.layers[k].first_weight) --k;
    const rnet::Layer& layer = plan.layers[k];
    const int64_t within = position - layer.first_weight;
    const int64_t height = layer.inputs + 1;
    at[f] = layer.gradient + within / height * layer.padded_inputs + within % height;
  }
  return at;
}

// ---- the data ----

// Blocks of rows, each column by column; the last block is filled up with zeros.
Buffer blocks_by_unit(const Matrix& m) {
  const int64_t rows = static_cast<int64_t>(m.shape(0)), columns = static_cast<int64_t>(m.shape(1));
  const int64_t blocks = (rows + rnet::BLOCK - 1) / rnet::BLOCK;
  Buffer buffer(blocks * rnet::BLOCK * columns);
  for (int64_t row = 0; row < rows; ++row) {
    double* at = buffer.get() + row / rnet::BLOCK * rnet::BLOCK * columns + row % rnet::BLOCK;
    const double* from = m.data() + row * columns;
    for (int64_t j = 0; j < columns; ++j) at[j * rnet::BLOCK] = from[j];
  }
  return buffer;
}

// Row by row with a leading one, as _products.hpp wants it; nothing where that is large.
Buffer panels_of(const Matrix& m) {
  const int64_t rows = static_cast<int64_t>(m.shape(0)), columns = static_cast<int64_t>(m.shape(1));
  const int64_t blocks = (rows + rnet::BLOCK - 1) / rnet::BLOCK;
  const int64_t size = blocks * rnet::BLOCK * padded(columns + 1);
  if (size > KEPT_PANELS) return Buffer(0);
  Buffer buffer(size);
  for (int64_t row = 0; row < rows; ++row) {
    double* block = buffer.get() + row / rnet::BLOCK * rnet::BLOCK * padded(columns + 1);
    double* at = block + row % rnet::BLOCK * rnet::PAD;
    at[0] = 1.0;
    for (int64_t c = 1; c <= columns; ++c) {
      at[c / rnet::PAD * rnet::PAD * rnet::BLOCK + c % rnet::PAD] = m.data()[row * columns + c - 1];
    }
  }
  return buffer;
}

template <typename Enum>
Enum from_code(int code, Enum last, const char* message) {
  require(code >= 0 && code <= static_cast<int>(last), message);
  return static_cast<Enum>(code);
}

// Network and data with their shapes checked, laid out once.
class Problem {
 public:
  Problem(const Matrix& covariate, const Matrix& response, const Positions& units,
          const Positions& free_ones, int hidden, int output, int loss, bool simple_cross_entropy,
          const std::optional<Vector>& case_weights)
      : plan(make_plan(units)),
        network{static_cast<int64_t>(plan.layers.size()),
                plan.layers.data(),
                plan.weights,
                plan.space,
                plan.sums,
                from_code(hidden, rnet::Activation::relu, "unknown hidden activation"),
                from_code(output, rnet::Activation::relu, "unknown output activation"),
                from_code(loss, rnet::Loss::cross_entropy, "unknown error function"),
                simple_cross_entropy},
        free(free_ones.data(), free_ones.data() + free_ones.shape(0)),
        gradient_at(gradient_positions(plan, free_ones)),
        by_unit_(check(covariate, response, plan, case_weights)),
        panels_(panels_of(covariate)),
        wanted_(blocks_by_unit(response)) {
    if (case_weights) {
      const double* first = case_weights->data();
      case_weights_.assign(first, first + case_weights->shape(0));
    }
    data = {static_cast<int64_t>(covariate.shape(0)), by_unit_.get(), panels_.get(), wanted_.get(),
            case_weights ? case_weights_.data() : nullptr};
  }
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;

  const Plan plan;
  const rnet::Network network;
  const std::vector<int64_t> free, gradient_at;
  rnet::Data data{};

 private:
  static Buffer check(const Matrix& covariate, const Matrix& response, const Plan& plan,
                      const std::optional<Vector>& case_weights) {
    const int64_t rows = static_cast<int64_t>(covariate.shape(0));
    require(rows >= 1, "there are no rows");
    require(covariate.shape(0) == response.shape(0), "covariate and response differ in rows");
    require(!case_weights || covariate.shape(0) == case_weights->shape(0),
            "one case weight for each row");
    require(static_cast<int64_t>(covariate.shape(1)) == plan.layers.front().inputs,
            "covariate has not as many columns as units says");
    require(static_cast<int64_t>(response.shape(1)) == plan.layers.back().units,
            "response has not as many columns as units says");
    require(rows < LARGEST / (plan.layers.front().inputs + 16), "data are too large");
    return blocks_by_unit(covariate);
  }

  Buffer by_unit_, panels_, wanted_;
  std::vector<double> case_weights_;
};

// The gradient by the free weights at any weights.
class Gradient {
 public:
  Gradient(const Matrix& covariate, const Matrix& response, const Positions& units,
           const Positions& free, int hidden, int output, int loss, bool simple_cross_entropy,
           const std::optional<Vector>& case_weights)
      : problem_(covariate, response, units, free, hidden, output, loss, simple_cross_entropy,
                 case_weights),
        space_(work_size(problem_.plan, free.shape(0), 1)) {}

  // How it went, and the gradient in flat order.
  nb::tuple at(const Vector& weights) {
    require(static_cast<int64_t>(weights.shape(0)) == problem_.plan.weights,
            "weights has not as many elements as the network has weights");
    const size_t count = problem_.free.size();
    std::vector<double> own(weights.data(), weights.data() + weights.shape(0));
    auto found = std::make_unique<double[]>(count);
    rnet::Settings settings{};
    settings.free_weights = static_cast<int64_t>(count);
    settings.padded_weights = padded(settings.free_weights);
    settings.free = problem_.free.data();
    settings.gradient_at = problem_.gradient_at.data();
    const std::atomic<int64_t> wanted{0};
    rnet::Run run{0, own.data(), nullptr, space_.get(), nullptr, &wanted, nullptr, nullptr,
                  rnet::Status::stopped, 0, 0, 0};
    const rnet::Status status =
        variant().gradient(problem_.network, problem_.data, settings, run, found.get());
    nb::capsule owner(found.get(), [](void* p) noexcept { delete[] static_cast<double*>(p); });
    return nb::make_tuple(static_cast<int>(status),
                          nb::ndarray<nb::numpy, double, nb::ndim<1>>(found.release(), {count},
                                                                      owner));
  }

 private:
  Problem problem_;
  Buffer space_;
};

// ---- repetitions ----

struct Outcome {
  int status = static_cast<int>(rnet::Status::stopped);
  double steps = 0, reached = 0, smallest = 0, seconds = 0;
};

struct Report {
  int64_t index;
  double step, smallest;
  bool finished;
};

class Repetitions {
 public:
  Repetitions(const rnet::Network& network, const rnet::Data& data, const rnet::Settings& settings,
              const Plan& plan, double* weights, double* step_sizes, int64_t count)
      : network_(network), data_(data), settings_(settings), plan_(plan), weights_(weights),
        step_sizes_(step_sizes), outcomes_(static_cast<size_t>(count)), pending_(static_cast<size_t>(count)) {}

  ~Repetitions() {
    last_wanted_ = -1;
    for (std::thread& worker : workers_) worker.join();
  }

  // Run all on `workers` threads, each the head of a team of `members`; the calling thread holds
  // the GIL only to poll and to report.
  std::vector<Outcome> run(int workers, int members, const nb::object& report) {
    reporting_ = !report.is_none();
    last_wanted_ = static_cast<int64_t>(outcomes_.size()) - 1;
    {
      nb::gil_scoped_release release;
      running_ = workers;
      for (int i = 0; i < workers; ++i) workers_.emplace_back([this, members] { work(members); });
    }
    while (true) {
      std::vector<Report> ready;
      bool finished;
      {
        nb::gil_scoped_release release;
        std::unique_lock<std::mutex> lock(mutex_);
        changed_.wait_for(lock, POLL_INTERVAL, [this] { return running_ == 0; });
        finished = running_ == 0;
        ready = take_reports();
      }
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
      for (const Report& r : ready) hand_over(report, r);
      if (finished) break;
    }
    if (failure_) std::rethrow_exception(failure_);
    return outcomes_;
  }

 private:
  void work(int members) {
    try {
      Buffer space(work_size(plan_, settings_.free_weights, members));
      std::optional<rnet::Threads> threads;
      if (members > 1) threads.emplace(members);
      while (true) {
        const int64_t index = next_++;
        if (index > last_wanted_) break;
        run_one(index, space.get(), threads ? &threads->team() : nullptr);
      }
    } catch (...) {
      std::lock_guard<std::mutex> lock(mutex_);
      failure_ = std::current_exception();
      last_wanted_ = -1;
    }
    std::lock_guard<std::mutex> lock(mutex_);
    --running_;
    changed_.notify_all();
  }

  void run_one(int64_t index, double* space, const rnet::Team* team) {
    const auto start = std::chrono::steady_clock::now();
    rnet::Run run{index, weights_ + index * plan_.weights,
                  step_sizes_ + index * settings_.free_weights, space, team, &last_wanted_,
                  &Repetitions::record, this, rnet::Status::stopped, 0, 0, 0};
    variant().train(network_, data_, settings_, run);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    outcomes_[static_cast<size_t>(index)] = {static_cast<int>(run.status), run.steps, run.reached,
                                             run.smallest, spent.count()};
    const bool failed =
        run.status != rnet::Status::converged && run.status != rnet::Status::step_limit;
    if (failed) {  // R stops at the first failure: later repetitions are not wanted
      int64_t last = last_wanted_;
      while (index < last && !last_wanted_.compare_exchange_weak(last, index)) {
      }
    }
    if (reporting_ && !failed) add({index, run.steps, run.smallest, true});
  }

  static void record(void* self, int64_t index, double step, double smallest) {
    static_cast<Repetitions*>(self)->add({index, step, smallest, false});
  }

  void add(const Report& report) {
    std::lock_guard<std::mutex> lock(mutex_);
    pending_[static_cast<size_t>(report.index)].push_back(report);
  }

  // Reports of the first unfinished repetition, then of those after it; under the lock.
  std::vector<Report> take_reports() {
    std::vector<Report> ready;
    while (showing_ < pending_.size() && !pending_[showing_].empty()) {
      const Report report = pending_[showing_].front();
      pending_[showing_].pop_front();
      ready.push_back(report);
      if (report.finished) ++showing_;
    }
    return ready;
  }

  void hand_over(const nb::object& report, const Report& r) {
    const Outcome outcome = r.finished ? outcomes_[static_cast<size_t>(r.index)] : Outcome{};
    report(r.index, r.step, r.smallest, r.finished, outcome.status, outcome.reached,
           outcome.seconds);
  }

  const rnet::Network& network_;
  const rnet::Data& data_;
  const rnet::Settings& settings_;
  const Plan& plan_;
  double* weights_;
  double* step_sizes_;
  std::vector<Outcome> outcomes_;
  std::vector<std::deque<Report>> pending_;
  size_t showing_ = 0;
  bool reporting_ = false;
  int running_ = 0;
  std::atomic<int64_t> next_{0}, last_wanted_{-1};
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::thread> workers_;
};

// How many of `available` threads a step can use: one unless it takes some 20 microseconds.
int team_size(int available, int64_t rows, int64_t weights) {
  constexpr int64_t LEAST_WORK = 1 << 17;
  constexpr int MOST = 64;
  if (rows * std::min(weights, LEAST_WORK) < LEAST_WORK) return 1;
  const int64_t turns = (rows - 1) / (rnet::TURN * rnet::BLOCK) + 1;
  return static_cast<int>(std::min<int64_t>(std::min(available, MOST), turns));
}

nb::list train(const Matrix& covariate, const Matrix& response, const Positions& units,
               const Weights& weights, const Positions& free, const Vector& learning_rate,
               int hidden, int output, int loss, bool simple_cross_entropy, int rule,
               double threshold, double step_limit, std::pair<double, double> limit,
               std::pair<double, double> factor, int workers, int64_t report_every,
               const nb::object& report, const std::optional<Vector>& case_weights,
               const std::optional<Weights>& step_sizes) {
  const Problem problem(covariate, response, units, free, hidden, output, loss,
                        simple_cross_entropy, case_weights);
  const int64_t count = static_cast<int64_t>(weights.shape(0));
  require(static_cast<int64_t>(weights.shape(1)) == problem.plan.weights,
          "weights has not as many columns as the network has weights");
  require(free.shape(0) == learning_rate.shape(0), "one learning rate for each free weight");
  require(!step_sizes || (step_sizes->shape(0) == weights.shape(0) &&
                          step_sizes->shape(1) == free.shape(0)),
          "one step size for each repetition and free weight");
  require(workers >= 1 && report_every >= 0, "workers must be positive");
  const rnet::Settings settings{from_code(rule, rnet::Rule::backprop, "unknown algorithm"),
                                threshold,
                                step_limit,
                                limit.first,
                                limit.second,
                                factor.first,
                                factor.second,
                                learning_rate.data(),
                                static_cast<int64_t>(free.shape(0)),
                                padded(static_cast<int64_t>(free.shape(0))),
                                problem.free.data(),
                                problem.gradient_at.data(),
                                report.is_none() ? 0 : report_every};
  Buffer own_steps(step_sizes ? 0 : count * settings.free_weights);
  Repetitions repetitions(problem.network, problem.data, settings, problem.plan, weights.data(),
                          step_sizes ? step_sizes->data() : own_steps.get(), count);
  const int threads = static_cast<int>(std::min<int64_t>(workers, std::max<int64_t>(count, 1)));
  const int members = team_size(workers / threads, problem.data.rows, problem.plan.weights);
  nb::list result;
  for (const Outcome& o : repetitions.run(threads, members, report)) {
    result.append(nb::make_tuple(o.status, o.steps, o.reached, o.smallest, o.seconds));
  }
  return result;
}

// ---- elementwise functions with the C library's bits ----

template <typename Function>
auto elementwise(Function function) {
  return [function](const Vector& x) {
    const size_t count = x.shape(0);
    auto values = std::make_unique<double[]>(count);
    std::copy(x.data(), x.data() + count, values.get());
    function(values.get(), count);
    nb::capsule owner(values.get(), [](void* p) noexcept { delete[] static_cast<double*>(p); });
    return nb::ndarray<nb::numpy, double, nb::ndim<1>>(values.release(), {count}, owner);
  };
}

}  // namespace

NB_MODULE(_kernel, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  m.doc() = "Training of feed-forward nets with every sum in R's order.";
  using nb::arg;
  m.def("train", &train, arg("covariate"), arg("response"), arg("units"),
        arg("weights").noconvert(), arg("free"), arg("learning_rate"), nb::kw_only(),
        arg("hidden"), arg("output"), arg("loss"), arg("simple_cross_entropy"), arg("rule"),
        arg("threshold"), arg("step_limit"), arg("limit"), arg("factor"), arg("workers"),
        arg("report_every"), arg("report").none(), arg("case_weights") = nb::none(),
        arg("step_sizes").noconvert() = nb::none());
  nb::class_<Gradient>(m, "Gradient")
      .def(nb::init<const Matrix&, const Matrix&, const Positions&, const Positions&, int, int,
                    int, bool, const std::optional<Vector>&>(),
           arg("covariate"), arg("response"), arg("units"), arg("free"), nb::kw_only(),
           arg("hidden"), arg("output"), arg("loss"), arg("simple_cross_entropy"),
           arg("case_weights") = nb::none())
      .def("at", &Gradient::at, arg("weights"));
  m.def("instruction_sets", &instruction_sets);
  m.def("use_instruction_set", &use_instruction_set, arg("name"));
  m.def("exp", elementwise([](double* x, size_t n) {
          variant().exponential(x, static_cast<int64_t>(n));
        }),
        arg("x"));
  m.def("tanh", elementwise([](double* x, size_t n) {
          for (size_t i = 0; i < n; ++i) x[i] = std::tanh(x[i]);
        }),
        arg("x"));
  m.def("log", elementwise([](double* x, size_t n) {
          for (size_t i = 0; i < n; ++i) x[i] = std::log(x[i]);
        }),
        arg("x"));
}
