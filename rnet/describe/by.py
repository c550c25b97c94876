"""`by`: a function of the rows of every group, shown group by group."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from rnet.describe.groups import groups_of, rows_at
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.matched_call import keeps_written_call
from rnet.printing.groups import format_groups, groups_to_html
from rnet.record import Record


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class By(Record):
    """What a function gave for every group, R's class `by`.

    Attributes
    ----------
    results : tuple
        One a cell, the first factor running fastest; None for a cell without rows.
    names : tuple of str
        What the factors are called.
    levels : tuple of tuple of str
        The level of each factor, one tuple a cell.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    results: tuple[Any, ...]
    factors: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return format_groups(self.results, self.factors, self.levels)

    def _repr_html_(self) -> str:
        return groups_to_html(self.results, self.factors, self.levels)

    def names(self) -> list[str]:
        """Return the levels of one factor; R has no names for several."""
        return [levels[0] for levels in self.levels] if len(self.factors) == 1 else []

    def __getitem__(self, levels: Any) -> Any:
        """Return the result of the cell with this level, or these levels."""
        wanted = levels if isinstance(levels, tuple) else (levels,)
        return self.results[self.levels.index(tuple(map(str, wanted)))]

    def __len__(self) -> int:
        return len(self.results)


@keeps_written_call("by")
def by(
    call: Call,
    data: Any,
    INDICES: Any,  # noqa: N803 - R's argument name
    FUN: Callable[..., Any],  # noqa: N803
    *args: Any,
    **kwargs: Any,
) -> By:
    """Apply a function to the rows of every group.

    Parameters
    ----------
    data : DataFrame, or array_like of shape (n,)
    INDICES : factor, DataFrame, or dict or list of factors
        Each of shape (n,).
    FUN : callable
        Takes the rows of one group.
    *args, **kwargs
        Passed on to `FUN`.

    Returns
    -------
    By
        Shown group by group; `result["4"]` is one of them.

    Notes
    -----
    R page: `?by`.

    Examples
    --------
    >>> from rnet import by, data, mean
    >>> mtcars = data("mtcars")
    >>> by(mtcars["mpg"], {"cyl": mtcars["cyl"]}, mean)["4"].__round__(2)
    26.66
    """
    groups = groups_of(INDICES, len(data))
    shown = [argument.value for argument in call.arguments if argument.value is not None]
    named = groups.names
    if named is None and len(groups.factors) == 1 and len(shown) > 1:
        named = (deparse_line(shown[1]),)
    places = groups.positions()
    results = [FUN(rows_at(data, at), *args, **kwargs) if len(at) else None for at in places]
    cells = pd.MultiIndex.from_product(list(reversed(groups.levels)))
    levels = tuple(tuple(reversed(cell)) for cell in cells)
    return By(tuple(results), named or ("",) * len(groups.factors), levels)
