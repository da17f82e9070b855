"""Studies as files in memory, and what can be done to them."""
import os
import pathlib
import re
import shutil
import stat

NUMBERS = [
    "0", "-1", "1", "0.5", "-0.0", "1e308", "-1e308", "1.7e308", "1e22", "-1e22", "1e-15", "5e-324",
    "1e309", "nan", ".nan", "inf", "-.inf", "9223372036854775807", "18446744073709551616", "2147483648",
    "40%", "4000%", "-5%", "2e9", "120000000", "120,000,000", "3.98亿", "1.12bn", "−5", ">54", "0x1F",
    "010", "1_000", "12:30", "1.", ".5", "", "~", "true", "2e-308", "100", "1000000",
]
VALUES = [
    "[]", "{}", "[1, 2]", "{a: 1}", "null", "~", "\"\"", "\"text\"", "text", "&a 1", "*a", "|", "1 to 2",
    "uniform(0.99, 1.2)", "normal(0, 1e308)", "discrete({0: 0.5, 1: 0.5})", "truncate(1 to 2, 5, 6)",
    "bernoulli(0.5)", "2 to 1", "-1e22 to 1e22", "1e-300 to 1e300", "student_t(1)", "beta(0.01, 0.01)",
    "constant", "0 to 1", "1 / 0", "previous", "x" * 300, "\u202e", "\"\\u001b[31m\"", "\u200d", "名稱",
]
DATES = [
    "2025-02-30", "0001-01-01", "9999-12-31", "2026-06-30", "1900", "FY2018", "FY9999", "2099-Q4",
    "TTM-2026-13", "2024-02-29", "2025/2024", "FY2020/FY2025", "2026-H1", "20260101", "yesterday",
]
UNITS = ["USD", "CNY", "EUR", "XXX", "percent", "\"1\"", "user", "CNY/year", "year^1000", "hospital", "1/0"]
NUMBER = re.compile(r"(?<![\w.\-])-?\d+(?:\.\d+)?(?:e-?\d+)?[kMB%]?(?![\w\-])")
DATE = re.compile(r"\b(?:FY|TTM-)?(?:19|20)\d\d(?:-(?:\d\d(?:-\d\d)?|[QH]\d))?\b")
KEY = re.compile(r"([A-Za-z_][\w-]*):(?= )")


class Base:
    """A study that nothing was done to, with the names that command lines need."""

    def __init__(self, name, files, companies, paths, weight):
        self.name, self.files, self.weight = name, files, weight
        self.companies, self.paths = companies, paths
        self.inputs = sorted({
            key for path, content in files.items() if path.startswith("paths/") or path == "company.yaml"
            for key in re.findall(rb"^  ([a-z_]+): *(?:\{unit|$)", content, re.M)})
        self.inputs = [key.decode() for key in self.inputs]


def bases(root):
    """The tiny study, and the one that ships with three of its companies."""
    tiny = read(root / "Tests/TinyStudy/Models")
    for path in ("events.yaml", "company-facts/deep-whale.yaml", "market-facts/china.yaml",
                 "reference-classes/nev.yaml"):
        tiny[path] = (root / "Fuzz/Additions" / path).read_bytes()
    tiny["scenarios/low.yaml"] = (
        b"id: low\ntitle: Low prices\nbecause: a guess\nset:\n"
        b"  ad_price: {times: 0.5, because: half}\n  medical-ai.growth: {to: 1% to 2%, because: slow}\n")
    shipped = read(root / "Models")
    kept = {"cloudwalk", "perplexity", "synyi"}
    shipped = {
        path: content for path, content in shipped.items()
        if not path.startswith(("theses/", "schema/", "README"))
        and (not path.startswith("companies/") or pathlib.PurePath(path).stem in kept)}
    shipped["study.yaml"] = re.sub(rb"^companies:(?:.|\n)*?(?=^\S|\Z)", b"", shipped["study.yaml"], flags=re.M)
    shipped["reference-classes/nev.yaml"] = tiny["reference-classes/nev.yaml"]
    return [
        Base("tiny", tiny, ["cloud-pipe", "hospital-mind", "big-group", "deep-whale"],
             ["medical-ai", "chat-advertising"], 4),
        Base("shipped", shipped, sorted(kept), ["medical-ai", "model-api", "enterprise-projects"], 1),
    ]


def read(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml")) if path.is_file()}


def remove(folder):
    """Removes a folder, whatever was done to the rights inside it."""
    for path, folders, _ in os.walk(folder):
        for name in folders:
            try:
                os.chmod(os.path.join(path, name), 0o700)
            except OSError:
                pass
    shutil.rmtree(folder, ignore_errors=True)


class Study:
    """The files of a case."""

    def __init__(self, base):
        self.base = base
        self.files = dict(base.files)
        #: What is made besides files, by path: `folder`, `pipe`, `loop`, `closed`.
        self.odd = {}

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in self.files.items():
            place = folder / path
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                if place.is_dir():
                    continue
                place.write_bytes(content)
            except (OSError, ValueError):
                continue
        for path, kind in self.odd.items():
            place = folder / path
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                if kind == "closed":
                    os.chmod(place, 0)
                    continue
                if place.is_dir():
                    continue
                place.unlink(missing_ok=True)
                if kind == "folder":
                    place.mkdir()
                elif kind == "pipe":
                    os.mkfifo(place)
                elif kind == "loop":
                    place.symlink_to(place.name)
                elif kind == "dangling":
                    place.symlink_to("nowhere.yaml")
            except (OSError, ValueError):
                continue


def state(folder):
    """What stands in a folder: sizes, times of change and kinds, to see what was touched."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in folders + names:
            place = os.path.join(path, name)
            status = os.lstat(place)
            is_file = stat.S_ISREG(status.st_mode)
            found[os.path.relpath(place, folder)] = (
                stat.S_IFMT(status.st_mode), status.st_size if is_file else 0,
                status.st_mtime_ns if is_file else 0)
    return found


# Mutations

def mutate(study, chance):
    """Does one thing to a study."""
    if not study.files:
        return
    # Most studies should still be read: what is refused at once says little of what comes later.
    kind = chance.choices(
        [sizes, lines_out, bytes_, lines, values, keys, types, dates, units, files],
        [24, 8, 2, 3, 10, 2, 4, 4, 3, 3])[0]
    if kind is files:
        return files(study, chance)
    path = chance.choice(sorted(study.files))
    study.files[path] = kind(study.files[path], chance, study)


def text_of(content):
    return content.decode("utf-8", "surrogateescape")


def bytes_of(text):
    return text.encode("utf-8", "surrogateescape")


def bytes_(content, chance, _):
    content = bytearray(content or b"a")
    for _ in range(chance.choice([1, 1, 2, 8, 50])):
        place = chance.randrange(len(content) + 1)
        what = chance.randrange(5)
        if what == 0 and place < len(content):
            content[place] ^= 1 << chance.randrange(8)
        elif what == 1:
            content[place:place] = bytes([chance.choice([0, 9, 10, 13, 27, 0x7F, 0xFF, 0xC2, 58, 45, 123, 34])])
        elif what == 2:
            del content[place:place + chance.choice([1, 1, 5, 40])]
        elif what == 3 and chance.random() < 0.1:
            del content[place:]
        else:
            content[place:place] = content[place // 2:place // 2 + chance.choice([1, 10, 100])]
    return bytes(content)


def lines(content, chance, study):
    found = content.split(b"\n")
    place = chance.randrange(len(found))
    what = chance.randrange(6)
    if what == 0:
        found.insert(place, found[chance.randrange(len(found))])
    elif what == 1:
        del found[place]
    elif what == 2:
        other = chance.randrange(len(found))
        found[place], found[other] = found[other], found[place]
    elif what == 3:
        other = study.files[chance.choice(sorted(study.files))].split(b"\n")
        found.insert(place, chance.choice(other))
    elif what == 4:
        found[place] = b"  " + found[place]
    else:
        found[place] = found[place].lstrip()
    return b"\n".join(found)


def replaced(content, pattern, choices, chance):
    text = text_of(content)
    found = list(pattern.finditer(text))
    if not found:
        return content
    match = chance.choice(found)
    return bytes_of(text[:match.start()] + chance.choice(choices) + text[match.end():])


def sizes(content, chance, _):
    """Numbers of another size or sign, such as may stand there."""
    text = text_of(content)
    found = [match for match in NUMBER.finditer(text) if not DATE.fullmatch(match.group())]
    for _ in range(min(len(found), chance.choice([1, 1, 2, 5]))):
        match = chance.choice(found)
        if text[match.start():match.end()] != match.group():
            continue
        digits = match.group().rstrip("kMB%")
        suffix = match.group()[len(digits):]
        number = float(digits) * chance.choice([0, -1, 0.1, 10, 1000, 1e6, 1e-6, 0.5, 1.1, 1e12, 1e-12, 1e100, 1e-100])
        text = text[:match.start()] + (repr(number) + ("" if "e" in repr(number) else suffix)) + text[match.end():]
        found = list(NUMBER.finditer(text))
    return bytes_of(text)


def lines_out(content, chance, _):
    """Without a line or two that begin an entry of a list or a key of their own."""
    found = content.split(b"\n")
    whole = [place for place, line in enumerate(found) if re.match(rb" *(- \{.*\}|\w+: \{.*\})$", line)]
    for place in sorted(chance.sample(whole, min(len(whole), chance.choice([1, 1, 2, 4]))), reverse=True):
        del found[place]
    return b"\n".join(found)


def values(content, chance, _):
    return replaced(content, NUMBER, NUMBERS, chance)


def dates(content, chance, _):
    return replaced(content, DATE, DATES, chance)


def units(content, chance, _):
    return replaced(content, re.compile(r"(?<=unit: )[^,}\n]+|\b(?:CNY|USD)\b"), UNITS, chance)


def types(content, chance, _):
    return replaced(content, re.compile(r"(?<=: )[^{\[,}\n]+"), VALUES + NUMBERS, chance)


def keys(content, chance, _):
    text = text_of(content)
    found = list(KEY.finditer(text))
    if not found:
        return content
    match, other = chance.choice(found), chance.choice(found)
    name = match.group(1)
    new = chance.choice([
        other.group(1), name[:-1] or "x", name + "s", name.upper(), "x", name[1:] + name[:1], "\"" + name + "\"",
        "? " + name, "value", f"{name}: 1, {name}"])
    return bytes_of(text[:match.start(1)] + new + text[match.end(1):])


def files(study, chance):
    path = chance.choice(sorted(study.files))
    name = pathlib.PurePath(path)
    new = str(name.with_name(chance.choice([
        name.stem + ".yml", name.stem.upper() + ".yaml", "x.yaml", ".yaml", "a b.yaml", "\u202ex.yaml", "名.yaml",
        "x\x1b[31m.yaml", "x\n.yaml", name.stem, "-x.yaml", name.stem + ".yaml.bak", "%s.yaml", "'x'.yaml"])))
    what = chance.randrange(10)
    if what == 0:
        study.files[new] = study.files.pop(path)
    elif what == 1:
        study.files[new] = study.files[path]
    elif what == 2:
        del study.files[path]
    elif what == 3:
        study.files[path] = b""
    elif what == 4:
        other = chance.choice(sorted(study.files))
        study.files[path], study.files[other] = study.files[other], study.files[path]
    elif what == 5:
        folder = chance.choice(["company", "Companies", "extra", "paths/extra", "companies/extra", "languages", "theses"])
        study.files[f"{folder}/{name.name}"] = study.files[path]
    elif what == 6:
        study.odd[path] = chance.choice(["folder", "loop", "dangling"])
    elif what == 7:
        study.odd[str(name.parent / "x.yaml")] = chance.choice(["folder", "pipe", "loop", "dangling"])
    elif what == 8:
        study.odd[path if chance.random() < 0.5 else str(name.parent)] = "closed"
    else:
        folder = chance.choice(["companies", "paths", "markets", "market-facts"])
        for one in [one for one in study.files if one.startswith(folder + "/")]:
            if chance.random() < 0.8:
                del study.files[one]
