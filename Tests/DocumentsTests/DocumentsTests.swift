// Tests mirror Sources/Documents, file for file.
