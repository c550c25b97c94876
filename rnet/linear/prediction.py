"""What predictions with standard errors, and predictions by terms, are kept in."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.printing.numbers import format_real
from rnet.printing.show import format_r
from rnet.record import Record, attribute_name

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TermPredictions(Record):
    """What each term adds to the linear predictor.

    Attributes
    ----------
    frame : DataFrame
        A matrix, cases by terms, each term centred.
    constant : float
        What all terms were centred by; their sum plus the constant is the linear predictor.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("frame", "constant")

    frame: pd.DataFrame
    constant: float

    def __str__(self) -> str:
        (number,) = format_real([self.constant])
        return f'{format_r(self.frame)}\nattr(,"constant")\n[1] {number}'

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        return np.array(self.frame, dtype=dtype, copy=copy)

    def to_pandas(self) -> pd.DataFrame:
        """Return the matrix, without the constant."""
        return self.frame


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Prediction(Record):
    """Predictions with their standard errors.

    Attributes
    ----------
    fit : Series, DataFrame or TermPredictions
        The predictions; with an interval a matrix with columns fit, lwr, upr.
    se_fit : Series, ndarray or DataFrame, or None
        Standard errors of the predicted means; of a single case without its name, as in R.
    lwr, upr : TermPredictions or None
        Limits, where terms were predicted with an interval.
    df : float or None
        Residual degrees of freedom; None for a generalized linear model.
    residual_scale : float
        The residual standard deviation, or the root of the dispersion.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "fit", "se.fit", "lwr", "upr", "df", "residual.scale",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("se.fit", "lwr", "upr", "df")

    fit: Any
    se_fit: Any
    lwr: Any
    upr: Any
    df: float | None
    residual_scale: float

    def __str__(self) -> str:
        return format_r({name: getattr(self, attribute_name(name)) for name in self.names()})
