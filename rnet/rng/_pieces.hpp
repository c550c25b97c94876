// Vectors for Python, and long loops that share the stream, let others run and can be interrupted.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>
#include <new>

#include "_generators.hpp"

namespace nb = nanobind;

namespace rnet {

using Input = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using CodeInput = nb::ndarray<const std::int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

constexpr std::size_t kPiece = 1 << 16;

template <class T>
using Array = nb::ndarray<nb::numpy, T, nb::ndim<1>, nb::c_contig>;
using Reals = Array<double>;
using Wholes = Array<std::int64_t>;
using Codes = Array<std::int32_t>;

template <class T>
Array<T> as_numpy(std::unique_ptr<T[]> values, std::size_t n) {
  T* data = values.release();
  nb::capsule owner(data, [](void* p) noexcept { delete[] static_cast<T*>(p); });
  return Array<T>(data, {n}, owner);
}

// Room for n values, or R's words about the lack of it.
template <class T>
std::unique_ptr<T[]> allocated(std::size_t n) {
  try {
    return std::unique_ptr<T[]>(new T[n]);
  } catch (const std::bad_alloc&) {
    const double size = static_cast<double>(n) * sizeof(T) / 1073741824.0;
    char text[80];
    std::snprintf(text, sizeof text, "cannot allocate vector of size %.1f Gb", size);
    PyErr_SetString(PyExc_MemoryError, text);
    throw nb::python_error();
  }
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
void in_pieces(Stream& stream, std::size_t n, std::size_t piece, Work work) {
  Hold hold(stream);
  if (n <= piece) {
    work(std::size_t{0}, n);
    return;
  }
  const Generator before = stream.generator;
  try {
    nb::gil_scoped_release free;
    for (std::size_t begin = 0; begin < n; begin += piece) {
      work(begin, std::min(n, begin + piece));
      nb::gil_scoped_acquire python;
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
    }
  } catch (...) {
    stream.generator = before;
    throw;
  }
}

// As many values as take about as long as a piece of plain ones, when each costs `cost`.
std::size_t piece_of(double cost) {
  return static_cast<std::size_t>(std::max(1.0, kPiece / std::max(1.0, std::min(cost, 1e9))));
}

}  // namespace rnet
