// Tests mirror Sources/Reporting, file for file.
