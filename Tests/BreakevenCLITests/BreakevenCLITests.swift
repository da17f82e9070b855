// Tests mirror Sources/BreakevenCLI, file for file.
