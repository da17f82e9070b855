#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

#include "scalar.inc"

// The value of a rank and the next one by Hoare's selection, for lists of any kind.
static void bek_select_slowly(double *list, int32_t count, int32_t rank, double *found) {
  int32_t first = 0, last = count - 1;
  // On the left nothing is larger than the value of the rank, on the right nothing smaller.
  while (first < last) {
    double a = list[first], b = list[first + (last - first) / 2], c = list[last];
    double smaller = a < b ? a : b, larger = a < b ? b : a;
    double pivot = c < smaller ? smaller : c > larger ? larger : c;
    int32_t left = first, right = last;
    while (left <= right) {
      while (list[left] < pivot) ++left;
      while (list[right] > pivot) --right;
      if (left > right) break;
      double moved = list[left];
      list[left++] = list[right];
      list[right--] = moved;
    }
    if (rank <= right) last = right;
    else if (rank >= left) first = left;
    else break;
  }
  found[0] = list[rank];
  found[1] = rank + 1 < count ? list[rank + 1] : list[rank];
  for (int32_t place = rank + 1; place < count; ++place)
    found[1] = list[place] < found[1] ? list[place] : found[1];
}

// Vectors are passed among inlined functions of one level only.
#pragma clang diagnostic ignored "-Wpsabi"

#define JOIN(a, b) a##_##b
#define EXPANDED(a, b) JOIN(a, b)
#define NAME(name) EXPANDED(LEVEL, name)

#define LEVEL bek_baseline
#define LANES 2
#define HAS_AVX512 0
#include "Levels/level.inc"
#undef LEVEL
#undef LANES
#undef HAS_AVX512

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define LEVEL bek_avx2
#define LANES 4
#define HAS_AVX512 0
#include "Levels/level.inc"
#undef LEVEL
#undef LANES
#undef HAS_AVX512
#pragma clang attribute pop

#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw"))), apply_to = function)
#define LEVEL bek_avx512
#define LANES 8
#define HAS_AVX512 1
#include "Levels/level.inc"
#undef LEVEL
#undef LANES
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

// The same for a function that gives something.
#define GIVE_AT_LEVEL(level, call)                   \
  switch (level) {                                   \
  case BEK_AVX512: return bek_avx512_##call;          \
  case BEK_AVX2: return bek_avx2_##call;              \
  default: return bek_baseline_##call;                \
  }

#else

bek_level bek_best_level(void) { return BEK_BASELINE; }

#define AT_LEVEL(level, call) (void)(level); bek_baseline_##call;
#define GIVE_AT_LEVEL(level, call) (void)(level); return bek_baseline_##call;

#endif

int bek_run(
  bek_level level, const bek_instruction *program, const bek_slot *slots, intptr_t draws
) {
  GIVE_AT_LEVEL(level, run(program, slots, draws))
}

void bek_transform(
  bek_level level, bek_transform_kind kind, const double *p, const double *column, intptr_t count,
  double *values
) {
  AT_LEVEL(level, transform(kind, p, column, count, values))
}

void bek_table(
  bek_level level, const double *coefficients, double cells_per_unit, const double *column,
  intptr_t count, double *values
) {
  AT_LEVEL(level, table(coefficients, cells_per_unit, column, count, values))
}

void bek_sobol(
  bek_level level, const uint32_t *order, intptr_t count, const uint32_t *table, uint32_t key,
  double *column
) {
  AT_LEVEL(level, sobol(order, count, table, key, column))
}

void bek_normal_quantiles(
  bek_level level, const double *levels, intptr_t count, double *quantiles
) {
  AT_LEVEL(level, normal_quantiles(levels, count, quantiles))
}

void bek_logistic(bek_level level, double *values, intptr_t count) {
  AT_LEVEL(level, logistic(values, count))
}

void bek_moments(
  bek_level level, const double *values, int32_t count, double pivot, double *sums
) {
  AT_LEVEL(level, moments(values, count, pivot, sums))
}

void bek_bins(
  bek_level level, const double *values, int32_t count, bek_spread spread, uint16_t *bins
) {
  AT_LEVEL(level, bins(values, count, spread, bins))
}

void bek_summarize(
  bek_level level, const double *values, int32_t count, double pivot, bek_spread spread,
  double *sums, uint16_t *bins, uint16_t *tables
) {
  AT_LEVEL(level, summarize(values, count, pivot, spread, sums, bins, tables))
}

void bek_take_counts(
  bek_level level, uint16_t *tables, uint32_t *counts, int32_t adding_up
) {
  AT_LEVEL(level, take_counts(tables, counts, adding_up))
}

int32_t bek_are_whole(bek_level level, const double *values, int32_t count) {
  GIVE_AT_LEVEL(level, are_whole(values, count))
}

void bek_find_ranks(
  bek_level level, const uint32_t *counts, const int64_t *ranks, int32_t count, int32_t *bins,
  int64_t *below
) {
  AT_LEVEL(level, find_ranks(counts, ranks, count, bins, below))
}

int32_t bek_collect(
  bek_level level, const double *values, const uint16_t *bins, int32_t count, uint16_t first,
  uint16_t last, double *list, int32_t length
) {
  GIVE_AT_LEVEL(level, collect(values, bins, count, first, last, list, length))
}

void bek_select(bek_level level, double *list, int32_t count, int32_t rank, double *found) {
  AT_LEVEL(level, select(list, count, rank, found))
}
