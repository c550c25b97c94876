"""pROC's `roc.test`: DeLong's test of two areas under ROC curves."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.auc import area_of
from rnet.evaluate.print_roc import format_roc_test
from rnet.evaluate.roc import Roc, roc
from rnet.evaluate.roc_points import delong_covariance, placements
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.record import Record

ALTERNATIVES = ("two.sided", "less", "greater")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RocTest(Record):
    """DeLong's test of two areas.

    Attributes
    ----------
    method, data_name, alternative : str
        What was tested.
    statistic_name : str
        "Z" of paired curves, "D" of others.
    statistic, p_value : float
        The test statistic and its p value.
    parameter : float or None
        Degrees of freedom of unpaired curves.
    conf_int : tuple of float or None
        Limits of the difference of paired curves.
    conf_level : float
        Their probability.
    estimate : Series
        Both areas.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "statistic", "parameter", "p.value", "conf.int", "estimate", "alternative", "method",
        "data.name",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("parameter", "conf.int")

    method: str
    data_name: str
    alternative: str
    statistic_name: str
    statistic: float
    p_value: float
    parameter: float | None
    conf_int: tuple[float, float] | None
    conf_level: float
    estimate: "pd.Series[float]"

    def __str__(self) -> str:
        """Return the text of R's print.htest."""
        return format_roc_test(self)


@keeps_call("roc.test")
def roc_test(
    call: Call,
    response: Any,
    predictor1: Any,
    predictor2: Any = None,
    *,
    alternative: str = "two.sided",
    paired: bool | None = None,
    conf_level: float = 0.95,
    method: str = "delong",
) -> RocTest:
    """Test whether two areas under ROC curves differ.

    Parameters
    ----------
    response : Roc or array_like, shape (n,)
        The first curve, or the classes.
    predictor1 : Roc or array_like, shape (n,)
        The second curve, or the first predictor; a data frame of two stands for both.
    predictor2 : array_like, shape (n,), optional
        The second predictor.
    alternative : {"two.sided", "less", "greater"}
        "less": the first area is smaller.
    paired : bool, optional
        Whether both curves are of the same cases; by default when their classes are equal.
    conf_level : float, default 0.95
        Probability of the interval of the difference, of paired curves.
    method : {"delong"}
        pROC's resampling methods are not available.

    Notes
    -----
    R page: `?pROC::roc.test`. DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845.

    Examples
    --------
    >>> y = [0, 0, 0, 1, 1, 1]
    >>> first, second = [1, 2, 3, 2.5, 4, 5], [1, 4, 2, 3, 5, 2.5]
    >>> test = roc_test(*(roc(y, x, quiet=True) for x in (first, second)))
    >>> round(test.p_value, 4)
    0.7237
    """
    side = match_arg(alternative, ALTERNATIVES)
    if not "delong".startswith(method):
        raise RError("'arg' should be “delong”", "rnet has no bootstrap of ROC curves.")
    first, second, name = _curves(call, response, predictor1, predictor2)
    same = _same_cases(first, second)
    if paired and not same:
        raise RError("The paired ROC test cannot be applied to unpaired curves.")
    if same and paired is False:
        warn("The ROC curves seem to be paired. Consider performing a paired roc.test.")
    if first.direction != second.direction:
        warn(
            "DeLong's test should not be applied to ROC curves with a different direction.",
            "pROC uses its bootstrap here, which rnet does not have.",
        )
    areas = [float(area_of(curve, None)) for curve in (first, second)]
    if areas[0] == first.unit and areas[1] == second.unit:
        warn(
            "roc.test() of two ROC curves with AUC == 1 has always p.value = 1 and can be "
            "misleading."
        )
    estimate = pd.Series(areas, index=pd.Index(["AUC of roc1", "AUC of roc2"], dtype=object))
    if same and paired is not False:
        return _paired(first, second, estimate, name, side, conf_level)
    return _unpaired(first, second, estimate, name, side)


def _curves(call: Call, response: Any, predictor1: Any, predictor2: Any) -> tuple[Roc, Roc, str]:
    texts = [deparse_line(a.value) for a in call.arguments[:3] if a.value is not None]
    if isinstance(response, Roc) and isinstance(predictor1, Roc):
        return response, predictor1, f"{texts[0]} and {texts[1]}"
    if isinstance(predictor1, pd.DataFrame):
        if predictor2 is not None or predictor1.shape[1] != 2:
            raise RError(
                "Wrong dimension for predictor1 as a matrix or data.frame.", "Give two columns."
            )
        names = [str(column) for column in predictor1.columns]
        predictor1, predictor2 = predictor1.iloc[:, 0], predictor1.iloc[:, 1]
    elif predictor2 is None:
        raise RError('argument "predictor2" is missing, with no default', "Give two predictors.")
    else:
        names = texts[1:3]
    curves = [roc(response, predictor) for predictor in (predictor1, predictor2)]
    levels = ", ".join(curves[0].levels)
    return curves[0], curves[1], f"{names[0]} and {names[1]} by {texts[0]} ({levels})"


def _same_cases(first: Roc, second: Roc) -> bool:
    if first.response is None or second.response is None:
        return False
    return first.levels == second.levels and np.array_equal(first.response, second.response)


def _placed(curve: Roc) -> tuple[Any, Any]:
    return placements(curve.controls, curve.cases, cases_larger=curve.cases_larger)


def _paired(first: Roc, second: Roc, estimate: Any, name: str, side: str, level: float) -> RocTest:
    from scipy.special import ndtr, ndtri  # noqa: PLC0415 - slow to load

    one, other = _placed(first), _placed(second)
    variance = (
        delong_covariance(one, one)
        + delong_covariance(other, other)
        - 2 * delong_covariance(one, other)
    )
    error = np.sqrt(max(variance, 0.0)) * first.unit
    difference = float(estimate.iloc[0] - estimate.iloc[1])
    z = difference / error if error > 0 else 0.0
    p_value = {"two.sided": 2 * ndtr(-abs(z)), "less": ndtr(z), "greater": ndtr(-z)}[side]
    half = float(ndtri(1 - (1 - level) / 2)) * error
    return RocTest(
        "DeLong's test for two correlated ROC curves", name, side, "Z", z, float(p_value), None,
        (difference - half, difference + half), level, estimate,
    )  # fmt: skip


def _unpaired(first: Roc, second: Roc, estimate: Any, name: str, side: str) -> RocTest:
    from scipy.special import stdtr  # noqa: PLC0415 - slow to load

    variances = [delong_covariance(placed, placed) for placed in (_placed(first), _placed(second))]
    sizes = [len(curve.controls) + len(curve.cases) for curve in (first, second)]
    total = variances[0] + variances[1]
    d = float(estimate.iloc[0] - estimate.iloc[1]) / first.unit / np.sqrt(total)
    df = total**2 / sum(v**2 / (n - 1) for v, n in zip(variances, sizes, strict=True))
    p_value = {
        "two.sided": 2 * stdtr(df, -abs(d)), "less": stdtr(df, d), "greater": stdtr(df, -d),
    }[side]  # fmt: skip
    return RocTest(
        "DeLong's test for two ROC curves", name, side, "D", float(d), float(p_value), float(df),
        None, 0.95, estimate,
    )  # fmt: skip
