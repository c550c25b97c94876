"""Which terms can be dropped from a model or added to it without breaking the hierarchy."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.formulas.terms import Terms, terms
from rnet.formulas.update_formula import update_formula

TermSet: TypeAlias = frozenset[str]


def term_sets(of: Terms) -> dict[TermSet, str]:
    """Return the terms as sets of variables, with their labels, in order."""
    return {
        frozenset(of.variable_labels[i] for i in members): label
        for members, label in zip(of.members, of.labels, strict=True)
    }


def is_formula(scope: Any) -> bool:
    """Whether a scope is a formula rather than labels of terms."""
    return isinstance(scope, Formula | Terms) or (isinstance(scope, str) and "~" in scope)


def scope_terms(formula: Formula, scope: Any) -> Terms:
    """Return the terms of a scope in which `.` stands for a model's."""
    if isinstance(scope, Terms):
        return scope
    if isinstance(scope, str) and not is_formula(scope):
        scope = f"~ . + {scope}"
    elif not isinstance(scope, str | Formula):
        scope = "~ . + " + " + ".join(scope)
    return terms(update_formula(formula, scope))


def droppable(of: Terms, lower: Terms | None = None) -> list[str]:
    """Return the labels of terms that no other contains, those of `lower` left out.

    Examples
    --------
    >>> droppable(terms("y ~ a * b + c"))
    ['c', 'a:b']
    """
    sets = term_sets(of)
    kept = {} if lower is None else term_sets(lower)
    return [
        label
        for term, label in sets.items()
        if term not in kept and not any(term < other for other in sets)
    ]


def addable(of: Terms, upper: Terms) -> list[str]:
    """Return the labels of terms of `upper` whose margins the model has.

    Examples
    --------
    >>> addable(terms("y ~ a"), terms("y ~ a * b"))
    ['b']
    """
    own = term_sets(of)
    new = {term: label for term, label in term_sets(upper).items() if term not in own}
    return [label for term, label in new.items() if not any(other < term for other in new)]


def check_bounds(of: Terms, lower: Terms | None, upper: Terms | None) -> None:
    """Refuse a lower scope with terms the model has not, an upper one without terms it has."""
    own = term_sets(of)
    below, above = ({} if scope is None else term_sets(scope) for scope in (lower, upper))
    missing = [label for term, label in below.items() if term not in own]
    if missing:
        raise _not_included("lower", missing)
    beyond = [label for term, label in own.items() if term not in above]
    if upper is not None and beyond:
        raise _not_included("upper", beyond)


def _not_included(scope: str, labels: Sequence[str]) -> RError:
    noun = "term" if len(labels) == 1 else "terms"
    quoted = ", ".join(f"‘{label}’" for label in labels)
    return RError(
        f"{scope} scope has {noun} {quoted} not included in model",
        "The lower scope is part of the model, the model part of the upper one; '.' is the model.",
    )


def chosen_to_drop(of: Terms, scope: Any) -> list[str]:
    """Return the terms to drop: all droppable ones, or those of a scope."""
    if scope is None:
        return droppable(of)
    if is_formula(scope):
        labels: Sequence[str] = scope_terms(of.formula, scope).labels
    else:
        labels = [scope] if isinstance(scope, str) else list(scope)
    own = term_sets(of).values()
    if any(label not in own for label in labels):
        raise RError("scope is not a subset of term labels", f"Terms are: {', '.join(own)}.")
    return list(labels)


def chosen_to_add(of: Terms, scope: Any) -> list[str]:
    """Return the terms to add.

    Raises
    ------
    RError
        `no terms in scope`, `no terms in scope for adding to object`.
    """
    if scope is None:
        raise RError("no terms in scope", "Give a formula such as '~ . + x', or labels.")
    found = addable(of, scope_terms(of.formula, scope))
    if not found:
        raise RError("no terms in scope for adding to object", "The model has them all.")
    return found
