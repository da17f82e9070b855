#!/usr/bin/env python3
"""Makes a large models folder out of a small one: many companies and paths, each a shipped one under
another name with its figures scaled.

    study.py MODELS INTO --companies 5000 --paths 7 --paths-each 1

The same arguments make the same files. Scaling a company's money by a factor leaves its odds as they
are and moves everything else, so that no two are equal.
"""

import argparse
import pathlib
import re
import shutil

MONEY = {"CNY", "USD", "HKD", "EUR", "JPY", "KRW", "GBP", "TWD"}


def factor(index):
    """From 0.5 to 2, spread evenly: multiples of the golden ratio, modulo 1."""
    return round(0.5 + 1.5 * ((index * 0.6180339887498949) % 1), 6)


def scaled(line, by):
    """A fact's line with its money times a factor."""
    unit = re.search(r"unit: \"?([A-Za-z]+)(/year)?\"?[,}]", line)
    if not unit or unit.group(1) not in MONEY:
        return line

    def times(match):
        return f"{match.group(1)}{float(match.group(2)) * by:.10g}"

    return re.sub(r"\b((?:value|low|high): )(-?[0-9.eE+]+)(?=[,}])", times, line)


def company(text, index, paths, kept):
    """A company's file under another name; it pursues the paths in `kept` alone."""
    identity = re.search(r"^id: (\S+)", text, re.M).group(1)
    name = f"{identity}-{index}"
    text = re.sub(r"^id: \S+", f"id: {name}", text, count=1, flags=re.M)
    text = re.sub(r"^names: .*", f'names: {{en: "{name}"}}', text, count=1, flags=re.M)
    # Told apart by name: a parent and what it lists are others'.
    text = re.sub(r"^parent: .*\n", "", text, flags=re.M)
    source = re.search(r"^source: (\S+)", text, re.M)
    source = source.group(1) if source else "own-calc"
    listed = "".join(
        f"  {path}: {{because: not in this study, source: {source}}}\n"
        for path in paths
        if path not in kept
    )
    body = re.sub(r"^not_pursued:\n(?:  .*\n)*", "", text, flags=re.M)
    head = "not_pursued:\n" + listed if listed else ""
    place = body.index("\nfacts:")
    body = body[:place] + "\n" + head.rstrip("\n") + body[place:]
    by = factor(index)
    return name, "\n".join(scaled(line, by) for line in body.split("\n"))


def pursued(text, paths):
    listed = set(re.findall(r"^  ([a-z-]+): \{because", text, re.M))
    return [path for path in paths if path not in listed]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("models", type=pathlib.Path)
    arguments.add_argument("into", type=pathlib.Path)
    arguments.add_argument("--companies", type=int, default=0, help="0: those that there are")
    arguments.add_argument("--paths", type=int, default=0, help="0: those that there are")
    arguments.add_argument("--paths-each", type=int, default=0, help="most a company; 0: all its own")
    asked = arguments.parse_args()

    shutil.rmtree(asked.into, ignore_errors=True)
    skip = shutil.ignore_patterns("companies", "theses", "scenarios")
    shutil.copytree(asked.models, asked.into, ignore=skip)
    folder = asked.into / "paths"
    files = sorted(folder.glob("*.yaml"))
    paths = [file.stem for file in files]
    for index in range(len(files), asked.paths):
        file = files[index % len(files)]
        name = f"{file.stem}-{index}"
        text = re.sub(r"^path: \S+", f"path: {name}", file.read_text(), count=1, flags=re.M)
        (folder / f"{name}.yaml").write_text(text)
        paths.append(name)

    companies = asked.into / "companies"
    companies.mkdir()
    originals = sorted((asked.models / "companies").glob("*.yaml"))
    shipped = [file.stem for file in files]
    for index in range(asked.companies or len(originals)):
        text = originals[index % len(originals)].read_text()
        own = pursued(text, shipped)
        kept = [path for path in paths if re.sub(r"-[0-9]+$", "", path) in own]
        if asked.paths_each:
            kept = kept[: asked.paths_each]
        name, text = company(text, index, paths, kept)
        (companies / f"{name}.yaml").write_text(text)


if __name__ == "__main__":
    main()
