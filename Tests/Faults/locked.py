"""A store that another program keeps to itself, and one that may only be read."""
import os
import signal
import threading
import time

import reports
from program import CANNOT_WRITE, Table, expect
from stores import connection

# A store's patience in seconds, and what a busy machine may add.
PATIENCE, SLACK = 5, 4
NOBODY = 65534


def waits(place, reference):
    """While another writes, a writer waits as long as its message says and keeps its answer; readers
    read."""
    place.clear()
    reference.copy(place.store)
    answer = place.succeed(*place.evaluate(1), store=place.folder / "other.sqlite").output
    with connection(place.store) as db:
        db.execute("BEGIN EXCLUSIVE")
        for command in (place.evaluate(1), ["runs", "delete", reference.evaluated[2]]):
            ended = place.run(*command)
            expect(ended.code == CANNOT_WRITE, str(ended))
            expect(b"kept busy by another program for more than 5 seconds" in ended.errors, str(ended))
            expect(PATIENCE - 0.5 < ended.seconds < PATIENCE + SLACK, f"waited {ended.seconds:.1f} s")
            if command[0] == "evaluate":
                expect(ended.output == answer, "the answer was lost")
        ended = place.succeed("runs", "list")
        expect(ended.seconds < SLACK, f"a reader waited {ended.seconds:.1f} s")
        db.execute("ROLLBACK")
    reference.check(place, reference.digests)


def waits_for_all(place, reference):
    """Where another program lets nobody read, readers wait and say so too."""
    place.clear()
    reference.copy(place.store)
    with connection(place.store) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("UPDATE run SET title = title")
        db.execute("COMMIT")
        ended = place.run("runs", "list")
        expect(ended.code == CANNOT_WRITE, str(ended))
        expect(PATIENCE - 0.5 < ended.seconds < PATIENCE + SLACK, f"waited {ended.seconds:.1f} s")
    reference.check(place, reference.digests)


def gets_its_turn(place, reference):
    """A lock that is let go in time loses nothing."""
    place.clear()
    reference.copy(place.store)
    place.succeed("runs", "delete", reference.evaluated[1])
    db = connection(place.store, check_same_thread=False).__enter__()
    db.execute("BEGIN EXCLUSIVE")
    held = place.random.uniform(1, 3)
    timer = threading.Timer(held, lambda: db.execute("ROLLBACK"))
    timer.start()
    ended = place.run(*place.evaluate(1))
    timer.join()
    db.close()
    expect(ended.code == 0, str(ended))
    expect(ended.announced("Stored") == {reference.evaluated[1]}, str(ended))
    reference.check(place, reference.digests)


class ReadOnly:
    """A store and a report that may only be read, by somebody who isn't the administrator."""

    def __init__(self, place, reference):
        self.place, self.reference = place, reference
        place.clear()
        reference.copy(place.store)
        self.strangers = reports.Strangers(place.report)
        place.succeed(*place.write_report(1), "--fresh")
        for path in (place.folder, place.models.parent, place.models):
            path.chmod(0o755)
        place.temporary.chmod(0o777)
        self.modes(0o444, 0o555)

    def modes(self, file, folder):
        for parent, _, names in os.walk(self.place.work):
            os.chmod(parent, folder)
            for name in names:
                os.chmod(os.path.join(parent, name), file)

    @staticmethod
    def leave_office():
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    def run(self, *arguments):
        return self.place.run(*arguments, prepare=self.leave_office)

    def hold(self):
        place, reference = self.place, self.reference
        before = reports.files(place.work)
        ended = self.run("runs", "list", "--format", "json")
        expect(ended.code == 0, str(ended))
        run = place.random.choice(sorted(reference.shown))
        ended = self.run("runs", "show", run, "--format", "json", "--quiet")
        expect(ended.code == 0 and ended.output == reference.shown[run], str(ended))
        answer = place.succeed(*place.evaluate(2), store=place.folder / "other.sqlite").output
        ended = self.run(*place.evaluate(2))
        expect(ended.code == CANNOT_WRITE and ended.output == answer, str(ended))
        for command in (["runs", "delete", run], place.write_report(2)):
            ended = self.run(*command)
            expect(ended.code == CANNOT_WRITE, str(ended))
        self.interrupt()
        expect(reports.files(place.work) == before, "a file changed that may only be read")
        expect(not place.leftovers(), f"left behind: {place.leftovers()}")

    def interrupt(self):
        """Asked to end, a reader leaves no copy behind."""
        place = self.place
        process = place.start("runs", "list", prepare=self.leave_office)
        time.sleep(place.random.uniform(0, 0.1))
        process.send_signal(signal.SIGTERM)
        ended = place.finish(process)
        expect(ended.code in (0, 143, -signal.SIGTERM), str(ended))


def read_only(place, reference):
    case = ReadOnly(place, reference)
    try:
        case.hold()
    finally:
        case.modes(0o644, 0o755)


def run(places, reference, rounds, each):
    steps = {
        "locked: a writer waits, its answer is kept": waits,
        "locked: nobody may read": waits_for_all,
        "locked: let go in time": gets_its_turn,
        "read-only store and report": read_only,
    }
    tables = {name: Table(name) for name in steps}

    def work(place, numbers):
        for _ in numbers:
            for name, step in steps.items():
                tables[name].round(step, place, reference)

    # Each takes as long as a store's patience.
    each(places, work, range(max(1, rounds // 50)))
    return list(tables.values())
