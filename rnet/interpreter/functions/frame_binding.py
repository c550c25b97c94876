"""The methods that bind data frames, called by their own names."""

from typing import Any

from rnet.interpreter.attributes import is_data_frame
from rnet.interpreter.builtin import builtin
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.binding import cbind, rbind
from rnet.interpreter.functions.data_frames import as_data_frame
from rnet.interpreter.values import Named, Value, boxed

_ARGUMENTS = "..., deparse.level = 1, make.row.names = TRUE, stringsAsFactors = FALSE"


@builtin("rbind.data.frame", _ARGUMENTS, context=True)
def rbind_frames(
    context: Context, dots: list[Named], level: Value, make: Value, as_factors: Value
) -> Any:
    """Return data frames, or lists, one below the other."""
    if dots and not any(is_data_frame(value) for _, value in dots):
        name, first = dots[0]
        made = as_data_frame(
            context, first, None, boxed(False), [], as_factors, boxed("Freq")
        )  # fmt: skip
        dots = [(name, made), *dots[1:]]
    return rbind(context, dots, level, make, as_factors)


@builtin("cbind.data.frame", _ARGUMENTS, context=True)
def cbind_frames(
    context: Context, dots: list[Named], level: Value, make: Value, as_factors: Value
) -> Any:
    """Return data frames side by side."""
    del make
    return cbind(context, dots, level, as_factors)
