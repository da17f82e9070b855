"""Bytes of a store that are others than were written, and files that were cut off."""
import os

from program import CANNOT_READ, CANNOT_WRITE, MISSING, Table, expect
from stores import connection

PAGE = 4096


def flip(random, data):
    """One to eight bits anywhere."""
    for _ in range(random.randint(1, 8)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def scribble(random, data):
    """A stretch of random bytes."""
    start = random.randrange(len(data))
    length = min(random.choice([4, 64, 1000]), len(data) - start)
    data[start:start + length] = random.randbytes(length)


def blank(random, data):
    """A page of zeros, as a disk leaves them that lost power."""
    start = random.randrange(0, len(data), PAGE)
    data[start:start + PAGE] = bytes(len(data[start:start + PAGE]))


def swap(random, data):
    """Two pages in each other's place."""
    one, other = (random.randrange(0, len(data), PAGE) for _ in range(2))
    data[one:one + PAGE], data[other:other + PAGE] = data[other:other + PAGE], data[one:one + PAGE]


def cut(random, data):
    """The end is missing."""
    del data[random.randrange(len(data)):]


def head(random, data):
    """Bytes of the first page, where SQLite keeps what it needs to read the others."""
    for _ in range(random.randint(1, 4)):
        data[random.randrange(min(len(data), 300))] = random.randrange(256)


KINDS = [flip, flip, scribble, scribble, blank, swap, cut, head]


class Damaged:
    """Commands on damaged stores: no crash, a documented exit, and never another answer."""

    def __init__(self, place, reference, table):
        self.place, self.reference, self.table = place, reference, table
        with connection(reference.path) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.whole = reference.path.read_bytes()
        self.answer = place.succeed(*place.evaluate(1), store=place.folder / "other.sqlite").output
        # What an earlier run in the store would be taken for.
        self.asked = ["evaluate", "--draws", "64", "--seed", "2"]
        self.taken = place.succeed(*self.asked, store=place.folder / "other.sqlite").output

    def round(self):
        place, random = self.place, self.place.random
        place.clear()
        data = bytearray(self.whole)
        kind = random.choice(KINDS)
        kind(random, data)
        place.store.write_bytes(data)
        run = random.choice(sorted(self.reference.shown))
        for command, right in random.sample([
                (["runs", "list"], None),
                (["runs", "show", run, "--format", "json", "--quiet"], self.reference.shown[run]),
                (place.evaluate(1), self.answer), (self.asked, self.taken),
                (["runs", "delete", run], None), (place.write_report(3), None)], 3):
            ended = place.run(*command)
            self.table.note(f"exit {ended.code}")
            expect(ended.code in (0, CANNOT_WRITE, CANNOT_READ, MISSING), f"{kind.__name__}: {ended}")
            is_answer = ended.code == 0 or command[0] == "evaluate"
            if right is not None and is_answer:
                expect(ended.output == right, f"{kind.__name__}: another answer: {ended}")
        expect(not os.listdir(place.temporary), "left behind")


def run(places, reference, rounds, each):
    table = Table("damaged pages, 3 commands each")

    def work(place, numbers):
        damaged = Damaged(place, reference, table)
        for _ in numbers:
            table.round(damaged.round)

    each(places, work, range(rounds))
    return [table]
