"""From a formula to arrays, and from fitted arrays back to values with row names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import numbers
from rnet.formulas.evaluate import Scope
from rnet.formulas.model_frame import ModelFrame, model_frame, model_frame_for
from rnet.formulas.model_matrix import DesignMatrix, model_matrix
from rnet.formulas.variables import data_frame, evaluated_argument
from rnet.frames import UserVariables
from rnet.linear.qr import Reflections
from rnet.settings import current
from rnet.values import NA

DATA_ARGUMENTS = (
    "formula", "data", "subset", "weights", "na_action", "offset", "contrasts",
)  # fmt: skip
"""What of the arguments of `lm` and `glm` makes their data."""

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ModelData:
    """The arrays of a linear model and where they came from.

    Attributes
    ----------
    frame : ModelFrame
        The variables of the n complete cases.
    design : DesignMatrix
        The matrix, shape (n, p), with the encoding that new data need.
    offset : str, array_like or None
        The argument `offset` as it was given, to be evaluated again in new data.
    data : DataFrame, mapping or None
        The argument `data`.
    """

    frame: ModelFrame
    design: DesignMatrix
    offset: Any
    data: Any

    def named(self, values: Floats) -> "pd.Series[float]":
        """Return values of the cases used, with their names."""
        return pd.Series(values, index=pd.Index(list(self.frame.row_names), dtype=object))

    def padded(self, values: Floats) -> "pd.Series[float]":
        """Return values with NA for the cases that `na.exclude` dropped."""
        return self.frame.left_out.padded(self.named(values))

    def by_column(self, values: Floats) -> "pd.Series[float]":
        """Return p coefficients with the names of the columns."""
        return pd.Series(values, index=pd.Index(self.design.column_names, dtype=object))

    def independent_columns(self, qr: Reflections) -> list[str]:
        """Return the names of the columns that count, in the order of the decomposition."""
        return [self.design.column_names[i] for i in qr.pivot[: qr.rank]]

    def rotated(self, effects: Floats, qr: Reflections) -> "pd.Series[float]":
        """Return effects, shape (m,), with the names of the columns they were rotated onto."""
        names = self.independent_columns(qr)
        names += [""] * (len(effects) - len(names))
        return pd.Series(effects, index=pd.Index(names, dtype=object))

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped: their numbers, counted from 1, by name; None if there are none."""
        return self.frame.left_out.numbered()

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor; None without factors."""
        return self.design.contrasts or None

    @property
    def xlevels(self) -> dict[str, list[str]]:
        """The levels of every factor among the predictors."""
        levels = self.frame.terms.encoding.levels
        return {name: list(values) for name, values in levels.items()}

    @property
    def model(self) -> pd.DataFrame:
        """The model frame as a DataFrame."""
        return self.frame.to_pandas()


def model_data(
    formula: Any,
    data: Any,
    *,
    subset: Any,
    weights: Any,
    na_action: Any,
    offset: Any,
    contrasts: Mapping[str, Any] | None,
    extras: Mapping[str, Any] | None = None,
) -> ModelData:
    """Evaluate a formula and code its predictors; the arguments are those of `model_frame`."""
    frame = model_frame(
        formula,
        data,
        subset=subset,
        na_action=na_action,
        weights=weights,
        offset=offset,
        drop_unused_levels=True,
        extras=extras,
    )
    if frame.response is None:
        raise RError(
            "incompatible dimensions", "The formula has no response: write it before the `~`."
        )
    if not len(frame):
        raise RError("0 (non-NA) cases", "Every row has a missing value, or there are no rows.")
    return ModelData(frame, model_matrix(frame, contrasts=contrasts), offset, data)


def new_design(of: ModelData, newdata: Any) -> tuple[DesignMatrix, Floats | None]:
    """Return design matrix and offset of new data, coded as the fitted data were."""
    frame = model_frame_for(of.design.terms, newdata)
    offset = frame.offset
    if of.offset is not None:
        scope = Scope(data_frame(newdata), UserVariables())
        given = evaluated_argument(of.offset, scope, "(offset)")
        added = np.zeros(0) if given is None else numbers(given)
        if len(added) != len(frame):
            raise RError(
                "variable lengths differ (found for '(offset)')",
                'Give the offset as an expression of the data, such as offset="log(n)".',
            )
        offset = added if offset is None else offset + added
    return model_matrix(frame), offset


def numeric_response(frame: ModelFrame) -> Floats:
    """Return the response of a linear model as numbers."""
    response = frame.response
    assert response is not None
    if isinstance(response, np.ndarray) and response.dtype == object:
        return _parsed(response)
    return numbers(response)


def warn_of_factor(frame: ModelFrame) -> None:
    """Warn, as R does, of a linear model whose response is a factor."""
    if isinstance(frame.response, pd.Categorical):
        warn('using type = "numeric" with a factor response will be ignored', stacklevel=6)
        warn("‘-’ not meaningful for factors", stacklevel=6)


def check_finite(matrix: Floats, response: Floats) -> None:
    """Refuse what least squares cannot take."""
    for name, columns in (("x", matrix.T), ("y", [response])):
        if not all(np.isfinite(column).all() for column in columns):
            raise RError(
                f"NA/NaN/Inf in '{name}'",
                "Remove infinite values, and do not let missing ones pass (na_action).",
            )


def warn_of_deficiency(of: ModelData, independent: npt.NDArray[np.intp], new: Floats) -> None:
    """Warn, as R does, of predictions that depend on which collinear columns were dropped."""
    if len(independent) == of.design.values.shape[1]:
        return
    if not current().follows("4.3"):
        warn("prediction from a rank-deficient fit may be misleading", stacklevel=5)
    elif not np.all(_is_estimable(of.design.values, new)):
        warn(
            'prediction from rank-deficient fit; attr(*, "non-estim") has doubtful cases',
            "The new rows break a dependence that the columns of the fitted data obey.",
            stacklevel=5,
        )


def _is_estimable(fitted: Floats, new: Floats, tolerance: float = 1e-6) -> npt.NDArray[np.bool_]:
    """Whether new rows lie in the row space of the fitted matrix, up to a share of their norm."""
    scale = np.linalg.norm(fitted, axis=0)
    scale[scale == 0] = 1.0
    _, singular, right = np.linalg.svd(fitted / scale, full_matrices=True)
    rank = int(np.sum(singular > 1e-7 * singular[0]))
    outside = np.linalg.norm((new / scale) @ right[rank:].T, axis=1)
    return np.asarray(outside <= tolerance * np.linalg.norm(new / scale, axis=1), dtype=np.bool_)


def _parsed(texts: npt.NDArray[Any]) -> Floats:
    try:
        return np.array([NA if text is None else float(text) for text in texts])
    except ValueError as error:
        warn("NAs introduced by coercion")
        raise RError(
            "NA/NaN/Inf in 'y'", "The response is text; make it a number or a factor."
        ) from error
