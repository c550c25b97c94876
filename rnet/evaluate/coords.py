"""pROC's `coords`: coordinates of points on a ROC curve."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.roc import Roc
from rnet.match_arg import match_arg
from rnet.values import NA, named_matrix

Doubles = npt.NDArray[np.float64]
USUAL = ("threshold", "specificity", "sensitivity")
COORDINATES = (
    "threshold", "specificity", "sensitivity", "accuracy", "tn", "tp", "fn", "fp", "npv", "ppv",
    "fdr", "fpr", "tpr", "tnr", "fnr", "1-specificity", "1-sensitivity", "1-accuracy", "1-npv",
    "1-ppv", "precision", "recall", "youden", "closest.topleft",
)  # fmt: skip
SHORT = {"se": "sensitivity", "sp": "specificity", "npe": "1-npv", "ppe": "1-ppv"}
RISING = {
    "specificity", "tnr", "tn", "fn", "fnr", "1-sensitivity",
}  # fmt: skip
FALLING = {"sensitivity", "tpr", "recall", "tp", "fp", "fpr", "1-specificity"}


def coords(
    roc: Roc,
    x: Any = "all",
    input: str = "threshold",  # noqa: A002 - R's argument name
    ret: str | Sequence[str] = USUAL,
    *,
    best_method: str = "youden",
    best_weights: Sequence[float] = (1.0, 0.5),
    transpose: bool = False,
    as_matrix: bool = False,
    drop: bool = True,
) -> Any:
    """Return coordinates of points of a ROC curve.

    Parameters
    ----------
    roc : Roc
        The curve.
    x : {"all", "local maximas", "best"} or array_like
        Which points: all, the upper corners, those of the best threshold; or values of `input`.
    input : str
        What the numbers in `x` are: "threshold", "specificity", "sensitivity" or another
        coordinate that only rises or falls along the curve.
    ret : str or sequence of str
        The coordinates to return; "all" for all.
    best_method : {"youden", "closest.topleft"}
        What is best: the largest sum of both rates, or the smallest distance from the corner.
    best_weights : sequence of two floats
        Relative cost of a missed case, and the prevalence.
    transpose : bool
        Points in columns, as pROC had it before 1.16.
    as_matrix : bool
        A matrix rather than a data frame.
    drop : bool
        Whether a transposed result of one row or column becomes a vector.

    Returns
    -------
    DataFrame
        One row a point; threshold NA where the point lies between two thresholds.

    Raises
    ------
    RError
        pROC's messages, as `Coordinate 'accuracy' is not monotone and cannot be used as input.`

    Notes
    -----
    R page: `?pROC::coords`. Youden (1950), Cancer 3, 32-35; Perkins and Schisterman (2006),
    American Journal of Epidemiology 163, 670-675.

    Examples
    --------
    >>> import rnet
    >>> curve = rnet.roc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], quiet=True)
    >>> rnet.show(rnet.coords(curve, "best"))
      threshold specificity sensitivity
    1     0.225         0.5         1.0
    2     0.600         1.0         0.5
    """
    columns = _columns(ret)
    ratio = _ratio(best_weights)
    method = match_arg(best_method, ("youden", "closest.topleft", "topleft"))
    if isinstance(x, str):
        found = _by_word(roc, match_arg(x, ("all", "local maximas", "best")), method, ratio)
    else:
        found = _by_number(roc, np.atleast_1d(np.asarray(x, dtype=np.float64)), _name(input))
    values = _table(roc, *found, ratio)
    chosen = np.column_stack([values[name] for name in columns])
    return _shaped(chosen, columns, transpose=transpose, matrix=as_matrix, drop=drop)


def _columns(ret: str | Sequence[str]) -> list[str]:
    names = [ret] if isinstance(ret, str) else list(ret)
    return list(COORDINATES) if names == ["all"] else [_name(name) for name in names]


def _name(name: str) -> str:
    return match_arg(SHORT.get(name, name), COORDINATES)


def _ratio(weights: Sequence[float]) -> float:
    if np.size(weights) != 2:
        raise RError("'best.weights' must be a numeric vector of length 2")
    cost, prevalence = (float(weight) for weight in weights)
    return (1 - prevalence) / (cost * prevalence)


def _by_word(roc: Roc, word: str, method: str, ratio: float) -> tuple[Doubles, Doubles, Doubles]:
    unit = roc.unit
    thresholds, found, left = roc.thresholds, roc.sensitivities / unit, roc.specificities / unit
    if word == "all":
        return thresholds, found, left
    if word == "best":
        if method == "youden":
            score = found + ratio * left
        else:
            score = -((1 - found) ** 2 + ratio * (1 - left) ** 2)
        kept = score == score.max()
    else:
        rising = np.diff(left, prepend=np.inf) > 0
        kept = _upper_corners(found, left) | ((found == 0) & rising)  # as pROC has it
    return thresholds[kept], found[kept], left[kept]


def _upper_corners(found: Doubles, left: Doubles) -> npt.NDArray[np.bool_]:
    """Return where no other point with the same sensitivity or specificity is better."""
    best_left = {rate: left[found == rate].max() for rate in np.unique(found)}
    best_found = {rate: found[left == rate].max() for rate in np.unique(left)}
    return np.array(
        [best_left[f] == s and best_found[s] == f for f, s in zip(found, left, strict=True)]
    )


def _by_number(roc: Roc, values: Doubles, kind: str) -> tuple[Doubles, Doubles, Doubles]:
    if kind == "threshold":
        return values, *roc.rates_at(values)
    if kind not in RISING | FALLING:
        raise RError(f"Coordinate '{kind}' is not monotone and cannot be used as input.")
    unit = roc.unit
    thresholds, found, left = roc.thresholds, roc.sensitivities / unit, roc.specificities / unit
    along = _table(roc, thresholds, found, left, 1.0)[kind]
    rows = [
        _point(value, along, thresholds, found, left, falling=kind in FALLING) for value in values
    ]
    return tuple(np.array(column) for column in zip(*rows, strict=True))  # type: ignore[return-value]


def _point(
    value: float,
    along: Doubles,
    thresholds: Doubles,
    found: Doubles,
    left: Doubles,
    *,
    falling: bool,
) -> tuple[float, float, float]:
    """Return the upper left point with this coordinate, or one between two points."""
    if not along.min() <= value <= along.max():
        raise RError(
            f"Some value of the input coordinate is outside {along.min():g} to {along.max():g}."
        )
    equal = np.flatnonzero(along == value)
    if len(equal):
        best = equal[np.argmax((found + left)[equal])]
        return thresholds[best], found[best], left[best]
    order = slice(None, None, -1) if falling else slice(None)
    return (
        NA,
        float(np.interp(value, along[order], found[order])),
        float(np.interp(value, along[order], left[order])),
    )


def _table(
    roc: Roc, thresholds: Doubles, found: Doubles, left: Doubles, ratio: float
) -> dict[str, Doubles]:
    """Return every coordinate of some points; rates in percent where the curve is."""
    unit = roc.unit
    cases, controls = len(roc.cases), len(roc.controls)
    tp, tn = found * cases, left * controls
    fn, fp = cases - tp, controls - tn
    with np.errstate(invalid="ignore", divide="ignore"):
        npv, ppv = unit * tn / (tn + fn), unit * tp / (tp + fp)
    accuracy = unit * (tp + tn) / (cases + controls)
    sensitivity, specificity = found * unit, left * unit
    return {
        "threshold": thresholds,
        "specificity": specificity,
        "sensitivity": sensitivity,
        "accuracy": accuracy,
        "tn": tn, "tp": tp, "fn": fn, "fp": fp,
        "npv": npv,
        "ppv": ppv,
        "fdr": unit - ppv,
        "fpr": unit - specificity,
        "tpr": sensitivity,
        "tnr": specificity,
        "fnr": unit - sensitivity,
        "1-specificity": unit - specificity,
        "1-sensitivity": unit - sensitivity,
        "1-accuracy": unit - accuracy,
        "1-npv": unit - npv,
        "1-ppv": unit - ppv,
        "precision": ppv,
        "recall": sensitivity,
        "youden": unit * (found + ratio * left),
        "closest.topleft": unit * ((1 - found) ** 2 + ratio * (1 - left) ** 2),
    }  # fmt: skip


def _shaped(
    values: Doubles, columns: list[str], *, transpose: bool, matrix: bool, drop: bool
) -> Any:
    if transpose:
        if drop and 1 in values.shape:
            names = None if len(values) > 1 else pd.Index(columns, dtype=object)
            flat = values.ravel()
            return flat if names is None else pd.Series(flat, index=names)
        return named_matrix(values.T, columns)
    if matrix:
        return named_matrix(values, None, columns)
    lone = len(values) == 1 and not set(columns) <= set(USUAL)
    frame = pd.DataFrame(values, index=pd.Index(["threshold"], dtype=object) if lone else None)
    frame.columns = pd.Index(columns, dtype=object)
    return frame
