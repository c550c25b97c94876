"""Where a table's text comes from: a file, a stream, or the text itself."""

import gzip
from pathlib import Path
from typing import Any

from rnet.conditions import RError

GZIP = b"\x1f\x8b"
BYTE_ORDER_MARK = "\ufeff"


def text_of(file: Any, text: str | None, encoding: str) -> str:
    """Return the text of a file, packed or not, or of a stream.

    Raises
    ------
    RError
        `cannot open file 'x': No such file or directory`.
    """
    if text is not None:
        return (text if isinstance(text, str) else "\n".join(text)).removeprefix(BYTE_ORDER_MARK)
    if hasattr(file, "read"):
        content = file.read()
        return content if isinstance(content, str) else _decoded(content, encoding)
    return _decoded(bytes_of(file), encoding)


def bytes_of(file: Any) -> bytes:
    """Return the bytes of a file.

    Raises
    ------
    RError
        `cannot open file 'x': No such file or directory`.
    """
    path = Path(str(file)).expanduser()
    try:
        return path.read_bytes()
    except OSError as error:
        where = f"The current directory is {Path.cwd()}."
        raise RError(f"cannot open file '{file}': {error.strerror}", where) from error


def _decoded(content: bytes, encoding: str) -> str:
    if content[:2] == GZIP:
        content = gzip.decompress(content)
    try:
        text = content.decode(encoding.upper().removesuffix("-BOM"), errors="replace")
    except LookupError:
        raise RError(
            f"unsupported conversion from '{encoding}' to ''", "Such as latin1, UTF-8."
        ) from None
    return text.removeprefix(BYTE_ORDER_MARK)
