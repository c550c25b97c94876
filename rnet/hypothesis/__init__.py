"""Hypothesis tests: one record, printed as R prints an `htest`."""
