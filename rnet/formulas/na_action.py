"""What a model frame does with missing values: `na.omit`, `na.exclude`, `na.fail`, `na.pass`."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Mask, as_column, missing
from rnet.settings import current


@dataclass(frozen=True, slots=True)
class NaAction:
    """A rule for cases with missing values.

    Attributes
    ----------
    name : str
        R's name.
    kept : callable
        From the mask of incomplete cases to the mask of cases kept.
    pads : bool
        Whether residuals and fitted values get NA for the dropped cases.
    """

    name: str
    kept: Callable[[Mask], Mask]
    pads: bool = False


def _fail(incomplete: Mask) -> Mask:
    if incomplete.any():
        raise RError(
            "missing values in object",
            f"{int(incomplete.sum())} of {len(incomplete)} cases are incomplete; "
            "na_action='na.omit' drops them.",
        )
    return ~incomplete


_ACTIONS = {
    action.name: action
    for action in (
        NaAction("na.omit", lambda incomplete: ~incomplete),
        NaAction("na.exclude", lambda incomplete: ~incomplete, pads=True),
        NaAction("na.fail", _fail),
        NaAction("na.pass", np.ones_like),
    )
}


def na_action_named(wanted: object) -> NaAction:
    """Return the rule for a name, an rnet function (`rnet.na_omit`), or None: R's option."""
    if wanted is None:
        wanted = current().na_action
    name = str(getattr(wanted, "__name__", wanted)).replace("_", ".")
    if name not in _ACTIONS:
        raise RError(
            f'could not find function "{name}"',
            f"na_action is one of {', '.join(_ACTIONS)}.",
        )
    return _ACTIONS[name]


def apply_na_action(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a data frame after a rule: without incomplete rows, or with an error."""
    incomplete = np.zeros(len(frame), dtype=np.bool_)
    for position, label in enumerate(frame.columns):
        column = as_column(frame.iloc[:, position], str(label))
        incomplete |= missing(column) if column is not None else False
    kept = na_action_named(name).kept(incomplete)
    return frame if kept.all() else frame.loc[kept]
