"""numpy sampling, the model as eight fused expressions."""
import numexpr as ne
import numpy as np

import reference_model as R


def make(m, seed):
    ne.set_num_threads(1)
    rng = np.random.default_rng(seed)
    t = np.arange(R.T, dtype=np.float64)[:, None]
    E = ne.evaluate

    def ev(s, c):
        x = dict(s)
        x["t"] = t
        mau = x["mau"] = E("mau_cap/(1.0+(mau_cap/mau0-1.0)*exp(-growth*t))", x)
        x["load"] = E("load_max/(1.0+exp(-ramp_k*(t-ramp_mid)))", x)
        x["users"] = E("mau*exp(-loss*load)", x)
        x["queries"] = E("users*(12.0*queries0)*exp(queries_g*t)", x)
        revenue = x["revenue"] = E("queries*(free_share*commercial*fill)*load*(ctr0*exp(-fatigue*load))"
                                   "*(cpc0*exp(cpc_g*t))", x)
        a = E("cost0*(1.0-cost_fall)**t", x)
        b = E("cost0*cost_floor", x)
        x["floor_cost"] = E("where(a>b,a,b)", {"a": a, "b": b})
        con = x["con"] = E("revenue*(1.0-partner)-queries*floor_cost*exp(tokens_g*t)-users*other", x)
        profit = E("con-opex0*exp(opex_g*t)", x)
        cum = np.cumsum(profit, axis=0)
        pos = profit > 0.0
        be = np.where(pos.any(axis=0), 2025.0 + pos.argmax(axis=0), 2031.0)
        return ([mau[5]] + list(revenue) + list(con) + list(cum) + [be])
    return [("draw", lambda s, c: R.draw_numpy(rng, c, m)), ("eval", ev),
            ("summarise", lambda s, c: R.summarise_numpy(s))]
