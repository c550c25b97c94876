"""R's networks and machines as scikit-learn's estimators; `rnet.estimators` has their names."""
