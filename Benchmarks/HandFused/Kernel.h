// One level's kernel: included by HandFused.c with LEVEL and LANES defined. No include guard.
#define vec LEVEL_NAME(vec, LEVEL)
#define loose LEVEL_NAME(loose, LEVEL)
#define bits LEVEL_NAME(bits, LEVEL)
#define cubic LEVEL_NAME(cubic, LEVEL)
#define exponential LEVEL_NAME(exponential, LEVEL)
#define root LEVEL_NAME(root, LEVEL)
#define lookup LEVEL_NAME(lookup, LEVEL)
#define pert LEVEL_NAME(pert, LEVEL)
#define triangular LEVEL_NAME(triangular, LEVEL)
#define run LEVEL_NAME(run, LEVEL)
#define INLINE static inline __attribute__((always_inline))

typedef double vec __attribute__((ext_vector_type(LANES)));
typedef long bits __attribute__((ext_vector_type(LANES)));
typedef vec loose __attribute__((aligned(8)));

/// e^x for |x| < 700, within 1.2 ulp.
#ifdef HAS_TWO_TABLE_PERMUTE
/// x = (16 e + j) ln 2 / 16 + r: 2^(j/16) stands in two registers, e^r is a polynomial of degree 6.
/// The entries have j taken off below their exponents, so that one shift adds e and puts j back.
INLINE vec exponential(vec x) {
  static const double powers[16] = {
    0x1p+0, 0x1.0b5586cf9890fp+0, 0x1.172b83c7d517bp+0, 0x1.2387a6e756238p+0,
    0x1.306fe0a31b715p+0, 0x1.3dea64c123422p+0, 0x1.4bfdad5362a27p+0, 0x1.5ab07dd485429p+0,
    0x1.6a09e667f3bcdp+0, 0x1.7a11473eb0187p+0, 0x1.8ace5422aa0dbp+0, 0x1.9c49182a3f090p+0,
    0x1.ae89f995ad3adp+0, 0x1.c199bdd85529cp+0, 0x1.d5818dcfba487p+0, 0x1.ea4afa2a490dap+0};
  const bits first = {0, 1, 2, 3, 4, 5, 6, 7};
  const bits low = *(const bits *)powers - (first << 48);
  const bits high = *(const bits *)(powers + 8) - ((first + 8) << 48);
  vec shifted = x * 0x1.71547652b82fep+4 + 0x1.8p52;
  vec k = shifted - 0x1.8p52;
  vec r = (x - k * 0x1.62e42fef00000p-5) - k * 0x1.473de6af278edp-38;
  // Two halves side by side: shorter chains, the same number of operations.
  vec r2 = r * r;
  vec high_part = (0x1.555555545e313p-5 + r * 0x1.11123afc6afb4p-7) + r2 * 0x1.6c185e5356d91p-10;
  vec p = r + r2 * ((0x1.0000000000005p-1 + r * 0x1.555555548f20bp-3) + r2 * high_part);
  bits index = (bits)shifted;
  bits power = (bits)_mm512_permutex2var_epi64((__m512i)low, (__m512i)index, (__m512i)high);
  vec scale = (vec)(power + (index << 48));
  return scale + scale * p;
}
#else
/// x = k ln 2 + r, and e^r is a polynomial of degree 12.
INLINE vec exponential(vec x) {
  vec shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52;
  vec k = shifted - 0x1.8p52;
  vec r = (x - k * 0x1.62e42fee00000p-1) - k * 0x1.a39ef35793c76p-33;
  vec p = 0x1.af4e196027428p-26 + r * 0x1.1f731ea5352cap-29;
  p = 0x1.27e4db57442fbp-22 + r * p;
  p = 0x1.71de021a90822p-19 + r * p;
  p = 0x1.a01a01a6dcaffp-16 + r * p;
  p = 0x1.a01a01abef415p-13 + r * p;
  p = 0x1.6c16c16c162ccp-10 + r * p;
  p = 0x1.11111111100cep-7 + r * p;
  p = 0x1.5555555555556p-5 + r * p;
  p = 0x1.5555555555557p-3 + r * p;
  p = 0.5 + r * p;
  p = 1 + (r + (r * r) * p);
  return (vec)((bits)p + ((bits)shifted << 52));
}
#endif

INLINE vec root(vec x) { return __builtin_elementwise_sqrt(x); }

/// The coefficients of each lane's piece.
typedef struct {
  vec c0, c1, c2, c3;
} cubic;

/// Whole pieces and a transpose, which is faster than gathering each coefficient.
INLINE cubic lookup(const double *table, bits piece) {
  cubic result;
#if LANES == 8
  typedef double row __attribute__((ext_vector_type(4)));
  typedef row loose_row __attribute__((aligned(8)));
  // Through memory, which is cheaper than taking the lanes out one by one; volatile keeps it so.
  bits starts = piece << 2;
  volatile long at[8];
  *(volatile bits *)at = starts;
  vec pairs[4];
#pragma clang loop unroll(full)
  for (int lane = 0; lane < 4; lane++) {
    row front = *(const loose_row *)(table + at[lane]);
    row back = *(const loose_row *)(table + at[lane + 4]);
    pairs[lane] = __builtin_shufflevector(front, back, 0, 1, 2, 3, 4, 5, 6, 7);
  }
  vec even = __builtin_shufflevector(pairs[0], pairs[1], 0, 8, 2, 10, 4, 12, 6, 14);
  vec odd = __builtin_shufflevector(pairs[0], pairs[1], 1, 9, 3, 11, 5, 13, 7, 15);
  vec next_even = __builtin_shufflevector(pairs[2], pairs[3], 0, 8, 2, 10, 4, 12, 6, 14);
  vec next_odd = __builtin_shufflevector(pairs[2], pairs[3], 1, 9, 3, 11, 5, 13, 7, 15);
  result.c0 = __builtin_shufflevector(even, next_even, 0, 1, 8, 9, 4, 5, 12, 13);
  result.c2 = __builtin_shufflevector(even, next_even, 2, 3, 10, 11, 6, 7, 14, 15);
  result.c1 = __builtin_shufflevector(odd, next_odd, 0, 1, 8, 9, 4, 5, 12, 13);
  result.c3 = __builtin_shufflevector(odd, next_odd, 2, 3, 10, 11, 6, 7, 14, 15);
#else
#pragma clang loop unroll(full)
  for (int lane = 0; lane < LANES; lane++) {
    const double *row = table + 4 * piece[lane];
    result.c0[lane] = row[0];
    result.c1[lane] = row[1];
    result.c2[lane] = row[2];
    result.c3[lane] = row[3];
  }
#endif
  return result;
}

INLINE vec pert(
  const HandFusedInput *input, const double *table, double cells_per_unit, vec z) {
  vec position = (z + 6.5) * cells_per_unit;
  // Rounding position - 1/2 by a large number rounds position down, and leaves it in the low bits.
  vec shifted = (position - 0.5) + 0x1.8p52;
  vec t = position - (shifted - 0x1.8p52);
  bits piece = (bits)shifted - (bits)(vec)0x1.8p52;
  cubic c = lookup(table, piece);
  vec share = c.c0 + t * (c.c1 + t * (c.c2 + t * c.c3));
  return input->first + (input->second - input->first) * share;
}

INLINE vec triangular(const HandFusedInput *input, vec u) {
  double width = input->third - input->first;
  double below = (input->second - input->first) / width;
  bits is_below = u <= below;
  vec part = root(is_below ? u * below : (1 - u) * (1 - below));
  return is_below ? input->first + width * part : input->third - width * part;
}

static void run(
  const HandFusedModel *model, const double *const *basis, double *const *outputs, long count) {
  enum { years = 6 };
  const HandFusedInput *in = model->inputs;
  // Logarithms are added where the model multiplies lognormal inputs: one exponential for all.
  const double log_ratio = in[1].first - in[0].first;
  const double log_price = in[3].first + in[11].first + in[13].first;
  const double log_cost = in[3].first + in[15].first;

  for (long draw = 0; draw < count; draw += LANES) {
#define BASIS(input) (*(const loose *)(basis[input] + draw))
#define STORE(output, value) (*(loose *)(outputs[output] + draw) = (value))
#define STRAIGHT(input) (in[input].first + in[input].second * BASIS(input))
#define UNIFORM(input) (in[input].first + (in[input].second - in[input].first) * BASIS(input))
#define PERT(input, table) \
  pert(&in[input], model->tables[table], model->cells_per_unit, BASIS(input))
    vec log_cap = in[1].second * BASIS(1);
    vec log_queries = in[3].second * BASIS(3);
    vec cap = exponential(in[1].first + log_cap);
    vec fade = exponential(log_ratio + (log_cap - in[0].second * BASIS(0))) - 1;
    vec fade_fall = exponential(-triangular(&in[2], BASIS(2)));
    vec share = PERT(5, HAND_FUSED_FREE_SHARE) * PERT(6, HAND_FUSED_COMMERCIAL)
      * triangular(&in[10], BASIS(10));
    vec price = exponential(
      log_price + ((log_queries + in[11].second * BASIS(11)) + in[13].second * BASIS(13)));
    price = 12 * share * price;
    vec cost = 12 * exponential(log_cost + (log_queries + in[15].second * BASIS(15)));
    vec queries_growth = STRAIGHT(4);
    vec price_rise = exponential(queries_growth + STRAIGHT(14));
    vec cost_rise = exponential(queries_growth + STRAIGHT(18));
    vec cost_left = 1 - UNIFORM(16);
    vec cost_floor = UNIFORM(17);
    vec full_load = triangular(&in[7], BASIS(7));
    vec steepness = UNIFORM(9);
    vec ramp = exponential(steepness * UNIFORM(8));
    vec ramp_fall = exponential(-steepness);
    vec fatigue = -UNIFORM(12);
    vec loss = -PERT(19, HAND_FUSED_LOSS);
    vec kept = 1 - UNIFORM(20);
    vec fixed = exponential(STRAIGHT(21));
    vec fixed_rise = exponential(STRAIGHT(22));
    vec other = exponential(STRAIGHT(23));

    vec cost_step = (vec)1;
    vec cumulative = (vec)0;
    bits gains[years];
#pragma clang loop unroll(full)
    for (int year = 0; year < years; year++) {
      vec users_part = 1 + fade;
      vec load_part = 1 + ramp;
      // One division for both curves.
      vec both = 1 / (users_part * load_part);
      vec load = full_load * (users_part * both);
      vec active = cap * (load_part * both);
      if (year == years - 1) STORE(0, active);
      vec users = active * exponential(loss * load);
      vec revenue = (users * price) * (load * exponential(fatigue * load));
      vec step = cost_step > cost_floor ? cost_step : cost_floor;
      vec contribution = revenue * kept - users * (cost * step + other);
      vec profit = contribution - fixed;
      cumulative += profit;
      gains[year] = profit > 0;
      STORE(1 + year, revenue);
      STORE(7 + year, contribution);
      STORE(13 + year, cumulative);
      fade *= fade_fall;
      ramp *= ramp_fall;
      price *= price_rise;
      cost *= cost_rise;
      cost_step *= cost_left;
      fixed *= fixed_rise;
    }
    vec breakeven = (vec)2031;
#pragma clang loop unroll(full)
    for (int year = years - 1; year >= 0; year--)
      breakeven = gains[year] ? (vec)(2025 + year) : breakeven;
    STORE(19, breakeven);
  }
#undef BASIS
#undef STORE
#undef STRAIGHT
#undef UNIFORM
#undef PERT
}

#undef vec
#undef loose
#undef bits
#undef cubic
#undef exponential
#undef root
#undef lookup
#undef pert
#undef triangular
#undef run
#undef INLINE
