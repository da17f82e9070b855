/// The reference model written out by hand: what the engine is measured against.
///
/// Nothing here is shared with the engine. The kernel knows the 24 inputs, their families and the
/// formulas; it reads a column of uniform numbers or normal quantiles an input, and keeps everything
/// in registers until it writes the 20 output columns.
#pragma once

enum { HAND_FUSED_INPUTS = 24, HAND_FUSED_OUTPUTS = 20, HAND_FUSED_TABLES = 3 };

/// The three PERT inputs, in the order of their tables.
enum { HAND_FUSED_FREE_SHARE, HAND_FUSED_COMMERCIAL, HAND_FUSED_LOSS };

/// An input's parameters: lognormal mu, sigma; normal mean, sd; uniform and PERT low, high;
/// triangular low, mode, high. PERT gets its shape from its table.
typedef struct {
  double first, second, third;
} HandFusedInput;

typedef struct {
  HandFusedInput inputs[HAND_FUSED_INPUTS];
  /// Cubic pieces of the share of the way from low to high over the normal quantile from -6.5 to
  /// 6.5: four coefficients a piece, of rising powers of the position in it from 0 to 1.
  const double *tables[HAND_FUSED_TABLES];
  double cells_per_unit;
} HandFusedModel;

enum HandFusedLevel { HAND_FUSED_BASELINE, HAND_FUSED_AVX2, HAND_FUSED_AVX512 };

/// Whether this processor, and this build, can run a level.
int hand_fused_has(enum HandFusedLevel level);

/// Runs draws 0 ..< count, a multiple of 8.
///
/// Lognormal, normal and PERT inputs read normal quantiles, the others uniform numbers. Inputs and
/// outputs are in the order of the reference model.
void hand_fused_run(
  enum HandFusedLevel level, const HandFusedModel *model, const double *const *basis,
  double *const *outputs, long count);
