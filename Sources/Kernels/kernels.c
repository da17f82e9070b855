#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

#include "scalar.inc"

// Vectors are passed among inlined functions of one level only.
#pragma clang diagnostic ignored "-Wpsabi"

#define JOIN(a, b) a##_##b
#define EXPANDED(a, b) JOIN(a, b)
#define NAME(name) EXPANDED(LEVEL, name)

#define LEVEL bek_baseline
#define LANES 2
#define PARTS 8
#define HAS_AVX512 0
#include "level.inc"
#undef LEVEL
#undef LANES
#undef PARTS
#undef HAS_AVX512

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define LEVEL bek_avx2
#define LANES 4
#define PARTS 8
#define HAS_AVX512 0
#include "level.inc"
#undef LEVEL
#undef LANES
#undef PARTS
#undef HAS_AVX512
#pragma clang attribute pop

#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw"))), apply_to = function)
#define LEVEL bek_avx512
#define LANES 8
#define PARTS 8
#define HAS_AVX512 1
#include "level.inc"
#undef LEVEL
#undef LANES
#undef PARTS
#undef HAS_AVX512
#pragma clang attribute pop

bek_level bek_best_level(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    return BEK_AVX512;
  return __builtin_cpu_supports("avx2") ? BEK_AVX2 : BEK_BASELINE;
}

// Calls a level's function; a level that the processor lacks is never asked for.
#define AT_LEVEL(level, call)                \
  switch (level) {                           \
  case BEK_AVX512: bek_avx512_##call; return; \
  case BEK_AVX2: bek_avx2_##call; return;     \
  default: bek_baseline_##call;               \
  }

#else

bek_level bek_best_level(void) { return BEK_BASELINE; }

#define AT_LEVEL(level, call) (void)(level); bek_baseline_##call;

#endif

int32_t bek_tile_draws(bek_level level) {
  switch (level) {
  case BEK_AVX512: return 64;
  case BEK_AVX2: return 32;
  default: return 16;
  }
}

const void *bek_handler_of(bek_level level, bek_opcode opcode) {
#if defined(__x86_64__)
  switch (level) {
  case BEK_AVX512: return bek_avx512_run(0, 0, 0)[opcode];
  case BEK_AVX2: return bek_avx2_run(0, 0, 0)[opcode];
  default: break;
  }
#endif
  (void)level;
  return bek_baseline_run(0, 0, 0)[opcode];
}

void bek_run(bek_level level, const bek_instruction *program, intptr_t offset, int32_t tiles) {
  AT_LEVEL(level, run(program, offset, tiles))
}

void bek_apply(int32_t opcode, double *x, const double *a) {
#if defined(__x86_64__)
  bek_avx512_apply((bek_opcode)opcode, x, a);
#else
  // Nothing is compiled elsewhere.
  (void)opcode, (void)x, (void)a;
#endif
}

void bek_moments(
  bek_level level, const double *values, int32_t count, double pivot, double *sums
) {
  AT_LEVEL(level, moments(values, count, pivot, sums))
}

void bek_bins(
  bek_level level, const double *values, int32_t count, double low, double scale, uint16_t *bins
) {
  AT_LEVEL(level, bins(values, count, low, scale, bins))
}

void bek_widening_bins(
  bek_level level, const double *values, int32_t count, double low, int64_t base, uint16_t *bins
) {
  AT_LEVEL(level, widening_bins(values, count, low, base, bins))
}

void bek_count_bins(const uint16_t *bins, int32_t count, uint32_t *counts) {
  // Several tables, so that equal neighbours don't wait for each other.
  int32_t draw = 0;
  for (; draw + BEK_TABLES <= count; draw += BEK_TABLES)
    for (int table = 0; table < BEK_TABLES; ++table) ++counts[BEK_BINS * table + bins[draw + table]];
  for (; draw < count; ++draw) ++counts[bins[draw]];
}

// The count of a bin in all tables.
static inline uint32_t bek_count(const uint32_t *counts, int bin) {
  uint32_t sum = 0;
  for (int table = 0; table < BEK_TABLES; ++table) sum += counts[BEK_BINS * table + bin];
  return sum;
}

void bek_find_ranks(
  const uint32_t *counts, const int64_t *ranks, int32_t count, int32_t *bins, int64_t *below
) {
  // Sums of 32 bins each, so that a rank is found in few steps.
  enum { GROUPS = BEK_BINS / 32 };
  uint64_t sums[GROUPS];
  for (int group = 0; group < GROUPS; ++group) {
    uint32_t sum = 0;
    for (int bin = 32 * group; bin < 32 * group + 32; ++bin)
      sum += bek_count(counts, bin);
    sums[group] = sum;
  }
  for (int32_t place = 0; place < count; ++place) {
    uint64_t rank = (uint64_t)ranks[place], under = 0;
    int group = 0;
    while (group < GROUPS - 1 && rank >= under + sums[group]) under += sums[group++];
    int bin = 32 * group, last = bin + 31;
    while (bin < last) {
      uint64_t here = bek_count(counts, bin);
      if (rank < under + here) break;
      under += here;
      ++bin;
    }
    bins[place] = bin;
    below[place] = (int64_t)under;
  }
}

int32_t bek_collect(
  bek_level level, const double *values, const uint16_t *bins, int32_t count, uint16_t first,
  uint16_t last, double *list, int32_t length
) {
#if defined(__x86_64__)
  if (level == BEK_AVX512)
    return bek_avx512_collect(values, bins, count, first, last, list, length);
  if (level == BEK_AVX2)
    return bek_avx2_collect(values, bins, count, first, last, list, length);
#endif
  (void)level;
  return bek_baseline_collect(values, bins, count, first, last, list, length);
}
