// Tests mirror Sources/Evaluation, file for file.
