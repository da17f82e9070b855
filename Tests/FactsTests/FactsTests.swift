// Tests mirror Sources/Facts, file for file.
