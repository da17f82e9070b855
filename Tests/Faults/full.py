"""A disk that is full, and files that may not grow: a command says so, keeps its answer, and leaves
all as it was."""
import os
import resource
import subprocess

import reports
from program import CANNOT_READ, CANNOT_WRITE, Table, expect
from killed import FORMS

# A disk of our own, in memory, and how much of it may be left over.
SIZE, LEFT = 24 << 20, 1 << 20


class Disk:
    """A small file system in place of a folder; needs the administrator."""

    def __init__(self, folder):
        self.folder = folder

    @staticmethod
    def is_allowed(folder):
        probe = folder / "probe"
        probe.mkdir(exist_ok=True)
        made = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", probe], capture_output=True)
        if made.returncode == 0:
            subprocess.run(["umount", probe], check=True)
        probe.rmdir()
        return made.returncode == 0

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", self.folder], check=True)
        return self

    def fill(self, left):
        """Leaves so many bytes."""
        status = os.statvfs(self.folder)
        free = status.f_bavail * status.f_frsize
        with open(self.folder / "filler", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, free - left))

    def empty(self):
        (self.folder / "filler").unlink()

    def __exit__(self, *_):
        subprocess.run(["umount", self.folder], check=True)


class Full:
    """Commands that lack room."""

    def __init__(self, place, reference, table):
        self.place, self.reference, self.table = place, reference, table
        self.answers = {}

    def command(self):
        """A command with the run that it may store and the one that it may delete."""
        random, reference = self.place.random, self.reference
        seed = random.choice(sorted(reference.evaluated))
        return random.choice([
            (self.place.evaluate(seed), reference.evaluated[seed], None),
            (self.place.write_report(seed, *random.choice(FORMS)) + ["--fresh"],
             reference.reported[seed], None),
            (["runs", "delete", reference.evaluated[seed]], None, reference.evaluated[seed])])

    def prepare(self):
        self.reference.copy(self.place.store)
        strangers = reports.Strangers(self.place.report)
        self.place.succeed(*self.place.write_report(1))
        return strangers

    def hold(self, ended, strangers, gone):
        """What must be true after every round, when there is room again."""
        place = self.place
        self.table.note(f"exit {ended.code}")
        expect(ended.code in (0, CANNOT_WRITE, CANNOT_READ), str(ended))
        expect(ended.code == 0 or b"error: " in ended.errors, f"{ended} without a word")
        if ended.command[0] == "evaluate":
            answer = self.answer(ended.command)
            expect(ended.output == answer, "the answer was lost")
        expect(not place.leftovers(), f"left behind: {place.leftovers()}")
        sure = set(self.reference.digests) - {gone}
        there = self.reference.check(place, sure, {gone} if gone else ())
        expect(ended.code == 0 or gone is None or gone in there, f"{gone} was deleted unannounced")
        told = reports.check(place.report, strangers)
        expect(told in self.reference.reported.values(), f"a report of {told}")

    def answer(self, command):
        key = tuple(command)
        if key not in self.answers:
            self.answers[key] = self.place.succeed(*command, store=self.place.folder / "other.sqlite").output
        return self.answers[key]

    def on_a_full_disk(self):
        place = self.place
        place.clear()
        with Disk(place.work) as disk:
            strangers = self.prepare()
            command, _, gone = self.command()
            disk.fill(place.random.randint(0, LEFT) if place.random.random() < 0.8 else 0)
            ended = place.run(*command)
            disk.empty()
            self.hold(ended, strangers, gone)
            again = place.run(*command)
            expect(again.code in ((0, 66) if gone else (0,)), f"with room: {again}")

    def in_small_files(self):
        place = self.place
        place.clear()
        strangers = self.prepare()
        command, _, gone = self.command()
        limit = place.random.randint(0, LEFT)

        def prepare():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        ended = place.run(*command, prepare=prepare)
        self.hold(ended, strangers, gone)


def run(places, reference, rounds, each):
    tables = [Table("disk full"), Table("files that may not grow")]
    mounts = Disk.is_allowed(places[0].folder)
    if not mounts:
        tables[0].note("skipped: no right to mount")

    def work(place, numbers):
        disk, files = Full(place, reference, tables[0]), Full(place, reference, tables[1])
        for _ in numbers:
            if mounts:
                tables[0].round(disk.on_a_full_disk)
            tables[1].round(files.in_small_files)

    each(places, work, range(max(2, rounds // 5)))
    return tables
