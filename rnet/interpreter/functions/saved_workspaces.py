"""`save` and `load`: variables in R's own file format."""

import gzip
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import strings, text
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.functions.saved_values import (
    HAS_TAG,
    NULL,
    PAIRS,
    Reader,
    Writer,
    unpacked,
)
from rnet.interpreter.lazy import force, promises
from rnet.interpreter.sandbox import COMPRESSED, absent, located, readable, writable
from rnet.interpreter.values import Value, boxed, character
from rnet.language.tree import Argument, Constant, Symbol

_MAGIC = (b"RDX2\n", b"RDX3\n")
_OPTIONS = ("list", "file", "envir", "ascii", "version", "compress", "eval.promises", "safe")


@special("save save.image")
def save(context: Context, arguments: tuple[Argument, ...]) -> Value:
    """R's `save`: write variables by their names to a file that R reads too."""
    options = {
        name: force(value)
        for name, value in promises(context, tuple(a for a in arguments if a.name in _OPTIONS))
    }
    names = [_name_of(a) for a in arguments if a.name not in _OPTIONS]
    names += [name or "" for name in strings(boxed(options["list"]))] if "list" in options else []
    if "file" not in options:
        raise RError("'file' must be specified")
    where = options.get("envir", context.environment)
    writer = Writer()
    writer.parts.insert(0, _MAGIC[0])
    for name in names:
        found = where.find(name)
        if found is ABSENT:
            raise RError(f"object ‘{name}’ not found")
        writer.number(PAIRS | HAS_TAG)
        writer.symbol(name)
        writer.value(found.force() if type(found) is Promise else found)
    writer.number(NULL)
    path = text(boxed(options["file"]), "file")
    writable(path).write_bytes(gzip.compress(b"".join(writer.parts), mtime=0))
    return invisible(None)


def _name_of(argument: Argument) -> str:
    match argument.value:
        case Symbol(name):
            return name
        case Constant(kind="character", value=name):
            return str(name)
    raise RError("... must contain names or character strings")


@builtin("load", "file, envir = NULL, verbose = FALSE", context=True)
def load(context: Context, file: Value, envir: Any, verbose: Value) -> Value:
    """R's `load`: the variables of a file, whose names are returned."""
    del verbose
    path = text(file, "file")
    if not located(path).is_file():
        raise absent(path, COMPRESSED)
    code = unpacked(readable(path).read_bytes())
    if code[:5] not in _MAGIC:
        raise RError("bad restore file magic number (file may be corrupted) -- no data loaded")
    where = envir if isinstance(envir, Environment) else context.environment
    pairs = Reader(code[5:]).value() or []
    for name, value in pairs:
        where.assign(str(name), value)
    STATE.visible = False
    return character([str(name) for name, _ in pairs])
