"""`load_nn`: read a network from a file."""

from os import PathLike
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.files.source import bytes_of
from rnet.language.parser import parse_expression
from rnet.language.tree import Call
from rnet.neural.activations import ACTIVATIONS, LINEAR, Activation, restored_activation
from rnet.neural.error_functions import ERROR_FUNCTIONS, ErrorFunction, error_function
from rnet.neural.exclude import FixedWeights
from rnet.neural.fit_nn import Repetition
from rnet.neural.json_reader import JsonValue
from rnet.neural.model_data import ModelData, matrix_row_names
from rnet.neural.network import Layout, Network, forward
from rnet.neural.nn import NN
from rnet.neural.nn_parts import network_record
from rnet.neural.optimizers import OPTIMIZERS, Optimizer
from rnet.neural.problem import Outcome, Status, TrainingSettings
from rnet.neural.rprop import ALGORITHMS, Algorithm, StepSizes
from rnet.neural.save_nn import CRITERIA, FORMAT, VERSION
from rnet.neural.scaling import Scaling
from rnet.neural.training_record import TrainingRecord
from rnet.values import is_na, named_matrix

Doubles = npt.NDArray[np.float64]

MOST_UNITS = 2**31


def load_nn(file: str | PathLike[str]) -> NN:
    """Read a network that ``fit.save(file)`` wrote, or that R wrote with ``saveRDS(fit, file)``.

    Parameters
    ----------
    file : str or path-like
        A file of rnet, or an `.rds` file of R holding an object of class `nn` (this needs the
        package rdata).

    Returns
    -------
    NN
        The network; `history` is not saved, and of R's files nothing about the training is known.

    Raises
    ------
    RError
        For a file that holds something else, is damaged, or comes from a newer rnet.

    Notes
    -----
    Reading runs no code of the file: it is data, and every value is checked. Custom functions
    are saved as R expressions only, which rnet evaluates itself: arithmetic, nothing else.

    Examples
    --------
    >>> import rnet, tempfile, os
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     fit.save(os.path.join(folder, "cars.json"))
    ...     again = rnet.load_nn(os.path.join(folder, "cars.json"))
    >>> str(again) == str(fit)
    True
    """
    content = bytes_of(file)
    if _is_from_r(content):
        from rnet.neural.read_rds import read_rds  # noqa: PLC0415 - needs rdata

        return read_rds(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise RError("the file is no network saved by rnet", "It is not text.") from None
    return _network(JsonValue.of(text))


def _is_from_r(content: bytes) -> bool:
    """Whether a file is a serialized R object: plain, or packed by gzip, bzip2 or xz."""
    return content.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"X\n", b"A\n", b"RDX"))


def _network(file: JsonValue) -> NN:
    if file["format"].text() != FORMAT:
        file["format"].wrong(f'"{FORMAT}"')
    if file["version"].whole() > VERSION:
        raise RError(
            f"the file has version {file['version'].value}, this rnet reads up to {VERSION}",
            "Update rnet.",
        )
    data = _model_data(file)
    hidden = [layer.whole(1, MOST_UNITS) for layer in file["hidden"]]
    layout = Layout((len(data.variables), *hidden, len(data.responses)))
    error, activations = _functions(file)
    linear = file["linear.output"].flag()
    network = Network(layout, activations[0], LINEAR if linear else activations[1])
    outcomes, repetitions, fixed = _repetitions(file["repetitions"], data, network)
    return network_record(
        call=_call(file["call"]),
        error=error,
        hidden=activations[0],
        output=activations[1],
        linear_output=linear,
        exclude=file["exclude"].optional(_exclude),
        data=data,
        layout=layout,
        fixed=fixed,
        outcomes=outcomes,
        repetitions=repetitions,
        training=file["training"].optional(lambda part: _training(part, data, layout, outcomes)),
    )


def _call(part: JsonValue) -> Call:
    try:
        tree = parse_expression(part.text())
    except RError:
        part.wrong("an R call")
    return tree if isinstance(tree, Call) else part.wrong("an R call")


def _functions(file: JsonValue) -> tuple[ErrorFunction, tuple[Activation, Activation]]:
    error = error_function(_function(file["err.fct"], set(ERROR_FUNCTIONS)))
    hidden, output = (
        restored_activation(_function(file[name], set(ACTIVATIONS)))
        for name in ("act.fct", "output.act.fct")
    )
    return error, (hidden, output)


def _function(part: JsonValue, known: set[str]) -> str:
    """Return a known name, or the text of an R expression."""
    if part.has("expression"):
        return part["expression"].text()
    name = part.text()
    return name if name in known else part.wrong(f"one of {', '.join(sorted(known))}")


def _exclude(part: JsonValue) -> Doubles:
    rows = list(part)
    if any(isinstance(row.value, list) for row in rows):
        return np.array([row.numbers(3) for row in rows])
    return part.numbers()


# ---- data ----


def _model_data(file: JsonValue) -> ModelData:
    frame = _frame(file["data"])
    responses = tuple(file["model.list"]["response"].texts())
    variables = tuple(file["model.list"]["variables"].texts())
    response = _matrix(file["response"], len(frame), len(responses))
    covariate = _matrix(file["covariate"], len(frame), len(variables))
    names = matrix_row_names(frame)
    return ModelData(frame, responses, variables, response, covariate, names, None)


def _matrix(part: JsonValue, rows: int, columns: int) -> pd.DataFrame:
    if part["rows"].whole() != rows:
        part["rows"].wrong(f"{rows}, as the data have")
    values: npt.NDArray[Any] = part["values"].numbers(rows * columns).reshape((rows, columns))
    row_names = part["row.names"].optional(JsonValue.texts)
    column_names = part["col.names"].optional(JsonValue.texts)
    for names, wanted in ((row_names, rows), (column_names, columns)):
        if names is not None and len(names) != wanted:
            part.wrong(f"a matrix of {rows} x {columns} with as many names")
    if part["logical"].flag():
        values = values != 0
    return named_matrix(values, row_names, column_names)


def _frame(part: JsonValue) -> pd.DataFrame:
    index = part["row.names"]
    counted = all(isinstance(label.value, int) for label in index)
    labels: list[Any] = index.wholes(-(2**53), 2**53).tolist() if counted else index.texts()
    if counted and labels == list(range(len(labels))):
        rows: pd.Index[Any] = pd.RangeIndex(len(labels))
    else:
        rows = pd.Index(labels)
    columns = [(column["name"].text(), _column(column, len(rows))) for column in part["columns"]]
    frame = pd.DataFrame(dict(enumerate(values for _, values in columns)), index=rows)
    return frame.set_axis([name for name, _ in columns], axis=1)


def _column(part: JsonValue, rows: int) -> Any:
    kind = part["type"].text()
    if kind == "factor":
        levels = part["levels"].texts()
        codes = part["codes"].wholes(-1, len(levels) - 1)
        if len(set(levels)) != len(levels):
            part["levels"].wrong("an array of different texts")
        ordered, known = part["ordered"].flag(), pd.Index(levels, dtype="str")
        found: Any = pd.Categorical.from_codes(codes, known, ordered)
    elif kind == "double":
        found = part["values"].numbers()
    elif kind == "integer":
        found = part["values"].wholes(-(2**63), 2**63 - 1)
    elif kind == "logical":
        found = np.array([item.flag() for item in part["values"]], dtype=np.bool_)
    elif kind == "character":
        found = [item.optional(JsonValue.text) for item in part["values"]]
    else:
        part["type"].wrong("a type of column")
    if len(found) != rows:
        part.wrong(f"a column of {rows} values")
    return found


# ---- repetitions ----


def _repetitions(
    part: JsonValue, data: ModelData, network: Network
) -> tuple[list[Outcome], list[Repetition | None], FixedWeights]:
    outcomes: list[Outcome] = []
    found: list[Repetition | None] = []
    at_zero = np.zeros(0, dtype=np.int64)
    covariate = data.covariate.to_numpy(dtype=np.float64)
    for item in part:
        outcome = Outcome(
            Status(item["status"].whole(0, Status.STEP_LIMIT)),
            *(item[name].number() for name in ("steps", "reached", "smallest", "seconds")),
        )
        outcomes.append(outcome)
        if outcome.status != Status.CONVERGED:
            found.append(None)
            continue
        size = network.layout.size
        shown = item["weights"].numbers(size)
        at_zero = np.flatnonzero(is_na(shown)).astype(np.int64)
        start = item["startweights"].numbers(size)
        start[is_na(start)] = 0.0
        values = item["values"].numbers(size)
        output = forward(network, network.layout.split(values), covariate).output
        criteria = {n: item["criteria"][n].number() for n in CRITERIA if item["criteria"].has(n)}
        if "error" not in criteria:
            item["criteria"].wrong('an object with "error"')
        found.append(Repetition(start, values, output, criteria))
    if not outcomes:
        part.wrong("an array of repetitions")
    return outcomes, found, FixedWeights(at_zero, np.zeros(len(at_zero)))


def _training(
    part: JsonValue, data: ModelData, layout: Layout, outcomes: list[Outcome]
) -> TrainingRecord:
    known: dict[str, Algorithm | Optimizer] = {**ALGORITHMS, **OPTIMIZERS}
    algorithm = known.get(part["algorithm"].text())
    if algorithm is None:
        part["algorithm"].wrong("an algorithm")
    free = part["free"].wholes(0, layout.size - 1)
    shape = (len(outcomes), layout.size)
    starts, weights = (
        part[name].numbers(shape[0] * shape[1]).reshape(shape) for name in ("starts", "weights")
    )
    count = len(outcomes) * len(free)
    lowest, highest = part["learningrate.limit"].numbers(2).tolist()
    minus, plus = part["learningrate.factor"].numbers(2).tolist()
    sizes = StepSizes(lowest, highest, minus, plus, part["learningrate"].numbers(len(free)))
    return TrainingRecord(
        settings=TrainingSettings(
            algorithm, part["threshold"].number(), part["stepmax"].number(), sizes, 0, 1
        ),
        free=free,
        simple_cross_entropy=part["simple.cross.entropy"].flag(),
        case_weights=part["case.weights"].optional(lambda p: p.numbers(len(data.frame))),
        scaling=part["scaling"].optional(lambda p: _scaling(p, layout)),
        starts=starts,
        weights=weights,
        step_sizes=part["step.sizes"].optional(
            lambda p: p.numbers(count).reshape((len(outcomes), len(free)))
        ),
        histories=(),
    )


def _scaling(part: JsonValue, layout: Layout) -> Scaling:
    predictors, responses = layout.units[0], layout.units[-1]
    return Scaling(
        part["centre"].numbers(predictors),
        part["spread"].numbers(predictors),
        part["response.centre"].numbers(responses),
        part["response.spread"].numbers(responses),
    )
