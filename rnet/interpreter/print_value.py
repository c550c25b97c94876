"""Printing values as R's console does; the text itself comes from `rnet.printing`."""

from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Value, Vector, boxed


def print_value(value: Value, environment: Environment) -> None:
    """Print a value on the session's console."""
    del environment
    vector = boxed(value)
    if isinstance(vector, Vector):
        from rnet.printing.vectors import format_vector

        STATE.session.write(format_vector(vector.data) + "\n")
    else:
        STATE.session.write("NULL\n")
