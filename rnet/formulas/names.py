"""Names in formulas: what variables are called, and every name a tree mentions."""

from collections.abc import Iterator

from rnet.language.deparse import deparse_line
from rnet.language.names import quoted_name
from rnet.language.tree import Call, Function, Node, Symbol


def label_of(node: Node) -> str:
    """Return the text that names a variable of a formula in R's term labels."""
    return quoted_name(node.name) if isinstance(node, Symbol) else deparse_line(node)


def frame_name(node: Node) -> str:
    """Return the name a variable has in the model frame: a plain name without back-ticks."""
    return node.name if isinstance(node, Symbol) else deparse_line(node)


def symbols_in(node: Node) -> Iterator[str]:
    """Yield the variable names a tree mentions, in order of appearance, repeats included.

    The names of called functions are not among them.
    """
    stack: list[Node] = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, Symbol):
            yield top.name
        elif isinstance(top, Call):
            stack.extend(a.value for a in reversed(top.arguments) if a.value is not None)
            if not isinstance(top.function, Symbol):
                stack.append(top.function)
        elif isinstance(top, Function):
            stack.append(top.body)
