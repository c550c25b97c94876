"""What sessions about tables need beyond `mini_r`: counting, margins, cutting, applying."""

import operator
from collections.abc import Callable
from typing import Any

import mini_r
import numpy as np
import pandas as pd
from mini_r import NotCoveredError, Session
from mini_values import data_of, doubles, make, names_of, positions, scalar, with_names
from oracles import RArray

import rnet
from rnet import Table
from rnet.formula.columns import as_column
from rnet.formula.factor_functions import cut
from rnet.formula.formula import formula_from_tree
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.values import named_matrix

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    ">": operator.gt, "<": operator.lt, "==": operator.eq,
}  # fmt: skip


class TableSession(Session):
    """A console that knows tables."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("table" | "with" | "$" | "function" as name), arguments):
                return FORMS.get(name, mini_r.SPECIAL.get(name))(self, arguments)
            case Call(Symbol("[" | "[[" as name), arguments) if name in FORMS:
                value = self.evaluate(arguments[0].value)
                if isinstance(value, Table):
                    return FORMS[name](self, value, arguments[1:])
                return super().evaluate(node)
            case Call(Symbol("set.seed" | "print" as name), _):
                value = super().evaluate(node)
                self.visible = False
                return value
            case Call(Symbol("::"), arguments):
                return rnet.data(arguments[1].value.name)
            case Call(Symbol(name), arguments) if name in OPERATORS and len(arguments) == 2:
                return self.operate(name, arguments)
            case Call(Symbol("-"), (Argument(None, inner),)):
                value = self.evaluate(inner)
                return -value if isinstance(value, Table) else super().evaluate(node)
        return super().evaluate(node)

    def operate(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        left, right = (self.evaluate(argument.value) for argument in arguments)
        if isinstance(left, Table) or isinstance(right, Table):
            return OPERATORS[name](scalar(left), scalar(right))
        quoted = tuple(Argument(None, _Value(value)) for value in (left, right))
        return self.call(Symbol(name), quoted)

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        unwrapped = [
            (a.name, a.value.value if isinstance(a.value, _Value) else None) for a in arguments
        ]
        if arguments and all(isinstance(a.value, _Value) for a in arguments):
            return mini_r.mini_base.FUNCTIONS[name](*(value for _, value in unwrapped))
        if name not in FUNCTIONS:
            return super().call(function, arguments)
        pairs = [
            (a.name, self.evaluate_argument(name, a.value))
            for a in arguments
            if a.value is not None
        ]
        self.visible = True
        named = {tag.replace(".", "_"): value for tag, value in pairs if tag is not None}
        return FUNCTIONS[name](*(value for tag, value in pairs if tag is None), **named)

    def evaluate_argument(self, name: str, node: Node) -> Any:
        """Functions given by name stand for themselves."""
        if name in APPLIERS and isinstance(node, Symbol) and node.name in APPLIED:
            return APPLIED[node.name]
        if name == "glm" and isinstance(node, Symbol) and node.name == "binomial":
            return node.name
        return self.evaluate(node)


class _Value:
    """An argument already evaluated."""

    def __init__(self, value: Any) -> None:
        self.value = value


def _table(session: Session, arguments: tuple[Argument, ...]) -> Any:
    """R's deparse.level 1: a plain symbol names its dimension, anything else does not."""
    options, variables, names = {}, [], []
    for argument in arguments:
        value = session.evaluate(argument.value)
        if argument.name in ("useNA", "dnn", "exclude"):
            options[argument.name] = value
            continue
        variables.append(value)
        symbol = argument.value.name if isinstance(argument.value, Symbol) else ""
        names.append(argument.name or symbol)
    keywords: dict[str, Any] = {}
    if "useNA" in options:
        keywords["use_na"] = scalar(options["useNA"])
    if "exclude" in options:
        keywords["exclude"] = _excluded(options["exclude"])
    if "dnn" in options:
        names = (
            [str(data_of(item)[1][0]) for item in options["dnn"]]
            if isinstance(options["dnn"], list)
            else data_of(options["dnn"])[1]
        )
    if len(variables) == 1 and isinstance(variables[0], pd.DataFrame):
        return rnet.table(variables[0], **keywords)
    return rnet.table(*variables, dnn=names, **keywords)


def _excluded(value: Any) -> Any:
    return None if value is None else data_of(value)[1]


def _tabulated(function: Callable[..., Any]) -> Callable[..., Any]:
    """Hand a formula, or the positions of dimensions, to rnet as it wants them."""

    def apply(x: Any, *data: Any, **named: Any) -> Any:
        sides = {key: data_of(value)[1] for key, value in named.items()}
        if not isinstance(x, Call):
            return function(x, **sides)
        (mtcars,) = data  # the call of xtabs shows the name of the data
        return function(formula_from_tree(x), mtcars, **sides)

    return apply


def _with(session: Session, arguments: tuple[Argument, ...]) -> Any:
    frame = session.evaluate(arguments[0].value)
    columns = {str(name): frame[name].array for name in frame.columns}
    return type(session)({**session.variables, **columns}).evaluate(arguments[1].value)


def _index(session: Session, node: Node | None, labels: tuple[Any, ...]) -> Any:
    """Turn one R subscript into one of rnet's."""
    if node is None:
        return slice(None)
    value = session.evaluate(node)
    if isinstance(value, Table):
        value = value.as_vector()
    if isinstance(scalar(value), str):
        return scalar(value)
    chosen = positions(value, list(labels), len(labels))
    return chosen[0] if len(chosen) == 1 else chosen


def _subset(session: Session, table: Table, arguments: tuple[Argument, ...]) -> Any:
    places = [
        _index(session, argument.value, labels)
        for argument, labels in zip(arguments, table.dimnames, strict=True)
    ]
    if table.ndim == 1 and isinstance(places[0], str):
        places = [table.names().index(places[0])]
    if table.ndim == 1 and isinstance(places[0], int):
        return table[places[0] : places[0] + 1]
    return table[tuple(places) if len(places) > 1 else places[0]]


def _element(session: Session, table: Table, arguments: tuple[Argument, ...]) -> Any:
    key = tuple(scalar(session.evaluate(argument.value)) for argument in arguments)
    return table[key if len(key) > 1 else list(key)]


FORMS: dict[str, Any] = {"table": _table, "with": _with, "[": _subset, "[[": _element}


def _or_else(name: str, function: Callable[..., Any], kind: Any = Table) -> Callable[..., Any]:
    """Use `function` for a table, else what `mini_r` has under that name."""

    def apply(x: Any, *args: Any, **named: Any) -> Any:
        if isinstance(x, kind):
            return function(x, *args, **named)
        plain = mini_r.mini_base.FUNCTIONS.get(name)
        if plain is None:
            raise NotCoveredError(name)
        return plain(x, *args, **named)

    return apply


def _margin(function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(x: Any, margin: Any = None) -> Any:
        if margin is None:
            return function(x)
        return function(x, data_of(margin)[1])

    return apply


def _apply(x: Table, margin: Any, function: Callable[..., Any]) -> Any:
    assert function is np.sum
    kept = rnet.margin_table(x, [int(one) for one in data_of(margin)[1]])
    if kept.ndim == 1:
        return pd.Series(kept.counts, index=pd.Index(kept.dimnames[0], dtype=object))
    return RArray(kept.counts, [list(labels) for labels in kept.dimnames], list(kept.dnn))


def _diag(x: Any) -> Any:
    if not isinstance(x, Table):
        return mini_r.mini_base.FUNCTIONS["diag"](x)
    cells = np.diag(x.counts)
    rows, columns = (labels[: len(cells)] for labels in x.dimnames)
    return pd.Series(cells, index=pd.Index(rows, dtype=object)) if rows == columns else cells


def _sum(*values: Any) -> Any:
    (only,) = values
    return np.asarray([only.sum() if isinstance(only, Table) else doubles(only).sum()])


def _which_max(x: Table) -> Any:
    place = int(np.argmax(x.counts))
    return pd.Series([place + 1], index=pd.Index([x.dimnames[0][place]], dtype=object))


def _dimnames(x: Table) -> Any:
    named = x.dnn is not None and any(x.dnn)
    labels = [make("character", along) for along in x.dimnames]
    return dict(zip(x.dnn, labels, strict=True)) if named else labels


def _names(x: Any) -> Any:
    if isinstance(x, Table):
        return make("character", x.names())
    if isinstance(x, dict) and not any(x):
        return make("character", list(x))
    return make("character", names_of(x)) if names_of(x) else make("character", [""])


def _cut(x: Any, breaks: Any, **options: Any) -> Any:
    given = {name: as_column(value, name) for name, value in options.items()}
    result = cut(as_column(np.asarray(x), "x"), as_column(np.asarray(breaks), "breaks"), **given)
    if isinstance(result, pd.Categorical):
        return result
    return make("integer", [int(code) for code in result])


def _quantile(x: Any) -> Any:
    return mini_r.mini_base.FUNCTIONS["quantile"](x)


def _find_interval(x: Any, cuts: Any) -> Any:
    return make("integer", np.searchsorted(doubles(cuts), doubles(x), side="right").tolist())


def _is_na(x: Any) -> Any:
    return np.asarray(pd.isna(x))


def _tapply(x: Any, groups: Any, function: Callable[..., Any]) -> Any:
    factor = pd.Categorical(groups)
    return {
        str(level): function(np.asarray(x)[np.asarray(factor == level)])
        for level in factor.categories
    }


def _sapply(frame: pd.DataFrame, function: Callable[..., Any]) -> Any:
    tables = [function(frame[name]) for name in frame.columns]
    assert len({table.dim for table in tables}) == 1
    cells = np.stack([table.counts for table in tables], axis=1)
    return named_matrix(cells, list(tables[0].dimnames[0]), list(frame.columns))


def _print(x: Any, **style: Any) -> None:
    rnet.print_table(x, **{name: scalar(value) for name, value in style.items()})


def _order(x: Any) -> Any:
    values = x.as_vector() if isinstance(x, Table) else doubles(x)
    return make("integer", (np.argsort(values, kind="stable") + 1).tolist())


def _unique(x: Any) -> Any:
    kind, data = data_of(x)
    return make(kind, list(dict.fromkeys(data)))


def _ifelse(test: Any, yes: Any, no: Any) -> Any:
    chosen = [scalar(yes) if value else scalar(no) for value in data_of(test)[1]]
    return make(data_of(yes)[0], chosen)


def _rep(x: Any, times: Any) -> Any:
    kind, values = data_of(x)
    counts = [int(count) for count in data_of(times)[1]]
    if len(counts) == 1:
        return make(kind, values * counts[0])
    return make(kind, [v for v, count in zip(values, counts, strict=True) for _ in range(count)])


def _aggregate(formula: Any, data: Any, function: Callable[..., Any]) -> Any:
    response, group = (side.value.name for side in formula.arguments)
    return data.groupby(group)[response].apply(function).reset_index()


def _glm(formula: Any, family: Any, data: Any) -> Any:
    return rnet.glm(formula_from_tree(formula), family, data)


def _predict(fit: Any, *newdata: Any, type: Any) -> Any:  # noqa: A002 - R's argument name
    return np.asarray(rnet.predict(fit, *newdata, type=scalar(type)))


APPLIED = {
    "sum": np.sum,
    "length": len,
    "table": lambda x: rnet.table(x, deparse_level=0),
}
APPLIERS = {"apply", "tapply", "sapply", "lapply", "aggregate"}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "apply": _apply,
    "tapply": _tapply,
    "sapply": _sapply,
    "lapply": lambda frame, function: {name: function(frame[name]) for name in frame.columns},
    "prop.table": _margin(rnet.prop_table),
    "proportions": _margin(rnet.proportions),
    "margin.table": _margin(rnet.margin_table),
    "marginSums": _margin(rnet.marginSums),
    "addmargins": _margin(rnet.addmargins),
    "aperm": lambda x, perm: rnet.aperm(x, [int(one) for one in data_of(perm)[1]]),
    "ftable": _tabulated(rnet.ftable),
    "xtabs": _tabulated(rnet.xtabs),
    "signif": lambda x, digits: rnet.signif(x, scalar(digits)),
    "t": _or_else("t", rnet.t),
    "summary": _or_else("summary", rnet.summary),
    "diag": _diag,
    "sum": _sum,
    "max": lambda x: np.asarray([max(x) if isinstance(x, Table) else doubles(x).max()]),
    "which.max": _which_max,
    "length": lambda x: make("integer", [len(x)]),
    "dim": lambda x: make("integer", list(x.dim)),
    "nrow": lambda x: make("integer", [x.dim[0]]),
    "dimnames": _dimnames,
    "names": _names,
    "sort": lambda x, decreasing=None: x.sort(decreasing=bool(scalar(decreasing))),
    "rev": _or_else("rev", lambda x: x[::-1]),
    "order": _order,
    "as.vector": lambda x: x.as_vector(),
    "as.data.frame": _or_else("as.data.frame", rnet.as_data_frame),
    "as.matrix": _or_else("as.matrix", lambda x: x),
    "unclass": _or_else("unclass", lambda x: x),
    "print": _or_else("print", _print),
    "rep": _rep,
    "aggregate": _aggregate,
    "mean": lambda x: np.asarray([doubles(x).mean()]),
    "fitted": lambda fit: rnet.fitted(fit).array,
    "predict": _predict,
    "unique": _unique,
    "cut": _cut,
    "quantile": _quantile,
    "findInterval": _find_interval,
    "is.na": _is_na,
    "ifelse": _ifelse,
    "glm": _glm,
    "set.seed": lambda seed: None,
    "with_names": with_names,
}
