"""Mutations of studies and command lines, and the judge of what comes of them."""
