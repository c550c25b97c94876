"""The text of a hypothesis test."""

import html
from collections.abc import Sequence

import numpy as np

from rnet.hypothesis.htest import HTest
from rnet.printing.numbers import format_real, number_text
from rnet.printing.pvalue import format_pval
from rnet.printing.strwrap import strwrap
from rnet.printing.vectors import format_named_vector
from rnet.settings import current

SENTENCES = {"two.sided": "not equal to", "less": "less than", "greater": "greater than"}
LEAST_DIGITS_OF_P = 1


def format_htest(test: HTest) -> str:
    """Return R's lines on a test.

    The method stands on its own, the statistic with its parameters and p value on one line,
    then hypothesis, interval and estimates where the test has them.
    """
    lines = ["", *strwrap(test.method, prefix="\t"), "", f"data:  {test.data_name}"]
    lines += strwrap(", ".join(_figures(test)))
    lines += _alternative(test)
    if test.conf_int is not None:
        level = format_real(np.array([100 * test.conf_int.level]))[0]
        limits = format_real(np.array(list(test.conf_int)))
        lines += [f"{level} percent confidence interval:", f" {' '.join(limits)}"]
    if test.estimate is not None:
        cells = format_real(test.estimate.to_numpy())
        lines += ["sample estimates:", format_named_vector(cells, list(test.estimate.index))]
    return "\n".join(lines) + "\n"


def format_htest_html(test: HTest) -> str:
    """Return the same figures as a table of HTML: one row a quantity."""
    rows = [figure.replace(" < ", " = < ").split(" = ", 1) for figure in _figures(test)]
    if test.conf_int is not None:
        level = format_real(np.array([100 * test.conf_int.level]))[0]
        limits = [text.strip() for text in format_real(np.array(list(test.conf_int)))]
        rows.append([f"{level} percent confidence interval", f"{limits[0]} to {limits[1]}"])
    if test.estimate is not None:
        texts = [text.strip() for text in format_real(test.estimate.to_numpy())]
        rows += [list(pair) for pair in zip(test.estimate.index, texts, strict=True)]
    return format_table_html(test.method, [["data", test.data_name], *rows])


def format_table_html(title: str, rows: Sequence[Sequence[str]]) -> str:
    """Return a table of names and values with a caption."""
    cells = "".join(
        f"<tr><th>{html.escape(name)}</th><td>{html.escape(value)}</td></tr>"
        for name, value in rows
    )
    return f"<table><caption>{html.escape(title.strip())}</caption>{cells}</table>"


def _figures(test: HTest) -> list[str]:
    digits = max(1, current().digits - 2)
    figures = []
    for group in (test.statistic, test.parameter):
        if group is not None:
            texts = format_real(group.to_numpy(dtype=float), digits)
            figures += [f"{name} = {text}" for name, text in zip(group.index, texts, strict=True)]
    if test.p_value is not None:
        text = format_pval(test.p_value, max(LEAST_DIGITS_OF_P, current().digits - 3))
        figures.append(f"p-value {text}" if text.startswith("<") else f"p-value = {text}")
    return figures


def _alternative(test: HTest) -> list[str]:
    """Return the line on the alternative hypothesis; two lines where there are null values."""
    if test.alternative is None:
        return []
    head = "alternative hypothesis: "
    null = test.null_value
    if null is None:
        return [head + test.alternative]
    if len(null) == 1:
        word = SENTENCES.get(test.alternative, test.alternative)
        return [f"{head}true {null.index[0]} is {word} {number_text(float(null.iloc[0]))}"]
    texts = format_named_vector(format_real(null.to_numpy()), list(null.index))
    return [f"{head}{test.alternative}", "null values:", texts]
