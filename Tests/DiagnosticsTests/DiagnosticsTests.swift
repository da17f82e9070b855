// Tests mirror Sources/Diagnostics, file for file.
