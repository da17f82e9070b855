"""The page of results."""
import os
import statistics

TARGETS = {"numpy": 14, "jax_fused": 8}
RATE = "draws_companies_per_cpu_s"


def spread(values, digits=2, factor=1.0):
    """min / median / max."""
    values = sorted(value * factor for value in values)
    return " / ".join(
        number(value, digits) for value in (values[0], statistics.median(values), values[-1]))


def number(value, digits=2):
    return f"{value:,.{digits}f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


def reached(values, target):
    """Whether the median reaches the target."""
    return "yes" if statistics.median(values) >= target else "no"


def ratios(found):
    warm = found["warm"]
    rows = []
    for name in found["peers"]:
        by_round = [own[RATE] / other[RATE] for own, other in zip(warm["breakeven"], warm[name])]
        target = TARGETS.get(name)
        rows.append([name, f"{target}×" if target else "", spread(by_round, 1) + " ×",
                     reached(by_round, target) if target else ""])
    return table(["against", "target", "min / median / max", "reached"], rows)


def rates(found):
    rows = []
    for name, rounds in found["warm"].items():
        phases = rounds[0]["phase_us_per_company"]
        parts = ", ".join(
            f"{phase} {statistics.median(one['phase_us_per_company'][phase] for one in rounds):,.0f}"
            for phase in phases)
        rows.append([name, spread([one[RATE] for one in rounds], 2, 1e-6), parts,
                     number(statistics.median(one["peak_rss_mb"] for one in rounds), 0)])
    return table(["program", "million draws × companies a second", "µs a company", "MiB"], rows)


def levels(found):
    rows = []
    for level in ("avx512", "avx2", "baseline", "swift"):
        row = [level]
        for program in ("engine", "engine_keeping_all"):
            times = [one[program][level]["median"] for one in found["model"] if level in one[program]]
            row.append(spread(times, 1) if times else "")
        if any(row[1:]):
            rows.append(row)
    return table(["model part, µs a company", "twenty outputs", "every variable kept"], rows)


def cold(found):
    rows = []
    own = found["cold"]["breakeven"]
    for name, rounds in found["cold"].items():
        ratio = [other["process_wall_s"] / one["process_wall_s"] for one, other in zip(own, rounds)]
        rows.append([name, spread([one["process_wall_s"] for one in rounds], 0, 1e3),
                     spread([one["process_cpu_s"] for one in rounds], 0, 1e3),
                     "" if name == "breakeven" else number(statistics.median(ratio), 0) + " ×"])
    return table(["program", "wall ms", "processor ms", "as long as ours"], rows)


def product(found):
    jobs = found["product"]["evaluate"][0]["jobs"]
    names = {"evaluate": ("`evaluate` of all", None),
             "numpy": (f"numpy, {jobs} times the reference model", None),
             "compare": ("`compare` of three companies", 250), "report": ("`report` of all", 1500)}
    rows = []
    for name, runs in found["product"].items():
        title, target = names[name]
        wall = [run["process_wall_s"] for run in runs]
        spent = [run["process_cpu_s"] for run in runs]
        met = "" if target is None else "yes" if statistics.median(wall) * 1e3 < target else "no"
        rows.append([title, f"{target:,} ms" if target else "", spread(wall, 0, 1e3),
                     spread(spent, 0, 1e3), met])
    return table(["command", "target", "wall ms", "processor ms", "reached"], rows)


def scaling(found):
    by_companies, by_draws, pairs = found["scaling"]

    def each(rounds, unit):
        return [unit(one) for one in rounds]

    rows = []
    base = None
    for count, rounds in by_companies.items():
        times = each(rounds, lambda one: (one["processor_s"] - one["once_s"]) / one["companies"] * 1e6)
        base = base or statistics.median(times)
        rows.append([f"{count:,} companies", spread(times, 1) + " µs a company",
                     number(statistics.median(times) / base)])
    base = None
    for count, rounds in by_draws.items():
        times = each(rounds, lambda one: (one["processor_s"] - one["once_s"]) / one["companies"] / one["draws"] * 1e9)
        base = base or statistics.median(times)
        rows.append([f"{count:,} draws", spread(times, 1) + " ns a draw",
                     number(statistics.median(times) / base)])
    rows.append(["two threads, wall", spread([threads for threads, _ in pairs]) + " × as fast as one", ""])
    rows.append(["two processes with half the work each",
                 spread([both for _, both in pairs]) + " × as fast as one", ""])
    return table(["job", "min / median / max", "to the first"], rows)


def sampling(found):
    rows = []
    for row in found["sampling"]["rows"]:
        rows.append([row["quantity"]] + [number(worth, 1) for worth in row["worth"]])
    head = ["quantity"] + [str(count) for count in found["sampling"]["draws"]]
    return table(head, rows)


def page(found):
    large = found["large"]
    loads = ", ".join(f"{load:.1f}" for load in found["loads"])
    lines = ["# Results of the benchmark", "",
             "Written by `make bench`" + (" with `QUICK=1`: fewer rounds, smaller jobs." if found["quick"]
                                          else ".")
             + " Three numbers are min / median / max.", ""]
    lines += table(["", ""], found["machine"] + [("load during the run", loads)])
    lines += ["", "## Against other programs", "",
              f"The reference model, {found['companies']} companies × 4096 draws, 20 outputs: inputs,"
              " model, mean and three quantiles, three probabilities. One processor, processor time;"
              f" the ratios are taken within each of {found['rounds']} rounds in which all run in turn.", ""]
    lines += ratios(found) + [""] + rates(found) + [""] + levels(found)
    lines += ["", "## Cold start", "",
              "The same job once, as a whole process with no warm-up, on one processor.", ""]
    lines += cold(found)
    lines += ["", "Whole commands from text files, with the store, on all processors. There is no NumPy"
              " program of the whole method: the one beside `evaluate` runs the reference model as often as"
              " the study has companies on paths, and leaves out facts, outcomes, ranking, sensitivity, the"
              " trace of every variable, and the store.", ""]
    lines += product(found)
    lines += ["", "## Growth", "", "The reference model with 4096 draws unless said otherwise; processor time, without what is made"
              " once whatever the number of companies (draws, program). Two processes show what the"
              " machine had to give to two threads at the time; others use it too.", ""]
    lines += scaling(found)
    lines += ["",
              f"{large['companies']:,} companies × {large['paths']} paths × {large['draws']:,} draws on"
              f" {large['threads']} threads: {large['processor_s']:.1f} processor seconds,"
              f" {large['wall_s']:.1f} s on the wall, {large['peak_rss_mb']:.0f} MiB at most"
              " (targets: 15 processor seconds, 100 MB for 10,000 companies)."]
    if "sampling" in found:
        lines += ["", "## What Sobol points are worth", "",
                  "The number of plain draws that one scrambled Sobol point replaces, by the number of"
                  f" points; {found['sampling']['seeds']} seeds.", ""]
        lines += sampling(found)
    lines += ["", "## Agreement", "",
              "Checked before anything was timed: relative distances from the oracle's fixed points, and"
              " the farthest figure of Monte Carlo runs in standard errors of the difference.", ""]
    lines += table(["program", "distance", "allowed", "farthest"],
                   [[name, f"{apart:.2g}", f"{allowed:g}", where.replace("|", "\\|")]
                    for name, apart, allowed, where in found["checks"]])
    with open(os.path.join(os.path.dirname(__file__), "..", "one-machine.md")) as file:
        lines += [""] + file.read().splitlines()
    return "\n".join(lines) + "\n"
