"""sq.sample for each input, the numpy model."""
import numpy as np
import squigglepy as sq

import reference_model as R


def make(m, seed):
    sq.set_seed(seed)

    def draw(s, c):
        x = {}
        for n, k, p in R.company_inputs(c):
            if k == "lognormal":
                d = sq.lognorm(p[0], p[1], credibility=90)
            elif k == "normal":
                d = sq.norm(mean=p[0], sd=p[1])
            elif k == "uniform":
                d = sq.uniform(p[0], p[1])
            elif k == "triangular":
                d = sq.triangular(p[0], p[1], p[2])
            else:
                d = sq.pert(p[0], p[1], p[2])
            x[n] = sq.sample(d, n=m)
        return x
    return [("draw", draw),
            ("eval", lambda s, c: R.evaluate(s, np)),
            ("summarise", lambda s, c: R.summarise_numpy(s))]
