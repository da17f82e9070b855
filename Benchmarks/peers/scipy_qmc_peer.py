"""Scrambled Sobol points for each company, inverse CDFs of scipy.special, the numpy model."""
import numpy as np
from scipy.stats import qmc

import reference_model as R


def make(m, seed):
    return [("sobol", lambda s, c: qmc.Sobol(R.D, scramble=True, rng=seed + c).random(m)),
            ("inverse_cdf", lambda s, c: R.from_uniforms(s, c)),
            ("eval", lambda s, c: R.evaluate(s, np)),
            ("summarise", lambda s, c: R.summarise_numpy(s))]
