"""Step functions as R prints them."""

from typing import Any

import numpy as np

from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.printing.formatC import formatC
from rnet.settings import current

FEW = 5


def format_steps(call: Call, knots: Any) -> str:
    """Return the text of an empirical distribution function.

    Examples
    --------
    >>> from rnet.language.parser import parse_expression
    >>> format_steps(parse_expression("ecdf(x)"), [1.0, 2.5]).splitlines()[2]
    ' x[1:2] =      1,    2.5'
    """
    digits = current().digits - 2
    values = np.asarray(knots, dtype=np.float64)
    texts = [str(text) for text in formatC(values, digits=digits, width=digits + 1)]
    if len(texts) > FEW:
        texts = [*texts[:3], " ...", *texts[-2:]]
    return f"Empirical CDF \nCall: {deparse_line(call)}\n x[1:{len(values)}] = {', '.join(texts)}"
