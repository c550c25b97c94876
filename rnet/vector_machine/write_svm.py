"""`write_svm`: a machine as LIBSVM's text file, with R's files of the scaling beside it."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.printing.numbers import as_character
from rnet.vector_machine.model_file import SECTION, TYPE_WORDS, kernel_words
from rnet.vector_machine.sparse import is_sparse
from rnet.vector_machine.svm_model import SVM

File = str | PathLike[str]


def write_svm(
    object: SVM,  # noqa: A002 - R's argument name
    svm_file: File = "Rdata.svm",
    scale_file: File = "Rdata.scale",
    yscale_file: File = "Rdata.yscale",
) -> None:
    """Write a fitted machine to LIBSVM's model file, and its scaling to files of R's own.

    Parameters
    ----------
    object : SVM
        What `svm` returned.
    svm_file : str or path-like
        The model, on the scaled data, as LIBSVM's `svm-predict` reads it.
    scale_file : str or path-like
        Center and scale of each scaled column, a line each; an empty line without any.
    yscale_file : str or path-like
        The same of the response; not written unless that was scaled.

    Raises
    ------
    RError
        For what is no machine, or a file that cannot be written.

    Notes
    -----
    R page: `?write.svm`. Support vectors keep 8 digits, as in R: `fit` pickled keeps all.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from rnet import data, svm, write_svm
    >>> fit = svm("dist ~ speed", data("cars"))
    >>> with tempfile.TemporaryDirectory() as name:
    ...     folder = pathlib.Path(name)
    ...     write_svm(fit, folder / "svm", folder / "scale", folder / "yscale")
    ...     (folder / "svm").read_text().splitlines()[:3]
    ['svm_type epsilon_svr', 'kernel_type rbf', 'gamma 1']
    """
    if not isinstance(object, SVM):
        raise RError(
            "object must be a fitted machine", f"This is a {type(object).__name__}; see svm()."
        )
    _write(svm_file, "".join(f"{line}\n" for line in model_lines(object)))
    scaling = object.scaling
    pairs = [] if scaling is None else list(zip(scaling.centers, scaling.scales, strict=True))
    _write(scale_file, "".join(map(_pair, pairs)) or "\n")
    if object.response_scaling is not None:
        _write(yscale_file, _pair(object.response_scaling))


def model_lines(fit: SVM) -> Iterator[str]:
    """Return the lines of LIBSVM's model file."""
    settings, kernel = fit.settings, fit.settings.kernel
    yield f"svm_type {TYPE_WORDS[settings.type.name]}"
    yield f"kernel_type {kernel_words()[kernel.name]}"
    if kernel.prints_degree:
        yield f"degree {int(settings.parameters.degree)}"
    if kernel.name != "linear":
        yield f"gamma {_full(settings.parameters.gamma)}"
    if kernel.prints_coef0:
        yield f"coef0 {_full(settings.parameters.coef0)}"
    yield f"nr_class {fit.nclasses}"
    yield f"total_sv {fit.tot_nSV}"
    yield f"rho {_numbers(fit.rho)}"
    yield f"label {' '.join(map(str, fit.labels))}"
    if fit.probability_model is not None:
        yield f"probA {_numbers(fit.probability_model.slopes)}"
        yield f"probB {_numbers(fit.probability_model.intercepts)}"
    yield f"nr_sv {' '.join(map(str, fit.nSV))}"
    yield SECTION
    for coefs, (columns, values) in zip(fit.solution.coefs, _support(fit), strict=True):
        cells = (
            f"{column + 1}:{value:.8g} " for column, value in zip(columns, values, strict=True)
        )
        yield f"{_numbers(coefs)} {''.join(cells)}"


def _support(fit: SVM) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.float64]]]:
    """Return the columns and values of each support vector that are not zero."""
    rows = fit.support_rows
    for number in range(fit.tot_nSV):
        if is_sparse(rows):
            row = rows[number]
            yield row.indices.astype(np.intp), row.data
        else:
            columns = np.flatnonzero(rows[number])
            yield columns, rows[number][columns]


def _numbers(values: npt.NDArray[np.float64]) -> str:
    return " ".join(map(_full, values))


def _full(value: float) -> str:
    return f"{value:.17g}"


def _pair(values: tuple[float, float]) -> str:
    return f"{as_character(float(values[0]))} {as_character(float(values[1]))}\n"


def _write(file: File, text: str) -> None:
    try:
        Path(file).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise RError("cannot open the connection", f"{file}: {error.strerror}.") from error
