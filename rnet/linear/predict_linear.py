"""The linear predictor of new cases."""

import pandas as pd

from rnet.formula.model_matrix import DesignMatrix
from rnet.linear.model_data import Floats
from rnet.linear.qr import linear_combination


def linear_predictor(design: DesignMatrix, coefficients: Floats, offset: Floats | None) -> Floats:
    """Return design times coefficients plus offset, shape (n,); NaN coefficients are left out."""
    eta = linear_combination(design.values, coefficients)
    return eta if offset is None else eta + offset


def as_predictions(design: DesignMatrix, values: Floats) -> "pd.Series[float]":
    """Return predictions by row name."""
    return pd.Series(values, index=pd.Index(design.row_names, dtype=object))
