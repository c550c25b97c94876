"""Derivatives of R expressions, as expressions."""
