"""R's text of a confusion matrix."""  # noqa: N999 - R's spelling

import sys
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.confusion_statistics import BY_CLASS
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, number_text
from rnet.printing.pvalue import p_value_texts
from rnet.printing.rounding import round_r
from rnet.printing.show import format_r
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.evaluate.confusionMatrix import ConfusionMatrix

FEWER_DIGITS = 3
MODES = ("sens_spec", "prec_recall", "everything")
RETRIEVAL = ("Precision", "Recall", "F1")
DIAGNOSTIC = ("Sensitivity", "Specificity", "Pos Pred Value", "Neg Pred Value")
LEFT_OUT = {"sens_spec": RETRIEVAL, "prec_recall": DIAGNOSTIC, "everything": ()}
WIDEST_NAME = 23
"""The names stand to the right; R gives them one column more than the widest takes."""


def print_confusionMatrix(  # noqa: N802 - R's name
    x: "ConfusionMatrix",
    mode: str | None = None,
    digits: int | None = None,
    printStats: bool = True,  # noqa: N803 - R's name
) -> None:
    """Print a confusion matrix with other statistics, digits, or none.

    Parameters
    ----------
    x : ConfusionMatrix
        A result of `confusionMatrix`.
    mode : {"sens_spec", "prec_recall", "everything"}, optional
        Which statistics; default that of the call.
    digits : int, optional
        Significant digits; default three fewer than `options(digits)`.
    printStats : bool
        Whether statistics follow the table.

    Notes
    -----
    R page: `?caret::print.confusionMatrix`.

    Examples
    --------
    >>> from rnet import confusionMatrix
    >>> print_confusionMatrix(confusionMatrix([[8, 2], [1, 9]]), printStats=False)
    Confusion Matrix and Statistics
    <BLANKLINE>
      A B
    A 8 2
    B 1 9
    """
    sys.stdout.write(format_confusion_matrix(x, mode, digits, stats=printStats) + "\n")


def format_confusion_matrix(
    x: "ConfusionMatrix", mode: str | None = None, digits: int | None = None, *, stats: bool = True
) -> str:
    """Return the text of R's print.confusionMatrix."""
    mode = checked_mode(x.mode if mode is None else mode)
    digits = max(3, current().digits - FEWER_DIGITS) if digits is None else digits
    lines = ["Confusion Matrix and Statistics", "", format_r(x.table)]
    if not stats:
        return "\n".join(lines)
    rows = _overall_rows(np.asarray(x.overall, dtype=np.float64), digits)
    shown = [name not in LEFT_OUT[mode] for name in BY_CLASS]
    names = [name for name in BY_CLASS if name not in LEFT_OUT[mode]]
    values = x.byClass.to_numpy(dtype=np.float64)
    if values.ndim == 1:
        texts = format_real(values[shown], digits)
        rows += [*zip(names, texts, strict=True), ("", ""), ("'Positive' Class", str(x.positive))]
        return "\n".join([*lines, _two_columns([*rows, ("", "")])])
    by_class = format_matrix(
        values[:, shown].T, names, list(x.byClass.index), digits=digits, right=True
    )
    return "\n".join(
        [*lines, "", "Overall Statistics", _two_columns(rows[:-1]), "", "Statistics by Class:", "",
         by_class]
    )  # fmt: skip


def checked_mode(mode: object) -> str:
    """Return the mode, or refuse what is none."""
    if mode not in MODES:
        raise RError("`mode` should be either 'sens_spec', 'prec_recall', or 'everything'")
    return str(mode)


def _overall_rows(overall: npt.NDArray[np.float64], digits: int) -> list[tuple[str, str]]:
    accuracy, kappa, lower, upper, null = (
        number_text(float(round_r(value, digits))) for value in overall[:5]
    )
    better, symmetric = p_value_texts(overall[5:], digits)
    return [
        ("", ""),
        ("Accuracy", accuracy),
        ("95% CI", f"({lower}, {upper})"),
        ("No Information Rate", null),
        ("P-Value [Acc > NIR]", better),
        ("", ""),
        ("Kappa", kappa),
        ("", ""),
        ("Mcnemar's Test P-Value", symmetric),
        ("", ""),
    ]


def _two_columns(rows: list[tuple[str, str]]) -> str:
    width = max(len(value) for _, value in rows)
    names = [f"{name:>{WIDEST_NAME}}" + (" :" if name else "  ") for name, _ in rows]
    return "\n".join(
        f"{name} {value:<{width}}" for name, (_, value) in zip(names, rows, strict=True)
    )
