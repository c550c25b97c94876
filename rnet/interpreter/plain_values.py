"""Generic functions of models on values that are no result of rnet: lists, matrices."""

from collections.abc import Sequence
from typing import Any

from rnet.interpreter.attributes import dim_of, is_data_frame, names_of
from rnet.interpreter.calls import call_function
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import STATE
from rnet.interpreter.functions.model_summaries import summary_of_list
from rnet.interpreter.indexing import component_of
from rnet.interpreter.values import Vector

COMPONENTS = {
    "coef": "coefficients",
    "residuals": "residuals",
    "fitted": "fitted.values",
    "df.residual": "df.residual",
    "deviance": "deviance",
    "weights": "weights",
    "family": "family",
    "effects": "effects",
}
"""What the default method of a generic function takes out of a list."""


def of_plain_value(name: str, offered: Sequence[Any]) -> Any:
    """Return what a generic function makes of a list or a matrix, `ABSENT` for other values.

    `offered` are the arguments of the call, of which only the first is evaluated here.
    """
    value = offered[0].value()
    if name == "summary":
        return summary_of_list(value)
    if not isinstance(value, Vector) or is_data_frame(value):
        return ABSENT
    if name == "kappa" and (dim_of(value) is not None or value.kind == "list"):
        from rnet.interpreter.r_library import library_closure

        method = library_closure("kappa.of.matrix")
        given = [(one.name, one.value()) for one in offered]
        return call_function(method, given, STATE.session.globals)
    if name in COMPONENTS and value.kind == "list" and names_of(value) is not None:
        STATE.visible = True
        return component_of(value, COMPONENTS[name])
    return ABSENT
