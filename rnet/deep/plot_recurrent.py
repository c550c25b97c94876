"""Pictures of recurrent networks: how training went, and what is said of the series."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.deep.cases import cases_of
from rnet.deep.plot_training import plot_gradients, plot_history
from rnet.deep.recurrent_model import Recurrent
from rnet.deep.sequences import places_of
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = ("history", "gradients", "series")
MOST = 6
"""More sequences than this are drawn only where they are asked for."""


def plot_recurrent(fit: Recurrent, what: str, newdata: Any, which: Any, n: int) -> "Figure":
    """Draw one of `KINDS`; see `Recurrent.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen == "series":
        return _plot_series(fit, newdata, which, n)
    return plot_history(fit) if chosen == "history" else plot_gradients(fit.history)


def _plot_series(fit: Recurrent, newdata: Any, which: Any, n: int) -> "Figure":
    """Draw the response along each sequence, what the network says of it, and forecasts."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    if fit.targets.levels is not None:
        raise RError("only numbers can be drawn as a series", "The response is a factor.")
    data = fit.given(newdata)
    kept = data.drop(columns=[c for c in (fit.series.id, fit.series.time) if c in data])
    actual = cases_of(fit.encoder.terms.formula, kept, response=True).y
    assert actual is not None  # a response is asked for
    said = fit.predict(data).to_numpy()
    places = places_of(data, fit.series.id, fit.series.time)
    numbers = _chosen(which, places.names)
    coming = fit.forecast(n, data).to_numpy() if n else np.empty((0, len(places.names)))
    figure = ShownFigure(figsize=(7.5, 0.8 + 2.0 * len(numbers)), layout="constrained")
    for axes, number in zip(
        figure.subplots(len(numbers), squeeze=False)[:, 0], numbers, strict=True
    ):
        rows = np.flatnonzero(places.sequence == number)
        rows = rows[np.argsort(places.step[rows])]
        times = _times(fit, data, rows)
        axes.plot(times, actual[rows, 0], color="black", linewidth=0.9, label="actual")
        if fit.series.last_only:
            axes.plot(times[-1:], said[number, :1], "o", color="tab:red", label="fitted")
        else:
            axes.plot(times, said[rows, 0], color="tab:red", linewidth=0.9, label="fitted")
        if n:
            gap = times[-1] - times[-2]
            after = times[-1] + gap * np.arange(1, n + 1)
            axes.plot(after, coming[:, number], "--", color="tab:red", label="forecast")
        axes.set(ylabel=fit.targets.names[0])
        if len(places.names) > 1:
            axes.set_title(f"{fit.series.id} {places.names[number]}", fontsize=9)
    axes.set(xlabel=fit.series.time or "row")
    figure.axes[0].legend(loc="upper left", ncols=3, fontsize=8)
    return figure


def _chosen(which: Any, names: Sequence[str]) -> list[int]:
    """Return the places of the sequences to draw, given by their names."""
    if which is None:
        return list(range(min(MOST, len(names))))
    wanted = [str(one) for one in np.atleast_1d(np.asarray(which)).tolist()]
    for one in wanted:
        if one not in names:
            raise RError(f"there is no sequence '{one}'", f"Such as {', '.join(names[:MOST])}.")
    return [list(names).index(one) for one in wanted]


def _times(fit: Recurrent, data: pd.DataFrame, rows: Any) -> Any:
    if fit.series.time is not None:
        return data[fit.series.time].to_numpy()[rows]
    return np.arange(1, len(rows) + 1)
