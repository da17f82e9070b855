"""Hold what the peers compute against the oracle, before anything is timed."""
import json
import math
import sys

FIXED_POINTS_ALLOWED = 1e-12
STANDARD_ERRORS_ALLOWED = 4


def fixed_points(oracle, peers):
    """The largest relative distance of the peers' shared model from the oracle's fixed points."""
    sys.path.insert(0, peers)
    import numpy as np
    import reference_model as R
    levels = np.array([[0.5] * R.D, [(j + 1) / 25 for j in range(R.D)],
                       [1 - (j + 1) / 25 for j in range(R.D)]])
    outputs = R.evaluate(R.from_uniforms(levels, 0), np)
    worst = 0.0
    for row, point in enumerate(oracle["fixedPoints"]):
        for name, column in zip(R.OUTPUTS, outputs):
            expected = point["outputs"][name]
            worst = max(worst, abs(column[row] - expected) / abs(expected))
    return worst


def reference(oracle):
    """Values and standard errors by name: both plain runs together, probabilities of ten runs."""
    found = {}
    for name in oracle["plain"][0]["outputs"]:
        for figure in ("mean", "p5", "p50", "p95"):
            # Quantiles of whole years jump.
            if name == "breakeven_year" and figure != "mean":
                continue
            runs = [run["outputs"][name][figure] for run in oracle["plain"]]
            found[f"{figure} {name}"] = (
                sum(value for value, _ in runs) / len(runs),
                math.sqrt(sum(error * error for _, error in runs)) / len(runs))
    found.update({name: tuple(pair) for name, pair in oracle["pooled"].items()})
    return found


def distance(oracle, summary, draws):
    """The farthest figure of a peer's run, in standard errors of the difference.

    A run's own error is that of plain draws; it is larger than that of Sobol points.
    """
    plain = oracle["plain"][0]["draws"]
    worst = ("", 0.0)
    for name, (value, error) in reference(oracle).items():
        if name.startswith("P("):
            own = math.sqrt(value * (1 - value) / draws)
        else:
            figure, output = name.split(" ", 1)
            own = oracle["plain"][0]["outputs"][output][figure][1] * math.sqrt(plain / draws)
        apart = abs(summary[name] - value) / math.sqrt(error * error + own * own)
        if not apart <= worst[1]:
            worst = (name, apart)
    return worst


def load(path):
    with open(path) as file:
        return json.load(file)
