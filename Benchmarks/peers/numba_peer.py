"""Sampling and one loop over the draws, compiled with fastmath; np.quantile.

`cache=True` leaves a `__pycache__`: delete it to see the first start.
"""
import math

import numba as nb
import numpy as np

import reference_model as R


def make(m, seed):
    kinds = {"lognormal": 0, "normal": 1, "uniform": 2, "triangular": 3, "pert": 4}

    @nb.njit(fastmath=True, error_model="numpy", cache=True)
    def draw(rng, kind, prm, x):
        for j in range(kind.shape[0]):
            p = prm[j]
            for i in range(x.shape[1]):
                if kind[j] == 0:
                    x[j, i] = rng.lognormal(p[0], p[1])
                elif kind[j] == 1:
                    x[j, i] = rng.normal(p[0], p[1])
                elif kind[j] == 2:
                    x[j, i] = rng.uniform(p[0], p[1])
                elif kind[j] == 3:
                    x[j, i] = rng.triangular(p[0], p[1], p[2])
                else:
                    x[j, i] = p[0] + (p[2] - p[0]) * rng.beta(p[3], p[4])

    @nb.njit(fastmath=True, error_model="numpy", cache=True)
    def model(x, out):
        for i in range(x.shape[1]):
            (mau0, cap, g, q0, qg, free, com, lmax, mid, k, fill, ctr0, fat, cpc0, cpcg, cost0,
             fall, floor, tok, loss, partner, opex0, opexg, other) = (
                x[0, i], x[1, i], x[2, i], x[3, i], x[4, i], x[5, i], x[6, i], x[7, i], x[8, i],
                x[9, i], x[10, i], x[11, i], x[12, i], x[13, i], x[14, i], x[15, i], x[16, i],
                x[17, i], x[18, i], x[19, i], x[20, i], x[21, i], x[22, i], x[23, i])
            cum = 0.0
            be = 2031.0
            mau = 0.0
            for y in range(6):
                t = float(y)
                mau = cap / (1.0 + (cap / mau0 - 1.0) * math.exp(-g * t))
                load = lmax / (1.0 + math.exp(-k * (t - mid)))
                users = mau * math.exp(-loss * load)
                queries = users * (12.0 * q0) * math.exp(qg * t)
                rev = (queries * (free * com * fill) * load * (ctr0 * math.exp(-fat * load))
                       * (cpc0 * math.exp(cpcg * t)))
                uc = max(cost0 * (1.0 - fall) ** t, cost0 * floor) * math.exp(tok * t)
                con = rev * (1.0 - partner) - queries * uc - users * other
                profit = con - opex0 * math.exp(opexg * t)
                cum += profit
                if profit > 0.0 and be > 2030.5:
                    be = 2025.0 + t
                out[1 + y, i] = rev
                out[7 + y, i] = con
                out[13 + y, i] = cum
            out[0, i] = mau
            out[19, i] = be

    rng = np.random.default_rng(seed)
    kind = np.array([kinds[k] for _, k, _ in R.INPUTS], dtype=np.int64)
    x = np.empty((R.D, m))
    out = np.empty((R.K, m))

    def dr(s, c):
        prm = np.zeros((R.D, 5))
        for j, (n, k, p) in enumerate(R.company_inputs(c)):
            if k == "lognormal":
                prm[j, :2] = R.lognormal_mu_sigma(*p)
            else:
                prm[j, :len(p)] = p
                if k == "pert":
                    prm[j, 3:5] = R.pert_ab(*p)
        draw(rng, kind, prm, x)
        return x

    def ev(s, c):
        model(s, out)
        return out
    return [("draw", dr), ("eval", ev), ("summarise", lambda s, c: R.summarise_numpy(s))]
