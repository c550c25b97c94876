"""The arrays of a multinomial model, and the network that is one."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Column, Matrix, numbers
from rnet.formulas.factor_functions import as_factor
from rnet.formulas.householder import decompose
from rnet.neural.architecture import Architecture
from rnet.neural.criteria import CENSORED, ENTROPY, SOFTMAX
from rnet.neural.nnet_data import FormulaOrigin, indicators, warn_of_empty_classes

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class MultinomData:
    """The cases of a multinomial model.

    Attributes
    ----------
    x : ndarray, shape (n, p)
        The design matrix.
    y : ndarray, shape (n, classes), or (n, 1) for two classes
        Indicators or shares; for two classes 1 for the second.
    weights : ndarray, shape (n,)
    offset : ndarray or None
        Known parts of the linear predictors, shape (n, classes) or (n, 1).
    row_names : list of str
    classes : list of str
        Names of all classes, those of a matrix of counts perhaps empty.
    levels : list of str or None
        The classes of a factor; None for counts.
    origin : FormulaOrigin
    """

    x: Doubles
    y: Doubles
    weights: Doubles
    offset: Doubles | None
    row_names: list[str]
    classes: list[str]
    levels: list[str] | None
    origin: FormulaOrigin

    @property
    def is_binomial(self) -> bool:
        """Whether there are two classes and one output."""
        return bool(self.y.shape[1] == 1)

    @property
    def inputs(self) -> Doubles:
        """Design matrix and offset side by side."""
        return self.x if self.offset is None else np.column_stack([self.x, self.offset])

    @property
    def rank(self) -> int:
        """The rank of the design matrix."""
        return decompose(self.x).rank

    def network(self, censored: bool) -> Architecture:
        """Return the network without hidden units that is this model."""
        of_many = CENSORED if censored else SOFTMAX
        criterion = ENTROPY if self.is_binomial else of_many
        return Architecture(self.inputs.shape[1], 0, self.y.shape[1], True, criterion)

    @property
    def free(self) -> npt.NDArray[np.bool_]:
        """Which weights are coefficients, shape (classes, 1 + inputs): no bias, no first class."""
        wanted = np.zeros((self.y.shape[1], 1 + self.inputs.shape[1]), dtype=np.bool_)
        wanted[int(not self.is_binomial) :, 1 : 1 + self.x.shape[1]] = True
        return wanted

    @property
    def start(self) -> Doubles:
        """The start weights: 0, and 1 for the offset of the same class."""
        weights = np.zeros_like(self.free, dtype=np.float64)
        if self.offset is not None:
            first = 1 + self.x.shape[1]
            weights[:, first:] = np.eye(self.y.shape[1])
        return weights.ravel()


def multinom_data(origin: FormulaOrigin, censored: bool) -> MultinomData:
    """Return the arrays of an evaluated formula; rows of counts become shares with a weight."""
    frame = origin.frame
    y, classes, levels = _response(frame.response)
    weights = np.ones(len(y)) if frame.weights is None else frame.weights
    if y.shape[1] > 1 and not censored:
        counts = y.sum(axis=1)
        if np.any(counts == 0):
            raise RError("some case has no observations", "A row of the response is missing or 0.")
        weights, y = weights * counts, y / counts[:, None]
    offset = _offset(origin, y.shape[1])
    x = origin.design.values
    return MultinomData(x, y, weights, offset, list(frame.row_names), classes, levels, origin)


def _response(response: Column | None) -> tuple[Doubles, list[str], list[str] | None]:
    if isinstance(response, Matrix) and response.values.shape[1] > 1:
        count = response.values.shape[1]
        names = response.column_names or tuple(str(k) for k in range(1, count + 1))
        return response.values, list(names), None
    if isinstance(response, Matrix):
        response = response.values[:, 0]
    factor = pd.Categorical([]) if response is None else as_factor(response)
    filled = warn_of_empty_classes(factor)
    levels = [str(factor.categories[code]) for code in filled]
    if len(levels) < 2:
        raise RError(
            "need two or more classes to fit a multinom model",
            "The response has one class, or the formula no response.",
        )
    y = indicators(factor)[:, filled]
    return (y[:, 1:] if len(levels) == 2 else y), levels, levels


def _offset(origin: FormulaOrigin, outputs: int) -> Doubles | None:
    frame = origin.frame
    labels = [frame.terms.frame_names[i] for i in frame.terms.offsets]
    if not labels:
        return None
    offset = np.add.reduce(
        [numbers(frame.variables[label]).reshape(len(frame), -1) for label in labels]
    )
    if offset.shape[1] != outputs:
        raise RError(
            "ncol(offset) is wrong",
            f"The offset needs {outputs} columns, one for each output; it has {offset.shape[1]}.",
        )
    return np.asarray(offset)


def summarised(data: MultinomData, method: int) -> MultinomData:
    """Return the data with equal rows combined, their weights added.

    Methods 1 and 2 combine rows equal in predictors and response, method 3 rows equal in
    predictors: their responses become weighted means.
    """
    if not method:
        return data
    width = data.inputs.shape[1]
    keys = data.inputs if method == 3 else np.column_stack([data.inputs, data.y])
    rows, group = np.unique(keys, axis=0, return_inverse=True)
    group = group.ravel()
    weights = np.bincount(group, weights=data.weights).astype(np.float64)
    sums = [np.bincount(group, weights=data.weights * column) for column in data.y.T]
    y = np.column_stack(sums) / weights[:, None] if method == 3 else rows[:, width:]
    p = data.x.shape[1]
    return replace(
        data,
        x=np.ascontiguousarray(rows[:, :p]),
        y=np.ascontiguousarray(y),
        weights=weights,
        offset=None if data.offset is None else rows[:, p:width],
        row_names=[str(number) for number in range(1, len(rows) + 1)],
    )
