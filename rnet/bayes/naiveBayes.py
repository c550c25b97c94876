"""`naiveBayes`: the naive Bayes classifier of R's package e1071."""  # noqa: N999 - R's spelling

from typing import Any

import pandas as pd

from rnet.bayes.bayes_model import NaiveBayes
from rnet.bayes.training_data import columns_of, learn, learn_from_table, variables_of
from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.formulas.formula import Formula
from rnet.formulas.terms import Terms
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Symbol
from rnet.matched_call import keeps_call
from rnet.values import is_matrix

OF_FORMULA = parse_expression("naiveBayes.default(x = X, y = Y, laplace = laplace)")
OWN_NAMES = {"formula": "x", "data": "y"}


@keeps_call("naiveBayes")
def naiveBayes(  # noqa: N802 - R's name
    call: Call,
    formula: Any = None,
    data: Any = None,
    laplace: Any = 0,
    *,
    x: Any = None,
    y: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> NaiveBayes:
    """Fit a naive Bayes classifier: predictors independent given the class.

    Parameters
    ----------
    formula : str or Formula
        Class and predictors, ``"Species ~ ."``. A DataFrame, mapping, matrix or vector of
        predictors may stand here instead, with the class as second argument, as in R's
        `naiveBayes(x, y)`.
    data : DataFrame or Table
        Holds the variables of the formula; a contingency table (such as `Titanic`) holds their
        counts.
    laplace : float
        How many cases to add to every level of a factor.
    x, y
        Predictors, n rows, and class, shape (n,), when there is no formula.
    subset : array_like or str, optional
        Rows to use: logical, or numbers counted from 1, or an R expression.
    na_action : str or function, optional
        What to do with rows that miss a value; by default they stay and the missing value
        itself is left out.

    Returns
    -------
    NaiveBayes
        Prints as R's; `predict` and `summary` take it.

    Raises
    ------
    RError
        `naiveBayes cannot handle interaction terms`, `naiveBayes formula interface handles data
        frames or arrays only`, and R's words for columns of other lengths.

    Notes
    -----
    R page: `?naiveBayes` of package e1071. Numeric predictors (whole numbers too) are normal
    within a class, others have a table of shares. Fitted by formula, the call is that of the
    default method and the class is headed Y, as in R.

    Examples
    --------
    >>> from rnet import data, naiveBayes, predict
    >>> fit = naiveBayes("Species ~ .", data("iris"))
    >>> fit.tables["Petal.Width"].round(3).loc["setosa"].tolist()
    [0.246, 0.105]
    >>> list(predict(fit, data("iris").iloc[[0, 50]]))
    ['setosa', 'versicolor']
    """
    if x is None and y is None and isinstance(formula, str | Formula | Terms):
        return _of_formula(call, formula, data, laplace, subset, na_action)
    _refuse("subset", subset)
    _refuse("na.action", na_action)
    predictors, response = (formula, data) if x is None else (x, y if data is None else data)
    if response is None:
        raise RError('argument "y" is missing, with no default', "Give the class of every row.")
    shown = _call_of_columns(call)
    heading = deparse_line(next(a.value for a in shown.arguments if a.name == "y"))  # type: ignore[arg-type]
    return NaiveBayes(learn(response, columns_of(predictors, "x"), laplace), shown, heading)


def _of_formula(
    call: Call, formula: Any, data: Any, laplace: Any, subset: Any, na_action: Any
) -> NaiveBayes:
    if data is None:
        raise RError('argument "data" is missing, with no default', "Give a data frame or table.")
    if isinstance(data, Table):
        _refuse("subset", subset)
        known, heading = learn_from_table(formula, data, laplace)
        return NaiveBayes(known, Call(Symbol("naiveBayes.formula"), call.arguments), heading)
    if not isinstance(data, pd.DataFrame) or is_matrix(data):
        raise RError(
            "naiveBayes formula interface handles data frames or arrays only",
            "Make it a DataFrame, or a Table of counts with named dimensions.",
        )
    action = "na.pass" if na_action is None else na_action
    response, predictors = variables_of(formula, data, subset, action)
    known = learn(response, predictors, laplace)
    assert isinstance(OF_FORMULA, Call)
    return NaiveBayes(known, OF_FORMULA, "Y")


def _refuse(name: str, value: Any) -> None:
    if value is not None:
        raise RError(
            f"unused argument ({name})", "It needs a formula and a data frame; R ignores it here."
        )


def _call_of_columns(call: Call) -> Call:
    """Return the call as R keeps it without a formula: `naiveBayes.default(x = ..., y = ...)`."""
    arguments = []
    for argument in call.arguments:
        name = OWN_NAMES.get(argument.name or "", argument.name)
        nameless = argument.value == Symbol(argument.name or "")
        arguments.append(Argument(name, Symbol(name or "") if nameless else argument.value))
    arguments.sort(key=lambda argument: ("x", "y", "laplace").index(argument.name or "x"))
    return Call(Symbol("naiveBayes.default"), tuple(arguments))
