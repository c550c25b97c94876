"""The text of single values: vectors, matrices, factors, functions, environments."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rnet.interpreter.attributes import attribute, dim_of, dimnames_of, names_of
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.print_value import PrintStyle
from rnet.interpreter.shown import complex_texts, printing_cells, shown_vector
from rnet.interpreter.values import NA_INTEGER, Builtin, Closure, Language, Model, Vector
from rnet.language.deparse import deparse
from rnet.language.tree import Argument, Constant, Function, Symbol
from rnet.printing.elements import Vector as Shown
from rnet.printing.elements import element_texts
from rnet.printing.matrix import format_array, format_matrix
from rnet.printing.vectors import format_named_vector, format_vector, kept_elements

MATRIX = 2


def vector_text(value: Vector, style: PrintStyle) -> str:
    """Return the text of an atomic vector, matrix or array without its other attributes."""
    if value.kind == "expression":
        from rnet.interpreter.deparse_value import deparsed_lines

        return "\n".join(deparsed_lines(value))
    dim = dim_of(value)
    if dim is None or (len(dim) == 1 and dimnames_of(value) is None):
        names = names_of(value)
        if names is None or not len(value.data):
            prefix = "named " if names is not None else ""
            return prefix + plain_text(value, style)
        quote = style.quote and value.kind not in ("complex", "raw")
        absent = "NA" if value.kind == "complex" and style.na_print is None else style.na_print
        return named_text(shown_vector(value), names, replace(style, quote=quote, na_print=absent))
    if len(dim) == 1:
        return _one_dimension(value, style) if len(value.data) else plain_text(value, style)
    return array_text(value, style)


def plain_text(value: Vector, style: PrintStyle) -> str:
    """Return a vector without names, behind `[1]`."""
    if value.kind == "raw" and not len(value.data):
        return "raw(0)"
    is_complex = value.kind == "complex"
    texts = complex_texts(value.data, style.digits) if is_complex else None
    return format_vector(
        shown_vector(value) if texts is None else Shown("character", texts),
        digits=style.digits,
        quote=style.quote and value.kind == "character",
        right=style.right or is_complex,
        na_text="NA" if is_complex and style.na_print is None else style.na_print,
        limit=style.limit,
    )


def named_text(shown: Shown, names: Sequence[str | None], style: PrintStyle) -> str:
    """Return a vector with its names above it."""
    kept = kept_elements(len(shown), style.limit)
    part = Shown(shown.kind, shown.data[:kept])
    texts = element_texts(part, digits=style.digits, quote=style.quote, na_text=style.na_print)
    return format_named_vector(
        texts.cells, names[:kept], omitted=len(shown) - kept, na_text=style.na_print
    )


def _one_dimension(value: Vector, style: PrintStyle) -> str:
    titles = dim_titles(value)
    names = dimnames_of(value)
    assert names is not None
    labels = names[0]
    body = (
        plain_text(value, style)
        if labels is None
        else named_text(shown_vector(value), labels, style)
    )
    return body if titles is None else f"{titles[0] or ''}\n{body}"


def dim_titles(value: Vector) -> list[str] | None:
    """Return the names of the dimensions of an array, None without."""
    titles = names_of(attribute(value, "dimnames"))
    return None if titles is None else [title or "" for title in titles]


def array_text(value: Vector, style: PrintStyle) -> str:
    """Return a matrix, or an array slice by slice."""
    dim = dim_of(value)
    assert dim is not None
    cells = printing_cells(value, dim, style.digits)
    names: list[Any] = dimnames_of(value) or [None] * len(dim)
    titles = dim_titles(value)
    shown: dict[str, Any] = {
        "right": style.right or value.kind in ("complex", "raw"),
        "quote": style.quote and value.kind == "character",
        "digits": style.digits,
        "na_text": style.na_print,
        "limit": style.limit,
    }
    if len(dim) > MATRIX:
        return format_array(cells, names, titles, **shown)
    if 0 in dim and not titles:
        shown["kind"] = shown_vector(value).kind
    row, column = (None, None) if titles is None else titles
    if value.kind in ("complex", "raw") and names[1] is None:
        names = [names[0], [f"[,{j + 1}]" for j in range(dim[1])]]  # written to the right
    if value.kind in ("logical", "integer", "character"):
        shown["kind"] = value.kind
    return format_matrix(cells, names[0], names[1], row_title=row, column_title=column, **shown)


def list_matrix_text(value: Vector, style: PrintStyle) -> str:
    """Return a matrix of lists: a short summary in each cell."""
    summary = Vector("character", printing_cells(value, (len(value.data),)), value.attributes)
    from dataclasses import replace

    return array_text(summary, replace(style, quote=False))


def list_tags(value: Vector) -> list[str]:
    """Return what R writes above each element of a list: `$a`, `[[2]]`."""
    from rnet.language.names import is_syntactic
    from rnet.printing.strings import escape

    names = names_of(value) or [""] * len(value.data)
    tags = []
    for number, name in enumerate(names, start=1):
        if name is None:
            tags.append("$<NA>")
        elif not name:
            tags.append(f"[[{number}]]")
        else:
            tags.append(f"${name}" if is_syntactic(name) else f"$`{escape(name)}`")
    return tags


def factor_strings(value: Vector) -> list[str | None]:
    """Return the labels of a factor's elements."""
    levels = attribute(value, "levels")
    labels = [] if levels is None else levels.data.tolist()
    return [None if code == NA_INTEGER else labels[code - 1] for code in value.data.tolist()]


def language_text(value: Language) -> str:
    """Return a symbol, a call or a formula as R code."""
    from rnet.language.names import quoted_name

    if isinstance(value.node, Symbol):
        return quoted_name(value.node.name) if value.node.name else ""
    return "\n".join(deparse(value.node))


def function_text(value: Closure | Builtin) -> str:
    """Return a function as it was typed, or as R would write it."""
    if isinstance(value, Builtin):
        return f'{function_header(value)} .Primitive("{value.name}")'
    text = value.source
    if text is None:
        text = "\n".join([function_header(value), *deparse(value.node.body)])
    where = value.environment
    session = STATE.session
    if isinstance(where, Environment) and (session is None or where is not session.globals):
        return f"{text}\n{environment_text(where)}"
    return text


def function_header(value: Closure | Builtin) -> str:
    """Return `function (x, y = 2) `."""
    given = value.parameters if isinstance(value, Builtin) else value.node.parameters
    parameters = tuple(
        Argument(p.name, None if p.value == Symbol(".missing") else p.value) for p in given
    )
    shown = "\n".join(deparse(Function(parameters, Constant("NULL", None))))
    return "function (" + shown.removeprefix("function(").removesuffix("NULL").rstrip() + " "


def environment_text(value: Environment) -> str:
    """Return `<environment>` with the name or the address of an environment."""
    if value.name:
        whole = value.name.startswith(("R_", "package:", "namespace:"))
        shown = value.name if whole else f"package:{value.name}"
        return f"<environment: {shown}>"
    return f"<environment: {id(value):#014x}>"


def model_text(value: Model, style: PrintStyle) -> str:
    """Return the text of a result of rnet."""
    from rnet.printing.show import format_r

    return format_r(value.record, digits=style.digits)
