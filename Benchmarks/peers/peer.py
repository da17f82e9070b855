"""Run the reference model in one peer, and print one line of JSON.

    python peer.py --peer numpy --companies 20 --draws 4096

Work for a company: draw the inputs, evaluate the outputs, then mean, p5, p50 and p95 of each output
and three probabilities; one thread. The time to import and to compile is told apart from the
passes. On a shared machine compare the processor times.
"""
import argparse
import importlib
import json
import os
import statistics
import time

STARTED = time.perf_counter()
# Thread pools are fixed before the libraries are imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_ENABLE_X64", "1")

import reference_model as R  # noqa: E402

PEERS = ["numpy", "numexpr", "numba", "jax", "jax_fused", "squigglepy", "scipy_qmc"]


def peak_memory():
    """The most memory this process held, in MiB; `ru_maxrss` would count its parent's."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM:"))


def run(phases, company, spent):
    """One company through all phases; adds each one's processor seconds to `spent`."""
    state = None
    for name, phase in phases:
        start = time.process_time()
        state = phase(state, company)
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
    return state


def summary(result):
    """What came out, by name, as the oracle names it."""
    mean, quantiles, probabilities = result
    found = {}
    for k, name in enumerate(R.OUTPUTS):
        found[f"mean {name}"] = float(mean[k])
        for label, quantile in zip(("p5", "p50", "p95"), quantiles):
            found[f"{label} {name}"] = float(quantile[k])
    found.update(zip(R.PROBS, (float(p) for p in probabilities)))
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--peer", choices=PEERS, required=True)
    arguments.add_argument("--companies", type=int, default=20)
    arguments.add_argument("--draws", type=int, default=4096)
    arguments.add_argument("--passes", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--cold", action="store_true", help="one pass without a warm-up")
    arguments.add_argument("--summary", action="store_true", help="print company 0's results too")
    given = arguments.parse_args()

    phases = importlib.import_module(f"{given.peer}_peer").make(given.draws, given.seed)
    imported = time.perf_counter() - STARTED
    start = time.perf_counter()
    if not given.cold:
        run(phases, 0, {})
    warm = time.perf_counter() - start

    wall, processor, spent, first = [], [], [], None
    for _ in range(1 if given.cold else given.passes):
        phase_times = {}
        start, start_processor = time.perf_counter(), time.process_time()
        for company in range(given.companies):
            result = run(phases, company, phase_times)
            if company == 0:
                first = result
        wall.append(time.perf_counter() - start)
        processor.append(time.process_time() - start_processor)
        spent.append(phase_times)

    work = given.companies * given.draws
    line = {
        "peer": given.peer, "companies": given.companies, "draws": given.draws,
        "draws_companies_per_s": work / statistics.median(wall),
        "draws_companies_per_cpu_s": work / statistics.median(processor),
        "phase_us_per_company": {
            name: 1e6 * statistics.median(one[name] for one in spent) / given.companies
            for name, _ in phases},
        "import_s": imported, "warmup_s": warm,
        "peak_rss_mb": peak_memory()}
    if given.summary:
        line["summary"] = summary(first)
    print(json.dumps(line))


if __name__ == "__main__":
    main()
