"""Files and tables of text: `read.csv`, `write.csv`, `file.exists`."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.bridge import from_python, to_python, whole_numbers
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, given, strings, text, texts, whole
from rnet.interpreter.functions.connections import read_text, write_to
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.sandbox import (
    base_directory,
    located,
    may_read,
    may_write,
    temporary_directory,
    writable,
)
from rnet.interpreter.values import Named, Value, Vector, boxed, character, logical


def _reader(r_name: str, name: str) -> None:
    @builtin(r_name, "file = .missing, ..., text = .missing")
    def run(file: Value, dots: list[Named], source: Value) -> Value:
        import rnet

        options: dict[str, Any] = {}
        positional = ["header", "sep", "quote", "dec", "fill"]
        for own, value in dots:
            key = own or positional.pop(0)
            if own in positional:
                positional.remove(own)
            options[_option(key)] = whole_numbers(to_python(value))
        if "sep" in options and options["sep"] is None:
            del options["sep"]
        if given(source):
            content = "\n".join(t for t in texts(source))
        elif given(file):
            content = read_text(file)
        else:
            raise RError('argument "file" is missing, with no default')
        for key in ("stringsAsFactors", "header", "check_names", "strip_white", "fill"):
            if key in options:
                options[key] = bool(options[key])
        return from_python(getattr(rnet, name)(text=content, **_known(options)))


_IGNORED = frozenset({"fileEncoding", "encoding", "as_is", "allowEscapes", "flush", "skipNul"})


def _known(options: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key not in _IGNORED}


def _option(name: str) -> str:
    full = {
        "head": "header", "colClass": "colClasses", "na.string": "na_strings",
        "comment": "comment_char",
    }  # fmt: skip
    return full.get(name, name).replace(".", "_")


for _r_name in ("read.table", "read.csv", "read.csv2", "read.delim"):
    _reader(_r_name, _r_name.replace(".", "_"))


@builtin("write", "x, file = 'data', ncolumns = .missing, append = FALSE, sep = ' '")
def write(x: Value, file: Value, ncolumns: Value, append: Value, sep: Value) -> Value:
    """Write elements in rows."""
    from rnet.interpreter.functions.cat import atomic_items

    vector = boxed(x)
    items = atomic_items(vector) if isinstance(vector, Vector) else []
    default = 1 if isinstance(vector, Vector) and vector.kind == "character" else 5
    columns = whole(ncolumns, "ncolumns") if given(ncolumns) else default
    between = text(sep, "sep")
    rows = [between.join(items[i : i + columns]) for i in range(0, len(items), columns)]
    write_to(file, "".join(f"{row}\n" for row in rows), append=flag(append, "append"))
    return invisible(None)


@builtin("file.exists", "...")
def file_exists(dots: list[Named]) -> Value:
    """Return whether files are there."""
    paths = [path or "" for _, value in dots for path in strings(value)]
    return logical([may_read(path) and located(path).exists() for path in paths])


@builtin("dir.exists", "paths")
def dir_exists(paths: Value) -> Value:
    """Return whether directories are there."""
    given_paths = [path or "" for path in strings(paths)]
    return logical([may_read(path) and located(path).is_dir() for path in given_paths])


@builtin("file.remove", "...")
def file_remove(dots: list[Named]) -> Value:
    """Remove files that may be written."""
    found = []
    for _, value in dots:
        for item in strings(value):
            place = writable(item or "")
            found.append(place.is_file())
            place.unlink(missing_ok=True)
    return logical(found)


@builtin("unlink", "x, recursive = FALSE, force = FALSE, expand = TRUE")
def unlink(x: Value, *_: Any) -> Value:
    """Remove files that may be written; leave others."""
    for item in strings(x):
        if not may_write(item or ""):
            raise RError(f"cannot remove '{item}'", "Allow its directory with --allow-write.")
        if located(item or "").is_file():
            located(item or "").unlink()
    return invisible(boxed(0))


@builtin("tempfile", "pattern = 'file', tmpdir = .missing, fileext = ''")
def tempfile(pattern: Value, tmpdir: Value, fileext: Value) -> Value:
    """Return a name for a temporary file."""
    import secrets

    top = text(tmpdir, "tmpdir") if given(tmpdir) else str(temporary_directory())
    return f"{top}/{text(pattern, 'pattern')}{secrets.token_hex(6)}{text(fileext, 'fileext')}"


@builtin("tempdir", "check = FALSE")
def tempdir(check: Value) -> Value:
    """Return the directory of temporary files."""
    del check
    return str(temporary_directory())


@builtin("dir.create", "path, showWarnings = TRUE, recursive = FALSE, mode = '0777'")
def dir_create(path: Value, *_: Any) -> Value:
    """Make a directory where writing is allowed."""
    place = located(text(path, "path"))
    if not may_write(str(place)):
        raise RError(f"cannot create dir '{place}'", "Allow its directory with --allow-write.")
    place.mkdir(parents=True, exist_ok=True)
    return invisible(boxed(True))


@builtin("list.files dir", "path = '.', pattern = NULL, all.files = FALSE, full.names = FALSE, ...")
def list_files(path: Value, pattern: Value, hidden: Value, full: Value, dots: list[Named]) -> Value:
    """Return the names of files in a directory below the program's own."""
    del dots
    from rnet.interpreter.patterns import pattern_of
    from rnet.printing.collation import sorted_strings

    top = text(path, "path")
    place = located(top)
    below = place == base_directory() or base_directory() in place.parents
    if not (below or may_write(str(place))) or not place.is_dir():
        return character([])
    names = [item.name for item in place.iterdir()]
    if not flag(hidden, "all.files"):
        names = [name for name in names if not name.startswith(".")]
    if pattern is not None:
        search = pattern_of(text(pattern, "pattern")).search
        names = [name for name in names if search(name)]
    shown = sorted_strings(names)
    return character([f"{top}/{name}" for name in shown] if flag(full, "full.names") else shown)


@builtin("getwd", "")
def getwd() -> Value:
    """Return the directory of the program."""
    return str(base_directory())


@builtin("setwd", "dir")
def setwd(place: Value) -> Value:
    """Refuse to leave the directory of the program."""
    if located(text(place, "dir")) == base_directory():
        return invisible(boxed(str(base_directory())))
    raise RError("cannot change working directory", "Files are found relative to the program.")


@builtin("normalizePath path.expand", "path, winslash = '\\\\', mustWork = NA")
def normalize_path(path: Value, *_: Any) -> Value:
    """Return full paths."""
    return character([None if t is None else str(located(t)) for t in strings(path)])
