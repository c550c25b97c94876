"""The text of expressions that compute derivatives, and of what they compute."""

import numpy as np
import numpy.typing as npt

from rnet.language.deparse import deparse
from rnet.language.tree import Argument, Call, Function, Node, call
from rnet.printing.matrix import format_array, format_matrix
from rnet.printing.show import format_r

Doubles = npt.NDArray[np.float64]


def format_with_derivatives(block: Call, parameters: tuple[Argument, ...] | None) -> str:
    """Return what R prints of the expression, or of the function with these parameters."""
    if parameters is None:
        return "\n".join(deparse(call("expression", block)))
    head, *rest = deparse(Function(parameters, block))
    return "\n".join([head.replace("function(", "function (", 1).removesuffix("{"), "{", *rest])


def format_value(
    value: Doubles, gradient: Doubles, hessian: Doubles | None, names: tuple[str, ...]
) -> str:
    """Return what R prints of a value with attributes `gradient` and `hessian`."""
    lines = [format_r(value), 'attr(,"gradient")', format_matrix(gradient, None, list(names))]
    if hessian is not None:
        dimnames = [None, list(names), list(names)]
        lines += ['attr(,"hessian")', format_array(hessian, dimnames)]
    return "\n".join(lines)


def text_of(node: Node) -> str:
    """Return the text of an expression."""
    return "\n".join(deparse(node))
