"""Errors of rnet's own functions, with their arguments as R code has them."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from rnet.conditions import RError
from rnet.interpreter.signatures import Signature, rnets_own


@contextmanager
def in_words_of_r(
    function: str, signature: Signature, written: Collection[str | None]
) -> Iterator[None]:
    """Let errors of one of rnet's own functions name its arguments in R's spelling.

    Those that the caller wrote as in Python stay so.
    """
    try:
        yield
    except RError as error:
        spellings = {
            parameter: name
            for name, parameter in signature.parameters.items()
            if parameter != name and parameter not in written
        }
        if function not in rnets_own() or not spellings or hasattr(error, "call"):
            raise

        def said(text: str) -> str:
            return re.sub(r"\w+", lambda word: spellings.get(word[0], word[0]), text)

        raise RError(said(error.message), error.advice and said(error.advice)) from error
