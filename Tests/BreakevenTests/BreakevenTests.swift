// Tests mirror Sources/Breakeven, file for file.
