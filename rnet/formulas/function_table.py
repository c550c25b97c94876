"""The one table of R functions that formulas may call."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.formulas import (
    basis_functions,
    contrast_functions,
    factor_functions,
    indexing,
    math_functions,
    operators,
    vector_functions,
)
from rnet.formulas.columns import Column

CONSTANTS: dict[str, Column] = {
    "pi": np.array([np.pi]),
    "T": np.array([True]),
    "F": np.array([False]),
    "letters": np.array(list("abcdefghijklmnopqrstuvwxyz"), dtype=object),
    "LETTERS": np.array(list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), dtype=object),
}

_TABLE: dict[str, Callable[..., Any]] = {
    **operators.FUNCTIONS,
    **math_functions.FUNCTIONS,
    **vector_functions.FUNCTIONS,
    **factor_functions.FUNCTIONS,
    **basis_functions.FUNCTIONS,
    **contrast_functions.FUNCTIONS,
    "[": indexing.elements,
    "[[": indexing.element,
}


def function_named(name: str) -> Callable[..., Any] | None:
    """Return the function that answers to an R name, or None."""
    return _TABLE.get(name)
