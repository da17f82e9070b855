"""Everything in JAX on the processor, in float64: three jits."""
import jax
import jax.numpy as jnp

import reference_model as R


def make(m, seed):
    key = jax.random.key(seed)

    def prm(c):
        out = []
        for n, k, p in R.company_inputs(c):
            if k == "lognormal":
                out.append(R.lognormal_mu_sigma(*p) + (0.0,))
            else:
                out.append(tuple(p) + (0.0,) * (3 - len(p)))
        return jnp.array(out)

    @jax.jit
    def draw(key, prm):
        x = {}
        ks = jax.random.split(key, R.D)
        for j, (n, k, p) in enumerate(R.INPUTS):
            q = prm[j]
            if k == "lognormal":
                x[n] = jnp.exp(q[0] + q[1] * jax.random.normal(ks[j], (m,)))
            elif k == "normal":
                x[n] = q[0] + q[1] * jax.random.normal(ks[j], (m,))
            elif k == "uniform":
                x[n] = jax.random.uniform(ks[j], (m,), minval=q[0], maxval=q[1])
            elif k == "triangular":
                x[n] = jax.random.triangular(ks[j], q[0], q[1], q[2], (m,))
            else:
                a, b = R.pert_ab(*p)
                x[n] = q[0] + (q[2] - q[0]) * jax.random.beta(ks[j], a, b, (m,))
        return x

    @jax.jit
    def ev(x):
        return jnp.stack(R.evaluate(x, jnp))

    @jax.jit
    def summ(a):
        return a.mean(axis=1), jnp.quantile(a, jnp.array([0.05, 0.5, 0.95]), axis=1), jnp.stack([
            (a[19] <= 2030.0).mean(), (a[18] > 0).mean(), (a[9] > 0).mean()])

    def s3(s, c):
        a, q, p = jax.block_until_ready(summ(s))
        return a, q, p
    return [("draw", lambda s, c: jax.block_until_ready(draw(jax.random.fold_in(key, c), prm(c)))),
            ("eval", lambda s, c: jax.block_until_ready(ev(s))),
            ("summarise", s3)]
