"""Whether a value is pandas', asked without loading pandas.

An R script that uses no data frame of Python's starts three times as quickly without pandas. What
is not loaded has made no value: the questions answer without it.
"""

import sys
from typing import Any


def pandas_loaded() -> bool:
    """Tell whether any value can be pandas' at all."""
    return "pandas" in sys.modules


def is_frame(value: Any) -> bool:
    """Tell whether a value is a pandas DataFrame."""
    if not pandas_loaded():
        return False
    import pandas as pd  # noqa: PLC0415

    return isinstance(value, pd.DataFrame)


def is_series(value: Any) -> bool:
    """Tell whether a value is a pandas Series."""
    if not pandas_loaded():
        return False
    import pandas as pd  # noqa: PLC0415

    return isinstance(value, pd.Series)


def is_series_or_index(value: Any) -> bool:
    """Tell whether a value is a pandas Series or Index."""
    if not pandas_loaded():
        return False
    import pandas as pd  # noqa: PLC0415

    return isinstance(value, pd.Series | pd.Index)


def is_extension(value: Any) -> bool:
    """Tell whether a value is a pandas array: a Categorical, integers with NA, strings ..."""
    if not pandas_loaded():
        return False
    import pandas as pd  # noqa: PLC0415

    return isinstance(value, pd.api.extensions.ExtensionArray)


def is_categorical(value: Any) -> bool:
    """Tell whether a value is a Categorical, or a Series or Index of one: a factor."""
    if not pandas_loaded():
        return False
    import pandas as pd  # noqa: PLC0415

    return isinstance(getattr(value, "dtype", None), pd.CategoricalDtype)
