"""Names and paths made from strings; paragraphs broken into lines."""

import re

from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, flag, given, strings, text, texts, whole
from rnet.interpreter.functions.strings import each
from rnet.interpreter.values import Named, Value, character, list_of


@builtin("make.names", "names, unique = FALSE, allow_ = TRUE")
def make_names(names: Value, unique: Value, allow: Value) -> Value:
    """Return syntactic names."""
    del allow
    from rnet.language.make_names import valid_name

    made = [valid_name("NA." if t is None else t) for t in strings(names)]
    return character(_unique(made, ".") if flag(unique, "unique") else made)


@builtin("make.unique", "names, sep = '.'")
def make_unique(names: Value, sep: Value) -> Value:
    """Return names made different by numbers."""
    return character(_unique(texts(names), text(sep, "sep")))


def _unique(names: list[str], sep: str) -> list[str]:
    seen, counts, made = set(names), dict[str, int](), list[str]()
    used: set[str] = set()
    for name in names:
        if name not in used:
            used.add(name)
            made.append(name)
            continue
        count = counts.get(name, 1)
        while f"{name}{sep}{count}" in seen:
            count += 1
        counts[name] = count + 1
        seen.add(f"{name}{sep}{count}")
        made.append(f"{name}{sep}{count}")
    return made


@builtin("abbreviate", "names.arg, minlength = 4L, use.classes = TRUE, dot = FALSE, ...")
def abbreviate(
    names: Value, minlength: Value, use_classes: Value, dot: Value, dots: list[Named]
) -> Value:
    """Return shortened names, under the full ones."""
    del use_classes, dot, dots
    from rnet.printing.abbreviate import abbreviated

    full = texts(names)
    return character(abbreviated(full, whole(minlength, "minlength")), {"names": character(full)})


@builtin("strwrap", "x, width = .missing, indent = 0, exdent = 0, prefix = '', simplify = TRUE, "
         "initial = .missing")  # fmt: skip
def strwrap(
    x: Value,
    width: Value,
    indent: Value,
    exdent: Value,
    prefix: Value,
    simplify: Value,
    initial: Value,
) -> Value:
    """Return paragraphs broken into lines."""
    from rnet.printing.strwrap import strwrap as wrapped
    from rnet.settings import current

    limit = int(doubles(width)[0]) if given(width) else int(0.9 * current().width)
    mark = text(prefix, "prefix")
    first = text(initial, "initial") if given(initial) else mark
    parts: list[list[str]] = []
    for item in texts(x):
        head = mark if parts else first
        margins = (whole(indent, "indent"), whole(exdent, "exdent"))
        parts.append(wrapped(item, limit, *margins, mark, head))
    if flag(simplify, "simplify"):
        return character([line for part in parts for line in part])
    return list_of([character(part) for part in parts])


@builtin("basename", "path")
def basename(path: Value) -> Value:
    """Return the last parts of paths."""
    return each(path, lambda item: item.rstrip("/").rpartition("/")[2])


@builtin("dirname", "path")
def dirname(path: Value) -> Value:
    """Return paths without their last part."""
    return each(path, lambda item: item.rstrip("/").rpartition("/")[0] or ".")


@builtin("file.path", "..., fsep = '/'")
def file_path(dots: list[Named], fsep: Value) -> Value:
    """Return paths made of their parts."""
    from rnet.interpreter.functions.pasting import pasted

    parts = [texts(value) for _, value in dots]
    return character([]) if any(not p for p in parts) else pasted(parts, text(fsep, "fsep"), None)


@builtin("file_path_sans_ext", "x, compression = FALSE")
def file_path_sans_ext(x: Value, compression: Value) -> Value:
    """Return file names without their endings."""
    packed = r"[.](?:gz|bz2|xz)$" if flag(compression, "compression") else None

    def stem(item: str) -> str:
        bare = re.sub(packed, "", item) if packed else item
        return re.sub(r"([^.]+)\.[A-Za-z0-9]+$", r"\1", bare)

    return each(x, stem)


@builtin("file_ext", "x")
def file_ext(x: Value) -> Value:
    """Return the endings of file names."""

    def ending(item: str) -> str:
        found = re.search(r"\.([A-Za-z0-9]+)$", item)
        return found[1] if found else ""

    return each(x, ending)
