"""R's own summary of a network: length, class and mode of the components."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.neural.nn import NN
from rnet.printing.component_table import NO_CLASS, format_components
from rnet.record import Record

FUNCTION, LIST = (NO_CLASS, "function"), (NO_CLASS, "list")

# class and mode of the components that are no vectors
KINDS = {
    "call": (NO_CLASS, "call"),
    "model.list": LIST,
    "err.fct": FUNCTION,
    "act.fct": FUNCTION,
    "output.act.fct": FUNCTION,
    "data": ("data.frame", "list"),
    "net.result": LIST,
    "weights": LIST,
    "generalized.weights": LIST,
    "startweights": LIST,
}


@dataclass(frozen=True, slots=True, repr=False)
class ComponentTable(Record):
    """Length, class and mode of every component.

    Attributes
    ----------
    rows : tuple
        (component, length, class, mode) of each.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("rows",)

    rows: tuple[tuple[str, int, str, str], ...]

    @staticmethod
    def of(fit: NN) -> "ComponentTable":
        """Return the table of a network."""
        return ComponentTable(tuple((name, *_described(fit, name)) for name in fit.names()))

    def __str__(self) -> str:
        return format_components(self.rows)


def _described(fit: NN, name: str) -> tuple[int, str, str]:
    if name in KINDS:
        return _length(fit, name), *KINDS[name]
    value: Any = fit[name]
    if value is None:
        return 0, NO_CLASS, "NULL"
    cells = np.asarray(value)
    return cells.size, NO_CLASS, "logical" if cells.dtype == np.bool_ else "numeric"


def _length(fit: NN, name: str) -> int:
    if KINDS[name] == FUNCTION:
        return 1
    if name == "call":
        return len(fit.call.arguments) + 1
    if name == "data":
        return int(fit.data.shape[1])
    return len(fit.model_list if name == "model.list" else fit.weights or [])
