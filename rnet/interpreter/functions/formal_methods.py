"""Formal methods: setGeneric, setMethod, standardGeneric, callNextMethod, and asking for them."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import apply
from rnet.interpreter.coerce import given, strings, text
from rnet.interpreter.compile import evaluate
from rnet.interpreter.formal_classes import registry
from rnet.interpreter.formal_methods import (
    GROUPS,
    Generic,
    Method,
    applicable,
    existing,
    generic_of,
    next_method,
    standard_generic,
)
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.lazy import frame_of, promises
from rnet.interpreter.values import Builtin, Closure, Named, Value, Vector, boxed, character
from rnet.language.parser import parse_expression
from rnet.language.primitives import PRIMITIVES
from rnet.language.tree import Argument, Call, Function, Symbol

BUILT_IN = PRIMITIVES | GROUPS | {"show", "initialize", "coerce"}
"""Functions whose methods are found without a generic function in R code."""


@builtin("setGeneric", "name, def = NULL, ...", context=True)
def set_generic(context: Context, name: Value, function: Value, dots: list[Named]) -> Value:
    """Make a function generic; print its name."""
    own = text(name, "name")
    before = existing(own, context.environment)
    default = before if generic_of(own) is None else generic_of(own).default  # type: ignore[union-attr]
    if isinstance(function, Closure):
        if not _dispatches(function):
            default = function
            function = _dispatching(own, function)
    elif before is None:
        raise RError(f"must supply a function skeleton for \u2018{own}\u2019, explicitly or via an "
                     "existing function")  # fmt: skip
    elif own not in BUILT_IN:
        function = _dispatching(own, before)
    if isinstance(function, Closure):
        _install(own, function, default)
    STATE.session.write(f'[1] "{own}"\n')
    return invisible(boxed(own))


def _dispatches(function: Closure) -> bool:
    waiting: list[Any] = [function.node.body]
    while waiting:
        match waiting.pop():
            case Call(Symbol("standardGeneric"), _):
                return True
            case Call(inner, arguments):
                waiting += [inner, *(argument.value for argument in arguments)]
    return False


def _dispatching(name: str, like: Closure | Builtin) -> Closure:
    """Return a generic function with the parameters of another function."""
    parameters: tuple[Argument, ...]
    parameters = like.node.parameters if isinstance(like, Closure) else like.parameters
    if isinstance(like, Builtin) and not any(one.name == "..." for one in parameters):
        parameters = (*parameters, Argument("...", None))
    body = Call(Symbol("standardGeneric"), (Argument(None, parse_expression(f'"{name}"')),))
    made = evaluate(Function(parameters, body), STATE.session.globals)
    assert isinstance(made, Closure)
    return made


def _install(name: str, function: Closure, default: Value) -> Generic:
    parameters = [one for one, _, _ in function.parameters if one != "..."]
    generic = Generic(name, parameters, default=default)
    registry().methods[name] = generic
    kind = character(["standardGeneric"], {"package": character(["methods"])})
    own = {"generic": character([name]), "class": kind}
    made = Closure(
        function.node, function.parameters, function.body, function.environment, own, None
    )
    STATE.session.globals.assign(name, made)
    return generic


@special("standardGeneric")
def standard_generic_(context: Context, arguments: tuple[Argument, ...]) -> Value:
    """Call the method for the arguments of the running generic function."""
    frame = frame_of(context.environment)
    name = evaluate(arguments[0].value, context.environment)  # type: ignore[arg-type]
    if frame is None:
        raise RError(f'call to standardGeneric("{name}") apparently not from the body of that '
                     "generic function")  # fmt: skip
    return standard_generic(str(boxed(name).data[0]), frame)


# ---- methods


@builtin("setMethod", "f, signature = .missing, definition = .missing, ...", context=True)
def set_method(
    context: Context, f: Value, classes: Value, function: Value, dots: list[Named]
) -> Value:
    """Give a function a method for classes of its arguments."""
    own = _name(f)
    if not isinstance(function, Closure):
        raise RError("invalid method definition: expected a function")
    generic = generic_of(own) or _implicit(own, function, context)
    wanted = _signature(generic, classes)
    while len(wanted) > 1 and wanted[-1] == "ANY":
        wanted = wanted[:-1]
    generic.methods[wanted] = Method(wanted, function)
    generic.seen.clear()
    return invisible(boxed(own))


def _name(f: Value) -> str:
    """Return the name of a generic function, given itself or as text."""
    own = attribute(f, "generic")
    return text(f, "f") if own is None else str(own.data[0])


def _implicit(name: str, method: Closure, context: Context) -> Generic:
    """Return the generic that a function becomes when it is given its first method."""
    if name in BUILT_IN:
        parameters = [one for one, _, _ in method.parameters if one != "..."]
        made = registry().methods[name] = Generic(name, parameters)
        return made
    before = existing(name, context.environment)
    if before is None:
        raise RError(f"no existing definition for function \u2018{name}\u2019")
    like = method if isinstance(before, Builtin) and before.special else before
    return _install(name, _dispatching(name, like), before)


def _signature(generic: Generic, classes: Value) -> tuple[str, ...]:
    if not given(classes) or classes is None:
        return ("ANY",)
    vector = boxed(classes)
    items = [one or "ANY" for one in strings(vector)]
    names = (vector.attributes or {}).get("names")
    if names is None or not any(names.data):
        return tuple(items)
    found = dict.fromkeys(generic.parameters, "ANY")
    places = iter(generic.parameters)
    for name, kind in zip(names.data, items, strict=True):
        found[name or next(one for one in places if found[one] == "ANY")] = kind
    return tuple(found.values())


@builtin("setReplaceMethod", "f, ..., where = NULL", context=True)
def set_replace_method(context: Context, f: Value, dots: list[Named], where: Value) -> Value:
    """Give a replacement function a method."""
    call: list[Named] = [(None, boxed(f"{text(f, 'f')}<-")), *dots]
    function = existing("setMethod", context.environment)
    assert function is not None
    return apply(function, list(call), context.environment, context.call)


@special("callNextMethod")
def call_next_method(context: Context, arguments: tuple[Argument, ...]) -> Value:
    """Call the method that comes after the running one."""
    frame = frame_of(context.environment)
    if frame is None:
        raise RError("callNextMethod() called from outside a method dispatch")
    return next_method(frame, promises(context, arguments) if arguments else None)


@special("callGeneric")
def call_generic(context: Context, arguments: tuple[Argument, ...]) -> Value:
    """Call the generic function whose method is running, with other arguments."""
    name = context.environment.find(".Generic")
    name = name if isinstance(name, str) else str(boxed(name).data[0])
    return evaluate(Call(Symbol(name), arguments), context.environment)


# ---- what there is


def _found(f: Value, classes: Value, *, inherited: bool) -> Method | None:
    generic = generic_of(text(f, "f"))
    if generic is None:
        return None
    wanted = _signature(generic, classes)
    if inherited:
        lines = [registry().line(one) for one in wanted]
        near = applicable(list(generic.methods.values()), lines)
        return near[0] if near else None
    while len(wanted) > 1 and wanted[-1] == "ANY":
        wanted = wanted[:-1]
    return generic.methods.get(wanted)


@builtin("existsMethod", "f, signature = .missing, ...")
def exists_method(f: Value, classes: Value, dots: list[Named]) -> bool:
    """Whether there is a method for just these classes."""
    return _found(f, classes, inherited=False) is not None


@builtin("hasMethod", "f, signature = .missing, ...")
def has_method(f: Value, classes: Value, dots: list[Named]) -> bool:
    """Whether there is a method for these classes, or what they extend."""
    if not given(classes):
        generic = generic_of(text(f, "f"))
        return generic is not None and bool(generic.methods)
    return _found(f, classes, inherited=True) is not None


@builtin("isGeneric", "f, ...")
def is_generic(f: Value, dots: list[Named]) -> bool:
    """Whether a function is a formal generic."""
    return generic_of(text(f, "f")) is not None


@builtin("removeMethod", "f, signature = .missing, ...")
def remove_method(f: Value, classes: Value, dots: list[Named]) -> bool:
    """Take a method away."""
    found = _found(f, classes, inherited=False)
    generic = generic_of(text(f, "f"))
    if found is None or generic is None:
        return False
    del generic.methods[found.signature]
    return True


def _method(f: Value, classes: Value, *, inherited: bool) -> Closure:
    found = _found(f, classes, inherited=inherited)
    if found is None:
        shown = ", ".join(f'"{one}"' for one in strings(classes))
        raise RError(f"no method for \u2018{text(f, 'f')}\u2019 matches class {shown}")
    return found.function


@builtin("getMethod", "f, signature = .missing, ...")
def get_method(f: Value, classes: Value, dots: list[Named]) -> Closure:
    """Return the method for just these classes."""
    return _method(f, classes, inherited=False)


@builtin("selectMethod", "f, signature = .missing, ...")
def select_method(f: Value, classes: Value, dots: list[Named]) -> Closure:
    """Return the method for these classes, or what they extend."""
    return _method(f, classes, inherited=True)


@builtin("existsFunction", "name, ...", context=True)
def exists_function(context: Context, name: Value, dots: list[Named]) -> bool:
    """Whether there is a function of a name."""
    return existing(text(name, "name"), context.environment) is not None


@builtin("showMethods", "f, ...")
def show_methods(f: Value, dots: list[Named]) -> Value:
    """Print the classes that a generic function has methods for."""
    name = _name(f)
    generic = generic_of(name)
    if generic is None:
        STATE.session.write(f'\nFunction "{name}":\n <not an S4 generic function>\n')
        return invisible(None)
    lines = [f"Function: {name} (package .GlobalEnv)"]
    width = generic.width()
    rows = dict.fromkeys(_padded(generic, width)) | dict(generic.seen)
    for signature, source in sorted(rows.items()):
        lines.append(_described(generic, signature))
        if source is not None:
            lines.append(f"    (inherited from: {_described(generic, source)})")
    STATE.session.write("\n".join(lines) + "\n\n")
    return invisible(None)


def _padded(generic: Generic, width: int) -> list[tuple[str, ...]]:
    return [signature + ("ANY",) * (width - len(signature)) for signature in generic.methods]


def _described(generic: Generic, signature: tuple[str, ...]) -> str:
    named = zip(generic.parameters, signature, strict=False)
    return ", ".join(f'{name}="{kind}"' for name, kind in named)


@builtin("getGenerics", "...")
def get_generics(dots: list[Named]) -> Vector:
    """Return the names of the functions with formal methods."""
    return character(sorted(registry().methods))
