"""R's stem-and-leaf display, as text.

The rules were found by asking R: how wide a line is depends on the range and on whether there are
up to 25, up to 100 or more values; a line is cut where it would pass the width.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

STEPS = (1, 2, 5, 10, 20)
"""Widths of a line in units of a hundredth to a tenth of the range."""
KEPT_FREE = 12
"""Columns of the width that leaves do not fill."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How values become leaves.

    Attributes
    ----------
    power : int
        A leaf is a digit of 10 to this power.
    step : int
        Leaves a line is wide.
    """

    power: int
    step: int


def stem_scale(values: Doubles, scale: float, atom: float) -> Scale:
    """Return the scale for sorted values."""
    low, high = float(values[0]), float(values[-1])
    spread = atom + (high - low if high > low else abs(high)) / scale
    power = math.floor(math.log10(spread)) - 1
    if high == low:
        return Scale(power, 10)
    parts = spread / 10.0**power
    wide = (parts >= 25) + (parts >= 50)
    many = (len(values) > 25) + (len(values) > 100)
    step = STEPS[2 + wide - many]
    return Scale(power, step) if step > 2 else Scale(power - 1, step * 10)


def format_stem(values: Doubles, scale: float, width: int, atom: float) -> str:
    """Return the display of sorted finite values, without the last newline."""
    how = stem_scale(values, scale, atom)
    lines = _leaves(values, how)
    labels = [_label(line, how.step) for line in lines]
    wide = _label_width(values, how)
    rows = [
        f"  {label:>{wide}} | {_cut(leaves, width)}"
        for label, leaves in zip(labels, lines.values(), strict=True)
    ]
    return "\n".join(["", f"  The decimal point is {_point(how.power + 1)}", "", *rows, ""])


def _leaves(values: Doubles, how: Scale) -> dict[tuple[bool, int], str]:
    """Return the leaves of each line, which its sign and its number from zero name."""
    scaled = values * _unit(how)
    whole = np.floor(np.abs(scaled) + 0.5).astype(np.int64)
    below = values < 0
    first = int(whole[0] if below[0] else math.floor(scaled[0])) // how.step
    last = int(whole[-1]) // how.step
    order = [(True, at) for at in range(first, -1 if not below[-1] else last - 1, -1) if below[0]]
    order += [(False, at) for at in range(0 if below[0] else first, last + 1) if not below[-1]]
    texts = dict.fromkeys(order, "")
    for size, negative in zip(whole.tolist(), below.tolist(), strict=True):
        texts[negative, size // how.step] += str(size % 10)
    return texts


def _label(line: tuple[bool, int], step: int) -> str:
    return f"{'-' if line[0] else ''}{line[1] * step // 10}"


def _label_width(values: Doubles, how: Scale) -> int:
    """Return R's width of the labels: those of the ends before rounding, where -0 is 0."""
    starts = np.floor(values[[0, -1]] * _unit(how) / how.step) * how.step
    return max(len(str(int(start / 10))) for start in starts.tolist())


def _unit(how: Scale) -> float:
    return 10.0**-how.power if how.power < 0 else 1 / 10.0**how.power


def _cut(leaves: str, width: int) -> str:
    surplus = len(leaves) - width
    return leaves[: max(0, width - KEPT_FREE)] + (f"+{surplus}" if surplus > 0 else "")


def _point(power: int) -> str:
    if power == 0:
        return "at the |"
    return f"{abs(power)} digit(s) to the {'right' if power > 0 else 'left'} of the |"
