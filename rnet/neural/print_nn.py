"""The text of a trained network: that of the package's own print method."""

import numpy as np

from rnet.language.deparse import deparse
from rnet.neural.nn import NN
from rnet.printing.matrix import format_matrix

LABELS = {
    "error": "Error",
    "aic": "AIC",
    "bic": "BIC",
    "reached.threshold": "Reached Threshold",
    "steps": "Steps",
}


def format_nn(fit: NN) -> str:
    """Return the call and one line for each converged repetition, the smallest error first.

    The pieces R breaks a long call into are joined on one line, as R does.
    """
    call = "Call: " + "".join(deparse(fit.call))
    if fit.result_matrix is None:
        return f"{call}\n\n"
    shown = [name for name in LABELS if name in fit.result_matrix.index]
    table = fit.result_matrix.loc[shown].to_numpy(dtype=np.float64).T
    count = len(table)
    order = np.argsort(table[:, 0], kind="stable")
    text = format_matrix(
        table[order],
        row_names=["1"] if count == 1 else None,
        column_names=[LABELS[name] for name in shown],
    )
    were = "repetition was" if count == 1 else "repetitions were"
    return f"{call}\n\n{count} {were} calculated.\n\n{text}\n"
