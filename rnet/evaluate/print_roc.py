"""R's text of ROC curves, areas, intervals and tests."""

from typing import TYPE_CHECKING

import numpy as np

from rnet.language.deparse import deparse
from rnet.printing.numbers import as_character, format_real, number_text
from rnet.printing.pvalue import p_value_texts
from rnet.printing.rounding import signif
from rnet.printing.vectors import format_named_vector
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.evaluate.auc import Auc
    from rnet.evaluate.ci_auc import CiAuc
    from rnet.evaluate.roc import Roc
    from rnet.evaluate.roc_test import RocTest

FEWER_DIGITS = 3
RELATIONS = {"two.sided": "not equal to", "less": "less than", "greater": "greater than"}


def format_roc(curve: "Roc") -> str:
    """Return the text of R's print.roc."""
    sizes = len(curve.controls), len(curve.cases)
    names = curve.names_in_print
    if names is None or curve.levels is None:
        told = f"Data: {sizes[0]} controls {curve.direction} {sizes[1]} cases."
    else:
        predictor, response = names
        control, case = curve.levels
        told = (
            f"Data: {predictor} in {sizes[0]} controls ({response} {control}) "
            f"{curve.direction} {sizes[1]} cases ({response} {case})."
        )
    area = "Area under the curve not computed." if curve.auc is None else format_auc(curve.auc)
    lines = ["", "Call:", "".join(deparse(curve.call)), "", told, area]
    return "\n".join(lines if curve.ci is None else [*lines, format_ci(curve.ci)])


def format_auc(area: "Auc") -> str:
    """Return the text of R's print.auc."""
    sign = "%" if area.percent else ""
    value = f"{_four_digits(float(area))}{'' if np.isnan(area) else sign}"
    if area.partial is None:
        return f"Area under the curve: {value}"
    low, high = (as_character(bound) + sign for bound in area.partial.bounds)
    head = "Corrected partial area" if area.partial.correct else "Partial area"
    return f"{head} under the curve ({area.partial.focus} {high}-{low}): {value}"


def format_ci(interval: "CiAuc") -> str:
    """Return the text of R's print.ci.auc."""
    sign = "%" if interval.percent else ""
    lower, upper = (_four_digits(value) + sign for value in (interval.lower, interval.upper))
    level = as_character(100 * interval.conf_level)
    return f"{level}% CI: {lower}-{upper} (DeLong)"


def format_roc_test(test: "RocTest") -> str:
    """Return R's lines on a test, its class "htest"."""
    digits = current().digits
    figures = [(test.statistic_name, test.statistic)]
    if test.parameter is not None:
        figures.append(("df", test.parameter))
    told = [f"{name} = {format_real([value], max(1, digits - 2))[0]}" for name, value in figures]
    p_value = p_value_texts(np.array([test.p_value]), max(1, digits - 3))[0]
    told.append(f"p-value {p_value}" if p_value.startswith("<") else f"p-value = {p_value}")
    lines = [
        "", f"\t{test.method}", "", f"data:  {test.data_name}", ", ".join(told),
        f"alternative hypothesis: true difference in AUC is {RELATIONS[test.alternative]} 0",
    ]  # fmt: skip
    if test.conf_int is not None:
        limits = format_real(np.array(test.conf_int))
        level = number_text(100 * test.conf_level)
        lines += [f"{level} percent confidence interval:", f" {' '.join(limits)}"]
    cells = format_real(test.estimate.to_numpy(dtype=np.float64))
    lines += ["sample estimates:", format_named_vector(cells, list(test.estimate.index))]
    return "\n".join(lines) + "\n"


def _four_digits(value: float) -> str:
    """Return a number with as many digits as R's options ask for, less three."""
    return number_text(float(signif(value, max(3, current().digits - FEWER_DIGITS))))
