"""Expected counts, shares, residuals and tests of a two-way table."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.special_functions import special

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ChiSquared:
    """A chi-squared test."""

    title: str
    statistic: float
    df: int
    p_value: float


@dataclass(frozen=True, slots=True)
class CrossStatistics:
    """The numbers of a two-way table.

    Attributes
    ----------
    counts, expected, row_shares, column_shares, shares : ndarray, shape (rows, columns)
        Observed and expected counts, and shares of row, column and table.
    row_totals, column_totals : ndarray
        The margins.
    total : float
        The number of cases.
    """

    counts: Doubles
    expected: Doubles
    row_shares: Doubles
    column_shares: Doubles
    shares: Doubles
    row_totals: Doubles
    column_totals: Doubles
    total: float

    @property
    def residuals(self) -> Doubles:
        """Observed less expected counts."""
        return self.counts - self.expected

    @property
    def contributions(self) -> Doubles:
        """What each cell adds to chi-squared."""
        return self.residuals**2 / self.expected

    @property
    def pearson(self) -> Doubles:
        """Pearson's residuals."""
        return self.residuals / np.sqrt(self.expected)

    @property
    def adjusted(self) -> Doubles:
        """Pearson's residuals divided by their standard errors."""
        left = np.outer(1 - self.row_totals / self.total, 1 - self.column_totals / self.total)
        return self.residuals / np.sqrt(self.expected * left)

    def chi_squared(self) -> list[ChiSquared]:
        """Return Pearson's test; of a 2x2 table also with Yates' correction."""
        rows, columns = self.counts.shape
        df = (rows - 1) * (columns - 1)
        plain = _tested("Pearson's Chi-squared test", float(self.contributions.sum()), df)
        if (rows, columns) != (2, 2):
            return [plain]
        distance = np.abs(self.residuals)
        statistic = float(((distance - min(0.5, distance.min())) ** 2 / self.expected).sum())
        title = "Pearson's Chi-squared test with Yates' continuity correction"
        return [plain, _tested(title, statistic, df)]

    def mcnemar(self) -> list[ChiSquared]:
        """Return McNemar's test; of a 2x2 table also with the correction for continuity."""
        above = self.counts[np.triu_indices(len(self.counts), 1)]
        below = self.counts.T[np.triu_indices(len(self.counts), 1)]
        distance = np.abs(above - below)
        title = "McNemar's Chi-squared test"
        with np.errstate(invalid="ignore"):  # no discordant pairs
            plain = float((distance**2 / (above + below)).sum())
            corrected = float((np.maximum(distance - 1, 0) ** 2 / (above + below)).sum())
        tests = [_tested(title, plain, len(above))]
        if self.counts.shape == (2, 2):
            name = f"{title} with continuity correction" if distance[0] > 0 else title
            tests.append(_tested(name, corrected, 1))
        return tests


def cross_statistics(counts: npt.ArrayLike) -> CrossStatistics:
    """Return the numbers of a two-way table.

    Examples
    --------
    >>> cross_statistics([[2, 3], [3, 1]]).expected.round(3).tolist()
    [[2.778, 2.222], [2.222, 1.778]]
    """
    cells = np.asarray(counts, dtype=np.float64)
    rows, columns, total = cells.sum(axis=1), cells.sum(axis=0), float(cells.sum())
    with np.errstate(invalid="ignore", divide="ignore"):
        return CrossStatistics(
            cells,
            np.outer(rows, columns) / total,
            cells / rows[:, None],
            cells / columns,
            cells / total,
            rows,
            columns,
            total,
        )


def _tested(title: str, statistic: float, df: int) -> ChiSquared:
    chdtrc = special().chdtrc

    p_value = float("nan") if np.isnan(statistic) else float(chdtrc(df, statistic))
    return ChiSquared(title, statistic, df, p_value)
