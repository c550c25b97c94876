"""R's `sprintf`: C's formats, vectorised over all arguments."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.pandas_loaded import is_categorical
from rnet.printing.characters import character_texts, flat_vector, is_scalar
from rnet.printing.elements import Vector
from rnet.printing.sprintf_format import Argument, Conversion, Part, check, parse
from rnet.printing.sprintf_value import converted, refuse_length, whole_lines
from rnet.values import is_na

EPOCH = datetime.date(1970, 1, 1).toordinal()


def sprintf(fmt: Any, *args: Any) -> Any:
    """Write values into a format, as C's function of this name, elementwise.

    Parameters
    ----------
    fmt : str or sequence of str
        Text with conversions: `%d %i %o %x %X` (whole numbers), `%f %e %E %g %G %a %A`
        (doubles), `%s` (anything, as `as.character` writes it), `%%`. Flags, width and
        precision are C's; `*` takes the width from an argument, `%2$s` names the argument.
    *args : scalar, array_like, Series or Categorical
        Values, recycled to the longest.

    Returns
    -------
    str or object array of str
        A string if the format and all values are scalars; empty if any is empty.

    Raises
    ------
    RError
        R's message for a conversion that does not fit its argument.

    Notes
    -----
    R page: `?sprintf`. NA, NaN and Inf keep the width but no zeros in front. As in R, the width
    of `%s` counts UTF-8 bytes.

    Examples
    --------
    >>> sprintf("%s is %5.1f%%", "accuracy", 81.25), sprintf("%05d", 42)
    ('accuracy is  81.2%', '00042')
    >>> sprintf("%d:%s", [1, 2], ["a", "b"]).tolist()
    ['1:a', '2:b']
    """
    formats = [fmt] if isinstance(fmt, str) else _format_strings(fmt)
    scalar = isinstance(fmt, str) and all(map(is_scalar, args))
    texts = _texts(formats, args)
    if scalar:
        return texts[0]
    result: npt.NDArray[np.object_] = np.array(texts, dtype=object)
    return result


def _texts(formats: list[str], args: Sequence[Any]) -> list[str]:
    values = [_argument(value) for value in args]
    lengths = [len(formats), *(len(value.elements) for value in values)]
    if 0 in lengths:
        return []
    longest = max(lengths)
    if any(longest % length for length in lengths):
        raise RError("arguments cannot be recycled to the same length")
    parsed = [parse(text, len(values)) for text in formats]
    _warn_unused(formats, parsed, len(values))
    spelled = set()
    for part in (part for parts in parsed for part in parts if isinstance(part, Conversion)):
        check(part, values[part.which])
        if part.letter == "s":
            spelled.add(part.which)
    values = [
        replace(value, texts=_written(given)) if place in spelled else value
        for place, (value, given) in enumerate(zip(values, args, strict=True))
    ]
    quickly = whole_lines(parsed[0], values, longest) if len(parsed) == 1 else None
    if quickly is not None:
        return quickly
    return [_line(parsed[i % len(parsed)], values, i) for i in range(longest)]


def _line(parts: Iterable[Part], values: list[Argument], index: int) -> str:
    text = "".join(
        part if isinstance(part, str) else converted(part, values, index) for part in parts
    )
    refuse_length(len(text))
    return text


def _format_strings(fmt: Any) -> list[str]:
    vector = flat_vector(fmt)
    if fmt is None or vector.kind != "character":
        raise RError("'fmt' is not a character vector")
    return ["NA" if text is None else text for text in vector.data]


def _written(value: Any) -> list[str]:
    """Return what `%s` writes of the elements."""
    if isinstance(value, str):
        return [value]
    return ["NA" if text is None else text for text in character_texts(value)]


def _argument(value: Any) -> Argument:
    if isinstance(value, str):
        return Argument("character", [value])
    if is_categorical(value):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        factor = pd.Categorical(value)
        return Argument("integer", [None if c < 0 else int(c) + 1 for c in factor.codes])
    return _elements(flat_vector(value))


def _elements(vector: Vector) -> Argument:
    if vector.kind == "double":
        missing = is_na(vector.data)
        if not missing.any():
            return Argument("double", vector.data.tolist())
        pairs = zip(vector.data.tolist(), missing, strict=True)
        return Argument("double", [None if gone else x for x, gone in pairs])
    if vector.kind == "date":
        days = [None if day is None else float(day.toordinal() - EPOCH) for day in vector.data]
        return Argument("double", days)
    kind = vector.kind if vector.kind in {"logical", "integer"} else "character"
    return Argument(kind, list(vector.data))


def _warn_unused(formats: list[str], parsed: list[tuple[Part, ...]], count: int) -> None:
    used = {
        place
        for parts in parsed
        for part in parts
        if isinstance(part, Conversion)
        for place in (part.which, part.star)
    }
    unused = count - len(used - {None})
    if unused:
        what = "one argument" if unused == 1 else f"{unused} arguments"
        warn(f"{what} not used by format '{formats[0]}'", stacklevel=5)
