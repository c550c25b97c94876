"""A progress bar on standard error, by tqdm where it is installed."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from rnet.conditions import RError

LONG = 2.0  # seconds before an automatic bar is shown


@contextmanager
def counting_bar(
    total: int, description: str, unit: str, wanted: bool | None, *, hidden: bool = False
) -> Iterator[Callable[[], object] | None]:
    """Give a function that moves the bar by one, or None where no bar is to be shown.

    Parameters
    ----------
    total : int
        How many steps there are.
    description, unit : str
        What is done, and what a step is called.
    wanted : bool or None
        None: for more than one step at a terminal, where tqdm is installed.
    hidden : bool
        Whether other lines are written in its place.

    Raises
    ------
    RError
        If a bar is asked for and tqdm is not installed.
    """
    installed = find_spec("tqdm") is not None
    if wanted and not installed:
        raise RError("progress=True needs the package tqdm", "pip install tqdm")
    automatic = total > 1 and installed and _at_terminal()
    if hidden or wanted is False or not (wanted or automatic):
        yield None
        return
    from tqdm.auto import tqdm  # noqa: PLC0415 - only when a bar is shown

    with tqdm(total=total, desc=description, unit=unit, delay=0.0 if wanted else LONG) as bar:
        yield bar.update


def _at_terminal() -> bool:
    return bool(getattr(sys.stderr, "isatty", lambda: False)())
