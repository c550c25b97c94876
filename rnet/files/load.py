"""`load`: the objects in a file that R's `save` wrote."""

from typing import Any

from rnet.files.read_rds import pairs_of, parsed, value_of
from rnet.files.source import bytes_of


def load(file: Any) -> dict[str, Any]:
    """Return the objects of an `.RData` file by their names.

    Parameters
    ----------
    file : path

    Returns
    -------
    dict
        R puts the objects into the workspace; here `globals().update(load("x.RData"))` does.

    Raises
    ------
    RError
        As `read_rds`.

    Notes
    -----
    R page: `?load`.

    Examples
    --------
    >>> from rnet import RError, load
    >>> try:
    ...     load("no such file.RData")
    ... except RError as error:
    ...     print(error.message)
    cannot open file 'no such file.RData': No such file or directory
    """
    top = parsed(bytes_of(file), ".rda").object
    return {name: value_of(value) for name, value in pairs_of(top)}
