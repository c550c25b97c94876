"""A ROC curve as a picture."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.evaluate.roc import Roc


def plot_roc(
    curve: "Roc",
    *,
    legacy_axes: bool = False,
    print_auc: bool = False,
    print_thres: bool = False,
    identity: bool = True,
    axes: Any = None,
    col: str = "black",
    main: str | None = None,
) -> "Figure":
    """Draw a ROC curve as pROC does: specificity falls from left to right.

    Parameters
    ----------
    curve : Roc
        A result of `roc`.
    legacy_axes : bool
        Whether the x axis shows 1 - specificity.
    print_auc : bool
        Whether the area stands in the picture.
    print_thres : bool
        Whether the best threshold is marked.
    identity : bool
        Whether the diagonal of chance is drawn.
    axes : matplotlib Axes, optional
        Where to add the curve; by default a new figure.
    col : str
        Colour of the curve.
    main : str, optional
        The title.

    Returns
    -------
    matplotlib.figure.Figure

    Notes
    -----
    R page: `?pROC::plot.roc`.

    Examples
    --------
    >>> from rnet import roc
    >>> figure = plot_roc(roc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], quiet=True))
    >>> figure.axes[0].get_xlabel()
    'Specificity'
    """
    if axes is None:
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

        axes = ShownFigure(figsize=(6, 6), layout="constrained").subplots()
    unit, sign = curve.unit, " (%)" if curve.percent else ""
    if identity:
        axes.plot([unit, 0], [0, unit], color="darkgrey", linewidth=1)
    axes.plot(curve.specificities, curve.sensitivities, color=col, linewidth=2)
    axes.set_xlim(1.04 * unit, -0.04 * unit)
    axes.set_ylim(-0.04 * unit, 1.04 * unit)
    axes.set_aspect("equal")
    axes.set_xlabel(f"Specificity{sign}")
    axes.set_ylabel(f"Sensitivity{sign}")
    if legacy_axes:
        axes.set_xlabel(f"{unit:g} - Specificity{sign}")
        axes.xaxis.set_major_formatter(lambda value, _: f"{unit - value:g}")
    if main is not None:
        axes.set_title(main)
    if print_auc and curve.auc is not None:
        value = str(curve.auc).rsplit(": ", maxsplit=1)[-1]
        axes.text(0.5 * unit, 0.5 * unit, f"AUC: {value}", color=col)
    if print_thres:
        _mark_best(curve, axes)
    figure: Figure = axes.figure
    return figure


def _mark_best(curve: "Roc", axes: Any) -> None:
    from rnet.evaluate.coords import coords  # noqa: PLC0415 - only when marked

    for row in coords(curve, "best").itertuples(index=False):
        axes.plot(row.specificity, row.sensitivity, "o", color="black", markersize=4)
        label = f"{row.threshold:.3f} ({row.specificity:.3f}, {row.sensitivity:.3f})"
        axes.text(row.specificity, row.sensitivity, f" {label}")
