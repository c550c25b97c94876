"""Plotting calls of base R: their arguments are evaluated, nothing is drawn."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import dim_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Named, Value, boxed, double, integer

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
