// The instruction handlers of the block machine, at several levels of vector instructions.
//
// A program is a list of instructions, each with the address of its handler. A handler works on
// one tile of draws that stays in vector registers (the accumulator) and jumps to the next
// handler, so that memory is touched only for other operands: a value that is used once is never
// stored. All levels do the same IEEE 754 operations in the same
// order on every draw, without fused multiply-add: their results are the same bits, and the same
// as those of `ReferenceMachine`, which is written in Swift.
#ifndef BREAKEVEN_KERNELS_H
#define BREAKEVEN_KERNELS_H

#include <stdint.h>

/// What a handler does. A is the accumulator, a, b and c are operands in memory, k and l numbers.
typedef enum {
  // Begin a chain: the accumulator is overwritten.
  BEK_LOAD,            // A = a
  BEK_ADD_BEGIN,       // A = a + b
  BEK_ADD_K_BEGIN,     // A = a + k
  BEK_SUB_BEGIN,       // A = a - b
  BEK_K_SUB_BEGIN,     // A = k - a
  BEK_MUL_BEGIN,       // A = a * b
  BEK_MUL_K_BEGIN,     // A = a * k
  BEK_DIV_BEGIN,       // A = a / b
  BEK_K_DIV_BEGIN,     // A = k / a
  BEK_NORMAL,          // A = k + l * a
  BEK_LOGNORMAL,       // A = exp(k + l * a)
  BEK_UNIFORM,         // A = k * (1 - a) + l * a
  BEK_TRIANGULAR,      // A = the quantile of the level a; b: low, high, width, share below the mode
  BEK_TABLE,           // A = cubics of the normal quantile a; b: their coefficients; k: cells a unit
  // Go on with the accumulator.
  BEK_ADD,             // A = A + a
  BEK_ADD_K,           // A = A + k
  BEK_SUB,             // A = A - a
  BEK_RSUB,            // A = a - A
  BEK_K_SUB,           // A = k - A
  BEK_MUL,             // A = A * a
  BEK_MUL_K,           // A = A * k
  BEK_DIV,             // A = A / a
  BEK_RDIV,            // A = a / A
  BEK_K_DIV,           // A = k / A
  BEK_MUL_ADD,         // A = A * a + b, rounded twice
  BEK_MUL_SUB,         // A = A * a - b, rounded twice
  BEK_MUL_RSUB,        // A = b - A * a, rounded twice
  BEK_ADD_MUL,         // A = A + a * b, rounded twice
  BEK_SUB_MUL,         // A = A - a * b, rounded twice
  BEK_RSUB_MUL,        // A = a * b - A, rounded twice
  BEK_MIN,             // A = A < a ? A : a
  BEK_RMIN,            // A = a < A ? a : A
  BEK_MAX,             // A = A > a ? A : a
  BEK_RMAX,            // A = a > A ? a : A
  BEK_LESS,            // A = A < a
  BEK_RLESS,           // A = a < A
  BEK_LESS_EQUAL,      // A = A <= a
  BEK_RLESS_EQUAL,     // A = a <= A
  BEK_EQUAL,           // A = A == a
  BEK_NOT_EQUAL,       // A = A != a
  BEK_AND,             // A = A and a
  BEK_OR,              // A = A or a
  BEK_POW,             // A = A ^ a
  BEK_RPOW,            // A = a ^ A
  BEK_NEG,             // A = -A
  BEK_ABS,             // A = |A|
  BEK_SQRT,            // A = √A
  BEK_EXP,             // A = e^A
  BEK_LOG,             // A = ln A
  BEK_LOG10,           // A = log10 A
  BEK_FLOOR,           // A = ⌊A⌋
  BEK_CEIL,            // A = ⌈A⌉
  BEK_ROUND,           // A to the nearest whole number, halves away from 0
  BEK_NOT,             // A = not A
  BEK_SELECT,          // A = A ? a : b
  BEK_SELECT_TRUE,     // A = a ? A : b
  BEK_SELECT_FALSE,    // A = a ? b : A
  // Keep the accumulator, which stays as it is.
  BEK_STORE,           // a = A
  BEK_GUARD,           // sets the word at a unless 2^-900 < |A| < 2^900 in every draw
  BEK_GUARD_OR_ZERO,   // the same, but A may be 0
  // Ends the program.
  BEK_END,
  BEK_OPCODE_COUNT
} bek_opcode;

/// How far a level's vectors reach.
typedef enum { BEK_BASELINE, BEK_AVX2, BEK_AVX512, BEK_LEVEL_COUNT } bek_level;

/// One step of a program, one cache line.
///
/// An operand's address is its pointer plus the part of the tile's offset in bytes that its mask
/// lets through: all of it for a column of draws, nothing for a tile of memory.
typedef struct {
  const void *handler;
  const void *a;
  const void *b;
  intptr_t a_mask;
  intptr_t b_mask;
  double k;
  double l;
  intptr_t unused;
} bek_instruction;

/// The best level that this processor has.
bek_level bek_best_level(void);

/// The draws in a tile of a level: every column of draws that a program reads or writes has to
/// be that much longer than a multiple of it.
int32_t bek_tile_draws(bek_level level);

/// The address of a level's handler for an opcode.
const void *bek_handler_of(bek_level level, bek_opcode opcode);

/// Runs a program, which ends with `BEK_END`, over so many tiles from an offset in bytes.
void bek_run(bek_level level, const bek_instruction *program, intptr_t offset, int32_t tiles);

/// Applies an opcode to eight draws for compiled programs, which leave to it what is long: x, and
/// for powers a, as the accumulator and the operand.
void bek_apply(int32_t opcode, double *x, const double *a);

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

/// Single values by the operations of the handlers, for tests and for constants.
double bek_exp(double x);
double bek_log(double x);
double bek_log10(double x);
double bek_pow(double x, double y);

#endif
