"""Numbers that describe a sample, and a sample put in order."""
