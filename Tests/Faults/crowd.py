"""Two writers and ten readers of one store for some minutes."""
import random
import threading
import time

from program import MISSING, Failure, Table, expect

READERS = 10


class Crowd:
    """All of them at once on one place."""

    def __init__(self, place, reference, minutes, table):
        self.place, self.reference, self.table = place, reference, table
        place.clear()
        reference.copy(place.store)
        self.end = time.monotonic() + 60 * minutes
        self.sure = {}

    def writer(self, seeds, dice):
        """Stores and deletes the runs of its own seeds, and knows at the end which must be there."""
        there = {run: True for seed in seeds for run in
                 (self.reference.evaluated[seed], self.reference.reported[seed])}
        while time.monotonic() < self.end:
            self.table.round(self.write, dice, seeds, there)
        self.sure.update(there)

    def write(self, dice, seeds, there):
        seed = dice.choice(seeds)
        run = self.reference.evaluated[seed]
        if there[run] and dice.random() < 0.5:
            ended = self.place.run("runs", "delete", run)
            expect(ended.code == 0, str(ended))
            there[run] = False
        else:
            ended = self.place.run(*self.place.evaluate(seed))
            expect(ended.code == 0 and ended.announced("Stored") == {run}, str(ended))
            there[run] = True
        self.table.note("writes")

    def reader(self, dice):
        while time.monotonic() < self.end:
            self.table.round(self.read, dice)

    def read(self, dice):
        """What is shown is what was stored; a run that was just deleted isn't found."""
        run = dice.choice(sorted(self.reference.shown))
        if dice.random() < 0.3:
            ended = self.place.run("runs", "list", "--format", "json")
            expect(ended.code == 0, str(ended))
        else:
            ended = self.place.run("runs", "show", run, "--format", "json", "--quiet")
            expect(ended.code in (0, MISSING), str(ended))
            if ended.code == 0:
                expect(ended.output == self.reference.shown[run], f"{run} is shown otherwise")
        self.table.note("reads")

    def run(self):
        threads = []
        seeds = sorted(self.reference.evaluated)
        half = len(seeds) // 2
        for number, own in enumerate((seeds[:half], seeds[half:])):
            threads.append(threading.Thread(
                target=self.writer, args=(own, random.Random(f"writer {number}"))))
        for number in range(READERS):
            threads.append(threading.Thread(
                target=self.reader, args=(random.Random(f"reader {number}"),)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.table.round(self.hold)

    def hold(self):
        there = self.reference.check(self.place, {run for run, is_there in self.sure.items() if is_there})
        if there != {run for run, is_there in self.sure.items() if is_there}:
            raise Failure("a run that was deleted is there")


def run(place, reference, minutes):
    table = Table(f"two writers, ten readers, {minutes:g} minutes")
    Crowd(place, reference, minutes, table).run()
    return [table]
