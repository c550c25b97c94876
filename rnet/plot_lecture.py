"""The lecture as a picture: the network, and the ROC curves of all models."""

from typing import TYPE_CHECKING

from rnet.evaluate.roc_curve import roc_curve
from rnet.lecture import Lecture
from rnet.neural.plot_nn import draw_network

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def plot_lecture(lecture: Lecture) -> "Figure":
    """Draw the trained network (left) and one ROC curve per model (right).

    Parameters
    ----------
    lecture : Lecture
        What `lecture` returned.

    Returns
    -------
    matplotlib.figure.Figure
        12 by 6 inches.
    """
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(12, 6), layout="constrained")
    left, right = figure.subplots(1, 2)
    if lecture.network.weights is None:
        left.set_axis_off()
        left.text(0.5, 0.5, "the network did not converge", ha="center")
    else:
        draw_network(lecture.network, left)
    _draw_roc_curves(lecture, right)
    return figure


def _draw_roc_curves(lecture: Lecture, axes: "Axes") -> None:
    areas = lecture.comparison["AUC"]
    for name, scores in lecture.scores.items():
        curve = roc_curve(lecture.observed, scores)
        axes.plot(
            1 - curve.specificities, curve.sensitivities, label=f"{name} (AUC {areas[name]:.3f})"
        )
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle="--")
    axes.set_xlabel("1 - specificity")
    axes.set_ylabel("sensitivity")
    axes.set_title(f"ROC curves, seed {lecture.seed}")
    axes.set_aspect("equal")
    axes.legend(loc="lower right")
