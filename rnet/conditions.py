"""R's errors and warnings: R's own words, then a line of advice."""

import warnings
from typing import Any

from rnet.frames import frames_to_user


class RError(ValueError):
    """An error that carries R's message word for word.

    Parameters
    ----------
    message : str
        What R says (users search for it).
    advice : str, optional
        What to do next, shown on a line of its own below R's message.

    Attributes
    ----------
    call : Node or None
        Set where R code shows another call with the error than the one that failed; None: none.
    """

    call: Any

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message if advice is None else f"{message}\n{advice}")
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type["RError"], tuple[str, str | None]]:
        return type(self), (self.message, self.advice)


class RWarning(UserWarning):
    """A warning R gives, or one of rnet's own about an R quirk; same parts as `RError`."""

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message if advice is None else f"{message}\n{advice}")
        self.message = message
        self.advice = advice


def warn(message: str, advice: str | None = None, *, stacklevel: int | None = None) -> None:
    """Warn with R's message, at the line of the user's code that called rnet.

    `stacklevel` counts frames above this one, for another line.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     warn("NaNs produced")
    >>> caught[0].message.message
    'NaNs produced'
    """
    level = frames_to_user() if stacklevel is None else stacklevel
    warnings.warn(RWarning(message, advice), stacklevel=level)
