"""Write a call of R's `lm` or `glm` as a student would write it in Python with rnet."""

from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Call, Constant, Node, Symbol

IN_DATA = ("subset", "weights", "offset")


def python_call(code: str, known: set[str]) -> str:
    """Return Python source for an R call of `lm` or `glm`, perhaps with `name <- ` before it.

    Arguments that R evaluates in the data become texts, unless they are variables in `known`.
    """
    node = parse_expression(code)
    match node:
        case Call(Symbol("<-"), (target, value)):
            return f"{target.value.name} = {_model_call(value.value, known)}"
    return _model_call(node, known)


def _model_call(node: Node, known: set[str]) -> str:
    parts = []
    for position, argument in enumerate(node.arguments):
        name = argument.name or ("formula" if position == 0 else "")
        text = _argument(name, argument.value, known)
        parts.append(f"{argument.name.replace('.', '_')}={text}" if argument.name else text)
    return f"{_function(node.function)}({', '.join(parts)})"


def _argument(name: str, node: Node, known: set[str]) -> str:
    if name == "formula":
        return repr(deparse_line(node))
    if name in IN_DATA and not (isinstance(node, Symbol) and node.name in known):
        return repr(deparse_line(node))
    return _value(node)


def _value(node: Node) -> str:
    match node:
        case Symbol(name):
            return name.replace(".", "_")
        case Constant(_, value):
            return repr(value)
        case Call(Symbol("::"), (_, name)):
            return name.value.name
        case Call(Symbol("-"), (operand,)):
            return f"-{_value(operand.value)}"
        case Call(Symbol("c"), elements):
            return f"[{', '.join(_value(e.value) for e in elements)}]"
        case Call(Symbol("list"), elements):
            return f"{{{', '.join(f'{e.name!r}: {_value(e.value)}' for e in elements)}}}"
        case Call(function, arguments):
            given = (
                f"{a.name}={_value(a.value)}" if a.name else _value(a.value) for a in arguments
            )
            return f"{_function(function)}({', '.join(given)})"
    raise AssertionError(node)


def _function(node: Node) -> str:
    return node.name.replace(".", "_")
