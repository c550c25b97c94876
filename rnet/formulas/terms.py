"""`terms`: what a formula says, worked out: variables, terms and how they are made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.encoding import Encoding
from rnet.formulas.expand_dot import expand_dot, other_columns
from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.names import frame_name
from rnet.formulas.term_algebra import Term, TermAlgebra
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.record import Record

Factors = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Terms(Record):
    """The terms of a formula, with the encoding of the data once there was a model frame.

    Attributes
    ----------
    formula : Formula
        The formula, `.` written out.
    variables : tuple of Node
        All variables in order of appearance, the response first.
    variable_labels : tuple of str
        Their texts, back-ticked where R needs it.
    labels : tuple of str
        The term labels, by rising order.
    order : tuple of int
        How many variables each term has.
    members : tuple of tuple of int
        The positions of each term's variables in `variables`.
    factors : ndarray of int8, shape (variables, terms)
        0: not in the term; 1: coded by contrasts; 2: coded by all levels.
    intercept, response : int
        1 if there is one, else 0; a response is the first variable.
    offsets : tuple of int
        Positions in `variables` of the `offset()` calls.
    encoding : Encoding
        Levels, bases and contrasts kept for new data; empty before a model frame was made.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "formula",
        "variables",
        "factors",
        "term.labels",
        "order",
        "intercept",
        "response",
    )

    formula: Formula
    variables: tuple[Node, ...]
    variable_labels: tuple[str, ...]
    labels: tuple[str, ...]
    order: tuple[int, ...]
    members: tuple[Term, ...]
    factors: Factors
    intercept: int
    response: int
    offsets: tuple[int, ...]
    encoding: Encoding = field(default_factory=Encoding)

    @property
    def term_labels(self) -> tuple[str, ...]:
        """R's name for `labels`."""
        return self.labels

    def predicted_variables(self) -> tuple[Node, ...]:
        """Return the variables as new data are evaluated: a basis with its parameters."""
        bases = [self.encoding.bases.get(name) for name in self.frame_names]
        return tuple(
            basis.call(node) if basis is not None and isinstance(node, Call) else node
            for node, basis in zip(self.variables, bases, strict=True)
        )

    @property
    def frame_names(self) -> tuple[str, ...]:
        """The names the variables have in a model frame: plain names without back-ticks."""
        return tuple(frame_name(node) for node in self.variables)

    def with_encoding(self, **parts: Any) -> "Terms":
        """Return these terms with parts of the encoding replaced."""
        return replace(self, encoding=replace(self.encoding, **parts))

    def __str__(self) -> str:
        from rnet.formulas.print_terms import format_terms  # noqa: PLC0415 - text, seldom wanted

        return format_terms(self)


def terms(formula: str | Formula | Terms | HasDesign, data_columns: Any = None) -> Terms:
    """Work out the terms of a formula.

    Parameters
    ----------
    formula : str, Formula or fit
        The formula, or a fit, whose own terms are returned. An object made by this function is
        returned as it is.
    data_columns : DataFrame or sequence of str, optional
        What `.` stands for: all columns that the left side does not mention.

    Returns
    -------
    Terms
        Labels, order, factors matrix, intercept, response, variables and offsets.

    Raises
    ------
    RError
        For a formula that means nothing, or with `.` and no data.

    Notes
    -----
    R pages: `?terms.formula`, `?terms.object`, `?formula`. Within one order, terms keep the order
    of the formula; a term appears once; `a %in% b` is labelled `a:b`, as R has done since 4.2.2.

    Examples
    --------
    >>> terms("y ~ a * b - 1").labels
    ('a', 'b', 'a:b')
    """
    if isinstance(formula, HasDesign):
        return formula.used_design.terms
    if isinstance(formula, Terms):
        return formula
    return terms_of(parse_formula(formula), _column_names(data_columns))


def terms_of(formula: Formula, columns: Sequence[str] | None) -> Terms:
    """Return the terms of a parsed formula; `columns` None leaves no meaning to `.`."""
    dot = None if columns is None else other_columns(formula, columns)
    algebra = TermAlgebra(dot)
    if formula.response is not None:
        algebra.variable(formula.response)
    found = algebra.terms(formula.right)
    response = int(formula.response is not None)
    offsets = tuple(i for i in range(response, len(algebra.variables)) if _is_offset(algebra, i))
    kept = [term for term in found if term and not set(term).intersection(offsets)]
    members = tuple(sorted(kept, key=len))
    labels = tuple(":".join(algebra.labels[i] for i in term) for term in members)
    return Terms(
        formula=formula if dot is None else expand_dot(formula, dot),
        variables=tuple(algebra.variables),
        variable_labels=tuple(algebra.labels),
        labels=labels,
        order=tuple(len(term) for term in members),
        members=members,
        factors=_factors(members, len(algebra.variables)),
        intercept=int(algebra.intercept),
        response=response,
        offsets=offsets,
    )


def delete_response(of: Terms) -> Terms:
    """Return the terms without the response: what is needed to predict.

    A term that is the response stays as one without variables and columns, so that the numbers
    of the other terms are those of the fit.
    """
    if not of.response:
        return of
    shifted = tuple(tuple(i - 1 for i in term if i > 0) for term in of.members)
    return replace(
        of,
        formula=Formula(None, of.formula.right),
        variables=of.variables[1:],
        variable_labels=of.variable_labels[1:],
        members=shifted,
        factors=of.factors[1:],
        response=0,
        offsets=tuple(i - 1 for i in of.offsets),
    )


def _column_names(data: Any) -> list[str] | None:
    if data is None:
        return None
    names = data.columns if isinstance(data, pd.DataFrame) else data
    if isinstance(names, str):
        raise RError("argument is not a valid model", "Give the columns as a list of names.")
    return [str(name) for name in names]


def _is_offset(algebra: TermAlgebra, position: int) -> bool:
    match algebra.variables[position]:
        case Call(Symbol("offset"), (Argument(), *_)):
            return True
    return False


def _factors(members: Sequence[Term], variables: int) -> Factors:
    """Return the factors matrix: 1 where the rest of the term lies within an earlier term."""
    factors = np.zeros((variables, len(members)), dtype=np.int8)
    seen: set[Term] = {()}
    for column, term in enumerate(members):
        if len(term) == 1:
            factors[term[0], column] = 1
        else:
            for place, position in enumerate(term):
                rest = term[:place] + term[place + 1 :]
                within = rest in seen or bool(factors[list(rest), :column].all(axis=0).any())
                factors[position, column] = 1 if within else 2
        seen.add(term)
    return factors
