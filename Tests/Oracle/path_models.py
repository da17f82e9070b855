"""The path models of Models/paths in NumPy, written by hand from their listings.

It never reads the YAML. `--output path_models.json` writes fixed points: every input a plain number, every
variable and output by year, 2026 to 2030. `--statistics` prints means and quantiles of plain draws for
the cases of MethodCasesTests.swift, as of 2025-05-31 over 2025 to 2030.

An array has one row for each year; a column is a draw. Rates are per year, money is CNY.
"""

import argparse
import json

import numpy as np
from scipy.special import ndtr, ndtri

MONTHS = 12.0
DAYS = 365.0
MILLION = 1e6


def rows(value, years):
    """A number, an array of draws, or one row a year, as rows."""
    value = np.asarray(value, dtype=float)
    if value.ndim == 2:
        return value
    return np.broadcast_to(value, (len(years),) + value.shape)


def stock(years, first, following):
    """first, then following(previous row, number of the year)."""
    found = [np.asarray(first, dtype=float)]
    for year in range(1, len(years)):
        found.append(following(found[-1], year))
    return np.stack(np.broadcast_arrays(*found))


def index(years, rate):
    """1, then the previous row times 1 + rate."""
    return stock(years, 1.0 + 0 * np.asarray(rate), lambda previous, _: previous * (1 + rate))


def before(values):
    """The row of the year before; in the first year the first."""
    return np.concatenate([values[:1], values[:-1]])


def logistic(years, floor, ceiling, midpoint, span):
    """From floor to ceiling; span is the years from 10 % to 90 % of the way."""
    steepness = np.log(81.0) / span
    shape = [-1] + [1] * max(np.ndim(ceiling), np.ndim(floor))
    time = np.asarray(years, dtype=float).reshape(shape)
    return floor + (ceiling - floor) / (1 + np.exp(-steepness * (time - midpoint)))


def bass(p, q, age):
    """The cumulative share of adopters after the years of age."""
    fading = np.exp(-(p + q) * age)
    return (1 - fading) / (1 + q / p * fading)


def enterprise_projects(i, years):
    v = {}
    market = rows(i["market_spend"], years)
    kept = i["retained"]
    v["new_rate"] = stock(
        years, i["new_orders"],
        lambda previous, _: previous
        + (np.maximum(0, 1 + i["growth_later"] - kept) - previous) * np.minimum(1, i["settling"]))
    budget = rows(i["budget_growth"], years)
    v["usual"] = stock(
        years, i["rate_now"],
        lambda previous, t: previous
        * np.maximum(0, kept + v["new_rate"][t] + i["public_share"] * budget[t]))
    v["price_index"] = index(years, i["price_drift"])
    calendar = np.asarray(years, dtype=float).reshape([-1] + [1] * np.ndim(i["landmark_year_a"]))
    v["landmarks"] = (
        (np.floor(i["landmark_year_a"]) == calendar).astype(float)
        + (np.floor(i["landmark_year_b"]) == calendar))
    v["signed"] = np.minimum(
        0.15 * market, v["usual"] * v["price_index"] * (1 + i["landmark_size"] * v["landmarks"]))
    left = 1 - i["delivery_rate"]
    v["backlog"] = stock(
        years, i["rate_now"] * left / i["delivery_rate"],
        lambda previous, t: (previous + v["signed"][t]) * left)
    delivered = v["delivered"] = v["backlog"] * i["delivery_rate"] / left
    v["effort_index"] = index(years, -i["reuse"])
    cost = 1 - i["margin_now"]
    v["goods"] = cost * i["bought_in"] * delivered
    v["engineers"] = cost * (1 - i["bought_in"]) * delivered * v["effort_index"] / v["price_index"]
    v["gross_margin"] = 1 - (v["goods"] + v["engineers"]) / delivered
    v["receivables"] = delivered * i["collection_time"]
    v["collected"] = delivered - (v["receivables"] - before(v["receivables"]))
    lost = (1 - i["public_share"]) * i["credit_loss"] + i["public_share"] * i["public_credit_loss"]
    v["credit_cost"] = v["receivables"] * lost
    v["waiting_cost"] = v["receivables"] * i["waiting_rate"]
    v["selling"] = (
        i["selling_rate"] * v["signed"] * (v["new_rate"] + kept / 3) / (i["new_orders"] + kept / 3))
    v["warranty_cost"] = i["warranty"] * delivered
    v["administration"] = i["overhead"] * delivered
    v["research"] = (
        i["research_rate"] * i["rate_now"] * (delivered / i["rate_now"]) ** i["research_follows"])
    v["revenue"] = delivered
    v["contribution"] = delivered - sum(
        v[name] for name in (
            "goods", "engineers", "selling", "warranty_cost", "credit_cost", "waiting_cost",
            "administration"))
    v["investment"] = v["research"]
    return v


def chat_advertising(i, years):
    v = {}
    people = rows(i["market_users"], years)
    tokens = rows(i["token_price"], years) / MILLION
    after = v["consolidated"] = np.stack(
        [1.0 * (year >= np.asarray(i["consolidation_year"])) for year in years])
    launched = np.stack(
        [1.0 * (year >= np.asarray(i["consolidation_year"]) + i["lag"]) for year in years])
    ads_on = v["ads_on"] = np.maximum(launched, 1.0 * (np.asarray(i["early"]) > 0.5))
    v["ramped"] = stock(
        years, ads_on[0] * np.minimum(1, 1 / i["ramp"]),
        lambda previous, t: np.minimum(1, previous + ads_on[t] / i["ramp"]))
    v["ad_load"] = i["load_peak"] * v["ramped"]
    v["loss"] = np.where(after > 0.5, i["loss_after"], i["loss_before"])
    first = i["mau_now"] / people[0]
    reach, standing, head = [first], [np.ones_like(after[0])], []
    head.append(np.where(i["place_kept"] < standing[0], i["in_head_group"], 0))
    for t in range(1, len(years)):
        standing.append(np.where(
            after[t - 1] > 0.5, standing[-1], np.minimum(1, reach[-1] / first)))
        head.append(np.where(i["place_kept"] < standing[-1], i["in_head_group"], 0))
        change = after[t] * (head[t] * i["head_gain"] - (1 - head[t]) * i["tail_loss"])
        change = change - v["loss"][t] * v["ad_load"][t - 1]
        reach.append(np.maximum(0, np.minimum(0.9, reach[-1] * (1 + change))))
    v["standing"], v["head"], v["reach"] = np.stack(standing), np.stack(head), np.stack(reach)
    v["users"] = people * v["reach"]
    v["persons"] = v["users"] / i["apps_per_user"]
    average = v["users_mean"] = (v["users"] + before(v["users"])) / 2
    v["asked"] = average * i["queries"] * MONTHS
    v["ads"] = v["asked"] * i["commercial"] * v["ad_load"] * i["fill"]
    v["price_index"] = index(years, i["price_growth"])
    place = np.where(v["head"] > 0.5, 1, np.where(after > 0.5, i["tail_price"], 1))
    revenue = v["revenue"] = v["ads"] * rows(i["price_ad"], years) * v["price_index"] * place
    v["inference"] = v["asked"] * i["tokens"] * tokens * i["serving_level"]
    v["retrieval_cost"] = v["asked"] * i["retrieval"]
    v["channel"] = (i["partner"] + i["sales"]) * revenue
    v["support_cost"] = average * i["moderation"]
    v["build"] = (
        np.maximum(i["build_floor"], i["build_user"] * average) + i["build_rate"] * revenue)
    v["contribution"] = (
        revenue - v["inference"] - v["retrieval_cost"] - v["channel"] - v["support_cost"])
    v["investment"] = v["build"] * np.maximum(ads_on, 0.2)
    return v


def education_devices(i, years):
    v = {}
    v["ai_share"] = logistic(years, 0.15, i["ai_ceiling"], 2027, 4)
    v["allowed"] = np.stack(
        [1 - (year >= 2027) * i["restriction"] * i["restriction_cut"] for year in years])
    v["share"] = stock(
        years, i["share_now"],
        lambda previous, _: np.minimum(0.4, previous * (1 + i["share_drift"])))
    sold = v["sold"] = rows(i["device_shipments"], years) * v["ai_share"] * v["share"] * v["allowed"]
    v["active"] = stock(
        years, i["installed_now"],
        lambda previous, t: previous * (1 - i["idle_rate"]) + sold[t])
    average = v["active_mean"] = (v["active"] + before(v["active"])) / 2
    v["price_index"] = index(years, i["price_drift"])
    v["willingness"] = index(years, -i["free_pressure"])
    v["hardware"] = i["own_brand"] * sold * i["device_price"] * v["price_index"]
    v["bundle"] = (1 - i["own_brand"]) * sold * i["bundle_fee"] * v["price_index"]
    v["subscription"] = average * i["attach"] * v["willingness"] * i["fee"] * MONTHS
    tokens = rows(i["token_price"], years) / MILLION
    v["inference"] = average * i["turns"] * MONTHS * i["tokens"] * tokens
    v["goods"] = v["hardware"] * (1 - i["device_margin"] + i["warranty"])
    v["data_cost"] = np.maximum(i["content"], i["content_sold"] * sold) + average * i["content_unit"]
    v["channel"] = i["channel_rate"] * v["hardware"] + 0.15 * v["subscription"]
    v["support_cost"] = average * i["support"]
    v["unit_margin"] = (v["subscription"] - v["inference"] - v["support_cost"]) / average
    v["revenue"] = v["hardware"] + v["bundle"] + v["subscription"]
    v["contribution"] = v["revenue"] * (1 - i["overhead"]) - (
        v["goods"] + v["inference"] + v["data_cost"] + v["channel"] + v["support_cost"])
    v["investment"] = np.maximum(i["research"], i["research_unit"] * sold)
    return v


def medical_ai(i, years):
    v = {}
    count = rows(i["hospitals"], years)
    paying = v["adopters"] = np.stack([
        count[t] * i["ceiling"] * bass(i["adopt_p"], i["adopt_q"], i["market_age"] + (year - 2025))
        for t, year in enumerate(years)])
    approved = np.stack([1.0 * (year >= np.asarray(i["approval_year"])) for year in years])
    v["cleared"] = np.where(approved > 0.5, 1, np.minimum(1, i["pre_approval"]))
    share = np.minimum(0.6, i["customers_now"] / paying[0])
    found = {name: [] for name in (
        "records", "data_bought", "error_rate", "trust", "standing", "win", "won", "served")}
    for t in range(len(years)):
        records = i["records_now"] if t == 0 else (
            found["records"][-1] + found["data_bought"][-1])
        error = np.maximum(0.002, i["error_ref"] * (records / 1e6) ** -i["data_elasticity"])
        trust = 1 / (1 + (error / i["error_tolerance"]) ** 2)
        standing = trust * v["cleared"][t]
        start = standing if t == 0 else found["standing"][0]
        win = np.minimum(
            0.6, share * i["pull"] * (standing / start) ** i["rivalry"] + i["win_rate"] * standing)
        if t == 0:
            won = served = i["customers_now"] + 0 * win
        else:
            lost = i["churn"] * paying[t - 1]
            won = found["won"][-1] * (1 - i["churn"]) + win * (
                np.maximum(0, paying[t] - paying[t - 1]) + lost)
            served = (won + found["won"][-1]) / 2
        budget = np.maximum(i["data_budget"], i["data_unit"] * served)
        bought = np.minimum(budget / i["data_price"], np.maximum(0, i["records_needed"] - records))
        for name, value in (
            ("records", records), ("data_bought", bought), ("error_rate", error), ("trust", trust),
            ("standing", standing), ("win", win), ("won", won), ("served", served)):
            found[name].append(np.asarray(value, dtype=float))
    v.update({name: np.stack(np.broadcast_arrays(*values)) for name, values in found.items()})
    v["customers"] = v["won"]
    v["price_index"] = index(years, i["price_drift"])
    use = logistic(years, 0.01, np.maximum(0.01, i["use_ceiling"]), 2028, 5)
    v["cases"] = v["served"] * i["encounters"] * use
    revenue = v["revenue"] = v["served"] * i["price"] * v["price_index"]
    v["inference"] = v["cases"] * i["tokens"] * rows(i["token_price"], years) / MILLION
    v["data_upkeep"] = v["records"] * i["data_price"] * i["refresh"]
    v["liability"] = v["cases"] * v["error_rate"] * i["harm_rate"] * i["claim_cost"]
    v["channel"] = i["channel_rate"] * revenue
    v["support_cost"] = v["served"] * i["price"] * i["service"]
    v["contribution"] = revenue * (1 - i["overhead"]) - (
        v["inference"] + v["data_upkeep"] + v["channel"] + v["support_cost"] + v["liability"])
    v["investment"] = (
        np.maximum(i["research"], i["research_unit"] * v["served"])
        + v["data_bought"] * i["data_price"])
    return v


def on_device(i, years):
    v = {}
    v["shipped_ai"] = rows(i["appliances"], years) * logistic(
        years, 0.05, np.maximum(0.05, i["appliance_ceiling"]), 2028, 5)
    v["share_index"] = stock(
        years, 1.0 + 0 * np.asarray(i["share_drift"]),
        lambda previous, _: np.minimum(4, previous * (1 + i["share_drift"])))
    v["fee_index"] = index(years, i["fee_drift"])
    v["sold_appliances"] = v["shipped_ai"] * np.minimum(0.5, i["share_appliances"] * v["share_index"])
    v["sold_glasses"] = rows(i["glasses"], years) * np.minimum(
        0.5, i["share_glasses"] * v["share_index"])
    for kind in ("appliances", "glasses"):
        sold = v["sold_" + kind]
        v["active_" + kind] = stock(
            years, 0 * sold[0],
            lambda previous, t, sold=sold: previous * (1 - i["retire"]) + sold[t])
    calls = v["calls"] = DAYS * (
        v["active_appliances"] * i["calls_appliance"] + v["active_glasses"] * i["calls_glasses"])
    v["local_share"] = logistic(years, 0.1, np.maximum(0.1, i["local_ceiling"]), 2027.5, 4)
    v["cost_full"] = i["tokens"] * rows(i["token_price"], years) / MILLION * i["serving_level"]
    part = np.minimum(1, (1 - v["local_share"]) * i["size_ratio"] + i["fallback"])
    v["cost_custom"] = v["cost_full"] * part
    v["saving"] = 1 - part
    v["licence"] = v["fee_index"] * (
        v["sold_appliances"] * i["fee_appliance"] + v["sold_glasses"] * i["fee_glasses"])
    v["service"] = v["active_glasses"] * i["service_fee"] * v["fee_index"]
    devices = v["sold_appliances"] + v["sold_glasses"]
    v["programmes"] = np.maximum(i["designs_floor"], devices / i["design_run"])
    v["custom_work"] = v["programmes"] * i["custom_fee"]
    v["inference"] = calls * v["cost_custom"]
    v["inference_full"] = calls * v["cost_full"]
    v["channel"] = i["channel_rate"] * (v["licence"] + v["service"])
    v["support_cost"] = (v["active_appliances"] + v["active_glasses"]) * i["support"]
    v["revenue"] = v["licence"] + v["service"] + v["custom_work"]
    v["contribution"] = v["revenue"] - (
        v["inference"] + v["channel"] + v["support_cost"] + v["programmes"] * i["custom_cost"])
    v["investment"] = np.maximum(i["research"], i["research_unit"] * devices)
    return v


MODELS = {
    "enterprise-projects": enterprise_projects, "chat-advertising": chat_advertising,
    "education-devices": education_devices, "medical-ai": medical_ai, "on-device": on_device,
}

# For the fixed points each input lies between two numbers, evenly: the point's own, no belief. `brand` is
# asked for and decides nothing where the place is given.
BETWEEN = {
    "enterprise-projects": {
        "market_spend": (2e9, 2e11), "budget_growth": (-0.2, 0.2), "rate_now": (1e8, 5e9),
        "public_share": (0, 0.7), "retained": (0.4, 0.95), "new_orders": (0.1, 1.5),
        "growth_later": (-0.1, 0.3), "settling": (0.1, 0.5), "margin_now": (0.2, 0.7),
        "bought_in": (0.2, 0.9), "collection_time": (0.3, 1.8), "selling_rate": (0.03, 0.25),
        "research_rate": (0.05, 0.9), "overhead": (0, 0.3), "landmark_year_a": (2025, 2033),
        "landmark_year_b": (2026, 2029), "landmark_size": (0.1, 0.9), "delivery_rate": (0.4, 0.9),
        "price_drift": (-0.12, 0.02), "reuse": (0, 0.15), "warranty": (0.005, 0.05),
        "credit_loss": (0.01, 0.1), "public_credit_loss": (0.03, 0.2), "waiting_rate": (0.03, 0.12),
        "research_follows": (0.3, 1)},
    "chat-advertising": {
        "market_users": (4e8, 2e9), "consolidation_year": (2025, 2031), "token_price": (0.2, 20),
        "price_growth": (-0.08, 0.1), "price_ad": (0.03, 0.5), "apps_per_user": (1.2, 2.5),
        "mau_now": (5e6, 3.5e8), "early": (0, 1), "serving_level": (0.3, 1.5),
        "build_floor": (2e7, 2e8), "in_head_group": (0, 1), "place_kept": (0, 1), "lag": (0, 1.5),
        "head_gain": (0.02, 0.2), "tail_loss": (0.2, 0.6), "queries": (20, 120),
        "commercial": (0.05, 0.3), "load_peak": (0.8, 3.5), "ramp": (0.8, 3), "fill": (0.4, 0.8),
        "tail_price": (0.3, 0.8), "loss_before": (0.04, 0.4), "loss_after": (0.01, 0.07),
        "build_user": (0.1, 1.3), "build_rate": (0.04, 0.16), "tokens": (800, 4000),
        "retrieval": (0.0005, 0.004), "partner": (0.05, 0.25), "sales": (0.08, 0.2),
        "moderation": (0.1, 0.6), "brand": (0.1, 0.9)},
    "education-devices": {
        "device_shipments": (5e6, 1e7), "ai_ceiling": (0.6, 0.95), "token_price": (0.1, 4),
        "free_pressure": (0.02, 0.2), "restriction": (0, 1), "restriction_cut": (0.2, 0.6),
        "share_now": (0.005, 0.35), "installed_now": (2e4, 2e6), "own_brand": (0, 1),
        "research": (1e7, 9e7), "overhead": (0, 0.3), "share_drift": (-0.15, 0.25),
        "idle_rate": (0.2, 0.5), "device_price": (2000, 4500), "price_drift": (-0.08, 0.02),
        "device_margin": (0.25, 0.5), "channel_rate": (0.15, 0.4), "warranty": (0.02, 0.07),
        "bundle_fee": (30, 250), "attach": (0.05, 0.25), "fee": (15, 60), "turns": (40, 250),
        "tokens": (1500, 8000), "research_unit": (50, 250), "content": (3e6, 3e7),
        "content_sold": (20, 120), "content_unit": (3, 20), "support": (8, 35)},
    "medical-ai": {
        "hospitals": (15e3, 17e3), "ceiling": (0.3, 0.8), "market_age": (4, 8),
        "adopt_p": (0.01, 0.04), "adopt_q": (0.2, 0.6), "token_price": (0.1, 4),
        "encounters": (1.5e5, 5e5), "customers_now": (20, 1500), "win_rate": (0.002, 0.03),
        "pull": (0.6, 1.6), "price": (1e5, 6e5), "data_budget": (3e6, 5e7),
        "records_now": (3e5, 5e6), "research": (1.5e7, 1e8), "overhead": (0, 0.3),
        "data_unit": (1e4, 6e4), "research_unit": (2e4, 8e4), "price_drift": (-0.15, 0.03),
        "churn": (0.05, 0.2), "use_ceiling": (0.05, 0.3), "tokens": (5e3, 4e4),
        "data_price": (5, 60), "records_needed": (3e6, 3e7), "error_ref": (0.04, 0.15),
        "data_elasticity": (0.15, 0.4), "error_tolerance": (0.02, 0.06), "rivalry": (0.2, 0.6),
        "approval_year": (2025, 2030), "pre_approval": (0.3, 0.7), "harm_rate": (1e-5, 3e-4),
        "claim_cost": (5e4, 6e5), "channel_rate": (0.1, 0.3), "service": (0.2, 0.45),
        "refresh": (0.05, 0.2)},
    "on-device": {
        "appliances": (1.1e8, 1.9e8), "glasses": (1e6, 3e7), "appliance_ceiling": (0.25, 0.7),
        "token_price": (0.1, 4), "share_appliances": (0.01, 0.3), "share_glasses": (0, 0.4),
        "share_drift": (-0.15, 0.3), "serving_level": (0.3, 1.5), "designs_floor": (1, 4),
        "research": (8e6, 5e7), "design_run": (2e5, 3e6), "research_unit": (1, 8),
        "fee_appliance": (0.5, 6), "fee_glasses": (8, 80), "fee_drift": (-0.25, -0.03),
        "service_fee": (1, 12), "retire": (0.1, 0.3), "calls_appliance": (0.1, 1.5),
        "calls_glasses": (2, 15), "tokens": (400, 2500), "size_ratio": (0.05, 0.3),
        "local_ceiling": (0.4, 0.9), "fallback": (0.03, 0.2), "custom_cost": (1e6, 8e6),
        "custom_fee": (3e5, 5e6), "channel_rate": (0.05, 0.2), "support": (0.05, 0.5)},
}

WHOLE = ("early", "in_head_group", "restriction")


def points(count, seed):
    """Fixed points of each path."""
    random = np.random.default_rng(seed)
    years = list(range(2026, 2031))
    found = {}
    for path, model in MODELS.items():
        found[path] = []
        for _ in range(count):
            inputs = {}
            for name, (low, high) in BETWEEN[path].items():
                value = low + (high - low) * random.random()
                inputs[name] = float(round(value)) if name in WHOLE else float(f"{value:.6g}")
            computed = model(inputs, years)
            found[path].append({
                "inputs": inputs,
                "variables": {
                    name: {str(year): float(values[t]) for t, year in enumerate(years)}
                    for name, values in sorted(computed.items())}})
    return found


def span(low, high):
    """A distribution by its 5th and 95th percentile: lognormal if both are positive, else normal."""
    z95 = ndtri(0.95)
    if low > 0:
        middle, width = np.log(low * high) / 2, np.log(high / low) / 2 / z95
        return lambda u: np.exp(middle + width * ndtri(u))
    return lambda u: (low + high) / 2 + (high - low) / 2 / z95 * ndtri(u)


def within(low, high, least, most):
    """span(low, high), conditioned on lying between two ends; both ends of the span are positive."""
    z95 = ndtri(0.95)
    middle, width = np.log(low * high) / 2, np.log(high / low) / 2 / z95
    under = 0.0 if least <= 0 else ndtr((np.log(least) - middle) / width)
    over = ndtr((np.log(most) - middle) / width)
    return lambda u: np.exp(middle + width * ndtri(under + u * (over - under)))


def by_year(years, first, last):
    """Spans of 2025 and 2030, interpolated by equal ratios in each draw."""
    a, b = span(*first), span(*last)
    return lambda u: np.stack([a(u) * (b(u) / a(u)) ** ((year - 2025) / 5) for year in years])


def normal(mean, sd):
    return lambda u: mean + sd * ndtri(u)


def statistics(draws, seed):
    """Prints what the cases of MethodCasesTests say, as of 2025-05-31."""
    years = list(range(2025, 2031))
    tokens = by_year(years, (0.7, 6), (0.08, 1.5))
    medical = {
        "hospitals": span(15400, 16400), "ceiling": within(0.3, 0.8, 0, 1), "market_age": span(5, 8),
        "adopt_p": span(0.01, 0.04), "adopt_q": span(0.2, 0.5), "token_price": tokens,
        "encounters": span(180e3, 450e3), "win_rate": span(0.002, 0.03), "pull": span(0.6, 1.6),
        "price": span(0.1e6, 0.6e6), "data_budget": span(3e6, 20e6), "records_now": span(0.3e6, 5e6),
        "research": span(15e6, 80e6), "overhead": 0.0, "data_unit": span(10e3, 60e3),
        "research_unit": span(20e3, 80e3), "price_drift": span(-0.15, 0.03),
        "churn": span(0.08, 0.4), "use_ceiling": span(0.05, 0.3), "tokens": span(5e3, 40e3),
        "data_price": span(5, 60), "records_needed": span(3e6, 30e6), "error_ref": span(0.04, 0.15),
        "data_elasticity": span(0.15, 0.4), "error_tolerance": span(0.02, 0.06),
        "rivalry": span(0.2, 0.6), "approval_year": normal(2027, 1), "pre_approval": span(0.3, 0.7),
        "harm_rate": span(1e-5, 3e-4), "claim_cost": span(50e3, 600e3),
        "channel_rate": span(0.1, 0.3), "service": span(0.2, 0.5), "refresh": span(0.05, 0.14)}
    device = {
        "appliances": by_year(years, (155e6, 190e6), (140e6, 200e6)),
        "glasses": by_year(years, (0.8e6, 3e6), (8e6, 60e6)),
        "appliance_ceiling": within(0.25, 0.7, 0, 1), "token_price": tokens,
        "share_drift": span(-0.15, 0.2), "serving_level": 1.0, "designs_floor": span(1, 3),
        "research": span(8e6, 40e6), "design_run": span(0.2e6, 3e6), "research_unit": span(1, 8),
        "fee_appliance": span(0.5, 6), "fee_glasses": span(8, 80), "fee_drift": span(-0.25, -0.03),
        "service_fee": span(1, 12), "retire": span(0.1, 0.3), "calls_appliance": span(0.1, 1.5),
        "calls_glasses": span(2, 15), "tokens": span(400, 2500), "size_ratio": within(0.05, 0.3, 0, 1),
        "local_ceiling": within(0.4, 0.9, 0, 1), "fallback": within(0.03, 0.2, 0, 1),
        "custom_cost": span(1e6, 8e6), "custom_fee": span(0.3e6, 5e6),
        "channel_rate": span(0.05, 0.2), "support": span(0.05, 0.5)}
    cases = [
        ("medical-ai", medical, {"customers_now": 150.0}),
        ("on-device", device, {"share_appliances": 0.05, "share_glasses": 0.08}),
        ("medical-ai", medical, {"customers_now": 800.0}),
        ("medical-ai", medical, {"customers_now": 1500.0}),
        ("medical-ai", medical, {
            "customers_now": 800.0, "price": span(0.25e6, 0.45e6), "research": span(44e6, 63e6)}),
    ]
    random = np.random.default_rng(seed)
    discount = 1.12 ** -np.arange(len(years), dtype=float)[:, None]
    for path, inputs, facts in cases:
        sums, chunks = [], 6
        for _ in range(chunks):
            drawn = {
                name: value(random.random(draws // chunks)) if callable(value)
                else np.full(draws // chunks, value)
                for name, value in {**inputs, **facts}.items()}
            computed = MODELS[path](drawn, years)
            gain, spent = computed["contribution"], computed["investment"]
            back = (discount * np.maximum(gain, 0)).sum(0)
            paid = (discount * (np.maximum(-gain, 0) + spent)).sum(0)
            sums.append((computed["revenue"][-1] / 1e6, gain[-1] / 1e6, 100 * back / (back + paid)))
        revenue, gain, recovery = (np.concatenate(part) for part in zip(*sums))
        print(
            path, facts if not any(map(callable, facts.values())) else list(facts),
            f"revenue mean {revenue.mean():.2f} p50 {np.median(revenue):.2f};",
            "contribution p5, p50, p95", *(f"{q:.2f}" for q in np.quantile(gain, (0.05, 0.5, 0.95))),
            f"; W {recovery.mean():.2f}; V {100 * (recovery >= 50).mean():.2f} %")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output")
    parser.add_argument("--statistics", action="store_true")
    parser.add_argument("--draws", type=int, default=1_200_000)
    parser.add_argument("--seed", type=int, default=20261129)
    arguments = parser.parse_args()
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as file:
            json.dump(points(4, arguments.seed), file, indent=1)
            file.write("\n")
    if arguments.statistics:
        statistics(arguments.draws, arguments.seed)
