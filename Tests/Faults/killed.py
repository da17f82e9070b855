"""Sudden death, and asking to end, at random moments of evaluate, report and runs delete."""
import os
import signal
import time

import reports
from program import KILLED, Table, expect, is_signal

# SIGKILL half of the time, since nobody can prepare for it.
SIGNALS = [signal.SIGKILL, signal.SIGINT, signal.SIGKILL, signal.SIGTERM]
# How long a command may take to end when asked to; the machine may be busy.
SECONDS_TO_END = 2.0
FORMS = [("markdown", "en"), ("html", "en"), ("markdown", "zh-Hant")]


class Killed:
    """Rounds on one place, whose store and report go from round to round."""

    def __init__(self, place, reference, tables):
        self.place, self.reference, self.tables = place, reference, tables
        place.clear()
        reference.copy(place.store)
        self.sure = set(reference.digests)
        self.strangers = reports.Strangers(place.report)
        place.succeed(*place.write_report(1))
        # How long each command takes, and how long of that it writes.
        self.lengths = {}
        for kind in ("evaluate", "report", "delete"):
            command, _, gone = self.command(kind)
            process = place.start(*command)
            begins = self.wait_for_writing(process, kind)
            ended = place.finish(process)
            self.sure -= set(gone)
            self.lengths[kind] = (ended.seconds, max(0.02, ended.seconds - begins))
        self.sure = set(reference.check(place, (), reference.digests))

    def command(self, kind):
        """A command, the runs that it may store, and those that it may delete."""
        place, seed = self.place, self.place.random.choice(sorted(self.reference.evaluated))
        if kind == "evaluate":
            return place.evaluate(seed), [self.reference.evaluated[seed]], []
        if kind == "report":
            form, language = place.random.choice(FORMS)
            # Stored anew, or taken from the store.
            fresh = place.random.choice([["--fresh"], []])
            return (place.write_report(seed, form, language) + fresh,
                    [self.reference.reported[seed]], [])
        count = place.random.choice([1, 1, 3])
        gone = place.random.sample(sorted(self.sure), min(count, len(self.sure)))
        return ["runs", "delete", *gone], [], gone

    def signs(self, kind):
        """What shows that a command has begun to write: the store's journal grows, or the folder is
        there that a report is written to."""
        try:
            entries = list(os.scandir(self.place.work))
            if kind == "report":
                return [entry.name for entry in entries if ".breakeven-" in entry.name]
            return [entry.stat().st_size for entry in entries if entry.name.endswith("-wal")]
        except FileNotFoundError:
            return None

    def wait_for_writing(self, process, kind):
        """Waits until a command begins to write; gives the seconds since its start."""
        began = self.signs(kind)
        while process.poll() is None and self.signs(kind) in (began, None, [0]):
            time.sleep(0.0002)
        return time.monotonic() - process.began

    def round(self, kind, number):
        place, random = self.place, self.place.random
        if kind == "delete" and not self.sure:
            self.reference.copy(place.store)
            self.sure = set(self.reference.digests)
        if kind == "evaluate" and random.random() < 0.1:
            # A store that isn't there yet is made.
            for end in ("", "-wal", "-shm"):
                place.store.with_name(place.store.name + end).unlink(missing_ok=True)
            self.sure = set()
        command, new, gone = self.command(kind)
        whole, changing = self.lengths[kind]
        process = place.start(*command)
        if random.random() < 0.5:
            time.sleep(random.uniform(0, whole))
        else:
            self.wait_for_writing(process, kind)
            time.sleep(random.uniform(0, changing))
        was_running = process.poll() is None
        asked = time.monotonic()
        if was_running:
            process.send_signal(number)
        ended = place.finish(process, 60)
        table = self.tables[kind]
        if was_running and is_signal(ended.code, number):
            table.note(signal.Signals(number).name)
            if number != signal.SIGKILL:
                took = time.monotonic() - asked
                table.most("longest end, ms", round(1000 * took))
                expect(took < SECONDS_TO_END, f"took {took:.1f} s to end")
        else:
            # It had done its work before the signal came.
            table.note("ended before")
            expect(ended.code == 0, str(ended))
        self.hold(ended, kind, new, gone)

    def hold(self, ended, kind, new, gone):
        """What must be true after every round."""
        place, reference = self.place, self.reference
        if ended.code != KILLED:
            expect(not place.leftovers(), f"left behind: {place.leftovers()}")
        stored, deleted = ended.announced("Stored"), ended.announced("Deleted")
        sure = (self.sure | stored) - set(gone)
        there = reference.check(place, sure, set(new) | (set(gone) - deleted))
        self.sure = there
        for run in stored or list(there)[:1]:
            reference.check_shown(place, run)
        if kind != "report":
            return
        told = reports.check(place.report, self.strangers)
        expect(told in reference.reported.values(), f"a report of {told}, which nobody asked for")
        if b"Wrote " in ended.errors:
            expect(told == new[0], "the report that was announced isn't there")
        if place.leftovers():
            self.tables["leftovers"].round(self.clean)

    def clean(self):
        """The next report removes what a report that was killed left."""
        place = self.place
        place.succeed(*place.write_report(1), "--fresh")
        self.sure |= {self.reference.reported[1]}
        reports.check(place.report, self.strangers)
        expect(not place.leftovers(), f"not removed: {place.leftovers()}")


def run(places, reference, rounds, each):
    """Counts so many rounds over three commands; `each` spreads work over places."""
    tables = {
        "evaluate": Table("killed: evaluate"), "report": Table("killed: report"),
        "delete": Table("killed: runs delete"),
        "leftovers": Table("└ the next report removes what was left"),
    }

    def work(place, numbers):
        killed = Killed(place, reference, tables)
        for number in numbers:
            kind = ("evaluate", "report", "delete")[number % 3]
            if not tables[kind].round(killed.round, kind, SIGNALS[number // 3 % 4]):
                # One fault is one failure, not one in every round from here on.
                killed = Killed(place, reference, tables)

    each(places, work, range(rounds))
    return list(tables.values())
