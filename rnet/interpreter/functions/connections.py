"""Connections: text in files and in variables, `readLines`, `writeLines`, `sink`."""

import contextlib
import io
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import inherits
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import flag, given, strings, text, whole
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.sandbox import readable, writable
from rnet.interpreter.values import Named, Value, Vector, boxed, character, integer
from rnet.language.tree import Argument

INPUT = "stdin"
"""What standard input is called where a file could be."""
STANDARD = {"stdin": 0, "stdout": 1, "stderr": 2}


@dataclass(slots=True)
class Connection:
    """A text that is read line by line, or written to.

    `path` is a file, `variable` the variable a text connection writes to, with its environment.
    """

    path: str = ""
    mode: str = ""
    lines: list[str] | None = None
    position: int = 0
    written: list[str] = field(default_factory=list)
    variable: tuple[Environment, str] | None = None


CONNECTIONS: dict[int, Connection] = {}
_SINKS: list[tuple[Any, io.StringIO]] = []


def _handle(connection: Connection, kind: str) -> Vector:
    number = max([2, *CONNECTIONS]) + 1
    CONNECTIONS[number] = connection
    return _numbered(number, kind)


def _numbered(number: int, kind: str) -> Vector:
    return integer([number], {"class": character([kind, "connection"])})


def connection_of(value: Value) -> Connection | None:
    """Return the connection a value stands for, None if it is none."""
    if not inherits(value, "connection"):
        return None
    found = CONNECTIONS.get(int(value.data[0]))
    if found is None:
        raise RError("invalid connection")
    return found


@builtin("file", "description = '', open = '', blocking = TRUE, encoding = 'native.enc', ...")
def file_(description: Value, mode: Value, *_: Any) -> Value:
    """Return a connection to a file."""
    connection = Connection(text(description, "description"), text(mode, "open"))
    if connection.path == INPUT:
        return _handle(connection, "file")
    if connection.mode.startswith("w"):
        writable(connection.path).write_text("", encoding="utf-8")
    elif connection.mode.startswith("r"):
        readable(connection.path)
    return _handle(connection, "file")


@builtin("textConnection", "object = NULL, open = 'r', local = FALSE, ...", context=True)
def text_connection(
    context: Context, source: Value, mode: Value, local: Value, dots: list[Named]
) -> Value:
    """Return a connection to the strings of a vector, or to a variable."""
    del dots
    if text(mode, "open").startswith("r"):
        lines = [line for t in strings(source) for line in ("NA" if t is None else t).split("\n")]
        return _handle(Connection(mode="r", lines=lines), "textConnection")
    if source is None:
        return _handle(Connection(mode="w"), "textConnection")
    where = context.environment if flag(local, "local") else STATE.session.globals
    name = text(source, "object")
    where.assign(name, character([]))
    return _handle(Connection(mode="w", variable=(where, name)), "textConnection")


@builtin("textConnectionValue", "con")
def text_connection_value(con: Value) -> Value:
    """Return what has been written to a text connection."""
    connection = connection_of(con)
    return character([] if connection is None else "".join(connection.written).splitlines())


@builtin("open", "con, open = 'r', ...")
def open_(con: Value, mode: Value, dots: list[Named]) -> Value:
    """Open a connection."""
    del dots
    connection = connection_of(con)
    if connection is not None:
        connection.mode = text(mode, "open")
    return invisible(None)


@builtin("close", "con, ...", generic=True)
def close(con: Value, dots: list[Named]) -> Value:
    """Close a connection."""
    del dots
    connection_of(con)
    CONNECTIONS.pop(int(con.data[0]), None)
    return invisible(None)


@builtin("flush flush.console", "con = NULL")
def flush(con: Value) -> Value:
    """Do nothing: nothing waits to be written."""
    del con
    return invisible(None)


@builtin("stdout", "")
def stdout() -> Value:
    """Return the console."""
    return _numbered(1, "terminal")


@builtin("stderr", "")
def stderr() -> Value:
    """Return the stream of errors."""
    return _numbered(2, "terminal")


@builtin("stdin", "")
def stdin() -> Value:
    """Return the input, which is empty."""
    return _numbered(0, "terminal")


def write_to(file: Value, content: str, *, append: bool) -> None:
    """Write text to the console (""), a file or a connection."""
    target = boxed(file)
    if inherits(target, "connection"):
        _write_connection(target, content)
    elif isinstance(target, Vector) and target.kind == "character":
        name = str(target.data[0])
        if not name:
            STATE.session.write(content)
            return
        with writable(name).open("a" if append else "w", encoding="utf-8", newline="") as stream:
            stream.write(content)
    else:
        raise RError("invalid connection")


def _write_connection(target: Vector, content: str) -> None:
    number = int(target.data[0])
    if number == STANDARD["stdout"]:
        STATE.session.write(content)
        return
    if number == STANDARD["stderr"]:
        STATE.session.write_error(content)
        return
    connection = connection_of(target)
    assert connection is not None
    if connection.path:
        first = not connection.written and not connection.mode.startswith("a")
        connection.written.append(content)
        mode = "w" if first or not connection.mode else "a"
        with writable(connection.path).open(mode, encoding="utf-8", newline="") as stream:
            stream.write(content)
        return
    connection.written.append(content)
    if connection.variable is not None:
        where, name = connection.variable
        where.assign(name, character("".join(connection.written).splitlines()))


def read_text(file: Value) -> str:
    """Return the text of a file or of what is left of a connection."""
    connection = connection_of(file)
    if connection is None:
        if inherits(file, "connection"):
            return ""
        if text(file, "file") != INPUT:
            return _decoded(readable(text(file, "file")).read_bytes())
        connection = Connection(INPUT)
    return "".join(f"{line}\n" for line in _take(connection, -1))


def _decoded(content: bytes) -> str:
    import gzip

    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    return content.decode("utf-8", errors="replace").removeprefix("\ufeff")


def _input_lines(count: int) -> list[str]:
    """Return lines of standard input; all for a negative count, none where there is no input."""
    stream = STATE.session.input
    if stream is None:
        return []
    return [line.removesuffix("\n") for line in islice(stream, None if count < 0 else count)]


def _take(connection: Connection, count: int) -> list[str]:
    if connection.path == INPUT:
        return _input_lines(count)
    if connection.lines is None:
        content = _decoded(readable(connection.path, opened=True).read_bytes())
        if content and not content.endswith("\n"):
            warn(f"incomplete final line found on '{connection.path}'")
        connection.lines = content.splitlines()
    stop = len(connection.lines) if count < 0 else connection.position + count
    found = connection.lines[connection.position : stop]
    if connection.mode:
        connection.position += len(found)
    return found


_READ = "con = .missing, n = -1L, ok = TRUE, warn = TRUE, encoding = 'unknown', skipNul = FALSE"


@builtin("readLines", _READ)
def read_lines(con: Value, n: Value, *_: Any) -> Value:
    """Return lines of text."""
    count = whole(n, "n")
    if not given(con) or (inherits(con, "connection") and int(con.data[0]) in (0, 1, 2)):
        return character([])
    connection = connection_of(con)
    if connection is None:
        connection = Connection(text(con, "con"))
        if connection.path != INPUT:
            readable(connection.path)
    return character(_take(connection, count))


@builtin("writeLines", "text, con = NULL, sep = '\\n', useBytes = FALSE")
def write_lines(lines: Value, con: Value, sep: Value, use_bytes: Value) -> Value:
    """Write strings as lines."""
    del use_bytes
    vector = boxed(lines)
    if not isinstance(vector, Vector) or vector.kind != "character":
        raise RError("can only write character objects")
    end = text(sep, "sep")
    content = "".join(("NA" if t is None else t) + end for t in strings(vector))
    write_to(boxed("") if con is None else con, content, append=False)
    return invisible(None)


@builtin("readline", "prompt = ''")
def read_line(prompt: Value) -> Value:
    """Return what is answered at the prompt; in a script "": nobody is there to answer."""
    if STATE.session.own_options.get("interactive"):
        with contextlib.suppress(EOFError):
            return input(text(prompt, "prompt")).strip()
        return ""
    STATE.session.write(text(prompt, "prompt") + "\n")
    return ""


@builtin("sink", "file = NULL, append = FALSE, type = 'output', split = FALSE")
def sink(file: Value, append: Value, kind: Value, split: Value) -> Value:
    """Send output to a file or connection, or back to the console."""
    del kind, split
    if file is None:
        if not _SINKS:
            warn("no sink to remove")
            return invisible(None)
        target, stream = _SINKS.pop()
        STATE.session.sinks.remove(stream)
        write_to(target, stream.getvalue(), append=True)
        return invisible(None)
    if not inherits(file, "connection") and not flag(append, "append"):
        writable(text(file, "file")).write_text("", encoding="utf-8")
    stream = io.StringIO()
    _SINKS.append((file, stream))
    STATE.session.sinks.append(stream)
    return invisible(None)


@special("capture.output")
def capture_output(context: Context, arguments: tuple[Argument, ...]) -> Value:
    """Return what expressions print, line by line."""
    from rnet.interpreter.print_value import print_value

    target: Value = None
    stream = io.StringIO()
    STATE.session.sinks.append(stream)
    try:
        for argument in arguments:
            if argument.value is None or argument.name in ("append", "type", "split"):
                continue
            STATE.visible = True
            value = compiled(argument.value)(context.environment)
            if argument.name == "file":
                target = boxed(value)
            elif STATE.visible:
                print_value(value, context.environment)
    finally:
        STATE.session.sinks.remove(stream)
    content = stream.getvalue()
    if target is not None:
        write_to(target, content, append=False)
        return invisible(None)
    STATE.visible = True
    return character(content.removesuffix("\n").split("\n") if content else [])


@builtin("print.connection", "x, ...")
def print_connection(x: Value, dots: list[Named]) -> Value:
    """Print what is known of a connection."""
    del dots
    connection = connection_of(x)
    STATE.session.write(f"A connection with description {connection.path if connection else ''}\n")
    return invisible(x)
