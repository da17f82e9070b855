#!/usr/bin/env python3
"""The model of every_construct.yaml, computed by hand from the definition of the language.

    python3 every_construct.py --output every_construct.json     4,000,000 draws, about two minutes
    python3 every_construct.py --selftest                        against a second, scalar evaluation

Nothing here reads the model file: a mistake in a parser cannot repeat itself. Values are NumPy
arrays of draws in base units (year, token, query, ...), in the order in which the variables need
each other; NaN marks a flagged draw. The scalar evaluation is in every_construct_scalar.py.
"""

import argparse
import json
import math
import platform
import sys

import numpy as np
import scipy
from scipy.special import betaincinv, ndtr, ndtri

from every_construct_scalar import Flagged, ScalarModel

YEARS = [2026, 2027, 2028, 2029, 2030]
Z95 = 1.6448536269514722
SPEARMAN = 0.4
SEED = 20260630

# In the order of the model file.
INPUTS = [
    "market_users", "users_start", "growth", "churn", "price_shift", "queries", "commercial",
    "price_ad", "fill", "ad_load", "token_price", "list_price", "device_sales", "signal", "tokens",
    "calls_device", "partner", "sales", "restriction", "works", "tiers", "halves", "luck", "delay",
    "launch_year", "adopt_p", "adopt_q", "hospitals", "price_hospital", "hospitals_served",
    "fixed_cost",
]

# One of each declared unit, in base units (year, token, query, user, device, hospital, ad, CNY).
MONTH = 1 / 12
DAY = 1 / 365
MILLION = 1e6
INPUT_SCALES = {
    "queries": 1 / MONTH, "token_price": 1 / MILLION, "device_sales": 1 / MONTH,
    "calls_device": 1 / DAY, "fixed_cost": 1 / MONTH,
}
VARIABLE_UNITS = {
    "margin": ("1", 1), "revenue": ("CNY/year", 1), "users": ("user", 1),
    "users_mean": ("user", 1), "users_growth": ("1/year", 1), "users_2028": ("user", 1),
    "users_against_2028": ("1", 1), "reach": ("1", 1), "reach_start": ("1", 1),
    "price_index": ("1", 1), "asked": ("query/month", 1 / MONTH), "ramp": ("1", 1),
    "queries_device": ("query/device/day", 1 / DAY), "ads": ("ad/year", 1),
    "ad_revenue": ("CNY/year", 1), "price_by_intent": ("CNY/ad", 1), "allowed": ("1", 1),
    "adopters": ("hospital", 1), "adopters_new": ("hospital/month", 1 / MONTH),
    "customers": ("hospital", 1), "customers_lost": ("hospital", 1), "licence": ("CNY/year", 1),
    "devices_active": ("device", 1), "devices_bought": ("device/month", 1 / MONTH),
    "calls": ("query/day", 1 / DAY), "price_floored": ("CNY/million_token", 1 / MILLION),
    "serving_cost": ("CNY/month", 1 / MONTH), "channel_cost": ("CNY/year", 1),
    "support_cost": ("CNY/year", 1), "profit": ("CNY/year", 1), "profit_so_far": ("CNY", 1),
    "fixed_so_far": ("CNY", 1), "profit_year": ("1", 1), "tokens_used": ("million_token", MILLION),
    "tokens_rate": ("million_token/day", MILLION / DAY), "wait": ("month", MONTH),
    "months_in_step": ("1", 1), "distance": ("CNY/month", 1 / MONTH), "early": ("1", 1),
    "late": ("1", 1), "chosen": ("1", 1), "year_number": ("1", 1), "discount": ("1", 1),
    "tier_power": ("1", 1), "cube": ("1", 1), "size": ("1", 1), "digits": ("1", 1),
    "rounded": ("1", 1), "rounded_signal": ("1", 1), "floored": ("1", 1), "ceiled": ("1", 1),
    "floored_luck": ("1", 1), "ceiled_luck": ("1", 1), "cost_per_success": ("CNY/user", 1),
    "cost_capped": ("CNY/user", 1), "cost_dear": ("1", 1), "cost_guarded": ("CNY/user", 1),
    "cost_known": ("1", 1), "root": ("1", 1), "logarithm": ("1", 1), "power": ("1", 1),
    "root_so_far": ("year", 1), "overflow": ("1", 1), "contribution": ("CNY/year", 1),
    "investment": ("CNY/year", 1),
}
# Those that have one value for all years.
CONSTANT_IN_TIME = {
    "users_2028", "reach_start", "price_by_intent", "profit_year", "wait", "months_in_step",
    "tier_power", "rounded", "floored", "ceiled", "floored_luck", "ceiled_luck", "cost_known",
    "overflow",
}


# ---------------------------------------------------------------------------------------------
# Inputs: inverse distribution functions on arrays of uniforms, in declared units.


def lognormal(p5, p95):
    mu, sigma = (math.log(p5) + math.log(p95)) / 2, (math.log(p95) - math.log(p5)) / (2 * Z95)
    return lambda u: np.exp(mu + sigma * ndtri(u))


def normal(mean, sd):
    return lambda u: mean + sd * ndtri(u)


def normal_interval(p5, p95):
    return normal((p5 + p95) / 2, (p95 - p5) / (2 * Z95))


def uniform(low, high):
    return lambda u: low + (high - low) * u


def triangular(low, mode, high):
    split = (mode - low) / (high - low)
    return lambda u: np.where(
        u < split,
        low + np.sqrt(u * (high - low) * (mode - low)),
        high - np.sqrt((1 - u) * (high - low) * (high - mode)))


def pert(low, mode, high):
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    return lambda u: low + (high - low) * betaincinv(a, b, u)


def bernoulli(p):
    return lambda u: np.where(u > 1 - p, 1.0, 0.0)


def discrete(weights):
    values = np.array(sorted(weights))
    levels = np.cumsum([weights[v] for v in values])
    levels = levels / levels[-1]
    return lambda u: values[np.minimum(np.searchsorted(levels, u), len(values) - 1)]


def truncated_lognormal(p5, p95, high):
    mu, sigma = (math.log(p5) + math.log(p95)) / 2, (math.log(p95) - math.log(p5)) / (2 * Z95)
    top = ndtr((math.log(high) - mu) / sigma)
    return lambda u: np.exp(mu + sigma * ndtri(u * top))


def truncated_normal(mean, sd, low, high):
    bottom, top = ndtr((low - mean) / sd), ndtr((high - mean) / sd)
    return lambda u: mean + sd * ndtri(bottom + u * (top - bottom))


def geometric(a, b, share):
    return a ** (1 - share) * b ** share


def linear(a, b, share):
    return (1 - share) * a + share * b


def inputs_from_uniforms(u):
    """The inputs in base units, a list of five years each, from each input's own uniforms."""
    values = {}

    def same(name, quantile):
        values[name] = [quantile(u[name])] * 5

    def by_year(name, make):
        values[name] = make(u[name])

    def market_users(v):
        a, b = lognormal(3.98e8, 600e6)(v), lognormal(700e6, 11e8)(v)
        return [geometric(a, b, i / 4) for i in range(5)]

    def ad_load(v):
        a, b, c = lognormal(0.01, 0.05)(v), uniform(0.05, 0.15)(v), lognormal(0.1, 0.4)(v)
        return [a, a, b, geometric(b, c, 0.5), c]

    def token_price(v):
        a, b = lognormal(0.7, 6)(v), lognormal(0.2, 2)(v)
        return [geometric(a, b, 1 / 3), geometric(a, b, 2 / 3), b, b, b]

    def list_price(v):
        return [np.full_like(v, geometric(1.0, 0.6, i / 4)) for i in range(5)]

    def device_sales(v):
        a, b = lognormal(80e3, 160e3)(v), lognormal(125e3, 330e3)(v)
        c = normal_interval(-50e3, 800e3)(v)
        return [a, geometric(a, b, 0.5), b, linear(b, c, 0.5), c]

    def signal(v):
        a, b = normal_interval(-1, 2)(v), lognormal(0.5, 4)(v)
        return [linear(a, b, i / 4) for i in range(5)]

    by_year("market_users", market_users)
    same("users_start", lognormal(15e6, 1.2e8))
    same("growth", normal(0.10, 0.06))
    same("churn", uniform(0.05, 0.20))
    same("price_shift", normal_interval(-0.06, 0.08))
    same("queries", lognormal(25, 110))
    same("commercial", triangular(0.08, 0.2, 0.4))
    same("price_ad", lognormal(0.3, 2))
    same("fill", truncated_lognormal(0.4, 0.8, 1))
    by_year("ad_load", ad_load)
    by_year("token_price", token_price)
    by_year("list_price", list_price)
    by_year("device_sales", device_sales)
    by_year("signal", signal)
    same("tokens", lognormal(1200, 4000))
    same("calls_device", lognormal(2, 15))
    same("partner", pert(0.05, 0.1, 0.3))
    same("sales", lambda v: betaincinv(2, 18, v))
    same("restriction", bernoulli(0.12))
    same("works", bernoulli(0.9))
    same("tiers", discrete({1.0: 4, 3.0: 3, 10.0: 3}))
    same("halves", discrete({-2.5: 0.25, -0.5: 0.2, 0.5: 0.3, 2.5: 0.25}))
    same("luck", uniform(0, 1))
    same("delay", truncated_normal(1, 1, 0, 3))
    same("launch_year", uniform(2026.2, 2029.8))
    same("adopt_p", lognormal(0.01, 0.04))
    same("adopt_q", lognormal(0.2, 0.6))
    same("hospitals", lambda v: np.full_like(v, 15600.0))
    same("price_hospital", lognormal(0.1e6, 0.6e6))
    same("hospitals_served", triangular(50, 120, 400))
    same("fixed_cost", lognormal(3e6, 9e6))
    for name, scale in INPUT_SCALES.items():
        values[name] = [v * scale for v in values[name]]
    return values


def random_uniforms(rng, count):
    """Independent uniforms, except the correlated pair: a Gaussian copula."""
    u = {name: rng.random(count) + 2.0 ** -54 for name in INPUTS}
    rho = 2 * math.sin(math.pi * SPEARMAN / 6)
    z = rho * ndtri(u["price_ad"]) + math.sqrt(1 - rho * rho) * ndtri(u["commercial"])
    u["commercial"] = ndtr(z)
    return u


# ---------------------------------------------------------------------------------------------
# The model on arrays. NaN is a flagged draw; whatever uses a flagged value is flagged.


def finite(x):
    return np.where(np.isfinite(x), x, np.nan)


def either(a, b):
    """NaN where an operand is flagged."""
    return np.isnan(a) | np.isnan(b)


def truth(condition, *operands):
    value = np.where(condition, 1.0, 0.0)
    for x in operands:
        value = np.where(np.isnan(x), np.nan, value)
    return value


def divide(a, b):
    return finite(np.where(b == 0, np.nan, a / np.where(b == 0, 1.0, b)))


def power(a, b):
    return np.where(either(a, b), np.nan, finite(np.power(a, b)))


def choose(condition, a, b):
    return np.where(np.isnan(condition), np.nan, np.where(condition != 0, a, b))


def round_half_away(x):
    return np.copysign(np.floor(np.abs(x) + 0.5), x)


def s_curve(floor, ceiling, midpoint, span, year):
    return floor + divide(ceiling - floor, 1 + np.exp(-math.log(81) * divide(year - midpoint, span)))


def bass(p, q, t):
    decay = np.exp(-(p + q) * t)
    return divide(1 - decay, 1 + divide(q, p) * decay)


def running_sum(series):
    total, sums = 0.0, []
    for x in series:
        total = total + x
        sums.append(total)
    return sums


def previous(series, i):
    return series[max(i - 1, 0)]


def evaluate_arrays(x):
    """All variables and outputs in base units: five years each, of which those that don't vary
    by year repeat one."""
    with np.errstate(all="ignore"):
        return _evaluate_arrays(x)


def _evaluate_arrays(x):
    T = range(5)
    v = {}
    first = {name: series[0] for name, series in x.items()}
    one = np.ones_like(first["luck"])
    churn, delay, works = first["churn"], first["delay"], first["works"]

    users = [np.minimum(first["users_start"], 0.35 * x["market_users"][0])]
    for i in T[1:]:
        grown = users[i - 1] * (1 + (first["growth"] - churn))
        users.append(np.minimum(np.maximum(grown, 9e6), 0.12 * x["market_users"][i]))
    v["users"] = users
    v["users_mean"] = [(users[i] + previous(users, i)) / 2 for i in T]
    v["users_growth"] = [users[i] / previous(users, i) - 1 for i in T]
    v["users_2028"] = [users[2]] * 5
    v["users_against_2028"] = [users[i] / users[2] for i in T]
    v["reach"] = [users[i] / x["market_users"][i] for i in T]
    v["reach_start"] = [v["reach"][0]] * 5
    v["price_index"] = [(1 + first["price_shift"]) ** i for i in T]

    v["asked"] = [v["users_mean"][i] * first["queries"] for i in T]
    v["ramp"] = [s_curve(0.05, 0.95, first["launch_year"], 1.5 + delay, YEARS[i]) for i in T]
    v["queries_device"] = [
        s_curve(30 / MONTH, first["calls_device"], 2028, 3, YEARS[i]) for i in T]
    v["ads"] = [
        v["asked"][i] * first["commercial"] * x["ad_load"][i] * first["fill"] * v["ramp"][i]
        for i in T]
    v["ad_revenue"] = [
        v["ads"][i] * first["price_ad"] * v["price_index"][i] * x["list_price"][i] for i in T]
    v["price_by_intent"] = [first["price_ad"] * first["commercial"]] * 5
    v["allowed"] = [
        np.where((first["restriction"] == 1) & (YEARS[i] >= 2028), 0.6, 1.0) for i in T]

    adopters = [
        first["hospitals"] * bass(first["adopt_p"], first["adopt_q"], delay + (YEARS[i] - 2025))
        for i in T]
    v["adopters"] = adopters
    v["adopters_new"] = [adopters[i] - previous(adopters, i) for i in T]
    customers, lost = [first["hospitals_served"]], [first["hospitals_served"] * churn]
    for i in T[1:]:
        customers.append(
            customers[i - 1] * (1 - churn) + 0.02 * (adopters[i] - adopters[i - 1])
            + 0.5 * lost[i - 1])
        lost.append(customers[i] * churn)
    v["customers"], v["customers_lost"] = customers, lost
    v["licence"] = [
        (customers[i] + previous(customers, i)) / 2 * first["price_hospital"] for i in T]
    v["revenue"] = [(v["ad_revenue"][i] + v["licence"][i]) * v["allowed"][i] for i in T]

    active, bought = [0 * one], []
    for i in T:
        if i > 0:
            active.append(active[i - 1] * (1 - churn) + bought[i - 1])
        bought.append(np.maximum(0, np.minimum(x["device_sales"][i], 9e6 - active[i])))
    v["devices_active"], v["devices_bought"] = active, bought
    v["calls"] = [active[i] * v["queries_device"][i] for i in T]

    price = x["token_price"]
    v["price_floored"] = [
        np.maximum(np.maximum(price[i], 0.15e-6), 0.3 * previous(price, i)) for i in T]
    v["tokens_rate"] = [(v["asked"][i] + v["calls"][i]) * first["tokens"] for i in T]
    v["tokens_used"] = [s + 3e6 for s in running_sum(v["tokens_rate"])]
    v["serving_cost"] = [v["tokens_rate"][i] * v["price_floored"][i] for i in T]
    v["channel_cost"] = [(first["partner"] + first["sales"]) * v["revenue"][i] for i in T]
    v["support_cost"] = [
        v["users_mean"][i] * 0.05 * 12 + active[i] * 0.002 * 365 + 1.2e6 * 12 for i in T]
    v["contribution"] = [
        v["revenue"][i] - v["serving_cost"][i] - v["channel_cost"][i] - v["support_cost"][i]
        for i in T]
    v["investment"] = [
        first["fixed_cost"] * np.where(YEARS[i] < first["launch_year"], 1, 0.4) + 4e5 * 12
        for i in T]
    v["margin"] = [
        divide(v["revenue"][i] - v["serving_cost"][i] - v["channel_cost"][i], v["revenue"][i])
        for i in T]
    profit = [v["contribution"][i] - first["fixed_cost"] for i in T]
    v["profit"] = profit
    v["profit_so_far"] = running_sum(profit)
    v["fixed_so_far"] = [first["fixed_cost"] * (i + 1) for i in T]
    above = np.array(profit) > 0
    v["profit_year"] = [np.where(above.any(axis=0), 2026.0 + above.argmax(axis=0), 2031.0)] * 5
    v["wait"] = [delay + 100 * DAY + 0.5] * 5
    v["months_in_step"] = [12 * one] * 5
    v["distance"] = [np.sqrt(v["ad_revenue"][i] ** 2 + v["licence"][i] ** 2) for i in T]

    restricted, tiers = first["restriction"], first["tiers"]
    early = [
        ((price[i] < 1e-6) & (x["ad_load"][i] >= 0.05))
        | ((not YEARS[i] <= 2028) & (restricted == 1)) for i in T]
    late = [(restricted == 0) & (YEARS[i] > 2027) & (tiers != 3) for i in T]
    v["early"], v["late"] = [truth(e) for e in early], [truth(e) for e in late]
    v["chosen"] = [
        np.where(early[i] | late[i], tiers, -tiers) + (100 if YEARS[i] == 2029 else 0) for i in T]

    signal, halves, luck = x["signal"], first["halves"], first["luck"]
    v["year_number"] = [(2 * YEARS[i] - 4005) * one for i in T]
    v["discount"] = [np.exp(-delay / 2) * 1.12 ** -(i + 0.5) for i in T]
    v["tier_power"] = [power(tiers, -0.5) + 1] * 5
    v["cube"] = [signal[i] * signal[i] * signal[i] for i in T]
    v["size"] = [np.abs(signal[i]) for i in T]
    v["digits"] = [np.log10(users[i]) for i in T]
    v["rounded"] = [round_half_away(halves)] * 5
    v["rounded_signal"] = [round_half_away(10 * signal[i]) for i in T]
    v["floored"], v["ceiled"] = [np.floor(halves)] * 5, [np.ceil(halves)] * 5
    v["floored_luck"] = [np.floor(4 * luck - 2.6)] * 5
    v["ceiled_luck"] = [np.ceil(4 * luck - 2.6)] * 5

    cost = [divide(divide(first["fixed_cost"], users[i]), works) for i in T]
    v["cost_per_success"] = cost
    v["cost_capped"] = [np.minimum(cost[i], np.minimum(3.0, 2 * cost[i])) for i in T]
    v["cost_dear"] = [truth(cost[i] > 1, cost[i]) for i in T]
    v["cost_guarded"] = [choose(truth(works == 1), cost[i], 0.0) for i in T]
    v["cost_known"] = [power(divide(one, works), works)] * 5
    v["root"] = [finite(np.sqrt(signal[i])) for i in T]
    v["logarithm"] = [finite(np.log(signal[i])) for i in T]
    v["power"] = [power(signal[i], 1.5) for i in T]
    v["root_so_far"] = running_sum(v["root"])
    v["overflow"] = [finite(np.log(finite(np.exp(700 + 20 * luck))))] * 5
    return v


# ---------------------------------------------------------------------------------------------
# Statistics.

LEVELS = {"p5": 0.05, "p50": 0.5, "p95": 0.95}
SMALL_RUN = 16384


class Statistics:
    """Of one variable in one year, chunk by chunk; flagged draws are counted and left out.

    A quantile is the mean of the chunks' quantiles (type 7); its standard error half the distance
    of the order statistics one binomial standard deviation below and above, averaged over the
    chunks, over the root of their number. A level on or beside a jump of a distribution function
    (a value that repeats, and others, among the order statistics that a run of 16384 draws may
    give within four standard deviations) has no testable quantile: None.
    """

    def __init__(self):
        self.draws = self.flagged = self.count = 0
        self.mean = self.squares = 0.0
        self.quantiles = {name: [] for name in LEVELS}
        self.widths = {name: [] for name in LEVELS}
        self.jumps = set()

    def add(self, x):
        good = x[np.isfinite(x)]
        n = len(good)
        self.draws += len(x)
        self.flagged += len(x) - n
        if n == 0:
            return
        mean = float(good.mean())
        squares = float(((good - mean) ** 2).sum())
        total = self.count + n
        self.squares += squares + (mean - self.mean) ** 2 * self.count * n / total
        self.mean += (mean - self.mean) * n / total
        if self.count == 0:
            self.find_jumps(np.sort(good))
        self.count = total
        ranks = {}
        for name, p in LEVELS.items():
            r, s = p * (n - 1), math.sqrt(n * p * (1 - p))
            ranks[name] = [int(r), min(int(r) + 1, n - 1), round(r - s), round(r + s)]
        good = np.partition(good, sorted({k for four in ranks.values() for k in four}))
        for name, p in LEVELS.items():
            below, above, low, high = (float(good[k]) for k in ranks[name])
            share = p * (n - 1) - ranks[name][0]
            self.quantiles[name].append(below + share * (above - below))
            self.widths[name].append((high - low) / 2)

    def find_jumps(self, ordered):
        n = len(ordered)
        for name, p in LEVELS.items():
            reach = 4 * math.sqrt(p * (1 - p) / SMALL_RUN)
            part = ordered[int((p - reach) * n):int((p + reach) * n)]
            if part[0] != part[-1] and (np.diff(part) == 0).any():
                self.jumps.add(name)

    def result(self, scale):
        share = self.flagged / self.draws
        sd = math.sqrt(self.squares / (self.count - 1))
        row = {
            "mean": self.mean, "sd": sd, "mean_se": sd / math.sqrt(self.count),
            "flagged": share, "flagged_se": math.sqrt(share * (1 - share) / self.draws)}
        chunks = len(self.quantiles["p50"])
        for name in LEVELS:
            jump = name in self.jumps
            row[name] = None if jump else math.fsum(self.quantiles[name]) / chunks
            width = math.fsum(self.widths[name]) / chunks
            row[name + "_se"] = None if jump else width / math.sqrt(chunks)
        unscaled = ("flagged", "flagged_se")
        return {
            key: x if x is None else float(f"{x if key in unscaled else x / scale:.10g}")
            for key, x in row.items()}


def label(name, i):
    return "all" if name in CONSTANT_IN_TIME else str(YEARS[i])


def years_of(name):
    return range(1) if name in CONSTANT_IN_TIME else range(5)


def monte_carlo(draws, chunk):
    rng = np.random.Generator(np.random.PCG64(SEED))
    statistics = {}
    for start in range(0, draws, chunk):
        x = inputs_from_uniforms(random_uniforms(rng, min(chunk, draws - start)))
        for name, series in evaluate_arrays(x).items():
            for i in years_of(name):
                statistics.setdefault((name, i), Statistics()).add(series[i])
        print(f"{start + chunk:>10,} draws", file=sys.stderr)
    variables = {}
    for (name, i), s in statistics.items():
        unit, scale = VARIABLE_UNITS[name]
        entry = variables.setdefault(name, {"unit": unit, "years": {}})
        entry["years"][label(name, i)] = s.result(scale)
    return variables


FIXED_POINTS = {
    "A": lambda j: 0.5,
    "B": lambda j: (j + 1) / (len(INPUTS) + 1),
    "C": lambda j: 1 - (j + 1) / (len(INPUTS) + 1),
    "D": lambda j: 0.03,
    "E": lambda j: 0.97,
}


def fixed_points():
    """Exact values: every input at a given quantile of its own (after the copula). None: flagged."""
    points = {}
    for point, quantile in FIXED_POINTS.items():
        uniforms = {name: quantile(j) for j, name in enumerate(INPUTS)}
        x = inputs_from_uniforms({name: np.array([u]) for name, u in uniforms.items()})
        inputs, variables = {}, {}
        for name, series in x.items():
            scale = INPUT_SCALES.get(name, 1)
            varies = any(series[0][0] != s[0] for s in series)
            inputs[name] = {
                str(YEARS[i]) if varies else "all": float(series[i][0] / scale)
                for i in range(5 if varies else 1)}
        for name, series in evaluate_arrays(x).items():
            scale = VARIABLE_UNITS[name][1]
            numbers = [float(series[i][0] / scale) for i in range(5)]
            variables[name] = {
                label(name, i): numbers[i] if math.isfinite(numbers[i]) else None
                for i in years_of(name)}
        points[point] = {"uniforms": uniforms, "inputs": inputs, "variables": variables}
    return points


def selftest(draws=40):
    rng = np.random.Generator(np.random.PCG64(7))
    u = random_uniforms(rng, draws)
    for j, name in enumerate(INPUTS):
        for k, quantile in enumerate(FIXED_POINTS.values()):
            u[name][k] = quantile(j)
    x = inputs_from_uniforms(u)
    arrays = evaluate_arrays(x)
    assert set(arrays) == set(VARIABLE_UNITS), set(arrays) ^ set(VARIABLE_UNITS)
    compared = flagged = 0
    worst = (0.0, "")
    for k in range(draws):
        model = ScalarModel({name: float(u[name][k]) for name in INPUTS})
        cells = [
            (name, i, series[i][k] / INPUT_SCALES.get(name, 1), model.input(name, YEARS[i]))
            for name, series in x.items() for i in range(5)]
        for name, series in arrays.items():
            for i in range(5):
                try:
                    scalar = model.value(name, YEARS[i])
                except Flagged:
                    scalar = math.nan
                cells.append((name, i, series[i][k] / VARIABLE_UNITS[name][1], scalar))
        for name, i, a, b in cells:
            compared += 1
            if math.isnan(a) or math.isnan(b):
                flagged += 1
                assert math.isnan(a) and math.isnan(b), (k, name, YEARS[i], a, b)
                continue
            # Differences of nearly equal numbers lose digits: those get an absolute allowance.
            floor = 1e7 if VARIABLE_UNITS.get(name, ("",))[0].startswith("CNY/y") else 1e-3
            error = abs(a - b) / max(abs(a), abs(b), floor)
            worst = max(worst, (error, f"{name} {YEARS[i]} draw {k}"))
            assert error < 1e-9, (k, name, YEARS[i], float(a), float(b))
    print(f"{compared} values of {draws} draws agree, {flagged} flagged; largest relative")
    print(f"difference {worst[0]:.1e} ({worst[1]})")
    rank = random_uniforms(rng, 400_000)
    spearman = float(np.corrcoef(rank["price_ad"], rank["commercial"])[0, 1])
    assert abs(spearman - SPEARMAN) < 0.006, spearman
    print(f"rank correlation of the pair {spearman:.4f}, {SPEARMAN} asked for")


def text_of(result):
    """JSON with sorted keys, one line a variable."""
    def compact(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)

    def lines(mapping, depth):
        pad = " " * depth
        rows = []
        for key in sorted(mapping):
            value = mapping[key]
            deep = isinstance(value, dict) and key in ("fixed_points", "variables", *FIXED_POINTS)
            deep = deep or (isinstance(value, dict) and depth == 3 and key == "inputs")
            rows.append(f"{pad}{json.dumps(key)}:" + (
                "{\n" + lines(value, depth + 1) + "\n" + pad + "}" if deep else compact(value)))
        return ",\n".join(rows)

    return "{\n" + lines(result, 1) + "\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=4_000_000)
    parser.add_argument("--chunk", type=int, default=200_000)
    parser.add_argument("--output")
    parser.add_argument("--selftest", action="store_true")
    options = parser.parse_args()
    if options.selftest:
        return selftest()
    text = text_of({
        "model": "every-construct",
        "draws": options.draws,
        "chunk": options.chunk,
        "generator": f"PCG64({SEED})",
        "versions": {
            "python": platform.python_version(), "numpy": np.__version__,
            "scipy": scipy.__version__},
        "spearman": {"price_ad ~ commercial": SPEARMAN},
        "fixed_points": fixed_points(),
        "variables": monte_carlo(options.draws, options.chunk),
    })
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
