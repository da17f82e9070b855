// What the engine does on columns of draws, at several levels of vector instructions.
//
// All levels do the same IEEE 754 operations in the same order on every draw, without fused
// multiply-add: their results are the same bits, and the same as those of the plain loops in Swift.
#ifndef BREAKEVEN_KERNELS_H
#define BREAKEVEN_KERNELS_H

#include <stdint.h>

/// What an instruction of the block machine does; the operations first, as `Program.Opcode` has
/// them.
typedef enum {
  BEK_ADD, BEK_SUBTRACT, BEK_MULTIPLY, BEK_DIVIDE, BEK_POWER,
  BEK_NEGATE, BEK_ABSOLUTE, BEK_SQUARE_ROOT, BEK_EXPONENTIAL, BEK_NATURAL_LOGARITHM,
  BEK_DECIMAL_LOGARITHM, BEK_FLOOR, BEK_CEILING, BEK_ROUND,
  BEK_MINIMUM, BEK_MAXIMUM, BEK_LESS, BEK_LESS_OR_EQUAL, BEK_EQUAL, BEK_NOT_EQUAL,
  BEK_AND, BEK_OR, BEK_NOT,
  BEK_SELECT,         // a ? b : c
  // Two operations in one pass, each rounded by itself; the first one's value stays in a register.
  BEK_MULTIPLY_MULTIPLY,     // a * b * c
  BEK_MULTIPLY_ADD,          // a * b + c
  BEK_MULTIPLY_SUBTRACT,     // a * b - c
  BEK_SUBTRACT_PRODUCT,      // c - a * b
  BEK_MULTIPLY_EXPONENTIAL,  // e^(a * b)
  BEK_EXPONENTIAL_MULTIPLY,  // e^a * b
  BEK_DIVIDE_BY_SUM,         // c / (a + b)
  // These note it unless in every draw
  BEK_GUARD,          // 2^-900 < |a| < 2^900
  BEK_GUARD_OR_ZERO,  // the same, or a is 0
  BEK_GUARD_FINITE,   // a is finite
  BEK_END,            // ends the program
  BEK_OPCODE_COUNT
} bek_opcode;

/// How far a level's vectors reach.
typedef enum { BEK_BASELINE, BEK_AVX2, BEK_AVX512, BEK_LEVEL_COUNT } bek_level;

/// A step of a program: slots by their places in a table.
typedef struct {
  int32_t opcode, target, a, b, c;
} bek_instruction;

/// Where a value of a block is: a value a draw with the stride 1, or, with the stride 0, eight times
/// the same number.
typedef struct {
  double *address;
  intptr_t stride;
} bek_slot;

/// The best level that this processor has.
bek_level bek_best_level(void);

/// Runs a program, which ends with `BEK_END`, over a block of draws, a multiple of 8; gives whether
/// a guarded value wasn't as it has to be. A target is none of its instruction's operands.
int bek_run(
  bek_level level, const bek_instruction *program, const bek_slot *slots, intptr_t draws);

/// The quantile functions with parameters p.
typedef enum {
  BEK_NORMAL,      // p0 + p1 x
  BEK_LOGNORMAL,   // e^(p0 + p1 x)
  BEK_UNIFORM,     // p0 (1 - x) + p1 x
  BEK_TRIANGULAR,  // p: low, high, width, share below the mode
} bek_transform_kind;

/// A quantile function of each x of a column; `count` is a multiple of 8.
void bek_transform(
  bek_level level, bek_transform_kind kind, const double *p, const double *column, intptr_t count,
  double *values);

/// Cubics of each normal quantile between -6.5 and 6.5, four coefficients a piece; `count` is a
/// multiple of 8.
void bek_table(
  bek_level level, const double *coefficients, double cells_per_unit, const double *column,
  intptr_t count, double *values);

/// A column of a block: for each draw, Owen's scramble of the Sobol point with its index, whose
/// coordinate has its bits reversed in the table, a row of 256 for each byte of the index; then the
/// middle of that one of 2^32 equal parts of 0...1. `count` is a multiple of 16.
void bek_sobol(
  bek_level level, const uint32_t *order, intptr_t count, const uint32_t *table, uint32_t key,
  double *column);

/// The standard normal quantile of each level; `count` is a multiple of 8.
void bek_normal_quantiles(
  bek_level level, const double *levels, intptr_t count, double *quantiles);

/// 1 / (1 + e^-x) for each x, in its place; `count` is a multiple of 8.
void bek_logistic(bek_level level, double *values, intptr_t count);

/// Sums of a column, its smallest and its largest value; see `ColumnSummarizer.swift`.
///
/// `sums` has 8 lanes of x - pivot, then 8 of its square, then 8 of the smallest and 8 of the
/// largest value: draw i belongs to lane i mod 8. `count` is a multiple of 8, and the column
/// begins at lane 0.
void bek_moments(
  bek_level level, const double *values, int32_t count, double pivot, double *sums);

/// In how many bins the values of a column are counted, in how many tables that add up, and how
/// many values are counted before the tables are taken.
enum { BEK_BINS = 512, BEK_TABLES = 8, BEK_PART = 4096 };

/// Which bin a value x belongs to, kept within 0 ..< BEK_BINS.
typedef struct {
  double low;
  /// Bins of equal width: ⌊(x - low) * scale⌋.
  double scale;
  /// Bins that widen, 32 to each doubling: bit 47 of x - low and those above, less this.
  int64_t base;
  int32_t widening;
} bek_spread;

/// The bin of each value; `count` is a multiple of 8.
void bek_bins(
  bek_level level, const double *values, int32_t count, bek_spread spread, uint16_t *bins);

/// What `bek_moments` and `bek_bins` do, in one go with counting the bins into `tables`.
void bek_summarize(
  bek_level level, const double *values, int32_t count, double pivot, bek_spread spread,
  double *sums, uint16_t *bins, uint16_t *tables);

/// Adds up what the tables have, at most BEK_PART values, to the counts of the bins, which it may
/// add to or begin with, and clears the tables.
void bek_take_counts(
  bek_level level, uint16_t *tables, uint32_t *counts, int32_t adding_up);

/// Whether all values are whole numbers; `count` is a multiple of 8, and no value is beyond 2^51.
int32_t bek_are_whole(bek_level level, const double *values, int32_t count);

/// The bin in which the value of a rank lies, and how many values lie in bins below, for each of
/// `count` ranks.
void bek_find_ranks(
  bek_level level, const uint32_t *counts, const int64_t *ranks, int32_t count, int32_t *bins,
  int64_t *below);

/// Appends the values whose bin is between first and last, in their order, to a list.
///
/// There are at most BEK_PART values; the list needs room for 8 more than it may come to hold, and
/// may begin where the values do. Returns its new length.
int32_t bek_collect(
  bek_level level, const double *values, const uint16_t *bins, int32_t count, uint16_t first,
  uint16_t last, double *list, int32_t length);

/// The value of a rank in a list of finite values, which has room for 8 more, and the value of the
/// next rank, or the same where there is none; changes the list. 0 may have either sign.
void bek_select(bek_level level, double *list, int32_t count, int32_t rank, double *found);

#endif
