"""The figures that plots return: matplotlib's, and a notebook shows them without any setting up."""

import base64
import io

from matplotlib.figure import Figure


class ShownFigure(Figure):
    r"""A figure of matplotlib that a notebook shows when it is the value of a cell.

    matplotlib's own figures are shown only in sessions that have imported pyplot.

    Examples
    --------
    >>> ShownFigure(figsize=(1, 1))._repr_png_()[:4]
    b'\x89PNG'
    """

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png")
        return buffer.getvalue()


class Figures(list[Figure]):
    """Several figures; a notebook shows one below the other."""

    def _repr_html_(self) -> str:
        return "".join(map(_image, self))


def _image(figure: Figure) -> str:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    encoded = base64.b64encode(buffer.getvalue()).decode("ascii")
    return f'<img src="data:image/png;base64,{encoded}">'
