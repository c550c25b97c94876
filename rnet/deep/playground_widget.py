"""The playground as an anywidget: the same page, and its net at hand in Python."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from rnet.conditions import RError
from rnet.deep.from_playground import from_playground
from rnet.deep.playground_page import joined_modules, source


def playground_widget(state: Mapping[str, Any]) -> Any:
    """Return the widget: `state` it begins with, `result` the JSON as it stands, `net()` the fit.

    Raises
    ------
    RError
        If anywidget is not installed.
    """
    if find_spec("anywidget") is None:
        raise RError("widget=True needs the package anywidget", 'pip install "rnet-stats[widget]"')
    import anywidget  # noqa: PLC0415 - an extra
    import traitlets  # noqa: PLC0415

    class PlaygroundWidget(anywidget.AnyWidget):  # type: ignore[misc]
        """The playground in a notebook that runs."""

        _esm = f"{joined_modules('view.js')}\nexport default {{ render }};\n"
        _css = source("style.css")
        state = traitlets.Dict().tag(sync=True)
        result = traitlets.Unicode("").tag(sync=True)

        def net(self) -> Any:
            """Return the net as it was when training last paused; see `from_playground`."""
            if not self.result:
                raise RError("the playground has not been shown yet", "Display it, then train.")
            return from_playground(self.result)

    return PlaygroundWidget(state=dict(state))
