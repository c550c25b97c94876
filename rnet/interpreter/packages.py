"""What stands behind the global environment: base functions, rnet's functions, data sets."""

import importlib
from typing import Any

from rnet.collection import without_collection
from rnet.interpreter.builtin import DECLARED, TABLE, declared_function
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.index import MODULES
from rnet.interpreter.values import Builtin


def base_function(name: str) -> Builtin | None:
    """Return a base function by its R name, None where there is none; loads its module."""
    module = MODULES.get(name)
    if module is not None and name not in TABLE and name not in DECLARED:
        importlib.import_module(f"rnet.interpreter.{module}")
    return declared_function(name)


def exported(name: str) -> Any:
    """Return what a name stands for in the packages: function, constant or data set.

    `ABSENT` where it is unknown. Base functions go before those of rnet, and those that rnet
    writes in R before those in Python.
    """
    with without_collection():
        return _exported(name)


def _exported(name: str) -> Any:
    own = base_function(name)
    if own is not None:
        return own
    from rnet.interpreter import constants, library
    from rnet.interpreter.r_library import library_closure

    written = library_closure(name)
    if written is not None:
        return written
    constant = constants.constant(name)
    found = library.exported(name) if constant is ABSENT else constant
    if found is ABSENT and "." in name:
        from rnet.interpreter.named_methods import named_method

        return named_method(name)
    return found
