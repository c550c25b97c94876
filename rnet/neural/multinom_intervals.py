"""Confidence limits of the coefficients of a multinomial model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.neural.multinom_model import Multinom
from rnet.printing.matrix import format_array
from rnet.printing.numbers import number_text
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ClassIntervals(Record):
    """Confidence limits class by class, an array of three dimensions in R.

    Attributes
    ----------
    values : ndarray, shape (coefficients, 2, classes)
    coefficient_names, limit_names, class_names : list of str
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    values: Doubles
    coefficient_names: list[str]
    limit_names: list[str]
    class_names: list[str]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        return np.array(self.values, dtype=dtype, copy=copy)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return the limits of one class, a matrix."""
        if name not in self.class_names:
            raise RError("subscript out of bounds", f"Classes: {', '.join(self.class_names)}.")
        of_class = self.values[:, :, self.class_names.index(name)]
        return named_matrix(of_class, self.coefficient_names, self.limit_names)

    def names(self) -> list[str]:
        """Return the classes."""
        return list(self.class_names)

    def __str__(self) -> str:
        names = [self.coefficient_names, self.limit_names, self.class_names]
        return format_array(self.values, names) + "\n"


def intervals(
    fit: Multinom, parm: Any = None, level: float = 0.95
) -> "pd.DataFrame | ClassIntervals":
    """Return normal confidence limits of the coefficients.

    Parameters
    ----------
    fit : Multinom
    parm : str, int or sequence of them, optional
        Names of coefficients, or numbers counted from 1; all by default.
    level : float
        Probability of the interval.

    Returns
    -------
    DataFrame or ClassIntervals
        For two classes a matrix, else one matrix for each class.

    Notes
    -----
    R page: `?confint`.
    """
    from scipy.special import ndtri  # noqa: PLC0415 - slow to load

    chosen = _chosen(fit.coefnames, parm)
    names = [fit.coefnames[i] for i in chosen]
    tails = np.array([(1 - level) / 2, 1 - (1 - level) / 2])
    limit_names = [f"{number_text(100 * tail, 3)} %" for tail in tails]
    estimates, errors = fit.coefficient_array()[:, chosen], fit.standard_errors()[:, chosen]
    limits = estimates[:, :, None] + errors[:, :, None] * ndtri(tails)
    if fit.cases.is_binomial:
        return named_matrix(limits[0], names, limit_names)
    return ClassIntervals(limits.transpose(1, 2, 0), names, limit_names, fit.compared_classes)


def _chosen(names: Sequence[str], parm: Any) -> list[int]:
    if parm is None:
        return list(range(len(names)))
    wanted = [parm] if isinstance(parm, str | int) else list(parm)
    try:
        return [names.index(w) if isinstance(w, str) else range(len(names))[w - 1] for w in wanted]
    except (ValueError, IndexError):
        raise RError("subscript out of bounds", f"Coefficients: {', '.join(names)}.") from None
