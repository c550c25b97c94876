"""Naive Bayes classifiers as R's package e1071 fits them."""
