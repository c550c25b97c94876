"""pROC's `ci.auc`: DeLong's confidence interval of the area under a ROC curve."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.evaluate.auc import Auc, area_of
from rnet.evaluate.print_roc import format_ci
from rnet.evaluate.roc_points import delong_covariance, placements
from rnet.record import Record

if TYPE_CHECKING:
    from rnet.evaluate.roc import Roc


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CiAuc(Record):
    """A confidence interval of an area: lower limit, area, upper limit.

    Attributes
    ----------
    lower, area, upper : float
        In percent where the curve is.
    conf_level : float
        The probability of the interval.
    percent : bool
        Whether the numbers are percentages.
    method : str
        "delong".
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("lower", "area", "upper", "conf.level", "method")

    lower: float
    area: float
    upper: float
    conf_level: float
    percent: bool
    method: str = "delong"

    def __str__(self) -> str:
        """Return the text of R's print.ci.auc."""
        return format_ci(self)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        del copy
        return np.array([self.lower, self.area, self.upper], dtype=dtype)

    def __iter__(self) -> Iterator[float]:
        return iter((self.lower, self.area, self.upper))


def ci_auc(
    response: Any = None,
    predictor: Any = None,
    *,
    conf_level: float = 0.95,
    method: str = "delong",
    **options: Any,
) -> CiAuc:
    """Return DeLong's confidence interval of the area under a ROC curve.

    Parameters
    ----------
    response : Roc, Auc or as in `roc`
        A curve, its area, or the data of one.
    predictor : as in `roc`, optional
    conf_level : float, default 0.95
        Probability of the interval.
    method : {"delong"}
        pROC's bootstrap is not available.
    **options
        Further arguments of `roc`.

    Raises
    ------
    RError
        For partial areas, whose interval needs the bootstrap.

    Notes
    -----
    R page: `?pROC::ci.auc`. DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845.

    Examples
    --------
    >>> ci_auc([0, 0, 1, 1, 1], [0.1, 0.4, 0.35, 0.8, 0.9], quiet=True)
    95% CI: 0.3714-1 (DeLong)
    """
    from rnet.evaluate.roc import Roc, roc  # noqa: PLC0415 - roc computes intervals

    if isinstance(response, Auc):
        response = response.roc if response.partial is None else response
    curve = response if isinstance(response, Roc) else None
    if curve is None and not isinstance(response, Auc):
        curve = roc(response, predictor, **options)
    partial = curve is None or (curve.auc is not None and curve.auc.partial is not None)
    if curve is None or partial or not "delong".startswith(method):
        raise RError(
            'DeLong method is not supported for partial AUC. Use method="bootstrap" instead.',
            "rnet has no bootstrap of ROC curves.",
        )
    return delong_interval(curve, conf_level)


def delong_interval(curve: "Roc", level: float) -> CiAuc:
    """Return the interval, cut off at 0 and 1."""
    from scipy.special import ndtri  # noqa: PLC0415 - slow to load

    value = float(area_of(curve, None)) / curve.unit
    if value == 1:
        warn("ci.auc() of a ROC curve with AUC == 1 is always 1-1 and can be misleading.")
    placed = placements(curve.controls, curve.cases, cases_larger=curve.cases_larger)
    half = float(ndtri(1 - (1 - level) / 2)) * np.sqrt(delong_covariance(placed, placed))
    lower, upper = max(value - half, 0.0), min(value + half, 1.0)
    unit = curve.unit
    return CiAuc(float(lower * unit), value * unit, float(upper * unit), level, curve.percent)
