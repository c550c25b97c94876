"""`SVMRegressor` and `SVMClassifier`: e1071's machines as estimators."""

from abc import ABC, abstractmethod
from itertools import combinations
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils.metaestimators import available_if
from sklearn.utils.validation import check_is_fitted, column_or_1d, validate_data

from rnet.conditions import RError
from rnet.scikit_learn.class_factor import class_factor
from rnet.scikit_learn.r_interface import given_arguments, row_index
from rnet.scikit_learn.random_stream import random_stream
from rnet.vector_machine.predictions import Predictions
from rnet.vector_machine.svm import svm
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.svm_types import TYPES, match_name

Doubles = npt.NDArray[np.float64]


class SupportVectorMachine(BaseEstimator, ABC):  # type: ignore[misc]
    """What both estimators of a machine share."""

    fit_: SVM

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags

    @abstractmethod
    def fit(self, X: Any, y: Any) -> Self:  # noqa: N803 - scikit-learn's
        """Train on rows X and their target y."""

    def _train(self, x: Any, y: Any, index: Any) -> None:
        """Train with svm and keep what it gives; `x` is (n, p)."""
        names = getattr(self, "feature_names_in_", None)
        if names is not None:
            x = pd.DataFrame(x, index=index, columns=list(names))
        if x.shape[0] < 2:
            raise RError(
                "missing value where TRUE/FALSE needed", "n_samples=1: a machine needs two rows."
            )
        given = given_arguments(self)
        with random_stream(self.random_state):
            self.fit_ = svm(x, y, **given)
        self.support_ = self.fit_.solution.index
        vectors = self.fit_.SV
        self.support_vectors_ = vectors.to_numpy() if isinstance(vectors, pd.DataFrame) else vectors
        self.coefs_ = self.fit_.solution.coefs
        self.rho_ = self.fit_.rho

    def _predictions(self, X: Any, *, probability: bool = False) -> Predictions:  # noqa: N803
        check_is_fitted(self)
        rows = validate_data(self, X, dtype=np.float64, accept_sparse="csr", reset=False)
        found = self.fit_.predict(rows, probability=probability)
        assert isinstance(found, Predictions)  # without newdata it could be None
        return found


class SVMRegressor(RegressorMixin, SupportVectorMachine):  # type: ignore[misc]
    """Regression by `svm`: e1071's machine behind scikit-learn's interface.

    Parameters
    ----------
    type : {"eps-regression", "nu-regression"}
        The nu type needs LIBSVM's own binding (extra `libsvm`).
    kernel, degree, gamma, coef0, cost, nu, cachesize, tolerance, epsilon, shrinking, cross, ...
        As in `rnet.svm`, with R's defaults: radial kernel, gamma 1 / p, predictors and response
        scaled.
    random_state : int or None
        Seeds what `cross` and `probability` draw, as R's ``set.seed``, and leaves the session's
        stream alone; None draws from the session's stream, as R.

    Attributes
    ----------
    fit_ : SVM
        What `rnet.svm` returned, to the bit; prints as R.
    support_, support_vectors_, coefs_, rho_
        Rows that are support vectors, counted from 0; the vectors as scaled; R's `coefs`, `rho`.
    n_features_in_, feature_names_in_
        As in scikit-learn.

    Notes
    -----
    R page: `?svm` of package e1071.

    Examples
    --------
    >>> from rnet import data
    >>> from rnet.estimators import SVMRegressor
    >>> cars = data("cars")
    >>> machine = SVMRegressor().fit(cars[["speed"]], cars["dist"])
    >>> machine.fit_.tot_nSV
    42
    """

    def __init__(
        self,
        type: str = "eps-regression",  # noqa: A002 - R's argument name
        kernel: str = "radial",
        degree: float = 3,
        gamma: float | None = None,
        coef0: float = 0,
        cost: float = 1,
        nu: float = 0.5,
        cachesize: float = 40,
        tolerance: float = 0.001,
        epsilon: float = 0.1,
        shrinking: bool = True,
        cross: int = 0,
        probability: bool = False,
        fitted: bool = True,
        *,
        scale: Any = True,
        random_state: Any = None,
    ) -> None:
        self.type = type
        self.kernel = kernel
        self.degree = degree
        self.gamma = gamma
        self.coef0 = coef0
        self.cost = cost
        self.nu = nu
        self.cachesize = cachesize
        self.tolerance = tolerance
        self.epsilon = epsilon
        self.shrinking = shrinking
        self.cross = cross
        self.probability = probability
        self.fitted = fitted
        self.scale = scale
        self.random_state = random_state

    def fit(self, X: Any, y: Any) -> Self:  # noqa: N803 - scikit-learn's
        """Train the machine.

        Parameters
        ----------
        X : DataFrame, array_like or sparse matrix, shape (n, p)
            Numbers, no missing values; a sparse matrix is not scaled, as in R.
        y : array_like, shape (n,)
            The response.
        """
        if not match_name(self.type, TYPES, "wrong type specification!").regresses:
            raise RError("wrong type specification!", "SVMClassifier is for classes.")
        rows, target = validate_data(
            self, X, y, dtype=np.float64, y_numeric=True, accept_sparse="csr"
        )
        self._train(rows, column_or_1d(target).astype(np.float64), row_index(X))
        return self

    def predict(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return the predicted responses, shape (n,)."""
        return self._predictions(X).to_numpy(dtype=np.float64)


class SVMClassifier(ClassifierMixin, SupportVectorMachine):  # type: ignore[misc]
    """Classification by `svm`: e1071's machine behind scikit-learn's interface.

    Parameters
    ----------
    type : {"C-classification", "nu-classification"}
        The nu type needs LIBSVM's own binding (extra `libsvm`).
    kernel, degree, gamma, coef0, cost, nu, class_weights, cachesize, tolerance, shrinking, ...
        As in `rnet.svm`, with R's defaults: radial kernel, gamma 1 / p, predictors scaled.
    class_weights : mapping or "inverse", optional
        By label as R writes it: ``{"yes": 2}``, ``{"1": 2}``.
    probability : bool, default False
        Whether to fit class probabilities; `predict_proba` exists only then.
    random_state : int or None
        Seeds what `cross` and `probability` draw, as R's ``set.seed``, and leaves the session's
        stream alone; None draws from the session's stream, as R.

    Attributes
    ----------
    classes_ : ndarray
        The labels, sorted.
    fit_ : SVM
        What `rnet.svm` returned for the target as factor, to the bit; prints as R.
    support_, support_vectors_, coefs_, rho_, n_features_in_, feature_names_in_
        As of `SVMRegressor`.

    Notes
    -----
    R page: `?svm` of package e1071. `predict` gives the class with most votes, also where the
    largest probability is another's, as R does without `probability`.

    Examples
    --------
    >>> from rnet import data
    >>> from rnet.estimators import SVMClassifier
    >>> iris = data("iris")
    >>> machine = SVMClassifier().fit(iris.iloc[:, :4], iris["Species"])
    >>> round(machine.score(iris.iloc[:, :4], iris["Species"]), 4)
    0.9733
    """

    def __init__(
        self,
        type: str = "C-classification",  # noqa: A002 - R's argument name
        kernel: str = "radial",
        degree: float = 3,
        gamma: float | None = None,
        coef0: float = 0,
        cost: float = 1,
        nu: float = 0.5,
        class_weights: Any = None,
        cachesize: float = 40,
        tolerance: float = 0.001,
        shrinking: bool = True,
        cross: int = 0,
        probability: bool = False,
        fitted: bool = True,
        *,
        scale: Any = True,
        random_state: Any = None,
    ) -> None:
        self.type = type
        self.kernel = kernel
        self.degree = degree
        self.gamma = gamma
        self.coef0 = coef0
        self.cost = cost
        self.nu = nu
        self.class_weights = class_weights
        self.cachesize = cachesize
        self.tolerance = tolerance
        self.shrinking = shrinking
        self.cross = cross
        self.probability = probability
        self.fitted = fitted
        self.scale = scale
        self.random_state = random_state

    def fit(self, X: Any, y: Any) -> Self:  # noqa: N803 - scikit-learn's
        """Train the machine.

        Parameters
        ----------
        X : DataFrame, array_like or sparse matrix, shape (n, p)
            Numbers, no missing values; a sparse matrix is not scaled, as in R.
        y : array_like, shape (n,)
            Class labels: numbers, text, logical values or a Categorical.
        """
        if not match_name(self.type, TYPES, "wrong type specification!").classifies:
            raise RError("wrong type specification!", "SVMRegressor is for numbers.")
        rows, _ = validate_data(self, X, y, dtype=np.float64, accept_sparse="csr")
        found = class_factor(y)
        self.classes_ = found.classes
        self._train(rows, found.factor, row_index(X))
        levels = self.fit_.class_levels
        self._place = np.empty(len(levels), dtype=np.intp)  # of each level among the classes
        self._place[found.columns_in_order(levels)] = np.arange(len(self.classes_))
        self._columns = found.columns_in_order(self.fit_.class_names)
        return self

    def predict(self, X: Any) -> npt.NDArray[Any]:  # noqa: N803 - scikit-learn's
        """Return the class of each row, shape (n,)."""
        return self._classes(self._predictions(X))

    def _classes(self, found: Predictions) -> npt.NDArray[Any]:
        winners: npt.NDArray[Any] = self.classes_[self._place[found.cat.codes]]
        return winners

    def decision_function(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return what decides.

        Returns
        -------
        ndarray, shape (n,) or (n, k)
            R's decision values, positive for the second of two classes; of more classes the
            votes of each, with a share below one for how clearly its pairs were won, so that the
            largest is the class predicted. ``fit_.predict(X).decision_values`` has every pair.
        """
        found = self._predictions(X)
        assert found.decision_values is not None  # a prediction for new rows has them
        values = found.decision_values.to_numpy()
        if len(self.classes_) == 2:
            return np.asarray(values[:, 0] if self._columns[0] else -values[:, 0])
        scores = one_against_rest(values, len(self.classes_))[:, self._columns]
        winners = self._place[found.cat.codes]
        rows = np.arange(len(scores))
        beaten = np.argmax(scores, axis=1) != winners  # equal votes: R takes the class seen first
        scores[rows[beaten], winners[beaten]] = np.nextafter(scores[beaten].max(axis=1), np.inf)
        return scores

    @available_if(lambda self: self.probability)  # type: ignore[untyped-decorator]
    def predict_proba(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return the probability of each class, shape (n, k); needs ``probability=True``."""
        found = self._predictions(X, probability=True).probabilities
        assert found is not None  # `fit` was asked for them
        return found.to_numpy()[:, self._columns]


def one_against_rest(values: Doubles, classes: int) -> Doubles:
    """Return votes plus a monotone share of the summed decision values, shape (n, k).

    Parameters
    ----------
    values : ndarray, shape (n, k (k - 1) / 2)
        Positive for the first class of the pair.
    classes : int
        k.

    Examples
    --------
    >>> one_against_rest(np.array([[1.0, 1.0, -1.0]]), 3).round(2).tolist()
    [[2.22, -0.22, 1.0]]
    """
    votes = np.zeros((len(values), classes))
    sums = np.zeros_like(votes)
    for column, (i, j) in enumerate(combinations(range(classes), 2)):
        value = values[:, column]
        votes[:, i] += value > 0
        votes[:, j] += value <= 0
        sums[:, i] += value
        sums[:, j] -= value
    return votes + sums / (3.0 * (np.abs(sums) + 1.0))
