"""R's text of fuzzy clusters."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from rnet.printing.show import format_r

TITLE = "Fuzzy c-means clustering with {} clusters"


def format_fclust(
    centers: pd.DataFrame, membership: pd.DataFrame, cluster: Any, components: Sequence[str]
) -> str:
    """Return what R prints of fuzzy clusters, without the last newline."""
    parts = [
        ("Cluster centers:", centers),
        ("Memberships:", membership),
        ("Closest hard clustering:", cluster),
        ("Available components:", pd.array(list(components), dtype="str")),
    ]
    blocks = "\n\n".join(f"{title}\n{format_r(value)}" for title, value in parts)
    return f"{TITLE.format(len(centers))}\n\n{blocks}"


def format_trace(errors: Sequence[float], *, converged: bool) -> str:
    """Return one line an iteration, as `verbose` writes them.

    Examples
    --------
    >>> print(format_trace([0.5, 0.5], converged=True), end="")
    Iteration:   1, Error:  0.5000000000
    Iteration:   2 converged, Error:  0.5000000000
    """
    lines = []
    for number, error in enumerate(errors, start=1):
        end = " converged" if converged and number == len(errors) else ""
        lines.append(f"Iteration: {number:3d}{end}, Error: {error:13.10f}\n")
    return "".join(lines)
