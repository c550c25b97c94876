"""`paste`, `paste0` and other functions that join strings."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.values import Named, Value, Vector, boxed, character


def texts_of_argument(value: Value, context: Context) -> list[str]:
    """Return an argument of `paste` as strings; classes other than factors by `as.character`."""
    kinds = classes_of(value)
    if kinds and "factor" not in kinds and isinstance(value, Vector):
        from rnet.interpreter.calls import apply
        from rnet.interpreter.packages import base_function

        convert = base_function("as.character")
        if convert is not None:
            value = boxed(apply(convert, [(None, value)], context.environment, context.call))
    return ["NA" if item is None else item for item in strings(value)]


def pasted(parts: list[list[str]], sep: str, collapse: str | None) -> Value:
    """Join the elements of several vectors side by side, recycled to the longest."""
    longest = max(map(len, parts), default=0)
    filled = [part or [""] for part in parts] if longest else []
    if any(len(part) != longest for part in filled):
        filled = [(part * (longest // len(part) + 1))[:longest] for part in filled]
    rows = [sep.join(row) for row in zip(*filled, strict=True)] if filled else []
    return character(rows) if collapse is None else collapse.join(rows)


def _joined(
    dots: list[Named], sep: str, collapse: Value, recycle0: Value, context: Context
) -> Value:
    parts = [texts_of_argument(value, context) for _, value in dots]
    between = None if collapse is None else _one(collapse, "collapse")
    if flag(recycle0, "recycle0") and any(not part for part in parts):
        return character([]) if between is None else ""
    return pasted(parts, sep, between)


def _one(value: Any, name: str) -> str:
    if not isinstance(value, Vector) or value.kind != "character" or len(value.data) != 1:
        raise RError("invalid separator" if name == "sep" else f"invalid '{name}' argument")
    return "NA" if value.data[0] is None else str(value.data[0])


@builtin("paste", "..., sep = ' ', collapse = NULL, recycle0 = FALSE", context=True)
def paste(
    context: Context, dots: list[Named], sep: Value, collapse: Value, recycle0: Value
) -> Value:
    """Join vectors element by element."""
    return _joined(dots, _one(sep, "sep"), collapse, recycle0, context)


@builtin("paste0", "..., collapse = NULL, recycle0 = FALSE", context=True)
def paste0(context: Context, dots: list[Named], collapse: Value, recycle0: Value) -> Value:
    """Join vectors element by element, with nothing between."""
    return _joined(dots, "", collapse, recycle0, context)
