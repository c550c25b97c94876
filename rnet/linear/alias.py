"""Which coefficients depend on which: `alias` and `kappa` (R pages `?alias`, `?kappa`)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pandas as pd

from rnet.formulas.formula import Formula
from rnet.html_text import text_to_html
from rnet.language.deparse import deparse
from rnet.linear.coefficient_tests import unscaled_covariance
from rnet.linear.condition import estimated_condition
from rnet.printing.matrix import format_matrix
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel

NEGLIGIBLE = 1e-10
LARGEST_DENOMINATOR = 2000


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Aliases(Record):
    """The linear dependences among the columns of a model.

    Attributes
    ----------
    model : Formula
        The model.
    complete : DataFrame or None
        A matrix: each collinear column as a combination of the independent ones.
    partial : DataFrame or None
        A matrix: the correlations of the coefficients, above the diagonal.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("Model", "Complete", "Partial")
    KEPT_AS: ClassVar[dict[str, str]] = {
        "Model": "model", "Complete": "complete", "Partial": "partial",
    }  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("Complete", "Partial")

    model: Formula
    complete: pd.DataFrame | None
    partial: pd.DataFrame | None

    def __str__(self) -> str:
        return format_aliases(self)

    def _repr_html_(self) -> str:
        parts = [text_to_html("\n".join(["Model :", *deparse(self.model.tree)]))]
        if self.complete is not None:
            fractions = pd.DataFrame(self.complete).map(_fraction)
            parts.append(f"<pre>Complete :</pre>{fractions.to_html()}")
        if self.partial is not None:
            parts.append(text_to_html(f"Partial :\n{format_r(self.partial)}"))
        return "".join(parts)


def alias_of(fit: "FittedModel", *, complete: bool = True, partial: bool = False) -> Aliases:
    """Return how collinear columns are made of the independent ones, and how these correlate."""
    return Aliases(
        fit.formula,
        _combinations(fit) if complete else None,
        _correlations(fit) if partial else None,
    )


def _combinations(fit: "FittedModel") -> pd.DataFrame | None:
    matrix, estimated = fit.model_data.design.values, fit.estimated
    names = fit.model_data.design.column_names
    rest = [j for j in range(matrix.shape[1]) if j not in set(estimated.tolist())]
    if not rest:
        return None
    basis = matrix[:, estimated]
    found = np.linalg.lstsq(basis, matrix[:, rest], rcond=None)[0].T
    found[np.abs(found) < NEGLIGIBLE * np.abs(found).max(initial=1.0)] = 0.0
    return named_matrix(found, [names[j] for j in rest], [names[j] for j in estimated])


def _correlations(fit: "FittedModel") -> pd.DataFrame | None:
    covariance = unscaled_covariance(fit.decomposition)
    spread = np.sqrt(np.diag(covariance))
    found = np.triu(covariance / np.outer(spread, spread), 1)
    found[np.abs(found) < NEGLIGIBLE] = 0.0
    names = fit.estimated_names
    return named_matrix(found, names, names) if found.any() else None


def format_aliases(aliases: Aliases) -> str:
    """Return R's text: the model, and the dependences in fractions."""
    lines = ["Model :", *deparse(aliases.model.tree), ""]
    if aliases.complete is not None:
        table = aliases.complete
        texts = [_fraction(value) for value in table.to_numpy().ravel()]
        width = max(map(len, texts))
        padded = np.array([text.rjust(width) for text in texts], dtype=object)
        cells = padded.reshape(table.shape)
        lines += ["Complete :", format_matrix(cells, list(table.index), list(table.columns)), ""]
    if aliases.partial is not None:
        lines += ["Partial :", format_r(aliases.partial), ""]
    return "\n".join(lines)


def _fraction(value: float) -> str:
    return str(Fraction(value).limit_denominator(LARGEST_DENOMINATOR))


def condition(fit: "FittedModel", *, exact: bool) -> float:
    """Return the condition number of the weighted design: LINPACK's estimate in the 1-norm.

    Exact means the ratio of the largest to the smallest singular value.
    """
    qr = fit.decomposition
    size = min(qr.packed.shape)
    whole = np.triu(qr.packed[:size, :size], 1) + np.diag(qr.diagonal[:size])
    if not exact:
        return estimated_condition(whole)
    spread = np.linalg.svd(whole, compute_uv=False)
    return float(spread.max() / spread[spread > 0].min())
