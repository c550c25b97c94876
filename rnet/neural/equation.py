"""A network as an expression of R, Python or SQL."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rnet.conditions import RError
from rnet.neural.activations import Activation
from rnet.neural.nn import NN
from rnet.neural.predict_nn import repetition_weights

LONGEST = 2_000_000  # weights written; deeper layers repeat the layers below


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a language writes columns and activations.

    Attributes
    ----------
    column : callable
        A column's name as the language reads it.
    activations : dict
        By the activation's name, what makes the text of a unit from that of its weighted sum.
    """

    column: Callable[[str], str]
    activations: dict[str, Callable[[str], str]]


def _r_name(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("`", "\\`")
    return f"`{escaped}`"


def _sql_name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _same(z: str) -> str:
    return z


DIALECTS = {
    "R": Dialect(
        _r_name,
        {
            "linear": _same,
            "logistic": lambda z: f"1 / (1 + exp(-({z})))",
            "tanh": lambda z: f"tanh({z})",
            "relu": lambda z: f"pmax({z}, 0)",
        },
    ),
    "python": Dialect(
        lambda name: f"data[{name!r}]",
        {
            "linear": _same,
            "logistic": lambda z: f"1 / (1 + np.exp(-({z})))",
            "tanh": lambda z: f"np.tanh({z})",
            "relu": lambda z: f"np.maximum({z}, 0)",
        },
    ),
    "sql": Dialect(
        _sql_name,
        {
            "linear": _same,
            "logistic": lambda z: f"1.0 / (1.0 + exp(-({z})))",
            "tanh": lambda z: f"tanh({z})",
            "relu": lambda z: f"(abs({z}) + ({z})) / 2.0",
        },
    ),
}


def equation(fit: NN, language: str = "R", rep: int | str = 1) -> str | dict[str, str]:
    """Write a network as an expression that gives what `predict` gives, to rounding.

    Parameters
    ----------
    fit : NN
        The network.
    language : {"R", "python", "sql"}
        R: of columns, for ``with(newdata, ...)``. Python: of `data`, a DataFrame or a dictionary
        of numbers or arrays, and NumPy as `np`. SQL: of columns, with the functions `exp` and
        `tanh` that most databases have.
    rep : int or "best", default 1
        Which repetition.

    Returns
    -------
    str, or dict of str
        One expression; with several responses one for each, by name.

    Raises
    ------
    RError
        For custom activations, and networks whose expression would be longer than a book.

    Notes
    -----
    Each unit repeats the units below it: with several hidden layers expressions grow quickly.
    Weights excluded at 0 are left out. Where a logistic unit is far to the left, `exp` overflows
    to infinity, which most languages turn into 0; PostgreSQL raises an error.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> import numpy as np
    >>> bool(eval(fit.equation("python"), {"np": np, "data": {"speed": 10.0}}) > 20)
    True
    """
    if not isinstance(language, str) or language not in DIALECTS:
        raise RError(f"unknown language '{language}'", f"One of {', '.join(DIALECTS)}.")
    _check_length(fit)
    dialect = DIALECTS[language]
    units = [dialect.column(name) for name in fit.model_list["variables"]]
    network = fit.network
    for layer, matrix in enumerate(repetition_weights(fit, rep)):
        written = _activation_text(network.activation(layer), dialect)
        last = layer == len(network.layout.shapes) - 1
        made = [written(_weighted_sum(column.tolist(), units)) for column in matrix.T]
        units = made if last else [f"({text})" for text in made]
    responses = fit.model_list["response"]
    return units[0] if len(responses) == 1 else dict(zip(responses, units, strict=True))


def _activation_text(activation: Activation, dialect: Dialect) -> Callable[[str], str]:
    if activation.name not in dialect.activations:
        raise RError(
            "a custom activation function has no text",
            "Networks with logistic, tanh or relu units can be written as expressions.",
        )
    return dialect.activations[activation.name]


def _weighted_sum(weights: Sequence[float], units: Sequence[str]) -> str:
    intercept, *slopes = weights
    text = "0.0" if math.isnan(intercept) else repr(intercept)
    for weight, unit in zip(slopes, units, strict=True):
        if not math.isnan(weight):  # excluded
            sign = "-" if math.copysign(1.0, weight) < 0 else "+"
            text += f" {sign} {abs(weight)!r} * {unit}"
    return text


def _check_length(fit: NN) -> None:
    written = 1
    for rows, _ in fit.layout.shapes:
        written = 1 + (rows - 1) * written * (2 if fit.act_fct.name == "relu" else 1)
    if written * fit.layout.units[-1] > LONGEST:
        raise RError(
            "the network is too large to be written as an expression",
            f"It would have about {written} terms; save it with fit.save(path) instead.",
        )
