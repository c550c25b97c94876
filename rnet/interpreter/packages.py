"""What stands behind the global environment: base functions, rnet's functions, data sets."""

import importlib
from typing import Any

from rnet.interpreter.builtin import TABLE
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.index import MODULES
from rnet.interpreter.values import Builtin


def base_function(name: str) -> Builtin | None:
    """Return a base function by its R name, None where there is none; loads its module."""
    module = MODULES.get(name)
    if module is not None and name not in TABLE:
        importlib.import_module(f"rnet.interpreter.{module}")
    return TABLE.get(name)


def exported(name: str) -> Any:
    """Return what a name stands for in the packages: function, constant or data set.

    `ABSENT` where it is unknown. Base functions go before those of rnet.
    """
    own = base_function(name)
    if own is not None:
        return own
    from rnet.interpreter import constants, library

    constant = constants.constant(name)
    return library.exported(name) if constant is ABSENT else constant
