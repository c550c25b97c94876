"""`reformulate`: a formula from its term labels."""

from collections.abc import Sequence

from rnet.conditions import RError
from rnet.formulas.formula import Formula, parse_formula


def reformulate(
    termlabels: str | Sequence[str], response: str | None = None, intercept: bool = True
) -> Formula:
    """Put a formula together from term labels.

    Parameters
    ----------
    termlabels : str or sequence of str
        The right side's terms, R code each: a name like `a b` needs its back-ticks.
    response : str, optional
        The left side, R code.
    intercept : bool, default True
        False adds ``- 1``.

    Returns
    -------
    Formula

    Raises
    ------
    RError
        Without term labels, or when one does not parse.

    Notes
    -----
    R page: `?reformulate`.

    Examples
    --------
    >>> reformulate(["a", "b:c"], "y")
    y ~ a + b:c
    """
    labels = [termlabels] if isinstance(termlabels, str) else list(termlabels)
    if not labels:
        raise RError("'termlabels' must be a character vector of length at least one")
    right = " + ".join(labels) + ("" if intercept else " - 1")
    return parse_formula(f"{response or ''} ~ {right}")
