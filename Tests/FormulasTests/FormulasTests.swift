// Tests mirror Sources/Formulas, file for file.
