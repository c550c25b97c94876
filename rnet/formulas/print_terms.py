"""The text of terms: the formula, then R's attributes."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rnet.formulas.terms import Terms
from rnet.language.deparse import deparse
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.printing.matrix import format_matrix
from rnet.printing.show import format_r


def format_terms(of: Terms) -> str:
    """Return what R prints of a terms object, also what a model frame adds to it."""
    parts = [str(of.formula), _attribute("variables", _list(of.variables))]
    if of.offsets:
        parts.append(_attribute("offset", format_r(np.array(of.offsets) + 1)))
    parts += [
        _attribute("factors", _factors(of)),
        _attribute("term.labels", _vector(of.labels, "character(0)")),
        _attribute("order", _vector(of.order, "integer(0)")),
        _attribute("intercept", f"[1] {of.intercept}"),
        _attribute("response", f"[1] {of.response}"),
        _attribute(".Environment", "<environment: R_GlobalEnv>"),
    ]
    if of.encoding.classes:
        classes = pd.Series(dict(of.encoding.classes), dtype=object)
        parts += [
            _attribute("predvars", _list(of.predicted_variables())),
            _attribute("dataClasses", format_r(classes)),
        ]
    return "\n".join(parts)


def _list(nodes: Sequence[Node]) -> str:
    return "\n".join(deparse(Call(Symbol("list"), tuple(Argument(None, n) for n in nodes))))


def _attribute(name: str, text: str) -> str:
    return f'attr(,"{name}")\n{text}'


def _vector(values: tuple[object, ...], empty: str) -> str:
    return format_r(np.array(values)) if values else empty


def _factors(of: Terms) -> str:
    if not of.labels:
        return "integer(0)"
    return format_matrix(of.factors, list(of.variable_labels), list(of.labels))
