"""Pauses of Python's garbage collector while modules are loaded."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50  # modules


@contextmanager
def without_collection() -> Iterator[None]:
    """Load modules without a garbage collector that walks all that was loaded, again and again.

    Modules make hundreds of thousands of objects and no garbage: walking them takes a tenth of a
    short script's time. Where many were loaded they are set aside for good (`gc.freeze`), else
    the first collection afterwards would walk them after all.
    """
    ran, loaded = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) - loaded > MANY:
            gc.freeze()
        if ran:
            gc.enable()
