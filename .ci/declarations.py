#!/usr/bin/env python3
"""Public declarations of modules, one a line and sorted, from symbol graphs.

declarations.py modules PACKAGE.json                the modules of all library products, each
                                                    after those that it imports
declarations.py write GRAPHS FOLDER MODULE...       one file a module
"""
import collections
import json
import pathlib
import sys

CONFORMED = {"init(from:)", "encode(to:)", "hash(into:)", "==(_:_:)"}


def modules(package):
    """The modules of all library products, in the order of the manifest."""
    manifest = json.loads(pathlib.Path(package).read_text())
    public = {m for p in manifest["products"] if "library" in p["type"] for m in p["targets"]}
    return [t["name"] for t in manifest["targets"] if t["name"] in public]


def module_lines(graphs, module):
    """A module's declarations, each behind the path of what it is a member of."""
    lines = set()
    conformances = collections.defaultdict(set)
    names = {}
    for file in sorted(graphs.glob(f"{module}.symbols.json")) + sorted(
            graphs.glob(f"{module}@*.symbols.json")):
        graph = json.loads(file.read_text())
        for symbol in graph["symbols"]:
            path = ".".join(symbol["pathComponents"])
            names[symbol["identifier"]["precise"]] = path
            declaration = "".join(f["spelling"] for f in symbol["declarationFragments"])
            kind = symbol["kind"]["identifier"].removeprefix("swift.")
            # What Codable and Hashable ask for is said by the conformance.
            if kind == "extension" or symbol["pathComponents"][-1] in CONFORMED:
                continue
            lines.add(f"{path}: {' '.join(declaration.split())}")
        for relation in graph["relationships"]:
            if relation["kind"] == "conformsTo":
                target = relation.get("targetFallback", names.get(relation["target"]))
                if target and target != "Swift.SendableMetatype":
                    conformances[relation["source"]].add(target.removeprefix("Swift."))
    for source, targets in conformances.items():
        if source in names:
            lines.add(f"{names[source]}: conforms to {', '.join(sorted(targets))}")
    return sorted(lines)


def main():
    command = sys.argv[1]
    if command == "modules":
        print("\n".join(modules(sys.argv[2])))
        return
    graphs, folder = map(pathlib.Path, sys.argv[2:4])
    folder.mkdir(parents=True, exist_ok=True)
    for module in sys.argv[4:]:
        text = "".join(f"{line}\n" for line in module_lines(graphs, module))
        (folder / f"{module}.txt").write_text(text)


if __name__ == "__main__":
    main()
