"""playground: the neural playground as a page, in a notebook, or as a widget."""

import tempfile
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from rnet.conditions import RError
from rnet.deep.playground_page import frame_html, page_html
from rnet.deep.playground_run import MOST_EPOCHS, no_part, read_json
from rnet.deep.playground_settings import checked_settings


@dataclass(frozen=True, slots=True)
class Playground:
    """The playground, ready to be shown: a notebook shows it by itself.

    Attributes
    ----------
    state : dict
        The settings it starts with, by the names of the page's JSON, and `epochs`.
    height : int
        Of the frame in a notebook, in pixels.
    """

    state: Mapping[str, Any]
    height: int = 980

    def __repr__(self) -> str:
        return 'rnet playground: .open() shows it in a browser, .save("page.html") keeps it'

    def _repr_html_(self) -> str:
        return frame_html(self.state, self.height)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the page: one file that needs no other, and no network.

        Raises
        ------
        RError
            If the file cannot be written.
        """
        try:
            Path(path).write_text(page_html(self.state), encoding="utf-8")
        except OSError as error:
            raise RError(f"cannot write '{path}': {error.strerror}") from error

    def open(self) -> str:
        """Show the page in the browser; return its address, a file in a temporary folder."""
        page = Path(tempfile.mkdtemp(prefix="rnet-")) / "playground.html"
        self.save(page)
        webbrowser.open(page.as_uri())
        return page.as_uri()


def playground(state: str | Mapping[str, Any] | None = None, *, widget: bool = False) -> Any:
    """Show a neural network that learns before one's eyes, as TensorFlow Playground does.

    The page trains in the browser with rnet's own methods and R's random numbers: the code it
    shows gives the same net here, and `from_playground` takes the net over.

    Parameters
    ----------
    state : str or mapping, optional
        What to begin with: the JSON of the page, or some of its settings, such as
        `{"data": "spiral", "hidden": [8, 8], "act": "relu"}`. With `epochs` it trains so long
        at once.
    widget : bool
        Whether to return an anywidget instead, whose `net()` is the net as it stands; needs
        `pip install "rnet-stats[widget]"` and a running notebook.

    Returns
    -------
    Playground
        A notebook shows it in a sandboxed frame; `.open()` shows it in the browser,
        `.save("page.html")` writes one file that works anywhere and requests nothing.

    Raises
    ------
    RError
        For settings that the page does not have, and a widget without anywidget.

    Notes
    -----
    rnet's own; `rnet playground` on the command line opens it, too.

    Examples
    --------
    >>> import rnet
    >>> rnet.playground({"data": "xor", "hidden": [4]})
    rnet playground: .open() shows it in a browser, .save("page.html") keeps it
    """
    given = _start(state)
    if not widget:
        return Playground(given)
    from rnet.deep.playground_widget import playground_widget  # noqa: PLC0415 - an extra

    return playground_widget(given)


def _start(state: str | Mapping[str, Any] | None) -> dict[str, Any]:
    """Return settings and epochs as the page takes them."""
    given = {} if state is None else read_json(state)
    inner = given.get("settings", given)
    if not isinstance(inner, Mapping):
        raise no_part("settings")
    settings = dict(inner)
    epochs = given.get("epochs", settings.pop("epochs", 0))
    settings.pop("epochs", None)
    checked_settings(settings)
    if isinstance(epochs, bool) or not isinstance(epochs, int) or not 0 <= epochs <= MOST_EPOCHS:
        raise RError(
            f"epochs = {epochs!r} is no number of epochs",
            f"Give a whole number up to {MOST_EPOCHS}.",
        )
    return {**settings, "epochs": epochs} if epochs else settings
