"""Facts of files: file.size, file.info, file.mtime; file.create, file.append."""

from rnet.conditions import RError
from rnet.interpreter.attributes import compact_row_names
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import strings
from rnet.interpreter.sandbox import located, may_read, writable
from rnet.interpreter.values import (
    Named,
    Value,
    Vector,
    character,
    double,
    list_of,
    logical,
)
from rnet.values import NA


def _sizes(paths: Value) -> list[float]:
    found = []
    for path in strings(paths):
        known = may_read(path or "") and located(path or "").exists()
        found.append(float(located(path or "").stat().st_size) if known else NA)
    return found


@builtin("file.size", "...")
def file_size(dots: list[Named]) -> Vector:
    """Return how many bytes files have."""
    return double([size for _, paths in dots for size in _sizes(paths)])


@builtin("file.mtime", "...")
def file_mtime(dots: list[Named]) -> Vector:
    """Return when files were changed."""
    found = []
    for _, paths in dots:
        for path in strings(paths):
            known = may_read(path or "") and located(path or "").exists()
            found.append(located(path or "").stat().st_mtime if known else NA)
    return double(found, {"class": character(["POSIXct", "POSIXt"])})


@builtin("file.info", "..., extra_cols = TRUE")
def file_info(dots: list[Named], extra: Value) -> Vector:
    """Return size, kind and time of change of files as a data frame."""
    paths = [path or "" for _, value in dots for path in strings(value)]
    there = [may_read(path) and located(path).exists() for path in paths]
    columns = [
        file_size(dots),
        logical([located(p).is_dir() if ok else None for p, ok in zip(paths, there, strict=True)]),
        file_mtime(dots),
    ]
    row_names = character(paths) if paths else compact_row_names(0)
    own = {"row.names": row_names, "class": character(["data.frame"])}
    return list_of(columns, ["size", "isdir", "mtime"], own)


@builtin("file.create", "..., showWarnings = TRUE")
def file_create(dots: list[Named], show: Value) -> Vector:
    """Make empty files where writing is allowed."""
    made = []
    for _, paths in dots:
        for path in strings(paths):
            writable(path or "").write_text("", "utf-8")
            made.append(True)
    return logical(made)


@builtin("file.append", "file1, file2")
def file_append(first: Value, second: Value) -> Vector:
    """Add the content of files to others."""
    done = []
    for target, source in zip(strings(first), strings(second), strict=False):
        if not may_read(source or ""):
            raise RError("cannot open the connection")
        place = writable(target or "")
        with place.open("ab") as out:
            out.write(located(source or "").read_bytes())
        done.append(True)
    return logical(done)
