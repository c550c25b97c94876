"""`model_frame`: the variables of a formula, evaluated, for the same cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Column, Doubles, Matrix, class_of, missing, numbers, take
from rnet.formulas.encoding import Encoding
from rnet.formulas.evaluate import Scope
from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula
from rnet.formulas.left_out import LeftOut
from rnet.formulas.na_action import na_action_named
from rnet.formulas.row_numbers import RowNumbers, chosen_names, names_of_rows
from rnet.formulas.subset import subset_rows
from rnet.formulas.terms import Terms, delete_response, terms
from rnet.formulas.variables import (
    data_frame,
    encoded_variables,
    evaluated_argument,
    new_variables,
    recorded_encoding,
    restored_levels,
    unused_levels_dropped,
)
from rnet.frames import UserVariables
from rnet.record import Record
from rnet.values import axis_names

WEIGHTS, OFFSET = "(weights)", "(offset)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ModelFrame(Record):
    """The variables of a model, complete cases only unless `na.pass`.

    Attributes
    ----------
    terms : Terms
        The terms, with the encoding of the variables for use on new data.
    variables : dict
        The variables by their names in R's model frame, the response first; each a 1-d array,
        a pandas Categorical, or a `Matrix`.
    weights, offset : ndarray or None
        Case weights, and the sum of all offsets; shape (n,).
    extras : dict
        Other columns brought to the same cases, by name.
    row_names : sequence of str
    has_automatic_row_names : bool
        Whether the row names only count the rows of the data.
    left_out : LeftOut
        Which cases of the subset were dropped.
    na_action : str
        R's name of the rule for missing values.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("terms", "variables", "weights", "offset", "row.names")

    terms: Terms
    variables: dict[str, Column]
    weights: Doubles | None
    offset: Doubles | None
    extras: dict[str, Doubles]
    row_names: Sequence[str]
    has_automatic_row_names: bool
    left_out: LeftOut
    na_action: str

    @property
    def omitted(self) -> npt.NDArray[np.intp]:
        """Positions from 0, among the rows of the subset, of the cases dropped."""
        return self.left_out.positions

    @property
    def response(self) -> Column | None:
        """The response, or None for a one-sided formula."""
        return next(iter(self.variables.values())) if self.terms.response else None

    def __len__(self) -> int:
        return len(self.row_names)

    def to_pandas(self) -> pd.DataFrame:
        """Return the frame as a DataFrame; a matrix gives one column for each of its own."""
        columns: dict[str, Any] = {}
        for name, column in self.variables.items():
            if isinstance(column, Matrix):
                labels = column.column_names or range(1, column.values.shape[1] + 1)
                columns.update(
                    {f"{name}.{k}": v for k, v in zip(labels, column.values.T, strict=True)}
                )
            else:
                columns[name] = column
        if self.weights is not None:
            columns[WEIGHTS] = self.weights
        columns.update({f"({name})": column for name, column in self.extras.items()})
        return pd.DataFrame(columns, index=pd.Index(list(self.row_names), dtype=object))

    def __str__(self) -> str:
        from rnet.printing.frame import format_frame  # noqa: PLC0415 - text, seldom wanted

        return format_frame(self.to_pandas())


def model_frame(
    formula: str | Formula | Terms | HasDesign,
    data: Any = None,
    *,
    subset: Any = None,
    na_action: Any = None,
    weights: Any = None,
    offset: Any = None,
    levels: Mapping[str, Sequence[str]] | None = None,
    drop_unused_levels: bool = False,
    extras: Mapping[str, Any] | None = None,
    environment: Mapping[str, Any] | None = None,
) -> ModelFrame:
    """Evaluate the variables of a formula.

    Parameters
    ----------
    formula : str, Formula, Terms or fit
        Of a fit, the frame it used.
    data : DataFrame or mapping, optional
        Columns by name; `.` stands for all of them but those of the left side.
    subset : array_like or str, optional
        Which cases: logical values, row numbers counted from 1 as in R (negative ones leave
        rows out), or an R expression of the variables, such as ``"age > 30"``.
    na_action : str or function, optional
        "na.omit", "na.exclude", "na.fail" or "na.pass"; by default the option `na_action`.
    weights, offset : array_like or str, optional
        One number per row of `data`, or an R expression.
    levels : mapping, optional
        Levels that factors must have (R's `xlev`).
    drop_unused_levels : bool, default False
        Drop factor levels that no case has.
    extras : mapping, optional
        Further columns by name, given as `weights` is: a fitter's own, such as first values.
    environment : mapping, optional
        Where names that are no columns are looked up; by default the user's variables.

    Returns
    -------
    ModelFrame

    Raises
    ------
    RError
        For unknown names, variables of different lengths, and what functions refuse.

    Notes
    -----
    R page: `?model.frame`. As in R the variables are evaluated on all rows, then the subset is
    taken, then missing values are treated: `poly(x, 2)` is orthogonal over all rows.

    Examples
    --------
    >>> frame = model_frame("y ~ log(x)", {"y": [1.0, 2.0, 3.0], "x": [1.0, None, 1.0]})
    >>> frame.variables["log(x)"].tolist(), frame.row_names
    ([0.0, 0.0], ['1', '3'])
    """
    if isinstance(formula, HasDesign):
        return formula.used_frame
    table = data_frame(data)
    scope = Scope(table, UserVariables() if environment is None else environment)
    of = terms(formula, table)
    columns, bases = encoded_variables(of, scope)
    named = {f"({name})": value for name, value in (extras or {}).items()}
    for name, value in {WEIGHTS: weights, OFFSET: offset, **named}.items():
        given = evaluated_argument(value, scope, name)
        if given is not None:
            columns[name] = given
    frame = _assembled(of, columns, table, na_action, subset_rows(subset, scope))
    if drop_unused_levels:
        frame = replace(frame, variables=unused_levels_dropped(frame.variables))
    if levels:
        frame = replace(frame, variables=restored_levels(frame.variables, levels, {}))
    encoding = recorded_encoding(of, frame.variables, bases)
    own = set(of.frame_names)
    beside = [name for name in columns if name not in own]
    encoding["classes"] |= {name: class_of(columns[name]) for name in beside}
    return replace(frame, terms=of.with_encoding(**encoding))


def model_frame_for(
    of: Terms,
    newdata: Any,
    *,
    response: bool = False,
    na_action: Any = "na.pass",
    environment: Mapping[str, Any] | None = None,
) -> ModelFrame:
    """Evaluate the variables of fitted terms on new data, encoded as the training data were.

    Parameters
    ----------
    of : Terms
        Terms with an encoding: `frame.terms` or `design.terms`.
    newdata : DataFrame or mapping
    response : bool, default False
        Whether the response is wanted too.
    na_action : str, default "na.pass"
    environment : mapping, optional
        As in `model_frame`.

    Raises
    ------
    RError
        ``object 'x' not found``; ``factor g has new level q``.
    """
    of = of if response else delete_response(of)
    table = data_frame(newdata)
    scope = Scope(table, UserVariables() if environment is None else environment)
    frame = _assembled(of, new_variables(of, scope), table, na_action, None)
    kept: Encoding = of.encoding
    return replace(frame, variables=restored_levels(frame.variables, kept.levels, kept.classes))


def _assembled(
    of: Terms,
    columns: dict[str, Column],
    table: pd.DataFrame | None,
    na_action: Any,
    chosen: Any,
) -> ModelFrame:
    """Bring variables to the same cases: lengths checked, subset taken, missing values treated."""
    rows = _common_length(columns, table)
    names, automatic = _names(table, rows)
    positions, candidates = np.arange(rows), names
    if chosen is not None:
        positions = chosen(rows)
        candidates = chosen_names(names, positions)
        columns = {name: take(column, positions) for name, column in columns.items()}
    incomplete = np.zeros(len(positions), dtype=np.bool_)
    for column in columns.values():
        incomplete |= missing(column)
    action = na_action_named(na_action)
    kept = action.kept(incomplete)
    if not kept.all():
        columns = {name: take(column, kept) for name, column in columns.items()}
    used = positions if kept.all() else positions[kept]
    is_whole = len(used) == rows and (chosen is None or np.array_equal(used, np.arange(rows)))
    variables = {name: columns[name] for name in of.frame_names}
    extras = {name: column for name, column in columns.items() if name not in variables}
    return ModelFrame(
        terms=of,
        offset=_total_offset(of, columns),
        variables=variables,
        weights=_weights(extras.pop(WEIGHTS, None)),
        extras={name[1:-1]: numbers(c) for name, c in extras.items() if name != OFFSET},
        row_names=names if is_whole else chosen_names(names, used),
        has_automatic_row_names=automatic and is_whole,
        left_out=LeftOut(kept, candidates, action.pads),
        na_action=action.name,
    )


def _common_length(columns: Mapping[str, Column], table: pd.DataFrame | None) -> int:
    lengths = {name: len(column) for name, column in columns.items()}
    if not lengths:
        return 0 if table is None else len(table)
    rows = next(iter(lengths.values()))
    for name, length in lengths.items():
        if length != rows:
            raise RError(
                f"variable lengths differ (found for '{name}')",
                f"It has {length} elements, the first variable {rows}.",
            )
    return rows


def _names(table: pd.DataFrame | None, rows: int) -> tuple[Sequence[str], bool]:
    if table is None or len(table) != rows:
        return RowNumbers(np.arange(rows)), True
    index = table.index
    automatic = axis_names(index) is None and (
        isinstance(index, pd.RangeIndex) and index.equals(pd.RangeIndex(rows))
    )
    return names_of_rows(table), automatic


def _weights(given: Column | None) -> Doubles | None:
    if given is None:
        return None
    if class_of(given) in ("logical", "factor", "ordered", "character"):
        raise RError("'weights' must be a numeric vector", "One number per row of the data.")
    return numbers(given)


def _total_offset(of: Terms, columns: Mapping[str, Column]) -> Doubles | None:
    if OFFSET in columns and class_of(columns[OFFSET]) == "character":
        raise RError("'offset' must be numeric", "One number per row of the data.")
    labels = [of.frame_names[i] for i in of.offsets]
    given = [numbers(columns[label]) for label in [*labels, OFFSET] if label in columns]
    return np.add.reduce(given) if given else None
