// The kernel at three levels of the processor, from one text.
#include "HandFused.h"

#pragma STDC FP_CONTRACT OFF

#define NAMED(name, level) name##_##level
#define LEVEL_NAME(name, level) NAMED(name, level)

#define LEVEL baseline
#define LANES 2
#include "Kernel.h"
#undef LEVEL
#undef LANES

#if defined(__x86_64__)
#include <immintrin.h>

#define LEVEL avx2
#define LANES 4
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "Kernel.h"
#pragma clang attribute pop
#undef LEVEL
#undef LANES

#define LEVEL avx512
#define LANES 8
#define HAS_TWO_TABLE_PERMUTE
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#include "Kernel.h"
#pragma clang attribute pop
#endif

int hand_fused_has(enum HandFusedLevel level) {
  if (level == HAND_FUSED_BASELINE) return 1;
#if defined(__x86_64__)
  if (level == HAND_FUSED_AVX2) return __builtin_cpu_supports("avx2") != 0;
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

void hand_fused_run(
  enum HandFusedLevel level, const HandFusedModel *model, const double *const *basis,
  double *const *outputs, long count) {
#if defined(__x86_64__)
  if (level == HAND_FUSED_AVX512) {
    run_avx512(model, basis, outputs, count);
    return;
  }
  if (level == HAND_FUSED_AVX2) {
    run_avx2(model, basis, outputs, count);
    return;
  }
#endif
  run_baseline(model, basis, outputs, count);
}
