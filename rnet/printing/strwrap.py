"""R's `strwrap`: paragraphs broken into lines."""

import re
from collections.abc import Iterator, Sequence

from rnet.printing.strings import display_width
from rnet.settings import current

PARAGRAPHS = re.compile(r"\n[ \t\n]*\n")
TRAILING = re.compile(r"\n[ \t\n]*\n\Z")
BLANK = re.compile(r"[ \t\n]")
SENTENCE_END = re.compile(r"[.?!][)\"']?$")
USUAL_SHARE = 0.9  # of options(width)


def strwrap(
    x: str | Sequence[str],
    width: float | None = None,
    indent: int = 0,
    exdent: int = 0,
    prefix: str = "",
    initial: str | None = None,
) -> list[str]:
    """Break texts into lines shorter than a width.

    Parameters
    ----------
    x : str or sequence of str
        Texts; an empty line parts their paragraphs.
    width : float, optional
        Lines have fewer columns than this, unless a word is longer; default 0.9 of
        `options(width)`.
    indent, exdent : int
        Blanks before the first line of a paragraph, and before the others.
    prefix, initial : str
        What stands before every line, and before the very first (default `prefix`); it counts
        for the width.

    Returns
    -------
    list of str
        The lines.

    Notes
    -----
    R page: `?strwrap`. Two blanks after a full stop, a question or an exclamation mark are kept.

    Examples
    --------
    >>> strwrap("The quick brown fox.  It jumps.", width=21, exdent=2)
    ['The quick brown fox.', '  It jumps.']
    """
    limit = int(USUAL_SHARE * current().width if width is None else width) - 1
    texts = [x] if isinstance(x, str) else x
    first = prefix if initial is None else initial
    lines: list[str] = []
    for text in texts:
        head = prefix if lines else first
        lines += _wrapped(text, limit, indent, exdent, (_mark_width(head), _mark_width(prefix)))
    return [(prefix if number else first) + line for number, line in enumerate(lines)]


def _mark_width(mark: str) -> int:
    """Return the width of a mark as R counts it: tabs and other controls have none."""
    return display_width("".join(filter(str.isprintable, mark)))


def _wrapped(
    text: str, limit: int, indent: int, exdent: int, marks: tuple[int, int]
) -> Iterator[str]:
    """Yield the lines of a text, without its marks; an empty one between paragraphs."""
    mark, later = marks
    for number, paragraph in enumerate(PARAGRAPHS.split(TRAILING.sub("", text))):
        if number:
            yield ""
            mark = later
        line, gap, margin = "", "", indent
        for word, blanks in _words(paragraph):
            if line and display_width(line + gap + word) > limit - margin - mark:
                yield " " * margin + line
                line, gap, margin, mark = "", "", exdent, later
            line, gap = line + gap + word, blanks
        yield " " * margin + line if line else ""


def _words(paragraph: str) -> Iterator[tuple[str, str]]:
    """Yield every word with the blanks that follow it within a line."""
    pieces = BLANK.split(paragraph)
    for piece, after in zip(pieces, [*pieces[1:], "."], strict=True):
        if piece:
            yield piece, "  " if not after and SENTENCE_END.search(piece) else " "
