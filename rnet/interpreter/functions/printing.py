"""`print` and its methods for vectors, factors, tables; `cat`, `noquote`."""

from dataclasses import replace

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    names_of,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, strings, text, whole
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.print_value import (
    PrintStyle,
    print_attributes,
    print_element,
    print_plain,
    write,
)
from rnet.interpreter.values import Named, Value, Vector, boxed, character

_PRINT = (
    "x, digits = NULL, quote = TRUE, na.print = NULL, print.gap = NULL, right = FALSE, max = NULL, "
    "width = NULL, useSource = TRUE, ..."
)


def style_of(
    digits: Value, quote: Value, na_print: Value, right: Value, limit: Value
) -> PrintStyle:
    """Return the arguments of `print` checked.

    Raises
    ------
    RError
        `invalid digits argument` and the like.
    """
    return PrintStyle(
        digits=_digits(digits),
        quote=flag(quote, "quote"),
        right=flag(right, "right"),
        na_print=None if na_print is None else text(na_print, "na.print"),
        limit=None if limit is None else whole(limit, "max"),
    )


def _digits(digits: Value) -> int | None:
    if digits is None:
        return None
    count = whole(digits, "digits")
    if not 0 <= count <= 22:
        raise RError(f"invalid digits argument {count}" if count < 0 else "invalid digits argument")
    return max(count, 1)


def invisible(value: Value) -> Value:
    """Return a value that is not printed at the top of the program."""
    STATE.visible = False
    return value


@builtin("print", _PRINT, context=True, generic=True)
@builtin("print.default", _PRINT, context=True)
def print_default(
    context: Context,
    x: Value,
    digits: Value,
    quote: Value,
    na_print: Value,
    gap: Value,
    right: Value,
    limit: Value,
    width: Value,
    source: Value,
    dots: list[Named],
) -> Value:
    """Print a value."""
    del dots, gap, source
    from rnet.settings import options

    style = style_of(digits, quote, na_print, right, limit)
    if width is None:
        print_plain(x, style, context.environment)
    else:
        with options(width=whole(width, "width")):
            print_plain(x, style, context.environment)
    return invisible(x)


@builtin("print.factor", "x, quote = FALSE, max.levels = NULL, width = NULL, ...", context=True)
def print_factor(
    context: Context, x: Vector, quote: Value, max_levels: Value, width: Value, dots: list[Named]
) -> Value:
    """Print a factor: its labels, then its levels."""
    del width, dots
    from rnet.interpreter.value_text import factor_strings, vector_text
    from rnet.printing.factor import format_levels
    from rnet.printing.strings import shown
    from rnet.settings import current

    ordered = "ordered" in classes_of(x)
    quoted = flag(quote, "quote")
    if not len(x.data):
        empty = "" if current().follows("4.3") else "0"
        write(f"{'ordered' if ordered else 'factor'}({empty})")
    else:
        names = names_of(x)
        labels = character(
            factor_strings(x), None if names is None else {"names": character(names)}
        )
        write(vector_text(labels, PrintStyle(quote=quoted)))
    rest = {k: v for k, v in (x.attributes or {}).items() if k not in ("levels", "class", "names")}
    print_attributes(with_attributes(x, rest), PrintStyle(), context.environment)
    most = None if max_levels is None else whole(max_levels, "max.levels")
    if most != 0:
        texts = strings(attribute(x, "levels"))
        levels = ["<NA>" if name is None else shown(name, quote=quoted) for name in texts]
        write(format_levels(levels, ordered, most))
    return invisible(x)


_PRINT_TABLE = (
    "x, digits = NULL, quote = FALSE, na.print = NULL, print.gap = NULL, right = NULL, max = NULL, "
    "zero.print = NULL, justify = 'none', ..."
)


@builtin("print.table", _PRINT_TABLE)
def print_table(
    x: Vector,
    digits: Value,
    quote: Value,
    na_print: Value,
    gap: Value,
    right: Value,
    limit: Value,
    zero_print: Value,
    justify: Value,
    dots: list[Named],
) -> Value:
    """Print a contingency table."""
    del justify, dots, gap
    from rnet.interpreter.table_text import table_text

    side = boxed(x.kind != "character") if right is None else right
    style = style_of(digits, quote, na_print, side, limit)
    zero = None if zero_print is None else text(zero_print, "zero.print")
    write(table_text(x, replace(style, zero_print=zero)))
    return invisible(x)


@builtin("noquote", "obj, right = FALSE")
def noquote(obj: Value, right: Value) -> Value:
    """Mark strings to be printed without quotes."""
    del right
    kinds = classes_of(obj)
    if "noquote" in kinds:
        return obj
    return with_attribute(obj, "class", character(["noquote", *kinds]))


@builtin("print.noquote", "x, quote = FALSE, right = FALSE, ...", context=True)
def print_noquote(
    context: Context, x: Vector, quote: Value, right: Value, dots: list[Named]
) -> Value:
    """Print strings without quotes."""
    del quote, dots
    kinds = [kind for kind in classes_of(x) if kind != "noquote"]
    bare = with_attribute(x, "class", character(kinds) if kinds else None)
    print_element(bare, PrintStyle(quote=False, right=flag(right, "right")), context.environment)
    return invisible(x)


@builtin("print.function", "x, useSource = TRUE, ...", context=True)
def print_function(context: Context, x: Value, source: Value, dots: list[Named]) -> Value:
    """Print a function."""
    del source, dots
    print_plain(x, PrintStyle(), context.environment)
    return invisible(x)


@builtin("print.simple.list", "x, ...", context=True)
def print_simple_list(context: Context, x: Vector, dots: list[Named]) -> Value:
    """Print a list as one column named `_`."""
    del dots
    from rnet.interpreter.table_text import simple_list_text

    del context
    write(simple_list_text(x))
    return invisible(x)


@builtin("toString", "x, ..., sep = ', ', width = NULL", generic=True)
@builtin("toString.default", "x, ..., sep = ', ', width = NULL")
def to_string(x: Value, dots: list[Named], sep: Value, width: Value) -> Value:
    """Join the elements of a vector with commas."""
    del dots
    from rnet.printing.toString import shortened

    whole_text = text(sep, "sep").join("NA" if t is None else t for t in strings(x))
    return whole_text if width is None else shortened(whole_text, whole(width, "width"))
