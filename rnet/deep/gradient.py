"""`gradient`: the derivative of a network's loss by every weight."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.class_outputs import targets_for
from rnet.deep.losses import Loss
from rnet.deep.mlp_model import Mlp
from rnet.deep.network import Layer, flat_layers, gradients, loss_of
from rnet.deep.network import forward as forward_passes
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import as_character, number_text
from rnet.record import Record

Doubles = npt.NDArray[np.float64]
DIFFERENCE = float(np.cbrt(np.finfo(np.float64).eps))  # best step of a central difference


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Gradient(Record):
    """The derivatives of a loss.

    Attributes
    ----------
    loss : float
    gradient : dict of str to ndarray
        By the names of `fit.weights`: `layer1.weights`, (inputs, units), `layer1.biases`, ...
    inputs : ndarray, shape (n, p)
        By the inputs of each case.
    norms : ndarray
        The length of the gradient of each layer's weights.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("loss", "gradient", "inputs", "norms")

    loss: float
    gradient: dict[str, Doubles]
    inputs: Doubles
    layers: tuple[Layer, ...]
    x: Doubles
    y: Doubles
    criterion: Loss

    @property
    def norms(self) -> Doubles:
        """The length of the gradient of each layer's weights."""
        names = [name for name in self.gradient if name.endswith(".weights")]
        return np.array([float(np.linalg.norm(self.gradient[name])) for name in names])

    def numeric(self) -> dict[str, Doubles]:
        """Return the same derivatives by central differences: slow, but without a chain rule."""
        flat = flat_layers(self.layers)
        found = np.empty_like(flat.gradient)
        for k, start in enumerate(flat.parameters.tolist()):
            h = DIFFERENCE * max(1.0, abs(start))
            ends = []
            for value in (start + h, start - h):
                flat.parameters[k] = value
                passes = forward_passes(flat.layers, self.x)
                ends.append(loss_of(flat.layers, passes, self.y, self.criterion))
            flat.parameters[k] = start
            found[k] = (ends[0] - ends[1]) / (2 * h)
        flat.gradient[:] = found
        return _by_name(flat.into)

    def check(self) -> float:
        """Return the largest difference from the numeric gradient, relative to the largest one."""
        numeric = np.concatenate([part.ravel() for part in self.numeric().values()])
        exact = np.concatenate([part.ravel() for part in self.gradient.values()])
        largest = max(float(np.abs(exact).max()), float(np.finfo(np.float64).tiny))
        return float(np.abs(exact - numeric).max()) / largest

    def __str__(self) -> str:
        return format_gradient(self)


def gradient(object: Mlp, x: Any = ..., y: Any = None) -> Gradient:  # noqa: A002 - a fit
    """Compute the derivative of the loss by every weight, by backpropagation.

    Parameters
    ----------
    object : Mlp
        A fit of `mlp`.
    x : DataFrame or array_like, optional
        Cases; left out, those fitted.
    y : array_like, optional
        Their classes or numbers; needed with `x`.

    Returns
    -------
    Gradient
        `loss`, `gradient` by the names of `fit.weights`, `inputs`, `norms`; `numeric()` and
        `check()` compare it with differences of the loss.

    Raises
    ------
    RError
        If responses do not belong to the cases, or are no classes of the fit.

    Notes
    -----
    rnet's own. The loss is that of the fit, averaged as there, without penalties; no dropout,
    batch normalisation as in prediction.

    Examples
    --------
    >>> from rnet import data, gradient, mlp, set_seed
    >>> set_seed(1)
    >>> fit = mlp("Species ~ .", data("iris"), hidden=4, act="tanh", n_epochs=5)
    >>> slopes = gradient(fit)
    >>> slopes.gradient["layer1.weights"].shape, slopes.check() < 1e-7
    ((4, 4), True)
    """
    rows, _ = object.inputs(x)
    targets = _targets(object, x, y)
    if len(targets) != len(rows):
        raise RError(f"{len(targets)} responses for {len(rows)} cases", "Give one each.")
    found = gradients(object.layers, rows, targets, object.settings.loss)
    return Gradient(
        found.loss,
        _by_name(found.layers),
        found.inputs,
        object.layers,
        rows,
        targets,
        object.settings.loss,
    )


def _targets(fit: Mlp, x: Any, y: Any) -> Doubles:
    if x is ...:
        if fit.cases is None:
            raise RError("a network read from a file has no cases", "Give x and y.")
        return targets_for(fit.cases, fit.settings.loss, fit.outputs.output)[0]
    if y is None:
        raise RError('argument "y" is missing, with no default', "The loss needs responses.")
    levels, count = fit.outputs.levels, len(fit.outputs.names)
    given = np.asarray(y)
    if levels is None or (given.ndim == 2 and given.shape[1] == count):
        numbers = np.asarray(y, dtype=np.float64)
        return np.ascontiguousarray(numbers.reshape(-1, count))
    known = {level: code for code, level in enumerate(levels)}
    try:
        codes = np.array([known[_class_name(value)] for value in np.atleast_1d(given).tolist()])
    except KeyError as error:
        raise RError(f"there is no class {error}", f"Classes: {', '.join(levels)}.") from None
    if count == 1:
        return codes[:, None].astype(np.float64)
    return np.asarray(codes[:, None] == np.arange(count), dtype=np.float64)


def _class_name(value: Any) -> str:
    return as_character(value) if isinstance(value, int | float) else str(value)


def _by_name(layers: Any) -> dict[str, Doubles]:
    parts = (("weights", "weights"), ("biases", "bias"), ("scale", "scale"), ("shift", "shift"))
    return {
        f"layer{number}.{name}": getattr(layer, attribute)
        for number, layer in enumerate(layers, 1)
        for name, attribute in parts
        if getattr(layer, attribute) is not None
    }


def format_gradient(of: Gradient) -> str:
    """Return the loss and the matrices, as R prints a list."""
    lines = [f"Loss: {number_text(of.loss, 7)}", ""]
    for name, values in of.gradient.items():
        cells = values if values.ndim == 2 else values[None, :]
        columns = [f"h{j + 1}" for j in range(cells.shape[1])]
        rows = [f"[{i + 1},]" for i in range(len(cells))] if values.ndim == 2 else [""]
        lines += [f"${name}", format_matrix(cells, rows, columns), ""]
    return "\n".join(lines)
