"""R's colours, point signs and line kinds as matplotlib has them."""

import re
from typing import Any

import numpy as np

from rnet.interpreter.coerce import as_kind, strings
from rnet.interpreter.values import Value, Vector, boxed

PALETTE = ("black", "#DF536B", "#61D04F", "#2297E6", "#28E2E5", "#CD0BBC", "#F5C710", "#9E9E9E")
"""The colours that numbers stand for."""
HOLLOW = {0: "s", 1: "o", 2: "^", 5: "D", 6: "v", 21: "o", 22: "s", 23: "D", 24: "^", 25: "v"}
FILLED = {15: "s", 16: "o", 17: "^", 18: "D", 19: "o", 20: "."}
CROSSES = {3: "+", 4: "x", 7: "x", 8: "*", 9: "+", 10: "+", 11: "*", 12: "+", 13: "x", 14: "^"}
LINES: dict[Any, Any] = {
    0: "None", 1: "-", 2: "--", 3: ":", 4: "-.", 5: (0, (8, 3)), 6: (0, (8, 3, 2, 3)),
    "blank": "None", "solid": "-", "dashed": "--", "dotted": ":", "dotdash": "-.",
    "longdash": (0, (8, 3)), "twodash": (0, (8, 3, 2, 3)),
}  # fmt: skip


def numbers(value: Value) -> Any:
    """Return a value as doubles; of a factor its codes."""
    vector = boxed(value)
    if isinstance(vector, Vector) and vector.kind in ("logical", "integer", "double"):
        return as_kind(Vector(vector.kind, vector.data), "double").data
    return as_kind(vector, "double").data


def colours(value: Value, default: str = "black") -> list[str]:
    """Return colours given by name, code or number."""
    vector = boxed(value)
    if vector is None:
        return [default]
    if isinstance(vector, Vector) and vector.kind != "character":
        return [_numbered(number) for number in numbers(vector).tolist()] or [default]
    return [_known(text) for text in strings(vector)] or [default]


def _numbered(number: float) -> str:
    if not np.isfinite(number) or number < 1:
        return "none"
    return PALETTE[(int(number) - 1) % len(PALETTE)]


def _known(text: str | None) -> str:
    from matplotlib.colors import is_color_like

    if text is None or text in ("NA", "transparent"):
        return "none"
    grey = re.fullmatch(r"gr[ae]y(\d+)", text)
    if grey:
        return str(int(grey[1]) / 100)
    if text.isdigit():
        return _numbered(float(text))
    for name in (text, re.sub(r"\d+$", "", text)):
        if is_color_like(name):
            return name
    return "black"


def marker(value: Value, colour: str) -> dict[str, Any]:
    """Return how matplotlib draws a point sign."""
    vector = boxed(value)
    if isinstance(vector, Vector) and vector.kind == "character":
        return {"marker": f"${strings(vector)[0]}$", "markerfacecolor": colour}
    code = 1 if vector is None else int(numbers(vector)[0])
    if code in FILLED:
        return {"marker": FILLED[code], "markerfacecolor": colour}
    return {"marker": HOLLOW.get(code) or CROSSES.get(code, "o"), "markerfacecolor": "none"}


def line_style(value: Value) -> Any:
    """Return a kind of line."""
    vector = boxed(value)
    if vector is None:
        return "-"
    if isinstance(vector, Vector) and vector.kind == "character":
        return LINES.get(strings(vector)[0], "-")
    return LINES.get(int(numbers(vector)[0]), "-")
