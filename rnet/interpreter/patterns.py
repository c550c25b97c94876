"""R's regular expressions in Python's spelling."""

import functools
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rnet.conditions import RError, warn

_CLASSES = {
    "alpha": "^\\W\\d_",
    "digit": "0-9",
    "alnum": "^\\W_",
    "upper": "A-ZÀ-ÖØ-Þ",
    "lower": "a-zß-öø-ÿ",
    "space": "\\s",
    "blank": " \\t",
    "punct": "!-/:-@\\[-`{-~",
    "cntrl": "\\x00-\\x1f\\x7f",
    "xdigit": "0-9A-Fa-f",
    "print": "\\x20-\\x7e\\xa0-\\U0010ffff",
    "graph": "\\x21-\\x7e\\xa1-\\U0010ffff",
    "word": "\\w",
}
_POSITIVE = {"alpha": "a-zA-ZÀ-ÖØ-öø-ÿ", "alnum": "0-9a-zA-ZÀ-ÖØ-öø-ÿ"}


def _bracket(pattern: str, start: int, *, perl: bool) -> tuple[str, int]:
    """Return a bracket expression in Python's spelling, and where it ends."""
    position = start + 1
    inner = "["
    if pattern[position : position + 1] == "^":
        inner += "^"
        position += 1
    if pattern[position : position + 1] == "]":
        inner += "\\]"
        position += 1
    while position < len(pattern) and pattern[position] != "]":
        if pattern.startswith("[:", position) and (end := pattern.find(":]", position)) > 0:
            name = pattern[position + 2 : end]
            if name not in _CLASSES:
                break
            inner += _POSITIVE.get(name, _CLASSES[name])
            position = end + 2
        elif pattern[position] == "\\" and perl:
            inner += pattern[position : position + 2]
            position += 2
        else:
            char = pattern[position]
            inner += "\\" + char if char in "\\[&~|" else char
            position += 1
    if position >= len(pattern) or pattern[position] != "]":
        raise _invalid(pattern, "Missing ']'")
    return inner + "]", position + 1


def _invalid(pattern: str, reason: str) -> RError:
    """Warn as R's library of patterns does, and return R's error."""
    warn(f"TRE pattern compilation error '{reason}'")
    return RError(f"invalid regular expression '{pattern}', reason '{reason}'")


_WORD_EDGES = {
    "\\<": "\\b(?=\\w)",
    "\\>": "\\b(?<=\\w)",
    "\\h": "[ \\t]",
    "\\R": "(?:\\r\\n|\\n|\\r)",
}


def _translated(pattern: str, *, perl: bool) -> str:
    """Return an extended or Perl regular expression in Python's spelling."""
    found, position = "", 0
    while position < len(pattern):
        char = pattern[position]
        if char == "[":
            part, position = _bracket(pattern, position, perl=perl)
            found += part
        elif char == "\\":
            pair = pattern[position : position + 2]
            if len(pair) < 2:
                raise _invalid(pattern, "Trailing backslash")
            found += _WORD_EDGES.get(pair, pair)
            position += 2
        elif char == "$":
            found += "(?!\\n)$"
            position += 1
        elif char == "{" and not re.match(r"\{\d*,?\d*\}", pattern[position:]):
            if not perl:
                raise _invalid(pattern, "Invalid contents of {}")
            found += "\\{"
            position += 1
        else:
            found += char
            position += 1
    return found


@functools.lru_cache(maxsize=512)
def pattern_of(
    pattern: str, perl: bool = False, fixed: bool = False, ignore_case: bool = False
) -> "re.Pattern[str]":
    """Return a compiled regular expression.

    Raises
    ------
    RError
        `invalid regular expression '...', reason '...'`
    """
    if fixed:
        return re.compile(re.escape(pattern))
    translated = _translated(pattern, perl=perl)
    if perl:
        translated = re.sub(r"\(\?<([A-Za-z_]\w*)>", r"(?P<\1>", translated)
    flags = re.IGNORECASE if ignore_case else 0
    if not perl:
        flags |= re.DOTALL
    try:
        compiled = re.compile(translated, flags)
    except re.error as error:
        raise _invalid(pattern, _reason(str(error))) from None
    if not _REPEATED_GROUP.search(translated):
        return compiled
    return GuardedPattern(compiled, perl=perl)  # type: ignore[return-value]


_REPEATED_GROUP = re.compile(r"\)[*+{]")
SECONDS = 4.0


class GuardedPattern:
    """A pattern that may take for ever, since it repeats a group: a search is ended in time."""

    def __init__(self, compiled: "re.Pattern[str]", *, perl: bool) -> None:
        self.compiled = compiled
        self.groups = compiled.groups
        self.perl = perl

    def search(self, text: str, position: int = 0) -> "re.Match[str] | None":
        """Return the first match; none, with R's warning, where it takes too long."""
        try:
            with _within(SECONDS):
                return self.compiled.search(text, position)
        except TimeoutError:
            if not self.perl:
                raise RError(
                    "out of memory", "The pattern repeats what repeats itself: write it simpler."
                ) from None
            warn("PCRE error\n\t'match limit exceeded'\n\tfor element 1")
            return None

    def finditer(self, text: str) -> "Iterator[re.Match[str]]":
        """Return the matches one after the other."""
        position = 0
        while position <= len(text) and (match := self.search(text, position)) is not None:
            yield match
            position = match.end() + (match.end() == match.start())


@contextmanager
def _within(seconds: float) -> "Iterator[None]":
    """End what runs inside by a `TimeoutError`: in the main thread, where no timer runs yet."""
    usable = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    if not usable or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return
    former = signal.signal(signal.SIGALRM, _end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def _end(number: int, frame: object) -> None:
    raise TimeoutError


def _reason(message: str) -> str:
    if "parenthes" in message or "unterminated subpattern" in message:
        return "Missing ')'"
    if "repeat" in message:
        return "Invalid regexp"
    if "group reference" in message:
        return "Invalid back reference"
    return "Invalid regexp"
