"""Pictures of nonlinear regressions."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.nonlinear.nonlinear_model import NLS
    from rnet.nonlinear.profile_nls import ProfileNLS


def plot_nls(fit: "NLS") -> "Figure":
    """Draw standardized residuals against fitted values."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(layout="constrained")
    axes = figure.subplots()
    axes.scatter(fit.fitted(), fit.residuals("pearson"), facecolors="none", edgecolors="tab:blue")
    axes.axhline(0.0, color="grey")
    axes.set_xlabel("Fitted values")
    axes.set_ylabel("Standardized residuals")
    return figure


def plot_profile(of: "ProfileNLS") -> "Figure":
    """Draw the absolute profile t of every parameter."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(layout="constrained")
    all_axes = figure.subplots(len(of.names()), 1, squeeze=False).ravel()
    for axes, name in zip(all_axes, of.names(), strict=True):
        profile = of[name]
        axes.plot(profile.par_vals[name], np.abs(profile.tau))
        axes.set_xlabel(name)
        axes.set_ylabel("|τ|")
    return figure
