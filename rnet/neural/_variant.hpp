// The newest instruction set this machine has, chosen when a module is loaded.
#pragma once

#include "_training.hpp"

namespace rnet {

inline Variant choose_variant() {
#if defined(RNET_X86_VARIANTS)
  __builtin_cpu_init();
  const bool third = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                     __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  const bool fourth = third && __builtin_cpu_supports("avx512f") &&
                      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (fourth) return {v4::train, v4::gradient, v4::exponential};
  if (third) return {v3::train, v3::gradient, v3::exponential};
#endif
  return {baseline::train, baseline::gradient, baseline::exponential};
}

}  // namespace rnet
