// Tests mirror Sources/Simulation, file for file.
