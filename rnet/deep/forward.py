"""`forward`: what every unit of a network computes, layer by layer."""

from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from rnet.deep.mlp_model import Mlp
from rnet.deep.network import forward as forward_passes
from rnet.printing.matrix import format_matrix
from rnet.record import Record
from rnet.values import named_matrix


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ForwardPass(Record):
    """The units of a network on n cases.

    Attributes
    ----------
    pre, post : list of DataFrame, each (n, units)
        The sums that go into each layer's activation, and what the layer gives.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("pre", "post")

    pre: list[pd.DataFrame]
    post: list[pd.DataFrame]

    def __str__(self) -> str:
        return format_forward(self)


def forward(object: Mlp, x: Any = ...) -> ForwardPass:  # noqa: A002 - R's name for a fit
    """Compute the forward pass of a network: pre- and post-activations of every layer.

    Parameters
    ----------
    object : Mlp
        A fit of `mlp`.
    x : DataFrame or array_like, optional
        New cases; left out, those fitted. No dropout, no noise; batch normalisation as in
        prediction.

    Returns
    -------
    ForwardPass
        `pre` and `post`: for each layer a matrix with a column for each unit, as deepnet's
        components of the same names.

    Notes
    -----
    rnet's own. In a residual layer `post` is the activation plus the layer's inputs.

    Examples
    --------
    >>> from rnet import forward, mlp, set_seed
    >>> import pandas as pd
    >>> set_seed(1)
    >>> xor = pd.DataFrame({"a": [0, 0, 1, 1], "b": [0, 1, 0, 1], "y": [0.0, 1, 1, 0]})
    >>> fit = mlp("y ~ a + b", xor, hidden=2, act="logistic", n_epochs=5)
    >>> forward(fit, [[1, 1]]).post[0].round(3)
          h1     h2
    1  0.289  0.766
    """
    rows, names = object.inputs(x)
    units = [[f"h{j + 1}" for j in range(len(layer.bias))] for layer in object.layers]
    units[-1] = list(object.outputs.names)
    passes = forward_passes(object.layers, rows)
    return ForwardPass(
        [named_matrix(run.sums, names, u) for run, u in zip(passes, units, strict=True)],
        [named_matrix(run.outputs, names, u) for run, u in zip(passes, units, strict=True)],
    )


def format_forward(run: ForwardPass) -> str:
    """Return the matrices one after the other, as R prints a list."""
    lines = []
    for name, matrices in (("pre", run.pre), ("post", run.post)):
        for number, matrix in enumerate(matrices, 1):
            lines += [f"${name}[[{number}]]", _matrix_text(matrix), ""]
    return "\n".join(lines)


def _matrix_text(matrix: pd.DataFrame) -> str:
    return format_matrix(
        matrix.to_numpy(), [str(row) for row in matrix.index], [str(c) for c in matrix.columns]
    )
