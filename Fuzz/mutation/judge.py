"""Runs command lines and says what is wrong with what they do."""
import csv
import io
import json
import os
import re
import resource
import subprocess
import threading
import time

from . import studies

#: What `breakeven --help` documents; 70 is a bug, and nobody interrupts.
CODES = {0, 1, 2, 64, 65, 66, 73, 74}
MOST_SECONDS, MOST_BYTES, MOST_WALL = 10, 1 << 30, 90
#: Prints what commands print.
IS_LOUD = False

PLACE = re.compile(r"^[^\n]*?[^\s:]:\d+:\d+: (?:\x1b\[[\d;]*m)?error", re.M)
NOT_FINITE = re.compile(r"(?<![\w.\-])[-+−]?(?:nan|inf|infinity)(?![\w.\-])", re.I)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SHARES = {"share", "rank_shares", "break_even_by", "broke_even_then_ran_dry", "states", "states_inside", "states_outside",
          "odds", "probability", "assumption_share", "completeness", "prefers"}


def kind(problem):
    """A problem without what differs from case to case."""
    return re.sub(r"\d[\d.e+-]*", "#", problem.split("\n")[0])[:110]


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (3 * MOST_SECONDS, 3 * MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))


def execute(breakeven, line, folder):
    """Runs one command line: its code, what it printed, its seconds and bytes."""
    environment = {"PATH": os.environ.get("PATH", ""), "TMPDIR": str(folder / "tmp"), "HOME": str(folder), "LANG": "C.UTF-8"}
    out, err = folder / ".out", folder / ".err"
    with open(out, "wb") as stdout, open(err, "wb") as stderr:
        process = subprocess.Popen(
            [breakeven, *line], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            preexec_fn=limit)
        late = threading.Timer(MOST_WALL, process.kill)
        late.start()
        _, status, usage = os.wait4(process.pid, 0)
        is_late = not late.is_alive()
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    printed, told = out.read_bytes(), err.read_bytes()
    out.unlink()
    err.unlink()
    seconds = usage.ru_utime + usage.ru_stime
    return process.returncode, printed, told, seconds, usage.ru_maxrss * 1024, is_late


def run(breakeven, lines, folder, study, options_mutated):
    """Runs the command lines of a case; gives what is wrong, and the exit codes."""
    (folder / "tmp").mkdir(exist_ok=True)
    before = studies.state(folder / "Models")
    problems, codes = [], []
    typed = " ".join(argument for line in lines for argument in line)
    says_no_number = "nan" in typed or "inf" in typed or any(
        NOT_FINITE.search(text) for text in [*map(studies.text_of, study.files.values()), *study.files])
    for line in lines:
        code, printed, told, seconds, size, is_late = execute(breakeven, line, folder)
        codes.append(code)
        if IS_LOUD:
            print(f"--- {line}\n{printed.decode(errors='replace')}--- stderr, exit {code}\n{told.decode(errors='replace')}---")
        say = lambda problem: problems.append(f"{problem} [{' '.join(line)[:160]}]")
        if is_late:
            say(f"no end within {MOST_WALL} s")
            continue
        if code < 0:
            say(f"signal {-code}: {first(told)}")
        elif code not in CODES:
            say(f"exit {code}: {first(told)}")
        if seconds > MOST_SECONDS:
            say(f"takes {seconds:.0f} s")
        if size > MOST_BYTES:
            say(f"takes {size >> 20} MiB")
        for channel, content in (("stdout", printed), ("stderr", told)):
            for problem in texts(content, channel, line, says_no_number):
                say(problem)
        if code in (64, 65, 66, 73, 74):
            told_text = told.decode(errors="replace")
            if not told_text.strip():
                say(f"exit {code} without a word")
            elif code == 65 and not options_mutated and not PLACE.search(told_text) and not names_file(told_text, line):
                say(f"exit 65 without a place: {first(told)}")
        if code == 0 and option(line, "--format") in ("json", "csv") and option(line, "--output") is None and "--help" not in line:
            for problem in data(printed, option(line, "--format")):
                say(problem)
    if studies.state(folder / "Models") != before and "Models" not in written(lines):
        problems.append(f"the study was changed [{lines}]")
    problems += left_behind(folder, lines)
    return problems, codes


def option(line, name):
    """The last value of an option."""
    places = [place for place, word in enumerate(line[:-1]) if word == name]
    return line[places[-1] + 1] if places else None


def written(lines):
    """What command lines were told to write to."""
    return " ".join(str(option(line, name)) for line in lines for name in ("--output", "--store"))


def first(told):
    return told.decode(errors="replace").strip().split("\n")[0][:200]


def names_file(text, line):
    """Whether an error without a place names a file, a folder, or what was typed."""
    words = {part for word in line if not word.startswith("--") for part in re.split(r"[=*+. ]+|-=", word) if part}
    return bool(re.search(r"error: .*(\.yaml|Models|\.sqlite)", text)) or any(
        word in text.split("help:")[0] for word in words)


def texts(content, channel, line, says_no_number):
    try:
        text = content.decode()
    except UnicodeDecodeError:
        yield f"{channel} isn't UTF-8"
        return
    plain = re.sub(r"\x1b\[[\d;]*m", "", text) if "always" in line else text
    if option(line, "--format") == "csv":
        plain = plain.replace("\r\n", "\n")
    found = CONTROL.search(plain)
    if found:
        yield f"{channel} has the control character U+{ord(found.group()):04X}"
    if "Fatal error" in text or "internal error" in text:
        yield f"{channel} says: {first(content)}"
    # A line of a file is shown as far as there is room, and may end within a word.
    said = re.sub(r"(?m)^ *\d+ \| .*$", "", text)
    if not says_no_number and NOT_FINITE.search(said):
        text, at = said, NOT_FINITE.search(said).start()
        yield f"{channel} prints what isn't finite: {text[max(0, at - 60):at + 30]!r}"


def refuse(word):
    raise ValueError(f"{word} is no number")


def data(printed, form):
    """What is wrong with data."""
    text = printed.decode(errors="replace")
    if form == "json":
        try:
            yield from shares(json.loads(text, parse_constant=refuse), [])
        except ValueError as error:
            yield f"no JSON: {error}"
        return
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        yield f"rows of {sorted({len(row) for row in rows})} cells"


def shares(value, path):
    """Numbers that aren't finite, and probabilities outside 0 to 1."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from shares(inner, [*path, key])
    elif isinstance(value, list):
        for inner in value:
            yield from shares(inner, path)
    elif isinstance(value, float) and value in (float("inf"), float("-inf")):
        yield f"{'/'.join(path)} is {value}"
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and SHARES & set(path):
        if path[-1] in ("standard_error", "rank", "grade", "number", "censored_at") or "facts" in path or "unit" in path:
            return
        if path[-1] in ("low", "high", "p5", "p50", "p95", "value", "share", "odds", "probability", "assumption_share"):
            owner = next((key for key in reversed(path) if key in SHARES), None)
            if owner and path[-2:] and not (path[-1] in ("low", "high", "value", "p5", "p50", "p95") and owner == "share"):
                if not -1e-9 <= value <= 1 + 1e-9:
                    yield f"{'/'.join(path)} is {value}, no probability"


def left_behind(folder, lines):
    """Files that nobody asked for."""
    if any(os.scandir(folder / "tmp")):
        yield f"left in the temporary folder: {os.listdir(folder / 'tmp')[:5]} [{lines}]"
    told = written(lines)
    asked = [word.split("/")[0] for word in told.split()]
    strange = [
        name for name in os.listdir(folder)
        if name not in ("Models", "tmp", *asked) and not (
            name.startswith(("runs.sqlite", "breakeven.sqlite", "x.sqlite")) and not name.endswith("-journal"))]
    if strange and "." not in asked:
        yield f"left behind: {sorted(strange)[:5]} [{lines}]"
    for path, _, names in os.walk(folder / "out"):
        for name in names:
            hidden = name.startswith(".") and name != ".breakeven-report.json"
            if hidden or name.endswith((".tmp", "~")) or ".sb-" in name:
                yield f"left in the report: {os.path.join(path, name)}"
            if name.endswith((".svg", ".html")):
                text = open(os.path.join(path, name), encoding="utf-8", errors="replace").read()
                if re.search(r"=\"[^\"<>]*(?<![\w#])-?(?:nan|inf)(?![\w-])[^\"<>]*\"", text):
                    yield f"{name} has a coordinate that isn't finite"
