"""Linear models in recorded R sessions: the evaluator of `mini_r` with lm, glm and their like.

Model functions get their call as R's `match.call` would give it; formulas, weights and other
expressions of the data are handed over unevaluated.
"""

import contextlib
import inspect
import io
import sys
import warnings
from typing import Any

import numpy as np
import pandas as pd
from mini_arithmetic import mathematical
from mini_base import SILENT
from mini_r import NotCoveredError
from mini_r_formula import FormulaSession, _for, _head
from mini_values import data_of, doubles, make, names_of, option, plain, scalar, vector, with_names

import rnet
from rnet.conditions import RWarning
from rnet.formula.model_frame import ModelFrame
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.linear.anova_table import AnovaTable
from rnet.linear.family_record import Family
from rnet.linear.prediction import TermPredictions
from rnet.linear.variance_model import SummaryAOV
from rnet.record import Record
from rnet.values import named_matrix

MODELS = ("lm", "glm", "aov")
TAKE_CALL = (*MODELS, "update", "AIC", "BIC")
IN_DATA = {"subset", "weights", "offset"}
FAMILIES = {
    "binomial", "poisson", "gaussian", "Gamma", "inverse.gaussian", "quasi", "quasibinomial",
    "quasipoisson",
}  # fmt: skip


CONTRASTS = ("contr.treatment", "contr.SAS", "contr.sum", "contr.helmert", "contr.poly")


class LinearSession(FormulaSession):
    """A console that knows linear models."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("<-"), (Argument(_, Call(Symbol("$"), (holder, member))), value)):
                return self.assign_element(holder.value, member.value, self.evaluate(value.value))
            case Call(Symbol("<-"), (Argument(_, Call(Symbol("[["), (holder, key))), value)):
                return self.assign_element(
                    holder.value, Symbol(self.evaluate(key.value)), self.evaluate(value.value)
                )
            case Call(Symbol("["), (holder, row, column)):
                table = self.evaluate(holder.value)
                if isinstance(table, AnovaTable):
                    keys = [scalar(self.evaluate(a.value)) for a in (row, column)]
                    return np.array([table[int(keys[0]), keys[1]]])
            case Call(Symbol("[["), (holder, _)):
                whole = self.evaluate(holder.value)
                if isinstance(whole, SummaryAOV):
                    return whole.table
            case Call(Symbol("::"), (_, name)):
                return self.lookup(name.value.name)
            case Call(Symbol("tryCatch"), (tried, *_)):
                return self.evaluate(tried.value)
            case Call(Symbol("!"), (operand,)):
                return ~np.asarray(self.evaluate(operand.value), dtype=bool)
            case Call(Symbol("&"), (left, right)):
                parts = [np.asarray(self.evaluate(a.value), dtype=bool) for a in (left, right)]
                return parts[0] & parts[1]
            case Call(Symbol("subset"), (data, condition)):
                return self.subset_rows(self.evaluate(data.value), condition.value)
            case Call(Symbol("transform"), (data, *changes)):
                return self.transformed(self.evaluate(data.value), changes)
            case Call(Symbol("for"), arguments):
                return _for(self, arguments)
        return super().evaluate(node)

    def lookup(self, name: str) -> Any:
        if name in FAMILIES and name not in self.variables:
            return getattr(rnet, name.replace(".", "_"))
        if name in FUNCTIONS and name not in self.variables:
            return FUNCTIONS[name]
        if name in ("AIC", "BIC", *CONTRASTS):
            return getattr(rnet, name.replace(".", "_"))
        return super().lookup(name)

    def assign_element(self, holder: Symbol, member: Any, value: Any) -> None:
        whole = self.lookup(holder.name)
        key = member.name
        if isinstance(whole, pd.DataFrame):
            whole = whole.copy()
            whole[key] = plain(value)
        else:
            whole = dict(whole)
            position = data_of(key)[1][0]
            whole[list(whole)[int(position) - 1]] = value
        self.variables[holder.name] = whole
        self.visible = False

    def inner(self, data: pd.DataFrame) -> "LinearSession":
        columns = {str(name): data[name].array for name in data.columns}
        return LinearSession({**self.variables, **columns})

    def subset_rows(self, data: pd.DataFrame, condition: Node) -> pd.DataFrame:
        return data[np.asarray(self.inner(data).evaluate(condition), dtype=bool)]

    def transformed(self, data: pd.DataFrame, changes: Any) -> pd.DataFrame:
        inner = self.inner(data)
        return data.assign(**{c.name: plain(inner.evaluate(c.value)) for c in changes})

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        if isinstance(function, Call) and function.function == Symbol("$"):
            return vector(self.evaluate(function)(*self.values(arguments)))
        self.visible = True
        if name in TAKE_CALL:
            return self.model_call(name, arguments)
        if name in FAMILIES:
            return self.with_call(name, arguments)
        if name in FUNCTIONS and name not in self.variables:
            pairs = self.pairs(arguments)
            named = {tag.replace(".", "_"): option(value) for tag, value in pairs if tag}
            self.visible = name not in SILENT
            positional = [option(value) for tag, value in pairs if not tag]
            return self.in_namespace(FUNCTIONS[name], positional, named)
        if name == "cbind":
            return _cbind(self.pairs(arguments))
        return super().call(function, arguments)

    def pairs(self, arguments: tuple[Argument, ...]) -> list[tuple[str | None, Any]]:
        return [(a.name, self.evaluate(a.value)) for a in arguments if a.value is not None]

    def values(self, arguments: tuple[Argument, ...]) -> list[Any]:
        return [scalar(self.evaluate(a.value)) for a in arguments if a.value is not None]

    def in_namespace(self, function: Any, positional: list[Any], named: dict[str, Any]) -> Any:
        """Call a function from a frame whose variables are those of the session."""
        names = {**self.variables, "_function": function, "_args": positional, "_named": named}
        return vector(eval("_function(*_args, **_named)", names))

    def with_call(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        positional = [scalar(self.evaluate(a.value)) for a in arguments if not a.name]
        named = {a.name: scalar(self.evaluate(a.value)) for a in arguments if a.name}
        made = getattr(rnet, name.replace(".", "_")).__wrapped__
        return self.in_namespace(made, [Call(Symbol(name), arguments), *positional], named)

    def model_call(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        function = getattr(rnet, name, None)
        if function is None:
            raise NotCoveredError(name)
        parameters = inspect.signature(function).parameters
        if name not in MODELS:
            shown = Call(Symbol(name), arguments)
            positional = [self.argument("", a) for a in arguments if not a.name]
        else:
            shown, arguments = matched(name, arguments, [p.replace("_", ".") for p in parameters])
            positional = []
        named = {a.name.replace(".", "_"): self.argument(a.name, a) for a in arguments if a.name}
        return self.in_namespace(function.__wrapped__, [shown, *positional], named)

    def argument(self, name: str, given: Argument) -> Any:
        node = given.value
        if name in IN_DATA and not (isinstance(node, Symbol) and node.name in self.variables):
            return deparse_line(node)
        if name in ("na.action",) and isinstance(node, Symbol):
            return node.name
        value = self.evaluate(node)
        if isinstance(value, dict) and name == "contrasts":
            return {key: scalar(kind) for key, kind in value.items()}
        if isinstance(value, dict):
            return {key: option(kind) for key, kind in value.items()}
        return option(value) if name not in ("data", "formula") else value


def matched(
    name: str, arguments: tuple[Argument, ...], formals: list[str]
) -> tuple[Call, tuple[Argument, ...]]:
    """Return the call with every argument named, in formal order, and these arguments."""
    by_name = {_full(a.name, formals): a.value for a in arguments if a.name}
    free = iter([formal for formal in formals if formal not in by_name])
    by_name |= {next(free): a.value for a in arguments if not a.name}
    order = sorted(by_name, key=formals.index)
    complete = tuple(Argument(tag, by_name[tag]) for tag in order)
    return Call(Symbol(name), complete), complete


def _full(name: str, formals: list[str]) -> str:
    return name if name in formals else next(f for f in formals if f.startswith(name))


def _print(x: Any, **style: Any) -> Any:
    style.pop("concise", None)
    if isinstance(x, Record) and hasattr(x, "format") and style:
        sys.stdout.write(x.format(**style) + "\n")
    else:
        rnet.show(x, **style)
    return x


def _names(x: Any) -> Any:
    if isinstance(x, Record):
        return make("character", x.names())
    return make("character", names_of(x))


def _rows(x: Any, n: int = 6) -> Any:
    if isinstance(x, ModelFrame):
        x = x.to_pandas()
    if isinstance(x, TermPredictions):
        return x.head(n)
    if isinstance(x, pd.Series):
        return x.head(n)
    return _head(x, np.array([n]))


def _cbind(parts: list[tuple[str | None, Any]]) -> Any:
    blocks, names, rows = [], [], None
    for tag, value in parts:
        if isinstance(value, pd.DataFrame):
            blocks.append(value.to_numpy())
            names += list(value.columns)
            rows = rows or list(value.index)
        else:
            blocks.append(np.asarray(value, dtype=float).reshape(-1, 1))
            names.append(tag or "")
            rows = rows or names_of(value)
    return named_matrix(np.hstack(blocks), rows, names)


def _class(x: Any) -> Any:
    return make("character", [type(x).__name__.lower()])


def _relevel(x: Any, ref: Any) -> Any:
    levels = [ref, *(level for level in x.categories if level != ref)]
    return x.reorder_categories(levels)


def _exp(x: Any) -> Any:
    if isinstance(x, pd.DataFrame):
        return named_matrix(np.exp(x.to_numpy()), list(x.index), list(x.columns))
    return mathematical(np.exp)(x)


def _formula(x: Any) -> Any:
    return x.formula if isinstance(x, Record) and hasattr(x, "formula") else x


def _gl(n: int, k: int, length: int | None = None) -> pd.Categorical:
    codes = np.resize(np.repeat(np.arange(n), k), length or n * k)
    return pd.Categorical.from_codes(codes, [str(i + 1) for i in range(n)])


def _as_data_frame(x: Any) -> pd.DataFrame:
    return rnet.as_data_frame(x)


def _wanted(name: str) -> Any:
    def function(*args: Any, **named: Any) -> Any:
        found = getattr(rnet, name, None)
        if found is None:
            raise NotCoveredError(name)
        return found(*args, **named)

    return function


def _list(*items: Any, **named: Any) -> Any:
    return named or list(items)


def _resid(x: Any, *args: Any) -> Any:
    return rnet.residuals(x, *args)


def _sapply(x: Any, function: Any) -> Any:
    found = np.array([float(function(item)) for item in x.values()])
    return with_names(found, list(x))


def _make_link(name: str) -> Family:
    return rnet.binomial(name)


def _sum(x: Any) -> float:
    return float(np.sum(np.asarray(x)))


def _diag(x: Any) -> Any:
    return np.diag(np.asarray(x.counts if hasattr(x, "counts") else x))


FUNCTIONS: dict[str, Any] = {
    "print": _print,
    "names": _names,
    "head": _rows,
    "class": _class,
    "exp": _exp,
    "log": mathematical(np.log),
    "formula": _formula,
    "gl": _gl,
    "relevel": _relevel,
    "as.data.frame": _as_data_frame,
    "make.link": _make_link,
    "resid": _resid,
    "summary.lm": lambda fit: fit.linear.summary(),
    "sapply": _sapply,
    "sum": _sum,
    "diag": _diag,
    "length": len,
    "as.numeric": lambda x: np.array([float(x)]) if np.ndim(x) == 0 else doubles(x),
    "unclass": lambda x: x,
    "round": rnet.round,
    "table": rnet.table,
    **{
        name: _wanted(name.replace(".", "_"))
        for name in (
            "summary", "anova", "confint", "confint.default", "vcov", "predict", "coef",
            "residuals", "fitted", "deviance", "nobs", "df.residual", "sigma", "extractAIC",
            "logLik", "family", "step", "drop1", "add1", "alias", "kappa", "hatvalues",
            "cooks.distance", "rstandard", "rstudent", "dffits", "dfbeta", "dfbetas", "covratio",
            "influence.measures", "labels", "effects", "variable.names", "case.names",
            "glm.control", "model.frame", "model.matrix", "terms", "naprint", "na.action",
            "TukeyHSD", "model.tables", "ptukey", "qtukey",
            "lm.influence", "weighted.residuals", "simulate", "influence",
        )
    },
}  # fmt: skip


def run(session: LinearSession, code: str) -> tuple[str, list[str], str]:
    """Return what the console shows, R's words of the warnings, and the messages."""
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stderr(io.StringIO()) as messages,
    ):
        warnings.simplefilter("always")
        text = session.run(code)
    given = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return text, given, messages.getvalue()
