// Tests mirror Sources/Scoring, file for file.
