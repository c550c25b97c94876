"""`NeuralNetRegressor` and `NeuralNetClassifier`: neuralnet's networks as estimators."""

import warnings
from abc import ABC, abstractmethod
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.metaestimators import available_if
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

from rnet.formulas.reformulate import reformulate
from rnet.language.make_names import make_names
from rnet.neural.network import forward
from rnet.neural.neuralnet import neuralnet
from rnet.neural.nn import NN, WeightList, without_missing
from rnet.neural.total_error import summed_error
from rnet.scikit_learn.class_factor import ClassFactor, class_factor
from rnet.scikit_learn.r_interface import given_arguments, response_names, row_index
from rnet.scikit_learn.random_stream import random_stream

Doubles = npt.NDArray[np.float64]

NOT_CONVERGED = "Algorithm did not converge; the weights of the last step are used"


class NeuralNet(BaseEstimator, ABC):  # type: ignore[misc]
    """What both estimators of a network share; the parameters are those of `rnet.neuralnet`."""

    def __init__(
        self,
        hidden: Any = 1,
        threshold: float = 0.01,
        stepmax: float = 1e5,
        rep: int = 1,
        startweights: Any = None,
        learningrate_limit: Any = None,
        learningrate_factor: Any = None,
        learningrate: Any = None,
        lifesign: str = "none",
        lifesign_step: int = 1000,
        algorithm: str = "rprop+",
        err_fct: Any = "sse",
        act_fct: Any = "logistic",
        output_act_fct: Any = None,
        linear_output: bool = True,
        exclude: Any = None,
        constant_weights: Any = None,
        likelihood: bool = False,
        *,
        scale: bool = False,
        validation: Any = None,
        patience: float = 100,
        history: bool | str = False,
        n_jobs: int | None = None,
        progress: bool | None = None,
        random_state: Any = None,
    ) -> None:
        self.hidden = hidden
        self.threshold = threshold
        self.stepmax = stepmax
        self.rep = rep
        self.startweights = startweights
        self.learningrate_limit = learningrate_limit
        self.learningrate_factor = learningrate_factor
        self.learningrate = learningrate
        self.lifesign = lifesign
        self.lifesign_step = lifesign_step
        self.algorithm = algorithm
        self.err_fct = err_fct
        self.act_fct = act_fct
        self.output_act_fct = output_act_fct
        self.linear_output = linear_output
        self.exclude = exclude
        self.constant_weights = constant_weights
        self.likelihood = likelihood
        self.scale = scale
        self.validation = validation
        self.patience = patience
        self.history = history
        self.n_jobs = n_jobs
        self.progress = progress
        self.random_state = random_state

    @abstractmethod
    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:  # noqa: N803 - scikit-learn's
        """Train on rows X and their target y."""

    def _train(self, rows: Doubles, target: dict[str, Any], index: Any, weights: Any) -> None:
        """Train with neuralnet and keep what it gives.

        `rows` is (n, p); `target` holds the responses by name; `weights` count rows, or None.
        """
        features = getattr(self, "feature_names_in_", [f"V{j + 1}" for j in range(rows.shape[1])])
        names = make_names([*features, *target])
        count = len(features)
        columns = dict(zip(names, [*rows.T, *target.values()], strict=True))
        data = pd.DataFrame(columns, index=index)
        formula = reformulate(names[:count], " + ".join(names[count:]))
        given = given_arguments(self)
        if weights is not None:
            given["weights"] = _check_sample_weight(weights, rows, ensure_non_negative=True)
        with random_stream(self.random_state):
            self.fit_ = neuralnet(formula, data, **given)
        self._keep(self.fit_)

    def _keep(self, fit: NN) -> None:
        self.rep_ = fit.best() if fit.weights is not None else _least_bad(fit)
        self.converged_ = self.rep_ in fit.converged
        if not self.converged_:
            _warn_of_weights(fit)
        self.n_iter_ = int(fit.outcomes[self.rep_ - 1].steps)
        weights = weights_of(fit, self.rep_)
        self.loss_ = _error(fit, weights)
        self.coefs_ = [matrix[1:] for matrix in weights]
        self.intercepts_ = [matrix[0] for matrix in weights]

    def _output(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return the network's outputs, (n, responses)."""
        check_is_fitted(self)
        rows = validate_data(self, X, dtype=np.float64, reset=False)
        pairs = zip(self.intercepts_, self.coefs_, strict=True)
        weights = [np.vstack(pair) for pair in pairs]
        return forward(self.fit_.network, weights, rows).output


class NeuralNetRegressor(RegressorMixin, NeuralNet):  # type: ignore[misc]
    """Regression by `neuralnet`: R's network behind scikit-learn's interface.

    Parameters
    ----------
    hidden, threshold, stepmax, rep, ...
        As in `rnet.neuralnet`, with R's defaults: one hidden unit, "rprop+", linear output.
    scale : bool, default False
        Train on standardised columns; R does not.
    random_state : int or None
        An integer draws what R draws after ``set.seed(random_state)``, and leaves the session's
        stream alone; None draws from the session's stream, as R.

    Attributes
    ----------
    fit_ : NN
        What `rnet.neuralnet` returned, to the bit; prints as R.
    rep_, n_iter_, loss_, converged_
        The repetition with the smallest error, counted from 1, its steps, error, and whether it
        reached the threshold.
    coefs_, intercepts_ : list of ndarray
        Its weights, layer by layer: (inputs, units) and (units,).
    n_features_in_, feature_names_in_
        As in scikit-learn.

    Warns
    -----
    ConvergenceWarning
        When no repetition reached the threshold. R's fit then has no weights; the estimator goes
        on with those of the last step.

    Notes
    -----
    R page: `?neuralnet`. A target of several columns is several responses, ``a + b ~ ...``.

    Examples
    --------
    >>> from rnet import data
    >>> from rnet.estimators import NeuralNetRegressor
    >>> cars = data("cars")
    >>> net = NeuralNetRegressor(hidden=0, threshold=1, random_state=1)
    >>> round(net.fit(cars[["speed"]], cars["dist"]).score(cars[["speed"]], cars["dist"]), 4)
    0.6511
    """

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.target_tags.single_output = True
        tags.target_tags.multi_output = True
        return tags

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:  # noqa: N803 - scikit-learn's
        """Train the network.

        Parameters
        ----------
        X : DataFrame or array_like, shape (n, p)
            Numbers, no missing values.
        y : array_like, shape (n,) or (n, responses)
            The response.
        sample_weight : array_like, shape (n,), optional
            How much each row counts in the error, neuralnet's `weights`.
        """
        names = response_names(y)
        rows, target = validate_data(
            self, X, y, dtype=np.float64, multi_output=True, y_numeric=True
        )
        responses = np.asarray(target, dtype=np.float64).reshape(len(rows), -1)
        self._single = np.ndim(target) == 1
        names = names or ["y"] * responses.shape[1]
        named = dict(zip(make_names(names), responses.T, strict=True))
        self._train(rows, named, row_index(X), sample_weight)
        return self

    def predict(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return the outputs for rows X: shape (n,), or (n, responses) as y was."""
        output = self._output(X)
        return output[:, 0] if self._single else output


def _has_probabilities(estimator: NeuralNet) -> bool:
    deciding = estimator.output_act_fct or estimator.act_fct
    return not estimator.linear_output and isinstance(deciding, str) and deciding == "logistic"


class NeuralNetClassifier(ClassifierMixin, NeuralNet):  # type: ignore[misc]
    """Classification by `neuralnet`: R's network behind scikit-learn's interface.

    The network is the one neuralnet makes of the target: a target of the numbers 0 and 1, or of
    logical values, is one output, cut at 0.5; any other is a factor with one output for each
    class, and the largest wins.

    Parameters
    ----------
    hidden, threshold, stepmax, rep, ...
        As in `rnet.neuralnet`, with R's defaults, also for classes: squared error and a linear
        output. Probabilities need ``linear_output=False``, and usually ``err_fct="ce"``.
    scale : bool, default False
        Train on standardised columns; R does not.
    random_state : int or None
        An integer draws what R draws after ``set.seed(random_state)``, and leaves the session's
        stream alone; None draws from the session's stream, as R.

    Attributes
    ----------
    classes_ : ndarray
        The labels, sorted.
    fit_ : NN
        What `rnet.neuralnet` returned, to the bit; prints as R.
    rep_, n_iter_, loss_, converged_, coefs_, intercepts_, n_features_in_, feature_names_in_
        As of `NeuralNetRegressor`; the output units stand in neuralnet's order.

    Warns
    -----
    ConvergenceWarning
        When no repetition reached the threshold; the weights of the last step are used.

    Notes
    -----
    R page: `?neuralnet`.

    Examples
    --------
    >>> from rnet import data
    >>> from rnet.estimators import NeuralNetClassifier
    >>> infert = data("infert")
    >>> X, y = infert[["parity", "induced", "spontaneous"]], infert["case"]
    >>> net = NeuralNetClassifier(err_fct="ce", linear_output=False, random_state=1)
    >>> round(net.fit(X, y).score(X, y), 4)
    0.7621
    """

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        # R's single hidden unit cannot tell three blobs apart as well as scikit-learn expects.
        tags.classifier_tags.poor_score = bool(np.all(np.asarray(self.hidden) < 2))
        return tags

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:  # noqa: N803 - scikit-learn's
        """Train the network.

        Parameters
        ----------
        X : DataFrame or array_like, shape (n, p)
            Numbers, no missing values.
        y : array_like, shape (n,)
            Class labels: numbers, text, logical values or a Categorical.
        sample_weight : array_like, shape (n,), optional
            How much each row counts in the error, neuralnet's `weights`.
        """
        names = response_names(y)
        rows, _ = validate_data(self, X, y, dtype=np.float64)
        found = class_factor(y)
        self.classes_ = found.classes
        name = (names or ["y"])[0]
        target = found.codes.astype(np.float64) if found.is_zero_and_one else found.factor
        self._train(rows, {name: target}, row_index(X), sample_weight)
        self._columns = _columns_of_classes(found, self.fit_)
        return self

    def predict(self, X: Any) -> npt.NDArray[Any]:  # noqa: N803 - scikit-learn's
        """Return the class of each row, shape (n,)."""
        values = self.decision_function(X)
        winners = np.argmax(values, axis=1) if values.ndim == 2 else (values > 0).astype(np.intp)
        found: npt.NDArray[Any] = self.classes_[winners]
        return found

    def decision_function(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return what decides: shape (n,), positive for the second of two classes, or (n, k).

        The output less 0.5, or the difference of two outputs; of more classes the outputs. Where
        outputs are probabilities, the same of `predict_proba`.
        """
        if _has_probabilities(self):
            found = self.predict_proba(X)
            return found if found.shape[1] > 2 else np.asarray(found[:, 1] - 0.5)
        found = self._output(X)
        if found.shape[1] == 1:
            return np.asarray(found[:, 0] - 0.5)
        found = found[:, self._columns]
        return found if found.shape[1] > 2 else np.asarray(found[:, 1] - found[:, 0])

    @available_if(_has_probabilities)  # type: ignore[untyped-decorator]
    def predict_proba(self, X: Any) -> Doubles:  # noqa: N803 - scikit-learn's
        """Return the probability of each class, shape (n, k); needs a logistic output.

        One output is the probability of the second class; several are divided by their sum.
        """
        output = self._output(X)
        if output.shape[1] == 1:
            return np.hstack([1.0 - output, output])
        found = output[:, self._columns]
        total = found.sum(axis=1, keepdims=True)
        equal = np.full_like(found, 1.0 / found.shape[1])
        return np.asarray(np.divide(found, total, out=equal, where=total > 0))


def weights_of(fit: NN, rep: int) -> WeightList:
    """Return the weights a repetition ended with, converged or not, 0 for NA."""
    kept = None if fit.weights is None else fit.weights[rep - 1]
    if kept is not None:
        return without_missing(kept)
    assert fit.training is not None  # only a network read from a file has none
    flat = fit.training.original_scale(fit.training.weights[rep - 1], fit.layout)
    return without_missing(fit.layout.split(flat))


def _error(fit: NN, weights: WeightList) -> float:
    output = forward(fit.network, weights, fit.covariate.to_numpy(dtype=np.float64)).output
    response = fit.response.to_numpy(dtype=np.float64)
    counted = None if fit.training is None else fit.training.case_weights
    with np.errstate(all="ignore"):
        return summed_error(fit.err_fct, output, response, counted)


def _least_bad(fit: NN) -> int:
    errors = [_error(fit, weights_of(fit, k + 1)) for k in range(len(fit.outcomes))]
    return 1 + int(np.argmin(np.where(np.isnan(errors), np.inf, errors)))


def _warn_of_weights(fit: NN) -> None:
    reached = min(outcome.reached for outcome in fit.outcomes)
    advice = f"smallest derivative reached: {reached:.3g}; raise stepmax or threshold"
    warnings.warn(f"{NOT_CONVERGED} ({advice}).", ConvergenceWarning, stacklevel=5)


def _columns_of_classes(found: ClassFactor, fit: NN) -> list[int]:
    return [0] if found.is_zero_and_one else found.columns_in_order(fit.model_list["response"])
