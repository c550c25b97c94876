"""Plotting calls of base R: their arguments are evaluated, nothing is drawn."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import dim_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Named, Value, Vector, double, integer, list_of

_DRAWN = """lines points abline legend text axis title par layout mtext grid box polygon segments
arrows rect curve pairs matplot matlines matpoints pie persp image contour filled.contour mosaicplot
coplot dotchart stripchart sunflowerplot symbols rug qqnorm qqline plot.new plot.window dev.off pdf
png jpeg svg tiff bmp dev.new windows x11 X11 quartz graphics.off dev.cur split.screen smoothScatter
barchart xyplot histogram densityplot bwplot plot.default plot.nnet interaction.plot assocplot
fourfoldplot stars heatmap cdplot spineplot locator identify layout.show plot.ts ts.plot
acf.plot text.default points.default lines.default"""


@builtin(_DRAWN, "...")
def draw(dots: list[Named]) -> None:
    """Take a plotting call; there is no device to draw on."""
    del dots
    STATE.visible = False


@builtin("barplot", "height, ...")
def barplot(height: Value, dots: list[Named]) -> Any:
    """R's `barplot`: the middles of the bars, not printed."""
    beside = any(name == "beside" for name, _ in dots)
    STATE.visible = False
    dim = dim_of(height)
    count = len(doubles(height)) if dim is None or len(dim) < 2 else dim[1]
    if beside and dim is not None and len(dim) == 2:
        rows = np.arange(dim[0])[:, None] + 1.5 + np.arange(dim[1]) * (dim[0] + 1)
        return double(rows.ravel(order="F"), {"dim": integer(list(dim))})
    return double(0.7 + 1.2 * np.arange(count))


@builtin("boxplot", "x, ...")
def boxplot(x: Value, dots: list[Named]) -> Any:
    """R's `boxplot`: the statistics of a vector, not printed."""
    del dots
    STATE.visible = False
    if not isinstance(x, Vector) or x.kind not in ("double", "integer"):
        return None
    from rnet.describe.boxplot_stats import boxplot_stats
    from rnet.interpreter.bridge import from_python

    found = boxplot_stats(doubles(x))
    return list_of([from_python(part) for part in found.values()], list(found))


@builtin(
    "rainbow heat.colors terrain.colors topo.colors cm.colors gray.colors hcl.colors", "n, ..."
)
def colours(n: Value, dots: list[Named]) -> Any:
    """R's palettes: so many colours; nothing is drawn with them."""
    from rnet.interpreter.values import character

    del dots
    return character(["#000000"] * int(doubles(n)[0]))
