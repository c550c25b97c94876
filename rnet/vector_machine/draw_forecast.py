"""How many random numbers fits will draw, so that fits can begin before earlier ones are done."""

import numpy as np
import numpy.typing as npt

from rnet.rng.state import generator

State = npt.NDArray[np.int32]

POSITION, WORDS = 1, 624  # where Mersenne-Twister's state says how many of its words are used
MOST_ROUNDS = 400  # of all its words: more draws than that are not counted
MOST_MISSES = 2


class Forecast:
    """Draws of the fits of one setting, expected again of the fits of the next setting.

    At first no fit is expected to draw. After a fit that did, those of one setting are done one
    after the other and counted. After the third surprise nothing is forecast any more.
    """

    def __init__(self, fits: int) -> None:
        self._counts: dict[int, int] = dict.fromkeys(range(fits), 0)
        self._fits = fits
        self._misses = 0

    @property
    def is_ready(self) -> bool:
        """Whether something is expected of every fit of a setting."""
        return len(self._counts) == self._fits and self._misses <= MOST_MISSES

    def starts(self, first: int, end: int, start: State) -> list[State]:
        """Return the states that fits `first` to `end - 1` will begin with."""
        states = [start]
        for fit in range(first, end - 1):
            states.append(after_draws(states[-1], self._counts[fit % self._fits]))
        generator().restore(start)
        return states

    def learn(self, fit: int, before: State, after: State) -> None:
        """Count what a fit drew."""
        if self._misses <= MOST_MISSES:
            drawn = draws_between(before, after)
            if drawn is None:
                self.give_up()
            else:
                self._counts[fit % self._fits] = drawn

    def missed(self) -> None:
        """Forget what was expected, because a fit drew otherwise."""
        self._counts = {}
        self._misses += 1

    def give_up(self) -> None:
        """Expect nothing any more."""
        self._misses = MOST_MISSES + 1


def after_draws(state: State, draws: int) -> State:
    """Return the state after so many uniforms; leaves the generator anywhere."""
    if not draws:
        return state
    generator().restore(state)
    generator().uniform(draws)
    return generator().save()


def draws_between(before: State, after: State) -> int | None:
    """Return how many uniforms lead from one state to another; None where that is not known.

    Examples
    --------
    >>> state = generator().save()
    >>> draws_between(state, after_draws(state, 1000))
    1000
    """
    if np.array_equal(before, after):
        return 0
    if len(before) != POSITION + 1 + WORDS or len(after) != len(before):
        return None
    now = generator().save()
    draws = int(after[POSITION] - before[POSITION]) % WORDS
    state = after_draws(before, draws)
    rounds = 0
    while not np.array_equal(state, after) and rounds < MOST_ROUNDS:
        state = after_draws(state, WORDS)
        draws, rounds = draws + WORDS, rounds + 1
    generator().restore(now)
    return draws if np.array_equal(state, after) else None
