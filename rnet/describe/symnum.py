"""`symnum`: numbers as symbols, such as the stars of a correlation table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.printing.abbreviate import abbreviated
from rnet.printing.numbers import number_text
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.values import axis_names, named_matrix

Doubles = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]

CUTS = (0.3, 0.6, 0.8, 0.9, 0.95)
SYMBOLS = (" ", ".", ",", "+", "*", "B")
TRUTHS = (".", "|")
DIGITS = 7


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SymbolicNumbers(Record):
    """Symbols in the shape of the numbers they stand for.

    Attributes
    ----------
    symbols : ndarray, Series or DataFrame of str
    legend : str or None
        The cutpoints with the symbols between them.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("symbols", "legend")

    symbols: Any
    legend: str | None

    def __str__(self) -> str:
        """Return R's text: the symbols without quotes, then the legend."""
        table = format_r(self.symbols, quote=False)
        return table if self.legend is None else f'{table}\nattr(,"legend")\n[1] {self.legend}'


def symnum(
    x: Any,
    cutpoints: Sequence[float] | None = None,
    symbols: Sequence[str] | None = None,
    legend: bool | None = None,
    na: str | bool = "?",
    eps: float = 1e-5,
    corr: bool | None = None,
    show_max: str | bool | None = None,
    show_min: str | bool | None = None,
    abbr_colnames: bool | int = True,
    lower_triangular: bool | None = None,
    diag_lower_tri: bool | None = None,
) -> SymbolicNumbers:
    """Write numbers or truth values as symbols.

    Parameters
    ----------
    x : array_like, Series or matrix
        Correlations where no `cutpoints` are given.
    cutpoints : sequence of float, optional
        Ends of the intervals; of correlations without 0 and 1.
    symbols : sequence of str, optional
        One for each interval.
    legend : bool, optional
        Whether the legend is kept; by default of three and more symbols.
    na : str or bool
        What stands for missing values; False leaves them out of the legend.
    eps : float
        How far beyond the ends numbers may lie.
    corr : bool, optional
        Whether the numbers are correlations, whose signs do not count.
    show_max, show_min : str or bool, optional
        What stands for the largest and smallest possible number.
    abbr_colnames : bool or int
        Whether names of columns are shortened, or to how many letters.
    lower_triangular, diag_lower_tri : bool, optional
        Whether only the lower triangle, and its diagonal, is shown; of correlations it is.

    Returns
    -------
    SymbolicNumbers
        Prints as R's.

    Raises
    ------
    RError
        `'x' must be between -1 and 1`, `number of 'cutpoints' must be one more than number of
        symbols`.

    Notes
    -----
    R page: `?symnum`.

    Examples
    --------
    >>> from rnet import cor, data, symnum
    >>> print(symnum(cor(data("attitude").iloc[:, :3])).symbols.iloc[1, 0])
    +
    """
    values, logical = _values(x)
    is_corr = (cutpoints is None and not logical) if corr is None else corr
    chosen = list((TRUTHS if logical else SYMBOLS) if symbols is None else symbols)
    ends = [0.0, 1.0] if logical else _ends(cutpoints, is_corr)
    maximum = "1" if show_max is None and is_corr else show_max
    texts = (
        np.where(values == 1, chosen[1], chosen[0]).astype(object)
        if logical
        else _symbols(np.abs(values) if is_corr else values, ends, chosen, eps, is_corr)
    )
    if not logical:
        _put(texts, values, ends[-1], maximum, eps)
        _put(texts, values, ends[0], show_min, eps)
    absent = np.isnan(values)
    texts[absent] = na if isinstance(na, str) else ""
    matrix = np.ndim(x) == 2
    if matrix and (is_corr if lower_triangular is None else lower_triangular):
        diagonal = maximum is not None if diag_lower_tri is None else diag_lower_tri
        texts[np.triu_indices_from(texts, 1 if diagonal and is_corr else 0)] = ""
    wanted = len(chosen) >= 3 if legend is None else legend
    words = _legend(ends, chosen, na if absent.any() else False) if wanted else None
    return SymbolicNumbers(_shaped(texts, x, abbr_colnames), words)


def _values(x: Any) -> tuple[Doubles, bool]:
    if np.ndim(x) == 2:
        cells = x.to_numpy() if isinstance(x, pd.DataFrame) else np.asarray(x)
        kind = cells.dtype.kind
        values = cells.astype(np.float64) if kind in "fiub" else None
        logical = kind == "b"
    else:
        column = as_column(x, "x")
        kinds = class_of(column) if column is not None else ""
        values = numbers(column) if column is not None and kinds in ("numeric", "logical") else None
        logical = kinds == "logical"
    if values is None:
        raise RError("'x' must be numeric or logical", "Symbols stand for numbers.")
    return values, logical


def _ends(cutpoints: Sequence[float] | None, is_corr: bool) -> list[float]:
    given = list(CUTS if cutpoints is None else cutpoints)
    ends = [0.0, *given, 1.0] if is_corr else given
    if is_corr and (len(set(ends)) < len(ends) or sorted(ends) != ends):
        listed = "|".join(f"{end:.1f}" for end in sorted(ends))
        raise RError(
            f"'cutpoints' must be unique in 0 < cuts < 1, but are = {listed}",
            "0 and 1 are added to those of correlations.",
        )
    return ends


def _symbols(
    values: Doubles, ends: list[float], symbols: list[str], eps: float, is_corr: bool
) -> Texts:
    """Return the symbol of the interval, closed on the right, of each number."""
    if len(ends) != len(symbols) + 1:
        raise RError(
            "number of 'cutpoints' must be one more than number of symbols",
            f"There are {len(ends)} cutpoints and {len(symbols)} symbols.",
        )
    low, high = ends[0] - eps, ends[-1] + eps
    if ((values < low) | (values > high)).any():
        span = "-1 and 1" if is_corr else f"{ends[0]:g} and {ends[-1]:g}"
        raise RError(f"'x' must be between {span}", "A number lies outside the cutpoints.")
    places = np.searchsorted(np.array(ends[1:-1]), np.nan_to_num(values), side="left")
    return np.array(symbols, dtype=object)[places]


def _put(texts: Texts, values: Doubles, end: float, shown: str | bool | None, eps: float) -> None:
    if shown is None or shown is False:
        return
    text = shown if isinstance(shown, str) else number_text(end, DIGITS)
    with np.errstate(invalid="ignore"):  # R's NA is a signalling NaN
        texts[np.abs(values - end) < eps] = text


def _legend(ends: list[float], symbols: list[str], na: str | bool) -> str:
    between = [number_text(ends[0], DIGITS)]
    for symbol, end in zip(symbols, ends[1:], strict=True):
        between += [f"‘{symbol}’", number_text(end, DIGITS)]
    absent = f" \\t    ## NA: ‘{na}’" if isinstance(na, str) else ""
    return " ".join(between) + absent


def _shaped(texts: Texts, x: Any, abbreviate: bool | int) -> Any:
    """Return the symbols with the names of the numbers."""
    if texts.ndim == 2:
        framed = isinstance(x, pd.DataFrame)
        rows = axis_names(x.index) if framed else None
        found = (axis_names(x.columns) if framed else None) or [""] * texts.shape[1]
        names = ["NA" if name is None else name for name in found]
        short = abbreviated(names, int(abbreviate)) if abbreviate and any(names) else names
        return named_matrix(texts, rows, short)  # type: ignore[arg-type]
    if isinstance(x, pd.Series) and axis_names(x.index) is not None:
        return pd.Series(texts, index=x.index)
    return texts
