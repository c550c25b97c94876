"""R's text of a clustering by joining."""

from rnet.language.deparse import deparse
from rnet.language.tree import Call


def format_hclust(call: Call, method: str, distance: str | None, objects: int) -> str:
    """Return what R prints of a tree, without the last newline.

    Examples
    --------
    >>> from rnet.language.parser import parse_expression
    >>> format_hclust(parse_expression("hclust(d)"), "single", None, 3).splitlines()[4]
    'Cluster method   : single '
    """
    lines = ["", "Call:", "".join(deparse(call)), "", f"Cluster method   : {method} "]
    if distance is not None:
        lines.append(f"Distance         : {distance} ")
    return "\n".join([*lines, f"Number of objects: {objects} ", ""])
