/// See Sources/README.md.
