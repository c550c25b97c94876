"""R's text of `lda` and `qda`."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.rounding import round as round_r
from rnet.printing.show import format_r


def format_groups(
    call: Call, prior: "pd.Series[float]", means: pd.DataFrame, digits: int | None
) -> str:
    """Return the call, the prior probabilities and the means of the groups."""
    shown = "\n".join(deparse(call))
    return (
        f"Call:\n{shown}\n\nPrior probabilities of groups:\n{format_r(prior, digits=digits)}"
        f"\n\nGroup means:\n{format_r(means, digits=digits)}"
    )


def format_discriminants(
    scaling: pd.DataFrame, ratios: npt.NDArray[np.float64], digits: int | None
) -> str:
    """Return the coefficients and, of several discriminants, their shares of the trace."""
    text = f"\n\nCoefficients of linear discriminants:\n{format_r(scaling, digits=digits)}"
    if len(ratios) == 1:
        return text
    shares: Any = pd.Series(round_r(ratios**2 / (ratios**2).sum(), 4), index=scaling.columns)
    return f"{text}\n\nProportion of trace:\n{format_r(shares, digits=digits)}"
