"""`print.data.frame`."""

from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.printing import invisible, style_of
from rnet.interpreter.print_value import write
from rnet.interpreter.values import Named, Value, Vector


@builtin(
    "print.data.frame",
    "x, ..., digits = NULL, quote = FALSE, right = TRUE, row.names = TRUE, max = NULL, "
    "na.print = NULL",
    context=True,
)
def print_data_frame(
    context: Context,
    x: Vector,
    dots: list[Named],
    digits: Value,
    quote: Value,
    right: Value,
    row_names: Value,
    limit: Value,
    na_print: Value,
) -> Value:
    """Print a data frame."""
    del dots
    from rnet.interpreter.table_text import frame_text

    style = style_of(digits, quote, na_print, right, limit)
    names: bool | list[str]
    if row_names.kind == "logical":
        names = flag(row_names, "row.names")
    else:
        names = ["NA" if t is None else t for t in strings(row_names)]
    write(frame_text(x, style, names, context.environment))
    return invisible(x)
