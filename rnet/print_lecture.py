"""The lecture as the R session prints it, and as JSON."""

from typing import Any

import numpy as np

from rnet import __version__
from rnet.evaluate.table import Table
from rnet.lecture import FORMULA, Lecture
from rnet.printing.show import format_r
from rnet.settings import current

NOT_CONVERGED = (
    "# Algorithm did not converge in 1 of 1 repetition(s) within the stepmax.\n"
    "# Another seed starts elsewhere; stepmax= and threshold= give it more room."
)


def format_lecture(lecture: Lecture) -> str:
    """Return the whole session: each call as typed in R, then what R prints.

    The comparison table at the end is rnet's own.
    """
    reading = [] if lecture.source == "infert" else [f'> infert <- read.csv("{lecture.source}")']
    network_table = NOT_CONVERGED if lecture.network_table is None else str(lecture.network_table)
    return "\n".join(
        [
            *reading,
            f"> set.seed({lecture.seed})",
            f"> fit <- neuralnet({FORMULA}, data = infert)",
            "> print(fit)",
            str(lecture.network),
            "> table(infert$case, fit$net.result[[1]] > 0.5)",
            network_table,
            f"> machine <- svm({FORMULA}, data = infert)",
            "> table(infert$case, fitted(machine) > 0.5)",
            str(lecture.machine_table),
            f"> linear <- lm({FORMULA}, data = infert)",
            f"> logistic <- glm({FORMULA}, family = binomial, data = infert)",
            "",
            "# the four models side by side, cut at 0.5 (table and seconds: rnet's own)",
            _format_comparison(lecture),
        ]
    )


def _format_comparison(lecture: Lecture) -> str:
    return format_r(lecture.comparison.round(4))


def lecture_as_json(lecture: Lecture) -> dict[str, Any]:
    """Return the numbers of a lecture as plain dictionaries, lists and numbers."""
    network = lecture.network
    result: dict[str, Any] = {
        "rnet": __version__,
        "r_version": current().r_version,
        "seed": lecture.seed,
        "data": lecture.source,
        "rows": len(lecture.observed),
        "converged": network.result_matrix is not None,
    }
    if network.result_matrix is not None:
        column = network.result_matrix.iloc[:, 0]
        result["steps"] = int(column["steps"])
        result["error"] = float(column["error"])
        result["reached_threshold"] = float(column["reached.threshold"])
        result["weights"] = {name: float(column[name]) for name in column.index[3:]}
    result["tables"] = {
        "neuralnet": _table_as_json(lecture.network_table),
        "svm": _table_as_json(lecture.machine_table),
    }
    result["comparison"] = {
        name: {key: _plain(value) for key, value in row.items()}
        for name, row in lecture.comparison.T.to_dict().items()
    }
    return result


def _table_as_json(table: Table | None) -> dict[str, Any] | None:
    if table is None:
        return None
    rows, columns = table.dimnames
    return {"observed": rows, "predicted": columns, "counts": np.asarray(table).tolist()}


def _plain(value: Any) -> float | int | None:
    number = float(value)
    if np.isnan(number):
        return None
    return int(number) if number.is_integer() else number
