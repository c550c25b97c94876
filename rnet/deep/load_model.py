"""`load_model`: read a deep model from a file."""

from os import PathLike
from typing import Any

from rnet.conditions import RError
from rnet.deep.model_file import read_model
from rnet.deep.saved_models import READERS


def load_model(path: str | PathLike[str]) -> Any:
    """Read a deep model that `save_model`, or ``fit.save(path)``, wrote.

    Parameters
    ----------
    path : str or path-like

    Returns
    -------
    fit
        A record like the one saved, without the cases it was fitted to: `predict` needs newdata.

    Raises
    ------
    RError
        `cannot open file 'x': No such file or directory`; for a file that holds something else,
        is damaged, or comes from a newer rnet.

    Notes
    -----
    rnet's own. A file holds arrays (NumPy's format) and JSON; both are data, every value is
    checked, and nothing in it is ever run. The call and the formula are read as syntax trees.

    Examples
    --------
    >>> import rnet, tempfile, os
    >>> rnet.set_seed(1)
    >>> iris = rnet.data("iris")
    >>> fit = rnet.mlp("Species ~ .", iris, hidden=4, n_epochs=5)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     fit.save(os.path.join(folder, "iris.npz"))
    ...     again = rnet.load_model(os.path.join(folder, "iris.npz"))
    >>> str(again) == str(fit)
    True
    >>> bool((again.predict(iris, "class") == fit.predict(iris, "class")).all())
    True
    """
    file = read_model(path)
    reader = READERS.get(file.kind)
    if reader is None:
        raise RError(
            f"the file holds a model of an unknown kind, '{file.kind}'",
            f"Known: {', '.join(READERS)}.",
        )
    return reader(file)
