"""Stores of later and earlier versions, and migrations that are interrupted."""
import hashlib
import json
import signal
import time

from program import CANNOT_READ, KILLED, REPOSITORY, Table, expect
from stores import connection, digests, schema

# What version 0.1.0 made: the tables after two migrations with one run, and its document.
FIXTURES = REPOSITORY / "Tests" / "RunStoreTests" / "Fixtures"
# So many runs that migrating takes a while.
COPIES = 150


def later(place, reference):
    """A store of a later version is read by nobody, and not a byte of it changes."""
    place.clear()
    reference.copy(place.store)
    with connection(place.store) as db:
        db.execute("INSERT INTO grdb_migrations VALUES ('999-of-tomorrow')")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = hashlib.sha256(place.store.read_bytes()).digest()
    answer = place.succeed(*place.evaluate(1), store=place.folder / "other.sqlite").output
    for command in (["runs", "list"], ["runs", "delete", reference.evaluated[1]], place.evaluate(1)):
        ended = place.run(*command)
        expect(ended.code == CANNOT_READ, str(ended))
        expect(b"written by a later version of breakeven" in ended.errors, str(ended))
        if command[0] == "evaluate":
            expect(ended.output == answer, "the answer was lost")
    expect(hashlib.sha256(place.store.read_bytes()).digest() == before, "the store changed")


class Old:
    """An old store that is brought up to date, interrupted or not."""

    def __init__(self, place, table):
        self.place, self.table = place, table
        self.old = place.folder / "old.sqlite"
        if not self.old.exists():
            self.make()
        self.copy()
        ended = place.succeed("runs", "list")
        self.seconds = ended.seconds
        # Undisturbed, and of a store that was always of this version.
        self.digests = digests(place.store)
        new = place.folder / "new.sqlite"
        place.succeed(*place.evaluate(1), store=new)
        self.schema = schema(place.store)
        expect(self.schema == schema(new), "an old store and a new one have other tables")
        shown = place.succeed("runs", "show", self.run, "--format", "json", "--quiet")
        expect(json.loads(shown.output)["companies"], "the old run is empty")

    def make(self):
        with connection(self.old) as db:
            db.executescript((FIXTURES / "store-2.sql").read_text())
            db.execute("PRAGMA journal_mode = WAL")
            self.run, = db.execute("SELECT id FROM run").fetchone()
            db.execute("INSERT INTO run_document VALUES (?, ?)",
                       (self.run, (FIXTURES / "schema-1.json").read_text()))
            names = [name for name, in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb_%'")]
            db.execute("BEGIN")
            for name in sorted(names, key=lambda name: name != "run"):
                columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
                key = "id" if name == "run" else "run_id"
                others = [f'"{column}"' for column in columns if column != key]
                for copy in range(COPIES):
                    db.execute(
                        f"INSERT INTO {name} ({key}, {', '.join(others)}) SELECT ?, {', '.join(others)} "
                        f"FROM {name} WHERE {key} = ?", (f"{copy:012x}", self.run))
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy(self):
        self.place.clear()
        self.place.store.write_bytes(self.old.read_bytes())
        with connection(self.old) as db:
            self.run = max(run for run, in db.execute("SELECT id FROM run"))

    def round(self):
        place = self.place
        self.copy()
        process = place.start("runs", "list")
        time.sleep(place.random.uniform(0, self.seconds))
        process.send_signal(place.random.choice([signal.SIGKILL, signal.SIGTERM]))
        ended = place.finish(process)
        expect(ended.code in (0, KILLED, 143, -signal.SIGTERM), str(ended))
        self.table.note("ended before" if ended.code == 0 else "interrupted")
        with connection(place.store) as db:
            migrations, = db.execute("SELECT count(*) FROM grdb_migrations").fetchone()
        self.table.note(f"after migration {migrations}")
        place.succeed("runs", "list")
        expect(digests(place.store) == self.digests, "a migrated run isn't whole")
        expect(schema(place.store) == self.schema, "other tables")


def run(places, reference, rounds, each):
    tables = [Table("a store of a later version"), Table("killed: migration of an old store")]

    def work(place, numbers):
        old = Old(place, tables[1])
        for number in numbers:
            if number % 10 == 0:
                tables[0].round(later, place, reference)
            tables[1].round(old.round)

    each(places, work, range(max(2, rounds // 5)))
    return tables
