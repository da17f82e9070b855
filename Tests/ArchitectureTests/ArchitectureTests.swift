// Tests mirror Sources/Architecture, file for file.
