// Tests mirror Sources/RunRecord, file for file.
