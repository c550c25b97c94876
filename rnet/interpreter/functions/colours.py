"""Colours as text: of shares of red, green, blue, of other spaces, by name, by number."""

import colorsys
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import dim_of, names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, is_true, strings
from rnet.interpreter.colour_names import PALETTES, named_colours
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import (
    MISSING,
    Array,
    Named,
    Value,
    boxed,
    character,
    integer,
    list_of,
)


def _hex(levels: Array) -> str:
    return "#" + "".join(f"{int(255 * level + 0.5):02X}" for level in levels.tolist())


WHOLE = 255
"""The largest level if levels are whole numbers: decimals are cut off."""


@builtin(
    "rgb", "red, green = .missing, blue = .missing, alpha = NULL, names = NULL, maxColorValue = 1"
)
def rgb(red: Value, green: Value, blue: Value, alpha: Value, names: Value, largest: Value) -> Any:
    """R's `rgb`: colours of their shares of red, green and blue."""
    if green is MISSING:
        table = doubles(red).reshape(dim_of(red) or (-1, 3), order="F")
        parts = list(table[:, :3].T)
    else:
        parts = [doubles(part) for part in (red, green, blue, alpha) if part is not None]
    count = 0 if any(not len(part) for part in parts) else max(len(part) for part in parts)
    most = float(doubles(largest)[0])
    levels = [np.resize(part, count) / most for part in parts]
    for level in np.concatenate(levels).tolist():
        if not 0 <= level <= 1:
            raise RError(f"color intensity {level:.7g}, not in [0,1]")
    if most == WHOLE:
        levels = [np.trunc(np.resize(part, count)) / most for part in parts]
    own = {} if names is None else {"names": names}
    return character([_hex(row) for row in np.array(levels).T], own)


@builtin("gray grey", "level, alpha = NULL")
def gray(level: Value, alpha: Value) -> Any:
    """R's `gray`: shades from black (0) to white (1)."""
    levels = doubles(level)
    if not ((levels >= 0) & (levels <= 1)).all():
        raise RError("invalid gray level, must be in [0,1].")
    ends = [] if alpha is None else [float(doubles(alpha)[0])]
    return character([_hex(np.array([one, one, one, *ends])) for one in levels.tolist()])


@builtin("hsv", "h = 1, s = 1, v = 1, alpha = NULL")
def hsv(hue: Value, strength: Value, light: Value, alpha: Value) -> Any:
    """R's `hsv`: colours of their hue, saturation and value."""
    rows = _recycled([hue, strength, light])
    if not ((rows >= 0) & (rows <= 1)).all():
        raise RError("invalid hsv color")
    ends = [] if alpha is None else [float(doubles(alpha)[0])]
    return character(
        [_hex(np.array([*colorsys.hsv_to_rgb(*row), *ends])) for row in rows.T.tolist()]
    )


def _recycled(parts: list[Value]) -> Array:
    numbers = [doubles(part) for part in parts]
    count = 0 if any(not len(part) for part in numbers) else max(len(part) for part in numbers)
    return np.array([np.resize(part, count) for part in numbers])


WHITE = (95.047, 100.0, 108.883)
"""The reference white D65 of the CIE."""
TO_SRGB = np.array(
    [
        [3.240479, -1.537150, -0.498535],
        [-0.969256, 1.875992, 0.041556],
        [0.055648, -0.204043, 1.057311],
    ]
)


@builtin("hcl", "h = 0, c = 35, l = 85, alpha = NULL, fixup = TRUE")
def hcl(hue: Value, chroma: Value, light: Value, alpha: Value, fixup: Value) -> Any:
    """R's `hcl`: colours of their hue, chroma and luminance, polar CIE-LUV."""
    rows = _recycled([hue, chroma, light]).T.tolist()
    end = "" if alpha is None else _hex(np.array([float(doubles(alpha)[0])]))[1:]
    found = []
    for row in rows:
        levels = _srgb(*row)
        outside = bool(((levels < -EDGE) | (levels > 1 + EDGE)).any())
        hidden = outside and not is_true(fixup)
        found.append(None if hidden else _hex(np.clip(levels, 0, 1)) + end)
    return character(found)


EDGE = 0.5 / 255
"""How far beyond a level still rounds to it."""


def _srgb(hue: float, chroma: float, light: float) -> Array:
    """Return sRGB levels of a colour by the formulas of the CIE (1976) and IEC 61966-2-1."""
    if light <= 0:
        return np.zeros(3)
    x, y, z = WHITE
    angle = np.deg2rad(hue)
    bright = y * (((light + 16) / 116) ** 3 if light > 7.999592 else light / 903.3)
    u = chroma * np.cos(angle) / (13 * light) + 4 * x / (x + 15 * y + 3 * z)
    v = chroma * np.sin(angle) / (13 * light) + 9 * y / (x + 15 * y + 3 * z)
    across = 9 * bright * u / (4 * v)
    deep = -across / 3 - 5 * bright + 3 * bright / v
    linear = TO_SRGB @ np.array([across, bright, deep]) / y
    curved = 1.055 * np.abs(linear) ** (1 / 2.4) - 0.055
    return np.where(linear > 0.00304, curved, 12.92 * linear)  # type: ignore[no-any-return]


@builtin("colors colours", "distinct = FALSE")
def colors(distinct: Value) -> Any:
    """R's `colors`: the names of colours."""
    names = named_colours()
    if not is_true(distinct):
        return character(list(names))
    first = {code: name for name, code in reversed(list(names.items()))}
    return character([name for name, code in names.items() if first[code] == name])


@builtin("col2rgb", "col, alpha = FALSE")
def col2rgb(col: Value, alpha: Value) -> Any:
    """R's `col2rgb`: shares of red, green, blue from 0 to 255 of colours."""
    vector = boxed(col)
    texts = strings(vector) if vector.kind == "character" else doubles(vector).tolist()
    count = 4 if is_true(alpha) else 3
    cells = [level for one in texts for level in _levels(one)[:count]]
    rows = character(["red", "green", "blue", "alpha"][:count])
    own = names_of(vector)
    columns = None if own is None else character(own)
    return integer(
        cells, {"dim": integer([count, len(texts)]), "dimnames": list_of([rows, columns])}
    )


def _levels(colour: Any) -> list[int]:
    """Return red, green, blue and opacity of a colour by name, code or number."""
    if isinstance(colour, str) and colour.isdigit():
        colour = float(colour)
    if colour is None or colour in ("NA", "transparent", 0) or colour != colour:
        return [255, 255, 255, 0]
    if not isinstance(colour, str):
        if colour < 0:
            raise RError(f"numerical color values must be >= 0, found {int(colour)}")
        colour = current_palette()[(int(colour) - 1) % len(current_palette())]
    code = colour
    if not colour.startswith("#"):
        found = named_colours().get(colour.lower().replace(" ", ""))
        if found is None:
            raise RError(f"invalid color name '{colour}'")
        code = found
    digits = code[1:]
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    try:
        levels = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    except ValueError:
        levels = []
    if len(levels) not in (3, 4):
        raise RError("invalid RGB specification")
    return [*levels, 255][:4]


@builtin("palette", "value = .missing")
def palette(value: Value) -> Any:
    """R's `palette`: the colours that numbers stand for; sets them and returns those before."""
    before = character([_palette_name(code) for code in current_palette()])
    if value is MISSING:
        return before
    wanted = strings(value)
    if len(wanted) == 1:
        known = {name.lower().replace(" ", ""): name for name in PALETTES}
        word = str(wanted[0]).lower().replace(" ", "")
        name = "R4" if word == "default" else known.get(word)
        if name is None:
            raise RError("unknown palette (need >= 2 colors)")
        codes = PALETTES[name].split()
    else:
        codes = [_hex(np.array(_levels(text)[:3]) / 255) for text in wanted]
    STATE.session.own_options["rnet.palette"] = codes
    STATE.visible = False
    return before


def current_palette() -> list[str]:
    """Return the codes of the colours that numbers stand for."""
    chosen: list[str] = STATE.session.own_options.get("rnet.palette") or PALETTES["R4"].split()
    return chosen


def _palette_name(code: str) -> str:
    """Return a colour of the palette as R shows it: by its first name, if it has one."""
    return next((name for name, own in named_colours().items() if own == code), code)


@builtin("palette.pals", "")
def palette_pals() -> Any:
    """R's `palette.pals`: the names of palettes of distinct colours."""
    return character(list(PALETTES))


OKABE_ITO = [
    "black", "orange", "skyblue", "bluishgreen", "yellow", "blue", "vermillion", "reddishpurple",
    "gray",
]  # fmt: skip


@builtin("palette.colors", 'n = NULL, palette = "Okabe-Ito", alpha = NULL, ...')
def palette_colors(n: Value, name: Value, alpha: Value, dots: list[Named]) -> Any:
    """R's `palette.colors`: the first colours of such a palette."""
    del dots
    known = {one.lower().replace(" ", ""): one for one in PALETTES}
    found = known.get(str(strings(name)[0]).lower().replace(" ", "").replace("_", "-"))
    if found is None:
        raise RError("'palette' does not match any given palette")
    codes = PALETTES[found].split()
    count = len(codes) if n is None else int(doubles(n)[0])
    if count > len(codes):
        warn(f"'n' set to {len(codes)}, the maximum available for {found} palette")
        count = len(codes)
    end = "" if alpha is None else _hex(np.array([float(doubles(alpha)[0])]))[1:]
    labels = OKABE_ITO[:count] if found == "Okabe-Ito" else None
    own = None if labels is None else {"names": character(labels)}
    return character([code + end for code in codes[:count]], own)
