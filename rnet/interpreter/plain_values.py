"""Generic functions of models on values that are no result of rnet: lists, matrices."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    dim_of,
    inherits,
    is_data_frame,
    names_of,
)
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import doubles
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import STATE
from rnet.interpreter.functions.model_summaries import summary_default, summary_of_list
from rnet.interpreter.indexing import component_of
from rnet.interpreter.values import Vector, character, double
from rnet.language.deparse import deparse_line

MATRIX = 2
COMPONENTS = {
    "coef": "coefficients",
    "residuals": "residuals",
    "fitted": "fitted.values",
    "df.residual": "df.residual",
    "deviance": "deviance",
    "weights": "weights",
    "family": "family",
    "effects": "effects",
    "loadings": "loadings",
}
"""What the default method of a generic function takes out of a list."""


def of_plain_value(name: str, offered: Sequence[Any]) -> Any:
    """Return what a generic function makes of a list or a matrix, `ABSENT` for other values.

    `offered` are the arguments of the call, of which only the first is evaluated here.
    """
    value = offered[0].value()
    if name == "summary":
        if len(dim_of(value) or ()) > MATRIX and not classes_of(value):
            return summary_default(Vector(value.kind, value.data), [])
        return summary_of_list(value)
    if not isinstance(value, Vector):
        return ABSENT
    if name == "terms" and attribute(value, "terms") is not None:
        STATE.visible = True
        return attribute(value, "terms")
    if is_data_frame(value):
        return ABSENT
    if name in ("AIC", "BIC") and classes_of(value):
        return _criterion(name, offered)
    if name == "nobs" and inherits(value, "logLik"):
        return attribute(value, "nobs")
    if name == "kappa" and (dim_of(value) is not None or value.kind == "list"):
        from rnet.interpreter.r_library import library_closure

        method = library_closure("kappa.of.matrix")
        given = [(one.name, one.value()) for one in offered]
        return call_function(method, given, STATE.session.globals)
    if name in COMPONENTS and value.kind == "list" and names_of(value) is not None:
        STATE.visible = True
        return component_of(value, COMPONENTS[name])
    return ABSENT


def _criterion(name: str, offered: Sequence[Any]) -> Any:
    """Return the criterion of fits for whose class there is a method of `logLik`."""
    from rnet.interpreter.frames import make_frame
    from rnet.interpreter.library import library_function

    fits = [one for one in offered if one.name is None]
    given = next((one.value() for one in offered if one.name == "k"), None)
    factor = 2.0 if given is None else float(doubles(given)[0])
    logs, values, sizes = library_function("logLik"), [], []
    for one in fits:
        found = one.value()
        if not inherits(found, "logLik"):
            found = call_function(logs, [(None, found)], STATE.session.globals)
        df = doubles(attribute(found, "df"))[0]
        if name == "BIC":
            factor = float(np.log(doubles(attribute(found, "nobs"))[0]))
        values.append(-2 * doubles(found)[0] + factor * df)
        sizes.append(df)
    STATE.visible = True
    if len(fits) == 1:
        return double(values)
    columns = [double(sizes), double(values)]
    return make_frame(columns, ["df", name], character([deparse_line(one.node) for one in fits]))
