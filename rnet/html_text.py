"""Printed text for notebooks: its tables as HTML tables, the rest as it stands."""

import html
import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

NUMBER = re.compile(r"<?\s*-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|-?Inf|NaN|NA|-|\*|")
VECTOR = re.compile(r"\s*\[\d+\] ")
MARKS = re.compile(r"(\*{1,3}|\.|)")
LAST = re.compile(r"(^|\s)(\S*\d[^\s:]*|NA|NaN|-?Inf|-|\*{1,3}|\.)$")


def text_to_html(text: str) -> str:
    r"""Return printed text as HTML that shows the same characters, its tables as tables.

    Whatever is not plainly a table - a line of right-aligned names above lines of numbers, numbered
    lines of words, or the counts of two named variables - stays as it was printed.

    Parameters
    ----------
    text : str
        What a print method wrote.

    Examples
    --------
    >>> text_to_html("Title:\n  a  b\nx 1  2")[:39]
    '<pre>Title:</pre><table><thead><tr><th>'
    """
    lines = text.split("\n")
    parts: list[str] = []
    plain: list[str] = []
    at = 0
    while at < len(lines):
        if crossed := _crossed(lines, at):
            table, length = crossed
            parts += [*_preformatted(plain), table]
            plain = []
            at += length
            continue
        rows = [] if plain and LAST.search(plain[-1].rstrip()) else _rows_below(lines, at)
        wrapped = len(rows) == 1 and _is_wrapped(lines, at)
        found = _table(lines[at], rows) if rows and not wrapped else None
        if found is None:
            plain.append(lines[at])
            at += 1
            continue
        parts += [*_preformatted(plain), found]
        plain = []
        at += 1 + len(rows)
    parts += _preformatted(plain)
    return "".join(parts) or "<pre></pre>"


def _preformatted(lines: Sequence[str]) -> list[str]:
    text = "\n".join(lines)
    return [f"<pre>{html.escape(text)}</pre>"] if text.strip() else []


def _crossed(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return the table of two variables that begins here, and how many lines it has.

    The name of the second variable, which may be empty, stands where the labels of the first end.
    """
    name = lines[at].strip()
    start = lines[at].find(name) if name else len(lines[at])
    if not start or at + 2 >= len(lines):
        return None
    levels = list(re.finditer(r"\S+", lines[at + 1][start:]))
    rows: list[list[str]] = []
    for line in lines[at + 2 :]:
        cells = list(re.finditer(r"\S+", line[start:]))
        if not cells or not line[:start].strip() or line[start] != " ":
            break
        if not _are_below(cells, levels):
            return None
        rows.append([line[:start].strip(), *(cell.group() for cell in cells)])
    shown = lines[at + 1 : at + 2 + len(rows)]
    fills = any(line[start - 1 : start].strip() for line in shown)
    if not rows or not fills or lines[at + 1][start : start + 1] != " ":
        return None
    head = "".join(f"<th>{html.escape(level.group())}</th>" for level in levels)
    titles = (
        f'<tr><th></th><th colspan="{len(levels)}">{html.escape(name)}</th></tr>'
        f"<tr><th>{html.escape(lines[at + 1][:start].strip())}</th>{head}</tr>"
    )
    body = "".join(_row_html(row, labelled=True) for row in rows)
    return f"<table><thead>{titles}</thead><tbody>{body}</tbody></table>", len(shown) + 1


def _are_below(cells: Sequence[re.Match[str]], levels: Sequence[re.Match[str]]) -> bool:
    """Tell whether there is one number a level, in columns aligned left or right with these."""
    if len(cells) != len(levels) or not all(NUMBER.fullmatch(cell.group()) for cell in cells):
        return False
    begins = [level.start() for level in levels]
    ends = [level.end() for level in levels]
    left = zip(cells, begins, [*begins[1:], inf], strict=True)
    right = zip(cells, [0, *ends[:-1]], ends, strict=True)
    return any(
        all(begin <= cell.start() and cell.end() <= end for cell, begin, end in fields)
        for fields in (left, right)
    )


def _is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Tell whether names above one row of numbers are a part of a longer vector."""
    above = at > 0 and LAST.search(lines[at - 1].rstrip()) is not None
    return above or bool("".join(lines[at + 2 : at + 3]).strip())


def _rows_below(lines: Sequence[str], at: int) -> list[str]:
    """Return the lines below that may be rows of numbers under this one."""
    names = [word for word in lines[at].split() if not NUMBER.fullmatch(word)]
    if not names or lines[at].startswith("["):
        return []
    rows: list[str] = []
    for line in lines[at + 1 :]:
        if VECTOR.match(line) or not LAST.search(line.rstrip()):
            break
        rows.append(line)
    return rows


def _table(head: str, rows: Sequence[str]) -> str | None:
    """Return the HTML table of right-aligned columns, None where the lines are none."""
    columns = _columns(head, rows)
    ends = [end for _, end in columns]
    if not ends or any(_is_cut(row, end) for row in rows for end in ends):
        return None
    numbered = _numbered(rows, ends)
    cells = numbered or [_cells(row, ends) for row in rows]
    for _, *numbers, marks in cells:
        words = [] if numbered else numbers
        if not all(NUMBER.fullmatch(word) for word in words) or not MARKS.fullmatch(marks):
            return None
    if not all(any(row[at] for row in cells) for at in range(1, len(columns) + 1)):
        return None
    shown = [
        at for at in range(len(columns) + 2)
        if 0 < at <= len(columns) or any(row[at] for row in cells)
    ]  # fmt: skip
    titles = ["", *(name for name, _ in columns), ""]
    header = "".join(f"<th>{html.escape(titles[at])}</th>" for at in shown)
    body = "".join(_row_html([row[at] for at in shown], labelled=0 in shown) for row in cells)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"


def _columns(head: str, rows: Sequence[str]) -> list[tuple[str, int]]:
    """Return the columns' names and where they end; a name may have blanks, as `t value`."""
    columns: list[tuple[str, int]] = []
    words: list[str] = []
    begin = 0
    for word in re.finditer(r"\S+", head):
        words.append(word.group())
        end = word.end()
        inside_name = head[end : end + 1] == " " and head[end + 1 : end + 2].strip()
        if inside_name and all(_crosses(row, begin, end) for row in rows):
            continue
        columns.append((" ".join(words), end))
        words, begin = [], end
    return columns


def _crosses(row: str, begin: int, end: int) -> bool:
    """Tell whether nothing ends at this place: a blank column, or a number that goes on."""
    return not row[begin:end].strip() or _is_cut(row, end)


def _is_cut(row: str, end: int) -> bool:
    """Tell whether a word stands on both sides of this place."""
    return bool(row[end - 1 : end].strip() and row[end : end + 1].strip())


def _cells(row: str, ends: Sequence[int]) -> list[str]:
    """Return a row's label, its cells and the marks after them."""
    first = row[: ends[0]]
    number = re.search(r"(<\s)?\S*$", first)
    label = first[: number.start()] if number else first
    cells = [first[len(label) :], *(row[slice(*edge)] for edge in pairwise(ends)), row[ends[-1] :]]
    return [label.strip(), *(cell.strip() for cell in cells)]


def _numbered(rows: Sequence[str], ends: Sequence[int]) -> list[list[str]]:
    """Return the cells of lines numbered from 1 whose words all end where the names do."""
    found: list[list[str]] = []
    for at, row in enumerate(rows, 1):
        number = re.match(rf"\s*{at} ", row[: ends[0]])
        if number is None or any(not row[end - 1 : end].strip() for end in ends):
            return []
        edges = pairwise([number.end(), *ends])
        cells = [row[slice(*edge)].strip() for edge in edges]
        found.append([str(at), *cells, row[ends[-1] :].strip()])
    return found


def _row_html(cells: Sequence[str], *, labelled: bool) -> str:
    tags = ["th" if labelled and at == 0 else "td" for at in range(len(cells))]
    inner = (f"<{tag}>{html.escape(cell)}</{tag}>" for tag, cell in zip(tags, cells, strict=True))
    return f"<tr>{''.join(inner)}</tr>"
