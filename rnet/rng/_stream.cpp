// The one random stream and every loop that draws from it.
//
// Each public method takes the stream's lock, lets other Python threads run while it works on
// long vectors, and looks for Ctrl-C between pieces; an interrupted call leaves the state alone.

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <tuple>

#include "_generators.hpp"
#include "_normal.hpp"
#include "_sample.hpp"

namespace nb = nanobind;
using namespace rnet;

namespace {

using Reals = nb::ndarray<nb::numpy, double, nb::ndim<1>, nb::c_contig>;
using Codes = nb::ndarray<nb::numpy, std::int32_t, nb::ndim<1>, nb::c_contig>;
using Input = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using CodeInput = nb::ndarray<const std::int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

constexpr std::size_t kPiece = 1 << 16;

template <class T>
using Array = nb::ndarray<nb::numpy, T, nb::ndim<1>, nb::c_contig>;

template <class T>
Array<T> as_numpy(std::unique_ptr<T[]> values, std::size_t n) {
  T* data = values.release();
  nb::capsule owner(data, [](void* p) noexcept { delete[] static_cast<T*>(p); });
  return Array<T>(data, {n}, owner);
}

// A generator with its lock. The lock is only ever waited for without Python's own.
struct Stream {
  Generator generator;
  std::recursive_mutex mutex;
};

class Hold {
 public:
  explicit Hold(Stream& stream) : mutex_(stream.mutex) {
    if (mutex_.try_lock()) return;
    nb::gil_scoped_release free;
    mutex_.lock();
  }
  ~Hold() { mutex_.unlock(); }
  Hold(const Hold&) = delete;
  Hold& operator=(const Hold&) = delete;

 private:
  std::recursive_mutex& mutex_;
};

// Work through 0..n-1 in pieces; long work runs without Python's lock and can be interrupted.
template <class Work>
void in_pieces(Stream& stream, std::size_t n, Work work) {
  Hold hold(stream);
  if (n <= kPiece) {
    work(std::size_t{0}, n);
    return;
  }
  const Generator before = stream.generator;
  try {
    nb::gil_scoped_release free;
    for (std::size_t begin = 0; begin < n; begin += kPiece) {
      work(begin, std::min(n, begin + kPiece));
      nb::gil_scoped_acquire python;
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
    }
  } catch (...) {
    stream.generator = before;
    throw;
  }
}

template <class Fill>
Reals reals(Stream& stream, std::size_t n, Fill fill) {
  std::unique_ptr<double[]> values(new double[n]);
  double* out = values.get();
  in_pieces(stream, n, [&](std::size_t begin, std::size_t end) { fill(out + begin, end - begin); });
  return as_numpy(std::move(values), n);
}

Reals uniform(Stream& stream, std::size_t n) {
  return reals(stream, n, [&](double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = stream.generator.uniform();
  });
}

Reals normal(Stream& stream, std::size_t n) {
  return reals(stream, n, [&](double* out, std::size_t count) {
    fill_normal(stream.generator, out, count);
  });
}

Reals exponential(Stream& stream, std::size_t n) {
  return reals(stream, n, [&](double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = stream.generator.exponential();
  });
}

double one_index(Stream& stream, double n) {
  Hold hold(stream);
  return stream.generator.index(n);
}

Reals indices(Stream& stream, double n, std::size_t size) {
  return reals(stream, size, [&](double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = stream.generator.index(n);
  });
}

// Without replacement, 0-based; `rejecting` is R's way for populations above ten million.
Reals subset(Stream& stream, double n, std::size_t size, bool rejecting) {
  std::unique_ptr<double[]> values(new double[size]);
  Hold hold(stream);
  if (rejecting)
    draw_distinct(stream.generator, n, values.get(), size);
  else
    draw_from_pool(stream.generator, static_cast<std::size_t>(n), values.get(), size);
  return as_numpy(std::move(values), size);
}

void seed(Stream& stream, std::uint32_t number) {
  Hold hold(stream);
  stream.generator.seed(number);
}

int kinds_code(const Generator& g) {
  return static_cast<int>(g.kind) + 100 * static_cast<int>(g.normal_kind) +
         10000 * static_cast<int>(g.sampler);
}

Codes save(Stream& stream) {
  Hold hold(stream);
  const Generator& g = stream.generator;
  const bool twister = g.kind == Uniform::mersenne;
  const std::size_t n = g.word_count() + (twister ? 2 : 1);
  std::unique_ptr<std::int32_t[]> values(new std::int32_t[n]);
  std::int32_t* out = values.get();
  *out++ = kinds_code(g);
  if (twister) *out++ = g.position;
  for (int i = 0; i < g.word_count(); ++i) *out++ = static_cast<std::int32_t>(g.words[i]);
  return as_numpy(std::move(values), n);
}

void set_kinds(Generator& g, int code) {
  const int kind = code % 100, normal_kind = code / 100 % 100, sampler = code / 10000;
  const bool known = ((kind >= 0 && kind <= 3) || kind == 7) &&
                     (normal_kind == 1 || normal_kind == 2 || normal_kind == 4 ||
                      normal_kind == 5) &&
                     (sampler == 0 || sampler == 1);
  if (!known) throw std::invalid_argument("unknown kinds of generator");
  g.kind = static_cast<Uniform>(kind);
  g.normal_kind = static_cast<Normal>(normal_kind);
  g.sampler = static_cast<Sampler>(sampler);
}

void restore(Stream& stream, CodeInput codes) {
  if (codes.shape(0) == 0) throw std::invalid_argument("empty state");
  Generator g;
  set_kinds(g, codes(0));
  const bool twister = g.kind == Uniform::mersenne;
  const std::size_t front = twister ? 2 : 1;
  if (codes.shape(0) != front + g.word_count())
    throw std::invalid_argument("state of the wrong length");
  if (twister) g.position = codes(1);
  if (g.position <= 0 || g.position > Generator::kWords) g.position = Generator::kWords;
  for (int i = 0; i < g.word_count(); ++i)
    g.words[i] = static_cast<std::uint32_t>(codes(front + i));
  g.repair();
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
      .def("subset", &subset);
}
