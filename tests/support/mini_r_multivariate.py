"""Components, clusters and minimisers in recorded R sessions: what `mini_r` needs for them."""

from typing import Any

import numpy as np
import pandas as pd
from mini_r import NotCoveredError
from mini_r_linear import LinearSession, matched
from mini_values import cell_subset, option, plain, scalar, vector
from oracles import doubles as decoded
from oracles import load_json

import rnet
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.multivariate.distances import Dist
from rnet.multivariate.loadings import Loadings
from rnet.values import named_matrix

TAKE_CALL = {"hclust": ("d", "method", "members"), "princomp": ("x", "cor", "scores"),
             "dist": ("x", "method", "diag", "upper", "p"),
             "lda": ("formula", "data"), "qda": ("formula", "data")}  # fmt: skip
DIRECT = (
    "prcomp", "kmeans", "cutree", "cmdscale", "loadings", "optim", "optimHess", "optimize",
    "uniroot", "integrate",
)  # fmt: skip
DIST_ATTRIBUTES = ("diag", "upper")


def eurodist() -> Dist:
    """Return R's data set of road distances, recorded beside the sessions."""
    recorded = load_json("multivariate/eurodist.json")
    return Dist(decoded(recorded["values"]), len(recorded["labels"]), tuple(recorded["labels"]))


class MultivariateSession(LinearSession):
    """A console that knows components, clusters and minimisers."""

    def evaluate(self, node: Node) -> Any:
        match node:
            case Call(Symbol("["), (holder, row, column)):
                value = self.evaluate(holder.value)
                if isinstance(value, pd.DataFrame | np.ndarray) and np.ndim(value) == 2:
                    places = [None if a.value is None else self.evaluate(a.value)
                              for a in (row, column)]  # fmt: skip
                    return cell_subset(value, *places)
        return super().evaluate(node)

    def lookup(self, name: str) -> Any:
        if name == "eurodist":
            return eurodist()
        return super().lookup(name)

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        name = function.name if isinstance(function, Symbol) else ""
        if name in TAKE_CALL:
            self.visible = True
            return self.called(name, arguments)
        if name in DIRECT:
            self.visible = True
            return self.direct(name, arguments)
        if name == "print":
            pairs = self.pairs(arguments)
            if isinstance(pairs[0][1], Dist | Loadings):
                named = {tag: option(value) for tag, value in pairs[1:] if tag}
                print(pairs[0][1].format(**named))  # noqa: T201
                self.visible = False
                return pairs[0][1]
        if name == "abs":
            x = self.values(arguments)[0]
            return np.abs(np.asarray(x))
        if name in OWN:
            self.visible = True
            pairs = self.pairs(arguments)
            named = {tag: option(value) for tag, value in pairs if tag}
            return OWN[name](*[value for tag, value in pairs if not tag], **named)
        return super().call(function, arguments)

    def called(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        _, matched_arguments = matched(name, arguments, list(TAKE_CALL[name]))
        first = {**dict.fromkeys([matched_arguments[0].name])}
        shown = Call(Symbol(name), matched_arguments)
        values = {a.name: option(self.evaluate(a.value)) for a in matched_arguments}
        key = next(iter(first))
        start = values.pop(key)
        return self.in_namespace(getattr(rnet, name).__wrapped__, [shown, start], values)

    def direct(self, name: str, arguments: tuple[Argument, ...]) -> Any:
        found = getattr(rnet, name, None)
        if found is None:
            raise NotCoveredError(name)
        pairs = self.pairs(arguments)
        named = {_python(tag): _argument(value) for tag, value in pairs if tag}
        positional = [_argument(value) for tag, value in pairs if not tag]
        inner = getattr(found, "__wrapped__", found)
        given = [Call(Symbol(name), arguments), *positional] if inner is not found else positional
        return self.in_namespace(inner, given, named)


def _python(name: str) -> str:
    full = {"scale": "scale_", "rank": "rank_", "list": "list_"}.get(name, name)
    return full.replace(".", "_").removesuffix("_") + ("_" if full.endswith(("_", ".")) else "")


def _argument(value: Any) -> Any:
    if callable(value):
        return lambda x: plain(vector(value(np.asarray(x))))
    return option(value)


def _as_matrix(x: Any) -> Any:
    return x.as_matrix() if isinstance(x, Dist) else x


def _scale(x: Any) -> pd.DataFrame:
    cells = x.to_numpy(dtype=float)
    centred = cells - cells.mean(axis=0)
    deviations = np.sqrt((centred**2).sum(axis=0) / (len(cells) - 1))
    return named_matrix(centred / deviations, list(x.index), list(x.columns))


def _summary(x: Any, **named: Any) -> Any:
    return rnet.summary(x, **named)


def _head(x: Any, n: Any = None) -> Any:
    count = 6 if n is None else int(scalar(n))
    if isinstance(x, np.ndarray):
        return x[:count]
    rows = x.head(count)
    rows.attrs.update(x.attrs)
    return rows


def _as_vector(x: Any) -> Any:
    return np.asarray(x).ravel(order="F") if isinstance(x, Dist) else plain(x)


def _unclass(x: Any) -> Any:
    return x.frame if isinstance(x, Loadings) else x


OWN = {"as.vector": _as_vector, "as.numeric": _as_vector, "unclass": _unclass,
       "as.matrix": _as_matrix, "scale": _scale, "summary": _summary, "head": _head}  # fmt: skip
