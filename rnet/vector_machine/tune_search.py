"""Search for the best setting of a method: what `tune` and all its relatives do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.generics import predict
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Node
from rnet.parallel import cluster_size, inside_worker, worker_count
from rnet.progress import counting_bar
from rnet.vector_machine.tune_control import TuneControl, tune_control
from rnet.vector_machine.tune_data import tuning_data
from rnet.vector_machine.tune_errors import prediction_error
from rnet.vector_machine.tune_grid import Grid, expand_grid, random_settings
from rnet.vector_machine.tune_method import method_name, method_named, with_call
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_rows import rows_of_samples
from rnet.vector_machine.tune_run import Work, errors_of
from rnet.vector_machine.tune_samples import draw_samples

NOT_SHOWN = ("n.jobs", "progress")
OPTIONS = (
    "data", "validation_x", "validation_y", "predict_func", "tunecontrol", "n_jobs", "progress",
)  # fmt: skip
"""Arguments of `tune` that its relatives pass on."""
FORMULAS = ("train.x", "x", "formula")


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What `tune` was asked.

    Attributes
    ----------
    call : Call
        Kept in the best fit.
    method : callable or str
    x, y, data, validation_x, validation_y, ranges, predict_func
        As in `tune`.
    tunecontrol : TuneControl or None
    n_jobs : int or None
    progress : bool or None
    always : mapping
        Arguments of every fit.
    name : str, optional
        What R calls the method, where that is not its own name.
    """

    call: Call
    method: Any
    x: Any
    y: Any = None
    data: Any = None
    validation_x: Any = None
    validation_y: Any = None
    ranges: Mapping[str, Any] | None = None
    predict_func: Callable[..., Any] | None = None
    tunecontrol: TuneControl | None = None
    n_jobs: int | None = None
    progress: bool | None = None
    always: Mapping[str, Any] | None = None
    name: str | None = None

    def best(self) -> Any:
        """Return the best fit, whether the control asks for it or not."""
        control = tune_control() if self.tunecontrol is None else self.tunecontrol
        wanted = replace(control, best_model=True) if isinstance(control, TuneControl) else control
        return replace(self, tunecontrol=wanted).run().best_model

    def run(self) -> Tune:
        """Draw the samples, fit every setting to each, and fit the best one to all rows."""
        control = tune_control() if self.tunecontrol is None else self.tunecontrol
        if not isinstance(control, TuneControl):
            raise RError(
                "$ operator is invalid for atomic vectors", "Give tunecontrol=tune_control()."
            )
        workers = worker_count(self.n_jobs)
        if workers > 1 or (self.n_jobs is None and not inside_worker()):
            workers = max(workers, cluster_size())
        data = tuning_data(
            self.x, self.y, self.data, self.validation_x, self.validation_y,
            validates=control.sampling != "cross",
        )  # fmt: skip
        samples = draw_samples(control, data.rows, has_validation_set=data.validation is not None)
        data.check()
        grid = expand_grid(self.ranges)
        if control.random is not None:
            grid = random_settings(grid, control.random)
        _check_given_once(self.always or {}, grid.table, formula=data.data is not None)
        work = Work(
            fit=method_named(self.method),
            predict=self.predict_func or predict,
            data=data,
            training=samples.training,
            tests=[data.test(rows) for rows in samples.training],
            settings=grid.settings,
            always=dict(self.always or {}),
            error=control.error_fun or prediction_error,
            repeats=control.nrepeat,
        )
        read = rows_of_samples(
            work.fit, work.predict, data, zip(work.training, work.tests, strict=True),
            work.settings, work.always,
        )  # fmt: skip
        work = replace(work, read=read)
        name = method_name(self.method) if self.name is None else self.name
        fits = len(work.tasks())
        with counting_bar(fits, f"tune {name}", "fit", self.progress) as advance:
            errors = errors_of(work, workers if data.is_self_contained else 1, advance)
        table = _performances(grid, errors, control)
        best = _first_smallest(table["error"].to_numpy())
        model = None
        if control.best_model and best is not None:
            model = with_call(work.fit_all(best), shown_call(self.call))
        training = samples.training
        return Tune(
            best_parameters=grid.table.iloc[[] if best is None else [best]],
            best_performance=None if best is None else float(table["error"].iloc[best]),
            method=name,
            nparcomb=len(grid.settings),
            train_ind=training
            if samples.names is None
            else dict(zip(samples.names, training, strict=True)),
            sampling=samples.text,
            performances=table if control.performances else None,
            best_model=model,
        )


def split_arguments(
    given: Mapping[str, Any], parameters: Sequence[str]
) -> tuple[dict[str, Any] | None, dict[str, Any], dict[str, Any]]:
    """Return the ranges in R's order, the arguments of the search, and those of every fit."""
    ranges = {name: given[name] for name in parameters if given.get(name) is not None}
    options = {name: given[name] for name in OPTIONS if name in given}
    taken = {*parameters, *OPTIONS}
    return ranges or None, options, {k: v for k, v in given.items() if k not in taken}


def _check_given_once(always: Mapping[str, Any], table: pd.DataFrame, *, formula: bool) -> None:
    own = ("data", "subset") if formula else ("x", "y")
    twice = [name for name in always if name in own or name.replace("_", ".") in table.columns]
    if twice:
        shown = twice[0].replace("_", ".")
        raise RError(
            f'formal argument "{shown}" matched by multiple actual arguments',
            f"tune gives ‘{shown}’ itself.",
        )


def _performances(grid: Grid, errors: Any, control: TuneControl) -> pd.DataFrame:
    """Return the table of settings with the errors of their samples made one number."""
    by_sample = [
        np.array([_one(control.repeat_aggregate(repeats)) for repeats in samples])
        for samples in errors
    ]
    return grid.table.assign(
        error=[_one(control.sampling_aggregate(found)) for found in by_sample],
        dispersion=[_one(control.sampling_dispersion(found)) for found in by_sample],
    )


def _one(value: Any) -> float:
    return float(np.ravel(np.asarray(value, dtype=np.float64))[0])


def _first_smallest(errors: npt.NDArray[np.float64]) -> int | None:
    """Return the position of the smallest error; None where there is no number."""
    known = ~np.isnan(errors)
    return int(np.argmin(np.where(known, errors, np.inf))) if known.any() else None


def shown_call(call: Call) -> Call:
    """Return the call as R shows it: a formula as a formula, without what R does not know."""
    shown = [
        Argument(argument.name, _as_formula(argument))
        for argument in call.arguments
        if argument.name not in NOT_SHOWN
    ]
    return Call(call.function, tuple(shown))


def _as_formula(argument: Argument) -> Node | None:
    value = argument.value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return value
    is_formula = argument.name in FORMULAS or (argument.name is None and "~" in value.value)
    return parse_expression(value.value) if is_formula else value
