"""What a fit must remember of its variables to encode new data in the same way."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import pandas as pd

from rnet.formulas.columns import Column
from rnet.language.tree import Call

Contrast: TypeAlias = str | pd.DataFrame


class KeptBasis(ABC):
    """The parameters of a basis (`poly`, `ns`, `bs`, `scale`) as the training data set them."""

    __slots__ = ()

    @abstractmethod
    def columns(self, x: Column) -> Column:
        """Return the basis of new values of its variable, one row per value."""

    def call(self, node: Call) -> Call:
        """Return the call with the parameters written out, as R's `predvars` keeps it."""
        return node


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of the variables of a model, by the variables' labels.

    Attributes
    ----------
    bases : mapping
        Kept parameters of variables that are calls of `poly`, `ns`, `bs` or `scale`.
    classes : mapping
        R's class of each variable: "numeric", "factor", "ordered", "logical", "character"
        or "nmatrix.2"; also of what stands beside them, such as "(weights)".
    levels : mapping
        Levels of factors and the distinct values of character variables, in order.
    contrasts : mapping
        Contrasts by name or as a matrix; empty until a design matrix was made.
    """

    bases: Mapping[str, KeptBasis] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contrasts: Mapping[str, Contrast] = field(default_factory=dict)
