"""Reading the fields of a text one by one: scan."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, given, strings, text, whole
from rnet.interpreter.values import (
    Kind,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    logical,
)
from rnet.values import NA

_SCAN = (
    "file = '', what = .missing, nmax = -1L, n = -1L, sep = '', quote = .missing, dec = '.', "
    "skip = 0L, nlines = 0L, na.strings = 'NA', flush = FALSE, fill = FALSE, strip.white = FALSE, "
    "quiet = FALSE, blank.lines.skip = TRUE, multi.line = TRUE, comment.char = '', "
    "allowEscapes = FALSE, fileEncoding = '', encoding = 'unknown', text = .missing, "
    "skipNul = FALSE"
)


@builtin("scan", _SCAN)
def scan(
    file: Value, what: Value, nmax: Value, n: Value, sep: Value, quote: Value, dec: Value,
    skip: Value, nlines: Value, na_strings: Value, flush: Value, fill: Value, strip: Value,
    quiet: Value, blank: Value, multi: Value, comment: Value, escapes: Value, file_encoding: Value,
    encoding: Value, source: Value, skip_nul: Value,
) -> Value:  # fmt: skip
    """Return the fields of a text: numbers unless told otherwise, by kinds for a list."""
    from rnet.files.fields import Marks, records

    between = text(sep, "sep")
    quotes = text(quote, "quote") if given(quote) else ("" if between == "\n" else "'\"")
    lines = _content(file, source)[whole(skip, "skip") :]
    if whole(nlines, "nlines") > 0:
        lines = lines[: whole(nlines, "nlines")]
    if between == "\n":
        rows = [[line] for line in lines if line]
    else:
        marks = Marks(between, quotes, text(comment, "comment.char"), flag(strip, "strip.white"))
        rows = records("\n".join(lines), marks, keep_blank=False)
    if between and between != "\n":
        rows = [[field.strip() for field in row] for row in rows]
    kinds = boxed(what) if given(what) else boxed(0.0)
    missing = set(strings(na_strings))
    limit = max(whole(n, "n"), whole(nmax, "nmax"))
    if kinds.kind == "list":
        return _by_kinds(rows, kinds, missing, limit, text(dec, "dec"), not flag(quiet, "quiet"))
    fields = [field for row in rows for field in (row[:1] if flag(flush, "flush") else row)]
    fields = fields[:limit] if limit >= 0 else fields
    if not flag(quiet, "quiet"):
        _tell(len(fields), "item")
    return _converted(fields, kinds.kind, missing, text(dec, "dec"))


def _content(file: Value, source: Value) -> list[str]:
    from rnet.interpreter.functions.connections import read_text

    content = "\n".join(strings(source)) if given(source) else read_text(file)  # type: ignore[arg-type]
    return content.split("\n")


def _tell(count: int, what: str) -> None:
    from rnet.interpreter.frame import STATE

    STATE.session.write_error(f"Read {count} {what}{'' if count == 1 else 's'}\n")


def _by_kinds(
    rows: list[list[str]], what: Vector, missing: set[Any], limit: int, dec: str, tells: bool
) -> Value:
    """Return the fields of records, one vector for each element of `what`."""
    fields = [field for row in rows for field in row]
    width = len(what.data)
    count = -(-len(fields) // width) if width else 0
    count = min(count, limit) if limit >= 0 else count
    if tells:
        _tell(count, "record")
    columns = []
    for place, item in enumerate(what.data):
        column = fields[place::width][:count]
        kind = None if item is None else boxed(item).kind
        columns.append(None if kind is None else _converted(column, kind, missing, dec))
    return list_of(columns, names_of(what))


def _converted(fields: Sequence[str], kind: Kind, missing: set[Any], dec: str) -> Value:
    if kind == "character":
        return character([None if field in missing else field for field in fields])
    bare = [None if field in missing or not field.strip() else field for field in fields]
    if dec != ".":
        bare = [field and field.replace(dec, ".") for field in bare]
    if kind == "integer":
        return integer([None if field is None else _whole(field) for field in bare])
    found = [_read(field, kind) for field in bare]
    return logical(found) if kind == "logical" else Vector(kind, np.array(found, dtype=np.float64))


def _read(field: str | None, kind: Kind) -> Any:
    """Return a number or a truth value."""
    if kind == "logical":
        if field is None or field in ("T", "TRUE", "true", "True"):
            return None if field is None else True
        if field in ("F", "FALSE", "false", "False"):
            return False
        raise RError(f"scan() expected 'a logical', got '{field}'")
    if field is None:
        return NA
    try:
        return float(field)
    except ValueError:
        raise RError(f"scan() expected 'a real', got '{field}'") from None


def _whole(field: str) -> int:
    try:
        return int(field)
    except ValueError:
        raise RError(f"scan() expected 'an integer', got '{field}'") from None
