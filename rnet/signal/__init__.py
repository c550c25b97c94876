"""Windows, sigmoids and random paths."""
