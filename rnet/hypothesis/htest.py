"""What every hypothesis test returns: R's `htest`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.hypothesis.tidy_htest import tidy_htest
from rnet.printing.numbers import as_character
from rnet.printing.vectors import format_vector
from rnet.record import Record

Named = pd.Series


def named(**values: float) -> "pd.Series[float]":
    """Return a named vector; write a name that is no Python name as `named(**{"num df": 2})`."""
    return pd.Series(list(values.values()), index=pd.Index(list(values), dtype=object), dtype=float)


@dataclass(frozen=True, slots=True, repr=False)
class ConfInt(Record):
    """Two confidence limits and their level.

    Attributes
    ----------
    lower, upper : float
    level : float
        The probability, 0.95 usually.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("lower", "upper", "level")

    lower: float
    upper: float
    level: float

    def __iter__(self) -> Iterator[float]:
        yield from (self.lower, self.upper)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        del copy
        return np.array([self.lower, self.upper], dtype=dtype)

    def __str__(self) -> str:
        limits = format_vector(np.array([self.lower, self.upper]))
        return f'{limits}\nattr(,"conf.level")\n[1] {as_character(self.level)}'


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HTest(Record):
    """The result of a hypothesis test, which prints as R's class "htest".

    Attributes
    ----------
    method, data_name : str
        What was done, and to which data.
    statistic, parameter : Series or None
        The test statistic and the parameters of its distribution, named.
    p_value : float
    conf_int : ConfInt or None
    estimate, null_value : Series or None
        What is estimated, and its value under the hypothesis, named.
    stderr : float or None
    alternative : str or None
        "two.sided", "less", "greater", or a sentence.
    details : mapping
        What only this test has, under R's names: `expected`, `stdres`, ...
    order : tuple of str
        The components in R's order, where it is not the usual one.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "statistic",
        "parameter",
        "p.value",
        "conf.int",
        "estimate",
        "null.value",
        "stderr",
        "alternative",
        "method",
        "data.name",
    )

    method: str
    data_name: str
    p_value: float | None = None
    statistic: "pd.Series[float] | None" = None
    parameter: "pd.Series[float] | None" = None
    conf_int: ConfInt | None = None
    estimate: "pd.Series[float] | None" = None
    null_value: "pd.Series[float] | None" = None
    stderr: float | None = None
    alternative: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def names(self) -> list[str]:
        """Return R's component names, in R's order."""
        usual = [name for name in self.COMPONENTS if self[name] is not None]
        return list(self.order) or [*usual, *self.details]

    def __getitem__(self, name: str) -> Any:
        if name in self.details:
            return self.details[name]
        return Record.__getitem__(self, name)

    def __getattr__(self, name: str) -> Any:
        details = object.__getattribute__(self, "details")
        known = {key.replace(".", "_"): key for key in details}
        if name not in known:
            raise AttributeError(name)
        return details[known[name]]

    def tidy(self) -> pd.DataFrame:
        """Return the test as one row, with broom's column names."""
        return tidy_htest(self)

    def glance(self) -> pd.DataFrame:
        """Return the test as one row; of a test that is what `tidy` gives."""
        return tidy_htest(self)

    def __str__(self) -> str:
        from rnet.hypothesis.print_htest import format_htest  # noqa: PLC0415 - imports this module

        return format_htest(self)

    def _repr_html_(self) -> str:
        from rnet.hypothesis.print_htest import format_htest_html  # noqa: PLC0415 - as above

        return format_htest_html(self)
