"""What base graphics add to a plot: lines, points, text, legends, axes, shapes."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import names_of
from rnet.interpreter.base_plots import LOW, Given, _first, _points_of, _text, _trace, page
from rnet.interpreter.coerce import strings
from rnet.interpreter.drawing_styles import colours, line_style, marker, numbers
from rnet.interpreter.values import Model, boxed

CORNERS = {
    "topright": "upper right", "topleft": "upper left", "bottomright": "lower right",
    "bottomleft": "lower left", "top": "upper center", "bottom": "lower center",
    "left": "center left", "right": "center right", "center": "center",
}  # fmt: skip


def _one(given: Given, default: float, *names: str) -> float:
    value = _first(given, *names)
    return default if value is None else float(numbers(value)[0])


def _lines(given: Given, labels: list[str]) -> None:
    del labels
    x, y = _model_points(given) or _points_of(given)
    _trace(page().axes, given, x, y, _text(given, "type", "l"))


def _points(given: Given, labels: list[str]) -> None:
    del labels
    x, y = _points_of(given)
    _trace(page().axes, given, x, y, _text(given, "type", "p"))


def _model_points(given: Given) -> tuple[Any, Any] | None:
    """Return the coordinates of a density or another result with `x` and `y`."""
    first = _first(given, "x", "0")
    if not isinstance(first, Model):
        return None
    return np.asarray(first.record["x"]), np.asarray(first.record["y"])


def _abline(given: Given, labels: list[str]) -> None:
    del labels
    axes = page().axes
    style = {
        "color": colours(_first(given, "col"))[0],
        "linestyle": line_style(_first(given, "lty")),
        "linewidth": _one(given, 1.0, "lwd"),
    }
    for name, draw in (("h", axes.axhline), ("v", axes.axvline)):
        if _first(given, name) is not None:
            for place in numbers(_first(given, name)).tolist():
                draw(place, **style)
    first = _first(given, "a", "reg", "0")
    if isinstance(first, Model):
        intercept, slope = (float(b) for b in np.asarray(first.record["coefficients"])[:2])
    elif first is not None:
        values = numbers(first).tolist()
        intercept, slope = values[0], values[1] if len(values) > 1 else _one(given, 0.0, "b", "1")
    else:
        return
    axes.axline((0, intercept), slope=slope, **style)


def _legend(given: Given, labels: list[str]) -> None:
    del labels
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    texts = strings(_first(given, "legend", "1", "2"))
    shades = colours(_first(given, "col", "fill"))
    with_lines, with_points = _first(given, "lty"), _first(given, "pch")
    handles: list[Any] = []
    for place, text in enumerate(texts):
        shade = shades[place % len(shades)]
        if _first(given, "fill") is not None:
            handles.append(Patch(facecolor=shade, edgecolor="black", label=text))
            continue
        style: Any = "None" if with_lines is None else line_style(_picked(with_lines, place))
        sign = {} if with_points is None else marker(_picked(with_points, place), shade)
        handles.append(Line2D([], [], color=shade, linestyle=style, label=text, **sign))
    where = _first(given, "x", "0")
    corner = CORNERS.get(str(strings(where)[0]), "best") if where is not None else "best"
    page().axes.legend(handles=handles, loc=corner, title=_text(given, "title") or None)


def _picked(value: Any, place: int) -> Any:
    if value.kind == "character":
        return boxed(str(value.data[place % len(value.data)]))
    return boxed(float(numbers(value)[place % len(value.data)]))


def _words(given: Given, labels: list[str]) -> None:
    del labels
    x, y = numbers(_first(given, "x", "0")), numbers(_first(given, "y", "1"))
    value = _first(given, "labels", "2")
    texts = [str(k + 1) for k in range(len(x))] if value is None else strings(value)
    shades = colours(_first(given, "col"))
    for k in range(max(len(x), len(y))):
        page().axes.text(x[k % len(x)], y[k % len(y)], texts[k % len(texts)],
                         color=shades[k % len(shades)], ha="center", va="center")  # fmt: skip


def _axis(given: Given, labels: list[str]) -> None:
    del labels
    at, texts = _first(given, "at", "1"), _first(given, "labels", "2")
    axes = page().axes
    set_ticks = axes.set_xticks if int(_one(given, 1, "side", "0")) in (1, 3) else axes.set_yticks
    if at is None:
        return
    names = None if texts is None or texts.kind == "logical" else [str(t) for t in strings(texts)]
    set_ticks(numbers(at), names)


def _title(given: Given, labels: list[str]) -> None:
    del labels
    axes = page().axes
    if _first(given, "main", "0") is not None:
        axes.set_title(_text(given, "main") or _text(given, "0"), fontweight="bold")
    if _first(given, "xlab") is not None:
        axes.set_xlabel(_text(given, "xlab"))
    if _first(given, "ylab") is not None:
        axes.set_ylabel(_text(given, "ylab"))


def _polygon(given: Given, labels: list[str]) -> None:
    del labels
    x, y = _points_of(given)
    fill = colours(_first(given, "col"), "none")[0]
    page().axes.fill(x, y, facecolor=fill, edgecolor=colours(_first(given, "border"))[0])


def _ends(given: Given) -> list[Any]:
    names = (("x0", "0"), ("y0", "1"), ("x1", "2"), ("y1", "3"))
    values = [_first(given, *pair) for pair in names]
    found: list[Any] = [None if value is None else numbers(value) for value in values]
    found[2] = found[0] if found[2] is None else found[2]
    found[3] = found[1] if found[3] is None else found[3]
    size = max(len(part) for part in found)
    return [np.resize(part, size) for part in found]


def _segments(given: Given, labels: list[str]) -> None:
    del labels
    x0, y0, x1, y1 = _ends(given)
    shades = colours(_first(given, "col"))
    style, width = line_style(_first(given, "lty")), _one(given, 1.0, "lwd")
    for k in range(len(x0)):
        page().axes.plot([x0[k], x1[k]], [y0[k], y1[k]], color=shades[k % len(shades)],
                         linestyle=style, linewidth=width)  # fmt: skip


def _arrows(given: Given, labels: list[str]) -> None:
    del labels
    x0, y0, x1, y1 = _ends(given)
    shade = colours(_first(given, "col"))[0]
    for k in range(len(x0)):
        page().axes.annotate("", (x1[k], y1[k]), (x0[k], y0[k]),
                             arrowprops={"arrowstyle": "->", "color": shade})  # fmt: skip


def _rect(given: Given, labels: list[str]) -> None:
    del labels
    from matplotlib.patches import Rectangle

    names = (("xleft", "0"), ("ybottom", "1"), ("xright", "2"), ("ytop", "3"))
    left, low, right, high = (numbers(_first(given, *pair)) for pair in names)
    fills = colours(_first(given, "col"), "none")
    for k in range(len(left)):
        corner = (left[k], low[k % len(low)])
        size = (right[k % len(right)] - left[k], high[k % len(high)] - low[k % len(low)])
        shape = Rectangle(corner, *size, facecolor=fills[k % len(fills)], edgecolor="black")
        page().axes.add_patch(shape)
    page().axes.autoscale_view()


def _grid(given: Given, labels: list[str]) -> None:
    del given, labels
    page().axes.grid(visible=True, linestyle=":", color="lightgrey")


def _mtext(given: Given, labels: list[str]) -> None:
    del labels
    text, side = _text(given, "text") or _text(given, "0"), int(_one(given, 3, "side", "1"))
    where = {1: (0.5, -0.12), 2: (-0.12, 0.5), 3: (0.5, 1.02), 4: (1.02, 0.5)}[side]
    turned = 90 if side in (2, 4) else 0
    page().axes.text(*where, text, transform=page().axes.transAxes, ha="center", rotation=turned)


LOW |= {
    "lines": _lines, "points": _points, "abline": _abline, "legend": _legend, "text": _words,
    "axis": _axis, "title": _title, "polygon": _polygon, "segments": _segments, "arrows": _arrows,
    "rect": _rect, "grid": _grid, "mtext": _mtext, "lines.default": _lines,
    "points.default": _points, "text.default": _words,
}  # fmt: skip

__all__ = ["LOW", "names_of"]
