"""The program under test, a place for it to work in, and what may never come of it."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

# The exit codes of `breakeven --help`, and no others.
DOCUMENTED = {0, 1, 2, 64, 65, 66, 70, 73, 74, 130, 143}
BUG = 70
CANNOT_WRITE = 73
CANNOT_READ = 74
MISSING = 66

# A run this small takes a fraction of a second.
DRAWS = "64"


class Failure(Exception):
    """What doesn't hold, in words."""


def expect(holds, text):
    """Raises `Failure` unless something holds."""
    if not holds:
        raise Failure(text)


class Ended:
    """How a command ended."""

    def __init__(self, command, code, output, errors, seconds):
        self.command, self.code, self.seconds = command, code, seconds
        self.output, self.errors = output, errors

    def __str__(self):
        last = self.errors.decode(errors="replace").strip().splitlines()[-1:]
        return f"`{' '.join(self.command[:4])} …` left with {self.code}: {' '.join(last)}"

    def announced(self, verb):
        """The runs that the command said it had stored or deleted."""
        lines = self.errors.decode(errors="replace").splitlines()
        return {line.split()[2].rstrip(".") for line in lines if line.startswith(f"{verb} run ")}


class Place:
    """A folder with a store, a report and a temporary folder of its own, and the tiny study, which
    places have in common: where the models lie is a part of what a run is found again by."""

    def __init__(self, program, seed, models=None):
        self.program = program
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="breakeven-faults-"))
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self.work = self.folder / "work"
        self.work.mkdir(exist_ok=True)
        self.store = self.work / "runs.sqlite"
        self.report = self.work / "report"
        self.models = models or self.folder / "models"
        if not self.models.exists():
            shutil.copytree(REPOSITORY / "Tests" / "TinyStudy" / "Models", self.models)

    def clear(self):
        """Empties the place, but for the study."""
        for folder in (self.work, self.temporary):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *arguments, store=None, folder=None, prepare=None, pipes=True):
        command = [str(self.program), *arguments, "--store", str(store or self.store)]
        if arguments[0] not in ("runs",):
            command += ["--models", str(self.models)]
        environment = dict(os.environ, TMPDIR=str(self.temporary), COLUMNS="80")
        into = subprocess.PIPE if pipes else subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdout=into, stderr=into, stdin=subprocess.DEVNULL, env=environment,
            cwd=folder or self.folder, preexec_fn=prepare)
        process.arguments = list(arguments)
        process.began = time.monotonic()
        return process

    def run(self, *arguments, seconds=120, **more):
        """Runs a command to its end; one that hangs or crashes is a failure."""
        ended = self.finish(self.start(*arguments, **more), seconds)
        expect(ended.code in DOCUMENTED and ended.code != BUG, str(ended))
        return ended

    def succeed(self, *arguments, **more):
        ended = self.run(*arguments, **more)
        expect(ended.code == 0, str(ended))
        return ended

    @staticmethod
    def finish(process, seconds=120):
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failure(f"`{' '.join(process.arguments)}` hung for {seconds} s") from None
        return Ended(process.arguments, process.returncode, output or b"", errors or b"",
                     time.monotonic() - process.began)

    def evaluate(self, seed):
        return ["evaluate", "--fresh", "--draws", DRAWS, "--seed", str(seed)]

    def write_report(self, seed, form="markdown", language="en", output=None):
        return ["report", "--draws", DRAWS, "--seed", str(seed), "--format", form,
                "--language", language, "--output", str(output or self.report),
                *(["--split"] if form == "html" else [])]

    def leftovers(self):
        """What commands that ended have left beside what they were to write."""
        beside = [name for name in os.listdir(self.work) if ".breakeven-" in name]
        return beside + os.listdir(self.temporary)


class Table:
    """The counts of one kind of fault."""

    def __init__(self, name):
        self.name, self.rounds, self.failures, self.notes = name, 0, [], {}
        self.lock = threading.Lock()

    def note(self, what, count=1):
        with self.lock:
            self.notes[what] = self.notes.get(what, 0) + count

    def most(self, what, value):
        """Keeps the largest of values."""
        with self.lock:
            self.notes[what] = max(self.notes.get(what, 0), value)

    def round(self, step, *values):
        """Counts a round, and says whether it held."""
        failed = []
        try:
            step(*values)
        except Failure as failure:
            failed = [str(failure)]
        with self.lock:
            self.failures += failed
            self.rounds += 1
        return not failed


def is_signal(process_code, number):
    """Whether a command ended by a signal, be it that it handled it or that it hadn't begun to."""
    return process_code in (-number, 128 + number)


KILLED = -signal.SIGKILL
