"""`lifesign`: the progress lines that R writes to standard error while a net is trained."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rnet.neural.problem import Status
from rnet.printing.numbers import as_character
from rnet.printing.rounding import round_r

LEAST_STEP_WIDTH = 7
FRACTION_WIDTH = 6
MINUTE, HOUR = 60.0, 3600.0


@dataclass(frozen=True, slots=True)
class Lifesign:
    """Writes the progress of all repetitions; called as a `Report`.

    Attributes
    ----------
    hidden : tuple of int
    threshold, stepmax : float
    repetitions : int
    criteria : callable
        `criteria(repetition)` gives error (and aic, bic) of a trained repetition by name.
    """

    hidden: Sequence[int]
    threshold: float
    stepmax: float
    repetitions: int
    criteria: Callable[[int], dict[str, float]]

    def begin(self, repetition: int) -> None:
        """Write what stands before the steps of a repetition."""
        parts = [
            f"hidden: {', '.join(map(str, self.hidden))}",
            f"thresh: {as_character(self.threshold)}",
            f"rep: {repetition + 1:>{len(str(self.repetitions))}}/{self.repetitions}",
            "steps: ",
        ]
        _write("    ".join(parts))

    def __call__(
        self,
        repetition: int,
        step: float,
        smallest: float,
        finished: bool,
        status: int,
        _reached: float,
        seconds: float,
    ) -> None:
        """Write one line of progress, or the end of a repetition."""
        if not finished:
            _write(f"{self._step(step)}\tmin thresh: {as_character(smallest)}\n{self._indent()}")
            return
        if status == Status.STEP_LIMIT:
            end = f"stepmax\tmin thresh: {as_character(smallest)}"
            _write(end.rjust(len(end) + self._step_width() - len("stepmax")) + "\n")
        else:
            values = "".join(
                f"\t{name}: {_rounded(value)}" for name, value in self.criteria(repetition).items()
            )
            _write(f"{self._step(step)}{values}\ttime: {_elapsed(seconds)}\n")
        if repetition + 1 < self.repetitions:
            self.begin(repetition + 1)

    def _step_width(self) -> int:
        return max(len(as_character(self.stepmax)), LEAST_STEP_WIDTH)

    def _step(self, step: float) -> str:
        return as_character(step).rjust(self._step_width())

    def _indent(self) -> str:
        digits = sum(len(str(count)) for count in self.hidden)
        return " " * (
            digits
            + 2 * len(self.hidden)
            - 2
            + len(as_character(self.threshold))
            + 2 * len(str(self.repetitions))
            + 41
        )


def _rounded(value: float) -> str:
    text = as_character(round_r(value, 5))
    whole = as_character(round_r(value, 0))
    return text + " " * max(FRACTION_WIDTH - (len(text) - len(whole)), 0)


def _elapsed(seconds: float) -> str:
    scale, unit = 1.0, "secs"
    if seconds >= HOUR:
        scale, unit = HOUR, "hours"
    elif seconds >= MINUTE:
        scale, unit = MINUTE, "mins"
    return f"{as_character(round_r(seconds / scale, 2))} {unit}"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
