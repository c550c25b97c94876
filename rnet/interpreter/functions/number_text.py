"""Numbers as text: `formatC`, `prettyNum`, `format.pval`, `sprintf`."""

import re
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, flag, given, is_factor, text, whole
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.values import Named, Value, Vector, boxed, character
from rnet.memory import make_room


@builtin("formatC", "x, width = .missing, digits = NULL, format = NULL, flag = '', mode = NULL, "
         "big.mark = '', big.interval = 3L, small.mark = '', small.interval = 5L, "
         "decimal.mark = '.', preserve.width = 'individual', zero.print = NULL, "
         "replace.zero = TRUE, drop0trailing = FALSE")  # fmt: skip
def format_c(x: Value, width: Value, digits: Value, style: Value, flags: Value, mode: Value,
             big_mark: Value, big_interval: Value, *others: Value) -> Value:  # fmt: skip
    """Return numbers written as C's printf does."""
    from rnet.interpreter.shown import python_form
    from rnet.printing.formatC import formatC

    vector = boxed(x)
    if is_factor(vector) or (isinstance(vector, Vector) and vector.kind == "list"):
        raise RError("'x' must be a vector")
    if not isinstance(vector, Vector) or not len(vector.data):
        return character([])
    if given(width):
        make_room(
            abs(whole(width, "width")) * len(vector.data), 16
        )  # bytes a character takes on the way
    texts = formatC(
        python_form(vector),
        width=whole(width, "width") if given(width) else None,
        digits=None if digits is None else whole(digits, "digits"),
        format=None if style is None else text(style, "format"),
        flag=text(flags, "flag"),
        mode=None if mode is None else text(mode, "mode"),
        big_mark=text(big_mark, "big.mark"),
        big_interval=whole(big_interval, "big.interval"),
        decimal_mark=text(others[2], "decimal.mark"),
        drop0trailing=flag(others[6], "drop0trailing"),
    )
    return character(list(texts), shape_of(x))


@builtin("prettyNum", "x, big.mark = '', ...")
def pretty_num(x: Value, big_mark: Value, dots: list[Named]) -> Value:
    """Return numbers each as text, with marks between thousands."""
    from rnet.interpreter.shown import python_form
    from rnet.printing.prettyNum import prettyNum

    names = {"decimal.mark": "decimal_mark", "big.interval": "big_interval"}
    known = {names.get(n or "", n or ""): boxed(v).data[0] for n, v in dots}
    known = {
        n: v for n, v in known.items() if n in ("decimal_mark", "big_interval", "drop0trailing")
    }
    texts = prettyNum(python_form(boxed(x)), big_mark=text(big_mark, "big.mark"), **known)
    return character(list(texts), shape_of(x))


@builtin("format.pval", "pv, digits = .missing, eps = .missing, na.form = 'NA', ...")
def format_pval(pv: Value, digits: Value, eps: Value, na_form: Value, dots: list[Named]) -> Value:
    """Return p values as text, the tiny ones as less than a bound."""
    del dots
    from rnet.printing.pvalue import format_pval as written

    options: dict[str, Any] = {"na_form": text(na_form, "na.form")}
    if given(digits):
        options["digits"] = whole(digits, "digits")
    if given(eps):
        options["eps"] = float(doubles(eps)[0])
    vector = boxed(pv)
    if not isinstance(vector, Vector) or vector.kind not in ("double", "integer", "logical"):
        raise RError("non-numeric argument to mathematical function")
    texts = written(doubles(vector), **options)
    return character(list(np.atleast_1d(texts)))


@builtin("sprintf gettextf", "fmt, ...", context=True)
def sprintf(context: Context, fmt: Value, dots: list[Named]) -> Value:
    """Return text with values put in, as C's printf does."""
    from rnet.interpreter.functions.pasting import texts_of_argument
    from rnet.interpreter.shown import python_form
    from rnet.printing.sprintf import sprintf as written

    vector = boxed(fmt)
    if not isinstance(vector, Vector) or vector.kind != "character":
        raise RError("'fmt' is not a character vector")
    only_strings = all(
        letter in "s%" for letter in _LETTERS.findall(" ".join(map(str, vector.data)))
    )
    values = [
        python_form(
            character(texts_of_argument(v, context))
            if only_strings and (_has_class(v) or getattr(v, "kind", "") == "raw")
            else v
        )
        for v in (boxed(value) for _, value in dots)
    ]
    return character(list(written(python_form(vector), *values)))


_LETTERS = re.compile(r"%[^a-zA-Z%]*([a-zA-Z%])")


def _has_class(value: Value) -> bool:
    return bool(classes_of(value)) and not is_factor(value)
