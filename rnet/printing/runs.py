"""Run lengths as R prints them."""

from typing import Any

from rnet.printing.structure import Place, structure


def format_runs(lengths: Any, values: Any) -> str:
    """Return the text of runs of equal values.

    Examples
    --------
    >>> import numpy as np
    >>> print(format_runs(np.array([2, 1]), np.array([1.0, 3.0])))
    Run Length Encoding
      lengths: int [1:2] 2 1
      values : num [1:2] 1 3
    """
    shown = [("lengths", lengths), ("values ", values)]
    lines = [f"  {name}:{structure(value, Place())[0]}" for name, value in shown]
    return "\n".join(["Run Length Encoding", *lines])
