"""Level and trend of a metric by its facts, in NumPy: what MetricSeries must give.

The state x = (level, trend) of the log of a metric moves by the stochastic differential equation

    d level = trend dt + s dW,    d trend = -k (trend - m) dt + q dV,

of which this program takes the exact mean (by the matrix exponential) and, as the note says, the
covariance of the noise of a walk without damping. It then conditions the joint normal of all
observations and the state on the day in one step, with the whole covariance matrix and a linear
solve: nothing here is a recursion, so an error in the filter's can't hide here.

    python3 series.py > series.json
"""

import json
from datetime import date, timedelta

import numpy as np

PARAMETERS = {
    "series_error_high": 0.03, "series_error_medium": 0.08, "series_error_low": 0.2,
    "series_season_nine_months": 0.06, "series_season_half": 0.1, "series_season_quarter": 0.18,
    "series_season_other": 0.25, "series_level_noise": 0.4, "series_trend_noise": 0.3,
    "series_trend_damping": 0.33, "series_long_run": 0.0, "series_first_trend": 0.0,
    "series_first_trend_sd": 0.5,
}
# Another set, in which no number is nothing.
OTHERS = dict(
    PARAMETERS, series_level_noise=0.11, series_trend_noise=0.31, series_trend_damping=0.7,
    series_long_run=0.068, series_first_trend=0.25, series_first_trend_sd=0.3)

# (kind, first day, last day, value, low, high, confidence)
CASES = {
    "users": ("stock", [
        ("2024-01-01", "2024-03-31", 20e6, None, None, "medium"),
        ("2024-12-31", "2024-12-31", 75e6, 70e6, 80e6, "high"),
        ("2025-06-01", "2025-06-30", 130e6, None, None, "low"),
        ("2026-05-15", "2026-05-15", 180e6, None, None, "high")]),
    "shipments": ("flow", [
        ("2023-01-01", "2023-12-31", 1.0e6, None, None, "high"),
        ("2024-01-01", "2024-12-31", 1.4e6, 1.2e6, 1.8e6, "medium"),
        ("2025-01-01", "2025-06-30", 0.9e6, None, None, "high"),
        ("2025-07-01", "2025-09-30", 0.5e6, None, None, "high")]),
    "price": ("rate", [
        ("2024-05-01", "2024-05-31", 1.0, None, None, "high"),
        ("2025-01-01", "2025-12-31", 0.4, None, None, "medium")]),
    "alone": ("stock", [("2025-12-31", "2025-12-31", 5e5, 4e5, 7e5, "low")]),
}
DAYS = {"users": ["2025-08-31", "2026-09-30"], "shipments": ["2025-12-31"],
        "price": ["2026-06-30"], "alone": ["2025-12-31", "2026-09-30"]}


def months(day):
    """The months since the year 0 that have gone by at the end of a day."""
    first = date(day.year, day.month, 1)
    length = ((first + timedelta(days=32)).replace(day=1) - first).days
    return day.year * 12 + day.month - 1 + day.day / length


def observation(kind, fact, p):
    """Time in years, log of the value, standard deviation of that log."""
    start, end, value, low, high, confidence = fact
    a = months(date.fromisoformat(start) - timedelta(days=1))
    b = months(date.fromisoformat(end))
    sd = p["series_error_" + confidence]
    if low is not None:
        value = np.sqrt(low * high)
        sd = max(sd, np.log(high / low) / (2 * 1.6448536269514722))
    if kind == "stock":
        return b / 12, np.log(value), sd
    time = (a + b) / 24
    if kind == "rate":
        return time, np.log(value), sd
    length = round(b - a)
    season = 0 if length >= 12 else p[
        {9: "series_season_nine_months", 6: "series_season_half", 3: "series_season_quarter"}
        .get(length, "series_season_other")]
    return time, np.log(value / ((b - a) / 12)), np.hypot(sd, season)


def transition(dt, p):
    """F, c and Q of x' = F x + c + noise over dt."""
    k, m = p["series_trend_damping"], p["series_long_run"]
    f = np.exp(-k * dt)
    a = (1 - f) / k
    s, q = p["series_level_noise"] ** 2, p["series_trend_noise"] ** 2
    return (np.array([[1, a], [0, f]]), np.array([m * (dt - a), m * (1 - f)]),
            np.array([[s * dt + q * dt ** 3 / 3, q * dt ** 2 / 2], [q * dt ** 2 / 2, q * dt]]))


def state(kind, facts, day, p):
    """Mean and covariance of level and trend on the day."""
    seen = sorted(observation(kind, f, p) for f in facts if f[1] <= day)
    t0, y0, sd0 = seen[0]
    # The first fact is where the level starts.
    mean = [np.array([y0, p["series_first_trend"]])]
    cov = [np.diag([sd0 ** 2 + 1e-6, p["series_first_trend_sd"] ** 2])]
    times = [t for t, _, _ in seen] + [months(date.fromisoformat(day)) / 12]
    steps = [transition(max(b - a, 0 if i == len(times) - 2 else 1e-6), p)
             for i, (a, b) in enumerate(zip(times, times[1:]))]
    for F, c, Q in steps:
        mean.append(F @ mean[-1] + c)
        cov.append(F @ cov[-1] @ F.T + Q)
    n = len(times)
    joint = np.zeros((2 * n, 2 * n))
    for i in range(n):
        block = cov[i]
        joint[2 * i:2 * i + 2, 2 * i:2 * i + 2] = block
        for j in range(i + 1, n):
            block = steps[j - 1][0] @ block
            joint[2 * j:2 * j + 2, 2 * i:2 * i + 2] = block
            joint[2 * i:2 * i + 2, 2 * j:2 * j + 2] = block.T
    levels = [2 * i for i in range(1, len(seen))]
    last = slice(2 * n - 2, 2 * n)
    if not levels:
        return mean[-1], cov[-1]
    S = joint[np.ix_(levels, levels)] + np.diag([sd ** 2 for _, _, sd in seen[1:]])
    C = joint[last, :][:, levels]
    surprise = np.array([y for _, y, _ in seen[1:]]) - np.array([m[0] for m in mean[1:len(seen)]])
    return (mean[-1] + C @ np.linalg.solve(S, surprise),
            cov[-1] - C @ np.linalg.solve(S, C.T))


def main():
    out = []
    for name, (kind, facts) in CASES.items():
        for day in DAYS[name]:
            for label, p in [("shipped", PARAMETERS), ("others", OTHERS)]:
                m, v = state(kind, facts, day, p)
                out.append({
                    "name": name, "kind": kind, "as_of": day, "parameters": p, "set": label,
                    "facts": [dict(zip(
                        ["start", "end", "value", "low", "high", "confidence"], f))
                        for f in facts if f[1] <= day],
                    "level": m[0], "trend": m[1], "level_variance": v[0, 0],
                    "covariance": v[0, 1], "trend_variance": v[1, 1]})
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
