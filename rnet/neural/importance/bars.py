"""The bar chart of importances."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from rnet.conditions import RError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (7.0, 5.0)  # inches
LIGHT, DARK = "#56B1F7", "#132B43"  # the ends of ggplot2's continuous scale


def importance_frame(
    values: Sequence[float], names: list[str], column: str, x_lab: Sequence[str] | None
) -> pd.DataFrame:
    """Return importances by input, one column.

    Raises
    ------
    RError
        If there are not as many labels as inputs.
    """
    if x_lab is not None:
        labels = [x_lab] if isinstance(x_lab, str) else list(x_lab)
        if len(labels) != len(names):
            raise RError(
                "x_lab length not equal to number of input variables",
                f"The network has {len(names)}: {', '.join(names)}.",
            )
        names = labels
    return pd.DataFrame({column: np.asarray(values)}, index=pd.Index(names, dtype=object))


def importance_bars(frame: pd.DataFrame, y_lab: str | None) -> "Figure":
    """Draw importances as bars, ascending, coloured by their value."""
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415 - when drawn only

    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    ordered = frame.iloc[:, 0].sort_values(kind="stable")
    heights = ordered.to_numpy(dtype=np.float64)
    span = float(np.ptp(heights)) if len(heights) else 0.0
    shades = (heights - np.min(heights)) / span if span > 0 else np.full(len(heights), 0.5)
    colours = LinearSegmentedColormap.from_list("", [DARK, LIGHT])(shades)
    figure = ShownFigure(figsize=SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.bar([str(name) for name in ordered.index], heights, color=colours, zorder=2)
    axes.set_ylabel("Importance" if y_lab is None else y_lab)
    axes.grid(color="0.92", zorder=0)
    return figure
