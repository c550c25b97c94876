"""`loadings`: what variables contribute to components."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.multivariate.print_components import format_loadings
from rnet.printing.show import Style, console_text
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Loadings(Record):
    """What each variable contributes to each component.

    Attributes
    ----------
    frame : DataFrame, shape (p, k)
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("frame",)

    frame: pd.DataFrame

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None, cutoff: float = 0.1) -> str:
        """Return R's text, without the last newline.

        Parameters
        ----------
        digits : int, optional
            Decimals, 3 by default.
        cutoff : float
            Smaller loadings are left blank.
        """
        return format_loadings(self.frame, 3 if digits is None else digits, cutoff)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return np.array(self.frame.to_numpy(), dtype=dtype, copy=copy)

    def _repr_html_(self) -> str:
        return self.frame.to_html()


@console_text.register
def _(x: Loadings, style: Style) -> str:
    return x.format(style.digits)


def loadings(x: Any) -> Loadings:
    """Return what each variable contributes to each component.

    Parameters
    ----------
    x : Princomp

    Returns
    -------
    Loadings
        Prints with small numbers left blank; `.frame` has them all.

    Notes
    -----
    R page: `?loadings`.

    Examples
    --------
    >>> from rnet import data, loadings, princomp
    >>> loadings(princomp(data("USArrests"), cor=True)).frame["Comp.1"].round(3).to_dict()
    {'Murder': 0.536, 'Assault': 0.583, 'UrbanPop': 0.278, 'Rape': 0.543}
    """
    found: Loadings = x.loadings
    return found
