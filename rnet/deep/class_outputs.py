"""What the outputs of a network stand for: numbers, or classes and their probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.cases import Cases
from rnet.deep.losses import Loss
from rnet.match_arg import match_arg
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]
KINDS = ("raw", "class", "prob")


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs of a network.

    Attributes
    ----------
    names : tuple of str
        One for each output.
    levels : tuple of str or None
        The classes; with two classes there may be one output, for the second.
    output : str
        The output layer's activation.
    factor_levels : tuple of str or None
        All levels of the response, where some have no case.
    """

    names: tuple[str, ...]
    levels: tuple[str, ...] | None
    output: str
    factor_levels: tuple[str, ...] | None = None

    def answer(self, outputs: Doubles, rows: Sequence[str], kind: str) -> Any:
        """Return outputs, (n, q), as what `predict` is asked for.

        Parameters
        ----------
        kind : {"raw", "class", "prob"}
            The outputs; the classes as a factor; a matrix with a column for each class.

        Raises
        ------
        RError
            `inappropriate fit for class`; the same for probabilities that are none.
        """
        chosen = match_arg(kind, KINDS)
        if chosen == "raw":
            return named_matrix(outputs, list(rows), list(self.names))
        if self.levels is None:
            raise RError(f"inappropriate fit for {chosen}", "The response is no factor.")
        if chosen == "class":
            return self.classes(outputs)
        return self._probabilities(outputs, rows)

    def classes(self, outputs: Doubles) -> pd.Categorical:
        """Return the class of each row: of the largest output, or on which side of one half."""
        if self.levels is None:
            raise RError("inappropriate fit for class", "The response is no factor.")
        single = outputs.shape[1] == 1
        codes = outputs[:, 0] > 0.5 if single else outputs.argmax(axis=1)
        return factor_of(codes, self.levels, self.factor_levels)

    def _probabilities(self, outputs: Doubles, rows: Sequence[str]) -> pd.DataFrame:
        single = outputs.shape[1] == 1
        if self.output != ("logistic" if single else "softmax"):
            raise RError(
                "inappropriate fit for prob",
                f"Outputs of a {self.output} layer are no probabilities: fit with loss='ce'.",
            )
        shares = np.hstack([1.0 - outputs, outputs]) if single else outputs
        assert self.levels is not None  # the caller looked
        return named_matrix(shares, list(rows), list(self.levels))


def factor_of(
    codes: npt.NDArray[Any], levels: Sequence[str], every: Sequence[str] | None
) -> pd.Categorical:
    """Return classes, counted from 0, as a factor with every level of the response.

    Examples
    --------
    >>> factor_of(np.array([1, 0]), ["a", "c"], ["a", "b", "c"]).categories.tolist()
    ['a', 'b', 'c']
    """
    chosen = np.array(levels, dtype=object)[codes.astype(np.int64)]
    return pd.Categorical(chosen, categories=list(levels if every is None else every))


def targets_for(cases: Cases, loss: Loss, output: str) -> tuple[Doubles, Outputs]:
    """Return the targets a loss wants, (n, q), and what the outputs mean.

    Two classes and a loss that is none of classes take one output, 1 for the second class.

    Raises
    ------
    RError
        If numbers are given where a loss needs classes or numbers between 0 and 1.
    """
    assert cases.y is not None  # a response is asked for
    y, levels, names = cases.y, cases.levels, cases.target_names
    if levels is None and loss.of_classes and not _are_shares(y):
        raise RError(
            f"loss '{loss.name}' needs classes", "Make the response a factor, or use loss='mse'."
        )
    if loss.name == "kl_reverse" and not (y > 0).all():
        raise RError(
            "loss 'kl_reverse' is infinite where a target is 0",
            "Use 'kl', or a response of shares that are all positive, by `cbind`.",
        )
    if levels is not None and len(levels) == 2 and not loss.of_classes and output != "softmax":
        y, names = y[:, 1:], levels[1:]
    elif levels is None and loss.name == "bce":
        if y.min() < 0 or y.max() > 1:
            raise RError("loss 'bce' needs a response between 0 and 1", "Or use loss='mse'.")
        if y.shape[1] == 1 and set(np.unique(y)) <= {0.0, 1.0}:
            levels = ("0", "1")
    return np.ascontiguousarray(y), Outputs(tuple(names), levels, output, cases.factor_levels)


def _are_shares(y: Doubles) -> bool:
    return y.shape[1] > 1 and bool((y >= 0).all()) and bool(np.allclose(y.sum(axis=1), 1.0))
