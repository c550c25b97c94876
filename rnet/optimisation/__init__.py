"""Minima, roots and integrals of functions of one's own."""
