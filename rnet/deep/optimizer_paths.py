"""`optimizer_paths`: the ways optimisers take down a surface."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import positive, whole
from rnet.deep.optimizers import Optimizer, optimizer_named
from rnet.printing.frame import format_frame
from rnet.record import Record

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]
Surface = Callable[[Any, Any], Any]
DIFFERENCE = float(np.cbrt(np.finfo(np.float64).eps))  # best step of a central difference
USUAL = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
GRID = 200
LEVELS = 25


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class OptimizerPaths(Record):
    """Paths of optimisers down a surface.

    Attributes
    ----------
    surface : callable
    paths : DataFrame
        A row for each optimiser and step from 0: optimizer, step, x, y, value.
    ends : DataFrame
        The last row of each.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("paths", "ends")

    surface: Surface
    paths: pd.DataFrame

    @property
    def ends(self) -> pd.DataFrame:
        """Where each optimiser is in the end."""
        return self.paths.groupby("optimizer", sort=False).tail(1).reset_index(drop=True)

    def __str__(self) -> str:
        return format_frame(self.ends)

    def plot(self) -> "Figure":
        """Draw the paths over the contours of the surface."""
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

        figure = ShownFigure(figsize=(6.5, 5), layout="constrained")
        axes = figure.subplots()
        x, y = (_span(self.paths[side].to_numpy(dtype=np.float64)) for side in ("x", "y"))
        height = np.array([[float(self.surface(a, b)) for a in x] for b in y])
        axes.contour(x, y, height, levels=LEVELS, cmap="Greys", linewidths=0.6)
        for name, path in self.paths.groupby("optimizer", sort=False):
            axes.plot(path["x"], path["y"], marker=".", markersize=3, label=str(name))
        axes.set(xlabel="x", ylabel="y", xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
        axes.legend()
        return figure


def optimizer_paths(
    surface: Surface,
    start: Sequence[float],
    optim: Any = USUAL,
    learn_rates: float | Sequence[float] | None = None,
    steps: int = 100,
) -> OptimizerPaths:
    """Let optimisers walk down a surface of two variables.

    Parameters
    ----------
    surface : callable
        Gets x and y, gives the height.
    start : sequence of two float
    optim : str, Optimizer or a sequence of them
    learn_rates : float or sequence of float, optional
        One for all or one each; by default each optimiser's usual one.
    steps : int

    Returns
    -------
    OptimizerPaths
        `paths`, `ends`; `plot()` draws them.

    Raises
    ------
    RError
        If the surface is not finite along a path: the rate is too large.

    Notes
    -----
    rnet's own. Slopes are central differences; there is no chance in it.

    Examples
    --------
    >>> from rnet import optimizer_paths
    >>> valley = lambda x, y: x**2 / 20 + y**2
    >>> optimizer_paths(valley, (-8, 2), ["sgd", "momentum"], 0.1, steps=60).ends.round(3)
      optimizer  step      x      y  value
    0       sgd    60 -4.377  0.000  0.958
    1  momentum    60 -0.032 -0.073  0.005
    """
    several = isinstance(optim, Sequence) and not isinstance(optim, str)
    rules = [optimizer_named(one) for one in (optim if several else [optim])]
    if any(rule.update is None for rule in rules):
        raise RError("L-BFGS has no rate and no steps to show", f"Optimisers: {', '.join(USUAL)}.")
    point = np.array(start, dtype=np.float64)
    if point.shape != (2,) or not np.isfinite(point).all():
        raise RError("'start' must be two numbers", f"Not {start!r}.")
    rates = _rates(learn_rates, rules)
    count = whole(steps, "steps")
    walked = [_path(surface, point, *pair, count) for pair in zip(rules, rates, strict=True)]
    return OptimizerPaths(surface, pd.concat(walked, ignore_index=True))


def _rates(given: Any, rules: Sequence[Optimizer]) -> list[float]:
    if given is None:
        return [rule.rate for rule in rules]
    each = [given] * len(rules) if np.ndim(given) == 0 else list(given)
    if len(each) != len(rules):
        raise RError(f"{len(each)} learn_rates for {len(rules)} optimisers", "Give one, or each.")
    return [positive(rate, "learn_rates") for rate in each]


def _path(
    surface: Surface, start: Doubles, rule: Optimizer, rate: float, steps: int
) -> pd.DataFrame:
    point, gradient = start.copy(), np.empty(2)
    step = rule.steps(point, gradient)
    seen = [(0, *point, float(surface(*point)))]
    for t in range(1, steps + 1):
        gradient[:] = _slopes(surface, point)
        step(rate, t)
        seen.append((t, *point, float(surface(*point))))
        if not np.isfinite(seen[-1]).all():
            raise RError(
                f"'{rule.name}' leaves the surface at step {t}", "Try a smaller learn_rates."
            )
    path = pd.DataFrame(seen, columns=["step", "x", "y", "value"])
    path.insert(0, "optimizer", rule.name)
    return path


def _slopes(surface: Surface, point: Doubles) -> Doubles:
    found = np.empty(2)
    for k in range(2):
        h = np.zeros(2)
        h[k] = DIFFERENCE * max(1.0, abs(point[k]))
        found[k] = (surface(*(point + h)) - surface(*(point - h))) / (2 * h[k])
    return found


def _span(values: Doubles) -> Doubles:
    low, high = float(values.min()), float(values.max())
    margin = 0.15 * (high - low or 1.0)
    return np.linspace(low - margin, high + margin, GRID)
