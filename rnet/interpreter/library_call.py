"""One call of a function of rnet from R code: match, evaluate, convert, call, convert back."""

import contextlib
import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rnet.conditions import RError
from rnet.frames import with_variables
from rnet.interpreter.argument_words import in_words_of_r
from rnet.interpreter.attributes import classes_of, inherits, names_of
from rnet.interpreter.bridge import from_python, to_python, whole_numbers
from rnet.interpreter.calls import match_function
from rnet.interpreter.coerce import is_factor
from rnet.interpreter.data_mask import masked
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.error_calls import error_call
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions_across import RVariables, with_names
from rnet.interpreter.language_values import Embedded, Held, node_of
from rnet.interpreter.lazy import code_of
from rnet.interpreter.library_names import (
    FUNCTIONS_AS_TEXT,
    GENERICS,
    INVISIBLE,
    KEEP_DOUBLES,
    OF_NUMBERS,
    PLOTS,
    PRINT_THEMSELVES,
    QUIET_WITH_ARGUMENTS,
    WRITTEN_CALLS,
)
from rnet.interpreter.library_results import (
    Console,
    drawn_values,
    named_by_code,
    shown_as,
    sketched,
    sums_at_the_border,
    takes_matrix,
    without_decisions,
)
from rnet.interpreter.matching import UnusedArgumentError, matched
from rnet.interpreter.plain_values import of_plain_value
from rnet.interpreter.signatures import DOTS, TWO_METHODS, Signature, r_name, signature_of, spelt
from rnet.interpreter.to_python import coordinates
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.record import Record

IN_DATA = frozenset({"subset", "weights", "offset"})
"""Arguments that are expressions of the columns of `data`."""


@dataclass(slots=True, eq=False)
class Offered:
    """An argument as offered: its syntax, and its value once it has been needed."""

    name: str | None
    node: Node
    environment: Environment
    promise: Promise | None = None
    found: Any = ABSENT

    def value(self) -> Value:
        """Return the value; the expression is evaluated once."""
        if self.found is ABSENT:
            if self.promise is not None:
                self.found = boxed(self.promise.force())
            elif isinstance(self.node, Embedded):
                self.found = boxed(self.node.value)
            else:
                self.found = boxed(code_of(self.node)(self.environment))
        return self.found

    def as_promise(self) -> Any:
        """Return what a method written in R is given."""
        if self.promise is not None:
            return self.promise
        return Promise(lambda environment: self.value(), self.environment, self.node)


def offered(arguments: tuple[Argument, ...], environment: Environment) -> list[Offered]:
    """Return the arguments of a call, those of `...` in its place; empty ones are left out."""
    found: list[Offered] = []
    for argument in arguments:
        node = argument.value
        if node is None or node == Symbol(""):
            continue
        if isinstance(node, Symbol) and node.name == "..." and not isinstance(node, Embedded):
            dots = environment.find("...")
            for name, item in [] if dots is ABSENT or dots is MISSING else dots:
                found.append(_from_dots(name, item, environment))
        elif isinstance(node, Held):
            found.append(Offered(argument.name, node.written, environment, None, node.value))
        else:
            found.append(Offered(argument.name, node, environment))
    return found


def _from_dots(name: str | None, item: Any, environment: Environment) -> Offered:
    if type(item) is Promise:
        return Offered(name, item.node, item.environment, item)
    return Offered(name, node_of(item), environment, None, boxed(item))


class LibraryCall:
    """A call of rnet's function of an R name."""

    def __init__(
        self,
        name: str,
        python: Callable[..., Any],
        context: Context,
        arguments: tuple[Argument, ...],
        *,
        dispatches: bool = True,
    ) -> None:
        self.dispatches = dispatches
        self.name = name
        self.python = python
        self.context = context
        self.offered = offered(arguments, context.environment)
        self.data: Value = None
        self.formula: Language | None = None

    def run(self) -> Value:
        """Return the value of the call; errors name the call that R would."""
        try:
            return self._run()
        except RError as error:
            if not hasattr(error, "call"):
                first = self.offered[0].found if self.offered else None
                known = None if first is ABSENT else first
                error.call = error_call(
                    self.name, self.context.call, error.message, known, self.data
                )
            raise

    def _run(self) -> Value:
        if self.dispatches and self.name in GENERICS and self.offered:
            found = self._dispatched()
            if found is ABSENT:
                found = of_plain_value(self.name, self.offered)
            if found is not ABSENT:
                return found
        if self.name in PLOTS and (STATE.session.plots is None or not self._is_drawable()):
            sketched(self.name, self.context.call, drawn_values(self.offered))
            STATE.visible = False
            return None
        signature = signature_of(self.name, self.python, by_formula=self._is_by_formula())
        slots = self._matched(signature)
        self._find_data(slots)
        shown = self._shown_call(signature, slots)
        values, named = self._python_arguments(signature, slots)
        with in_words_of_r(self.name, signature, {one.name for one in self.offered}):
            found = self._called(shown, values, named)
        if self.name == "addmargins" and isinstance(found, Vector):
            found = sums_at_the_border(found, self.offered[0].value())
        if self.name == "predict" and named.get("decision_values") is not True:
            found = without_decisions(found)
        if self.name in PLOTS:
            STATE.session.plots(found)
            found = None
        quiet = self.name in INVISIBLE | PLOTS | PRINT_THEMSELVES
        if self.name == "hist":
            quiet = named.get("plot", True) is not False
            if quiet:
                given = [(one.name, one.value()) for one in self.offered]
                sketched("hist", self.context.call, given, found=found)
        STATE.visible = not quiet and not (self.name in QUIET_WITH_ARGUMENTS and self.offered)
        return found

    def _is_drawable(self) -> bool:
        """Whether rnet draws such a thing: any of its results, not plain values."""
        if self.name != "plot" or not self.offered:
            return bool(self.offered)
        drawn = to_python(self.offered[0].value())
        is_list = isinstance(drawn, Record) and drawn.PLAIN_LIST
        return callable(getattr(drawn, "plot", None)) and isinstance(drawn, Record) and not is_list

    def _dispatched(self) -> Any:
        first = self.offered[0].value()
        if not classes_of(first):
            return ABSENT
        from rnet.interpreter.dispatch import dispatched

        given: list[tuple[str | None, Any]] = [(None, first)]
        given += [(one.name, one.as_promise()) for one in self.offered[1:]]
        function = Builtin(self.name, (), self.python)
        return dispatched(function, given, self.context.environment, self.context.call)

    def _is_by_formula(self) -> bool:
        if self.name not in TWO_METHODS or not self.offered:
            return False
        named = [one for one in self.offered if one.name in ("formula", "x", "y")]
        first = next((one for one in named if one.name == "formula"), None)
        return inherits((first or self.offered[0]).value(), "formula")

    def _matched(self, signature: Signature) -> dict[str, Any]:
        given = [(spelt(one.name, self.name, signature), one) for one in self.offered]
        try:
            slots = matched(list(signature.names), given)
        except UnusedArgumentError as error:
            left = [Argument(name, one.node) for name, one in error.arguments]
            word = "argument" if len(left) == 1 else "arguments"
            shown = deparse_line(Call(Symbol("f"), tuple(left)))[1:]
            raise RError(f"unused {word} {shown}", error.advice) from None
        return dict(zip(signature.names, slots, strict=True))

    def _find_data(self, slots: dict[str, Any]) -> None:
        data = slots.get("data", MISSING)
        if isinstance(data, Offered):
            self.data = data.value()
        for name in ("formula", "x", "object"):
            one = slots.get(name)
            if isinstance(one, Offered) and inherits(one.value(), "formula"):
                self.formula = one.value()

    def _environment(self) -> Environment:
        """Return where the variables of the formula are."""
        own = self.formula.attributes if self.formula is not None else None
        found = (own or {}).get(".Environment")
        return found if isinstance(found, Environment) else self.context.environment

    def _shown_call(self, signature: Signature, slots: dict[str, Any]) -> Call:
        function = self.context.call.function
        named = shown_as(self.name, by_formula=self.formula is not None)
        if named is not None or not isinstance(function, Symbol | Call):
            function = Symbol(named or self.name)
        if self.name in WRITTEN_CALLS:
            return Call(function, tuple(Argument(one.name, one.node) for one in self.offered))
        arguments: list[Argument] = []
        for name in signature.names:
            slot = slots[name]
            if name == DOTS:
                arguments += [Argument(own, one.node) for own, one in slot]
            elif slot is not MISSING:
                arguments.append(Argument(name, slot.node))
        return Call(function, tuple(arguments))

    def _python_arguments(
        self, signature: Signature, slots: dict[str, Any]
    ) -> tuple[list[Any], dict[str, Any]]:
        values: list[Any] = []
        named: dict[str, Any] = {}
        for name in signature.names:
            slot = slots[name]
            if name == DOTS:
                for own, one in () if self.name == "table" else slot:
                    if own is None and signature.takes_positions:
                        values.append(self._converted(own, one))
                    else:
                        self._add_from_dots(signature, named, own, one)
            elif slot is not MISSING and name in signature.parameters:
                named[signature.parameters[name]] = self._converted(name, slot)
        if self.name == "lowess" and "y" not in named:
            named |= coordinates(named["x"])
        self._check_nothing_missing(signature, named)
        if self.name == "table":
            return self._variables_by_name(signature, slots, named)
        if values:
            before = [parameter for parameter in signature.order if parameter in named]
            values = [named.pop(parameter) for parameter in before] + values
        return values, named

    def _variables_by_name(
        self, signature: Signature, slots: dict[str, Any], named: dict[str, Any]
    ) -> tuple[list[Any], dict[str, Any]]:
        """Return what `table` counts, each dimension named as it was given."""
        named = {n: named[n] for n in signature.parameters.values() if n in named}
        given = [(own, one, self._converted(own, one)) for own, one in slots[DOTS]]
        if "use_na" not in named and any(_counts_missing(one.value()) for _, one, _ in given):
            named["use_na"] = "ifany"
        if "dnn" in named:
            named["dnn"] = () if named["dnn"] is None else named["dnn"]  # NULL: no names
        elif not self._is_one_frame(given):
            level = int(named.get("deparse_level", 1))
            named["dnn"] = [own or _deparsed_name(one.node, level) for own, one, _ in given]
        return [value for _, _, value in given], named

    @staticmethod
    def _is_one_frame(given: list[Any]) -> bool:
        return len(given) == 1 and getattr(given[0][1].value(), "kind", "") == "list"

    def _add_from_dots(
        self, signature: Signature, named: dict[str, Any], own: str | None, one: Offered
    ) -> None:
        known = signature.parameters
        if own is None:
            return
        if own not in known:
            begun = [name for name in known if name.startswith(own)]
            own = begun[0] if len(begun) == 1 else own
        if own in known:
            named[known[own]] = self._converted(own, one)
        elif signature.takes_names:
            parameter = self._parameter_of_method(own)
            if parameter is not None:
                named[parameter] = self._converted(own, one)

    def _parameter_of_method(self, name: str) -> str | None:
        """Return the parameter of the record's own method; None for what R's `...` swallows."""
        first = self.offered[0].value()
        method = getattr(first.record, self.name, None) if isinstance(first, Model) else None
        if self.name not in GENERICS or not callable(method):
            return name.replace(".", "_")
        parameters = inspect.signature(method).parameters.values()
        known = {r_name(p.name): p.name for p in parameters if p.kind is not p.VAR_KEYWORD}
        begun = [known[one] for one in known if one.startswith(name)]
        if name in known or len(begun) == 1:
            return known.get(name) or begun[0]
        return name.replace(".", "_") if len(known) < len(parameters) else None

    @staticmethod
    def _check_nothing_missing(signature: Signature, named: dict[str, Any]) -> None:
        for parameter in signature.required:
            if parameter not in named:
                shown = r_name(parameter)
                raise RError(f'argument "{shown}" is missing, with no default')

    def _converted(self, name: str | None, one: Offered) -> Any:
        in_data = name in IN_DATA and one.found is ABSENT
        if in_data and name == "offset" and self.name in ("lm", "glm") and one.promise is None:
            return deparse_line(one.node)  # new data have an offset of their own
        if in_data and (self.data is not None or self.formula is not None):
            value = masked(one.node, self.data, self._environment(), one)
            return to_python(value)
        if (written := named_by_code(self.name, name, one.node)) is not None:
            return written
        value = one.value()
        if name in FUNCTIONS_AS_TEXT.get(self.name, ()) and isinstance(value, Closure):
            return value.source or deparse_line(value.node)
        if name == "FUN" and isinstance(value, Vector) and value.kind == "character":
            return to_python(match_function(value, one.environment))
        if name == "expr" and isinstance(value, Vector) and value.kind == "expression":
            value = value.data[0]
        if name == "function.arg" and isinstance(value, Closure):
            return [parameter[0] for parameter in value.parameters]
        if self.name in OF_NUMBERS and inherits(value, "table"):
            value = Vector(value.kind, value.data)
        if inherits(value, "data.frame") and takes_matrix(self.name, name, self.offered[0].found):
            from rnet.interpreter.functions.frame_matrix import matrix_of_frame

            value = matrix_of_frame(value)
        if name == "class.weights" and isinstance(value, Vector) and names_of(value) is not None:
            value = Vector(value.kind, value.data, {"names": character(names_of(value))})
        found = to_python(value)
        return found if self.name in KEEP_DOUBLES else whole_numbers(found)

    def _called(self, shown: Call, values: list[Any], named: dict[str, Any]) -> Value:
        function = self.python
        if keeps_call(function):
            function = function.__wrapped__  # type: ignore[attr-defined]
            values = [shown, *values]
        with (
            with_variables(RVariables(self._environment())),
            contextlib.redirect_stdout(Console(STATE.session.write)),
            contextlib.redirect_stderr(Console(STATE.session.write_error)),
        ):
            found = function(*values, **with_names(self.name, named))
            if self.name in PRINT_THEMSELVES:
                STATE.session.write(f"{found}\n")
            return from_python(found)


def _counts_missing(value: Value) -> bool:
    """Whether a value is a factor that has a level NA."""
    return is_factor(value) and None in value.attributes["levels"].data.tolist()


def _deparsed_name(node: Node, level: int) -> str:
    """Return what `deparse.level` makes of an argument that was given without a name."""
    if level == 1 and isinstance(node, Symbol) and not isinstance(node, Embedded):
        return node.name
    return deparse_line(node) if level == 2 else ""


@functools.cache
def keeps_call(function: Callable[..., Any]) -> bool:
    """Whether a function takes its own call first, which a decorator would give it."""
    inner = getattr(function, "__wrapped__", None)
    if inner is None:
        return False
    first = next(iter(inspect.signature(inner).parameters), None)
    return first == "call" and "call" not in inspect.signature(function).parameters
