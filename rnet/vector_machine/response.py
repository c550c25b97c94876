"""The response of a machine: class codes with their levels, or numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, class_of, numbers, strings
from rnet.vector_machine.svm_types import SvmType

UNNAMED_WEIGHTS = "Weights have to be specified along with their according level names !"
INVERSE = "inverse"


@dataclass(frozen=True, slots=True)
class Response:
    """A response the solver can read.

    Attributes
    ----------
    values : numpy.ndarray, shape (n,)
        Class codes from 0, or the response itself.
    levels : tuple of str
        The classes by code; empty when there are none.
    """

    values: npt.NDArray[np.float64]
    levels: tuple[str, ...]


def as_response(kind: SvmType, y: Column | None, rows: int) -> Response:
    """Return the response for a type of machine.

    Parameters
    ----------
    kind : SvmType
        Decides whether classes or numbers are wanted; one-classification looks at neither.
    y : Column or None
        The left side of the formula, shape (n,).
    rows : int
        n.

    Raises
    ------
    RError
        R's words for a response of the wrong class, or with values that are not finite.
    """
    if not kind.classifies and not kind.regresses:
        return Response(np.ones(rows), ())
    if y is None or isinstance(y, Matrix):
        raise RError("test data does not match model !", "The response must be one column.")
    response = _classes(y) if kind.classifies else Response(_numbers(y), ())
    if not np.isfinite(response.values).all():
        raise RError(
            "NA/NaN/Inf in foreign function call (arg 4)",
            "The response holds missing or infinite values.",
        )
    return response


def _classes(y: Column) -> Response:
    if isinstance(y, pd.Categorical):
        codes = np.where(y.codes < 0, np.nan, y.codes)
        return Response(codes, tuple(y.categories))
    values = numbers(y) if class_of(y) != "character" else np.array([np.nan])
    if np.isnan(values).any():
        raise RError("missing value where TRUE/FALSE needed", "Make the response a factor.")
    if (values != np.floor(values)).any():
        raise RError(
            "dependent variable has to be of factor or integer type for classification mode.",
            "Cut the response into classes, or use a regression type.",
        )
    present, codes = np.unique(values, return_inverse=True)
    texts = strings(present.astype(np.bool_) if class_of(y) == "logical" else present)
    return Response(codes.astype(np.float64), tuple(texts))


def _numbers(y: Column) -> npt.NDArray[np.float64]:
    if class_of(y) != "numeric":
        raise RError(
            "Need numeric dependent variable for regression.",
            "For classes make the response a factor, or say type='C-classification'.",
        )
    return numbers(y)


def class_weights_of(kind: SvmType, given: Any, response: Response) -> npt.NDArray[np.float64]:
    """Return a weight for every class code.

    Parameters
    ----------
    kind : SvmType
        Weights are dropped, with R's warning, unless it classifies.
    given : mapping, Series, "inverse" or None
        Weights by level name, or one over each class's count.
    response : Response
        Codes and levels.

    Raises
    ------
    RError
        R's words for weights without names or with wrong ones.
    """
    weights = np.ones(len(response.levels))
    if given is None:
        return weights
    if not kind.classifies:
        warn(
            "‘class.weights’ are set to NULL for regression mode. For classification, use a "
            "_factor_ for ‘y’, or specify the correct ‘type’ argument.",
            "The machine is fitted without weights.",
            stacklevel=5,
        )
        return weights
    if isinstance(given, str) and given == INVERSE:
        return _inverse_counts(response)
    if not isinstance(given, Mapping | pd.Series):
        raise RError(UNNAMED_WEIGHTS, "For example {'yes': 2, 'no': 1}, or 'inverse'.")
    return _named_weights(given, response.levels)


def _inverse_counts(response: Response) -> npt.NDArray[np.float64]:
    levels = len(response.levels)
    counts = np.bincount(response.values.astype(np.intp), minlength=levels)
    present = int((counts > 0).sum())
    if present < levels:
        raise RError(
            f"'names' attribute [{levels}] must be the same length as the vector [{present}]",
            "A level without cases has no inverse count; drop unused levels first.",
        )
    return 1.0 / counts


def _named_weights(
    given: "Mapping[Any, float] | pd.Series[float]", levels: tuple[str, ...]
) -> npt.NDArray[np.float64]:
    weights = np.ones(len(levels))
    for name, weight in given.items():
        text = _level_name(name)
        if text not in levels:
            raise RError(
                "At least one level name is missing or misspelled.",
                f"Levels are: {', '.join(levels)}.",
            )
        if not 0 < float(weight) < np.inf:
            raise RError(
                "NA/NaN/Inf in foreign function call (arg 9)",
                "Class weights must be positive and finite.",
            )
        weights[levels.index(text)] = float(weight)
    return weights


def _level_name(name: Any) -> str:
    return name if isinstance(name, str) else str(strings(np.asarray([name]))[0])
