"""Where text goes and comes from: the console, files, text connections."""

from rnet.conditions import RError
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.values import Value, Vector, boxed


def write_to(file: Value, text: str, *, append: bool, context: Context) -> None:
    """Write text to the console (""), a file or a connection."""
    del context
    target = boxed(file)
    if isinstance(target, Vector) and target.kind == "character" and target.data[0] == "":
        STATE.session.write(text)
        return
    del append
    raise RError("cannot open the connection", "Writing files is not allowed here.")
