"""A decision tree of scikit-learn in the place of R's rpart, grown and pruned by rpart's rules."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, factor_of, numbers
from rnet.formulas.model_frame import ModelFrame, model_frame, model_frame_for
from rnet.formulas.terms import Terms
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.record import Record
from rnet.rng.sample_int import sample_int

Doubles = npt.NDArray[np.float64]

LEAF = -1
TIE = 1 - 1e-12  # costs that differ by rounding only are equal, and the smaller tree is preferred
MESSAGE = "a tree of scikit-learn stands in for R's rpart"


@dataclass(frozen=True, slots=True)
class TreeControl:
    """When a tree stops growing, as `rpart.control` says it.

    Attributes
    ----------
    minsplit, minbucket : int
        Fewest rows to split, and in a leaf.
    cp : float
        Least improvement of a split, as a share of the error of the root.
    maxdepth : int
        Longest path from the root.
    xval : int
        Folds of rpart's own cross-validation: not done, but its random numbers are drawn.
    """

    minsplit: int = 20
    minbucket: int | None = None
    cp: float = 0.01
    maxdepth: int = 30
    xval: int = 10

    @property
    def smallest_leaf(self) -> int:
        """`minbucket`, by default a third of `minsplit`."""
        return round(self.minsplit / 3) if self.minbucket is None else int(self.minbucket)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TreeStandIn(Record):
    """A fitted tree.

    Attributes
    ----------
    call : Call
    terms : Terms
        The formula with the encoding of its variables.
    control : TreeControl
    levels : tuple of str or None
        The classes; None for regression.
    tree : object
        scikit-learn's arrays of nodes.
    values : numpy.ndarray, shape (nodes,)
        Mean or class code of each node.
    is_leaf : numpy.ndarray of bool, shape (nodes,)
        After pruning.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "terms", "control", "levels")

    call: Call
    terms: Terms
    control: TreeControl
    levels: tuple[str, ...] | None
    tree: Any
    values: Doubles
    is_leaf: npt.NDArray[np.bool_]

    def __str__(self) -> str:
        leaves = _count_leaves(self)
        return f"{deparse_line(self.call)}\n{leaves} leaves ({MESSAGE})"

    def predict(self, newdata: pd.DataFrame) -> Any:
        """Return the mean or the class of the leaf of each complete row."""
        rows = _predictors(model_frame_for(self.terms, newdata, na_action="na.omit"))
        answer = np.array([self.values[self._leaf(row)] for row in rows])
        if self.levels is None:
            return answer
        return factor_of(answer.astype(np.int64), list(self.levels), ordered=False)

    def _leaf(self, row: Doubles) -> int:
        node = 0
        while not self.is_leaf[node]:
            goes_left = row[self.tree.feature[node]] <= self.tree.threshold[node]
            node = int((self.tree.children_left if goes_left else self.tree.children_right)[node])
        return node


def grow(
    formula: Any, data: Any = None, subset: Any = None, na_action: Any = "na.omit", **control: Any
) -> TreeStandIn:
    """Grow and prune a tree.

    Parameters
    ----------
    formula, data, subset, na_action
        As for `model_frame`.
    **control
        `minsplit`, `minbucket`, `cp`, `maxdepth`, `xval`; R's `maxcompete`, `maxsurrogate`,
        `usesurrogate` and `surrogatestyle` change no prediction of complete rows.

    Raises
    ------
    RError
        For an unknown argument.
    """
    rules = _control(control)
    frame = model_frame(formula, data, subset=subset, na_action=na_action)
    if frame.response is None:
        raise RError("Dependent variable has wrong type!", "A tree needs a response.")
    levels, y = _response(frame.response)
    if rules.xval > 0:
        sample_int(len(y))
    tree = _scikit_learn_tree(_predictors(frame), y, rules, classifies=levels is not None)
    node_values = tree.value[:, 0, :]
    if levels is None:
        values, risks = node_values[:, 0], tree.impurity * tree.weighted_n_node_samples
    else:
        present = np.unique(y)
        values = present[np.argmax(node_values, axis=1)].astype(np.float64)
        risks = (1.0 - node_values.max(axis=1)) * tree.weighted_n_node_samples
    is_leaf = _pruned(tree, np.asarray(risks), rules.cp)
    call = Call(Symbol("rpart"), ())
    return TreeStandIn(call, frame.terms, rules, levels, tree, values, is_leaf)


def warn_of_stand_in() -> None:
    """Say whose trees these are."""
    warn(MESSAGE, "Equal splits may be resolved otherwise than in R.", stacklevel=4)


def _control(given: dict[str, Any]) -> TreeControl:
    without_effect = {"maxcompete", "maxsurrogate", "usesurrogate", "surrogatestyle"}
    known = set(TreeControl.__slots__)
    for name in given:
        if name not in known | without_effect:
            raise RError(f"Argument {name} not matched", f"Known: {', '.join(sorted(known))}.")
    return TreeControl(**{name: value for name, value in given.items() if name in known})


def _response(column: Column) -> tuple[tuple[str, ...] | None, Doubles]:
    if isinstance(column, pd.Categorical):
        return tuple(map(str, column.categories)), np.asarray(column.codes, dtype=np.float64)
    return None, numbers(column)


def _predictors(frame: ModelFrame) -> Doubles:
    """Return numbers as they are, and a column of 0 and 1 for each level of a factor."""
    columns: list[Doubles] = []
    for name in frame.terms.frame_names[frame.terms.response :]:
        column = frame.variables[name]
        if isinstance(column, pd.Categorical):
            codes = np.asarray(column.codes, dtype=np.float64)
            levels = range(len(column.categories))
            columns += [codes] if column.ordered else [1.0 * (codes == code) for code in levels]
        else:
            columns.append(numbers(column))
    return np.column_stack(columns) if columns else np.zeros((len(frame), 0))


def _scikit_learn_tree(x: Doubles, y: Doubles, rules: TreeControl, *, classifies: bool) -> Any:
    from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor  # noqa: PLC0415 - heavy

    kind = DecisionTreeClassifier if classifies else DecisionTreeRegressor
    grown = kind(
        min_samples_split=max(2, int(rules.minsplit)),
        min_samples_leaf=max(1, rules.smallest_leaf),
        max_depth=max(1, int(rules.maxdepth)),
        random_state=0,
    ).fit(x, y)
    return grown.tree_


def _pruned(tree: Any, risks: Doubles, cp: float) -> npt.NDArray[np.bool_]:
    """Return which nodes are leaves of the smallest subtree of least cost-complexity."""
    price = cp * risks[0]
    cost = risks + price
    is_leaf = np.ones(tree.node_count, dtype=np.bool_)
    for node in range(tree.node_count - 1, -1, -1):  # children come after their parent
        left, right = tree.children_left[node], tree.children_right[node]
        if left != LEAF and cost[left] + cost[right] < cost[node] * TIE:
            cost[node] = cost[left] + cost[right]
            is_leaf[node] = False
    return is_leaf


def _count_leaves(fit: TreeStandIn) -> int:
    count, waiting = 0, [0]
    while waiting:
        node = waiting.pop()
        if fit.is_leaf[node]:
            count += 1
        else:
            waiting += [int(fit.tree.children_left[node]), int(fit.tree.children_right[node])]
    return count
