"""LIBSVM's model file as text: its words, its head and its support vectors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.vector_machine.kernels import KERNELS, Rows

Doubles: TypeAlias = npt.NDArray[np.float64]

SECTION = "SV"
MOST_DENSE = 2**24
LARGEST_C_INT = 2**31 - 1
TYPE_WORDS: Mapping[str, str] = {
    "C-classification": "c_svc",
    "nu-classification": "nu_svc",
    "one-classification": "one_class",
    "eps-regression": "epsilon_svr",
    "nu-regression": "nu_svr",
}


def kernel_words() -> dict[str, str]:
    """Return LIBSVM's word for each kernel, by R's name."""
    return {kernel.name: "rbf" if kernel.name == "radial" else kernel.name for kernel in KERNELS}


@dataclass(frozen=True, slots=True)
class ModelText:
    """A model file taken apart.

    Attributes
    ----------
    head : mapping of str to tuple of str
        The words that follow each keyword.
    coefs : numpy.ndarray, shape (s, k - 1)
        Coefficients of the s support vectors.
    support : numpy.ndarray or csr_matrix, shape (s, p)
        The support vectors, sparse where they would fill the memory; p is the largest column.
    """

    head: Mapping[str, tuple[str, ...]]
    coefs: Doubles
    support: Rows

    def word(self, key: str, words: Mapping[str, str]) -> str:
        """Return R's name for the word of LIBSVM that follows `key`."""
        names = {word: name for name, word in words.items()}
        found = self.head.get(key, ("",))[0]
        if found not in names:
            raise damaged(f"{key} must be one of: {', '.join(names)}.")
        return names[found]

    def numbers(self, key: str, count: int) -> Doubles:
        """Return the `count` numbers that follow `key`."""
        words = self.head.get(key, ())
        values = _doubles(words, key)
        if len(values) != count:
            raise damaged(f"{key} needs {count} numbers, and has {len(values)}.")
        return values

    def number(self, key: str, default: float) -> float:
        """Return the number that follows `key`, or `default` without one."""
        return float(self.numbers(key, 1)[0]) if key in self.head else default


def damaged(advice: str) -> RError:
    """Return the error for text that is no model file."""
    return RError("can't read the file as a model of LIBSVM", advice)


def read_model_text(text: str) -> ModelText:
    """Take a model file apart.

    Raises
    ------
    RError
        If the text is no model file.
    """
    lines = [line.split() for line in text.splitlines()]
    if [SECTION] not in lines:
        raise damaged(f"There is no line {SECTION}, after which the support vectors stand.")
    start = lines.index([SECTION])
    head = {words[0]: tuple(words[1:]) for words in lines[:start] if words}
    rows = [words for words in lines[start + 1 :] if words]
    classes = len(head.get("nr_sv", ())) or 2
    coefs = np.zeros((len(rows), classes - 1))
    cells: list[tuple[int, int, float]] = []
    for row, words in enumerate(rows):
        where = f"the support vector {row + 1}"
        coefs[row] = _exactly(_doubles(words[: classes - 1], where), classes - 1, where)
        cells += [(row, *_cell(word)) for word in words[classes - 1 :]]
    width = max((column for _, column, _ in cells), default=0)
    return ModelText(head, coefs, _matrix(cells, len(rows), width))


def _matrix(cells: list[tuple[int, int, float]], rows: int, columns: int) -> Rows:
    """Return the matrix with these values at (row from 0, column from 1)."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only when a model is read

    places = np.array([(row, column - 1) for row, column, _ in cells], dtype=np.intp).reshape(-1, 2)
    values = np.array([value for _, _, value in cells], dtype=np.float64)
    sparse = csr_matrix((values, (places[:, 0], places[:, 1])), shape=(rows, columns))
    return sparse if rows * columns > MOST_DENSE else sparse.toarray()


def _cell(word: str) -> tuple[int, float]:
    """Read `column:value`."""
    column, colon, value = word.partition(":")
    if not colon or not column.isdecimal() or not 1 <= int(column) <= LARGEST_C_INT:
        raise damaged(f"{word!r} is not column:value, with columns from 1.")
    return int(column), float(_doubles([value], word)[0])


def _doubles(words: Sequence[str], where: str) -> Doubles:
    try:
        values = np.array([float(word) for word in words], dtype=np.float64)
    except ValueError as error:
        raise damaged(f"Numbers are expected in {where}.") from error
    if not np.isfinite(values).all():
        raise damaged(f"Finite numbers are expected in {where}.")
    return values


def _exactly(values: Doubles, count: int, where: str) -> Doubles:
    if len(values) != count:
        raise damaged(f"There are {len(values)} coefficients in {where} instead of {count}.")
    return values
