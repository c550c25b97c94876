"""Methods of base functions by their own names, `merge.data.frame`."""

from dataclasses import replace
from functools import cache
from typing import Any

from rnet.interpreter.environment import ABSENT

CLASSES: dict[str, str] = {
    "data.frame": """anyDuplicated anyNA as.list as.vector by dim dimnames droplevels duplicated
        head merge row.names rowsum split subset summary tail transform unique within is.na
        t cut""",
    "default": """all.equal anyDuplicated as.array as.Date as.function as.list as.matrix as.null
        as.POSIXct as.POSIXlt chol cut pretty qr row.names sequence subset transform xtfrm merge
        mean range rev sort split unique""",
    "matrix": "anyDuplicated determinant duplicated head isSymmetric subset tail unique",
    "array": "anyDuplicated duplicated unique",
    "factor": """all.equal as.character as.Date as.list as.logical droplevels rep xtfrm format
        summary""",
    "character": "all.equal as.Date as.POSIXlt",
    "numeric": "all.equal as.Date as.POSIXct as.POSIXlt",
    "list": "all.equal within",
    "function": "all.equal as.list",
    "environment": "all.equal as.list",
    "formula": "all.equal",
    "Date": """as.list as.POSIXct as.POSIXlt cut julian months quarters rep round seq split weekdays
        xtfrm is.numeric""",
    "POSIXct": "as.Date as.list as.POSIXlt rep split c xtfrm summary",
    "POSIXlt": """as.character as.Date as.double as.POSIXct as.list c is.na mean names rep summary
        unique xtfrm""",
    "POSIXt": "cut diff julian months quarters seq weekdays round trunc",
    "difftime": "as.list rep units xtfrm",
    "noquote": "c as.matrix",
    "table": "aperm summary",
}
"""Generic functions by the class whose method R has under a name of its own."""


@cache
def named_method(name: str) -> Any:
    """Return a method by its own name as the base function without its dispatch, or `ABSENT`."""
    from rnet.interpreter.packages import base_function

    for kind, generics in CLASSES.items():
        generic = name.removesuffix(f".{kind}")
        if generic != name and generic in generics.split():
            function = base_function(generic)
            if function is not None:
                return replace(function, name=name, generic=False)
    return ABSENT
