"""The method `tune` is to tune: a function, or R's name of one."""

import importlib
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any

from rnet.conditions import RError
from rnet.frames import UserVariables
from rnet.language.tree import Call, Symbol
from rnet.typed_values import as_node


def method_named(method: Any) -> Callable[..., Any]:
    """Return the function: itself, the user's of that name, or rnet's under R's name.

    Raises
    ------
    RError
        `could not find function "foo"`.

    Examples
    --------
    >>> method_named("svm").__name__
    'svm'
    """
    if callable(method):
        return method  # type: ignore[no-any-return]
    found = UserVariables().get(method) if isinstance(method, str) else None
    if not callable(found):
        name = str(method).replace(".", "_")
        rnet = importlib.import_module("rnet")
        found = getattr(rnet, name) if name in dir(rnet) else None
    if not callable(found):
        raise RError(
            f'could not find function "{method}"',
            "Give the function itself, or R's name of one that rnet has.",
        )
    return found  # type: ignore[no-any-return]


def method_name(method: Any) -> str:
    """Return what R calls the method: the name typed, or R's name of a function of rnet."""
    if isinstance(method, str):
        return method
    known = as_node(method)
    if isinstance(known, Symbol):
        return known.name
    return str(getattr(method, "__name__", type(method).__name__))


def with_call(fit: Any, call: Call) -> Any:
    """Return a fit of rnet, or a dict, with another call; what keeps no call as it is."""
    if isinstance(fit, dict):
        return {**fit, "call": call}
    if (
        is_dataclass(fit)
        and not isinstance(fit, type)
        and isinstance(getattr(fit, "call", None), Call)
    ):
        return replace(fit, call=call)
    return fit
