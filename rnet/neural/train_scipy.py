"""Train with a minimiser of SciPy on the same gradient: rnet's own algorithms."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.neural.optimizers import Optimizer
from rnet.neural.problem import Outcome, Problem, Report, Status, TrainingSettings
from rnet.neural.total_error import training_error
from rnet.neural.train_numpy import Gradient, GradientError, Tell, ended, train_in_turn
from rnet.neural.watch import Watch

Doubles = npt.NDArray[np.float64]

MOST_ITERATIONS = 2**31 - 1  # SciPy counts in 32 bits
DIFFERENCE = float(np.cbrt(np.finfo(np.float64).eps))  # best step of a central difference


def train_scipy(
    problem: Problem,
    weights: Doubles,
    settings: TrainingSettings,
    gradient: Gradient,
    report: Report | None,
    watches: Sequence[Watch] | None = None,
) -> list[Outcome]:
    """Minimise the error of all repetitions, one after the other; `weights` changes in place."""

    def one(repetition: int, flat: Doubles, tell: Tell | None) -> Outcome:
        watch = watches[repetition] if watches else None
        path = _Path(problem, flat, settings, gradient, tell, watch)
        try:
            path.walk()
        except GradientError as error:
            return Outcome(error.status, path.steps, path.reached, path.smallest, 0.0)
        last = Outcome(Status.STOPPED, path.steps, path.reached, path.smallest, 0.0)
        return ended(flat, last, settings, path.watch)

    import scipy.optimize  # noqa: F401, PLC0415 - loads the BLAS that is limited
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - SciPy only when asked for

    # threads of BLAS that wait for each other cost far more than these small products
    with threadpool_limits(limits=1, user_api="blas"):
        return train_in_turn(one, weights, settings.report_every, report)


class _Path:
    """The iterates of one repetition; `steps` is 1 + iterations, as R counts."""

    def __init__(
        self,
        problem: Problem,
        flat: Doubles,
        settings: TrainingSettings,
        gradient: Gradient,
        tell: Tell | None,
        watch: Watch | None,
    ) -> None:
        self.problem, self.flat, self.settings = problem, flat, settings
        self.find, self.tell, self.watch = gradient, tell, watch
        self.steps, self.reached, self.smallest = 1.0, np.nan, np.inf
        self.arrived = False
        self.known: tuple[bytes, Doubles] = (b"", np.empty(0))

    def walk(self) -> None:
        """Minimise from the start weights until the threshold or the step limit is reached.

        A minimiser that gives up (its line search finds nothing along a direction that old
        curvature suggests) starts anew from where it is, as long as that lowers the error.
        """
        self.arrived = self._look(self.flat[self.problem.free])
        error = np.inf
        while not self.arrived and self.steps < self.settings.step_limit:
            before, error = error, self._error(self.flat[self.problem.free])
            if not error < before:
                break
            self._minimise()

    def _minimise(self) -> None:
        from scipy.optimize import minimize  # noqa: PLC0415 - SciPy only when asked for

        optimizer = self.settings.algorithm
        assert isinstance(optimizer, Optimizer)
        limit = int(min(np.ceil(self.settings.step_limit - self.steps), MOST_ITERATIONS))
        minimize(  # type: ignore[call-overload]
            self._error,
            self.flat[self.problem.free],
            jac=self._gradient,
            hessp=self._curvature if optimizer.uses_curvature else None,
            method=optimizer.method,
            callback=self._next,
            options={"maxiter": limit, **optimizer.options},
        )

    def _placed(self, free: Doubles) -> Doubles:
        placed = self.flat.copy()
        placed[self.problem.free] = free
        return placed

    def _error(self, free: Doubles) -> float:
        error = training_error(self.problem, self._placed(free))
        return np.inf if np.isnan(error) else error

    def _gradient(self, free: Doubles) -> Doubles:
        """Return the derivatives; SciPy asks for those of an iterate again."""
        key = free.tobytes()
        if self.known[0] != key:
            self.known = (key, self.find(self._placed(free)))
        return self.known[1].copy()

    def _curvature(self, free: Doubles, direction: Doubles) -> Doubles:
        """Return the Hessian times a direction, by a central difference of the exact gradient."""
        length = float(np.linalg.norm(direction))
        if length == 0:
            return np.zeros_like(direction)
        h = DIFFERENCE * (1.0 + float(np.linalg.norm(free))) / length
        ahead = self.find(self._placed(free + h * direction))
        behind = self.find(self._placed(free - h * direction))
        return (ahead - behind) / (2 * h)

    def _next(self, intermediate_result: object) -> None:
        """Take note of an iterate: SciPy calls this after each."""
        if self.tell is not None:
            self.tell(self.steps, self.smallest)
        self.steps += 1
        self.arrived = self._look(np.array(intermediate_result.x))  # type: ignore[attr-defined]
        if self.arrived:
            raise StopIteration

    def _look(self, free: Doubles) -> bool:
        """Take an iterate's weights; True where training ends."""
        self.flat[self.problem.free] = free
        self.reached = float(np.abs(self._gradient(free)).max())
        self.smallest = min(self.smallest, self.reached)
        stop = self.watch is not None and self.watch(self.steps, self.flat, self.reached)
        return stop or self.reached <= self.settings.threshold
