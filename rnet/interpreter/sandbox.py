"""Which files a program may reach: those below its directory; to write, where it was allowed to."""

import atexit
import functools
import inspect
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rnet.conditions import RError, RWarning
from rnet.interpreter.frame import STATE

FILES_READ = {"load_model": ("path",), "load": ("file",), "load_nn": ("file",)}
FOLDERS_READ = {"load.mnist": ("dir",)}
FILES_WRITTEN = {
    "save_model": ("file",),
    "write.svm": ("svm_file", "scale_file", "yscale_file"),
}
"""Arguments of rnet's functions that are paths."""
NOWHERE = Path("/dev/null")
_OPENING = {
    **dict.fromkeys(("read.csv", "read.csv2", "read.table", "read.delim"), 'file(file, "rt")'),
    "readLines": 'file(con, "r")',
    "scan": 'file(file, "r")',
    "source": 'file(filename, "r", encoding = encoding)',
    "readRDS": 'gzfile(file, "rb")',
    "load": "readChar(con, 5L, useBytes = TRUE)",
    **dict.fromkeys(("cat", "write.table"), 'file(file, ifelse(append, "a", "w"))'),
    "writeLines": 'file(con, "w")',
    "saveRDS": "gzfile(file, mode)",
}
"""By function that takes a path: the call R opens the file with, named where it is not there."""
MISSING_FILE = "cannot open file '{}': No such file or directory"
COMPRESSED = "cannot open compressed file '{}', probable reason 'No such file or directory'"
_TEMPORARY: list[str] = []


def base_directory() -> Path:
    """Return the directory that paths of the program start from."""
    own = STATE.session.directory if STATE.session is not None else ""
    return Path(own or ".").resolve()


def temporary_directory() -> Path:
    """Return a directory for temporary files, made when first asked for."""
    if not _TEMPORARY:
        _TEMPORARY.append(tempfile.mkdtemp(prefix="Rtmp"))
        atexit.register(shutil.rmtree, _TEMPORARY[0], ignore_errors=True)
    return Path(_TEMPORARY[0]).resolve()


def located(path: str) -> Path:
    """Return where a path of the program leads."""
    return (base_directory() / Path(path).expanduser()).resolve()


def _is_below(path: Path, directories: list[Path]) -> bool:
    return any(path == top or top in path.parents for top in directories)


def readable(path: str, *, opened: bool = False) -> Path:
    """Return the place of a file that may be read; `opened` where it is of a connection.

    Raises
    ------
    RError
        `cannot open the connection`, with the reason as a warning as in R.
    """
    place = within(path)
    if not place.is_file():
        raise absent(path, opened=opened)
    return place


def absent(path: str, message: str = MISSING_FILE, *, opened: bool = False) -> RError:
    """Warn that there is no such file; return the error, both of the call that R opens it with."""
    from rnet.language.parser import parse_expression

    told, error = RWarning(message.format(path)), RError("cannot open the connection")
    function = getattr(STATE.call, "function", None)
    opening = None if opened else _OPENING.get(getattr(function, "name", ""))
    if opening is not None:
        told.call = error.call = parse_expression(opening)  # type: ignore[attr-defined]
    warnings.warn(told, stacklevel=2)
    return error


def within(path: str) -> Path:
    """Return a place that may be looked at, whatever is there.

    Raises
    ------
    RError
        `cannot open the connection` for places elsewhere.
    """
    place = located(path)
    if not may_read(path):
        raise RError(
            "cannot open the connection",
            f"Files are read below {base_directory()} only; '{path}' is elsewhere.",
        )
    return place


def may_read(path: str) -> bool:
    """Whether a place is one whose files may be read."""
    return _is_below(located(path), [base_directory(), temporary_directory(), *_allowed()])


def writable(path: str) -> Path:
    """Return the place of a file that may be written.

    Raises
    ------
    RError
        `cannot open the connection` where writing was not allowed.
    """
    place = located(path)
    if place == NOWHERE:
        return place
    if not may_write(path) or (place.exists() and not place.is_file()):
        raise RError(
            "cannot open the connection",
            f"'{path}' may not be written: allow its directory with --allow-write.",
        )
    if not place.parent.is_dir():
        raise absent(path)
    return place


def _allowed() -> list[Path]:
    own = STATE.session.writable if STATE.session is not None else ()
    return [Path(directory).resolve() for directory in own]


def may_write(path: str) -> bool:
    """Whether a file may be written."""
    return _is_below(located(path), [temporary_directory(), *_allowed()])


def reaches_files(name: str) -> bool:
    """Whether a function of rnet takes paths."""
    return name in FILES_READ or name in FOLDERS_READ or name in FILES_WRITTEN


def within_reach(name: str, python: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of rnet, its paths taken as places that the program may reach."""
    signature = inspect.signature(python)
    places: dict[str, Callable[[str], Path]] = dict.fromkeys(FILES_READ.get(name, ()), readable)
    places |= dict.fromkeys(FOLDERS_READ.get(name, ()), within)
    places |= dict.fromkeys(FILES_WRITTEN.get(name, ()), writable)

    @functools.wraps(python)
    def run(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for parameter, place in places.items():
            if parameter == "yscale_file" and bound.arguments["object"].response_scaling is None:
                continue  # a machine for classes writes no such file
            bound.arguments[parameter] = str(place(str(bound.arguments[parameter])))
        return python(*bound.args, **bound.kwargs)

    return run
