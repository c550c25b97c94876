"""The target of a classifier: scikit-learn's sorted classes, and the factor R makes of them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import column_or_1d

from rnet.conditions import RError
from rnet.formulas.columns import as_column, class_of, strings
from rnet.printing.collation import sorted_strings


@dataclass(frozen=True, slots=True, eq=False)
class ClassFactor:
    """Classes of n rows.

    Attributes
    ----------
    classes : ndarray, shape (k,)
        The distinct labels in scikit-learn's order.
    codes : ndarray of int, shape (n,)
        Positions in `classes`.
    levels : list of str
        The labels as R writes them, in R's order: numbers by size, text as in an English
        locale, a pandas Categorical as its categories stand.
    level_of_class : list of str
        k of the levels, in the order of `classes`.
    """

    classes: npt.NDArray[Any]
    codes: npt.NDArray[np.intp]
    levels: list[str]
    level_of_class: list[str]

    @property
    def factor(self) -> Any:
        """The rows as R's factor, shape (n,)."""
        place = np.array([self.levels.index(level) for level in self.level_of_class])
        return pd.Categorical.from_codes(place[self.codes], categories=pd.Index(self.levels))

    @property
    def is_zero_and_one(self) -> bool:
        """Whether the labels are the numbers 0 and 1, or logical: one 0/1 response in R."""
        return self.classes.dtype.kind in "biuf" and self.classes.tolist() == [0, 1]

    def columns_in_order(self, names: list[str]) -> list[int]:
        """Return where each class stands among columns that bear the names of levels."""
        return [names.index(level) for level in self.level_of_class]


def class_factor(y: Any) -> ClassFactor:
    """Return the classes of a target.

    Raises
    ------
    ValueError
        When the target holds numbers that are no classes.
    RError
        With fewer than two classes.
    """
    categories = getattr(getattr(y, "dtype", None), "categories", None)
    labels = column_or_1d(y, warn=True)
    check_classification_targets(labels)
    classes, codes = np.unique(labels, return_inverse=True)
    if len(classes) < 2:
        raise RError(
            "contrasts can be applied only to factors with 2 or more levels",
            "There is only one class in the target.",
        )
    texts = _texts(classes)
    if categories is not None:
        levels = _texts(np.asarray(categories))
    else:
        is_number = classes.dtype.kind in "biuf"
        levels = texts if is_number else sorted_strings(texts)
    return ClassFactor(classes, codes.astype(np.intp), levels, texts)


def _texts(labels: npt.NDArray[Any]) -> list[str]:
    """Return labels as R writes them, or as Python does where R's text would join two."""
    column = as_column(labels, "y")
    assert column is not None  # only None gives None
    known = class_of(column) in ("numeric", "integer", "logical", "character")
    texts = [str(text) for text in (strings(column) if known else labels)]
    return texts if len(set(texts)) == len(texts) else [str(label) for label in labels]
