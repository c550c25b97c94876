"""`getInitial`: where a model that starts itself starts."""  # noqa: N999 - R's spelling

from typing import Any

import pandas as pd

from rnet.calculus.functions import FUNCTIONS
from rnet.conditions import RError
from rnet.formulas.formula import Formula, parse_formula
from rnet.nonlinear.model_variables import model_variables
from rnet.nonlinear.nls_control import nls_control
from rnet.nonlinear.self_start import PARAMETERS
from rnet.nonlinear.start_values import self_started


def getInitial(formula: str | Formula, data: Any) -> "pd.Series[float]":  # noqa: N802 - R's name
    """Return the starting values that a self-starting model finds in data.

    Parameters
    ----------
    formula : str
        Its right side is a call of `SSlogis` or one of its kin.
    data : DataFrame or mapping

    Returns
    -------
    Series
        The parameters by name.

    Raises
    ------
    RError
        `no 'getInitial' method found for "function" objects`.

    Notes
    -----
    R page: `?getInitial`.

    Examples
    --------
    >>> from rnet import data, getInitial
    >>> getInitial("rate ~ SSmicmen(conc, Vm, K)", data("Puromycin")).round(3).to_dict()
    {'Vm': 192.163, 'K': 0.062}
    """
    parsed = parse_formula(formula)
    arguments = dict.fromkeys(["start", "subset", "weights", "na_action"]) | {"data": data}
    of = model_variables(parsed, arguments, PARAMETERS)
    around = {**FUNCTIONS, **of.surroundings}
    found = self_started(parsed, of.columns, around, nls_control(), None)
    if found is None:
        raise RError(
            "no 'getInitial' method found for \"function\" objects",
            f"The right side must be one of {', '.join(PARAMETERS)}.",
        )
    return pd.Series(found.values(), index=pd.Index(list(found), dtype=object), dtype=float)
