"""`str`: the structure of a value."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, flag, text, whole
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.print_value import write
from rnet.interpreter.values import NA_INTEGER, Named, Value, Vector

_STR = (
    "object, ..., max.level = NA, vec.len = NULL, digits.d = 3, nchar.max = 128, "
    "give.attr = TRUE, give.head = TRUE, no.list = FALSE, comp.str = '$ ', indent.str = ' ', "
    "list.len = 99"
)


@builtin("str", _STR, generic=True)
@builtin("str.default", _STR)
def str_(x: Value, dots: list[Named], max_level: Vector, vec_len: Value, digits: Value,
         nchar_max: Value, give_attr: Value, give_head: Value, no_list: Value, comp_str: Value,
         indent_str: Value, list_len: Value) -> Value:  # fmt: skip
    """Print the structure of a value."""
    del dots, nchar_max
    from rnet.interpreter.structure_text import Outline, structure_lines
    from rnet.printing.structure import Place

    length = None if vec_len is None else float(doubles(vec_len)[0])
    if length is not None and length < 0:
        raise RError("invalid 'vec.len' argument")
    unlimited = max_level is None or (
        max_level.kind == "logical" and max_level.data[0] == NA_INTEGER
    )
    place = Place(
        vec_len=length,
        digits=whole(digits, "digits.d"),
        max_level=None if unlimited else whole(max_level, "max.level"),
        give_attr=flag(give_attr, "give.attr"),
    )
    outline = Outline(
        place,
        text(indent_str, "indent.str"),
        text(comp_str, "comp.str"),
        whole(list_len, "list.len"),
    )
    lines = structure_lines(x, outline)
    if flag(no_list, "no.list") and lines[0].startswith("List of"):
        lines = lines[1:]
    if not flag(give_head, "give.head"):
        lines = [_without_head(lines[0]), *lines[1:]]
    write("\n".join(lines))
    return invisible(None)


def _without_head(line: str) -> str:
    words: Any = line.split(" ", 2)
    rest = words[2] if len(words) > 2 else ""
    return rest.partition("] ")[2] if rest.startswith("[") else rest


@builtin("ls.str", "pos = .missing, ..., envir = .missing")
def ls_str(pos: Value, dots: list[Named], envir: Value) -> Value:
    """Print the structure of the variables of an environment."""
    del dots
    from rnet.interpreter.environment import Environment
    from rnet.interpreter.frame import STATE
    from rnet.interpreter.structure_text import Outline, structure_lines
    from rnet.printing.collation import sorted_strings
    from rnet.printing.structure import Place

    where = next((e for e in (envir, pos) if isinstance(e, Environment)), STATE.session.globals)
    for name in sorted_strings(n for n in where.variables if not n.startswith(".")):
        lines = structure_lines(where.get(name), Outline(Place(vec_len=1.0)))
        write("\n".join([f"{name} : {lines[0]}", *lines[1:]]))
    return invisible(None)
