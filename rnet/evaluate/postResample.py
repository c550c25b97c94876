"""caret's measures of numeric predictions, and of classes in one vector."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.classify import Classes, classify, one_variable
from rnet.evaluate.confusion_statistics import kappa
from rnet.evaluate.table import cross
from rnet.match_arg import match_arg
from rnet.values import NA

Doubles = npt.NDArray[np.float64]


def postResample(pred: Any, obs: Any) -> "pd.Series[float]":  # noqa: N802 - R's name
    """Judge predictions: RMSE, R squared and MAE of numbers; accuracy and Kappa of classes.

    Parameters
    ----------
    pred, obs : array_like or Categorical, shape (n,)
        Predicted and observed values; missing ones are left out.

    Returns
    -------
    Series
        Named by measure; R squared is NA where either vector is constant.

    Raises
    ------
    RError
        For vectors of different lengths.

    Notes
    -----
    R page: `?caret::postResample`.

    Examples
    --------
    >>> postResample([1.0, 2.0, 4.0], [1.0, 3.0, 5.0]).round(3).to_dict()
    {'RMSE': 0.816, 'Rsquared': 0.964, 'MAE': 0.667}
    """
    classes = one_variable(obs)
    if isinstance(classes, pd.Categorical):
        return _of_classes(one_variable(pred), classes)
    predicted, observed = _pair(pred, obs)
    kept = ~(np.isnan(predicted) | np.isnan(observed))
    if not kept.any():
        return _named(RMSE=NA, Rsquared=NA, MAE=NA)
    predicted, observed = predicted[kept], observed[kept]
    return _named(
        RMSE=_root_mean_square(predicted - observed),
        Rsquared=_correlation(predicted, observed) ** 2,
        MAE=float(np.mean(np.abs(predicted - observed))),
    )


def RMSE(pred: Any, obs: Any, na_rm: bool = False) -> float:  # noqa: N802 - R's name
    """Return the root of the mean squared difference.

    Parameters
    ----------
    pred, obs : array_like, shape (n,)
        Predicted and observed values.
    na_rm : bool
        Whether to leave out missing differences; otherwise one makes the result missing.

    Notes
    -----
    R page: `?caret::RMSE`.

    Examples
    --------
    >>> RMSE([1, 2, 3, 4], [1, 2, 3, 2])
    1.0
    """
    return _root_mean_square(_differences(pred, obs, na_rm))


def MAE(pred: Any, obs: Any, na_rm: bool = False) -> float:  # noqa: N802 - R's name
    """Return the mean absolute difference.

    Parameters
    ----------
    pred, obs, na_rm
        As for `RMSE`.

    Notes
    -----
    R page: `?caret::MAE`.

    Examples
    --------
    >>> MAE([1, 2, 3, 4], [1, 2, 3, 2])
    0.5
    """
    differences = np.abs(_differences(pred, obs, na_rm))
    return float(np.mean(differences)) if len(differences) else float("nan")


def R2(  # noqa: N802 - R's name
    pred: Any, obs: Any, formula: str = "corr", na_rm: bool = False
) -> float:
    """Return the squared correlation, or the share of the variance explained.

    Parameters
    ----------
    pred, obs, na_rm
        As for `RMSE`.
    formula : {"corr", "traditional"}
        Squared correlation; or one less the residual sum of squares over the total.

    Raises
    ------
    RError
        `no complete element pairs`.

    Notes
    -----
    R page: `?caret::R2`. Kvalseth (1985), The American Statistician 39, 279-285.

    Examples
    --------
    >>> round(R2([1, 2, 3, 5], [1, 2, 3, 4], formula="traditional"), 3)
    0.8
    """
    traditional = match_arg(formula, ("corr", "traditional")) == "traditional"
    predicted, observed = _pair(pred, obs)
    missing = np.isnan(predicted) | np.isnan(observed)
    if missing.any() and not na_rm:
        return NA
    predicted, observed = predicted[~missing], observed[~missing]
    if not len(observed):
        raise RError("no complete element pairs")
    if traditional:
        total = np.sum((observed - observed.mean()) ** 2)
        with np.errstate(divide="ignore", invalid="ignore"):
            return float(1 - np.sum((observed - predicted) ** 2) / total)
    correlation = _correlation(predicted, observed)
    if np.isnan(correlation) and len(observed) > 1:
        warn("the standard deviation is zero")
    return correlation**2


def _named(**values: float) -> "pd.Series[float]":
    return pd.Series(list(values.values()), index=pd.Index(list(values), dtype=object), dtype=float)


def _of_classes(pred: Any, obs: pd.Categorical) -> "pd.Series[float]":
    if len(pred) != len(obs):
        raise RError("all arguments must have the same length")
    texts = pd.Series(pred).astype(object).map(str, na_action="ignore")
    levels = [str(level) for level in obs.categories]
    guess = pd.Categorical(texts, categories=levels)
    truth = Classes(tuple(levels), obs.codes.astype(np.int64))
    cells = cross([classify(guess), truth], ["", ""]).counts.astype(np.float64)
    if not cells.sum():
        return _named(Accuracy=NA, Kappa=NA)
    agreement = kappa(cells)
    return _named(
        Accuracy=float(np.trace(cells) / cells.sum()),
        Kappa=NA if np.isnan(agreement) else agreement,
    )


def _pair(pred: Any, obs: Any) -> tuple[Doubles, Doubles]:
    try:
        predicted, observed = (
            np.asarray(values, dtype=np.float64).ravel() for values in (pred, obs)
        )
    except (TypeError, ValueError):
        raise RError(
            "non-numeric argument to binary operator", "Classes must be pandas Categoricals."
        ) from None
    if len(predicted) != len(observed):
        raise RError("incompatible dimensions", f"{len(predicted)} against {len(observed)} values.")
    return predicted, observed


def _differences(pred: Any, obs: Any, na_rm: bool) -> Doubles:
    predicted, observed = _pair(pred, obs)
    missing = np.isnan(predicted) | np.isnan(observed)
    differences = predicted - observed
    return differences[~missing] if na_rm else np.where(missing, NA, differences)


def _root_mean_square(differences: Doubles) -> float:
    return float(np.sqrt(np.mean(differences**2))) if len(differences) else float("nan")


def _correlation(x: Doubles, y: Doubles) -> float:
    """Return the correlation, NA where a vector is constant."""
    if len(x) < 2 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return NA
    dx, dy = x - x.mean(), y - y.mean()
    return float(dx @ dy / np.sqrt((dx @ dx) * (dy @ dy)))
