"""LIBSVM's shared library, as the package `libsvm-official` brings it, and its structures (svm.h).

The package's own Python layer is left out: it loads SciPy, which takes longer than most fits.
"""

import ctypes
import functools
from ctypes import POINTER, Structure, c_char_p, c_double, c_int
from pathlib import Path
from typing import Any

Say = ctypes.CFUNCTYPE(None, c_char_p)
"""What LIBSVM calls to tell its progress."""


class Node(Structure):
    """`svm_node`: one number of a row, and its place in it, from 1; -1 ends the row."""

    _fields_ = [("index", c_int), ("value", c_double)]


class Problem(Structure):
    """`svm_problem`: rows and responses."""

    _fields_ = [("l", c_int), ("y", POINTER(c_double)), ("x", POINTER(POINTER(Node)))]


class Parameter(Structure):
    """`svm_parameter`."""

    _fields_ = [
        ("svm_type", c_int),
        ("kernel_type", c_int),
        ("degree", c_int),
        ("gamma", c_double),
        ("coef0", c_double),
        ("cache_size", c_double),
        ("eps", c_double),
        ("C", c_double),
        ("nr_weight", c_int),
        ("weight_label", POINTER(c_int)),
        ("weight", POINTER(c_double)),
        ("nu", c_double),
        ("p", c_double),
        ("shrinking", c_int),
        ("probability", c_int),
    ]


class Machine(Structure):
    """`svm_model`."""

    _fields_ = [
        ("param", Parameter),
        ("nr_class", c_int),
        ("l", c_int),
        ("SV", POINTER(POINTER(Node))),
        ("sv_coef", POINTER(POINTER(c_double))),
        ("rho", POINTER(c_double)),
        ("probA", POINTER(c_double)),
        ("probB", POINTER(c_double)),
        ("prob_density_marks", POINTER(c_double)),
        ("sv_indices", POINTER(c_int)),
        ("label", POINTER(c_int)),
        ("nSV", POINTER(c_int)),
        ("free_sv", c_int),
    ]


def library() -> Any:
    """Return LIBSVM's functions that are used here; None where the package is not installed."""
    try:
        import libsvm  # noqa: PLC0415 - an optional package
    except ImportError:
        return None
    return _loaded(libsvm.__path__[0])


@functools.cache
def _loaded(folder: str) -> Any:
    file = next((str(path) for path in sorted(Path(folder).glob("clib.cp*"))), None)
    if file is None:
        return None
    found = ctypes.CDLL(file)
    found.svm_train.restype = POINTER(Machine)
    found.svm_train.argtypes = [POINTER(Problem), POINTER(Parameter)]
    found.svm_free_and_destroy_model.restype = None
    found.svm_free_and_destroy_model.argtypes = [POINTER(POINTER(Machine))]
    found.svm_set_print_string_function.restype = None
    found.svm_set_print_string_function.argtypes = [Say]
    return found
