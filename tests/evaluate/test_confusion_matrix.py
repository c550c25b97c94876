"""caret's confusion matrix and measures, as recorded in tests/oracles/caret."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases, decoded, doubles

import rnet
from rnet.conditions import RError, RWarning

CASES = cases("caret/confusion.json")
# The incomplete beta function and sums in another order.
RELATIVE = 1e-11
ABSOLUTE = 1e-15

# Where caret stops because levels do not match, rnet warns with its words and goes on.
MISMATCH = {
    "the data cannot have more levels than the reference",
    "The data must contain some levels that overlap the reference.",
    "`data` and `reference` should be factors with the same levels.",
}
# Where R fails inside, rnet says what is wrong.
INTERNAL = {"invalid argument type", "subscript out of bounds"}
# R has no method for a plain matrix of integers; rnet takes it as a table.
NO_METHOD = 'argument "reference" is missing, with no default'
# A by-product of comparing the levels of unequal number.
NOISE = "longer object length is not a multiple of shorter object length"


def matrices() -> list:
    return [c for c in CASES if c.values[0]["fun"] == "confusionMatrix"]


def measures() -> list:
    return [c for c in CASES if c.values[0]["fun"] != "confusionMatrix"]


def unequal_lengths(case) -> bool:
    """Whether R recycles a shorter vector, which rnet refuses."""
    if "obs" not in case["args"]:
        return False
    sizes = {
        len(v.get("values", v.get("codes"))) for v in case["args"].values() if v["type"] == "double"
    }
    return len(sizes) > 1


@pytest.mark.parametrize("case", matrices())
def test_confusion_matrix_is_that_of_caret(case) -> None:
    answer = ask(case)
    if case["error"] in MISMATCH:
        assert answer.warnings == [case["error"]]
        given = case["args"]["data"]
        size = len(given.get("codes") or given["values"])
        assert answer.value.table.counts.sum() == size
        return
    if case["error"] in INTERNAL or case["args"].get("dnn", {}).get("values") == ["x"]:
        assert answer.error is not None
        return
    assert answer.error == case["error"]
    assert answer.warnings == [words for words in case["warnings"] if words != NOISE]
    if case["error"] is None:
        expected = decoded(case["value"])
        assert answer.output == case["output"]
        assert answer.value.positive == (expected["positive"] and expected["positive"][0])
        for part in ("table", "overall", "byClass"):
            found, wanted = doubles(answer.value[part]), doubles(expected[part])
            np.testing.assert_allclose(found, wanted, rtol=RELATIVE, atol=ABSOLUTE)


@pytest.mark.parametrize("case", measures())
def test_measure_is_that_of_caret(case) -> None:
    answer = ask(case)
    if case["error"] in INTERNAL or unequal_lengths(case):
        assert answer.error is not None
        return
    if case["error"] == NO_METHOD:
        assert answer.error is None
        return
    assert answer.error == case["error"]
    assert answer.warnings == case["warnings"]
    if case["error"] is None:
        assert answer.output == case["output"]
        expected = [np.nan if v is None else v for v in np.atleast_1d(decoded(case["value"]))]
        np.testing.assert_allclose(doubles(answer.value), expected, rtol=RELATIVE, atol=ABSOLUTE)


def test_components_as_matrices_and_prints() -> None:
    """Printed by R for the table [[25, 24], [28, 23]]."""
    ab = ["a", "b"]
    fit = rnet.confusionMatrix(rnet.Table([[25, 24], [28, 23]], {"P": ab, "R": ab}))
    assert fit.as_matrix().loc["a", "b"] == 24
    assert rnet.format_r(fit.as_matrix("overall")).splitlines()[1] == "Accuracy        0.4800000"
    assert rnet.format_r(fit.as_matrix("classes")).splitlines()[-1] == (
        "Balanced Accuracy    0.4805299"
    )
    assert fit["byClass"]["Sensitivity"] == fit.byClass.iloc[0]
    assert fit._repr_html_().startswith("<pre>Confusion Matrix and Statistics")


def test_print_takes_mode_and_digits(capsys) -> None:
    fit = rnet.confusionMatrix([[25, 24], [28, 23]])
    rnet.print_confusionMatrix(fit, mode="prec_recall", digits=3)
    text = capsys.readouterr().out
    assert "              Precision : 0.510" in text
    assert "Sensitivity" not in text
    with pytest.raises(RError, match="`mode` should be either"):
        rnet.print_confusionMatrix(fit, mode="all")


def test_plain_values_are_taken_with_a_warning() -> None:
    with pytest.warns(RWarning, match="should be factors with the same levels"):
        fit = rnet.confusionMatrix([0, 1, 1, 0], [0, 1, 0, 2])
    assert fit.table.dimnames[0] == ("0", "1", "2")
    assert fit.overall["Accuracy"] == 0.5


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda k: st.lists(
            st.lists(st.integers(0, 9), min_size=k, max_size=k), min_size=k, max_size=k
        )
    )
)
def test_any_table_of_counts_prints_and_keeps_its_bounds(counts) -> None:
    fit = rnet.confusionMatrix(counts)
    assert str(fit).startswith("Confusion Matrix and Statistics")
    values = fit.overall[["Accuracy", "AccuracyLower", "AccuracyUpper"]].to_numpy()
    assert np.isnan(values).all() or (values[1] <= values[0] <= values[2])
    rates = np.asarray(fit.byClass, dtype=np.float64)
    assert ((rates >= 0) & (rates <= 1 + RELATIVE) | np.isnan(rates)).all()


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), st.data())
@settings(max_examples=40, deadline=None)
def test_factors_and_their_table_agree(truth, data) -> None:
    guess = data.draw(st.lists(st.sampled_from("abc"), min_size=len(truth), max_size=len(truth)))
    factors = [pd.Categorical(values, categories=list("abc")) for values in (guess, truth)]
    by_factor = rnet.confusionMatrix(*factors)
    by_table = rnet.confusionMatrix(rnet.table(*factors))
    np.testing.assert_array_equal(by_factor.overall, by_table.overall)
