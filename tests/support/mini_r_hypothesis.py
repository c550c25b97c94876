"""Hypothesis tests in recorded R sessions: the evaluator of `mini_r_linear` with R's tests."""

import inspect
from typing import Any

import numpy as np
import pandas as pd
from mini_r_linear import IN_DATA, LinearSession, matched
from mini_values import data_of, doubles, make, names_of, option, with_names
from oracles import load_json

import rnet
from rnet.evaluate.table import Table
from rnet.formula.formula import Formula
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.values import named_matrix


class HypothesisSession(LinearSession):
    """A console that knows hypothesis tests."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("<-"), (Argument(_, Call(Symbol("dimnames"), (holder,))), value)):
                names = self.evaluate(value.value)
                labels = {dim: data_of(along)[1] for dim, along in names.items()}
                name = holder.value.name
                self.variables[name] = Table(self.lookup(name).counts, labels)
                self.visible = False
                return None
            case Call(Symbol("["), (holder, *indices)) if len(indices) > 1:
                whole = self.evaluate(holder.value)
                if isinstance(whole, Table):
                    keys = tuple(self.table_index(index) for index in indices)
                    return whole[keys]
        return super().evaluate(node)

    def table_index(self, index: Argument) -> Any:
        if index.value is None:
            return slice(None)
        kind, values = data_of(self.evaluate(index.value))
        keys = values if kind == "character" else [int(value) - 1 for value in values]
        return keys[0] if len(keys) == 1 else keys

    def lookup(self, name: str) -> Any:
        if name in VECTORS and name not in self.variables:
            return np.array(VECTORS[name], dtype=float)
        return super().lookup(name)

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        target = getattr(rnet, name.replace(".", "_"), None) if name.endswith(".test") else None
        if target is not None:
            self.visible = True
            return self.test_call(name, target, arguments)
        if name in FUNCTIONS and name not in self.variables:
            pairs = self.pairs(arguments)
            named = {tag.replace(".", "_"): option(value) for tag, value in pairs if tag}
            self.visible = True
            return FUNCTIONS[name](*[value for tag, value in pairs if not tag], **named)
        return super().call(function, arguments)

    def test_call(self, name: str, target: Any, arguments: tuple[Argument, ...]) -> Any:
        signature = inspect.signature(target)
        kinds = {p.kind for p in signature.parameters.values()}
        formals = [R_NAMES.get(p, p.replace("_", ".")) for p in signature.parameters]
        variadic = inspect.Parameter.VAR_POSITIONAL in kinds
        free = [a for a in arguments if not a.name]
        loose = [a for a in arguments if a.name and not any(f.startswith(a.name) for f in formals)]
        extra = free[2:] if variadic else []
        named_only = tuple(a for a in arguments if not any(a is b for b in (*extra, *loose)))
        shown, complete = matched(name, named_only, formals)
        values = {a.name: self.given(a) for a in (*complete, *loose)}
        positional = [values.pop(f) for f in formals[:2] if variadic and f in values]
        positional += [option(self.evaluate(a.value)) for a in extra]
        made = getattr(target, "__wrapped__", None)
        named = {PYTHON_NAMES.get(tag, tag.replace(".", "_")): v for tag, v in values.items()}
        if made is None:
            return self.in_namespace(target, positional, named)
        return self.in_namespace(made, [shown, *positional], named)

    def given(self, argument: Argument) -> Any:
        if argument.name in IN_DATA:
            return deparse_line(argument.value)
        value = self.evaluate(argument.value)
        if argument.name == "x" and isinstance(value, list | dict):
            parts = value.values() if isinstance(value, dict) else value
            plain = [option(part) for part in parts]
            return dict(zip(value, plain, strict=True)) if isinstance(value, dict) else plain
        if isinstance(value, Formula | pd.DataFrame | Table):
            return value
        if isinstance(value, list) and argument.name == "x":
            return value
        return option(value)


R_NAMES: dict[str, str] = {"B": "B", "or_": "or", "T": "T"}
PYTHON_NAMES = {"or": "or_"}


def _as_table(x: Any) -> Table:
    return rnet.as_table(x if isinstance(x, pd.DataFrame | Table) else np.asarray(x))


def _matrix(
    data: Any, nrow: Any = None, ncol: Any = None, byrow: Any = False, dimnames: Any = None
) -> Any:
    values = data_of(data)[1]
    count = len(values)
    rows = int(nrow) if nrow is not None else -(-count // int(ncol or 1))
    columns = int(ncol) if ncol is not None else -(-count // rows)
    cells = np.resize(np.asarray(values), rows * columns)
    cells = cells.reshape(rows, columns, order="C" if byrow else "F")
    return named_matrix(cells)


def _bind(values: tuple[Any, ...], axis: int) -> Any:
    return named_matrix(np.stack([doubles(value) for value in values], axis))


VECTORS = load_json("hypothesis/vectors.json")
FUNCTIONS: dict[str, Any] = {
    "matrix": lambda *a, **k: _matrix(*[x if i == 0 else option(x) for i, x in enumerate(a)], **k),
    "rbind": lambda *values, **named: _bind((*values, *named.values()), 0),
    "as.table": _as_table,
    "as.numeric": lambda x: np.array([]) if x is None else np.asarray(x, dtype=float).ravel(),
    "factor": lambda x: pd.Categorical(option(x)),
}
__all__ = ["HypothesisSession", "make", "names_of", "with_names"]
