"""Packages: library, require, `::`, install.packages."""

import functools
from typing import Any

from rnet.collection import without_collection
from rnet.conditions import RError
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import is_true, strings
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.lazy import force, lazy
from rnet.interpreter.signalling import ERROR, MESSAGE, condition, fail, give_message
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Named,
    Value,
    Vector,
    character,
    integer,
    list_of,
)
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Symbol

# ruff: noqa: SIM905 - long lists of names read better as text
ATTACHED = "stats graphics grDevices utils datasets methods base".split()
_ALSO = "splines nnet dplyr purrr magrittr tidyverse grid tools parallel stats4 deepnet".split()


@functools.cache
def covered() -> frozenset[str]:
    """Return the R packages of which rnet has functions."""
    return _with_functions() | _with_data() - {"rnet"}


def is_covered(name: str) -> bool:
    """Tell whether rnet has functions or data of a package; packages of data are looked up last."""
    return name in _with_functions() or name in covered()


@functools.cache
def _with_functions() -> frozenset[str]:
    from rnet.registry import ENTRIES

    return frozenset([*ATTACHED, *_ALSO, *(entry.package for entry in ENTRIES)]) - {"rnet"}


@functools.cache
def _with_data() -> frozenset[str]:
    with without_collection():
        from rnet import datasets

    return frozenset(str(row["package"]) for row in datasets.data().index.values())


def _absent(name: str) -> RError:
    return RError(f"there is no package called \u2018{name}\u2019", advice_for_package(name))


def advice_for_package(name: str) -> str:
    """Return what to say of a package that is not there."""
    import difflib

    near = difflib.get_close_matches(name, sorted(covered()), 1, 0.75)
    guess = f" Did you mean {near[0]}?" if near else ""
    return f"rnet does not have {name}.{guess}"


def _package(argument: Any, by_value: Any) -> str:
    """Return the package an argument of `library` names: its text as written, or its value."""
    node = argument.node
    if is_true(force(by_value, False)):
        return strings(force(argument))[0] or ""
    if isinstance(node, Symbol):
        return node.name
    if isinstance(node, Constant) and node.kind == "character":
        return str(node.value)
    raise RError("'package' must be of length 1")


def _attach(name: str) -> None:
    session = STATE.session
    if name not in session.attached and name not in ATTACHED:
        session.attached.append(name)


_PARAMETERS = (
    "package", "help", "pos", "lib.loc", "character.only", "logical.return", "warn.conflicts",
    "quietly", "verbose",
)  # fmt: skip


@special("library")
def library(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Attach a package."""
    package, _, _, _, by_value, logical, *_ = lazy(context, arguments, _PARAMETERS)
    STATE.visible = False
    if package is MISSING:
        return None
    name = _package(package, by_value)
    if not is_covered(name):
        if is_true(force(logical, False)):
            _warn_of_absence(name)
            return False
        given = condition(_absent(name).message, context.call, ("packageNotFoundError", *ERROR[1:]))
        fail(given, context.call, advice_for_package(name))
    _attach(name)
    STATE.visible = False
    standard = [n for n in ATTACHED if n not in STATE.session.attached]
    return character([*reversed(STATE.session.attached), *standard])


_LIBRARY_CALL = parse_expression(
    "library(package, lib.loc = lib.loc, character.only = TRUE, logical.return = TRUE, "
    "warn.conflicts = warn.conflicts, quietly = quietly)"
)


def _warn_of_absence(name: str) -> None:
    from rnet.interpreter.signalling import give_warning

    give_warning(_absent(name).message, _LIBRARY_CALL)


@special("require")
def require(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Attach a package; FALSE with a warning where there is none."""
    names = ("package", "lib.loc", "quietly", "warn.conflicts", "character.only")
    package, _, quietly, _, by_value = lazy(context, arguments, names)
    name = _package(package, by_value)
    new = name not in STATE.session.attached and name not in ATTACHED
    if new and not is_true(force(quietly, False)):
        classes = ("packageStartupMessage", *MESSAGE)
        give_message(condition(f"Loading required package: {name}\n", context.call, classes))
    found = is_covered(name)
    if found:
        _attach(name)
    else:
        _warn_of_absence(name)
    STATE.visible = False
    return found


@builtin("requireNamespace", "package, ..., quietly = FALSE")
def require_namespace(package: Value, dots: list[Named], quietly: Value) -> bool:
    """Whether a package is there."""
    STATE.visible = False
    return strings(package)[0] in covered()


@builtin("loadNamespace attachNamespace", "package, ...")
def load_namespace(package: Value, dots: list[Named]) -> Any:
    """Check that a package is there."""
    name = strings(package)[0] or ""
    if name not in covered():
        raise _absent(name)
    STATE.visible = False
    return None


@builtin("installed.packages", "...")
def installed_packages(dots: list[Named]) -> Any:
    """Return the packages that rnet covers, as a matrix with their names."""
    names = sorted(covered())
    own = {
        "dim": integer([len(names), 1]),
        "dimnames": list_of([character(names), character(["Package"])]),
    }
    return character(names, own)


@builtin("install.packages update.packages", "pkgs, ...")
def install_packages(pkgs: Value, dots: list[Named]) -> Any:
    """Do nothing but say so: rnet has its own of what it covers."""
    known = [name for name in strings(pkgs) if name in covered()]
    unknown = [name or "" for name in strings(pkgs) if name not in covered()]
    text = "install.packages() does nothing in rnet"
    if known:
        text += f"; it has its own {', '.join(name or '' for name in known)}"
    if unknown:
        text += f"; it has no {', '.join(unknown)}"
    give_message(condition(text + "\n", None, MESSAGE))
    STATE.visible = False
    return None


@special(":: :::")
def from_package(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return a function or data set of a package."""
    del context
    package, name = (_word(argument.value) for argument in arguments)
    if package not in covered():
        given = condition(
            _absent(package).message,
            parse_expression("loadNamespace(x)"),
            ("packageNotFoundError", *ERROR[1:]),
        )
        return fail(given, None, advice_for_package(package))
    from rnet.interpreter.library import data_set
    from rnet.interpreter.packages import exported

    found = exported(name)
    if found is ABSENT:
        data = data_set(name, package) if package in _with_data() else None
        found = ABSENT if data is None else data[1]
    if found is ABSENT:
        text = f"'{name}' is not an exported object from 'namespace:{package}'"
        return fail(condition(text, None, ERROR), None)
    if isinstance(found, Builtin):
        STATE.visible = True
    return found


def _word(node: Any) -> str:
    return node.name if isinstance(node, Symbol) else str(node.value)


@special("%>%")
def pipe(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Put the left side into the call on the right, as its first argument or for `.`."""
    from rnet.interpreter.compile import compiled
    from rnet.interpreter.environment import Environment

    left, right = arguments[0].value, arguments[1].value
    assert left is not None
    assert right is not None
    value = compiled(left)(context.environment)
    if type(value) is Vector:
        value.shared = True
    inner = Environment(context.environment)
    inner.variables["."] = value
    STATE.visible = True
    return compiled(piped(right))(inner)


_DOT = Argument(None, Symbol("."))


def piped(right: Any) -> Any:
    """Return the call on the right of a pipe with `.` for the left side."""
    match right:
        case Symbol():
            return Call(right, (_DOT,))
        case Call(Symbol("{" | "("), _):
            if right.function == Symbol("("):
                return Call(right, (_DOT,))
            return right
        case Call(Symbol("::" | ":::" | "$"), _):
            return Call(right, (_DOT,))
        case Call(function, given) if not any(a.value == Symbol(".") for a in given):
            return Call(function, (_DOT, *given))
    return right
