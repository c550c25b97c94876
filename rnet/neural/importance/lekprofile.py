"""`lekprofile`: how the outputs follow one input while the others stand still."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown
from rnet.neural.importance.network_view import NetworkView, network_view
from rnet.neural.nnet_arguments import numbers_of
from rnet.printing.numbers import as_character
from rnet.printing.rounding import signif
from rnet.rng.state import generator
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]

QUANTILES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
PANEL = 2.4  # inches


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """At which values the other inputs stand still.

    Attributes
    ----------
    names : list of str
    values : ndarray, shape (groups, p)
    """

    names: list[str]
    values: Doubles


@refuses_unknown
def lekprofile(
    mod_in: Any,
    xsel: Sequence[str] | None = None,
    ysel: Sequence[str] | None = None,
    *,
    steps: int = 100,
    group_vals: float | Sequence[float] = QUANTILES,
    val_out: bool = False,
    group_show: bool = False,
    grp_nms: Sequence[str] | None = None,
) -> "Figure | list[pd.DataFrame]":
    """Show how outputs respond to each input in turn, by Lek's profile method.

    One input goes from its smallest to its largest value; the others are held at quantiles.

    Parameters
    ----------
    mod_in : NN or Nnet
        A network of `neuralnet` (its first repetition) or `nnet`.
    xsel, ysel : sequence of str, optional
        Which inputs and outputs; all by default.
    steps : int, default 100
        Values of the input.
    group_vals : sequence of numbers or int
        Quantiles at which the others are held, or, greater than 1, how many centres of clusters.
    val_out : bool, default False
        Return the numbers instead of the figure.
    group_show : bool, default False
        Draw the values of the groups instead of the profiles.
    grp_nms : sequence of str, optional
        Names of the groups in the figure.

    Returns
    -------
    matplotlib.figure.Figure or list of DataFrame
        With `val_out` a long frame (Explanatory, resp_name, Response, Groups, exp_name) and a
        matrix of the groups' values.

    Raises
    ------
    RError
        For names that are not in the network.

    Notes
    -----
    R page: `?NeuralNetTools::lekprofile`; Gevrey, Dimopoulos and Lek (2003). R fits a `neuralnet`
    anew as `nnet` and therefore fails for several responses, several hidden layers, two inputs,
    or `hidden` left out; rnet asks the network itself. R also cuts logistic units at 15, which
    changes the sixth digit. Clusters are found by k-means++, not from R's random start.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("mpg ~ wt + hp", rnet.data("mtcars"), hidden=0, threshold=1)
    >>> long, groups = rnet.lekprofile(fit, steps=3, val_out=True)
    >>> long["Explanatory"].head(3).tolist()
    [1.513, 3.4685, 5.424]
    """
    view = network_view(mod_in)
    if view.covariate is None:
        raise RError("lekprofile needs the data", "Give a network of neuralnet or nnet.")
    inputs = _chosen(xsel, view.inputs, "xsel")
    outputs = _chosen(ysel, view.outputs, "ysel")
    if not isinstance(steps, int | np.integer) or steps < 1:
        raise RError("'steps' must be a whole number", "Of points along each predictor.")
    groups = _groups(view.covariate, group_vals)
    labels = _labels(grp_nms, len(groups.names))
    table = named_matrix(groups.values, groups.names, view.inputs)
    if group_show and not val_out:
        return _draw_groups(table, labels)
    profiles = pd.concat(
        [_profile(view, name, outputs, groups, steps) for name in inputs], ignore_index=True
    )
    return [profiles, table] if val_out else _draw(profiles, inputs, outputs, labels)


def _chosen(given: Sequence[str] | None, names: list[str], argument: str) -> list[str]:
    if given is None:
        return names
    chosen = [given] if isinstance(given, str) or not np.iterable(given) else list(given)
    unknown = [name for name in chosen if name not in names]
    if unknown:
        raise RError(f"{argument} must match one: {', '.join(names)}", f"Not `{unknown[0]}`.")
    return chosen


def _groups(covariate: Doubles, chosen: float | Sequence[float]) -> Groups:
    wanted = numbers_of(chosen)
    if wanted.size == 1 and wanted[0] > 1:
        centres = _clusters(covariate, wanted[0])
        return Groups([str(i + 1) for i in range(len(centres))], centres)
    if wanted.ndim != 1 or not wanted.size or not ((wanted >= 0) & (wanted <= 1)).all():
        raise RError("'probs' outside [0,1]", "group_vals are quantiles, or one whole number.")
    names = [f"{as_character(float(signif(100 * p, 7)))}%" for p in wanted.tolist()]
    return Groups(names, np.quantile(covariate, wanted, axis=0))


def _labels(given: Sequence[str] | None, count: int) -> list[str]:
    if given is None:
        return [str(number + 1) for number in range(count)]
    labels = [str(name) for name in np.atleast_1d(np.asarray(given, dtype=object)).ravel()]
    if len(labels) != count:
        raise RError("grp_nms must have one name for each group", f"There are {count}.")
    return labels


def _clusters(covariate: Doubles, wanted: float) -> Doubles:
    cases = len(np.unique(covariate, axis=0))
    if wanted >= cases + 1:
        raise RError(
            "more cluster centers than distinct data points.",
            f"group_vals is {wanted:g}, the network saw {cases} different cases.",
        )
    count = int(wanted)
    from sklearn.cluster import KMeans  # noqa: PLC0415 - slow to load

    seed = int(generator().uniform(1)[0] * 2**31)
    found = KMeans(n_clusters=count, n_init=10, random_state=seed).fit(covariate)
    return np.asarray(found.cluster_centers_, dtype=np.float64)


def _profile(
    view: NetworkView, name: str, outputs: list[str], groups: Groups, steps: int
) -> pd.DataFrame:
    """Return the long frame of one input: output by output, group by group."""
    assert view.covariate is not None  # the caller looked
    assert view.respond is not None
    column = view.inputs.index(name)
    of_data = view.covariate[:, column]
    values = np.linspace(of_data.min(), of_data.max(), steps)
    parts = []
    for number, still in enumerate(groups.values, start=1):
        rows = np.tile(still, (steps, 1))
        rows[:, column] = values
        response = view.respond(rows)
        parts += [
            pd.DataFrame(
                {
                    "Explanatory": values,
                    "resp_name": output,
                    "Response": response[:, view.outputs.index(output)],
                    "Groups": str(number),
                    "exp_name": name,
                }
            )
            for output in outputs
        ]
    return pd.concat(parts, ignore_index=True)


def _draw(
    profiles: pd.DataFrame, inputs: list[str], outputs: list[str], labels: list[str]
) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    size = (PANEL * len(inputs) + 1, PANEL * len(outputs) + 0.5)
    figure = ShownFigure(figsize=size, layout="constrained")
    panels = figure.subplots(len(outputs), len(inputs), squeeze=False, sharey="row", sharex="col")
    for (output, name), panel in zip(product(outputs, inputs), panels.flat, strict=True):
        chosen = (profiles["resp_name"] == output) & (profiles["exp_name"] == name)
        drawn = profiles[chosen].groupby("Groups", sort=False)
        for label, (_, group) in zip(labels, drawn, strict=True):
            panel.plot(group["Explanatory"], group["Response"], label=label)
        panel.set_title(name if output == outputs[0] else "")
        panel.grid(color="0.92")
    for panel, output in zip(panels[:, 0], outputs, strict=True):
        panel.set_ylabel("Response" if len(outputs) == 1 else output)
    figure.supxlabel("Explanatory")
    figure.legend(
        *panels[0, 0].get_legend_handles_labels(), title="Groups", loc="outside right center"
    )
    return figure


def _draw_groups(table: pd.DataFrame, labels: list[str]) -> "Figure":
    """Draw the values of the groups, scaled to [0, 1] by input, as stacked bars."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    values = table.to_numpy(dtype=np.float64)
    span = np.ptp(values, axis=0)
    scaled = (values - values.min(axis=0)) / np.where(span > 0, span, 1.0)
    figure = ShownFigure(figsize=(3 * PANEL, 2 * PANEL), layout="constrained")
    axes = figure.add_subplot()
    bottom = np.zeros(len(values))
    for column, name in enumerate(table.columns):
        axes.bar(labels, scaled[:, column], bottom=bottom, label=str(name))
        bottom += scaled[:, column]
    axes.set(xlabel="Groups", ylabel="Constant values (scaled)")
    figure.legend(title="Variables", loc="outside right center")
    return figure
