#!/usr/bin/env python3
"""Values of path models at fixed inputs, computed with NumPy from the text of the method (section 7).

It reads neither the model files nor any output of the engine. Each point fixes every input of a path;
what changes from year to year is that of paths/markets/china.yaml, written down here once more.

    python3 paths.py > paths.json
"""

import json
import sys

import numpy as np

YEARS = np.arange(2026, 2031)


def by_year(anchors):
    """Equal ratios between the years that are given; all values here are positive."""
    years = np.array(sorted(anchors), dtype=float)
    return np.exp(np.interp(YEARS, years, np.log([anchors[int(year)] for year in years])))


MARKET_USERS = by_year({2026: 400e6, 2030: 900e6})
TOKEN_PRICE = by_year({2026: 4.0, 2028: 1.5, 2030: 0.9})
TOKEN_GROWTH = by_year({2026: 1.8, 2030: 0.4})


def carried(start, step):
    """A stock over the years: `step` gives a year from the one before."""
    values = np.empty(len(YEARS))
    values[0] = start
    for place in range(1, len(YEARS)):
        values[place] = step(values[place - 1], place)
    return values


def faded(today, market, fade):
    """Growth that fades from today's into the market's, in logarithms a year."""
    return carried(
        np.clip(today, -0.65, 0.65), lambda last, t: market[t] + (last - market[t]) * (1 - fade))


def before(values):
    """The year before; in the first year itself."""
    return np.concatenate([values[:1], values[:-1]])


def mean(values):
    return (values + before(values)) / 2


def consumer_subscriptions(p):
    """Payers, what they bring, what serving all users costs."""
    market = np.log(MARKET_USERS / before(MARKET_USERS))
    growth = faded(p["users_now.trend"], market, p["lead_fade"])
    users = carried(
        p["users_now"], lambda last, t: min(0.9 * MARKET_USERS[t], last * np.exp(growth[t])))
    own = p["payers_now"] / p["users_now"]
    willing = max(0.0, 1 - p["free_pressure"]) ** np.arange(len(YEARS))
    attainable = (own + p["pull"] * (p["paying_ceiling"] - own)) * willing
    reached = min(1.0, p["churn"])
    payers = carried(
        p["payers_now"], lambda last, t: last + reached * (attainable[t] * users[t] - last))
    won = np.maximum(0.0, payers - before(payers) + p["churn"] * before(payers))
    spread = np.minimum(1.0, 0.25 * np.arange(len(YEARS)))
    dear = p["professional_share"] * (p["professional_price"] - 1)
    cheap = p["cheap_share"] * (1 - p["cheap_price"])
    price = (
        p["price_now"] * (1 + spread * (dear - cheap))
        * (1 + p["price_drift"]) ** np.arange(len(YEARS)))
    revenue = mean(payers) * price
    serve_payer = (
        p["price_now"] * p["serving_share"] * TOKEN_PRICE / TOKEN_PRICE[0]
        * (1 + p["use_growth"]) ** np.arange(len(YEARS)))
    serve_free = serve_payer * p["free_use"]
    free = np.maximum(0.0, mean(users) - mean(payers)) * serve_free * (0 if p["brand"] > 0 else 1)
    fees = p["store_share"] * p["store_fee"] + p["payment_fee"]
    months = p["win_months"] / 12
    costs = (
        mean(payers) * serve_payer + free + revenue * (fees + p["support"]) + won * months * price)
    surplus = price * (1 - fees - p["support"] - p["churn"] * months) - serve_payer
    with np.errstate(divide="ignore", invalid="ignore"):
        required = np.where(surplus > 0, serve_free / (serve_free + surplus), 1.0)
    return {
        "users": users, "payers": payers, "won": won, "price": price,
        "attainable_share": attainable, "required_share": required,
        "closed": (required > attainable).astype(float), "paying_share": payers / users,
        "free_inference": free, "revenue": revenue, "contribution": revenue - costs,
        "investment": revenue * p["research"],
    }


def s_curve(floor, ceiling, midpoint, span):
    """Logistic; the span is from 10% to 90% of the way."""
    return floor + (ceiling - floor) / (1 + np.exp(-np.log(81) * (YEARS - midpoint) / span))


def model_api(p):
    """Calls and coding, their price and what serving them costs."""
    fall = TOKEN_PRICE / before(TOKEN_PRICE)
    price = np.cumprod(fall ** p["price_follow"])
    cost = np.cumprod(fall ** p["cost_follow"])
    market = np.log1p(TOKEN_GROWTH) + p["price_follow"] * np.log(fall)
    growth = faded(p["rate_now.trend"], market, p["lead_fade"])
    calls = carried(
        (1 - p["coding_part"]) * p["rate_now"], lambda last, t: last * np.exp(growth[t]))
    volume = calls / calls[0] / price
    adoption = s_curve(0.3, max(0.3, p["adoption_ceiling"]), 2027, 5)
    seats = carried(
        1.0, lambda last, t: last * adoption[t] / adoption[t - 1] * (1 + p["share_drift"])
        * np.exp(growth[t] - market[t]))
    age = np.arange(len(YEARS))
    start = p["coding_part"] * p["rate_now"]
    coding = start * seats * (1 + p["seat_price_drift"]) ** age
    sold = (calls + coding) * p["room"]
    burden = 1 - p["margin_now"]
    serving = p["room"] * burden * cost * (
        calls[0] * volume
        + start * seats * ((1 + p["use_growth"]) * (1 + p["free_seats"])) ** age)
    return {
        "calls": calls, "coding": coding, "volume_index": volume, "price_index": price,
        "cost_index": cost, "seat_index": seats, "gross_margin": 1 - serving / sold,
        "serving": serving, "revenue": sold,
        "contribution": sold * (1 - p["channel_rate"] - p["sales"]) - serving,
        "investment": p["research"] * sold,
    }


MODERATE = dict(
    payers_now=5e6, users_now=100e6, price_now=600, paying_ceiling=0.04,
    free_pressure=0.08, churn=0.55, use_growth=0.3, serving_share=0.35, brand=0.5, lead_fade=0.4,
    pull=0.5, free_use=0.04, cheap_share=0.25, cheap_price=0.4, professional_share=0.02,
    professional_price=6, price_drift=-0.02, store_share=0.5, store_fee=0.2, payment_fee=0.03,
    win_months=1.5, support=0.03, research=0.12) | {"users_now.trend": 0.25}

CALLS = dict(
    rate_now=2e9, margin_now=0.4, coding_part=0.3, use_growth=0.3,
    adoption_ceiling=0.9, lead_fade=0.4, price_follow=0.7, cost_follow=0.8, share_drift=-0.03,
    seat_price_drift=0.05, free_seats=0.04, channel_rate=0.1, sales=0.12, research=0.1, room=1) | {"rate_now.trend": 0.5}

PATHS = {
    "consumer-subscriptions": (consumer_subscriptions, {
        # Free users are charged to chat advertising.
        "A": MODERATE,
        # Free users here, users flee faster than is believed, payers all change within a year, and
        # serving costs more than they bring.
        "B": MODERATE | dict(
            brand=0, churn=1.2, serving_share=0.95, use_growth=0.6,
            free_pressure=0.3, price_drift=-0.1, win_months=3) | {"users_now.trend": -0.8},
        # A runaway that meets the market's bounds, with payers who stay.
        "C": MODERATE | dict(
            brand=0, users_now=300e6, lead_fade=0.05, churn=0.2, pull=0.9,
            paying_ceiling=0.09, serving_share=0.1) | {"users_now.trend": 1.5},
    }),
    "model-api": (model_api, {
        "A": CALLS,
        # Prices fall faster than costs, the line shrinks faster than is believed, a crowded market.
        "B": CALLS | dict(
            price_follow=1.1, cost_follow=0.4, margin_now=-0.1, coding_part=0.6,
            use_growth=0.6, room=0.7, seat_price_drift=-0.2) | {"rate_now.trend": -0.9},
        # A lead that lasts, and a price that holds.
        "C": CALLS | dict(
            lead_fade=0.1, price_follow=0.2, cost_follow=1, adoption_ceiling=0.2,
            coding_part=0) | {"rate_now.trend": 1.4},
    }),
}


def main():
    found = {}
    for path, (compute, points) in PATHS.items():
        found[path] = {
            letter: {
                "inputs": inputs,
                "variables": {
                    name: {str(year): float(value) for year, value in zip(YEARS, values)}
                    for name, values in compute(inputs).items()},
            } for letter, inputs in points.items()}
    json.dump(found, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
