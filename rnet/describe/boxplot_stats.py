"""`boxplot_stats`: what a box plot draws."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.describe.arguments import numeric_values
from rnet.describe.quantiles import five_numbers
from rnet.values import NA

NOTCH = 1.58


def boxplot_stats(
    x: Any, coef: float = 1.5, do_conf: bool = True, do_out: bool = True
) -> dict[str, Any]:
    """Return the whiskers, hinges, median, notches and outliers of a box plot.

    Parameters
    ----------
    x : array_like of float
        Missing values are left out.
    coef : float, default 1.5
        How far, in hinge spreads, whiskers reach at most; 0 lets them reach the extremes.
    do_conf, do_out : bool, default True
        Whether to return notches and outliers.

    Returns
    -------
    dict
        `stats` (5 numbers), `n`, `conf` (2 numbers or None), `out`.

    Raises
    ------
    RError
        `'coef' must not be negative`.

    Notes
    -----
    R page: `?boxplot.stats`.

    Examples
    --------
    >>> from rnet import boxplot_stats
    >>> boxplot_stats([1, 2, 3, 4, 100])["out"].tolist()
    [100.0]
    """
    if coef < 0:
        raise RError("'coef' must not be negative", "coef=0 lets the whiskers reach everything.")
    values = numeric_values(x, "non-numeric argument to binary operator")
    known = values[~np.isnan(values)]
    stats = five_numbers(known)
    if not len(known):
        return {"stats": stats, "n": 0, "conf": np.array([NA, NA]), "out": known}
    reach = coef * (stats[3] - stats[1])
    outside = (known < stats[1] - reach) | (known > stats[3] + reach)
    if coef == 0:
        outside[:] = False
    outside |= np.isinf(known)
    if outside.any():
        inside = known[~outside]
        stats[[0, 4]] = inside.min(), inside.max()
    spread = NOTCH * (stats[3] - stats[1]) / np.sqrt(len(known))
    return {
        "stats": stats,
        "n": len(known),
        "conf": stats[2] + np.array([-spread, spread]) if do_conf else None,
        "out": known[outside] if do_out else np.array([]),
    }
