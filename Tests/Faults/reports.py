"""What a report's folder holds, against the report's own list of its files."""
import hashlib
import json
import os

from program import expect

MANIFEST = ".breakeven-report.json"


def files(folder):
    """The SHA-256 of each file below a folder by its path in it."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


class Strangers:
    """Files of somebody else in a report's folder."""

    TEXTS = {"notes.txt": "Not of any report.\n", "companies/mine.md": "# My own page\n",
             ".hidden/deep/data.csv": "a,b\n1,2\n"}

    def __init__(self, folder):
        self.folder = folder
        for name, text in self.TEXTS.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            path.chmod(0o640)
        self.before = self.state()

    def state(self):
        result = {}
        for name in self.TEXTS:
            status = (self.folder / name).stat()
            text = (self.folder / name).read_text()
            result[name] = (text, status.st_mode, status.st_mtime_ns)
        return result

    def check(self):
        for name in self.TEXTS:
            expect((self.folder / name).exists(), f"the stranger's {name} is gone")
        expect(self.state() == self.before, "a stranger's file was changed")


def check(folder, strangers=None):
    """Holds a folder against its manifest: every file that it lists is there and whole, and there is
    nothing else but strangers' files. Gives the run that the report tells of."""
    with open(folder / MANIFEST, "rb") as file:
        manifest = json.load(file)
    theirs = set(strangers.TEXTS) if strangers else set()
    there = {name: sha256 for name, sha256 in files(folder).items()
             if name != MANIFEST and name not in theirs}
    missing, more = set(manifest["files"]) - set(there), set(there) - set(manifest["files"])
    expect(not missing and not more, f"a mixture: without {sorted(missing)[:3]}, with {sorted(more)[:3]}")
    mixed = [name for name in there if there[name] != manifest["files"][name]]
    expect(not mixed, f"a mixture: {sorted(mixed)[:3]} of another report")
    if strangers:
        strangers.check()
    return manifest["run"]
