"""`cat`: values written one after the other."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import strings, type_name
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.connections import write_to
from rnet.interpreter.values import NA_INTEGER, Language, Named, Value, Vector, boxed
from rnet.language.tree import Symbol


@builtin(
    "cat", "..., file = '', sep = ' ', fill = FALSE, labels = NULL, append = FALSE", context=True
)
def cat(
    context: Context,
    dots: list[Named],
    file: Value,
    sep: Value,
    fill: Value,
    labels: Value,
    append: Value,
) -> Value:
    """Write values to the console or a file."""
    from rnet.interpreter.coerce import flag
    from rnet.interpreter.functions.printing import invisible
    from rnet.printing.cat import joined_items

    if boxed(sep) is None or sep.kind != "character":
        raise RError("invalid 'sep' specification")
    items = [t for number, (_, item) in enumerate(dots, 1) for t in cat_items(item, number)]
    text = joined_items(
        items,
        ["NA" if s is None else s for s in strings(sep)],
        _fill(fill),
        None if labels is None else ["NA" if s is None else s for s in strings(labels)],
    )
    write_to(file, text, append=flag(append, "append"))
    return invisible(None)


def _fill(fill: Vector) -> bool | int:
    value = fill.data[0]
    if fill.kind == "logical":
        return bool(value == 1)
    return int(value) if value > 0 else False


def cat_items(value: Any, number: int) -> list[str]:
    """Return the texts of the elements of one argument."""
    match value:
        case None:
            return [""] if number == 1 else []
        case Vector(kind="list") if not len(value.data):
            return [""]
        case Vector(kind="list" | "expression"):
            raise _refused(value, number)
        case Vector():
            return atomic_items(value) or [""]
        case Language(node=Symbol(name)):
            return [name]
    raise _refused(value, number)


def _refused(value: Any, number: int) -> RError:
    kind = type_name(value)
    return RError(f"argument {number} (type '{kind}') cannot be handled by 'cat'")


def atomic_items(value: Vector) -> list[str]:
    """Return each element alone: numbers with `options(digits)`, factors as codes."""
    if value.kind == "double":
        from rnet.printing.numbers import number_texts
        from rnet.settings import current

        return number_texts(value.data, current().digits)
    if value.kind == "complex":
        from rnet.interpreter.shown import complex_texts

        return [complex_texts(value.data[i : i + 1])[0] or "NA" for i in range(len(value.data))]
    if value.kind == "integer" or "factor" in classes_of(value):
        return ["NA" if v == NA_INTEGER else str(v) for v in value.data.tolist()]
    return ["NA" if t is None else t for t in strings(value)]
