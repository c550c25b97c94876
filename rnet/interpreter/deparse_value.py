"""Values written as R code: `deparse` of vectors, lists and functions."""

from rnet.interpreter.language_values import node_of
from rnet.interpreter.values import Value
from rnet.language.deparse import deparse_line


def deparsed_element(value: Value) -> str:
    """Return what `as.character` makes of an element of a list."""
    return deparse_line(node_of(value))
