"""`compute`: the activations of all units on new data."""

from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown
from rnet.neural.nn import NN, check_network
from rnet.neural.predict_nn import forward_pass, new_covariate
from rnet.record import Record
from rnet.values import named_matrix


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ComputedNN(Record):
    """What `compute` returns.

    Attributes
    ----------
    neurons : list of DataFrame
        The input of each weight layer as a matrix, the leading column ones.
    net_result : DataFrame
        The output, n x responses.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("neurons", "net.result")

    neurons: list[pd.DataFrame]
    net_result: pd.DataFrame

    def __str__(self) -> str:
        from rnet.printing.show import format_r  # noqa: PLC0415 - text, seldom wanted

        return format_r({"neurons": self.neurons, "net.result": self.net_result})


@refuses_unknown
def compute(x: NN, covariate: Any = ..., rep: int | str = 1) -> ComputedNN:
    """Compute all units of a network on new data; `predict` gives the output alone.

    Parameters
    ----------
    x : NN
        A network of `neuralnet`.
    covariate : DataFrame or array_like, shape (n, columns)
        As `newdata` of `predict`.
    rep : int or "best"
        Which repetition, from 1.

    Returns
    -------
    ComputedNN
        `neurons` and `net_result`.

    Raises
    ------
    RError
        As `predict`.

    Notes
    -----
    R page: `?neuralnet::compute`. R's page calls it deprecated; it gives no warning.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> rnet.compute(fit, [[10.0]]).neurons[0].to_numpy().tolist()
    [[1.0, 10.0]]
    """
    if covariate is ...:
        raise RError('argument "covariate" is missing, with no default', "Give new data.")
    check_network(x)
    inputs, names = new_covariate(x, covariate)
    run = forward_pass(x, inputs, rep)
    first = named_matrix(run.inputs[0], names, ["", *x.model_list["variables"]])
    others = [named_matrix(part, names) for part in run.inputs[1:]]
    return ComputedNN([first, *others], named_matrix(run.output, names))
