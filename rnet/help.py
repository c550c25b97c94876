"""`rnet.help("svm")`: what a function does, found by its name in R or in rnet."""

import inspect
from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from rnet.conditions import RError
from rnet.registry import ENTRIES, Entry


def help(topic: str | Callable[..., Any] | None = None) -> None:  # noqa: A001 - R's name
    """Print the help page of a function, or the list of all of them.

    Parameters
    ----------
    topic : str or function, optional
        A name as written in R (`"set.seed"`) or in rnet (`"set_seed"`), or the function itself.
        Left out: every function by R package.

    Raises
    ------
    RError
        `No documentation for ‘topic’ ...`, with the nearest names.

    Notes
    -----
    R page: `?help`. In IPython and Jupyter `?svm` shows the same text.

    Examples
    --------
    >>> import rnet
    >>> rnet.help("set.seed")  # doctest: +ELLIPSIS
    set_seed(...
    ...
    """
    name = topic if topic is None or isinstance(topic, str) else getattr(topic, "__name__", "")
    print(format_index() if name is None else format_help(_find(name)))  # noqa: T201


def _find(topic: str) -> Entry:
    for entry in ENTRIES:
        if topic in (entry.r_name, entry.name):
            return entry
    names = sorted({name for entry in ENTRIES for name in (entry.r_name, entry.name) if name})
    near = get_close_matches(topic, names, n=4)
    raise RError(
        f"No documentation for ‘{topic}’ in specified packages and libraries",
        f"Nearest: {', '.join(near)}." if near else "rnet.help() lists every function.",
    )


def format_help(entry: Entry) -> str:
    """Return the signature, origin and docstring of one registered name."""
    target = getattr(import_module("rnet"), entry.name)
    call = f"{entry.name}{inspect.signature(target)}" if callable(target) else entry.name
    origin = f"R: {entry.package}::{entry.r_name}" if entry.r_name else "rnet's own"
    note = f" ({entry.note})" if entry.note else ""
    return f"{call}\n{origin}{note}\n\n{inspect.getdoc(target) or ''}"


def format_index() -> str:
    """Return all names by R package, one package a paragraph."""
    packages: dict[str, list[str]] = {}
    for entry in ENTRIES:
        packages.setdefault(entry.package, []).append(entry.name)
    return "\n\n".join(
        f"{package}:\n  {', '.join(sorted(names, key=str.lower))}"
        for package, names in sorted(packages.items())
    )
