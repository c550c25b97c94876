"""The log likelihood of a fit, with its degrees of freedom (R page `?logLik`)."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rnet.printing.numbers import format_real
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False)
class LogLik(Record):
    """A maximised log likelihood.

    Attributes
    ----------
    value : float
        The log likelihood; NaN for quasi families, which have none.
    df : int
        How many parameters were estimated, the dispersion included.
    nobs : float
        How many cases took part; of `multinom` the sum of the weights.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("value", "df", "nobs")

    value: float
    df: int
    nobs: float

    def __float__(self) -> float:
        return self.value

    def __str__(self) -> str:
        return format_log_lik(self)


def format_log_lik(log_likelihood: LogLik) -> str:
    """Return R's line on a log likelihood.

    Examples
    --------
    >>> format_log_lik(LogLik(-139.80600, 3, 248))
    "'log Lik.' -139.806 (df=3)"
    """
    (text,) = format_real(np.array([log_likelihood.value]))
    return f"'log Lik.' {text} (df={log_likelihood.df})"
