"""R's matching of arguments to parameters: exact names, then partial, then by position."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.values import MISSING


def matched(parameters: list[str], given: list[tuple[str | None, Any]]) -> list[Any]:
    """Return, for each parameter, the argument that it gets.

    Parameters
    ----------
    parameters : list of str
        Formal names; at most one is `...`.
    given : list of (name or None, argument)

    Returns
    -------
    list
        `MISSING` where nothing is given; for `...` the list of (name, argument) left over.

    Raises
    ------
    RError
        `unused argument`, `formal argument ... matched by multiple actual arguments`.

    Examples
    --------
    >>> matched(["x", "...", "sep"], [(None, 1), ("sep", 2), (None, 3)])
    [1, [(None, 3)], 2]
    """
    if len(given) == 1 == len(parameters) and given[0][0] is None and parameters[0] != "...":
        return [given[0][1]]
    for name, _ in given:
        if name is not None:
            break
    else:
        if "..." in parameters:
            return _plain_with_dots(parameters, given)
        if len(parameters) >= len(given):
            values = [value for _, value in given]
            return values + [MISSING] * (len(parameters) - len(values))
    slots: dict[str, Any] = {}
    used = [False] * len(given)
    _exact(parameters, given, slots, used)
    _partial(parameters, given, slots, used)
    dots = _by_position(parameters, given, slots, used)
    _refuse_left_over(parameters, given, used)
    return [dots if name == "..." else slots.get(name, MISSING) for name in parameters]


def _plain_with_dots(parameters: list[str], given: list[tuple[str | None, Any]]) -> list[Any]:
    """Match arguments without names: what follows `...` gets nothing."""
    place = parameters.index("...")
    front = [value for _, value in given[:place]]
    front += [MISSING] * (place - len(front))
    return [*front, given[place:], *[MISSING] * (len(parameters) - place - 1)]


def _exact(
    parameters: list[str],
    given: list[tuple[str | None, Any]],
    slots: dict[str, Any],
    used: list[bool],
) -> None:
    for position, (name, value) in enumerate(given):
        if name and name in parameters and name != "...":
            if name in slots:
                raise RError(f'formal argument "{name}" matched by multiple actual arguments')
            slots[name] = value
            used[position] = True


def _partial(
    parameters: list[str],
    given: list[tuple[str | None, Any]],
    slots: dict[str, Any],
    used: list[bool],
) -> None:
    """Match beginnings of names, of parameters before `...` only."""
    before = parameters[: parameters.index("...")] if "..." in parameters else parameters
    for position, (name, value) in enumerate(given):
        if used[position] or not name:
            continue
        found = [p for p in before if p not in slots and p.startswith(name)]
        if len(found) > 1:
            raise RError(f"argument {position + 1} matches multiple formal arguments")
        if found:
            slots[found[0]] = value
            used[position] = True


def _by_position(
    parameters: list[str],
    given: list[tuple[str | None, Any]],
    slots: dict[str, Any],
    used: list[bool],
) -> list[tuple[str | None, Any]]:
    """Fill the other parameters in order; return what goes into `...`."""
    waiting = iter([i for i, (name, _) in enumerate(given) if not used[i] and not name])
    for name in parameters:
        if name == "...":
            dots = [given[i] for i in range(len(given)) if not used[i]]
            used[:] = [True] * len(used)
            return dots
        if name not in slots:
            position = next(waiting, None)
            if position is None:
                continue
            slots[name] = given[position][1]
            used[position] = True
    return []


def _refuse_left_over(
    parameters: list[str], given: list[tuple[str | None, Any]], used: list[bool]
) -> None:
    left = [given[i] for i in range(len(given)) if not used[i]]
    if left:
        raise UnusedArgumentError(left, parameters)


class UnusedArgumentError(RError):
    """`unused argument (...)`: the caller, who knows how they were written, completes it."""

    def __init__(self, arguments: list[tuple[str | None, Any]], parameters: list[str]) -> None:
        super().__init__("unused argument", f"Arguments are: {', '.join(parameters)}.")
        self.arguments = arguments
