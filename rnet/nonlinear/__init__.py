"""Nonlinear least squares and models that find their own start."""
