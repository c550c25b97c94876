"""The texts of influence measures (R's `print.infl` and `summary.infl`)."""

from typing import TYPE_CHECKING

import numpy as np

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.frame import format_frame
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real
from rnet.printing.rounding import round_r
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.linear.influence import InfluenceMeasures

STAR, ROOM = "_*", "  "


def format_influence(measures: "InfluenceMeasures", digits: int | None = None) -> str:
    """Return the measures of every case, a star where one is large."""
    shown = max(3, current().digits - 4) if digits is None else digits
    stands_out = measures.is_inf.any(axis=1).to_numpy()
    frame = measures.infmat.copy()
    frame.attrs = {}
    frame["inf"] = np.where(stands_out, "*", " ")
    return f"Influence measures of\n{_call_line(measures.call)}\n\n" + format_frame(
        frame, digits=shown
    )


def format_influential(measures: "InfluenceMeasures") -> str:
    """Return the cases that stand out, rounded, with a star behind what is large."""
    chosen = measures.is_inf.any(axis=1).to_numpy()
    head = f"Potentially influential observations of\n{_call_line(measures.call)}\n"
    if not chosen.any():
        return f"{head}NONE\nnumeric(0)"
    values = measures.infmat.to_numpy()[chosen]
    flags = measures.is_inf.to_numpy()[chosen]
    rounded = np.asarray(round_r(values, 2))
    cells = np.array(format_real(rounded.ravel()), dtype=object).reshape(values.shape)
    for j in range(values.shape[1]):
        if flags[:, j].any():
            cells[:, j] += np.where(flags[:, j], STAR, ROOM).astype(object)
    names = list(measures.infmat.index[chosen])
    return f"{head}\n" + format_matrix(cells, names, list(measures.infmat.columns))


def _call_line(call: Call) -> str:
    return f"\t {' '.join(deparse(call))} :"
