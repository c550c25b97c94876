// The instruction sets the training loop was compiled for, of which this machine has some.
#pragma once

#include <vector>

#include "_training.hpp"

namespace rnet {

struct Choice {
  const char* name;
  Variant variant;
};

// What this processor can run, the fastest first.
inline std::vector<Choice> choices() {
  std::vector<Choice> found;
#if defined(RNET_X86_VARIANTS)
  __builtin_cpu_init();
  const bool third = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                     __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  const bool fourth = third && __builtin_cpu_supports("avx512f") &&
                      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (fourth) found.push_back({"AVX-512", v4::VARIANT});
  if (third) found.push_back({"AVX2", v3::VARIANT});
#endif
  found.push_back({"baseline", baseline::VARIANT});
  return found;
}

inline Variant choose_variant() { return choices().front().variant; }

}  // namespace rnet
