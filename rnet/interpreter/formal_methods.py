"""Formal methods (S4): generic functions, the method for the classes of arguments, the next one."""

from dataclasses import dataclass, field
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.calls import apply, apply_closure, run_builtin
from rnet.interpreter.compile import evaluate
from rnet.interpreter.dispatch import MATH_GROUP, SUMMARY_GROUP
from rnet.interpreter.environment import ABSENT, Environment, Promise, fulfilled
from rnet.interpreter.formal_classes import FARTHEST, is_reference, line_of, registry
from rnet.interpreter.frame import STATE, Frame
from rnet.interpreter.language_values import Embedded
from rnet.interpreter.parameters import Given
from rnet.interpreter.values import MISSING, Builtin, Closure, Value, boxed
from rnet.language.parser import parse_expression
from rnet.language.tree import Call

ARITH = frozenset("+ - * ^ %% %/% /".split())  # noqa: SIM905 - names
COMPARE = frozenset("== > < != <= >=".split())  # noqa: SIM905 - names
LOGIC = frozenset("& |".split())  # noqa: SIM905 - names
GROUPS = frozenset("Arith Compare Logic Ops Math Math2 Summary".split())  # noqa: SIM905 - names
CHAIN = ".nextMethods"
Lines = list[dict[str, int]]


@dataclass(slots=True, eq=False)
class Method:
    """A method: the classes of the arguments it is for, and its function."""

    signature: tuple[str, ...]
    function: Closure


@dataclass(slots=True, eq=False)
class Generic:
    """A generic function: the parameters that decide, its methods, what runs without one.

    `default` is None for functions that R has built in.
    """

    name: str
    parameters: list[str]
    methods: dict[tuple[str, ...], Method] = field(default_factory=dict)
    default: Value = None
    seen: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def width(self) -> int:
        """Return how many arguments decide."""
        return max((len(signature) for signature in self.methods), default=1)


@dataclass(slots=True, eq=False)
class Chain:
    """The methods that may still be called from the running one."""

    generic: Generic
    name: str
    rest: list[Method]


def groups_of(name: str) -> list[str]:
    """Return the groups whose methods are methods of a function, too."""
    if name in ARITH:
        return ["Arith", "Ops"]
    if name in COMPARE:
        return ["Compare", "Ops"]
    if name in LOGIC:
        return ["Logic", "Ops"]
    if name in MATH_GROUP:
        return ["Math2"] if name in ("round", "signif") else ["Math"]
    return ["Summary"] if name in SUMMARY_GROUP else []


def applicable(methods: list[Method], lines: Lines) -> list[Method]:
    """Return the methods for arguments of these classes, the nearest first."""
    ranked = []
    for position, method in enumerate(methods):
        distance = _distance(method.signature, lines)
        if distance is not None:
            ranked.append((distance, position, method))
    return [method for _, _, method in sorted(ranked, key=lambda item: item[:2])]


def _distance(signature: tuple[str, ...], lines: Lines) -> int | None:
    total = 0
    for position, wanted in enumerate(signature):
        line = lines[position] if position < len(lines) else {"missing": 0}
        near = line.get(wanted, FARTHEST if wanted == "ANY" else None)
        if near is None:
            return None
        total += near
    return total


def run_method(
    chain: Chain, method: Method, given: Given, environment: Environment, node: Call
) -> Value:
    """Call a method: it finds the next one, and its generic's name, around its own variables."""
    own = method.function
    around = Environment(own.environment)
    around.variables[CHAIN] = chain
    around.variables[".Generic"] = chain.name
    function = Closure(own.node, own.parameters, own.body, around, own.attributes, own.source)
    return apply_closure(function, _promised(given, environment), environment, node)


def _promised(given: Given, environment: Environment) -> Given:
    from rnet.interpreter.language_values import node_of

    return [
        (name, v if v is MISSING or type(v) is Promise else fulfilled(v, environment, node_of(v)))
        for name, v in given
    ]


# ---- generic functions written in R


def standard_generic(name: str, frame: Frame) -> Value:
    """Call the method for the arguments of a running generic function.

    Raises
    ------
    RError
        `unable to find an inherited method for function ...`
    """
    generic = registry().methods.get(name)
    if generic is None:
        raise RError(
            f'call to standardGeneric("{name}") apparently not from the body of that generic '
            "function"
        )
    lines = [_line(parameter, frame) for parameter in generic.parameters[: generic.width()]]
    found = applicable(list(generic.methods.values()), lines)
    if found:
        _remember(generic, found[0], lines)
        chain = Chain(generic, name, found[1:])
        return run_method(chain, found[0], frame.given, frame.caller, frame.call)
    if generic.default is None:
        raise _no_method(generic, lines)
    return apply(generic.default, frame.given, frame.caller, frame.call)


def _line(parameter: str, frame: Frame) -> dict[str, int]:
    value = frame.environment.variables.get(parameter, MISSING)
    if parameter in frame.absent or value is MISSING:
        return {"missing": 0}
    if type(value) is Promise:
        from rnet.interpreter.control import is_missing

        if is_missing(parameter, frame.environment):
            return {"missing": 0}
        value = value.force()
    return line_of(boxed(value))


def _remember(generic: Generic, method: Method, lines: Lines) -> None:
    """Keep that a method was inherited, which `showMethods` tells."""
    target = tuple(next(iter(line)) for line in lines)
    padded = method.signature + ("ANY",) * (len(target) - len(method.signature))
    if target != padded:
        generic.seen[target] = padded


def _no_method(generic: Generic, lines: Lines) -> RError:
    from rnet.settings import current

    kinds = [next(iter(line)) for line in lines]
    if current().follows("4.3"):
        named = zip(generic.parameters, kinds, strict=False)
        shown = ", ".join(f'{parameter} = "{kind}"' for parameter, kind in named)
    else:
        shown = ", ".join(f'"{kind}"' for kind in kinds)
    error = RError(
        f"unable to find an inherited method for function \u2018{generic.name}\u2019 for signature "
        f"\u2018{shown}\u2019"
    )
    error.call = call_of_function("function(classes, fdef, mtable) {\n    NULL\n}")
    return error


# ---- functions that R has built in


def built_in_result(name: str, given: Given, environment: Environment, node: Call) -> Value:
    """Call the formal method of an operator or base function; `ABSENT` where there is none."""
    methods = registry().methods
    tables = [methods[one] for one in (name, *groups_of(name)) if one in methods]
    if not tables:
        return ABSENT
    lines = [
        {"missing": 0} if value is MISSING else line_of(_forced(value))
        for argument, value in given
        if argument is None or argument in _DECIDING
    ]
    found = applicable([method for table in tables for method in table.methods.values()], lines)
    if not found:
        return ABSENT
    chain = Chain(tables[0], name, found[1:])
    return run_method(chain, found[0], given, environment, node)


_DECIDING = frozenset("x i j e1 e2 object value".split())  # noqa: SIM905 - names


def built_in_part(
    name: str, value: Value, given: Given, environment: Environment, node: Call
) -> Value:
    """Call the formal method of `[`, `$` and the like, or return the part of a reference object."""
    result = built_in_result(name, [(None, value), *given], environment, node)
    if result is ABSENT and name in ("$", "[[") and is_reference(value):
        from rnet.interpreter.reference_objects import reference_part

        return reference_part(value, str(boxed(given[0][1]).data[0]))
    return result


def _forced(value: Any) -> Value:
    return boxed(value.force() if type(value) is Promise else value)


# ---- the next method


def next_method(frame: Frame, given: Given | None) -> Value:
    """Call the method after the running one, with its arguments unless others are given."""
    chain = frame.environment.find(CHAIN)
    if not isinstance(chain, Chain):
        raise RError("callNextMethod() called from outside a method dispatch")
    passed = _current(frame) if given is None else given
    if chain.rest:
        following = Chain(chain.generic, chain.name, chain.rest[1:])
        return run_method(following, chain.rest[0], passed, frame.caller, frame.call)
    if chain.generic.default is not None:
        return apply(chain.generic.default, passed, frame.caller, frame.call)
    return _built_in_default(chain.name, passed, frame)


def _current(frame: Frame) -> Given:
    """Return the parameters of a running method as its variables hold them now."""
    given: Given = []
    variables = frame.environment.variables
    for name, _, _ in frame.function.parameters:
        value = variables.get(name, MISSING)
        if name == "...":
            given += [] if value is MISSING else list(value)
        elif name not in frame.absent and value is not MISSING:
            given.append((name if given else None, value))
    return given


def _built_in_default(name: str, given: Given, frame: Frame) -> Value:
    from rnet.interpreter.operators import operate_plainly
    from rnet.interpreter.packages import base_function

    values = [(label, _forced(value)) for label, value in given]
    if name in ARITH | COMPARE | LOGIC:
        return operate_plainly(name, [value for _, value in values])
    if name in ("[", "[["):
        from rnet.interpreter.index_code import PLAIN

        return PLAIN[name](values[0][1], values[1:])
    own = base_function(_DEFAULTS.get(name, name))
    if own is None:
        raise RError("no next method available")
    return run_builtin(own, values, frame.caller, frame.call)


_DEFAULTS = {"initialize": "initialize.default", "show": "showDefault"}


def call_of_function(code: str) -> Call:
    """Return a call of a function that stands in it as a value, as R's own errors have it."""
    return Call(Embedded(evaluate(parse_expression(code), STATE.session.globals)), ())


def generic_of(name: str) -> Generic | None:
    """Return a generic function that has been made, None for others."""
    return registry().methods.get(name)


def existing(name: str, environment: Environment) -> Closure | Builtin | None:
    """Return the function a name stands for, None where there is none in an attached package."""
    from rnet.interpreter.calls import find_function

    try:
        found = find_function(name, environment)
    except RError:
        return None
    return found if environment.find(name) is not ABSENT or _is_attached(name) else None


def _is_attached(name: str) -> bool:
    """Whether a function of the packages is one that R finds without `library`."""
    from rnet import registry as names
    from rnet.interpreter.functions.search_path import ATTACHED
    from rnet.interpreter.library_names import ALIASES
    from rnet.interpreter.packages import base_function

    own = ALIASES.get(name, name)
    packages = {entry.package for entry in names.ENTRIES if own in (entry.r_name, entry.name)}
    attached = {*STATE.session.attached, *ATTACHED}
    return bool(packages & attached) or (not packages and base_function(name) is not None)
