"""Which rows of two data frames belong together, in the order in which `merge` finds them."""

from collections.abc import Hashable, Sequence

import numpy as np

from rnet.interpreter.values import Array


def paired_rows(
    left: Sequence[Hashable], right: Sequence[Hashable]
) -> tuple[Array, Array, Array, Array]:
    """Return the rows with equal keys, both as positions from 0, and the rows without, of both.

    The keys follow each other as they first appear on the left; the rows of a key do in the
    order in which Shell's sort, which is not stable, leaves them.
    """
    known = set(right)
    numbers: dict[Hashable, int] = {}
    for key in left:
        if key in known:
            numbers.setdefault(key, len(numbers) + 1)
    sides = [np.array([numbers.get(key, 0) for key in keys], np.int64) for keys in (left, right)]
    orders = [shell_order(side) for side in sides]
    counts = [np.bincount(side, minlength=len(numbers) + 1) for side in sides]
    starts = [np.cumsum(count) - count for count in counts]
    found: list[tuple[Array, Array]] = []
    for number in range(1, len(numbers) + 1):
        rows = [
            order[start[number] : start[number] + count[number]]
            for order, start, count in zip(orders, starts, counts, strict=True)
        ]
        found.append((np.repeat(rows[0], len(rows[1])), np.tile(rows[1], len(rows[0]))))
    alone = [order[: count[0]] for order, count in zip(orders, counts, strict=True)]
    if not found:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), alone[0], alone[1]
    first, second = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    return first, second, alone[0], alone[1]


def shell_order(keys: Array) -> Array:
    """Return the order in which Shell's sort with steps 1, 4, 13, ... leaves equal keys.

    Every pass sorts the elements that are a step apart by insertion, which is stable.
    """
    count = len(keys)
    step = 1
    while step <= count // 9:
        step = 3 * step + 1
    order = np.arange(count)
    while step > 0:
        lines = -(-count // step)
        padded = np.full(lines * step, np.iinfo(np.int64).max)
        padded[:count] = keys[order]
        moved = np.argsort(padded.reshape(lines, step), axis=0, kind="stable")
        places = (moved * step + np.arange(step)).ravel()
        order = order[places[places < count]]
        step //= 3
    return order
