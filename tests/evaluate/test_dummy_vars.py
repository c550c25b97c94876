"""caret's dummyVars; the answers are those of caret 6.0-93, R 4.2.2, on these cases:

d <- data.frame(a = factor(c("x", "y", "z")), b = 1:3, c = factor(c("u", "v", "u")),
                s = c("p", "q", "p"), l = c(TRUE, FALSE, TRUE), g = c(1, 2, 1))
"""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.interpreter.session import Session

CASES = pd.DataFrame(
    {
        "a": pd.Categorical(list("xyz")),
        "b": [1, 2, 3],
        "c": pd.Categorical(list("uvu")),
        "s": list("pqp"),
        "l": [True, False, True],
        "g": [1.0, 2.0, 1.0],
    }
)
A = {"a.x": [1, 0, 0], "a.y": [0, 1, 0], "a.z": [0, 0, 1]}
LEVELS = {"x": [1, 0, 0], "y": [0, 1, 0], "z": [0, 0, 1], "u": [1, 0, 1], "v": [0, 1, 0]}
U, V = [1, 0, 1], [0, 1, 0]
ANSWERS = [
    ("~ a + b + s", {}, {**A, "b": [1, 2, 3], "sp": U, "sq": V}),
    ("~ a + l", {}, {**A, "lFALSE": V, "lTRUE": U}),
    (
        "~ a + c",
        {"sep": "_"},
        {**{name.replace(".", "_"): column for name, column in A.items()}, "c_u": U, "c_v": V},
    ),
    (
        "~ a + c",
        {"sep": None},
        {**{name.replace(".", ""): column for name, column in A.items()}, "cu": U, "cv": V},
    ),
    ("~ a + c", {"levelsOnly": True}, LEVELS),
    ("~ a + c", {"levelsOnly": True, "fullRank": True}, {k: LEVELS[k] for k in "yzv"}),
    ("~ a - 1", {"fullRank": True}, A),
    ("~ b", {}, {"b": [1, 2, 3]}),
    (
        "b ~ a + c + s + l",
        {"fullRank": True},
        {"a.y": V, "a.z": [0, 0, 1], "c.v": V, "sq": V, "lTRUE": U},
    ),
    ("~ a * b", {}, {**A, "b": [1, 2, 3], "ax:b": [1, 0, 0], "ay:b": [0, 2, 0], "az:b": [0, 0, 3]}),
    (
        "~ log(b) + a + factor(g)",
        {},
        {"log(b)": np.log([1, 2, 3]), **A, "factor(g)1": U, "factor(g)2": V},
    ),
]


@pytest.mark.parametrize(("formula", "arguments", "columns"), ANSWERS)
def test_columns_are_caret_s(formula, arguments, columns) -> None:
    got = rnet.predict(rnet.dummyVars(formula, CASES, **arguments), CASES)
    assert list(got.columns) == list(columns)
    np.testing.assert_array_equal(got.to_numpy(), np.column_stack(list(columns.values())))


def test_ordered_factors_keep_their_polynomials() -> None:
    levels = ["lo", "mid", "hi"]
    cases = {"o": pd.Categorical(["lo", "hi", "mid"], levels, ordered=True)}
    got = rnet.predict(rnet.dummyVars("~ o", cases), cases)
    assert list(got.columns) == ["o.L", "o.Q"]
    np.testing.assert_allclose(got["o.L"], [-(0.5**0.5), 0.5**0.5, 0], atol=1e-15)


def test_missing_values_stay_in_their_columns() -> None:
    holed = pd.DataFrame({"a": pd.Categorical(["x", None, "z"]), "b": [1, 2, np.nan]})
    coding = rnet.dummyVars("~ a + b", CASES, fullRank=True)
    got = rnet.predict(coding, holed).to_numpy()
    assert np.isnan(got).tolist() == [[False] * 3, [True, True, False], [False, False, True]]
    assert len(rnet.predict(coding, holed, na_action="na.omit")) == 1


def test_levels_without_cases_and_text_for_factors() -> None:
    cases = {"f": pd.Categorical(["l", "h", "l"], ["l", "m", "h"])}
    got = rnet.predict(rnet.dummyVars("~ f", cases), {"f": ["h"]})
    assert got.columns.tolist() == ["f.l", "f.m", "f.h"]
    assert got.to_numpy().tolist() == [[0, 0, 1]]


def test_what_caret_refuses() -> None:
    coding = rnet.dummyVars("~ a + b", CASES)
    with pytest.raises(rnet.RError, match=r"Variable\(s\) 'a', 'b' are not in newdata"):
        rnet.predict(coding, {"z": [1.0]})
    with pytest.raises(rnet.RError, match="factor a has new level w"):
        rnet.predict(coding, {"a": ["w"], "b": [1]})
    with pytest.raises(rnet.RError, match="undefined columns selected"):
        rnet.dummyVars("~ zz", CASES)
    shared = {"a": pd.Categorical(list("xyz")), "b": pd.Categorical(list("zxu"))}
    with pytest.raises(rnet.RError, match=r"not unique across predictors: x, z$"):
        rnet.dummyVars("~ a + b", shared, levelsOnly=True)


def test_r_code_prints_caret_s_text() -> None:
    session = Session()
    steps = ["dv <- dummyVars(Species ~ ., iris)", "dv", "class(dv)", "dv$facVars"]
    said = "".join(session.step(line).output for line in steps)
    assert said.splitlines() == [
        "Dummy Variable Object",
        "",
        "Formula: Species ~ .",
        "5 variables, 1 factors",
        "Variables and levels will be separated by '.'",
        "A less than full rank encoding is used",
        '[1] "dummyVars"',
        '[1] "Species"',
    ]
    said = session.step(
        "head(predict(dummyVars(~ Species, iris, fullRank = TRUE), iris), 2)"
    ).output
    assert said.splitlines() == [
        "  Species.versicolor Species.virginica",
        "1                  0                 0",
        "2                  0                 0",
    ]
    text = str(rnet.dummyVars("~ a", CASES, levelsOnly=True, fullRank=True))
    assert text.splitlines()[4:] == [
        "Factor variable names will be removed",
        "A full rank encoding is used",
    ]


def test_a_factor_as_response_is_warned_of_as_in_r() -> None:
    coding = rnet.dummyVars("c ~ b", CASES)
    with pytest.warns(rnet.RWarning, match="variable 'c' is not a factor"):
        assert rnet.predict(coding, CASES).columns.tolist() == ["b"]
