"""The pictures of an autoencoder, most of them beside principal components."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.network import outputs
from rnet.deep.pca_comparison import components, pca_reconstruction
from rnet.deep.picture_grid import numbered, plot_filters, plot_picture_rows
from rnet.deep.plot_training import plot_gradients, plot_losses
from rnet.evaluate.roc import roc
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]
MOST_PANELS = 5
"""More code units than this are not drawn against each other."""


def plot_autoencoder(fit: Autoencoder, what: str, newdata: Any, **options: Any) -> "Figure":
    """Draw one of the pictures; see `Autoencoder.plot`.

    Raises
    ------
    RError
        For another picture, or an option the picture does not have.
    """
    chosen = match_arg(what, tuple(_DRAWN))
    draw, known = _DRAWN[chosen]
    for name in options:
        if name not in known:
            raise RError(
                f"the picture '{chosen}' has no option '{name}'",
                f"Options: {', '.join(known) or 'none'}.",
            )
    return draw(fit, newdata, **options)


def _reconstruction(fit: Autoencoder, newdata: Any, which: Any = None) -> "Figure":
    """Draw cases, what the autoencoder leaves of them, and what as many components leave."""
    x, names = fit.inputs(newdata)
    first = range(1, min(10, len(names)) + 1)
    places = numbered(first if which is None else which, names)
    chosen = x[places]
    rows = {"data": chosen, "autoencoder": fit.reconstruct(chosen).reconstructed.to_numpy()}
    if fit.cases is not None:
        rows["PCA"] = _on_data(
            fit, lambda z: pca_reconstruction(_pca(fit), z, fit.code_units), chosen
        )
    return plot_picture_rows(rows, fit.encoder.image, [names[place] for place in places])


def _embedding(fit: Autoencoder, newdata: Any, labels: Any = None) -> "Figure":
    """Draw the first two code units beside the first two components, coloured by class."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    codes = fit.encode(newdata).to_numpy()
    if codes.shape[1] < 2:
        raise RError("an embedding needs a code of two units", "Use hidden=(64, 2, 64).")
    x, _ = fit.inputs(newdata)
    scores = _standard(fit, x) @ _pca(fit).rotation.to_numpy()[:, :2]
    figure = ShownFigure(figsize=(10, 4.8), layout="constrained")
    left, right = figure.subplots(1, 2)
    _points(left, codes[:, :2], _kinds(labels, len(x)))
    left.set(title="autoencoder", xlabel="code1", ylabel="code2")
    _points(right, scores, _kinds(labels, len(x)))
    right.set(title="principal components", xlabel="PC1", ylabel="PC2")
    return figure


def _compression(fit: Autoencoder, newdata: Any, labels: Any = None) -> "Figure":
    """Draw all pairs of code units, as `pairs` does."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    codes = fit.encode(newdata).to_numpy()
    k = min(codes.shape[1], MOST_PANELS)
    kinds = _kinds(labels, len(codes))
    figure = ShownFigure(figsize=(2 * k + 1, 2 * k + 1), layout="constrained")
    for i, row in enumerate(figure.subplots(k, k, squeeze=False)):
        for j, axes in enumerate(row):
            axes.set(xticks=[], yticks=[])
            if i == j:
                axes.hist(codes[:, i], bins=30, color="0.7")
                axes.set_title(fit.code_names[i], fontsize=8)
            else:
                _points(axes, codes[:, [j, i]], kinds, legend=False)
    return figure


def _scree(fit: Autoencoder, newdata: Any, others: Sequence[Autoencoder] = ()) -> "Figure":
    """Draw the error against the number of components, and that of autoencoders."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    fits = [fit, *others]
    most = max(one.code_units for one in fits) + 3
    z = _standard(fit, fit.inputs(newdata)[0])
    pca = _pca(fit)
    counts = range(1, min(most, pca.rotation.shape[1]) + 1)
    errors = [float(np.mean((pca_reconstruction(pca, z, k) - z) ** 2)) for k in counts]
    figure = ShownFigure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    axes.plot(list(counts), errors, "o-", color="0.5", label="principal components")
    found = [(one.code_units, float(np.mean((outputs(one.layers, z) - z) ** 2))) for one in fits]
    axes.plot(*zip(*sorted(found), strict=True), "s-", color="tab:red", label="autoencoder")
    axes.set(xlabel="code units, or components", ylabel="mean squared error", xticks=list(counts))
    axes.legend()
    return figure


def _anomaly(fit: Autoencoder, newdata: Any, labels: Any = None) -> "Figure":
    """Draw the anomaly scores of the two kinds of cases, and the ROC curve of both methods."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    scores = fit.reconstruct(newdata).anomaly_scores.to_numpy()
    if labels is None:
        raise RError(
            "an anomaly plot needs labels", "Give True, or 1, for each case that is an anomaly."
        )
    odd = np.asarray(labels, dtype=np.float64) > 0
    if len(odd) != len(scores) or odd.all() or not odd.any():
        raise RError(
            "'labels' must mark some of the cases, and not all",
            f"One value for each of {len(scores)} cases.",
        )
    z = _standard(fit, fit.inputs(newdata)[0])
    of_pca = np.mean((pca_reconstruction(_pca(fit), z, fit.code_units) - z) ** 2, axis=1)
    figure = ShownFigure(figsize=(10, 4), layout="constrained")
    left, right = figure.subplots(1, 2)
    bins = np.linspace(0.0, float(scores.max()), 41)
    left.hist([scores[~odd], scores[odd]], bins=bins, label=["normal", "anomaly"], density=True)
    left.set(xlabel="anomaly score", ylabel="density")
    left.legend()
    for name, values in {"autoencoder": scores, "principal components": of_pca}.items():
        curve = roc(odd.astype(np.float64), values, direction="<", levels=(0, 1))
        right.plot(
            1 - np.asarray(curve.specificities), curve.sensitivities,
            label=f"{name}: AUC {float(curve.auc):.3f}",
        )  # fmt: skip
    right.plot([0, 1], [0, 1], ":", color="0.6")
    right.set(xlabel="1 - specificity", ylabel="sensitivity")
    right.legend()
    return figure


def _filters(fit: Autoencoder, newdata: Any, which: Any = None) -> "Figure":
    del newdata
    weights = fit.layers[0].weights
    names = [f"h{unit + 1}" for unit in range(weights.shape[1])]
    return plot_filters(weights, fit.encoder.image, names, "Weights of the first layer", which)


def _history(fit: Autoencoder, newdata: Any) -> "Figure":
    del newdata
    return plot_losses(fit.history)


def _gradients(fit: Autoencoder, newdata: Any) -> "Figure":
    del newdata
    return plot_gradients(fit.history)


_DRAWN: Mapping[str, tuple[Callable[..., "Figure"], tuple[str, ...]]] = {
    "reconstruction": (_reconstruction, ("which",)),
    "embedding": (_embedding, ("labels",)),
    "compression": (_compression, ("labels",)),
    "scree": (_scree, ("others",)),
    "anomaly": (_anomaly, ("labels",)),
    "filters": (_filters, ("which",)),
    "history": (_history, ()),
    "gradients": (_gradients, ()),
}


def _pca(fit: Autoencoder) -> Any:
    """Return the components of the cases fitted, standardised as the autoencoder has them."""
    if fit.cases is None:
        raise RError(
            "an autoencoder from a file has no cases to find components of", "Fit it anew."
        )
    return components(_standard(fit, fit.cases.x), fit.encoder.input_names)


def _standard(fit: Autoencoder, x: Doubles) -> Doubles:
    return x if fit.standard is None else fit.standard.scaled(x)


def _on_data(fit: Autoencoder, restore: Callable[[Doubles], Doubles], x: Doubles) -> Doubles:
    """Return what is left of cases x, on their own scale."""
    found = restore(_standard(fit, x))
    return found if fit.standard is None else fit.standard.unscaled(found)


def _kinds(labels: Any, n: int) -> list[str]:
    if labels is None:
        return [""] * n
    kinds = [str(label) for label in labels]
    if len(kinds) != n:
        raise RError(f"{len(kinds)} labels for {n} cases", "Give one for each case.")
    return kinds


def _points(axes: "Axes", points: Doubles, kinds: Sequence[str], *, legend: bool = True) -> None:
    names = sorted(set(kinds))
    of = np.array(kinds)
    for number, name in enumerate(names):
        chosen = points[of == name]
        axes.scatter(chosen[:, 0], chosen[:, 1], s=6, color=f"C{number % 10}", label=name)
    if legend and len(names) > 1:
        axes.legend(markerscale=2, fontsize=7)
