"""Plotting calls of base R: drawn where the session shows plots, else only evaluated."""

# ruff: noqa: SIM905 - long lists of names read better as text
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import dim_of, names_of
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import doubles, is_true, strings
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.values import (
    Builtin,
    Closure,
    Named,
    Value,
    Vector,
    boxed,
    character,
    double,
    integer,
    list_of,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call
from rnet.values import NA

SMALL = 10
"""Of so few points the places are those of Blom."""
_DRAWN = """lines points abline legend text axis title layout mtext grid box polygon segments
arrows rect pairs matplot matlines matpoints pie persp image contour filled.contour mosaicplot
coplot dotchart stripchart sunflowerplot symbols rug qqline plot.new plot.window
split.screen smoothScatter
barchart xyplot histogram densityplot bwplot plot.default plot.nnet interaction.plot assocplot
fourfoldplot stars heatmap cdplot spineplot locator identify layout.show plot.ts ts.plot
acf.plot text.default points.default lines.default
Axis axis.Date axis.POSIXct bxp clip frame monthplot lag.plot cpgram tsdiag termplot plot.design
rasterImage polypath xspline panel.smooth erase.screen screen close.screen
truehist parcoord eqscplot hist.scott hist.FD frequency.polygon ldahist
dev.hold dev.flush dev.control devAskNewPage"""
_OPENS = frozenset(
    """plot hist barplot boxplot curve pairs matplot pie persp image contour filled.contour
    mosaicplot coplot dotchart stripchart sunflowerplot symbols qqnorm plot.new smoothScatter
    plot.default interaction.plot assocplot fourfoldplot stars heatmap cdplot spineplot
    plot.ts ts.plot frame monthplot lag.plot cpgram tsdiag termplot plot.design
    truehist parcoord eqscplot hist.scott hist.FD ldahist""".split()
)
"""Calls that open a device where there is none."""


def _declare(name: str) -> None:
    @builtin(name, "...", context=True)
    def draw(context: Context, dots: list[Named]) -> None:
        """Draw where the session has a place for plots; else only the arguments count."""
        sketch(name, context.call, dots)
        STATE.visible = False


for _name in _DRAWN.split():
    _declare(_name)


@builtin("qqnorm", "y, ..., plot.it = TRUE", context=True)
def qqnorm(context: Context, y: Vector, dots: list[Named], plot_it: Value) -> Vector:
    """Return the points of a normal plot: quantiles of the normal distribution, and the data."""
    from rnet.distributions.norm import qnorm as normal_quantile

    data = doubles(y)
    known = ~np.isnan(data)
    count = int(known.sum())
    shift = 3 / 8 if count <= SMALL else 1 / 2
    places = (np.arange(1, count + 1) - shift) / (count + 1 - 2 * shift)
    x = np.full(len(data), NA)
    x[known] = np.asarray(normal_quantile(places))[
        np.argsort(np.argsort(data[known], kind="stable"))
    ]
    if is_true(plot_it):
        sketch("qqnorm", context.call, [(None, y), *dots])
    STATE.visible = False
    return list_of([double(x), y], ["x", "y"])


def sketch(name: str, call: Call, dots: list[Named], **more: Any) -> None:
    """Draw a call of base graphics if the session shows plots."""
    if name in _OPENS and not STATE.session.devices:
        STATE.session.devices.append("pdf")
    if STATE.session.plots is None:
        return
    from rnet.interpreter import base_plot_parts  # noqa: F401 - it declares the parts
    from rnet.interpreter.base_plots import drawn

    unnamed = iter(str(place) for place in range(len(dots)))
    given = {own or next(unnamed): value for own, value in dots}
    labels = [
        deparse_line(one.value)
        for one in call.arguments
        if one.value is not None and one.name in (None, "x", "y", "height")
    ]
    drawn(name, {**given, **more}, labels)


@special("curve")
def curve(context: Context, arguments: tuple[Argument, ...]) -> None:
    """Draw a function, or an expression of `x`."""
    if not arguments:
        raise RError('argument "expr" is missing, with no default')
    first, *others = arguments
    node = first.value
    assert node is not None
    dots: list[Named] = [(one.name, compiled(one.value)(context.environment)) for one in others
                         if one.value is not None]  # fmt: skip

    def values(at: Any) -> Any:
        inner = Environment(context.environment)
        inner.variables["x"] = double(at)
        found = boxed(compiled(node)(inner))
        if isinstance(found, Closure | Builtin):
            found = call_function(found, [(None, double(at))])
        return doubles(found)

    if STATE.session.plots is not None:
        sketch("curve", context.call, [(None, None), *dots], function=values)
    elif not STATE.session.devices:
        STATE.session.devices.append("pdf")
    STATE.visible = False


def _open(name: str) -> None:
    @builtin(name, "...")
    def device(dots: list[Named]) -> None:
        """Open a device: a new page begins."""
        del dots
        _finish()
        STATE.session.devices.append(
            {"windows": "pdf", "x11": "X11", "dev.new": "pdf"}.get(name, name)
        )
        STATE.visible = False


for _name in (
    "pdf",
    "png",
    "jpeg",
    "svg",
    "tiff",
    "bmp",
    "dev.new",
    "windows",
    "x11",
    "X11",
    "quartz",
    "postscript",
    "cairo_pdf",
):
    _open(_name)


def _finish() -> None:
    if STATE.session.page is not None:
        STATE.session.page.finish()


def _current() -> Value:
    names = STATE.session.devices
    label = names[-1] if names else "null device"
    return integer([len(names) + 1], {"names": character([label])})


@builtin("dev.off", "which = NULL")
def dev_off(which: Value) -> Value:
    """Close the device and tell the one that is left."""
    del which
    if not STATE.session.devices:
        raise RError("cannot shut down device 1 (the null device)")
    _finish()
    STATE.session.devices.pop()
    return _current()


@builtin("dev.cur", "")
def dev_cur() -> Value:
    """Tell the device that is open."""
    return _current()


@builtin("graphics.off", "")
def graphics_off() -> None:
    """Close every device."""
    _finish()
    STATE.session.devices.clear()
    STATE.visible = False


_PARAMETERS: dict[str, Any] = {
    "mfrow": (1, 1), "mfcol": (1, 1), "mar": (5.1, 4.1, 4.1, 2.1), "oma": (0, 0, 0, 0), "cex": (1,),
    "pch": (1,), "lwd": (1,), "las": (0,), "cex.axis": (1,), "cex.lab": (1,), "cex.main": (1.2,),
    "mgp": (3, 1, 0), "xpd": (False,), "ask": (False,), "bty": ("o",), "bg": ("transparent",),
    "col": ("black",), "fg": ("black",), "pty": ("m",), "lty": ("solid",), "ps": (12,),
}  # fmt: skip


@builtin("par", "...")
def par(dots: list[Named]) -> Value:
    """Set parameters of plots and return what they were."""
    known: dict[str, Any] = STATE.session.parameters
    given: list[Named] = []
    for name, value in dots:
        item = boxed(value)
        if name is None and isinstance(item, Vector) and item.kind == "list":
            given += list(zip(names_of(item) or [], item.data, strict=False))
        else:
            given.append((name, item))
    sets = [(name, value) for name, value in given if name and name != "no.readonly"]
    asked = [str(text) for name, value in given if not name for text in strings(value)]
    wanted = [name for name, _ in sets] or asked or list(_PARAMETERS)
    before = [known.get(name, _default(name)) for name in wanted]
    known.update({str(name): boxed(value) for name, value in sets})
    shape = [value for name, value in sets if name in ("mfrow", "mfcol")]
    if shape and STATE.session.plots is not None:
        from rnet.interpreter.base_plots import Page

        _finish()
        rows, columns = (int(number) for number in doubles(shape[-1])[:2])
        STATE.session.page = Page(rows, columns)
    STATE.visible = not sets and bool(asked)
    return before[0] if asked and len(asked) == 1 and not sets else list_of(before, wanted)


def _default(name: str) -> Any:
    values = _PARAMETERS.get(name)
    if values is None:
        return None
    if isinstance(values[0], str):
        return character(values)
    if isinstance(values[0], bool):
        return boxed(values[0])
    return integer(values) if name in ("mfrow", "mfcol", "pch", "las") else double(values)


@builtin("barplot", "height, ...", context=True)
def barplot(context: Context, height: Value, dots: list[Named]) -> Any:
    """R's `barplot`: the middles of the bars, not printed."""
    sketch("barplot", context.call, [("height", height), *dots])
    named = {name: boxed(value) for name, value in dots if name}
    beside = "beside" in named and bool(named["beside"].data[0])
    STATE.visible = "plot" in named and not bool(named["plot"].data[0])
    dim = dim_of(height)
    is_matrix = dim is not None and len(dim) == 2
    count = dim[1] if dim is not None and is_matrix else len(doubles(height))
    if beside and dim is not None and len(dim) == 2:
        rows = np.arange(dim[0])[:, None] + 1.5 + np.arange(dim[1]) * (dim[0] + 1)
        return double(rows.ravel(order="F"), {"dim": integer(list(dim))})
    middles = 0.7 + 1.2 * np.arange(count)
    return double(middles, None if is_matrix else {"dim": integer([count, 1])})
