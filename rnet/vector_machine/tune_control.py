"""R's `tune.control`: how `tune` samples, repeats and measures."""

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.language.tree import Call, Node
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_written_call
from rnet.sums import corrected_mean, variance
from rnet.typed_values import as_node

Doubles: TypeAlias = npt.NDArray[np.float64]
Aggregate: TypeAlias = Callable[[Doubles], Any]

SAMPLING = ("cross", "fix", "bootstrap")


@dataclass(frozen=True, slots=True, eq=False)
class TuneControl:
    """What `tune_control` returns (R class `tune.control`).

    Attributes
    ----------
    random : float or None
        How many settings to draw from the grid; None for all.
    nrepeat : int
        Fits of each setting to each sample.
    repeat_aggregate, sampling_aggregate, sampling_dispersion : callable
        From an array of errors to one number.
    sampling : {"cross", "fix", "bootstrap"}
    cross, fix, nboot, boot_size : float
        Folds, share of a fixed training set, bootstrap samples and their size.
    best_model, performances : bool
        Whether to fit the best setting to all data, and to keep the table of errors.
    error_fun : callable or None
        From true and predicted values to an error; None for the usual ones.
    call : Call
        As R shows it inside the call of `tune`.
    """

    random: float | None
    nrepeat: int
    repeat_aggregate: Aggregate
    sampling: str
    sampling_aggregate: Aggregate
    sampling_dispersion: Aggregate
    cross: float
    fix: float
    nboot: int
    boot_size: float
    best_model: bool
    performances: bool
    error_fun: Callable[[Any, Any], Any] | None
    call: Call

    def names(self) -> list[str]:
        """Return R's component names, in R's order."""
        return [one.name.replace("_", ".") for one in fields(self) if one.name != "call"]

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name; `random` is False where all settings are tried."""
        if name == "random" and self.random is None:
            return False
        return getattr(self, name.replace(".", "_"))


@as_node.register
def _(value: TuneControl) -> Node:
    return value.call


@keeps_written_call("tune.control")
def tune_control(
    call: Call,
    random: float | bool = False,
    nrepeat: int = 1,
    repeat_aggregate: Aggregate | str = "mean",
    sampling: str = "cross",
    sampling_aggregate: Aggregate | str = "mean",
    sampling_dispersion: Aggregate | str = "sd",
    cross: float = 10,
    fix: float = 2 / 3,
    nboot: int = 10,
    boot_size: float = 9 / 10,
    best_model: bool = True,
    performances: bool = True,
    error_fun: Callable[[Any, Any], Any] | None = None,
) -> TuneControl:
    """Say how `tune` samples the data, repeats fits and measures errors.

    Parameters
    ----------
    random : int or False
        Draw this many settings from the grid instead of trying all. True counts as False.
    nrepeat : int
        How often to fit each setting to each sample.
    repeat_aggregate, sampling_aggregate, sampling_dispersion : callable or str
        What makes one number of the errors of the repeats, and of those of the samples: a
        function of a NumPy array, or one of "mean", "median", "min", "max", "sd".
    sampling : {"cross", "fix", "bootstrap"}
        Cross-validation, one fixed split, or bootstrap samples; the start of the word will do.
    cross : int
        Folds; as many as rows for leave-one-out.
    fix : float
        Share of the rows to train on, for "fix".
    nboot : int
        Bootstrap samples.
    boot_size : float
        Their size as a share of the rows.
    best_model : bool
        Whether to fit the best setting to all data in the end.
    performances : bool
        Whether to keep the errors of all settings.
    error_fun : callable, optional
        `error_fun(true, predicted)` gives the error to minimise; by default the share of wrong
        classes, or the mean squared error.

    Returns
    -------
    TuneControl

    Raises
    ------
    RError
        R's list of the choices of `sampling`.

    Notes
    -----
    R page: `?tune.control` (package e1071).

    Examples
    --------
    >>> tune_control(sampling="boot").sampling
    'bootstrap'
    """
    if not isinstance(sampling, str):
        raise RError(
            "'arg' must be NULL or a character vector", f"sampling: {', '.join(SAMPLING)}."
        )
    return TuneControl(
        random=None if isinstance(random, bool | np.bool_) else float(random),
        nrepeat=_at_least_one(nrepeat, "nrepeat"),
        repeat_aggregate=_aggregate(repeat_aggregate),
        sampling=match_arg(sampling, SAMPLING),
        sampling_aggregate=_aggregate(sampling_aggregate),
        sampling_dispersion=_aggregate(sampling_dispersion),
        cross=cross,
        fix=fix,
        nboot=_at_least_one(nboot, "nboot"),
        boot_size=boot_size,
        best_model=bool(best_model),
        performances=bool(performances),
        error_fun=error_fun,
        call=call,
    )


def _at_least_one(count: Any, name: str) -> int:
    if not count >= 1:
        raise RError(f"‘{name}’ must be at least 1", "In R, 0 counts as 2: its loops go 1, 0.")
    return int(count)


def _sd(values: Doubles) -> float:
    found = variance(values)
    return found if math.isnan(found) else math.sqrt(found)  # NA stays NA


AGGREGATES = MappingProxyType[str, Aggregate](
    {
        "mean": corrected_mean,
        "median": lambda values: statistics.median(values.tolist()),
        "min": min,
        "max": max,
        "sd": _sd,
    }
)


def _aggregate(wanted: Aggregate | str) -> Aggregate:
    if not isinstance(wanted, str):
        return wanted
    if wanted not in AGGREGATES:
        raise RError(
            f'could not find function "{wanted}"', f"Known by name: {', '.join(AGGREGATES)}."
        )
    return AGGREGATES[wanted]
