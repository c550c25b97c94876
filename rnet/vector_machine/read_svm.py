"""`read_svm`: a machine from LIBSVM's model file."""

from collections.abc import Sequence
from itertools import combinations
from os import PathLike
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.left_out import LeftOut
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.values import NA, named_matrix
from rnet.vector_machine.cross_validation import ProbabilityModel
from rnet.vector_machine.kernels import KernelParameters, Rows, kernel_named
from rnet.vector_machine.model_file import (
    TYPE_WORDS,
    ModelText,
    damaged,
    kernel_words,
    read_model_text,
)
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.scaling import Scaling
from rnet.vector_machine.sparse import is_sparse
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.svm_types import SvmType, type_named

File = str | PathLike[str]


@keeps_call("read.svm")
def read_svm(
    call: Call,
    svm_file: File = "Rdata.svm",
    scale_file: File | None = None,
    yscale_file: File | None = None,
    *,
    levels: Sequence[str] | None = None,
    column_names: Sequence[str] | None = None,
    scaled: Sequence[bool] | None = None,
) -> SVM:
    """Read a machine from a model file of LIBSVM: `write_svm`'s, R's, or `svm-train`'s own.

    Parameters
    ----------
    svm_file : str or path-like
        The model.
    scale_file, yscale_file : str or path-like, optional
        What `write_svm` wrote beside it; without them newdata must come scaled, and predicted
        numbers are on the scale of the scaled response.
    levels : sequence of str, optional
        The classes: label 1 in the file (R's and `write_svm`'s) is the first level; labels of
        other kinds, such as -1 and 1, get the levels in increasing order. The labels themselves
        by default.
    column_names : sequence of str, optional
        Names of the columns; numbers from 1 by default. Give them also when the last columns
        are zero in every support vector, which the file does not tell.
    scaled : sequence of bool, optional
        Which columns the lines of `scale_file` belong to, when it has not one for each.

    Returns
    -------
    SVM
        It prints and predicts; a formula, fitted values and the numbers of the rows are not in
        the file, nor are cost, nu and epsilon (missing values).

    Raises
    ------
    RError
        If a file cannot be read, or holds something else.

    Notes
    -----
    R has no such function; `?write.svm` describes the files.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from rnet import data, predict, read_svm, svm, write_svm
    >>> iris = data("iris")
    >>> fit = svm("Species ~ .", iris)
    >>> with tempfile.TemporaryDirectory() as name:
    ...     model, scale = pathlib.Path(name, "svm"), pathlib.Path(name, "scale")
    ...     write_svm(fit, model, scale)
    ...     again = read_svm(model, scale, levels=fit.levels)
    >>> predict(again, iris.iloc[[0, 75], :4]).tolist()
    ['setosa', 'versicolor']
    """
    text = read_model_text(_text(svm_file))
    kind = type_named(text.word("svm_type", TYPE_WORDS))
    support = _columns(text.support, column_names, scaled)
    codes, classes = (
        _classes(text, levels) if kind.classifies else (np.zeros(2, dtype=np.intp), None)
    )
    solution = _solution(kind, text, codes)
    rows = [str(number) for number in range(1, support.shape[0] + 1)]
    scaling = None if scale_file is None else _scaling(scale_file, support.shape[1], scaled)
    moments = _pairs(yscale_file) if yscale_file is not None and kind.regresses else []
    marks = np.zeros(support.shape[1], dtype=np.bool_)
    marks[[] if scaling is None else scaling.positions] = True
    return SVM(
        call=call,
        settings=_settings(kind, text),
        scaled=marks,
        scaling=scaling,
        response_scaling=moments[0] if moments else None,
        levels=classes,
        probability_model=_probability_model(text, len(solution.rho)),
        cross_validation=None,
        solution=solution,
        SV=support if is_sparse(support) else _named(support, rows, column_names),
        left_out=LeftOut(np.ones(len(rows), dtype=np.bool_), rows, pads=False),
        terms=None,
        fitted_values=None,
        response_residuals=None,
    )


def _text(file: File) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise RError("cannot open the connection", f"{file}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise damaged(f"{file} is not a text.") from error


def _columns(
    support: Rows, column_names: Sequence[str] | None, scaled: Sequence[bool] | None
) -> Rows:
    """Return the support vectors with all the columns the caller knows of."""
    known = support.shape[1]
    columns = max(known, len(column_names or ()), len(scaled or ()))
    if column_names is not None and len(column_names) < known:
        raise RError(
            f"length of 'dimnames' [2] not equal to array extent ({known} columns)",
            "`column_names` needs a name for every column of the support vectors.",
        )
    if is_sparse(support):
        support.resize(support.shape[0], columns)
        return support
    return np.pad(support, ((0, 0), (0, columns - known)))


def _named(
    support: npt.NDArray[np.float64], rows: list[str], column_names: Sequence[str] | None
) -> pd.DataFrame:
    counted = [str(number) for number in range(1, support.shape[1] + 1)]
    return named_matrix(support, rows, list(column_names or counted))


def _settings(kind: SvmType, text: ModelText) -> SolverSettings:
    return SolverSettings(
        type=kind,
        kernel=kernel_named(text.word("kernel_type", kernel_words())),
        parameters=KernelParameters(
            text.number("degree", 3.0), text.number("gamma", 0.0), text.number("coef0", 0.0)
        ),
        cost=NA,
        nu=NA,
        epsilon=NA,
        cachesize=NA,
        tolerance=NA,
        shrinking=True,
    )


def _solution(kind: SvmType, text: ModelText, codes: npt.NDArray[np.intp]) -> Solution:
    size, classes = len(text.coefs), len(codes)
    if text.coefs.shape[1] != classes - 1 or (size and not text.support.shape[1]):
        raise damaged("The support vectors have no columns, or too few coefficients.")
    rho = text.numbers("rho", len(list(combinations(range(classes), 2))))
    index = np.arange(size)
    if not kind.classifies:
        zeros = np.zeros(2, dtype=np.intp)
        return Solution(zeros, zeros, index, text.coefs, rho)
    counts = text.numbers("nr_sv", classes).astype(np.intp)
    if counts.sum() != size:
        raise damaged(f"There are {size} support vectors, and nr_sv counts {counts.sum()}.")
    return Solution(codes, counts, index, text.coefs, rho)


def _classes(
    text: ModelText, levels: Sequence[str] | None
) -> tuple[npt.NDArray[np.intp], list[str]]:
    """Return the code of each class in the order of the file, and the levels."""
    count = int(text.number("nr_class", 2.0))
    labels = text.numbers("label", count)
    known, ranks = np.unique(labels, return_inverse=True)
    if len(known) < count:
        raise damaged("label names a class twice.")
    if levels is None:
        return ranks.astype(np.intp), sorted(text.head["label"], key=float)
    numbered = np.isin(labels, np.arange(1, len(levels) + 1)).all()
    if not numbered and len(levels) != count:
        raise RError(
            f"there are {count} classes, and {len(levels)} levels",
            f"The labels in the file are: {', '.join(text.head['label'])}.",
        )
    codes = labels - 1 if numbered else ranks
    return codes.astype(np.intp), [str(level) for level in levels]


def _probability_model(text: ModelText, pairs: int) -> ProbabilityModel | None:
    if "probA" not in text.head or "probB" not in text.head:
        return None
    return ProbabilityModel(text.numbers("probA", pairs), text.numbers("probB", pairs), 0.0)


def _scaling(file: File, columns: int, scaled: Sequence[bool] | None) -> Scaling | None:
    pairs = np.array(_pairs(file), dtype=np.float64).reshape(-1, 2)
    marks = np.ones(columns, dtype=np.bool_) if scaled is None else np.asarray(scaled, np.bool_)
    positions = np.flatnonzero(marks)
    if not len(pairs):
        return None
    if len(positions) != len(pairs):
        raise RError(
            f"the scale file has {len(pairs)} lines for {len(positions)} columns",
            "Say which columns were scaled: `scaled` has a True for each line of the file.",
        )
    return Scaling(positions, pairs[:, 0].copy(), pairs[:, 1].copy())


def _pairs(file: File) -> list[tuple[float, float]]:
    """Read lines of center and scale."""
    try:
        rows = [[float(word) for word in line.split()] for line in _text(file).splitlines()]
        return [(center, scale) for center, scale in (row for row in rows if row)]
    except ValueError as error:
        if isinstance(error, RError):
            raise
        raise damaged(f"Each line of {file} must hold a center and a scale.") from error
