// Tests mirror Sources/RunStore, file for file.
