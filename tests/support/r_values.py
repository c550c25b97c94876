"""Values of R that an oracle file holds, as rnet takes and gives them."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.values import NA

_SPECIAL = {"NA": NA, "NaN": np.nan, "Inf": np.inf, "-Inf": -np.inf}


def real(text: str) -> float:
    """Return the double behind R's `sprintf("%a")`."""
    return _SPECIAL[text] if text in _SPECIAL else float.fromhex(text)


def reals(texts: list[str]) -> np.ndarray:
    """Return doubles, NA and NaN kept apart."""
    return np.array([real(text) for text in texts], dtype=np.float64)


def argument(recorded: dict[str, Any]) -> Any:
    """Return a recorded value as someone would pass it to rnet."""
    kind = recorded["type"][0]
    if kind == "NULL":
        return None
    data = recorded["data"]
    if kind == "factor":
        return pd.Categorical(data, categories=recorded["levels"])
    vector = _vector(kind, data)
    if "names" in recorded:
        return pd.Series(vector, index=recorded["names"])
    if "dim" in recorded:
        return vector.reshape(recorded["dim"], order="F")
    if vector.size != 1:
        return vector
    return str(data[0]) if kind == "character" else vector[0].item()


def _vector(kind: str, data: list[Any]) -> np.ndarray:
    if kind == "double":
        return reals(data)
    if None in data:
        return np.array([NA if item is None else item for item in data], dtype=np.float64)
    types = {"integer": np.int64, "logical": np.bool_, "character": np.str_}
    return np.array(data, dtype=types[kind])
