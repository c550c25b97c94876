"""Densities smoothed from samples, and their bandwidths."""
