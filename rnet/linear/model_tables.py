"""R's `model.tables`: means or effects of the factors of an analysis of variance."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.contingency_table import Table
from rnet.linear.cell_means import Projections, cells_of, effects_of, means_of, projections
from rnet.linear.error_strata import AOVStrata
from rnet.linear.print_model_tables import format_model_tables
from rnet.linear.TukeyHSD import unweighted_variance, warn_of_numbers
from rnet.linear.variance_model import AOV
from rnet.match_arg import match_arg
from rnet.printing.show import Style, console_text
from rnet.record import Record

Floats: TypeAlias = npt.NDArray[np.float64]

TYPES = ("effects", "means", "residuals")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ModelTables(Record):
    """Means or effects by the levels of factors.

    Attributes
    ----------
    type : {"effects", "means"}
    grand_mean : float or None
        Of the table of means of a model with an intercept.
    tables : mapping of str to Table
        Of each term the numbers, one dimension a factor; NaN in empty cells.
    replications : mapping of str to Table
        How many cases each cell has.
    se : Series or None
        Standard errors of effects, or of differences of means, by term; of balanced designs.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("tables", "n", "se")
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("se",)

    type: str
    grand_mean: float | None
    tables: Mapping[str, Table]
    replications: Mapping[str, Table]
    se: "pd.Series[float] | None"

    def __str__(self) -> str:
        return format_model_tables(self)

    @property
    def is_balanced(self) -> bool:
        """Whether within each term all cells have as many cases."""
        return all(len(np.unique(table.counts)) == 1 for table in self.replications.values())

    @property
    def n(self) -> "pd.Series[int] | Mapping[str, Table]":
        """The replications: of balanced designs one number a term."""
        return self.cell_sizes() if self.is_balanced else self.replications

    def cell_sizes(self) -> "pd.Series[int]":
        """Return how many cases the first cell of each term has, as all of a balanced design."""
        found = {name: int(table.counts.flat[0]) for name, table in self.replications.items()}
        return pd.Series(found)


def model_tables(
    x: AOV | AOVStrata,
    type: str = "effects",  # noqa: A002 - R's name
    se: bool = False,
    cterms: str | Sequence[str] | None = None,
) -> ModelTables:
    """Return the means or effects of the factors of an analysis of variance.

    Parameters
    ----------
    x : AOV or AOVStrata
        A result of `aov`.
    type : {"effects", "means"}
        Effects are deviations of means, adjusted for the terms before.
    se : bool, default False
        Whether standard errors are given: of effects, or of differences of means.
    cterms : str or sequence of str, optional
        Which terms; all of factors by default.

    Returns
    -------
    ModelTables
        Prints as in R; `result.tables["wool"]` is a Table.

    Raises
    ------
    RError
        `'cterms' argument must match terms in model object`.

    Notes
    -----
    R page: `?model.tables`. R fails for models with numeric predictors; here they are left out,
    with its warning. A term of several error strata is refused.

    Examples
    --------
    >>> from rnet import aov, data, model_tables
    >>> fit = aov("weight ~ group", data("PlantGrowth"))
    >>> model_tables(fit, "means").tables["group"].as_vector().round(3).tolist()
    [5.032, 4.661, 5.526]
    """
    if not isinstance(x, AOV | AOVStrata):
        raise RError(
            "no applicable method for 'model.tables' applied to an object of class "
            f'"{type_name(x)}"',
            "model_tables takes what aov returned.",
        )
    kind = match_arg(type, TYPES)
    if kind == "residuals":
        raise RError("type 'residuals' is not implemented yet", "Take 'effects' or 'means'.")
    projected = projections(x if isinstance(x, AOVStrata) else x.linear)
    warn_of_numbers(projected)
    terms = _chosen(projected, cterms)
    of = effects_of if kind == "effects" else means_of
    tables = {term: _table(projected, term, of(projected, term)) for term in terms}
    counts = {
        term: _table(projected, term, cells_of(projected.model_data, term).counts().astype(int))
        for term in terms
    }
    mean = projected.grand_mean if kind == "means" else None
    found = ModelTables(kind, mean, tables, counts, None)
    errors = _standard_errors(x, found) if se else None
    return ModelTables(kind, mean, tables, counts, errors)


def type_name(x: object) -> str:
    """Return the class of an object as messages name it."""
    return type(x).__name__.lower()


def _chosen(projected: Projections, wanted: str | Sequence[str] | None) -> list[str]:
    labels = projected.terms.labels
    known = [term for term in projected.factor_terms() if labels.index(term) + 1 in projected.parts]
    if wanted is None:
        return known
    given = [wanted] if isinstance(wanted, str) else list(wanted)
    if not set(given) <= set(known):
        raise RError(
            "'cterms' argument must match terms in model object", f"Terms: {', '.join(known)}."
        )
    return given


def _table(projected: Projections, term: str, cells: npt.NDArray[Any]) -> Table:
    factors = cells_of(projected.model_data, term).factors
    return Table(cells.reshape(tuple(map(len, factors.values())), order="F"), factors)


def _standard_errors(fit: AOV | AOVStrata, found: ModelTables) -> "pd.Series[float] | None":
    if isinstance(fit, AOVStrata) and found.type == "means":
        warn("SEs for type 'means' are not yet implemented", stacklevel=4)
        return None
    if not found.is_balanced:
        sys.stderr.write("Design is unbalanced - use se.contrast() for se's\n")
        return None
    variances = pd.Series({term: _error_variance(fit, term) for term in found.tables})
    share = variances / found.cell_sizes()
    return (2 * share if found.type == "means" else share) ** 0.5


def _error_variance(fit: AOV | AOVStrata, term: str) -> float:
    """Return the residual variance a term is tested against."""
    if isinstance(fit, AOV):
        return unweighted_variance(fit)
    for stratum in fit.strata.values():
        if stratum.of.labels.index(term) + 1 in stratum.effects().numbers():
            effects = stratum.effects()
            return effects.residual / stratum.fit.df_residual
    raise AssertionError(term)


@console_text.register
def _(x: ModelTables, style: Style) -> str:
    return format_model_tables(x, style.digits)
