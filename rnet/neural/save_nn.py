"""`fit.save(path)`: a network as plain, versioned JSON."""

import json
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.deparse import deparse_line
from rnet.neural.activations import Activation
from rnet.neural.error_functions import ErrorFunction
from rnet.neural.nn import NN
from rnet.neural.scaling import Scaling
from rnet.neural.training_record import TrainingRecord
from rnet.values import counts_positions, is_na

FORMAT, VERSION = "rnet network", 1
CRITERIA = ("error", "aic", "bic")


def save_nn(fit: NN, path: str | PathLike[str]) -> None:
    """Write a network to a file that `load_nn` reads.

    Parameters
    ----------
    fit : NN
        A network. Histories are not saved.
    path : str or path-like
        An existing file is replaced.

    Raises
    ------
    RError
        For custom functions written in Python: give them as R expressions, or pickle the fit.

    Notes
    -----
    The file is JSON (RFC 8259) with every double in the shortest decimals that give it back;
    missing and infinite numbers are the texts "NA", "NaN", "Inf" and "-Inf".
    """
    text = json.dumps(_network(fit), allow_nan=False, ensure_ascii=False, indent=1)
    Path(path).write_text(text + "\n", encoding="utf-8")


def _network(fit: NN) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "call": deparse_line(fit.call),
        "model.list": fit.model_list,
        "hidden": list(fit.layout.units[1:-1]),
        "err.fct": _function(fit.err_fct),
        "act.fct": _function(fit.act_fct),
        "output.act.fct": _function(fit.output_act_fct),
        "linear.output": fit.linear_output,
        "exclude": None if fit.exclude is None else np.asarray(fit.exclude, float).tolist(),
        "response": _matrix(fit.response),
        "covariate": _matrix(fit.covariate),
        "data": _frame(fit.data),
        "repetitions": [_repetition(fit, number) for number in range(len(fit.outcomes))],
        "training": None if fit.training is None else _training(fit.training),
    }


def _function(function: Activation | ErrorFunction) -> Any:
    if function.given is None:
        return function.name
    if isinstance(function.given, str):
        return {"expression": function.given}
    raise RError(
        "a custom function written in Python cannot be saved as text",
        "Give it as an R expression, such as act_fct='log(1 + exp(x))', or pickle the fit.",
    )


def doubles(values: npt.ArrayLike) -> list[Any]:
    """Return numbers as JSON can hold them."""
    flat = np.asarray(values, dtype=np.float64).ravel()
    if np.isfinite(flat).all():
        return flat.tolist()
    missing = is_na(flat)
    return [_special(value, na) for value, na in zip(flat.tolist(), missing, strict=True)]


def _special(value: float, na: bool) -> Any:
    if np.isfinite(value):
        return value
    if na:
        return "NA"
    return "NaN" if np.isnan(value) else ("Inf" if value > 0 else "-Inf")


def _matrix(matrix: pd.DataFrame) -> dict[str, Any]:
    return {
        "logical": all(dtype.kind == "b" for dtype in matrix.dtypes),
        "rows": len(matrix),
        "row.names": _labels(matrix.index),
        "col.names": _labels(matrix.columns),
        "values": doubles(matrix.to_numpy(dtype=np.float64)),
    }


def _labels(labels: "pd.Index[Any]") -> list[str] | None:
    return None if isinstance(labels, pd.RangeIndex) else [str(label) for label in labels]


def _frame(frame: pd.DataFrame) -> dict[str, Any]:
    counted = counts_positions(frame.index)
    index = frame.index.tolist() if counted else [str(label) for label in frame.index]
    names = [str(name) for name in frame.columns]
    columns = [_column(frame.iloc[:, place]) for place in range(frame.shape[1])]
    return {
        "row.names": index,
        "columns": [{"name": n, **c} for n, c in zip(names, columns, strict=True)],
    }


def _column(column: "pd.Series[Any]") -> dict[str, Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return {
            "type": "factor",
            "levels": [str(level) for level in column.cat.categories],
            "ordered": bool(column.cat.ordered),
            "codes": column.cat.codes.tolist(),
        }
    kind = column.dtype.kind if isinstance(column.dtype, np.dtype) else ""
    if kind in ("i", "u"):
        return {"type": "integer", "values": column.tolist()}
    if kind == "b":
        return {"type": "logical", "values": column.tolist()}
    if kind == "f" or pd.api.types.is_numeric_dtype(column.dtype):
        return {"type": "double", "values": doubles(column.to_numpy(np.float64, na_value=np.nan))}
    texts: Sequence[Any] = column.tolist()
    return {"type": "character", "values": [None if pd.isna(t) else str(t) for t in texts]}


def _repetition(fit: NN, number: int) -> dict[str, Any]:
    outcome = fit.outcomes[number]
    ended = {
        "status": int(outcome.status),
        "steps": doubles([outcome.steps])[0],
        "reached": doubles([outcome.reached])[0],
        "smallest": doubles([outcome.smallest])[0],
        "seconds": doubles([outcome.seconds])[0],
    }
    if fit.weights is None or fit.result_matrix is None or fit.startweights is None:
        return ended
    weights, starts = fit.weights[number], fit.startweights[number]
    if weights is None or starts is None:
        return ended
    column = fit.result_matrix.iloc[:, fit.converged.index(number + 1)]
    found = {name: doubles([column[name]])[0] for name in CRITERIA if name in column.index}
    weight_count = fit.layout.size
    return {
        **ended,
        "criteria": found,
        "startweights": doubles(fit.layout.join(starts)),
        "weights": doubles(fit.layout.join(weights)),
        "values": doubles(column.to_numpy(dtype=np.float64)[-weight_count:]),
    }


def _training(record: TrainingRecord) -> dict[str, Any]:
    settings, sizes = record.settings, record.settings.sizes
    return {
        "algorithm": settings.algorithm.name,
        "threshold": doubles([settings.threshold])[0],
        "stepmax": doubles([settings.step_limit])[0],
        "learningrate.limit": doubles([sizes.lowest, sizes.highest]),
        "learningrate.factor": doubles([sizes.minus, sizes.plus]),
        "learningrate": doubles(sizes.fixed),
        "free": record.free.tolist(),
        "simple.cross.entropy": record.simple_cross_entropy,
        "case.weights": None if record.case_weights is None else doubles(record.case_weights),
        "scaling": None if record.scaling is None else _scaling(record.scaling),
        "starts": doubles(record.starts),
        "weights": doubles(record.weights),
        "step.sizes": None if record.step_sizes is None else doubles(record.step_sizes),
    }


def _scaling(scaling: Scaling) -> dict[str, Any]:
    return {
        "centre": doubles(scaling.centre),
        "spread": doubles(scaling.spread),
        "response.centre": doubles(scaling.response_centre),
        "response.spread": doubles(scaling.response_spread),
    }
