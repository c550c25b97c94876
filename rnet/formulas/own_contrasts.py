"""The contrasts a factor carries: R's attribute `contrasts`, which rows of the factor keep.

pandas drops what it does not know from a factor whose rows are chosen, but keeps the index of its
categories: the contrasts are an attribute of that index.
"""

from typing import Any

import pandas as pd

ATTRIBUTE = "_rnet_contrasts"


def with_contrasts(factor: pd.Categorical, contrasts: Any) -> pd.Categorical:
    """Return a factor that carries contrasts, by name or as a matrix.

    Examples
    --------
    >>> coded = with_contrasts(pd.Categorical(["a", "b"]), "contr.sum")
    >>> own_contrasts(coded[:1])
    'contr.sum'
    """
    levels = pd.Index(factor.categories.tolist(), dtype=object)
    setattr(levels, ATTRIBUTE, contrasts)
    return pd.Categorical.from_codes(factor.codes, levels, ordered=factor.ordered)


def own_contrasts(factor: Any) -> Any:
    """Return the contrasts a factor carries, None where it has none of its own."""
    if not isinstance(factor, pd.Categorical):
        return None
    return getattr(factor.categories, ATTRIBUTE, None)
