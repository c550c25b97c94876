"""Clusters and neighbours of cases, as R's package e1071 finds them."""
