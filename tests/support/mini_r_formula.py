"""Formulas in recorded R sessions: what the evaluator of `mini_r` needs of terms and matrices."""

from typing import Any

import pandas as pd
from mini_r import Session
from mini_values import data_of, make, scalar

import rnet
from rnet.formula.formula import Formula, formula_from_tree
from rnet.formula.model_matrix import DesignMatrix
from rnet.formula.terms import Terms
from rnet.language.tree import Argument, Call, Node, Symbol


def _formula(value: Any) -> Any:
    if isinstance(value, Call):
        return formula_from_tree(value)
    return value if isinstance(value, Formula | Terms) else rnet.as_formula(str(scalar(value)))


def _texts(values: Any) -> Any:
    return make("character", list(values))


def _attribute(value: Any, name: Any) -> Any:
    part = getattr(value, scalar(name).replace(".", "_"))
    if isinstance(part, tuple):
        return _texts(part)
    return make("integer", [part]) if isinstance(part, int) else part


def _model_matrix(object: Any, data: Any = None, contrasts_arg: Any = None) -> DesignMatrix:  # noqa: A002
    contrasts = {name: scalar(kind) for name, kind in (contrasts_arg or {}).items()}
    return rnet.model_matrix(_formula(object), data, contrasts or None)


def _column_names(x: DesignMatrix) -> Any:
    return _texts(x.column_names) if x.column_names else None


def _contrast(function: Any) -> Any:
    def contrasts(n: Any, base: Any = None) -> pd.DataFrame:
        kind, values = data_of(n)
        levels = values if kind == "character" else int(values[0])
        return function(levels) if base is None else function(levels, int(scalar(base)))

    return contrasts


def _for(session: Session, arguments: tuple[Argument, ...]) -> None:
    variable, values, body = (argument.value for argument in arguments)
    assert isinstance(variable, Symbol)
    kind, items = data_of(session.evaluate(values))
    for item in items:
        session.variables[variable.name] = make(kind, [item])
        session.evaluate(body)
    session.visible = False


def _head(x: Any, n: Any = None) -> Any:
    whole = x.to_pandas() if isinstance(x, DesignMatrix) else x
    rows = whole.head(6 if n is None else int(scalar(n)))
    rows.attrs.update(whole.attrs)
    return rows


class FormulaSession(Session):
    """A console that knows formulas, terms and design matrices."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("~")):
                return formula_from_tree(node)
            case Call(Symbol("for"), arguments):
                return _for(self, arguments)
        return super().evaluate(node)

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        if name not in FUNCTIONS:
            return super().call(function, arguments)
        given = [(a.name, self.evaluate(a.value)) for a in arguments if a.value is not None]
        named = {tag.replace(".", "_"): value for tag, value in given if tag is not None}
        return FUNCTIONS[name](*[value for tag, value in given if tag is None], **named)


FUNCTIONS: dict[str, Any] = {
    "attr": _attribute,
    "terms": lambda x, data=None: rnet.terms(_formula(x), data),
    "formula": _formula,
    "as.formula": _formula,
    "update": lambda old, new: rnet.update_formula(_formula(old), _formula(new)),
    "all.vars": lambda x: _texts(rnet.all_vars(x)),
    "reformulate": lambda labels, response: rnet.reformulate(data_of(labels)[1], scalar(response)),
    "model.matrix": _model_matrix,
    "colnames": _column_names,
    "contrasts": rnet.contrasts,
    "head": _head,
    **{
        f"contr.{name}": _contrast(getattr(rnet, f"contr_{name}"))
        for name in ("treatment", "SAS", "sum", "helmert", "poly")
    },
}
