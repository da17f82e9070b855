"""Command lines for a case: what people type, and what they shouldn't."""

SETS = [
    "0", "-1", "1.5", "21", "1e-15", "1e22", "1e308", "-1e308", "uniform(0.99, 1.2)", "nan", "inf", "", "1 to 2",
    "2 to 1", "normal(0, 1e300)", "discrete({0: 1, 1: 1})", "truncate(1 to 2, 50, 60)", "40%", "−5%", "2bn", ">54",
    "120,000,000", "bernoulli(0.5)", "5e-324", "x", "1e-300 to 1e300", "student_t(1, 0, 1e200)", "beta(0.01, 0.01)",
]
AXES = ["0.1..0.4:4", "1..2", "1e-15..1e22:3", "-1..1:2", "1,2,3", "0..0", "nan..1", "1..2:51", "1e308..-1e308:2", ""]
GOALS = ["odds>=50%", "odds>=0", "odds>=100%", "runway>=24", "runway>=1e22", "break_even_year<=2028", "x>=1", "odds>=nan", "odds<=-1"]
SETTINGS = [
    "as_of=2025-12-31", "as_of=0001-01-01", "as_of=9999-12-31", "horizon=2032", "horizon=2026", "horizon=1e22", "horizon=2076",
    "discount_rate=12%", "discount_rate=-50%", "discount_rate=-1", "weights=headroom:2,cash_cover:1", "weights=headroom:0",
    "weights=headroom:1e308,cash_cover:1e308", "weights=cash_cover>headroom", "k=4", "heads=1e22", "scenario=low", "scenario=x",
]
WRONG = {
    "--draws": ["0", "1", "3", "-2", "16777217", "9223372036854775808", "x", "", "64.0", "1e3", "2"],
    "--seed": ["0", "-1", "18446744073709551615", "18446744073709551616", "x", "1e3"],
    "--threads": ["0", "-1", "1", "2", "16", "1024", "1025", "x"],
    "--as-of": ["0001-01-01", "9999-12-31", "2025-02-30", "2024-02-29", "2026-06-30", "x", "", "2025", "1999-12-31"],
    "--sampler": ["sobol", "random", "x"],
    "--scenario": ["low", "x", "", "../low"],
    "--path": ["medical-ai", "x", "", "../../x"],
    "--language": ["en", "zh-Hant", "zh-Hans", "x", "", "../x"],
    "--color": ["auto", "always", "never", "x"],
    "--models": ["Models", "nowhere", "", "/dev/null", "Models/companies", "Models/study.yaml"],
    "--store": ["x.sqlite", "", "nowhere/x.sqlite", "Models/study.yaml", "Models"],
}


def lines(base, chance, mutated):
    """The command lines of a case, run one after the other on one store."""
    company, other = chance.sample(base.companies, 2)
    path = chance.choice(base.paths)
    name = chance.choice(base.inputs)
    form = chance.choice(["json", "csv", "table", "markdown"])
    note = chance.choice(["terminal", "markdown"])
    draws = ["--draws", chance.choice(["64", "64", "128", "256"])]
    plans = [
        [["model", "check"]],
        [["model", "check"], ["evaluate", *draws, "--format", form]],
        [["evaluate", *draws, "--format", "json"]],
        [["evaluate", company, *draws, "--format", form]],
        [["evaluate", *draws, "--format", "csv"], ["runs", "list", "--format", form], ["evaluate", *draws]],
        [["compare", company, other, *draws, "--format", form]],
        [["explain", company, *draws, "--format", note]],
        [["explain", company, path, *draws, "--format", note]],
        [["report", *draws, "--output", "out", "--format", chance.choice(["markdown", "html"])]],
        [["whatif", company, f"{name}{chance.choice(['=', '*=', '+=', '-='])}{chance.choice(SETS)}", *draws, "--format", form]],
        [["whatif", chance.choice(SETTINGS), *draws, "--format", form]],
        [["whatif", company, "--table", f"{name}={chance.choice(AXES)}", *draws, "--format", form]],
        [["whatif", company, "--goal", chance.choice(GOALS), *draws, "--format", form]],
        [["whatif", f"{company}.{chance.choice(['cash', 'round', 'revenue', 'operating_income'])}="
          f"{chance.choice(SETS)}{chance.choice(['', ' CNY', ' USD FY2025', ' in 2027'])}", *draws, "--format", form]],
        [["brief", *draws]],
        [["facts", chance.choice(["list", "todo", "conflicts"]), "--format", form]],
        [["facts", "list", company, "--format", form]],
        [["nowcast", company, "--format", form]],
        [["inputs", company, "--format", form]],
        [["scenarios", "--format", form]],
        [["companies", "--format", form], ["paths", "--format", form], ["sources", "--format", form]],
        [["model", "run", path, "--company", company, *draws]],
        [["model", "show", path]],
        [["research", company, *draws, "--format", form]],
        [["robust", company, *draws, "--format", form]],
        [["ahead", company, *draws, "--format", form]],
        [["backtest", "--format", form]],
    ]
    weights = [4, 2, 6, 3, 2, 3, 2, 2, 3, 3, 2, 2, 1, 3, 2, 2, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 0.3]
    plan = [list(line) for line in chance.choices(plans, weights)[0]]
    for line in plan:
        takes_draws = "--draws" in line
        line += ["--models", "Models", "--store", "runs.sqlite"]
        if chance.random() < 0.2:
            line += ["--language", chance.choice(["zh-Hant", "zh-Hans"])] if "--format" in line else []
        if mutated:
            for _ in range(chance.choice([1, 1, 2])):
                mutate(line, base, takes_draws, chance)
    return plan


def mutate(line, base, takes_draws, chance):
    """Does one thing to a command line."""
    what = chance.randrange(8)
    if what <= 2 and takes_draws:
        line += ["--set", f"{chance.choice(base.inputs)}={chance.choice(SETS)}"]
    elif what <= 4:
        option = chance.choice(sorted(WRONG))
        line += [option, chance.choice(WRONG[option])]
    elif what == 5:
        line.insert(chance.randrange(1, len(line) + 1), chance.choice(
            ["", "-", "--", "x", "\u202e", "\x1b[31m", "--x", "-x", "=", "../..", "名", "1e308", "--help", "--verbose", "-q"]))
    elif what == 6 and len(line) > 2:
        del line[chance.randrange(1, len(line))]
    else:
        line += ["--output", chance.choice(["out", "result", "nowhere/x", "", "Models/study.yaml", "runs.sqlite", "/dev/null", "."])]
