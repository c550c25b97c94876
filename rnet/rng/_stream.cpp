// The one random stream and every loop that draws from it.
//
// Each public method takes the stream's lock, lets other Python threads run while it works on
// long vectors, and looks for Ctrl-C between pieces; an interrupted call leaves the state alone.

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>

#include "_counts.hpp"
#include "_gamma.hpp"
#include "_generators.hpp"
#include "_hyper.hpp"
#include "_normal.hpp"
#include "_pieces.hpp"
#include "_sample.hpp"
#include "_simple.hpp"
#include "_tables.hpp"

using namespace rnet;

namespace {

const double kNA = std::nan("1954");  // R's missing double: a NaN with this payload

// n values, each made by `value(generator)`.
template <class Value>
Reals repeated(Stream& stream, std::size_t n, std::size_t piece, Value&& value) {
  auto values = allocated<double>(n);
  in_pieces(stream, n, piece, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) values[i] = value(stream.generator);
  });
  return as_numpy(std::move(values), n);
}

// n values place + width * x of a standard distribution that is filled block by block.
template <class Fill>
Reals shifted(Stream& stream, std::size_t n, double place, double width, Fill fill) {
  auto values = allocated<double>(n);
  in_pieces(stream, n, kPiece, [&](std::size_t begin, std::size_t end) {
    fill(stream.generator, &values[begin], end - begin);
    for (std::size_t i = begin; i < end; ++i) values[i] = place + width * values[i];
  });
  return as_numpy(std::move(values), n);
}

Reals uniform(Stream& stream, std::size_t n) { return shifted(stream, n, 0.0, 1.0, fill_uniform); }

Reals normal(Stream& stream, std::size_t n) { return shifted(stream, n, 0.0, 1.0, fill_normal); }

Reals exponential(Stream& stream, std::size_t n) {
  return repeated(stream, n, kPiece, [](Generator& g) { return g.exponential(); });
}

double one_index(Stream& stream, double n) {
  Hold hold(stream);
  return stream.generator.index(n);
}

// Numbers drawn from 0..n-1 are handed over counted from one, as R counts.
template <class Draw>
Wholes numbered(Stream& stream, std::size_t size, std::size_t piece, Draw&& draw) {
  auto values = allocated<std::int64_t>(size);
  in_pieces(stream, size, piece, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      values[i] = static_cast<std::int64_t>(draw(stream.generator)) + 1;
  });
  return as_numpy(std::move(values), size);
}

Wholes indices(Stream& stream, double n, std::size_t size) {
  return numbered(stream, size, kPiece, [n](Generator& g) { return g.index(n); });
}

Wholes subset(Stream& stream, double n, std::size_t size) {
  return numbered(stream, size, kPiece, Pool(static_cast<std::size_t>(n)));
}

Wholes distinct(Stream& stream, double n, std::size_t size) {
  return numbered(stream, size, kPiece, Distinct(n, size));
}

Wholes weighted_once(Stream& stream, Input probability, std::size_t size) {
  Walk walk(probability.data(), probability.shape(0));
  return numbered(stream, size, piece_of(probability.shape(0) / 4.0),
                  [&](Generator& g) { return walk.once(g); });
}

Wholes weighted_again(Stream& stream, Input probability, std::size_t size) {
  Walk walk(probability.data(), probability.shape(0));
  walk.cumulate();
  return numbered(stream, size, kPiece, [&](Generator& g) { return walk.again(g); });
}

Wholes alias(Stream& stream, Input probability, std::size_t size) {
  return numbered(stream, size, kPiece, Alias(probability.data(), probability.shape(0)));
}

// Counts of n multinomial vectors, one after the other.
Reals multinomial(Stream& stream, std::size_t n, int size, Input probability) {
  const std::size_t cells = probability.shape(0);
  auto values = allocated<double>(n * cells);
  Multinomial draw;
  in_pieces(stream, n, piece_of(static_cast<double>(cells)),
            [&](std::size_t begin, std::size_t end) {
              for (std::size_t i = begin; i < end; ++i)
                draw(stream.generator, size, probability.data(), cells, &values[i * cells]);
            });
  return as_numpy(std::move(values), n * cells);
}

// Cells of n two-way tables with these margins, one table after the other.
Reals two_way_tables(Stream& stream, std::size_t n, CodeInput rows, CodeInput columns) {
  const TwoWayTable table({rows.data(), rows.data() + rows.shape(0)},
                          {columns.data(), columns.data() + columns.shape(0)});
  const std::size_t cells = rows.shape(0) * columns.shape(0);
  auto values = allocated<double>(n * cells);
  in_pieces(stream, n, piece_of(static_cast<double>(cells)),
            [&](std::size_t begin, std::size_t end) {
              for (std::size_t i = begin; i < end; ++i)
                table(stream.generator, &values[i * cells]);
            });
  return as_numpy(std::move(values), n * cells);
}

// A parameter recycled over the values.
class Recycled {
 public:
  explicit Recycled(const Input& values) : data_(values.data()), length_(values.shape(0)) {}
  bool empty() const { return length_ == 0; }
  double next() {
    const double value = data_[at_];
    if (++at_ == length_) at_ = 0;
    return value;
  }
  double largest() const {
    double most = 0.0;
    for (std::size_t i = 0; i < length_; ++i) most = std::max(most, data_[i]);
    return most;
  }

 private:
  const double* data_;
  std::size_t length_;
  std::size_t at_ = 0;
};

template <class Sampler>
double with_next(Sampler& sampler, Generator& g, std::array<Recycled, 1>& p) {
  return sampler(g, p[0].next());
}

template <class Sampler>
double with_next(Sampler& sampler, Generator& g, std::array<Recycled, 2>& p) {
  return sampler(g, p[0].next(), p[1].next());
}

template <class Sampler>
double with_next(Sampler& sampler, Generator& g, std::array<Recycled, 3>& p) {
  return sampler(g, p[0].next(), p[1].next(), p[2].next());
}

// The values, whether one of them is not a number, whether one is beyond R's integers. `kRanks`: a value costs its parameters' size.
using Drawn = std::tuple<Reals, bool, bool>;

Reals constant(std::size_t n, double value) {
  auto values = allocated<double>(n);
  std::fill_n(values.get(), n, value);
  return as_numpy(std::move(values), n);
}

template <class Sampler, bool kRanks, class... Parameters>
Drawn draw(Stream& stream, std::size_t n, const Parameters&... parameters) {
  std::array<Recycled, sizeof...(Parameters)> recycled{Recycled(parameters)...};
  std::size_t piece = kPiece;
  if constexpr (kRanks) {
    double cost = 0.0;
    for (const Recycled& parameter : recycled) cost += parameter.largest();
    piece = piece_of(cost);
  }
  for (const Recycled& parameter : recycled)
    if (parameter.empty()) return {constant(n, kNA), n > 0, false};
  Sampler sampler;
  bool missing = false, wide = false;
  Reals values = repeated(stream, n, piece, [&](Generator& g) {
    const double value = with_next(sampler, g, recycled);
    missing |= std::isnan(value);
    wide |= std::fabs(value) > 2147483647.0;
    return value;
  });
  return {values, missing, wide};
}

template <class Sampler>
Drawn draw1(Stream& stream, std::size_t n, Input a) {
  return draw<Sampler, false>(stream, n, a);
}

template <class Sampler>
Drawn draw2(Stream& stream, std::size_t n, Input a, Input b) {
  return draw<Sampler, false>(stream, n, a, b);
}

template <class Sampler>
Drawn draw3(Stream& stream, std::size_t n, Input a, Input b, Input c) {
  return draw<Sampler, false>(stream, n, a, b, c);
}

bool one_ordinary(const Input& place, const Input& width) {
  return place.shape(0) == 1 && width.shape(0) == 1 && std::isfinite(*place.data()) &&
         std::isfinite(*width.data());
}

// The two most used ones go through the block loops when their parameters do not vary.
Drawn uniform_between(Stream& stream, std::size_t n, Input low, Input high) {
  if (!one_ordinary(low, high) || *low.data() >= *high.data())
    return draw2<UniformBetween>(stream, n, low, high);
  return {shifted(stream, n, *low.data(), *high.data() - *low.data(), fill_uniform), false, false};
}

Drawn normal_at(Stream& stream, std::size_t n, Input mean, Input sd) {
  if (!one_ordinary(mean, sd) || *sd.data() <= 0.0)
    return draw2<NormalAt>(stream, n, mean, sd);
  return {shifted(stream, n, *mean.data(), *sd.data(), fill_normal), false, false};
}

Drawn signed_rank(Stream& stream, std::size_t n, Input size) {
  return draw<SignedRank, true>(stream, n, size);
}

Drawn rank_sum(Stream& stream, std::size_t n, Input first, Input second) {
  return draw<RankSum, true>(stream, n, first, second);
}

void seed(Stream& stream, std::uint32_t number) {
  Hold hold(stream);
  stream.generator.seed(number);
}

int kinds_code(const Generator& g) {
  return static_cast<int>(g.kind) + 100 * static_cast<int>(g.normal_kind) +
         10000 * static_cast<int>(g.sampler);
}

// R keeps the twister's position before its words, Knuth's after.
bool has_position(const Generator& g) {
  return g.kind == Uniform::mersenne || g.kind == Uniform::knuth;
}

Codes save(Stream& stream) {
  Hold hold(stream);
  const Generator& g = stream.generator;
  const std::size_t n = g.word_count() + (has_position(g) ? 2 : 1);
  auto values = allocated<std::int32_t>(n);
  std::int32_t* out = values.get();
  *out++ = kinds_code(g);
  if (g.kind == Uniform::mersenne) *out++ = g.position;
  for (int i = 0; i < g.word_count(); ++i) *out++ = static_cast<std::int32_t>(g.words[i]);
  if (g.kind == Uniform::knuth) *out = g.position;
  return as_numpy(std::move(values), n);
}

void set_kinds(Generator& g, int code) {
  const int kind = code % 100, normal_kind = code / 100 % 100, sampler = code / 10000;
  const bool known = ((kind >= 0 && kind <= 3) || kind == 6 || kind == 7) &&
                     (normal_kind == 1 || normal_kind == 2 || normal_kind == 4 || normal_kind == 5) &&
                     (sampler == 0 || sampler == 1);
  if (!known) throw std::invalid_argument("'.Random.seed[1]' is not a valid integer");
  g.kind = static_cast<Uniform>(kind);
  g.normal_kind = static_cast<Normal>(normal_kind);
  g.sampler = static_cast<Sampler>(sampler);
}

void restore(Stream& stream, CodeInput codes) {
  if (codes.shape(0) == 0) throw std::invalid_argument("'.Random.seed' has wrong length");
  Generator g;
  set_kinds(g, codes(0));
  const std::size_t count = g.word_count();
  if (codes.shape(0) != count + (has_position(g) ? 2 : 1))
    throw std::invalid_argument("'.Random.seed' has wrong length");
  const std::size_t front = g.kind == Uniform::mersenne ? 2 : 1;
  g.position = codes(g.kind == Uniform::mersenne ? 1 : codes.shape(0) - 1);
  if (g.position <= 0 || g.position > g.word_count()) g.position = g.word_count();
  std::uint32_t any = 0;
  for (std::size_t i = 0; i < count; ++i) {
    g.words[i] = static_cast<std::uint32_t>(codes(front + i));
    any |= g.words[i];
    if (g.kind == Uniform::knuth) g.words[i] &= knuth::kModulus - 1;
  }
  g.repair();
  if (any == 0 && g.kind != Uniform::wichmann_hill)
    throw std::invalid_argument("'.Random.seed' holds only zeros");
  Hold hold(stream);
  stream.generator = g;
}

void choose(Stream& stream, int code) {
  Hold hold(stream);
  set_kinds(stream.generator, code);
  stream.generator.kept_normal = 0.0;
}

int code(Stream& stream) { return kinds_code(stream.generator); }

}  // namespace

NB_MODULE(_stream, m) {
  // what lives to the end of the process is no leak: torch keeps modules alive at exit
  nb::set_leak_warnings(false);
  nb::class_<Stream>(m, "Stream")
      .def(nb::init<>())
      .def("seed", &seed)
      .def("choose", &choose)
      .def_prop_ro("code", &code)
      .def("save", &save)
      .def("restore", &restore)
      .def("uniform", &uniform)
      .def("normal", &normal)
      .def("exponential", &exponential)
      .def("index", &one_index)
      .def("indices", &indices)
      .def("subset", &subset)
      .def("distinct", &distinct)
      .def("weighted_once", &weighted_once)
      .def("weighted_again", &weighted_again)
      .def("alias", &alias)
      .def("multinomial", &multinomial)
      .def("two_way_tables", &two_way_tables)
      .def("uniform_between", &uniform_between)
      .def("normal_at", &normal_at)
      .def("log_normal", &draw2<LogNormal>)
      .def("cauchy", &draw2<Cauchy>)
      .def("logistic", &draw2<Logistic>)
      .def("weibull", &draw2<Weibull>)
      .def("exponential_of", &draw1<Exponential>)
      .def("gamma", &draw2<Gamma>)
      .def("beta", &draw2<Beta>)
      .def("chi_squared", &draw1<ChiSquared>)
      .def("noncentral_chi_squared", &draw2<NoncentralChiSquared>)
      .def("student_t", &draw1<StudentT>)
      .def("fisher_f", &draw2<FisherF>)
      .def("poisson", &draw1<Poisson>)
      .def("binomial", &draw2<Binomial>)
      .def("geometric", &draw1<Geometric>)
      .def("negative_binomial", &draw2<NegativeBinomial>)
      .def("negative_binomial_mean", &draw2<NegativeBinomialMean>)
      .def("hypergeometric", &draw3<Hypergeometric>)
      .def("signed_rank", &signed_rank)
      .def("rank_sum", &rank_sum);
}
