"""Columns of texts turned into the kind of vector their texts spell."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.factor_functions import coded
from rnet.printing.collation import sorted_strings
from rnet.values import LARGEST_INTEGER, NA

TRUTH = {"T": True, "TRUE": True, "true": True, "True": True,
         "F": False, "FALSE": False, "false": False, "False": False}  # fmt: skip
WHOLE = re.compile(r"\s*[+-]?\d+")
REAL = re.compile(
    r"[+-]?(\d+\.?\d*([eEdD][+-]?\d+)?|\.\d+([eEdD][+-]?\d+)?|0[xX][0-9a-fA-F]+|inf(inity)?|nan|na)",
    re.IGNORECASE,
)
SPELLING: dict[str, tuple[str, Callable[[str], bool]]] = {
    "logical": ("a logical", lambda text: text in TRUTH),
    "integer": ("an integer", lambda text: WHOLE.fullmatch(text) is not None),
    "numeric": ("a real", lambda text: REAL.fullmatch(text) is not None),
    "double": ("a real", lambda text: REAL.fullmatch(text) is not None),
}
"""What R calls a kind of number, and whether a text spells one."""


def converted(
    texts: Sequence[str | None], na_strings: Collection[str], dec: str, *, as_factor: bool
) -> Any:
    """Return logicals, integers, doubles, strings or a factor: the first kind that all texts fit.

    Parameters
    ----------
    texts : sequence of str or None
    na_strings : collection of str
        What is missing; in all but strings blank fields are, too.
    dec : str
        The decimal mark.
    as_factor : bool
        Whether strings become a factor.

    Examples
    --------
    >>> converted(["1", "NA", " 3"], ["NA"], ".", as_factor=False).tolist()
    [1, <NA>, 3]
    """
    known = [None if text is None or text in na_strings else text for text in texts]
    filled = [None if text is None or not text.strip() else text for text in known]
    present = [text for text in filled if text is not None]
    if all(text in TRUTH for text in present):
        return _logical(filled)
    if all(WHOLE.fullmatch(text) and abs(int(text)) <= LARGEST_INTEGER for text in present):
        return _integer(filled)
    if all(REAL.fullmatch(text.strip().replace(dec, ".")) for text in present):
        return _double(filled, dec)
    return factor_of_texts(known) if as_factor else strings_of(known)


def as_class(
    texts: Sequence[str | None], wanted: str, na_strings: Collection[str], dec: str
) -> Any:
    """Return texts as vector of a class a user asked for.

    Raises
    ------
    RError
        `scan() expected 'a real', got 'x'`; for a class that is not known.
    """
    known = [None if text is None or text in na_strings else text for text in texts]
    if wanted == "character":
        return strings_of(known)
    if wanted == "factor":
        return factor_of_texts(known)
    stripped = [None if text is None or not text.strip() else text.strip() for text in known]
    if wanted == "Date":
        return pd.to_datetime(pd.Series(stripped), format="%Y-%m-%d").array
    if wanted not in SPELLING:
        raise RError(
            f"no method or default for coercing “character” to “{wanted}”",
            "Classes: numeric, integer, logical, character, factor, Date, NULL.",
        )
    kind, fits = SPELLING[wanted]
    for text in stripped:
        if text is not None and not fits(text.replace(dec, ".")):
            raise RError(f"scan() expected '{kind}', got '{text}'", "Let R's rule choose.")
    if wanted == "logical":
        return _logical(stripped)
    return _integer(stripped) if wanted == "integer" else _double(stripped, dec)


def strings_of(texts: Sequence[str | None]) -> Any:
    """Return strings as pandas keeps them."""
    return pd.Series(list(texts), dtype="object" if None in texts else None).array


def factor_of_texts(texts: Sequence[str | None]) -> pd.Categorical:
    """Return the factor of texts, its levels in R's order."""
    levels = sorted_strings({text for text in texts if text is not None})
    return coded(list(texts), levels, ordered=False)


def _logical(texts: Sequence[str | None]) -> Any:
    values = [None if text is None else TRUTH[text] for text in texts]
    return pd.array(values, dtype="boolean") if None in values else np.array(values, dtype=bool)


def _integer(texts: Sequence[str | None]) -> Any:
    values = [None if text is None else int(text) for text in texts]
    return pd.array(values, dtype="Int64") if None in values else np.array(values, dtype=np.int64)


def _double(texts: Sequence[str | None], dec: str) -> Any:
    return np.array(
        [NA if text is None else _number(text.strip().replace(dec, ".")) for text in texts]
    )


def _number(text: str) -> float:
    if text.upper() == "NA":
        return NA
    if text.lower().lstrip("+-").startswith("0x"):
        return float(int(text, 16))
    return float(text.replace("d", "e").replace("D", "e"))
