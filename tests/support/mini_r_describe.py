"""What sessions about describing data need beyond `mini_r_linear`."""

from typing import Any

import mini_base
import mini_r_linear
import numpy as np
import pandas as pd
from mini_r import Closure
from mini_r_linear import LinearSession, matched
from mini_values import (
    combine,
    data_of,
    doubles,
    make,
    names_of,
    option,
    plain,
    scalar,
    subset,
    vector,
    with_names,
)

import rnet
from rnet import Table
from rnet.describe.summary_records import SummaryDefault, SummaryTable
from rnet.formula.columns import as_column
from rnet.formula.factor_functions import cut
from rnet.formula.formula import formula_from_tree
from rnet.language.tree import Argument, Call, Function, Node, Symbol
from rnet.values import is_matrix, named_matrix

NAMES = (
    "quantile", "mean", "weighted.mean", "median", "fivenum", "mad", "IQR", "var", "sd", "cov",
    "cor", "str", "tapply", "ave", "rowsum", "aggregate", "by", "scale", "rank", "tabulate", "rle",
    "cov2cor", "cov.wt", "mahalanobis", "boxplot.stats", "summary", "pretty", "hist", "ecdf",
    "density", "stem", "symnum", "round", "format", "prop.table",
)  # fmt: skip
SILENT = {"str", "stem"}
MATCHED = {"density": ("x", "bw", "adjust", "kernel", "weights", "window", "width", "n")}


class RFunction:
    """A function of rnet, or of the session, that takes what the evaluator hands it."""

    def __init__(self, name: str, function: Any) -> None:
        self.name, self.function = name, function

    def __call__(self, *values: Any, **named: Any) -> Any:
        arguments = [scalar(_unframed(value)) for value in values]
        return vector(self.function(*arguments, **{k: scalar(v) for k, v in named.items()}))


def _unframed(value: Any) -> Any:
    if isinstance(value, pd.Series) and names_of(value) is None:
        return value.array
    return value


class DescribeSession(LinearSession):
    """A console that knows R's descriptive statistics."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("["), (holder, key)):
                value = self.evaluate(holder.value)
                if isinstance(value, SummaryDefault):
                    return value[data_of(self.evaluate(key.value))[1]]
                if isinstance(value, pd.DataFrame) and is_matrix(value):
                    return value
                return subset(value, self.evaluate(key.value))
            case Call(Symbol("with"), (data, expression)):
                return self.inner_session(self.evaluate(data.value)).evaluate(expression.value)
            case Call(Symbol("for"), (Argument(_, Symbol(name)), values, body)):
                for item in data_of(self.evaluate(values.value))[1]:
                    self.variables[name] = make("integer", [item])
                    self.evaluate(body.value)
                self.visible = False
                return None
            case Function():
                return Closure(node, self, self.variables)
            case Call(Symbol("$"), (holder, Symbol(_) | Argument(_, Symbol(_)) as member)):
                return self.member(holder, member)
            case Call(Symbol(name), arguments) if name in NAMES and name not in self.variables:
                self.visible = True
                return self.described(name, arguments)
        return super().evaluate(node)

    def member(self, holder: Any, member: Any) -> Any:
        value = self.evaluate(holder.value)
        name = member.value.name
        if isinstance(value, pd.DataFrame | dict):
            element = value[name]
            return element.array if isinstance(element, pd.Series) else element
        return value[name]

    def inner_session(self, data: pd.DataFrame) -> "DescribeSession":
        columns = {str(name): data[name].array for name in data.columns}
        return DescribeSession({**self.variables, **columns})

    def lookup(self, name: str) -> Any:
        if name in NAMES and name not in self.variables:
            return RFunction(name, getattr(rnet, name.replace(".", "_")))
        if name in FUNCTIONS and name not in self.variables:
            return FUNCTIONS[name]
        return super().lookup(name)

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        if name in FUNCTIONS and name not in self.variables:
            pairs = self.pairs(arguments)
            self.visible = name not in ("invisible", "print")
            named = {tag.replace(".", "_"): value for tag, value in pairs if tag}
            return FUNCTIONS[name](*(value for tag, value in pairs if not tag), **named)
        return super().call(function, arguments)

    def described(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        function = getattr(rnet, name.replace(".", "_"), None)
        if name == "prop.table":
            return _prop(self.evaluate(arguments[0].value))
        if function is None:
            raise mini_r_linear.NotCoveredError(name)
        if name == "format":
            return _format(*[self.evaluate(a.value) for a in arguments])
        read = self.evaluate if name == "str" else self.given
        positional = [read(a.value) for a in arguments if not a.name]
        named = {a.name.replace(".", "_"): self.given(a.value) for a in arguments if a.name}
        self.visible = name not in SILENT
        if hasattr(function, "__wrapped__"):
            formals = MATCHED.get(name)
            written = matched(name, arguments, list(formals))[1] if formals else arguments
            shown = Call(Symbol(name), written)
            return vector(function.__wrapped__(shown, *positional, **named))
        return vector(function(*positional, **named))

    def given(self, node: Node) -> Any:
        if isinstance(node, Symbol) and node.name in ("mean", "length", "sum", "range", "table"):
            return {
                "mean": rnet.mean,
                "length": len,
                "sum": lambda x: rnet.tapply(x, ["a"] * len(x), _sum).iloc[0],
                "range": FUNCTIONS["range"],
                "table": lambda x: rnet.table(x, deparse_level=0),
            }[node.name]
        value = self.evaluate(node)
        if isinstance(value, Call):
            return formula_from_tree(value)
        if isinstance(value, Closure):
            return RFunction("", value)
        if isinstance(value, RFunction):
            return value.function
        return option(value)


def _sum(x: Any) -> Any:
    total = float(np.sum(np.asarray(doubles(x))))
    return int(total) if np.asarray(plain(x)).dtype.kind in "iu" else total


def _cut(x: Any, breaks: Any, **options: Any) -> Any:
    given = {name: as_column(value, name) for name, value in options.items()}
    return cut(as_column(np.asarray(x), "x"), as_column(np.asarray(breaks), "breaks"), **given)


def _print(x: Any, **style: Any) -> Any:
    rnet.show(x, **{name: option(value) for name, value in style.items()})
    return x


def _apply(x: Any, margin: Any, function: Any) -> Any:
    cells = x.to_numpy() if isinstance(x, pd.DataFrame) else np.asarray(x)
    lines = cells if int(scalar(margin)) == 1 else cells.T
    found = combine([(None, vector(function(line))) for line in lines])
    named = isinstance(x, pd.DataFrame) and int(scalar(margin)) == 2
    return with_names(found, list(x.columns)) if named else found


def _sapply(x: Any, function: Any) -> Any:
    if isinstance(x, list) and not x:
        return []
    results = mini_base.lapply(x, function)
    items = list(results.values()) if isinstance(results, dict) else results
    if len(plain(items[0])) == 1:
        return mini_base.sapply(x, function)
    rows = names_of(items[0])
    return named_matrix(np.column_stack([np.asarray(item) for item in items]), rows, list(results))


def _range(x: Any) -> Any:
    kind, data = data_of(x)
    return make(kind, [min(data), max(data)])


def _accumulated(function: Any) -> Any:
    def apply(x: Any) -> Any:
        found = function.accumulate(doubles(x))
        return (
            found.astype(np.int64) if data_of(x)[0] == "integer" and function is np.add else found
        )

    return apply


def _data_frame(*values: Any, **named: Any) -> Any:
    return mini_base.NAMED_ARGUMENTS["data.frame"](
        [*((None, value) for value in values), *named.items()]
    )


def _as_date(x: Any) -> Any:
    return pd.DatetimeIndex(pd.to_datetime(data_of(x)[1]))


def _plus(a: Any, b: Any) -> Any:
    if isinstance(a, pd.DatetimeIndex):
        return a.repeat(len(plain(b))) + pd.to_timedelta(np.asarray(plain(b)), unit="D")
    return mini_base.FUNCTIONS["+"](a, b)


def _unclass(x: Any) -> Any:
    if isinstance(x, SummaryTable):
        return named_matrix(x.cells, list(x.row_labels), list(x.column_labels))
    return x


def _col_sums(x: Any) -> Any:
    return with_names(np.asarray(x).sum(axis=0), list(x.columns))


def _format(x: Any) -> Any:
    if isinstance(x, SummaryDefault):
        return with_names(make("character", x.texts()), x.names())
    return rnet.format(x)


def _prop(x: Any) -> Any:
    if isinstance(x, Table):
        return rnet.prop_table(x)
    return with_names(doubles(x) / doubles(x).sum(), names_of(x))


def _outer(a: Any, b: Any, function: Any = None) -> Any:
    del function
    return np.add.outer(np.asarray(a), np.asarray(b))


FUNCTIONS: dict[str, Any] = {
    "+": _plus,
    "cut": _cut,
    "print": _print,
    "apply": _apply,
    "sapply": _sapply,
    "vapply": lambda x, function, value: _sapply(x, function),
    "range": _range,
    "cumsum": _accumulated(np.add),
    "cumprod": lambda x: np.multiply.accumulate(doubles(x)),
    "diff": lambda x: np.diff(doubles(x)),
    "order": lambda x: make("integer", (np.argsort(doubles(x), kind="stable") + 1).tolist()),
    "sort": lambda x: make(data_of(x)[0], sorted(data_of(x)[1])),
    "which": lambda x: make("integer", [i + 1 for i, v in enumerate(data_of(x)[1]) if v]),
    "which.max": lambda x: make("integer", [int(np.argmax(doubles(x))) + 1]),
    "is.na": lambda x: x.isna() if isinstance(x, pd.DataFrame) else np.asarray(pd.isna(x)),
    "colSums": _col_sums,
    "rowMeans": lambda x: pd.Series(
        [rnet.mean(row) for row in x.to_numpy(dtype=float)], index=[str(i + 1) for i in x.index]
    ),
    "head": lambda x, n=6: x.head(int(scalar(n))),
    "outer": _outer,
    "log10": lambda x: with_names(np.log10(doubles(x)), names_of(x)),
    "as.Date": _as_date,
    "data.frame": _data_frame,
    "unclass": _unclass,
    "prop.table": _prop,
    "unsplit": lambda parts, by: make("integer", _unsplit(parts, by)),
    "mapply": lambda function, a, b: vector(
        combine([(None, function(*pair)) for pair in zip(_single(a), _single(b), strict=True)])
    ),
    "numeric": lambda n: np.zeros(int(scalar(n))),
}


def _single(x: Any) -> list[Any]:
    kind, data = data_of(x)
    return [make(kind, [item]) for item in data]


def _unsplit(parts: Any, by: Any) -> list[Any]:
    queues = {key: iter(data_of(value)[1]) for key, value in parts.items()}
    return [next(queues[f"{key:g}"]) for key in data_of(by)[1]]
