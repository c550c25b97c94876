"""SciPy's special functions, loaded without the rest of `scipy.special`.

Importing `scipy.special` takes longer than most scripts: it makes its functions ready for array
libraries other than NumPy. The functions themselves are one compiled module, quick to load.
"""

import functools
import importlib
import importlib.util
import sys
import threading
from types import ModuleType
from typing import Any

_NAME = "scipy.special"


@functools.cache
def special() -> Any:
    """Return a module with `scipy.special`'s functions of numbers: `erfc`, `gammaln`, `stdtr`, ...

    Examples
    --------
    >>> float(special().erfc(0.0))
    1.0
    """
    if _NAME not in sys.modules and threading.active_count() == 1:
        try:
            return _compiled_module()
        except ImportError:
            pass
    return importlib.import_module(_NAME)


def _compiled_module() -> ModuleType:
    """Load the compiled module; an empty package stands in for `scipy.special` meanwhile."""
    spec = importlib.util.find_spec(_NAME)
    if spec is None:
        raise ImportError(_NAME)
    stand_in = ModuleType(_NAME)
    stand_in.__path__ = list(spec.submodule_search_locations or [])
    sys.modules[_NAME] = stand_in
    try:
        return importlib.import_module(f"{_NAME}._ufuncs")
    finally:
        del sys.modules[_NAME]
