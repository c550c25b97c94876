"""`prediction`: what a network, the data and other models say at each distinct covariate row."""

import html
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.scored_prediction import scored_prediction
from rnet.generics import fitted
from rnet.matched_call import refuses_unknown
from rnet.neural.mean_response import Patterns, mean_response, mean_response_of_r, patterns
from rnet.neural.nn import NN
from rnet.neural.rprop import ordered_sum
from rnet.printing.numbers import as_character
from rnet.printing.show import format_r
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]

PAGE = "vignettes/does_rnet_match_r.md"


@refuses_unknown
def prediction(
    x: Any = None,
    list_glm: Any = None,
    label_ordering: Sequence[Any] | None = None,
    *,
    corrected: bool = False,
    predictions: Any = None,
    labels: Any = None,
) -> Any:
    """Tabulate outputs and mean responses over the distinct rows of the covariates.

    The error of the mean responses, which no model of these covariates can undercut, is written
    to standard error as R writes it: ``Data Error: 108.09;``.

    ROCR has a function of the same name: with scores instead of a network,
    `prediction(scores, labels)` is ROCR's, for `performance`.

    Parameters
    ----------
    x : NN
        A network of `neuralnet`; or ROCR's scores.
    list_glm : mapping of str to fit, optional
        Fits of `glm` on the same rows, by name; or ROCR's labels.
    label_ordering : sequence of two, optional
        ROCR's negative and positive class.
    corrected : bool, default False
        Average the responses over *all* rows with the same covariates. R loses track of some:
        its means, the default here, are wrong when patterns do not come in order.
    predictions, labels
        ROCR's arguments by name; see `rnet.evaluate.scored_prediction`.

    Returns
    -------
    Prediction
        A dictionary that prints as R's list. Matrices `rep1`, ... (a repetition that did not
        converge has none), `data`, and `glm.<name>` for every fit: the covariates, then the
        outputs or mean responses; sorted by the last covariate, then by the one before, and so
        on.

    Raises
    ------
    RError
        For fits that do not belong to these data.

    Warns
    -----
    RWarning
        Where R's means are wrong and `corrected` was not asked for.

    Notes
    -----
    R page: `?neuralnet::prediction`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> rnet.prediction(fit, corrected=True)["data"].head(2).to_numpy().tolist()
    [[4.0, 6.0], [7.0, 13.0]]
    """
    if not isinstance(x, NN):
        return _of_scores(
            x if predictions is None else predictions, list_glm, labels, label_ordering
        )
    covariate = x.covariate.to_numpy(dtype=np.float64)
    response = x.response.to_numpy(dtype=np.float64)
    found = patterns(covariate)
    means = mean_response(found, response)
    if not corrected:
        means = _as_in_r(found, response, means)
    sys.stderr.write(format_data_error(_data_error(x, means, response)))
    columns = [*x.model_list["variables"], *x.model_list["response"]]
    values = {
        **{
            f"rep{number}": output.to_numpy(dtype=np.float64)
            for number, output in enumerate(x.net_result or [], start=1)
            if output is not None
        },
        "data": means,
        **_glm_values(list_glm, response),
    }
    return Prediction(
        (name, _table(found, covariate, part, columns)) for name, part in values.items()
    )


class Prediction(dict[str, pd.DataFrame]):
    """The tables of `prediction` by name; shows itself as R prints a list."""

    def __str__(self) -> str:
        return format_r(dict(self))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(str(self))}</pre>"


def _of_scores(scores: Any, second: Any, labels: Any, ordering: Sequence[Any] | None) -> Any:
    """Return ROCR's prediction object."""
    classes = second if labels is None else labels
    if scores is None:
        raise RError('argument "x" is missing, with no default', "Give a network, or scores.")
    if classes is None:
        raise RError(
            'argument "labels" is missing, with no default',
            "prediction takes a network of neuralnet, or scores and their classes.",
        )
    return scored_prediction(scores, classes, ordering)


def _as_in_r(found: Patterns, response: Doubles, right: Doubles) -> Doubles:
    means = mean_response_of_r(found, response)
    first = found.first
    wrong = int((~np.isclose(means[first], right[first], rtol=1e-12, atol=0).all(axis=1)).sum())
    if wrong:
        warn(
            f"{wrong} of {len(first)} mean responses are wrong, as in R",
            "R loses rows of other patterns while it averages; prediction(fit, corrected=True) "
            f"gives the right means. See {PAGE}.",
        )
    return means


def _data_error(x: NN, means: Doubles, response: Doubles) -> float:
    cells = x.err_fct(means, response).ravel(order="F")
    if x.err_fct.name == "ce" and ((means >= 0) & (means <= 1)).all():
        cells = cells[~np.isnan(cells)]  # 0 log(0)
    return ordered_sum(cells)


def format_data_error(error: float) -> str:
    """Return R's message about the error of the mean responses."""
    return f"Data Error:\t{as_character(error)};\n"


def _glm_values(fits: Mapping[str, Any] | None, response: Doubles) -> dict[str, Doubles]:
    if fits is None:
        return {}
    if not isinstance(fits, Mapping):
        raise RError("'list.glm' has no names", "Give a dict: {'main': glm(...)}.")
    if fits and response.shape[1] > 1:
        raise RError(
            "a glm has one response",
            f"The network has {response.shape[1]}; R stops here with an internal error.",
        )
    values = {}
    for name, fit in fits.items():
        of_glm = np.asarray(fitted(fit), dtype=np.float64).reshape(-1, 1)
        if len(of_glm) != len(response):
            raise RError(
                f"'{name}' was not fitted to the same data",
                f"It has {len(of_glm)} fitted values, the network {len(response)}.",
            )
        values[f"glm.{name}"] = of_glm
    return values


def _table(
    found: Patterns, covariate: Doubles, values: Doubles, columns: list[str]
) -> pd.DataFrame:
    rows = np.hstack([covariate, values])[found.first]
    order = np.lexsort(covariate[found.first].T) if covariate.shape[1] else np.zeros(1, int)
    names = [str(number + 1) for number in range(len(rows))]
    return named_matrix(rows[order], names, columns)
