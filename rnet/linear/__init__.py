"""Linear and generalized linear models."""
