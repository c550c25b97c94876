"""R's base graphics of plain values, drawn with matplotlib.

A plot begins a panel; lines, points, text and legends go into the last one. A page with all its
panels drawn goes where the session's plots go; the last page does so at the end.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, classes_of, dim_of, inherits, names_of
from rnet.interpreter.coerce import is_factor, strings
from rnet.interpreter.drawing_styles import colours, line_style, marker, numbers
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Closure, Language, Model, Value, Vector, boxed

Given = dict[str, Any]
"""Arguments by name; those without one under "0", "1" ..."""


class Page:
    """A page of panels, and the panel drawn into last."""

    def __init__(self, rows: int = 1, columns: int = 1) -> None:
        self.shape = rows, columns
        self.figure: Any = None
        self.used = 0
        self.axes: Any = None

    def next_panel(self) -> Any:
        """Begin a panel, on a new page if this one is full."""
        import matplotlib.pyplot as plt

        if self.figure is not None and self.used >= self.shape[0] * self.shape[1]:
            self.finish()
        if self.figure is None:
            self.figure = plt.figure(figsize=(7, 7), layout="constrained")
        self.used += 1
        self.axes = self.figure.add_subplot(*self.shape, self.used)
        return self.axes

    def finish(self) -> None:
        """Hand the page over."""
        figure, self.figure, self.axes, self.used = self.figure, None, None, 0
        if figure is not None and STATE.session.plots is not None:
            STATE.session.plots(figure)


def page() -> Page:
    """Return the page of the session."""
    if STATE.session.page is None:
        STATE.session.page = Page()
    found = STATE.session.page
    assert isinstance(found, Page)
    return found


def finish_page(session: Any) -> None:
    """Hand over what has been drawn, at the end of a program."""
    if session.page is not None:
        outer, STATE.session = STATE.session, session
        try:
            session.page.finish()
        finally:
            STATE.session = outer


def drawn(name: str, given: Given, labels: list[str]) -> None:
    """Draw a call; what cannot be drawn is left out, and said."""
    draw = HIGH.get(name) or LOW.get(name)
    if draw is None or (name in LOW and page().axes is None):
        return
    try:
        draw(given, labels)
    except Exception as error:
        STATE.session.write_error(f"rnet could not draw this {name}(): {error}\n")


def _first(given: Given, *names: str) -> Any:
    return next((boxed(given[name]) for name in names if given.get(name) is not None), None)


def _text(given: Given, name: str, default: str = "") -> str:
    value = _first(given, name)
    if value is None:
        return default
    if isinstance(value, Language):
        from rnet.language.deparse import deparse_line

        return deparse_line(value.node)
    return "\n".join(str(part) for part in strings(value))


def _titles(axes: Any, given: Given, x: str = "", y: str = "") -> None:
    axes.set_title(_text(given, "main"), fontweight="bold")
    axes.set_xlabel(_text(given, "xlab", x))
    axes.set_ylabel(_text(given, "ylab", y))
    for side in "xy":
        limits = _first(given, f"{side}lim")
        if limits is not None:
            getattr(axes, f"set_{side}lim")(*numbers(limits)[:2])
        if side in _text(given, "log"):
            getattr(axes, f"set_{side}scale")("log")


def _points_of(given: Given) -> tuple[Any, Any]:
    """Return the coordinates of what is to be drawn."""
    x, y = _first(given, "x", "0"), _first(given, "y", "1")
    if isinstance(x, Language) and inherits(x, "formula"):
        up, across = _sides(x, _first(given, "data", "1"))
        return numbers(across), numbers(up)
    if y is None and isinstance(x, Vector) and x.kind == "list":
        names = names_of(x) or []
        items = [x.data[names.index(n)] for n in "xy"] if {"x", "y"} <= set(names) else x.data[:2]
        return numbers(items[0]), numbers(items[1])
    if y is None and attribute(x, "tsp") is not None:
        start, _, speed = attribute(x, "tsp").data.tolist()
        return start + np.arange(len(x.data)) / speed, numbers(x)
    dim = dim_of(x)
    if y is None and dim is not None and len(dim) == 2:
        cells = numbers(x).reshape(dim, order="F")
        return cells[:, 0], cells[:, 1]
    values = numbers(x)
    return (np.arange(1, len(values) + 1), values) if y is None else (values, numbers(y))


def _sides(formula: Language, data: Value) -> tuple[Any, Any]:
    """Return the values of the left and of the right side."""
    from rnet.interpreter.data_mask import masked

    where = (formula.attributes or {}).get(".Environment") or STATE.session.globals
    sides: list[Any] = [side.value for side in formula.node.arguments]  # type: ignore[union-attr]
    y, x = (masked(side, data, where) for side in sides)
    return y, x


def _trace(axes: Any, given: Given, x: Any, y: Any, kind: str) -> None:
    """Draw points, lines or both."""
    shades = colours(_first(given, "col"))
    width = float(numbers(_first(given, "lwd"))[0]) if _first(given, "lwd") is not None else 1.0
    style = line_style(_first(given, "lty"))
    size = 6 * (float(numbers(_first(given, "cex"))[0]) if _first(given, "cex") is not None else 1)
    if kind == "h":
        axes.vlines(x, 0, y, colors=shades[0], linewidth=width, linestyles=style)
    if kind in ("s", "S"):
        axes.step(x, y, where="post" if kind == "s" else "pre", color=shades[0], linewidth=width)
    if kind in ("l", "b", "o", "c"):
        axes.plot(x, y, color=shades[0], linewidth=width, linestyle=style)
    if kind in ("p", "b", "o"):
        for place in range(len(shades)):
            own = slice(place, None, len(shades))
            sign = marker(_first(given, "pch"), shades[place])
            axes.plot(x[own], y[own], linestyle="", markeredgecolor=shades[place], markersize=size,
                      **sign)  # fmt: skip


def _plot(given: Given, labels: list[str]) -> None:
    x = _first(given, "x", "0")
    if isinstance(x, Closure):
        return _curve_of(given, lambda at: _called(x, at), labels)
    if isinstance(x, Model):
        return _result(x, given, labels)
    if isinstance(x, Language) and inherits(x, "formula"):
        y_values, x_values = _sides(x, _first(given, "data", "1"))
        if is_factor(x_values):
            return _by_level(x_values, numbers(y_values), given)
    if inherits(x, "table") or (is_factor(x) and _first(given, "y", "1") is None):
        return _bars({**given, "0": _counts(x)}, labels)
    if inherits(x, "data.frame") and len(x.data) > 2:
        return _pairs(given, labels)
    if is_factor(x):
        return _by_level(x, numbers(_first(given, "y", "1")), given)
    across, up = _points_of(given)
    axes = page().next_panel()
    series = attribute(x, "tsp") is not None
    _trace(axes, given, across, up, _text(given, "type", "l" if series else "p"))
    names = _axis_names(given, labels, x)
    return _titles(axes, given, *names)


def _result(x: Model, given: Given, labels: list[str]) -> None:
    """Draw a density or another result with coordinates as a line."""
    if not {"x", "y"} <= set(x.record.names()):
        return
    axes = page().next_panel()
    _trace(axes, given, np.asarray(x.record["x"]), np.asarray(x.record["y"]), "l")
    _titles(axes, {"main": boxed(labels[0] if labels else ""), **given}, "", "Density")


def _by_level(x: Any, values: Any, given: Given) -> None:
    levels = [str(level) for level in strings(attribute(x, "levels"))]
    parts = [values[numbers(x) == code + 1] for code in range(len(levels))]
    _boxes(parts, levels, given)


def _axis_names(given: Given, labels: list[str], x: Any) -> tuple[str, str]:
    if inherits(x, "formula"):
        from rnet.language.deparse import deparse_line

        left, right = (deparse_line(side.value) for side in x.node.arguments)
        return right, left
    if inherits(x, "data.frame"):
        names = [str(name) for name in names_of(x) or ["", ""]]
        return names[0], names[1]
    if _first(given, "y", "1") is None:
        return ("Time" if attribute(x, "tsp") is not None else "Index"), labels[0]
    return labels[0], labels[1] if len(labels) > 1 else ""


def _counts(x: Any) -> Vector:
    from rnet.interpreter.values import character, integer

    if not is_factor(x):
        return x  # type: ignore[no-any-return]
    levels = strings(attribute(x, "levels"))
    return integer(np.bincount(x.data[x.data > 0] - 1, minlength=len(levels)),
                   {"names": character(levels)})  # fmt: skip


def _called(function: Any, at: Any) -> Any:
    from rnet.interpreter.calls import call_function
    from rnet.interpreter.values import double

    return numbers(call_function(function, [(None, double(at))]))


def _curve_of(given: Given, function: Callable[[Any], Any], labels: list[str]) -> None:
    ends = [_first(given, name, place) for name, place in (("from", "1"), ("to", "2"))]
    limits = _first(given, "xlim")
    low, high = (0.0, 1.0) if limits is None else numbers(limits)[:2]
    low = low if ends[0] is None else float(numbers(ends[0])[0])
    high = high if ends[1] is None else float(numbers(ends[1])[0])
    adds = _first(given, "add")
    onto = adds is not None and bool(numbers(adds)[0]) and page().axes is not None
    if onto and ends == [None, None]:
        low, high = page().axes.get_xlim()
    at = np.linspace(low, high, 101)
    axes = page().axes if onto else page().next_panel()
    _trace(axes, given, at, function(at), _text(given, "type", "l"))
    if not onto:
        _titles(axes, given, "x", labels[0] if labels else "")


def _bars(given: Given, labels: list[str]) -> None:
    height = _first(given, "height", "0", "x")
    dim = dim_of(height)
    axes = page().next_panel()
    shades = colours(_first(given, "col"), "grey")
    names = _first(given, "names.arg")
    flat = _first(given, "horiz")
    draw = axes.barh if flat is not None and bool(numbers(flat)[0]) else axes.bar
    if dim is not None and len(dim) == 2:
        cells = numbers(height).reshape(dim, order="F")
        beside = _first(given, "beside")
        grouped = beside is not None and bool(numbers(beside)[0])
        shades = shades if len(shades) > 1 else [str(s) for s in np.linspace(0.3, 0.9, dim[0])]
        below, at = np.zeros(dim[1]), np.arange(dim[1], dtype=float)
        for row in range(dim[0]):
            shade = shades[row % len(shades)]
            if grouped:
                place, wide = at + 0.8 * row / dim[0], 0.8 / dim[0]
                draw(place, cells[row], wide, color=shade, edgecolor="black")
            else:
                draw(at, cells[row], 0.8, below, color=shade, edgecolor="black")
                below = below + cells[row]
        own = attribute(height, "dimnames")
        found = None if own is None else own.data[1]
        at = at + (0.4 * (dim[0] - 1) / dim[0] if grouped else 0)
    else:
        values = numbers(height)
        at = np.arange(len(values), dtype=float)
        edge = colours(_first(given, "border"))[0]
        draw(at, values, 0.83, color=shades, edgecolor=edge)
        own = names_of(height)
        found = None if own is None else own
    chosen = names if names is not None else found
    texts = strings(chosen) if isinstance(chosen, Vector) else chosen
    if texts is not None:
        set_ticks = axes.set_yticks if draw == axes.barh else axes.set_xticks
        set_ticks(at, [str(text) for text in texts])
    _titles(axes, given)
    del labels


def _histogram(given: Given, labels: list[str]) -> None:
    record = given["found"].record
    ends = np.asarray(record["breaks"])
    freq = _first(given, "freq")
    by_count = freq is None or bool(numbers(freq)[0])
    probability = _first(given, "probability", "prob")
    if probability is not None:
        by_count = not bool(numbers(probability)[0])
    axes = page().next_panel()
    shade = colours(_first(given, "col"), "lightgrey")[0]
    heights = np.asarray(record["counts" if by_count else "density"])
    axes.bar(ends[:-1], heights, np.diff(ends), align="edge", color=shade, edgecolor="black")
    name = labels[0] if labels else ""
    given = {"main": boxed(f"Histogram of {name}"), **given}
    _titles(axes, given, name, "Frequency" if by_count else "Density")


def _boxes(parts: list[Any], names: list[str], given: Given) -> None:
    axes = page().next_panel()
    shades = colours(_first(given, "col"), "lightgrey")
    kept = [part[~np.isnan(part)] for part in parts]
    drawn_boxes = axes.boxplot(kept, patch_artist=True, medianprops={"color": "black"})
    for place, box in enumerate(drawn_boxes["boxes"]):
        box.set_facecolor(shades[place % len(shades)])
    axes.set_xticks(range(1, len(names) + 1), names)
    _titles(axes, given)


def _boxplot(given: Given, labels: list[str]) -> None:
    del labels
    groups = given["groups"]
    _boxes([values for _, values in groups], [str(name) for name, _ in groups], given)


def _pie(given: Given, labels: list[str]) -> None:
    del labels
    x = _first(given, "x", "0")
    texts = _first(given, "labels", "1")
    names = strings(texts) if texts is not None else names_of(x)
    axes = page().next_panel()
    shades = colours(_first(given, "col"), "")
    axes.pie(numbers(x), labels=names, colors=None if shades == [""] else shades)
    _titles(axes, given)


def _pairs(given: Given, labels: list[str]) -> None:
    del labels
    x = _first(given, "x", "0")
    columns = [numbers(column) for column in x.data] if x.kind == "list" else []
    if not columns:
        columns = list(numbers(x).reshape(dim_of(x), order="F").T)
    names = names_of(x) or [""] * len(columns)
    figure = page().next_panel().figure
    page().axes.remove()
    size = len(columns)
    for i in range(size):
        for j in range(size):
            axes = figure.add_subplot(size, size, i * size + j + 1, xticks=[], yticks=[])
            if i == j:
                axes.text(0.5, 0.5, names[i], ha="center", va="center", transform=axes.transAxes)
            else:
                _trace(axes, given, columns[j], columns[i], "p")


def _matplot(given: Given, labels: list[str]) -> None:
    x, y = _first(given, "x", "0"), _first(given, "y", "1")
    cells = x if y is None else y
    dim = dim_of(cells) or (len(cells.data), 1)
    columns = numbers(cells).reshape(dim, order="F")
    at = np.arange(1, dim[0] + 1) if y is None else numbers(x)[: dim[0]]
    axes = page().next_panel()
    shades = colours(_first(given, "col"), "")
    for k in range(dim[1]):
        shade = boxed(k % 6 + 1) if shades == [""] else boxed(shades[k % len(shades)])
        own = {"pch": boxed(str((k + 1) % 10)), **given, "col": shade}
        _trace(axes, own, at, columns[:, k], _text(given, "type", "p"))
    _titles(axes, given, *(["", ""] if not labels else ["", labels[-1]]))


def _image(given: Given, labels: list[str]) -> None:
    del labels
    z = _first(given, "z", "2") or _first(given, "x", "0")
    cells = numbers(z).reshape(dim_of(z), order="F").T
    axes = page().next_panel()
    axes.imshow(cells, origin="lower", aspect="auto", extent=(0, 1, 0, 1), cmap="YlOrRd_r")
    _titles(axes, given)


def _contour(given: Given, labels: list[str]) -> None:
    del labels
    z = _first(given, "z", "2") or _first(given, "x", "0")
    axes = page().next_panel()
    lines = axes.contour(numbers(z).reshape(dim_of(z), order="F").T, colors="black")
    axes.clabel(lines)
    _titles(axes, given)


HIGH: dict[str, Callable[[Given, list[str]], None]] = {
    "plot": _plot, "plot.default": _plot, "plot.ts": _plot, "ts.plot": _plot, "barplot": _bars,
    "hist": _histogram, "boxplot": _boxplot, "pie": _pie, "pairs": _pairs, "matplot": _matplot,
    "image": _image, "contour": _contour, "filled.contour": _contour,
    "curve": lambda given, labels: _curve_of(given, given["function"], labels),
}  # fmt: skip
LOW: dict[str, Callable[[Given, list[str]], None]] = {}

__all__ = ["LOW", "Given", "classes_of", "drawn", "finish_page", "page"]
