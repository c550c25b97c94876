"""scikit-learn estimators on R's networks and machines, with R's defaults and numbers.

They clone, pickle and search in scikit-learn's ways; `fit_` is what R would have returned.
scikit-learn is imported with this module, not with rnet.
"""

from rnet.scikit_learn.neural_net import NeuralNetClassifier, NeuralNetRegressor
from rnet.scikit_learn.support_vector import SVMClassifier, SVMRegressor

__all__ = ["NeuralNetClassifier", "NeuralNetRegressor", "SVMClassifier", "SVMRegressor"]
