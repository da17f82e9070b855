"""Check, time and write down: what `make bench` runs after it has built everything.

    python Benchmarks/run.py [--quick] [--output Benchmarks/results.md]

Every program is first compared with the oracle. Then all run in turn, each pinned to one processor,
and processor time is compared round by round: other programs on the machine hit all of them alike.
"""
import argparse
import json
import os
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(HERE, "harness"))

import agreement  # noqa: E402
import machine  # noqa: E402
import processes  # noqa: E402
import results  # noqa: E402

OURS = os.path.join(ROOT, ".build", "release", "BreakevenBenchmarks")
BREAKEVEN = os.path.join(ROOT, ".build", "release", "breakeven")
PEERS = ["numpy", "numexpr", "numba", "jax_fused", "squigglepy", "scipy_qmc"]
STARTED = time.monotonic()


def say(text):
    print(f"{time.monotonic() - STARTED:5.0f} s  {text}", file=sys.stderr, flush=True)


def peer(name, *options):
    return [sys.executable, os.path.join(HERE, "peers", "peer.py"), "--peer", name, *map(str, options)]


def ours(*options):
    return [OURS, *map(str, options)]


def check(peers):
    """Every program against the oracle; stops where one disagrees. Returns rows for the results."""
    report = processes.run_json(ours("check"), check=False)
    rows = [(one["check"], one["distance"], one["allowed"], one["worst"])
            for one in report["agreements"]]
    oracle = agreement.load(os.path.join(HERE, "oracle.json"))
    rows.append(("peers' model", agreement.fixed_points(oracle, os.path.join(HERE, "peers")),
                 agreement.FIXED_POINTS_ALLOWED, "fixed points"))
    for name in peers:
        draws = 1 << 16
        found = processes.run_json(
            peer(name, "--companies", 1, "--draws", draws, "--cold", "--summary"))
        worst, apart = agreement.distance(oracle, found["summary"], draws)
        rows.append((f"{name}, standard errors", apart, agreement.STANDARD_ERRORS_ALLOWED, worst))
    wrong = [row for row in rows if not row[1] <= row[2]]
    if wrong:
        raise SystemExit("programs disagree with the oracle:\n" + "\n".join(map(str, wrong)))
    return rows


def jobs(**options):
    return ours("jobs", *[part for name, value in options.items() for part in (f"--{name}", value)])


def scaling(quick):
    """Processor time by companies and draws on one thread, wall time by threads."""
    rounds = 1 if quick else 3
    companies = [100, 1000] if quick else [100, 1000, 10000]
    draws = [4096, 16384, 65536]
    by_companies = processes.interleaved(
        {n: jobs(companies=n) for n in companies}, rounds)
    by_draws = processes.interleaved(
        {n: jobs(companies=max(20, (1 << 22 if not quick else 1 << 20) // n), draws=n)
         for n in draws}, rounds)
    pairs = []
    for _ in range(3 if quick else 9):
        one, two = (processes.run_json(jobs(companies=1000, threads=n))["jobs_wall_s"]
                    for n in (1, 2))
        # What the machine has to give at the moment: two processes with half the work each.
        halves = max(half["jobs_wall_s"]
                     for half in processes.run_together([jobs(companies=500, threads=1)] * 2))
        pairs.append((one / two, one / halves))
    return by_companies, by_draws, pairs


def product(rounds):
    """Whole commands from text files, the store and all, as a user runs them; after each round numpy
    with as many models as `evaluate` ran."""
    found = {"evaluate": [], "numpy": [], "compare": [], "report": []}
    jobs = 0
    for _ in range(rounds):
        for name in found:
            folder = tempfile.mkdtemp(prefix="breakeven-bench-")
            try:
                if name == "numpy":
                    command = peer("numpy", "--companies", jobs, "--cold")
                else:
                    command = [BREAKEVEN, "--quiet", name]
                    command += {"compare": ["cloudwalk", "yitu", "iflytek"],
                                "evaluate": ["--format", "json"],
                                "report": ["--output", os.path.join(folder, "report")]}[name]
                    command += ["--store", os.path.join(folder, "runs.sqlite"),
                                "--models", os.path.join(ROOT, "Models")]
                output, wall, spent = processes.run(command)
                if name == "evaluate":
                    jobs = sum("trace" in path for company in json.loads(output)["companies"]
                               for path in company["paths"])
                found[name].append({"process_wall_s": wall, "process_cpu_s": spent, "jobs": jobs})
            finally:
                shutil.rmtree(folder)
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true", help="fewer rounds, smaller jobs")
    arguments.add_argument("--rounds", type=int)
    arguments.add_argument("--peers", default=",".join(PEERS))
    arguments.add_argument("--output", default=os.path.join(HERE, "results.md"))
    given = arguments.parse_args()
    os.chdir(ROOT)
    peers = [name for name in given.peers.split(",") if name]
    rounds = given.rounds or (3 if given.quick else 7)
    companies = 8 if given.quick else 20
    found = {"quick": given.quick, "companies": companies, "rounds": rounds, "peers": peers}
    found["machine"] = machine.describe(ROOT)
    loads = [machine.load()]

    say("comparing every program with the oracle")
    found["checks"] = check(peers)
    say("timing them in turn")
    warm = {"breakeven": ours("pass", "--companies", companies, "--passes", 25)}
    warm |= {name: peer(name, "--companies", companies) for name in peers}
    found["warm"] = processes.interleaved(warm, rounds, say)
    loads.append(machine.load())
    say("the model part at each level")
    found["model"] = processes.interleaved({"model": ours("model")}, rounds)["model"]
    say("cold starts")
    cold = {"breakeven": ours("pass", "--companies", companies, "--cold")}
    cold |= {name: peer(name, "--companies", companies, "--cold") for name in peers}
    found["cold"] = processes.interleaved(cold, 2 if given.quick else 5)
    found["product"] = product(3 if given.quick else 7)
    loads.append(machine.load())
    say("companies, draws, threads")
    found["scaling"] = scaling(given.quick)
    say("the large job")
    found["large"] = processes.run_json(
        jobs(companies=1000 if given.quick else 10000, paths=4, threads=2))
    loads.append(machine.load())
    if not given.quick:
        say("plain draws and Sobol points")
        found["sampling"] = processes.run_json(
            ours("quasi-monte-carlo", "--chart", os.path.join("docs", "quasi-monte-carlo.svg")))
    found["loads"] = loads
    with open(given.output, "w") as file:
        file.write(results.page(found))
    say(f"wrote {os.path.relpath(given.output, ROOT)}")


if __name__ == "__main__":
    main()
