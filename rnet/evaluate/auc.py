"""pROC's `auc`: the area under a ROC curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.evaluate.print_roc import format_auc
from rnet.evaluate.roc_points import RocPoints, area, corrected_area, partial_area
from rnet.match_arg import match_arg
from rnet.printing.show import Style, console_text
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.evaluate.roc import Roc

FOCUS = ("specificity", "sensitivity")
SHORT_FOCUS = {"sp": "specificity", "spec": "specificity", "se": "sensitivity"}


@dataclass(frozen=True, slots=True)
class PartialArea:
    """Which part of the area is meant, and whether it is standardized."""

    bounds: tuple[float, float]
    focus: str
    correct: bool


class Auc(float):
    """The area under a ROC curve: a number that prints as R's class "auc".

    Attributes
    ----------
    percent : bool
        Whether it is a percentage.
    partial : PartialArea or None
        None for the whole area.
    roc : Roc
        The curve.
    """

    __slots__ = ("partial", "percent", "roc")

    percent: bool
    partial: PartialArea | None
    roc: "Roc"

    def __new__(cls, value: float, roc: "Roc", partial: PartialArea | None) -> "Auc":
        """Return an area with the curve and the part it belongs to."""
        self = super().__new__(cls, value)
        self.percent, self.partial, self.roc = roc.percent, partial, roc
        return self

    def __getnewargs__(self) -> tuple[Any, ...]:
        return float(self), self.roc, self.partial

    def __str__(self) -> str:
        return format_auc(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<pre>{self}</pre>"


@console_text.register
def _(x: Auc, style: Style) -> str:
    del style
    return format_auc(x)


def auc(
    response: Any = None,
    predictor: Any = None,
    *,
    partial_auc: Sequence[float] | None = None,
    partial_auc_focus: str = "specificity",
    partial_auc_correct: bool = False,
    **options: Any,
) -> Auc:
    """Return the area under a ROC curve.

    Parameters
    ----------
    response : Roc or as in `roc`
        A curve, or the data of one.
    predictor : as in `roc`, optional
    partial_auc : sequence of two floats, optional
        Bounds of a partial area, in percent where the curve is.
    partial_auc_focus : {"specificity", "sensitivity"}
        What the bounds are of.
    partial_auc_correct : bool
        Whether to standardize it, so that 0.5 is chance and 1 perfect.
    **options
        Further arguments of `roc`.

    Returns
    -------
    Auc
        A float that prints as in R.

    Raises
    ------
    RError
        `partial.auc must be either FALSE or a numeric vector of length 2`.

    Notes
    -----
    R page: `?pROC::auc`. McClish (1989), Medical Decision Making 9, 190-195.

    Examples
    --------
    >>> auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], quiet=True)
    Area under the curve: 0.75
    """
    from rnet.evaluate.roc import Roc, roc  # noqa: PLC0415 - roc computes areas

    curve = (
        response if isinstance(response, Roc) else roc(response, predictor, auc=False, **options)
    )
    return area_of(curve, checked_partial(partial_auc, partial_auc_focus, partial_auc_correct))


def checked_partial(
    bounds: Sequence[float] | bool | None, focus: str, correct: bool
) -> PartialArea | None:
    """Return what a partial area is asked for, None for the whole."""
    if bounds is None or bounds is False:
        return None
    if np.size(bounds) != 2:
        raise RError("partial.auc must be either FALSE or a numeric vector of length 2")
    low, high = sorted(float(bound) for bound in np.ravel(bounds))
    return PartialArea((low, high), match_arg(SHORT_FOCUS.get(focus, focus), FOCUS), correct)


def area_of(curve: "Roc", partial: PartialArea | None) -> Auc:
    """Return an area under a curve."""
    unit = curve.unit
    points = RocPoints(curve.thresholds, curve.sensitivities, curve.specificities)
    if partial is None:
        return Auc(area(points) / unit, curve, None)
    low, high = partial.bounds
    if not 0 <= low <= high <= unit:
        return Auc(NA, curve, partial)
    over_specificity = partial.focus == "specificity"
    value = partial_area(points, low, high, over_specificity=over_specificity) / unit
    if partial.correct:
        value = unit * corrected_area(value / unit, low / unit, high / unit)
        if value < unit / 2:
            warn(
                "Partial AUC correction not defined for ROC curves below the diagonal.",
                "The area is smaller than that of chance.",
            )
            value = NA
    return Auc(value, curve, partial)
