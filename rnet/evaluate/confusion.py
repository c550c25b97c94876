"""`confusion`: the observed classes of cases by those a fit predicts."""

import inspect
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import Classes, classify, one_variable
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.table import cross
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import model_frame
from rnet.language.tree import Constant
from rnet.record import Record

NAMES = ("observed", "predicted")


def confusion(fit: Any, data: Any) -> Table:
    """Count the observed classes of cases by those a classifier predicts.

    Parameters
    ----------
    fit : fit
        A classifier fitted by formula: a result of `mlp`, `perceptron`, `dbn`, `sae`, `convnet`,
        `lstm`, `nnet`, `svm`, `lda`, ...
    data : DataFrame
        Cases with the variables of the formula, the response too.

    Returns
    -------
    Table
        Observed classes in rows, predicted ones in columns; cases without either are left out.
        `confusionMatrix` says more of it.

    Raises
    ------
    RError
        For fits of numbers, fits without a formula, a response that `data` does not have.

    Notes
    -----
    rnet's own. caret's `confusionMatrix` has the predicted classes in rows.

    Examples
    --------
    >>> from rnet import confusion, data, lda
    >>> iris = data("iris")
    >>> confusion(lda("Species ~ .", iris), iris)
                predicted
    observed     setosa versicolor virginica
      setosa         50          0         0
      versicolor      0         48         2
      virginica       0          1        49
    """
    of = getattr(fit, "terms", None)
    found = None if of is None else _predicted(fit, data)
    if of is None or found is None:
        raise RError(
            f"no applicable method for 'confusion' applied to an object of class "
            f'"{type(fit).__name__}"',
            "It takes classifiers fitted by formula; else use table(observed, predicted).",
        )
    known = [str(level) for level in found.categories]
    response = Formula(of.formula.response, Constant("double", 1.0))
    observed = classify(model_frame(response, data, na_action="na.pass").response)
    labels = (*known, *(label for label in observed.labels if label not in known))
    places = np.array([*(labels.index(label) for label in observed.labels), -1])
    rows = Classes(labels, places[observed.codes])  # the last place is that of no class
    return cross([rows, classify(found)], NAMES)


def _predicted(fit: Any, data: Any) -> pd.Categorical | None:
    """Return the classes a fit predicts; None if it is no classifier."""
    levels = getattr(fit, "lev", None)
    if levels is None and getattr(fit, "levels", None) is None:
        return None
    takes_type = "type" in inspect.signature(fit.predict).parameters
    found = fit.predict(data, type="class") if takes_type else fit.predict(data)
    found = one_variable(found["class"] if isinstance(found, Record) else found)
    if levels is not None and not isinstance(found, pd.Categorical):
        return pd.Categorical(found, categories=list(levels))
    return found if isinstance(found, pd.Categorical) else None
