"""What R's `boxplot` returns: the statistics of every box; nothing is drawn."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, dim_of, inherits, names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles
from rnet.interpreter.data_mask import masked
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.factors import as_factor, crossed
from rnet.interpreter.functions.graphics import sketch
from rnet.interpreter.functions.splitting import positions_by_level
from rnet.interpreter.values import Array, Named, Value, Vector, boxed, character, double, list_of
from rnet.language.tree import Call, Node, Symbol

_PLAIN = ("double", "integer", "logical")
Groups = list[tuple[str, Array]]


@builtin("boxplot", "x, ...", context=True, generic=True)
def boxplot(context: Context, x: Value, dots: list[Named]) -> Any:
    """R's `boxplot`: the statistics of the boxes, not printed unless nothing is to be drawn."""
    named = {name: boxed(value) for name, value in dots if name}
    others = [boxed(value) for name, value in dots if not name]
    if inherits(x, "formula"):
        data = named.get("data", others[0] if others else None)
        groups = _by_formula(x.node, data, context)
    else:
        groups = _by_vectors(boxed(x), others)
    if "names" in named:
        groups = [(str(n), v) for n, (_, v) in zip(named["names"].data, groups, strict=True)]
    found = _statistics(groups)
    if "plot" not in named or bool(named["plot"].data[0]):
        sketch("boxplot", context.call, [(None, x), *dots], groups=groups)
    STATE.visible = "plot" in named and not bool(named["plot"].data[0])
    return found


def _by_vectors(x: Any, others: list[Any]) -> Groups:
    if isinstance(x, Vector) and x.kind == "list":
        names = names_of(x) or [str(i + 1) for i in range(len(x.data))]
        return [(str(n), doubles(v)) for n, v in zip(names, x.data, strict=True)]
    if not isinstance(x, Vector) or x.kind not in _PLAIN:
        raise RError("invalid first argument")
    dim = dim_of(x)
    if dim is not None and len(dim) == 2:
        lines = attribute(x, "dimnames")
        heads = None if lines is None else lines.data[1]
        names = [str(i + 1) for i in range(dim[1])] if heads is None else list(heads.data)
        columns = doubles(x).reshape(tuple(dim), order="F").T
        return [(str(n), column) for n, column in zip(names, columns, strict=True)]
    more = [v for v in others if isinstance(v, Vector) and v.kind in _PLAIN]
    if not more:
        return [("1", doubles(x))]
    return [(str(i + 1), doubles(v)) for i, v in enumerate([x, *more])]


def _by_formula(node: Node, data: Value, context: Context) -> Groups:
    assert isinstance(node, Call)
    sides: list[Any] = [argument.value for argument in node.arguments]
    if len(sides) != 2:
        raise RError("'formula' missing or incorrect")
    response = doubles(masked(sides[0], data, context.environment))
    by = [as_factor(masked(one, data, context.environment)) for one in _terms(sides[1])]
    whole = by[0] if len(by) == 1 else crossed(by, ".", drop=False)
    levels = attribute(whole, "levels").data
    rows = positions_by_level(whole, len(response))
    return [(str(name), response[where]) for name, where in zip(levels, rows, strict=True)]


def _terms(node: Any) -> list[Any]:
    match node:
        case Call(Symbol("+" | "*" | ":"), (left, right)):
            return [*_terms(left.value), *_terms(right.value)]
    return [node]


def _statistics(groups: Groups) -> Value:
    from rnet.describe.boxplot_stats import boxplot_stats

    found = [boxplot_stats(values) for _, values in groups]
    out = [np.asarray(box["out"], dtype=np.float64) for box in found]
    at = [np.full(len(values), i + 1.0) for i, values in enumerate(out)]
    parts = [
        _columns([box["stats"] for box in found]),
        double([float(box["n"]) for box in found]),
        _columns([box["conf"] for box in found]),
        double(np.concatenate(out)),
        double(np.concatenate(at)),
        character([name for name, _ in groups]),
    ]
    return list_of(parts, ["stats", "n", "conf", "out", "group", "names"])


def _columns(columns: list[Array]) -> Vector:
    from rnet.interpreter.values import integer

    cells = np.column_stack(columns)
    return double(cells.ravel(order="F"), {"dim": integer(list(cells.shape))})
