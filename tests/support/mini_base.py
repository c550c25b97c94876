"""The base functions of R that recorded sessions use around what rnet offers."""

import math
import operator
from dataclasses import dataclass
from typing import Any

import mini_arithmetic
import mini_data
import numpy as np
import pandas as pd
from mini_data import items_of
from mini_values import (
    coerced,
    combine,
    data_of,
    doubles,
    is_list,
    make,
    names_of,
    option,
    plain,
    scalar,
    vector,
    with_names,
)
from oracles import RArray

import rnet
from rnet.printing.elements import level_texts
from rnet.printing.matrix import format_array, format_matrix
from rnet.printing.show import Style, console_text


@dataclass
class NoQuote:
    """R's class noquote."""

    value: Any


@console_text.register
def _(x: NoQuote, style: Style) -> str:
    return console(x.value, quote=False)


@console_text.register
def _(x: RArray, style: Style) -> str:
    if x.values.ndim == 2:
        rows, columns = x.dimnames or (None, None)
        titles = x.dnn or (None, None)
        return format_matrix(x.values, rows, columns, row_title=titles[0], column_title=titles[1])
    return format_array(x.values, x.dimnames, x.dnn, quote=style.quote is not False)


def console(value: Any, **style: Any) -> str:
    """Return what autoprinting shows."""
    return rnet.format_r(getattr(value, "node", value), **style)


def call_function(function: Any, value: Any) -> Any:
    return vector(function(value)) if callable(function) else None


def elements(x: Any) -> list[Any]:
    if isinstance(x, pd.DataFrame):
        return [x.iloc[:, j].array for j in range(x.shape[1])]
    if is_list(x):
        return items_of(x)
    kind, data = data_of(x)
    return [make(kind, [item]) for item in data]


def lapply(x: Any, function: Any) -> Any:
    results = [call_function(function, item) for item in elements(x)]
    names = names_of(x)
    return results if names is None else dict(zip(names, results, strict=True))


def sapply(x: Any, function: Any) -> Any:
    results = lapply(x, function)
    return with_names(combine([(None, value) for value in items_of(results)]), names_of(results))


def split(x: Any, by: Any) -> Any:
    group = mini_data.factor(by)
    labels = np.resize(group.codes, len(plain(x)))
    kind, data = data_of(x)
    return {
        level: make(kind, [item for item, code in zip(data, labels, strict=True) if code == number])
        for number, level in enumerate(group.categories)
    }


def class_of(x: Any) -> Any:
    if isinstance(x, pd.Categorical):
        return make("character", ["factor"])
    names = {"double": "numeric", "list": "list"}
    kind = data_of(x)[0]
    return make("character", [names.get(kind, kind)])


def quantile(x: Any) -> Any:
    values = np.quantile(doubles(x), [0, 0.25, 0.5, 0.75, 1])
    return with_names(values, ["0%", "25%", "50%", "75%", "100%"])


def summary_of_factor(x: Any) -> Any:
    counts = [int((x.codes == code).sum()) for code in range(len(x.categories))]
    return with_names(make("integer", counts), list(x.categories))


def as_integer(x: Any) -> Any:
    codes = (
        [None if code < 0 else code + 1 for code in x.codes.tolist()]
        if isinstance(x, pd.Categorical)
        else None
    )
    return make("integer", coerced(x, "integer") if codes is None else codes)


def as_text(x: Any) -> Any:
    return make("character", coerced(x, "character"))


def print_value(x: Any, **style: Any) -> Any:
    rnet.show(
        getattr(x, "value", x) if isinstance(x, NoQuote) else x,
        **{name: option(value) for name, value in style.items()},
    )
    return x


def write_lines(x: Any) -> None:
    for line in data_of(x)[1]:
        print(line)  # noqa: T201


def cat(*values: Any, **options: Any) -> None:
    rnet.cat(*values, **{name: option(value) for name, value in options.items()})


def texts(function: Any) -> Any:
    return lambda x, *rest: make(
        "character", [function(item, *map(scalar, rest)) for item in data_of(x)[1]]
    )


def as_date(x: Any) -> Any:
    return pd.to_datetime(pd.Series(data_of(x)[1])).array


def set_names(object: Any, nm: Any = None) -> Any:  # noqa: A002 - R's argument name
    return with_names(object, None if nm is None else data_of(nm)[1])


FUNCTIONS = {
    "+": mini_arithmetic.arithmetic(np.add, True),
    "-": mini_arithmetic.arithmetic(np.subtract, True),
    "*": mini_arithmetic.arithmetic(np.multiply, True),
    "/": mini_arithmetic.arithmetic(np.divide, False),
    "^": mini_arithmetic.arithmetic(np.float_power, False),
    ">": mini_arithmetic.comparison(operator.gt),
    "<": mini_arithmetic.comparison(operator.lt),
    ">=": mini_arithmetic.comparison(operator.ge),
    "<=": mini_arithmetic.comparison(operator.le),
    "==": mini_arithmetic.comparison(operator.eq),
    ":": mini_arithmetic.colon,
    "seq": mini_arithmetic.seq,
    "rep": mini_arithmetic.rep,
    "exp": mini_arithmetic.mathematical(math.exp),
    "factorial": mini_arithmetic.mathematical(lambda x: math.gamma(x + 1)),
    "ceiling": mini_arithmetic.mathematical(math.ceil),
    "floor": mini_arithmetic.mathematical(math.floor),
    "trunc": mini_arithmetic.mathematical(math.trunc),
    "matrix": mini_data.matrix,
    "array": mini_data.array,
    "diag": lambda n: np.eye(int(scalar(n))),
    "t": mini_data.transpose,
    "outer": lambda a, b: np.outer(plain(a), plain(b)),
    "cor": mini_data.correlation,
    "crossprod": mini_data.crossprod,
    "solve": np.linalg.inv,
    "as.matrix": mini_data.as_matrix,
    "head": lambda x, n=None: x.head(6 if n is None else int(scalar(n))),
    "colMeans": lambda x: with_names(x.to_numpy(dtype=float).mean(axis=0), list(x.columns)),
    "mean": lambda x: np.array([doubles(x).mean()]),
    "factor": mini_data.factor,
    "ordered": lambda x: mini_data.factor(x, ordered=np.array([True])),
    "levels": lambda x: make("character", level_texts(x)),
    "nlevels": lambda x: make("integer", [len(x.categories)]),
    "cut": mini_data.cut,
    "interaction": mini_data.interaction,
    "droplevels": lambda x: x.remove_unused_categories(),
    "relevel": mini_data.relevel,
    "summary": summary_of_factor,
    "as.integer": as_integer,
    "as.character": as_text,
    "character": lambda n: make("character", [""] * int(scalar(n))),
    "numeric": lambda n: np.zeros(int(scalar(n))),
    "integer": lambda n: np.zeros(int(scalar(n)), dtype=np.int64),
    "logical": lambda n: np.zeros(int(scalar(n)), dtype=bool),
    "noquote": NoQuote,
    "print": print_value,
    "writeLines": write_lines,
    "cat": cat,
    "message": lambda *parts: None,
    "setNames": set_names,
    "lapply": lapply,
    "sapply": sapply,
    "split": split,
    "class": class_of,
    "quantile": quantile,
    "attributes": lambda x: {"dim": make("integer", x.shape)},
    "strsplit": lambda x, by: [make("character", text.split(scalar(by))) for text in data_of(x)[1]],
    "toupper": texts(str.upper),
    "substr": texts(lambda text, start, stop: text[int(start) - 1 : int(stop)]),
    "rev": lambda x: make(data_of(x)[0], data_of(x)[1][::-1]),
    "as.Date": as_date,
    "Sys.Date": lambda: pd.DatetimeIndex([pd.Timestamp.today().normalize()]),
}
NAMED_ARGUMENTS = {
    "c": combine,
    "list": mini_data.to_list,
    "data.frame": mini_data.data_frame,
    "cbind": lambda pairs: mini_data.bind(pairs, by_row=False),
    "rbind": lambda pairs: mini_data.bind(pairs, by_row=True),
}
SILENT = {"print", "cat", "message", "writeLines", "options", "set.seed"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MONTHS = "January February March April May June July August September October November December"
CONSTANTS = {
    "letters": make("character", _LETTERS),
    "LETTERS": make("character", _LETTERS.upper()),
    "month.name": make("character", _MONTHS.split()),
    "state.name": make("character", list(rnet.data("state.x77").index)),
    "pi": np.array([math.pi]),
    ".Machine": {
        "integer.max": make("integer", [2**31 - 1]),
        "double.eps": np.array([np.finfo(float).eps]),
    },
}
