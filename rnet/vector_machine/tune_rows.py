"""The rows of a sample as machines read them, made once for all settings `tune` tries."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rnet.generics import predict
from rnet.vector_machine.new_data import NewRows, unscaled_rows
from rnet.vector_machine.svm import svm
from rnet.vector_machine.training_data import TrainingData, data_of_formula, data_of_matrix
from rnet.vector_machine.tune_data import Test, TuningData
from rnet.vector_machine.tune_samples import Rows

READING = {"na_action": "na.omit", "scale": True}
"""Arguments of `svm` that say how its data are read, and what it takes without them."""
OTHER_DATA = {"formula", "data", "x", "y", "subset"}


@dataclass(frozen=True, slots=True, eq=False)
class SampleRows:
    """A sample, read.

    Attributes
    ----------
    training : TrainingData
        Instead of a formula, to `svm`.
    test : NewRows
        Instead of new data, to the machine's `predict`.
    arguments : dict
        Leaves out predictions of the training rows where nobody can tell.
    """

    training: TrainingData
    test: NewRows
    arguments: dict[str, Any]


def rows_of_samples(
    fit: Callable[..., Any],
    forecast: Callable[..., Any],
    data: TuningData,
    samples: Iterable[tuple[Rows, Test]],
    settings: Iterable[Mapping[str, Any]],
    always: Mapping[str, Any],
) -> list[SampleRows] | None:
    """Return every sample read; None where the method must read them itself.

    That is any method but `svm`, predictions by other means, and settings that change how rows
    are read.
    """
    varied = {name for setting in settings for name in setting}
    if fit is not svm or forecast is not predict or not data.is_self_contained:
        return None
    if varied & {*READING, *OTHER_DATA} or OTHER_DATA & set(always):
        return None
    reading = {name: always.get(name, default) for name, default in READING.items()}
    usual = not {"type", "fitted"} & {*varied, *always}
    arguments = {"fitted": False} if usual else {}
    return [_read(data, rows, test, reading, arguments) for rows, test in samples]


def _read(
    data: TuningData,
    rows: Rows,
    test: Test,
    reading: Mapping[str, Any],
    arguments: dict[str, Any],
) -> SampleRows:
    na_action, scale = reading["na_action"], reading["scale"]
    if data.data is not None:
        training = data_of_formula(data.x, data.data, rows, na_action, scale)
    else:
        _, columns = data.training_arguments(rows)
        training = data_of_matrix(columns["x"], columns["y"], None, na_action, scale)
    newdata = unscaled_rows(training.terms, training.column_names, test.newdata)
    return SampleRows(training, newdata, arguments if training.y is not None else {})
