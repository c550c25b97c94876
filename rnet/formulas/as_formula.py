"""`as_formula`: a formula from its text."""

from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula, formula


def as_formula(object: str | Formula | HasDesign) -> Formula:  # noqa: A002 - R's argument name
    """Return the formula a text holds, or that of a fit.

    Parameters
    ----------
    object : str, Formula or fit
        Such as ``"log(y) ~ a * b"``. Functions that take a formula take the text itself too. Of a
        fit its formula, `.` written out.

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
    return formula(object)
