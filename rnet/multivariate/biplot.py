"""`biplot`: cases and variables in the plane of two components."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.multivariate.prcomp import Prcomp
from rnet.multivariate.princomp import Princomp
from rnet.values import axis_names


def biplot(x: Prcomp | Princomp, choices: Sequence[int] = (1, 2), scale: float = 1) -> Any:
    """Draw cases and variables in the plane of two components.

    Parameters
    ----------
    x : Prcomp or Princomp
    choices : two int
        Which components.
    scale : float
        The power of the standard deviations that variables get and cases lose, 0 to 1.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        `length of choices must be 2`, `object '...' has no scores`.

    Notes
    -----
    R page: `?biplot.prcomp`. Gabriel (1971), Biometrika 58:453.

    Examples
    --------
    >>> from rnet import biplot, data, prcomp
    >>> biplot(prcomp(data("USArrests"))).axes[0].get_xlabel()
    'PC1'
    """
    from rnet.multivariate.plot_components import plot_cases_and_variables  # noqa: PLC0415 - matplotlib is heavy

    if len(choices) != 2:
        raise RError("length of choices must be 2", "Such as (1, 2).")
    scores, loadings = x.cases, x.directions
    if scores is None:
        raise RError("object 'x' has no scores", "Fit with `retx=True`.")
    if not 0 <= scale <= 1:
        warn("'scale' is outside [0, 1]")
    pair = [int(choice) - 1 for choice in choices]
    spread = np.asarray(x.sdev, dtype=np.float64)[pair] * np.sqrt(len(scores))
    factor = spread**scale if scale else np.ones(2)
    rows = axis_names(scores.index) or [str(i + 1) for i in range(len(scores))]
    columns = axis_names(loadings.index) or [f"Var {i + 1}" for i in range(len(loadings))]
    return plot_cases_and_variables(
        scores.to_numpy()[:, pair] / factor,
        loadings.to_numpy()[:, pair] * factor,
        [name or "" for name in rows],
        [name or "" for name in columns],
        (str(scores.columns[pair[0]]), str(scores.columns[pair[1]])),
    )
