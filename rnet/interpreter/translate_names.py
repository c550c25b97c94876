"""Names in R code: which a statement uses, which it assigns, and what they are in Python."""

import keyword

from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol

TAKEN = frozenset(["data", "r", "show"])
"""Names that a translated program imports for itself."""


def python_name(name: str) -> str:
    """Return the Python variable for an R one.

    Examples
    --------
    >>> python_name("train.set"), python_name("lambda"), python_name("data")
    ('train_set', 'lambda_', 'data_')
    """
    plain = "".join(c if c.isalnum() else "_" for c in name)
    if keyword.iskeyword(plain) or plain in TAKEN:
        plain += "_"
    return plain if not plain[:1].isdigit() else f"_{plain}"


def argument_name(name: str) -> str:
    """Return the Python argument for an R one.

    Examples
    --------
    >>> argument_name("err.fct"), argument_name("lambda")
    ('err_fct', 'lambda_')
    """
    plain = name.replace(".", "_")
    return plain + "_" if keyword.iskeyword(plain) else plain


def used_names(node: Node) -> set[str]:
    """Return every symbol in a piece of syntax, functions called included."""
    found: set[str] = set()
    waiting: list[Node | None] = [node]
    while waiting:
        match waiting.pop():
            case Symbol(name):
                found.add(name)
            case Call(Symbol("$" | "@"), (whole, _)):
                waiting.append(whole.value)
            case Call(function, arguments):
                waiting += [function, *(argument.value for argument in arguments)]
            case Function(parameters, body):
                waiting += [body, *(parameter.value for parameter in parameters)]
    return found


def assigned_names(node: Node) -> list[str]:
    """Return the variables a statement assigns, loops and branches included, in order."""
    found: dict[str, None] = {}
    waiting: list[Node | None] = [node]
    while waiting:
        match waiting.pop(0):
            case Call(Symbol("<-" | "=" | "<<-"), (target, value)):
                name = _target(target.value)
                if name is not None:
                    found[name] = None
                waiting.insert(0, value.value)
            case Call(Symbol("for"), (variable, values, body)):
                name = _target(variable.value)
                if name is not None:
                    found[name] = None
                waiting[:0] = [values.value, body.value]
            case Call(function, arguments):
                waiting[:0] = [function, *_values(arguments)]
    return list(found)


def _values(arguments: tuple[Argument, ...]) -> list[Node | None]:
    return [argument.value for argument in arguments]


def _target(node: Node | None) -> str | None:
    """Return the variable that an assignment to a part of it changes."""
    match node:
        case Symbol(name):
            return name
        case Constant("character", value):
            return str(value)
        case Call(_, (first, *_)):
            return _target(first.value)
    return None
