"""Where the plots of a script go: numbered files in a folder, or figures to show."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rnet.conditions import RError


def figure_of(drawn: Any) -> Any:
    """Return the matplotlib figure of what a plot function gave."""
    import matplotlib.pyplot as plt

    figure = getattr(drawn, "figure", None)
    if hasattr(drawn, "savefig"):
        figure = drawn
    return plt.gcf() if figure is None else figure


def plots_into(folder: Path) -> Callable[[Any], None]:
    """Return the function that writes each plot to `plot001.png`, `plot002.png` ..."""
    count = 0

    def save(drawn: Any) -> None:
        nonlocal count
        count += 1
        import matplotlib.pyplot as plt

        figure = figure_of(drawn)
        place = folder / f"plot{count:03d}.png"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            figure.savefig(place, dpi=150)
        except OSError as error:
            raise RError(f"cannot open file '{place}'", str(error.strerror)) from error
        plt.close(figure)

    return save
