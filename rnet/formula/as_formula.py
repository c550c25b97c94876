"""`as_formula`: a formula from its text."""

from rnet.formula.formula import Formula, parse_formula


def as_formula(object: str | Formula) -> Formula:  # noqa: A002 - R's argument name
    """Return the formula a text holds.

    Parameters
    ----------
    object : str or Formula
        Such as ``"log(y) ~ a * b"``. Functions that take a formula take the text itself too.

    Returns
    -------
    Formula

    Raises
    ------
    RError
        If the text does not parse, or is no formula.

    Notes
    -----
    R pages: `?formula`, `?as.formula`. What the operators mean is said there.

    Examples
    --------
    >>> as_formula("log(y)~a*b")
    log(y) ~ a * b
    """
    return parse_formula(object)
