"""The idiomatic program: Generator sampling, arrays of (6, draws), np.quantile."""
import numpy as np

import reference_model as R


def make(m, seed):
    rng = np.random.default_rng(seed)
    return [("draw", lambda s, c: R.draw_numpy(rng, c, m)),
            ("eval", lambda s, c: R.evaluate(s, np)),
            ("summarise", lambda s, c: R.summarise_numpy(s))]
