"""caret's `upSample` and `downSample`: classes of equal size."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.rng.sample_int import positions

Positions = npt.NDArray[np.int64]


def upSample(  # noqa: N802 - R's name
    x: Any,
    y: Any,
    list: bool = False,  # noqa: A002 - R's argument name
    yname: str = "Class",
) -> Any:
    """Repeat cases of the smaller classes at random until all are as large as the largest.

    Parameters
    ----------
    x : DataFrame
        Predictors, n rows.
    y : Categorical or Series of one, shape (n,)
        The classes.
    list : bool
        Whether to return predictors and classes apart.
    yname : str
        The name of the column of classes.

    Returns
    -------
    DataFrame or dict
        Cases ordered by class, each class's own cases first; or ``{"x": ..., "y": ...}``.

    Warns
    -----
    RWarning
        If y is no factor: then x and y come back as they are, in a dict.

    Notes
    -----
    R page: `?caret::upSample`. Draws from R's random stream as caret does.

    Examples
    --------
    >>> import pandas as pd
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> cases = pd.DataFrame({"q": [1, 2, 3]})
    >>> rnet.upSample(cases, pd.Categorical(["a", "a", "b"]))["q"].tolist()
    [1, 2, 3, 3]
    """
    classes = _classes(y, "Up")
    if classes is None:
        return {"x": x, "y": y}
    largest = max(len(members) for members in _members(classes))
    chosen = []
    for members in _members(classes):
        chosen.append(members)
        if len(members) < largest:
            drawn = positions(len(members), largest - len(members), True, None) - 1
            chosen.append(members[drawn])
    return _taken(x, classes, np.concatenate(chosen), list, yname)


def downSample(  # noqa: N802 - R's name
    x: Any,
    y: Any,
    list: bool = False,  # noqa: A002 - R's argument name
    yname: str = "Class",
) -> Any:
    """Draw from each class as many cases as the smallest has; parameters as for `upSample`.

    Examples
    --------
    >>> import pandas as pd
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> cases = pd.DataFrame({"q": [1, 2, 3]})
    >>> rnet.downSample(cases, pd.Categorical(["a", "a", "b"]))["q"].tolist()
    [1, 3]
    """
    classes = _classes(y, "Down")
    if classes is None:
        return {"x": x, "y": y}
    smallest = min(len(members) for members in _members(classes))
    chosen = [
        members[positions(len(members), smallest, False, None) - 1] for members in _members(classes)
    ]
    return _taken(x, classes, np.concatenate(chosen), list, yname)


def _classes(y: Any, which: str) -> pd.Categorical | None:
    values = y.array if isinstance(y, pd.Series) else y
    if isinstance(values, pd.Categorical):
        return values
    warn(
        f"{which}-sampling requires a factor variable as the response. "
        "The original data was returned.",
        "pandas.Categorical(y) makes a factor.",
    )
    return None


def _members(classes: pd.Categorical) -> list[Positions]:
    """Return the positions of each class's cases, classes without any left out."""
    every = [np.flatnonzero(classes.codes == code) for code in range(len(classes.categories))]
    return [members for members in every if len(members)]


def _taken(x: Any, classes: pd.Categorical, chosen: Positions, apart: bool, name: str) -> Any:
    cases = pd.DataFrame(x).iloc[chosen].reset_index(drop=True)
    if apart:
        return {"x": cases, "y": classes[chosen]}
    return cases.assign(**{name: classes[chosen]})
