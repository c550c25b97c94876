"""`Box_test`: the portmanteau tests of Box and Pierce, and Ljung and Box."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]

TYPES = ("Box-Pierce", "Ljung-Box")


@keeps_call("Box.test")
def Box_test(  # noqa: N802 - R's name
    call: Call,
    x: Any,
    lag: int = 1,
    type: str = "Box-Pierce",  # noqa: A002 - R's argument name
    fitdf: int = 0,
) -> HTest:
    """Test whether a time series is independent, by its first autocorrelations.

    Parameters
    ----------
    x : array_like
        The series.
    lag : int, default 1
        How many autocorrelations count.
    type : {"Box-Pierce", "Ljung-Box"}
    fitdf : int, default 0
        Degrees of freedom to take off, where `x` are residuals.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for several series, or a lag below 1.

    Notes
    -----
    R page: `?Box.test`.

    Examples
    --------
    >>> from rnet import Box_test
    >>> round(Box_test([1, 3, 2, 5, 4, 6, 8, 7]).p_value, 4)
    0.1623
    """
    kind = match_arg(type, TYPES)
    values = np.asarray(x, dtype=np.float64)
    if values.ndim > 1 and values.shape[1] > 1:
        raise RError("x is not a vector or univariate time series", f"Its shape: {values.shape}.")
    if lag < 1:
        raise RError("'lag' must be positive", f"Not {lag!r}.")
    series = values.ravel()
    series = series[~np.isnan(series)]
    n = len(series)
    squares = _autocorrelations(series, int(lag)) ** 2
    if kind == "Box-Pierce":
        statistic = n * float(squares.sum())
    else:
        statistic = n * (n + 2) * float((squares / (n - np.arange(1, lag + 1))).sum())
    return HTest(
        method="Box-Pierce test" if kind == "Box-Pierce" else "Box-Ljung test",
        data_name=argument_text(call, "x"),
        statistic=named(**{"X-squared": statistic}),
        parameter=named(df=float(lag - fitdf)),
        p_value=float(chi_squared_upper(statistic, float(lag - fitdf))),
    )


def _autocorrelations(series: Doubles, lag: int) -> Doubles:
    centred = series - series.mean()
    products = [float(centred[k:] @ centred[:-k]) for k in range(1, lag + 1)]
    return np.array(products) / float(centred @ centred)
