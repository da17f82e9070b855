"""The reference model that every peer runs; ../reference-model.yaml is the same for Breakeven.

INPUTS is the single source of truth for the distributions. Everything is float64.
`evaluate(x, xp)` is the idiomatic vectorised model: x maps an input name to an
array of shape (M,), time series are arrays of shape (6, M).
"""
import math

YEARS = list(range(2025, 2031))
T = 6
Z95 = 1.6448536269514722  # Phi^-1(0.95)

# (name, kind, params)
#  lognormal: (p5, p95)   normal: (mean, sd)   uniform: (lo, hi)
#  triangular: (lo, mode, hi)   pert: (lo, mode, hi), lambda = 4
INPUTS = [
    ("mau0",        "lognormal",  (80e6, 400e6)),     # scaled by company
    ("mau_cap",     "lognormal",  (300e6, 1500e6)),   # scaled by company
    ("growth",      "triangular", (0.25, 0.55, 0.95)),
    ("queries0",    "lognormal",  (8.0, 40.0)),
    ("queries_g",   "normal",     (0.10, 0.06)),
    ("free_share",  "pert",       (0.70, 0.90, 0.98)),
    ("commercial",  "pert",       (0.08, 0.20, 0.40)),
    ("load_max",    "triangular", (0.8, 1.6, 3.0)),
    ("ramp_mid",    "uniform",    (0.8, 3.0)),
    ("ramp_k",      "uniform",    (0.8, 2.5)),
    ("fill",        "triangular", (0.45, 0.70, 0.92)),
    ("ctr0",        "lognormal",  (0.010, 0.050)),
    ("fatigue",     "uniform",    (0.05, 0.35)),
    ("cpc0",        "lognormal",  (0.40, 2.50)),
    ("cpc_g",       "normal",     (0.03, 0.04)),
    ("cost0",       "lognormal",  (0.0012, 0.0080)),
    ("cost_fall",   "uniform",    (0.15, 0.45)),
    ("cost_floor",  "uniform",    (0.03, 0.15)),
    ("tokens_g",    "normal",     (0.05, 0.04)),
    ("loss",        "pert",       (0.0, 0.04, 0.15)),
    ("partner",     "uniform",    (0.05, 0.30)),
    ("opex0",       "lognormal",  (60e6, 400e6)),
    ("opex_g",      "normal",     (0.12, 0.05)),
    ("other",       "lognormal",  (0.10, 0.60)),
]
NAMES = [n for n, _, _ in INPUTS]
D = len(INPUTS)

OUTPUTS = (["mau_2030"]
           + [f"revenue_{y}" for y in YEARS]
           + [f"contribution_{y}" for y in YEARS]
           + [f"cumulative_{y}" for y in YEARS]
           + ["breakeven_year"])
K = len(OUTPUTS)  # 20


def company_scale(c):
    """Company c multiplies the p5 and p95 of mau0 and mau_cap by this; company 0 has 1."""
    return 1.0 + 0.5 * ((c * 0.6180339887498949) % 1.0)


def company_inputs(c):
    s = company_scale(c)
    return [(n, k, (p[0] * s, p[1] * s) if n in ("mau0", "mau_cap") else p) for n, k, p in INPUTS]


def lognormal_mu_sigma(p5, p95):
    lo, hi = math.log(p5), math.log(p95)
    return 0.5 * (lo + hi), (hi - lo) / (2.0 * Z95)


def pert_ab(lo, mode, hi):
    return 1.0 + 4.0 * (mode - lo) / (hi - lo), 1.0 + 4.0 * (hi - mode) / (hi - lo)


def draw_numpy(rng, c, m):
    """Idiomatic numpy.random.Generator sampling of company c."""
    x = {}
    for n, k, p in company_inputs(c):
        if k == "lognormal":
            mu, sg = lognormal_mu_sigma(*p)
            x[n] = rng.lognormal(mu, sg, m)
        elif k == "normal":
            x[n] = rng.normal(p[0], p[1], m)
        elif k == "uniform":
            x[n] = rng.uniform(p[0], p[1], m)
        elif k == "triangular":
            x[n] = rng.triangular(p[0], p[1], p[2], m)
        else:
            a, b = pert_ab(*p)
            x[n] = p[0] + (p[2] - p[0]) * rng.beta(a, b, m)
    return x


def from_uniforms(u, c):
    """Inverse-CDF transform of u, shape (M, D), with scipy.special."""
    import numpy as np
    from scipy import special
    x = {}
    for j, (n, k, p) in enumerate(company_inputs(c)):
        v = u[:, j]
        if k == "lognormal":
            mu, sg = lognormal_mu_sigma(*p)
            x[n] = np.exp(mu + sg * special.ndtri(v))
        elif k == "normal":
            x[n] = p[0] + p[1] * special.ndtri(v)
        elif k == "uniform":
            x[n] = p[0] + (p[1] - p[0]) * v
        elif k == "triangular":
            lo, md, hi = p
            f = (md - lo) / (hi - lo)
            x[n] = np.where(v < f, lo + np.sqrt(v * (hi - lo) * (md - lo)),
                            hi - np.sqrt((1.0 - v) * (hi - lo) * (hi - md)))
        else:
            a, b = pert_ab(*p)
            x[n] = p[0] + (p[2] - p[0]) * special.betaincinv(a, b, v)
    return x


def evaluate(x, xp):
    """The model. Returns a list of K arrays of shape (M,), in the order of OUTPUTS."""
    t = xp.arange(T, dtype=xp.float64)[:, None]
    mau = x["mau_cap"] / (1.0 + (x["mau_cap"] / x["mau0"] - 1.0) * xp.exp(-x["growth"] * t))
    load = x["load_max"] / (1.0 + xp.exp(-x["ramp_k"] * (t - x["ramp_mid"])))
    users = mau * xp.exp(-x["loss"] * load)
    queries = users * (12.0 * x["queries0"]) * xp.exp(x["queries_g"] * t)
    impressions = queries * (x["free_share"] * x["commercial"] * x["fill"]) * load
    ctr = x["ctr0"] * xp.exp(-x["fatigue"] * load)
    cpc = x["cpc0"] * xp.exp(x["cpc_g"] * t)
    revenue = impressions * ctr * cpc
    unit_cost = (xp.maximum(x["cost0"] * (1.0 - x["cost_fall"]) ** t, x["cost0"] * x["cost_floor"])
                 * xp.exp(x["tokens_g"] * t))
    contribution = revenue * (1.0 - x["partner"]) - queries * unit_cost - users * x["other"]
    profit = contribution - x["opex0"] * xp.exp(x["opex_g"] * t)
    cumulative = xp.cumsum(profit, axis=0)
    positive = profit > 0.0
    breakeven = xp.where(positive.any(axis=0), 2025.0 + positive.argmax(axis=0), 2031.0)
    return ([mau[T - 1]] + [revenue[i] for i in range(T)] + [contribution[i] for i in range(T)]
            + [cumulative[i] for i in range(T)] + [breakeven])


PROBS = ["P(breakeven_year <= 2030)", "P(cumulative_2030 > 0)", "P(contribution_2027 > 0)"]


def summarise_numpy(out):
    """mean, p5, p50, p95 of each output (numpy's default 'linear' quantile) and three probabilities."""
    import numpy as np
    a = np.asarray(out)
    q = np.quantile(a, (0.05, 0.5, 0.95), axis=1)
    m = a.mean(axis=1)
    probs = [float((a[K - 1] <= 2030.0).mean()),
             float((a[OUTPUTS.index("cumulative_2030")] > 0).mean()),
             float((a[OUTPUTS.index("contribution_2027")] > 0).mean())]
    return m, q, probs
