"""R's `make.names`: names that need no back-ticks, made from any strings."""

from collections.abc import Sequence

from rnet.language.names import CONSTANTS, KEYWORDS, is_syntactic


def make_names(names: Sequence[str]) -> list[str]:
    """Return valid and distinct names, as a data frame checks those of its columns.

    What is no letter, digit, dot or underscore becomes a dot, a name that cannot start as it does
    gets an X in front, a reserved word a dot behind. Of equal names those that were valid from
    the start keep theirs, the others are numbered `.1`, `.2`.

    Parameters
    ----------
    names : sequence of str
        Any strings.

    Notes
    -----
    R pages: `?make.names`, `?make.unique`.

    Examples
    --------
    >>> make_names(["a b", "2x", "if", "a.b", "", "x", "x"])
    ['a.b.1', 'X2x', 'if.', 'a.b', 'X', 'x', 'x.1']
    """
    valid = [valid_name(name) for name in names]
    order = sorted(range(len(names)), key=lambda i: valid[i] != names[i])
    taken = set(valid)
    seen: set[str] = set()
    result = list(valid)
    for i in order:
        number = 1
        if valid[i] in seen:
            while f"{valid[i]}.{number}" in taken:
                number += 1
            result[i] = f"{valid[i]}.{number}"
            taken.add(result[i])
        seen.add(valid[i])
    return result


def valid_name(name: str) -> str:
    """Return a syntactic name made from any string."""
    if not is_syntactic(name) and name not in KEYWORDS and name not in CONSTANTS:
        if name[:1] != "." and not is_syntactic(name[:1]):
            name = "X" + name
        name = "".join(c if c in "._" or is_syntactic("x" + c) else "." for c in name)
        name = name if is_syntactic(name) or name in KEYWORDS or name in CONSTANTS else "X" + name
    return name if is_syntactic(name) else name + "."
