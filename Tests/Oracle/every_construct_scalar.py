"""One draw of the model of every_construct.yaml, in plain Python: what `every_construct.py
--selftest` is compared with.

Written separately from the arrays: in the declared units with the factors written out, every
variable computed when it is asked for, an exception for a flagged draw, and where there is one a
different but equal formula.
"""

import math
from statistics import NormalDist

YEARS = range(2026, 2031)
Z95 = 1.6448536269514722


class Flagged(Exception):
    pass


def beta_mass(a, b, x):
    """The regularised incomplete beta function, by its continued fraction (modified Lentz)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_mass(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x)
        + b * math.log1p(-x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 200):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d, c = 1 / (1 + term * d), 1 + term / c
            result *= c * d
    return front * result


def beta_quantile(a, b, u):
    low, high = 0.0, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_mass(a, b, middle) < u else (low, middle)
    return (low + high) / 2


class ScalarModel:
    def __init__(self, uniforms):
        self.u = uniforms
        self.memory = {}

    # Inputs, in declared units.

    def z(self, name):
        return NormalDist().inv_cdf(self.u[name])

    def interval(self, name, low, high):
        share = (self.z(name) + Z95) / (2 * Z95)
        if low > 0:
            return low * (high / low) ** share
        return low + (high - low) * share

    def triangle(self, name, low, mode, high):
        u = self.u[name]
        if u * (high - low) < mode - low:
            return low + math.sqrt(u * (high - low) * (mode - low))
        return high - math.sqrt((1 - u) * (high - low) * (high - mode))

    def between(self, anchors, year, geometric_pairs):
        """Anchors by year; `geometric_pairs` says for each gap whether it is geometric."""
        years = sorted(anchors)
        if year <= years[0]:
            return anchors[years[0]]
        for a, b, is_geometric in zip(years, years[1:], geometric_pairs):
            if year <= b:
                share = (year - a) / (b - a)
                if is_geometric:
                    return math.exp(
                        math.log(anchors[a]) + share * math.log(anchors[b] / anchors[a]))
                return anchors[a] + share * (anchors[b] - anchors[a])
        return anchors[years[-1]]

    def input(self, name, year):
        u, interval = self.u[name], self.interval
        if name == "market_users":
            ends = {2026: interval(name, 398e6, 600e6), 2030: interval(name, 700e6, 1100e6)}
            return self.between(ends, year, [True])
        if name == "ad_load":
            ends = {
                2027: interval(name, 0.01, 0.05), 2028: 0.05 + 0.1 * u,
                2030: interval(name, 0.1, 0.4)}
            return self.between(ends, year, [True, True])
        if name == "token_price":
            ends = {2025: interval(name, 0.7, 6), 2028: interval(name, 0.2, 2)}
            return self.between(ends, year, [True])
        if name == "list_price":
            return self.between({2026: 1, 2030: 0.6}, year, [True])
        if name == "device_sales":
            ends = {
                2026: interval(name, 80000, 160000), 2028: interval(name, 125000, 330000),
                2030: interval(name, -50000, 800000)}
            return self.between(ends, year, [True, False])
        if name == "signal":
            ends = {2026: interval(name, -1, 2), 2030: interval(name, 0.5, 4)}
            return self.between(ends, year, [False])
        intervals = {
            "users_start": (15e6, 120e6), "price_shift": (-0.06, 0.08), "queries": (25, 110),
            "price_ad": (0.3, 2), "tokens": (1200, 4000), "calls_device": (2, 15),
            "adopt_p": (0.01, 0.04), "adopt_q": (0.2, 0.6), "price_hospital": (1e5, 6e5),
            "fixed_cost": (3e6, 9e6)}
        if name in intervals:
            return interval(name, *intervals[name])
        if name == "growth":
            return NormalDist(0.1, 0.06).inv_cdf(u)
        if name == "churn":
            return 0.05 + 0.15 * u
        if name == "commercial":
            return self.triangle(name, 0.08, 0.2, 0.4)
        if name == "hospitals_served":
            return self.triangle(name, 50, 120, 400)
        if name == "fill":
            logs = NormalDist(
                math.log(0.4 * 0.8) / 2, math.log(0.8 / 0.4) / (2 * Z95))
            return math.exp(logs.inv_cdf(u * logs.cdf(0)))
        if name == "delay":
            whole = NormalDist(1, 1)
            return whole.inv_cdf(whole.cdf(0) * (1 - u) + whole.cdf(3) * u)
        if name == "partner":
            return 0.05 + 0.25 * beta_quantile(1.8, 4.2, u)
        if name == "sales":
            return beta_quantile(2, 18, u)
        if name == "restriction":
            return 0 if u <= 0.88 else 1
        if name == "works":
            return 0 if u <= 0.1 else 1
        if name == "tiers":
            return 1 if u <= 0.4 else 3 if u <= 0.7 else 10
        if name == "halves":
            return -2.5 if u <= 0.25 else -0.5 if u <= 0.45 else 0.5 if u <= 0.75 else 2.5
        if name == "luck":
            return u
        if name == "launch_year":
            return 2026.2 + 3.6 * u
        if name == "hospitals":
            return 15600
        raise KeyError(name)

    # Variables, in declared units. `v("users", -1)` is last year's, the first year's in 2026.

    def value(self, name, year):
        key = (name, year)
        if key not in self.memory:
            try:
                result = float(getattr(self, "var_" + name)(year))
                if not math.isfinite(result):
                    raise Flagged
            except (ZeroDivisionError, ValueError, OverflowError, Flagged, TypeError):
                result = None
            self.memory[key] = result
        if self.memory[key] is None:
            raise Flagged
        return self.memory[key]

    def __getitem__(self, key):
        name, year = key
        if not hasattr(self, "var_" + name):
            return self.input(name, max(year, 2026))
        return self.value(name, max(year, 2026))

    def var_margin(self, y):
        costs = self["serving_cost", y] * 12 + self["channel_cost", y]
        return 1 - costs / self["revenue", y]

    def var_revenue(self, y):
        return (self["licence", y] + self["ad_revenue", y]) * self["allowed", y]

    def var_users(self, y):
        if y == 2026:
            return min(self["users_start", y], 0.35 * self["market_users", y])
        grown = self["users", y - 1] * (1 + self["growth", y] - self["churn", y])
        return sorted([9e6, grown, 0.12 * self["market_users", y]])[1]

    def var_users_mean(self, y):
        return 0.5 * self["users", y] + 0.5 * self["users", y - 1]

    def var_users_growth(self, y):
        return (self["users", y] - self["users", y - 1]) / self["users", y - 1]

    def var_users_2028(self, y):
        return self["users", 2028]

    def var_users_against_2028(self, y):
        return self["users", y] / self["users", 2028]

    def var_reach(self, y):
        return self["users", y] / self["market_users", y]

    def var_reach_start(self, y):
        return self["users", 2026] / self["market_users", 2026]

    def var_price_index(self, y):
        return 1 if y == 2026 else self["price_index", y - 1] * (1 + self["price_shift", y])

    def var_asked(self, y):
        return self["users_mean", y] * self["queries", y]

    def logistic(self, low, high, midpoint, span, year):
        return low + (high - low) / (1 + 81 ** ((midpoint - year) / span))

    def var_ramp(self, y):
        return self.logistic(0.05, 0.95, self["launch_year", y], 1.5 + self["delay", y], y)

    def var_queries_device(self, y):
        return self.logistic(30 * 12 / 365, self["calls_device", y], 2028, 3, y)

    def var_ads(self, y):
        shown = self["ad_load", y] * self["fill", y] * self["ramp", y]
        return 12 * self["asked", y] * self["commercial", y] * shown

    def var_ad_revenue(self, y):
        paid = self["price_ad", y] * self["price_index", y] * self["list_price", y]
        return self["ads", y] * paid

    def var_price_by_intent(self, y):
        return self["price_ad", y] * self["commercial", y]

    def var_allowed(self, y):
        return 0.6 if y >= 2028 and self["restriction", y] else 1

    def var_adopters(self, y):
        p, q = self["adopt_p", y], self["adopt_q", y]
        grown = math.exp((p + q) * (self["delay", y] + y - 2025))
        return self["hospitals", y] * (grown - 1) / (grown + q / p)

    def var_adopters_new(self, y):
        return (self["adopters", y] - self["adopters", y - 1]) / 12

    def var_customers(self, y):
        if y == 2026:
            return self["hospitals_served", y]
        kept = self["customers", y - 1] * (1 - self["churn", y])
        return kept + (self["adopters", y] - self["adopters", y - 1]) / 50 \
            + self["customers_lost", y - 1] / 2

    def var_customers_lost(self, y):
        return self["churn", y] * self["customers", y]

    def var_licence(self, y):
        mean = (self["customers", y] + self["customers", y - 1]) / 2
        return self["price_hospital", y] * mean

    def var_devices_active(self, y):
        if y == 2026:
            return 0
        left = self["devices_active", y - 1] * (1 - self["churn", y])
        return left + 12 * self["devices_bought", y - 1]

    def var_devices_bought(self, y):
        room = (9e6 - self["devices_active", y]) / 12
        return max(0, min(self["device_sales", y], room))

    def var_calls(self, y):
        return self["devices_active", y] * self["queries_device", y]

    def var_price_floored(self, y):
        return max(self["token_price", y], 0.15, 0.3 * self["token_price", y - 1])

    def var_serving_cost(self, y):
        monthly = self["asked", y] + self["calls", y] * 365 / 12
        return monthly * self["tokens", y] / 1e6 * self["price_floored", y]

    def var_channel_cost(self, y):
        return self["revenue", y] * self["partner", y] + self["revenue", y] * self["sales", y]

    def var_support_cost(self, y):
        return 0.6 * self["users_mean", y] + 0.73 * self["devices_active", y] + 14.4e6

    def var_profit(self, y):
        return self["contribution", y] - 12 * self["fixed_cost", y]

    def var_profit_so_far(self, y):
        return math.fsum(self["profit", t] for t in range(2026, y + 1))

    def var_fixed_so_far(self, y):
        return 12 * self["fixed_cost", y] * (y - 2025)

    def var_profit_year(self, y):
        return next((t for t in YEARS if self["profit", t] > 0), 2031)

    def var_tokens_used(self, y):
        return 3 + 365 * math.fsum(self["tokens_rate", t] for t in range(2026, y + 1))

    def var_tokens_rate(self, y):
        return (self["asked", y] * 12 / 365 + self["calls", y]) * self["tokens", y] / 1e6

    def var_wait(self, y):
        return 12 * self["delay", y] + 1200 / 365 + 6

    def var_months_in_step(self, y):
        return 12

    def var_distance(self, y):
        return math.hypot(self["ad_revenue", y], self["licence", y]) / 12

    def var_early(self, y):
        if y > 2028 and self["restriction", y]:
            return 1
        return self["token_price", y] < 1 and self["ad_load", y] >= 0.05

    def var_late(self, y):
        return y >= 2028 and not self["restriction", y] and self["tiers", y] in (1, 10)

    def var_chosen(self, y):
        sign = 1 if self["early", y] or self["late", y] else -1
        return sign * self["tiers", y] + (100 if y == 2029 else 0)

    def var_year_number(self, y):
        return {2026: 47, 2027: 49, 2028: 51, 2029: 53, 2030: 55}[y]

    def var_discount(self, y):
        return 1 / (math.exp(self["delay", y] / 2) * 1.12 ** (y - 2025.5))

    def var_tier_power(self, y):
        return 1 + 1 / math.sqrt(self["tiers", y])

    def var_cube(self, y):
        return self["signal", y] ** 3

    def var_size(self, y):
        return abs(self["signal", y])

    def var_digits(self, y):
        return math.log(self["users", y]) / math.log(10)

    def var_rounded(self, y):
        return {-2.5: -3, -0.5: -1, 0.5: 1, 2.5: 3}[self["halves", y]]

    def var_rounded_signal(self, y):
        x = 10 * self["signal", y]
        return math.ceil(x - 0.5) if x < 0 else math.floor(x + 0.5)

    def var_floored(self, y):
        return {-2.5: -3, -0.5: -1, 0.5: 0, 2.5: 2}[self["halves", y]]

    def var_ceiled(self, y):
        return {-2.5: -2, -0.5: 0, 0.5: 1, 2.5: 3}[self["halves", y]]

    def var_floored_luck(self, y):
        return math.floor(4 * self["luck", y] - 2.6)

    def var_ceiled_luck(self, y):
        return math.ceil(4 * self["luck", y] - 2.6)

    def var_cost_per_success(self, y):
        return 12 * self["fixed_cost", y] / (self["users", y] * self["works", y])

    def var_cost_capped(self, y):
        return min(self["cost_per_success", y], 3)

    def var_cost_dear(self, y):
        return self["cost_per_success", y] > 1

    def var_cost_guarded(self, y):
        return self["cost_per_success", y] if self["works", y] else 0

    def var_cost_known(self, y):
        return 1 / self["works", y]

    def var_root(self, y):
        return math.sqrt(self["signal", y])

    def var_logarithm(self, y):
        return math.log(self["signal", y])

    def var_power(self, y):
        return self["signal", y] ** 1.5

    def var_root_so_far(self, y):
        return math.fsum(self["root", t] for t in range(2026, y + 1))

    def var_overflow(self, y):
        exponent = 700 + 20 * self["luck", y]
        return exponent if math.exp(exponent) else 0

    def var_contribution(self, y):
        kept = self["revenue", y] * (1 - self["partner", y] - self["sales", y])
        return kept - 12 * self["serving_cost", y] - self["support_cost", y]

    def var_investment(self, y):
        share = 1 if y < self["launch_year", y] else 0.4
        return 12 * (self["fixed_cost", y] * share + 400000)
