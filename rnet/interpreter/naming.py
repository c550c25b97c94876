"""Errors that R finds in a method, where a base function here does the work itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from rnet.conditions import RError
from rnet.interpreter.frame import Context
from rnet.language.tree import Call, Symbol


@contextmanager
def naming(name: str, context: Context) -> Iterator[None]:
    """Let errors name the method in which R finds them."""
    try:
        yield
    except RError as error:
        error.call = Call(Symbol(name), context.call.arguments)
        raise
