"""Lines of a text table taken apart into fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from rnet.conditions import RError


@dataclass(frozen=True, slots=True)
class Marks:
    """What separates, quotes and comments.

    Attributes
    ----------
    sep : str
        One character, or "" for any white space.
    quote : str
        Characters that quote.
    comment : str
        The character that starts a comment, or "".
    strip_white : bool
        Whether blanks around unquoted fields go.
    """

    sep: str
    quote: str
    comment: str
    strip_white: bool


def records(text: str, marks: Marks, *, keep_blank: bool) -> list[list[str]]:
    r"""Return the fields of every line; a quoted field may hold line ends.

    Raises
    ------
    RError
        `incomplete final line found by readTableHeader on 'text'` for a quotation without end.

    Examples
    --------
    >>> records('a "b c"\n\n1 2 # no\n', Marks("", '"', "#", False), keep_blank=False)
    [['a', 'b c'], ['1', '2']]
    """
    lines = logical_lines(text, marks)
    return [list(_fields(line, marks)) for line in lines if keep_blank or line.strip()]


def logical_lines(text: str, marks: Marks) -> Iterator[str]:
    """Return lines without comments; a line end in quotes does not end the line."""
    pending = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        whole, open_quote = _without_comment(pending + line, marks)
        if open_quote:
            pending += line + "\n"
            continue
        had_comment = len(whole) < len(pending + line)
        pending = ""
        if whole.strip() or not had_comment:
            yield whole
    if pending:
        raise RError(
            "incomplete final line found by readTableHeader on 'text'",
            f'A quotation is not closed: it begins in {pending[:40]!r}. quote="" turns them off.',
        )


def _without_comment(line: str, marks: Marks) -> tuple[str, bool]:
    """Cut a comment off; tell whether a quotation is still open at the end."""
    if not marks.comment and not any(mark in line for mark in marks.quote):
        return line, False
    inside, at_start, escaped = "", True, False
    for place, character in enumerate(line):
        if inside:
            if escaped:
                escaped = False
            elif character == "\\" and not marks.sep:
                escaped = True
            elif character == inside:
                inside = ""
            continue
        if character == marks.comment and marks.comment:
            return line[:place], False
        if character in marks.quote and (at_start or not marks.sep):
            inside = character
        at_start = character == marks.sep or (at_start and character.isspace())
    return line, bool(inside)


def _fields(line: str, marks: Marks) -> Iterator[str]:
    return _by_white_space(line, marks) if not marks.sep else _by_separator(line, marks)


def _by_white_space(line: str, marks: Marks) -> Iterator[str]:
    place, size = 0, len(line)
    while place < size:
        if line[place].isspace():
            place += 1
            continue
        if line[place] in marks.quote:
            field, place = _quoted(line, place, escapes=True)
            yield field
            continue
        start = place
        while place < size and not line[place].isspace():
            place += 1
        yield line[start:place]


def _by_separator(line: str, marks: Marks) -> Iterator[str]:
    place, size = 0, len(line)
    while True:
        start = place
        while start < size and line[start].isspace() and line[start] != marks.sep:
            start += 1
        if start < size and line[start] in marks.quote:
            field, place = _quoted(line, start, escapes=False)
            rest = line.find(marks.sep, place)
            end = size if rest < 0 else rest
            field += line[place:end].strip()
        else:
            rest = line.find(marks.sep, place)
            end = size if rest < 0 else rest
            field = line[place:end].strip() if marks.strip_white else line[place:end]
        yield field
        if end >= size:
            return
        place = end + 1
        if place == size:
            yield ""
            return


def _quoted(line: str, start: int, *, escapes: bool) -> tuple[str, int]:
    """Return what stands in quotes from `start` on, and the place behind them."""
    mark, place, parts = line[start], start + 1, []
    while place < len(line):
        character = line[place]
        if escapes and character == "\\" and place + 1 < len(line):
            following = line[place + 1]
            parts.append(following if following in (mark, "\\") else character + following)
            place += 2
        elif character == mark and not escapes and line[place + 1 : place + 2] == mark:
            parts.append(mark)
            place += 2
        elif character == mark:
            return "".join(parts), place + 1
        else:
            parts.append(character)
            place += 1
    return "".join(parts), place
