"""The text of gmodels' CrossTable."""  # noqa: N999 - R's spelling

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rnet.printing.numbers import number_text

if TYPE_CHECKING:
    from rnet.hypothesis.cross_statistics import ChiSquared, CrossStatistics
    from rnet.hypothesis.CrossTable import CrossTabulation
    from rnet.hypothesis.htest import HTest

NARROWEST = 9
TOTALS = ("Row Total", "Column Total")
RULE = "-" * 60
LEGEND_RULE = f"|{'-' * 25}|"
FEW = 5


@dataclass(frozen=True, slots=True)
class CrossStyle:
    """What a cross tabulation shows, and in which layout."""

    spss: bool
    digits: int
    max_width: int
    expected: bool
    row: bool
    column: bool
    total: bool
    contribution: bool
    chisq: bool
    mcnemar: bool
    residual: bool
    pearson: bool
    adjusted: bool

    def without_tests(self) -> "CrossStyle":
        """Return the style of a table with a single row or column."""
        return replace(
            self, expected=False, row=False, column=False, contribution=False, chisq=False,
            residual=False, pearson=False, adjusted=False,
        )  # fmt: skip

    def number(self, value: float, *, percent: bool = False) -> str:
        """Return a cell's number; a share in percent where the layout has it so."""
        if np.isnan(value):
            return "NaN"
        return f"{value * (100 if percent and self.spss else 1):.{self.digits}f}"

    def legend(self) -> list[str]:
        """Return what stands in each cell."""
        shown = [
            (True, "N", "Count"),
            (self.expected, "Expected N", "Expected Values"),
            (self.contribution, "Chi-square contribution", "Chi-square contribution"),
            (self.row, "N / Row Total", "Row Percent"),
            (self.column, "N / Col Total", "Column Percent"),
            (self.total, "N / Table Total", "Total Percent"),
            (self.residual, "", "Residual"),
            (self.pearson, "", "Std Residual"),
            (self.adjusted, "", "Adj Std Resid"),
        ]
        return [spss if self.spss else sas for wanted, sas, spss in shown if wanted]


def format_cross(table: "CrossTabulation", numbers: "CrossStatistics") -> str:
    """Return the text of a table of two variables."""
    style = table.style
    rows, columns = ([str(label) for label in labels] for labels in table.t.dimnames)
    names = table.t.dnn or ("", "")
    lead = max(len(text) for text in [TOTALS[1], names[0], *rows])
    width = max(len(text) for text in [TOTALS[0], *columns])
    grid = Grid(style, lead, width)
    rule = "-" * (lead + 1) + "|" + ("-" * (width + 2) + "|") * (len(columns) + 1)
    lines = [f"{'':>{lead}} | {names[1]} ", grid.header(names[0], columns), rule]
    for index, label in enumerate(rows):
        lines += [*grid.lines(label, numbers, index), rule]
    lines += [*grid.totals(numbers), rule]
    return (
        _head(style, style.legend(), numbers.total)
        + "\n".join(lines)
        + "\n"
        + _tail(style, numbers, table.fisher)
    )


def format_one_way(table: "CrossTabulation") -> str:
    """Return the text of a table of one variable, in blocks of `max_width` classes."""
    style = table.style
    labels = [str(label) for label in table.t.dimnames[0]]
    total = float(table.t.counts.sum())
    width = max(NARROWEST, *map(len, labels))
    grid = Grid(style, width + 1, width)
    legend = ["Count", "Row Percent"] if style.spss else ["N", "N / Table Total"][: 1 + style.total]
    blocks = []
    for start in range(0, len(labels), style.max_width):
        part = slice(start, start + style.max_width)
        counts = table.t.counts[part].astype(np.float64)
        edge = " " * (width + 1) + "|"
        rule = edge + ("-" * (width + 2) + "|") * len(counts)
        names = edge + "".join(grid.label_cells(labels[part], labels)) + " "
        lines = [names, rule]
        lines.append(edge + "".join(grid.cell(f"{count:.0f}") for count in counts) + " ")
        shares = [grid.cell(style.number(c / total, percent=True), percent=True) for c in counts]
        lines += [edge + "".join(shares) + " ", rule]
        blocks.append("\n".join(lines) + "\n" + ("" if style.spss else "\n\n"))
    return _head(style, legend, total) + "".join(blocks) + "\n "


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a cross tabulation."""

    style: CrossStyle
    lead: int
    width: int

    def cell(self, text: str, *, percent: bool = False) -> str:
        """Return one cell with its closing bar; SPSS keeps room for a percent sign."""
        if not self.style.spss:
            return f" {text:>{self.width}} |"
        sign = "%" if percent and text else " "
        return f"{text:>{self.width}}{sign} |"

    def label_cells(self, labels: list[str], every: list[str]) -> list[str]:
        """Return the labels of columns as cells; long ones are wider than cells in SPSS."""
        if not self.style.spss:
            return [self.cell(label) for label in labels]
        widest = max(self.width - 1, *map(len, every))
        return [f" {label:>{widest}}  |" for label in labels]

    def header(self, name: str, labels: list[str]) -> str:
        """Return the line of the column labels."""
        cells = "".join(self.label_cells(labels, labels))
        return f"{name:>{self.lead}} |{cells} {TOTALS[0]:>{self.width}} | "

    def line(self, label: str, texts: list[str], *, percent: bool = False) -> str:
        """Return a line of cells."""
        cells = "".join(self.cell(text, percent=percent) for text in texts)
        return f"{label:>{self.lead}} |{cells} "

    def lines(self, label: str, numbers: "CrossStatistics", index: int) -> list[str]:
        """Return all lines of one row of the table."""
        style = self.style
        counts = [f"{value:.0f}" for value in [*numbers.counts[index], numbers.row_totals[index]]]
        share = style.number(float(numbers.row_totals[index]) / numbers.total, percent=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            parts = [
                (style.expected, numbers.expected, False, ""),
                (style.contribution, numbers.contributions, False, ""),
                (style.row, numbers.row_shares, True, share),
                (style.column, numbers.column_shares, True, ""),
                (style.total, numbers.shares, True, ""),
                (style.residual, numbers.residuals, False, ""),
                (style.pearson, numbers.pearson, False, ""),
                (style.adjusted, numbers.adjusted, False, ""),
            ]
        found = [self.line(label, counts)]
        for wanted, values, percent, total in parts:
            if wanted:
                texts = [style.number(float(value), percent=percent) for value in values[index]]
                found.append(self.line("", [*texts, total], percent=percent))
        return found

    def totals(self, numbers: "CrossStatistics") -> list[str]:
        """Return the lines of the column totals."""
        counts = [f"{value:.0f}" for value in [*numbers.column_totals, numbers.total]]
        found = [self.line(TOTALS[1], counts)]
        if self.style.column:
            shares: npt.NDArray[np.float64] = numbers.column_totals / numbers.total
            texts = [self.style.number(float(share), percent=True) for share in shares]
            found.append(self.line("", [*texts, ""], percent=True))
        return found


def _head(style: CrossStyle, legend: list[str], total: float) -> str:
    """Return the legend of the cells and the number of cases."""
    gap = "" if style.spss else " \n"
    lines = ["   Cell Contents", LEGEND_RULE, *(f"|{text:>24} |" for text in legend), LEGEND_RULE]
    count = f"Total Observations in Table:  {number_text(total)} "
    first = "\n" if style.spss else "\n \n"
    return f"{first}{chr(10).join(lines)}\n\n{gap}{count}\n\n{gap}"


def _tail(style: CrossStyle, numbers: "CrossStatistics", fisher: Sequence["HTest"]) -> str:
    """Return the tests that were asked for."""
    sections = []
    if style.chisq:
        sections.append("Statistics for All Table Factors\n\n\n" + _tests(numbers.chi_squared()))
    if style.mcnemar:
        sections.append(_tests(numbers.mcnemar()))
    if fisher:
        sections.append(_fisher(fisher))
    text = "".join(f"\n \n{section}" for section in sections)
    if style.spss and (style.chisq or fisher):
        return f"{text}\n \n{_small_cells(numbers)}"
    return f"{text}\n "


def _tests(tests: list["ChiSquared"]) -> str:
    """Return one or two tests; R leaves a line empty where there is no second."""
    texts = [
        f"{test.title} \n{RULE}\nChi^2 =  {number_text(test.statistic)}     "
        f"d.f. =  {test.df}     p =  {number_text(test.p_value)} \n"
        for test in tests
    ]
    return "\n".join(texts) + ("\n" if len(texts) == 1 else "")


def _fisher(tests: Sequence["HTest"]) -> str:
    """Return Fisher's test: with an odds ratio of a 2x2 table, else its p value only."""
    text = f"{tests[0].method}\n{RULE}\n"
    if tests[0].estimate is None or len(tests) == 1:
        p_value = number_text(float(tests[0].p_value or 0))
        return f"{text}Alternative hypothesis: {tests[0].alternative}\np =  {p_value} \n"
    text += f"Sample estimate odds ratio:  {number_text(float(tests[0].estimate.iloc[0]))} \n\n"
    for test, relation in zip(tests, ("not equal to", "less than", "greater than"), strict=True):
        assert test.conf_int is not None  # 2x2 tables have limits
        limits = " ".join(number_text(limit) for limit in test.conf_int)
        text += (
            f"Alternative hypothesis: true odds ratio is {relation} 1\n"
            f"p =  {number_text(float(test.p_value or 0))} \n"
            f"95% confidence interval:  {limits} \n\n"
        )
    return text


def _small_cells(numbers: "CrossStatistics") -> str:
    least = number_text(float(numbers.expected.min()))
    text = f"       Minimum expected frequency: {least} \n"
    few = int((numbers.expected < FEW).sum())
    if few:
        size = numbers.expected.size
        share = number_text(100 * few / size)
        text += f"Cells with Expected Frequency < 5: {few} of {size} ({share}%)\n"
    return text
