"""The call that R names in an error: of the method, or of the function inside, that noticed it."""

# ruff: noqa: SIM905 - long lists of names read better as text
from collections.abc import Mapping
from typing import Any

from rnet.interpreter.attributes import attribute, classes_of, is_data_frame, names_of
from rnet.interpreter.coerce import is_factor
from rnet.interpreter.values import Vector
from rnet.language.parser import parse_expression
from rnet.language.tree import Call, Node, Symbol

WITH_DEFAULT = frozenset(
    """quantile t.test wilcox.test var.test cor.test ks.test kruskal.test bartlett.test
    fligner.test ansari.test mood.test friedman.test quade.test median weighted.mean aggregate
    svm naiveBayes gknn nnet lda qda prcomp princomp scale roc auc confint anova
    model.frame model.matrix terms as.data.frame update""".split()
)
"""Functions whose error R finds in `name.default`, or in the method for a formula."""
MODELS = frozenset(
    "lm glm aov svm naiveBayes gknn nnet lda qda prcomp princomp multinom predict t.test".split()
)
INSIDE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "lm": (
        ("NA/NaN/Inf in ", "lm.fit(x, y, offset = offset, singular.ok = singular.ok, ...)"),
        ("0 (non-NA) cases", "lm.fit(x, y, offset = offset, singular.ok = singular.ok, ...)"),
        (
            "missing or negative weights",
            "lm.wfit(x, y, w, offset = offset, singular.ok = singular.ok, ...)",
        ),
    ),
    "glm": (
        ("y values must be", "eval(family$initialize)"),
        ("negative values not allowed", "eval(family$initialize)"),
        ("non-positive values not allowed", "eval(family$initialize)"),
        ("positive values only are allowed", "eval(family$initialize)"),
        ("for the 'binomial' family", "eval(family$initialize)"),
    ),
    "sample": (
        ("cannot take a sample", "sample.int(x, size, replace, prob)"),
        ("too few positive prob", "sample.int(length(x), size, replace, prob)"),
        ("incorrect number of prob", "sample.int(length(x), size, replace, prob)"),
    ),
    "predict": (
        (
            "factor ",
            "model.frame.default(Terms, newdata, na.action = na.action, xlev = object$xlevels)",
        ),
    ),
    "anova": (("models were not all fitted", "anova.lmlist(object, ...)"),),
}
"""By function: how a message begins, and the call that R names then."""
INNER: Mapping[str, str] = {
    "svm": "svm.default(x, y, scale = scale, ..., na.action = na.action)",
    "nnet": "nnet.default(x, y, w, ...)",
    "lda": "lda.default(x, grouping, ...)",
    "qda": "qda.default(x, grouping, ...)",
}
"""The call that a method for formulas passes its matrices on with."""
EVERYWHERE = (
    ("object '", "eval(predvars, data, env)"),
    ("could not find function", "eval(predvars, data, env)"),
)


DEFAULTS = frozenset(
    """all.equal anyDuplicated as.list as.matrix chol cut diff duplicated format head mean median
    print rev seq solve sort split str t tail toString unique weighted.mean""".split()
)
"""Generic functions whose own code R has in `name.default`."""
OF_CLASSES = frozenset("cut.Date cut.POSIXct seq.Date unique.data.frame".split())
PARTS = {"as.Date": {"double": "numeric", "integer": "numeric", "list": "default"}}
"""By function and kind of the argument: the class of the method that R has."""


def default_call(node: Node | None, first: Any = None) -> Node | None:
    """Return a base function's call under the name of the method R runs there.

    Parameters
    ----------
    node : Node or None
        The call as written.
    first : value
        Its first argument, where it is known.
    """
    if not isinstance(node, Call) or not isinstance(node.function, Symbol):
        return node
    name = node.function.name
    kind = "default" if name in DEFAULTS else ""
    if name in PARTS and isinstance(first, Vector):
        kind = PARTS[name].get(first.kind, "")
    for own in classes_of(first):
        if f"{name}.{own}" in OF_CLASSES:
            kind = own
    return Call(Symbol(f"{name}.{kind}"), node.arguments) if kind else node


def error_call(name: str, call: Call, message: str, first: Any, data: Any = None) -> Node:
    """Return the call R would name in an error of rnet's function `name`.

    Parameters
    ----------
    name : str
        R's name of the function.
    call : Call
        The call as written.
    message : str
    first : value
        The first argument, whose class decides the method; None where it is not known.
    data : value
        The data frame of a formula, if any.
    """
    for start, text in INSIDE.get(name, ()):
        if message.startswith(start):
            return parse_expression(text)
    if name in MODELS:
        for start, text in EVERYWHERE:
            if message.startswith(start):
                return parse_expression(text)
    if name in INNER and "formula" in classes_of(first):
        return parse_expression(_inner(name, first, data))
    method = _method(name, first)
    return Call(Symbol(method), call.arguments) if method else call


def _inner(name: str, formula: Any, data: Any) -> str:
    """Return the call of the default method; `nnet` says there how it fits classes."""
    text = INNER[name]
    response = formula.node.arguments[0].value
    if name != "nnet" or not isinstance(response, Symbol) or not is_data_frame(data):
        return text
    column = dict(zip(names_of(data) or [], data.data, strict=True)).get(response.name)
    if not is_factor(column):
        return text
    how = "entropy" if len(attribute(column, "levels").data) == 2 else "softmax"
    return text.replace("...", f"{how} = TRUE, ...")


def _method(name: str, first: Any) -> str:
    kinds = classes_of(first)
    if name in WITH_DEFAULT:
        if "formula" in kinds:
            return f"{name}.formula"
        return f"{name}.default"
    if name == "predict" and kinds:
        return f"predict.{kinds[-1] if kinds[0].endswith('.formula') else kinds[0]}"
    return ""
