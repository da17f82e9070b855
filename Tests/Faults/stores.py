"""What a store holds, read by SQLite alone, against runs that nothing ever disturbed."""
import hashlib
import json
import shutil
import sqlite3
import zlib

from program import Failure, MISSING, expect


def tables(db):
    return [name for name, in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb_%' ORDER BY name")]


def schema(path):
    """The tables, views and indexes of a store in SQL."""
    with connection(path) as db:
        return sorted(sql for sql, in db.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%'"))


class connection:
    """A connection that is closed at the end of `with`."""

    def __init__(self, path, **more):
        self.path, self.more = path, more

    def __enter__(self):
        self.db = sqlite3.connect(self.path, isolation_level=None, **self.more)
        return self.db

    def __exit__(self, *_):
        self.db.close()


def digests(path):
    """For each run of a store a hash of all its rows in all tables, the time of storing apart.

    Raises `Failure` if SQLite finds damage, a row of no run, or a text that isn't what its hash says.
    """
    with connection(path, timeout=30) as db:
        found = [text for text, in db.execute("PRAGMA integrity_check")]
        expect(found == ["ok"], f"integrity_check: {found[:3]}")
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        expect(not orphans, f"foreign_key_check: {orphans[:3]}")
        names = tables(db)
        if "run" not in names:
            return {}
        hashes = {run: hashlib.sha256() for run, in db.execute("SELECT id FROM run")}
        for name in names:
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
            key = "id" if name == "run" else "run_id"
            if key not in columns:
                continue
            kept = [column for column in columns if column != "created_at"]
            rows = db.execute(f"SELECT {key}, {', '.join(kept)} FROM {name} ORDER BY {', '.join(kept)}")
            for run, *row in rows:
                hashes[run].update(repr((name, row)).encode())
        if "model_text" in names:
            for sha256, text in db.execute("SELECT sha256, text FROM model_text"):
                text = zlib.decompress(text)
                if hashlib.sha256(text).hexdigest() != sha256:
                    raise Failure(f"the text {sha256[:8]} is another")
            unneeded, = db.execute("SELECT count(*) FROM model_text WHERE sha256 NOT IN "
                                   "(SELECT sha256 FROM run_file)").fetchone()
            expect(unneeded == 0, f"{unneeded} texts of no run")
        return {run: one.hexdigest() for run, one in hashes.items()}


class Reference:
    """Runs that were stored undisturbed: their rows, and what `runs show` says of each."""

    def __init__(self, place, seeds=(1, 2, 3, 4)):
        self.path = place.folder / "reference.sqlite"
        self.evaluated, self.reported, self.shown = {}, {}, {}
        for seed in seeds:
            ended = place.succeed(*place.evaluate(seed), store=self.path)
            self.evaluated[seed], = ended.announced("Stored")
            report = place.write_report(seed, output=place.folder / "reference")
            ended = place.succeed(*report, store=self.path)
            self.reported[seed], = ended.announced("Stored")
        self.digests = digests(self.path)
        for run in self.digests:
            self.shown[run] = self.show(place, run, self.path)

    @staticmethod
    def show(place, run, store):
        ended = place.succeed("runs", "show", run, "--format", "json", "--quiet", store=store)
        return ended.output

    def copy(self, path):
        """Makes a store with all of the runs."""
        with connection(self.path) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        shutil.copyfile(self.path, path)

    def check(self, place, sure, possible=()):
        """Holds a store against the runs that must be in it and those that may be.

        The program opens it first, as it does after a power cut; gives the ids that are there.
        """
        listed = place.run("runs", "list", "--format", "json")
        if listed.code == MISSING and not sure:
            return set()
        expect(listed.code == 0, str(listed))
        names = {run["id"] for run in json.loads(listed.output)}
        there = digests(place.store)
        expect(names == set(there), f"listed are {sorted(names)}, stored {sorted(there)}")
        lost, made = set(sure) - names, names - set(sure) - set(possible)
        expect(not lost, f"lost: {sorted(lost)}")
        expect(not made, f"nobody stored, or deleted: {sorted(made)}")
        for run, digest in there.items():
            expect(digest == self.digests[run], f"run {run} is not whole")
        return names

    def check_shown(self, place, run):
        """`runs show` says what it says of a run that was never disturbed."""
        expect(self.show(place, run, place.store) == self.shown[run], f"{run} is shown otherwise")
