"""`screeplot`: the variances of components."""

from typing import Any

import numpy as np

from rnet.match_arg import match_arg
from rnet.multivariate.prcomp import Prcomp
from rnet.multivariate.princomp import Princomp

MOST_SHOWN = 10


def screeplot(
    x: Prcomp | Princomp,
    npcs: int | None = None,
    type: str = "barplot",  # noqa: A002 - R's name
    main: str = "",
) -> Any:
    """Draw the variances of components.

    Parameters
    ----------
    x : Prcomp or Princomp
    npcs : int, optional
        How many components; ten at most by default.
    type : {"barplot", "lines"}
    main : str
        The title.

    Returns
    -------
    matplotlib.figure.Figure

    Notes
    -----
    R page: `?screeplot`.

    Examples
    --------
    >>> from rnet import data, prcomp, screeplot
    >>> len(screeplot(prcomp(data("USArrests"))).axes[0].patches)
    4
    """
    from rnet.multivariate.plot_components import plot_variances  # noqa: PLC0415 - matplotlib is heavy

    kind = match_arg(type, ("barplot", "lines"))
    deviations = np.asarray(x.sdev, dtype=np.float64)
    shown = min(MOST_SHOWN, len(deviations)) if npcs is None else int(npcs)
    names = [f"{x.PREFIX}{place + 1}" for place in range(shown)]
    return plot_variances(deviations[:shown] ** 2, names, kind, main)
