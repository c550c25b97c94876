"""The options of the session: those that rnet's text depends on, and any others."""

from typing import Any

from rnet import settings
from rnet.conditions import RError
from rnet.interpreter.attributes import names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, flag, strings
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Named, Value, Vector, boxed, character, integer, list_of

_OWN = {
    "digits": "digits",
    "width": "width",
    "scipen": "scipen",
    "max.print": "max_print",
    "na.action": "na_action",
    "contrasts": "contrasts",
    "show.signif.stars": "show_signif_stars",
    "r_version": "r_version",
    "collate": "collate",
}
"""Options that rnet itself has, by R's name."""
_INTEGERS = frozenset(["digits", "width", "scipen", "max.print"])
_KINDS = ("unordered", "ordered")


def _standard() -> dict[str, Any]:
    """Return R's other options with their values in a script."""
    return {
        "warn": integer([0]),
        "stringsAsFactors": False,
        "OutDec": ".",
        "expressions": integer([5000]),
        "warning.length": integer([1000]),
        "echo": False,
        "prompt": "> ",
        "continue": "+ ",
        "verbose": False,
        "ts.eps": 1e-05,
        "digits.secs": None,
        "encoding": "native.enc",
    }


def option(name: str) -> Any:
    """Return the value of an option, NULL where there is none."""
    own = _OWN.get(name)
    if own is None:
        known = STATE.session.own_options
        return known[name] if name in known else _standard().get(name)
    value = getattr(settings.current(), own)
    if name == "contrasts":
        return character(value, {"names": character(_KINDS)})
    return integer([value]) if name in _INTEGERS else value


def set_option(name: str, value: Value) -> None:
    """Set an option; NULL takes away one that only the script has."""
    own = _OWN.get(name)
    vector = boxed(value)
    if own is None:
        if name == "warn":
            if not isinstance(vector, Vector) or vector.kind not in ("integer", "double"):
                raise RError("invalid value for 'warn'")
            vector = int(as_kind(vector, "integer").data[0])
        if name == "keep.source":
            vector = flag(vector, name)
        STATE.session.own_options[name] = vector
        return
    if not isinstance(vector, Vector) or not len(vector.data):
        raise RError(f"invalid '{name}' parameter")
    plain: Any = vector.data[0]
    if name == "contrasts":
        plain = tuple(strings(vector))
    elif vector.kind == "logical":
        plain = bool(plain)
    settings.options(**{own: plain})


@builtin("options", "...")
def options(dots: list[Named]) -> Any:
    """Read or set options; what was set returns what it was, invisibly."""
    old: list[Named] = []
    changed = False
    for name, value in dots:
        if name:
            old.append((name, option(name)))
            set_option(name, value)
            changed = True
        elif isinstance(value, Vector) and value.kind == "list":
            for own, item in zip(names_of(value) or [], value.data, strict=False):
                old.append((own, option(own or "")))
                set_option(own or "", item)
            changed = True
        elif isinstance(value, Vector):
            old += [(own, option(own or "")) for own in strings(value)]
        elif value is not None:
            raise RError("invalid argument")
    if not dots:
        names = sorted({*_OWN, *_standard(), *STATE.session.own_options})
        old = [(name, option(name)) for name in names]
    STATE.visible = not changed
    return list_of([boxed(value) for _, value in old], [name for name, _ in old])


@builtin("getOption", "x, default = NULL")
def get_option(name: Value, default: Value) -> Any:
    """Return the value of an option."""
    word = strings(name)
    if len(word) != 1:
        raise RError("'x' must be a character string")
    found = option(word[0] or "")
    return default if found is None else found
