"""R's `match.arg`: a text among the choices an argument has."""

from collections.abc import Sequence

from rnet.conditions import RError


def match_arg(given: object, choices: Sequence[str], advice: str | None = None) -> str:
    """Return the choice a text means: the one it spells, or the only one it begins.

    None, R's NULL, means the first.

    Raises
    ------
    RError
        R's list of the choices.

    Examples
    --------
    >>> match_arg("pear", ("working", "pearson"))
    'pearson'
    >>> match_arg(None, ("working", "pearson"))
    'working'
    """
    if given is None:
        return choices[0]
    text = given if isinstance(given, str) else ""
    exact = [choice for choice in choices if choice == text]
    found = exact or [choice for choice in choices if text and choice.startswith(text)]
    if len(found) != 1:
        listed = ", ".join(f"“{choice}”" for choice in choices)
        raise RError(f"'arg' should be one of {listed}", advice or f"Not {given!r}.")
    return found[0]
