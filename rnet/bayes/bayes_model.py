"""The fitted classifier: R's components of a `naiveBayes` object, and its methods."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.bayes.conditional_tables import Moments, Shares
from rnet.bayes.predict_bayes import predict_classes, predict_probabilities
from rnet.bayes.print_bayes import format_bayes
from rnet.bayes.training_data import ClassKnowledge
from rnet.evaluate.contingency_table import Table
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.printing.component_table import NO_CLASS, ComponentTable
from rnet.record import Record
from rnet.values import named_matrix

PREDICTIONS = {"class": predict_classes, "raw": predict_probabilities}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NaiveBayes(Record):
    """A naive Bayes classifier.

    Attributes
    ----------
    known : ClassKnowledge
        Counts of the classes, and the predictors given the class; arrays without names.
    call : Call
        The call; a fit by formula calls the default method, as in R.
    heading : str
        What the class is called in the tables: the text of the response, Y with a formula.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("apriori", "tables", "levels", "isnumeric", "call")

    known: ClassKnowledge
    call: Call
    heading: str

    def __str__(self) -> str:
        return format_bayes(self.call, self.apriori, self.tables)

    @property
    def apriori(self) -> Table:
        """How many training cases each class has."""
        counts = self.known.counts
        whole = counts.astype(np.int64)
        cells = whole if np.array_equal(whole, counts) else counts
        return Table(cells, [self.levels], [self.heading])

    @property
    def tables(self) -> dict[str, Any]:
        """By predictor: a Table of shares, or a matrix of mean and standard deviation."""
        return {name: self._table(name, found) for name, found in self.known.tables.items()}

    @property
    def levels(self) -> list[str]:
        """The classes."""
        return list(self.known.levels)

    @property
    def isnumeric(self) -> "pd.Series[bool]":
        """Which predictors are numeric, by name."""
        flags = [isinstance(found, Moments) for found in self.known.tables.values()]
        return pd.Series(flags, index=pd.Index(list(self.known.tables), dtype=object), dtype=bool)

    def predict(
        self,
        newdata: Any,
        type: str = "class",  # noqa: A002 - R's argument name
        threshold: float = 0.001,
        eps: float = 0,
    ) -> Any:
        """Return the classes of new cases, or their probabilities.

        Parameters
        ----------
        newdata : DataFrame, mapping or array
            Predictors by name; other columns do not matter. A missing value, an unknown level
            or an absent column says nothing about the class.
        type : {"class", "raw"}
            Classes, or the probability of each class.
        threshold : float
            Stands for probabilities and standard deviations not above `eps`.
        eps : float

        Returns
        -------
        Categorical, or DataFrame of shape (n, classes)

        Raises
        ------
        RError
            `'arg' should be one of ...`, `Non-numeric argument to mathematical function`.
        """
        way = match_arg(type, tuple(PREDICTIONS))
        return PREDICTIONS[way](self.known, newdata, threshold, eps)

    def summary(self) -> ComponentTable:
        """Return length, class and mode of the components, as R's `summary` does."""
        known = self.known
        return ComponentTable(
            (
                ("apriori", len(known.levels), "table", "numeric"),
                ("tables", len(known.tables), NO_CLASS, "list"),
                ("levels", len(known.levels), NO_CLASS, "character"),
                ("isnumeric", len(known.tables), NO_CLASS, "logical"),
                ("call", len(self.call.arguments) + 1, NO_CLASS, "call"),
            )
        )

    def _table(self, name: str, found: Moments | Shares) -> Any:
        if isinstance(found, Shares):
            return Table(found.values, [self.levels, found.labels], [self.heading, name])
        matrix = named_matrix(found.values, self.levels)
        matrix.index.name, matrix.columns.name = self.heading, name
        return matrix
