// Tests mirror Sources/Units, file for file.
