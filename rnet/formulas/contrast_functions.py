"""Contrasts inside formulas: `C(g, sum)`, and the `contr.` functions as values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, class_of, numbers, strings
from rnet.formulas.contrast_table import BY_NAME, contrast_matrix, level_names, treatment
from rnet.formulas.encoding import Contrast, KeptBasis
from rnet.formulas.factor_functions import as_factor
from rnet.settings import current
from rnet.values import axis_names, named_matrix


@dataclass(frozen=True, slots=True)
class KeptContrast(KeptBasis):
    """The contrast a variable `C(g, ...)` carries."""

    label: str
    contrast: Contrast

    def columns(self, x: Column) -> Column:
        """Return the factor of new values; R says that the contrasts do not travel with it."""
        warn(f"contrasts dropped from factor {self.label}", stacklevel=5)
        return as_factor(x)


def fit_contrast(label: str, x: Column, wanted: Any = None) -> tuple[Column, KeptContrast]:
    """Return `C(x, wanted)`: a factor, and its contrast by name or as a matrix."""
    if class_of(x) not in ("factor", "ordered", "character", "logical"):
        raise RError("object not interpretable as a factor", "C(g, sum) takes a factor.")
    made = as_factor(x)
    levels = [str(level) for level in made.categories]
    contrast: Contrast
    if wanted is None:
        contrast = current().contrasts[bool(made.ordered)]
    elif isinstance(wanted, str):
        contrast = wanted
    else:
        matrix = wanted(made.categories.to_numpy(dtype=object)) if callable(wanted) else wanted
        if not isinstance(matrix, Matrix):
            matrix = Matrix(numbers(matrix)[:, None])
        contrast = contrast_matrix(_frame(matrix, levels), levels)
    return made, KeptContrast(label, contrast)


def _frame(matrix: Matrix, levels: list[str]) -> pd.DataFrame:
    names = levels if len(levels) == len(matrix) else None
    return named_matrix(matrix.values, names, matrix.column_names)


def contrast_name(name: str) -> str | None:
    """Return the contrasts that a bare name means in `C(g, sum)`, or None."""
    return f"contr.{name}" if f"contr.{name}" in BY_NAME else None


def _as_value(name: str) -> Callable[..., Matrix]:
    def contrasts(n: Column, base: Column | None = None) -> Matrix:
        named = class_of(n) == "character" or len(n) > 1
        levels = level_names(strings(n).tolist() if named else int(numbers(n)[0]))
        if base is not None and name == "contr.treatment":
            made = treatment(levels, int(numbers(base)[0]) - 1)
        else:
            made = BY_NAME[name](levels)
        names = axis_names(made.columns)
        return Matrix(made.to_numpy(), None if names is None else tuple(map(str, names)))

    return contrasts


FUNCTIONS: dict[str, Callable[..., Any]] = {
    **{name: _as_value(name) for name in BY_NAME},
    "C": lambda object, contr=None: fit_contrast("", object, contr)[0],  # noqa: A006
}
