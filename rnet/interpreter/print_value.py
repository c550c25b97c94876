"""Printing values as R's console does; the text itself comes from `rnet.printing`."""

from dataclasses import dataclass, replace
from typing import Any

from rnet.interpreter.attributes import attribute, classes_of, is_compact, names_of
from rnet.interpreter.calls import apply
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.packages import base_function
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    FormalObject,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    integer,
)
from rnet.language.tree import Argument, Call, Symbol


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """The arguments of `print.default`; `tag` is where in a list a value stands."""

    digits: int | None = None
    quote: bool = True
    right: bool = False
    na_print: str | None = None
    limit: int | None = None
    gap: int | None = None
    zero_print: str | None = None
    tag: str = ""


PLAIN = PrintStyle()
_HIDDEN = frozenset({"names", "dim", "dimnames", "srcref", "comment", "tsp", "row.names"})
_HIDDEN_OF_FACTORS = _HIDDEN | {"levels", "class"}


def print_value(value: Value, environment: Environment) -> None:
    """Print a value on the session's console, by the method of its class if it has one."""
    visible = STATE.visible
    print_element(boxed(value), PLAIN, environment)
    STATE.visible = visible


def write(text: str) -> None:
    """Write lines to the console, with the last line's end."""
    STATE.session.write(text + "\n")


def print_element(value: Any, style: PrintStyle, environment: Environment) -> None:
    """Print a value by the method of its class, or plainly if it has none."""
    if classes_of(value) and not _is_formal(value):
        function = environment.find("print")
        if not isinstance(function, Closure | Builtin):
            function = base_function("print")
        assert function is not None
        node = Call(Symbol("print"), (Argument(None, Symbol("x")),))
        apply(function, [(None, value), *_given(style)], environment, node)
    else:
        print_plain(value, style, environment)


def _given(style: PrintStyle) -> list[tuple[str | None, Any]]:
    """Return the arguments a list hands on to the methods of its elements."""
    given: list[tuple[str | None, Any]] = []
    if style.digits is not None:
        given.append(("digits", boxed(style.digits)))
    if not style.quote:
        given.append(("quote", boxed(False)))
    return given


def print_plain(value: Any, style: PrintStyle, environment: Environment) -> None:
    """Print a value without looking for a method: R's `print.default`."""
    if _is_formal(value):
        from rnet.interpreter.functions.formal_showing import show_value

        show_value(value, environment)
        return
    match value:
        case None:
            write("NULL")
        case Vector(kind="list"):
            _print_list(value, style, environment)
        case Vector():
            from rnet.interpreter.value_text import vector_text

            write(vector_text(value, style))
        case Closure() | Builtin():
            from rnet.interpreter.value_text import function_text

            write(function_text(value))
        case Language():
            from rnet.interpreter.value_text import language_text

            write(language_text(value))
        case Model():
            from rnet.interpreter.value_text import model_text

            write(model_text(value, style))
        case Environment():
            write(environment_text(value))
        case FormalObject():
            write("<S4 Type Object>")
        case _:
            write("" if value is MISSING else str(value))
    print_attributes(value, style, environment)


def _is_formal(value: Any) -> bool:
    """Whether a value is an object of a formal class."""
    if STATE.session.formal is None:
        return False
    from rnet.interpreter.formal_classes import formal_class

    return formal_class(value) is not None


def environment_text(value: Environment) -> str:
    """Return `<environment>` with the name or the address of an environment."""
    from rnet.interpreter.value_text import environment_text as text

    return text(value)


def _print_list(value: Vector, style: PrintStyle, environment: Environment) -> None:
    from rnet.interpreter.value_text import list_matrix_text, list_tags
    from rnet.printing.vectors import kept_elements, with_omitted

    dim = attribute(value, "dim")
    if dim is not None and len(dim.data) > 1:
        write(list_matrix_text(value, style))
        return
    if not len(value.data):
        write("list()" if names_of(value) is None else "named list()")
        return
    kept = kept_elements(len(value.data), style.limit)
    for tag, item in zip(list_tags(value)[:kept], value.data[:kept], strict=True):
        longer = style.tag + tag
        write(longer)
        print_element(boxed(item), replace(style, tag=longer), environment)
        write("")
    if kept < len(value.data):
        write(with_omitted("", len(value.data) - kept, "entries"))


def expanded_row_names(names: Vector) -> Vector:
    """Return row names, automatic ones counted out."""
    if not is_compact(names):
        return names
    return integer(list(range(1, abs(int(names.data[1])) + 1)))


def print_attributes(
    value: Any, style: PrintStyle, environment: Environment, hidden: frozenset[str] | None = None
) -> None:
    """Print the attributes that R shows below a value."""
    own = getattr(value, "attributes", None)
    if not own:
        return
    if hidden is None:
        hidden = _HIDDEN_OF_FACTORS if "factor" in classes_of(value) else _HIDDEN
        if (
            isinstance(value, Vector)
            and "row.names" in own
            and "data.frame" not in classes_of(value)
        ):
            hidden = hidden - {"row.names"}
        if isinstance(value, Vector) and value.kind != "double":
            hidden = hidden - {"tsp"}
    for name, item in own.items():
        if name in hidden or (name == "names" and not isinstance(value, Vector)):
            continue
        tag = f'attr(,"{name}")'
        write(tag)
        shown = expanded_row_names(item) if name == "row.names" else boxed(item)
        print_element(shown, replace(style, tag=tag), environment)
