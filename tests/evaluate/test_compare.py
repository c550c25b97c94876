"""ROC curves, Brier scores and rates: published definitions, checked by brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnet import RError
from rnet.evaluate.binary_scores import brier_score, decision_rates
from rnet.evaluate.compare import compare_models
from rnet.evaluate.roc_curve import roc_curve

# The first example imports scikit-learn, and machines that test are busy.
UNHURRIED = settings(deadline=None)

# Sums of at most 40 shares in another order.
OTHER_ORDER = 1e-12

SCORES = st.floats(-2, 2).map(lambda value: round(value, 1))  # many ties
CASES = st.lists(st.tuples(st.booleans(), SCORES), min_size=2, max_size=40).filter(
    lambda cases: len({seen for seen, _ in cases}) == 2
)


@UNHURRIED
@given(CASES)
def test_area_is_the_share_of_pairs_in_order(cases) -> None:
    observed, scores = np.array([c[0] for c in cases]), np.array([c[1] for c in cases])
    difference = scores[observed][:, None] - scores[~observed]
    share = np.mean((difference > 0) + 0.5 * (difference == 0))
    assert roc_curve(observed, scores).area == pytest.approx(share, abs=OTHER_ORDER)


@UNHURRIED
@given(CASES)
def test_every_point_of_the_curve_is_what_its_cutoff_gives(cases) -> None:
    observed, scores = np.array([c[0] for c in cases]), np.array([c[1] for c in cases])
    curve = roc_curve(observed, scores)
    for cutoff, sensitivity, specificity in zip(
        curve.cutoffs, curve.sensitivities, curve.specificities, strict=True
    ):
        called = scores >= cutoff
        assert sensitivity == pytest.approx(called[observed].mean(), abs=OTHER_ORDER)
        assert specificity == pytest.approx((~called[~observed]).mean(), abs=OTHER_ORDER)
    assert len(curve.cutoffs) == len(set(scores.tolist())) + 1


@UNHURRIED
@given(CASES)
def test_comparison_row(cases) -> None:
    observed, scores = np.array([c[0] for c in cases]), np.array([c[1] for c in cases])
    row = compare_models(observed, {"a": scores}, {"a": 3}, {"a": 0.5}).loc["a"]
    called = scores > 0.5
    assert row["accuracy"] == pytest.approx((called == observed).mean(), abs=OTHER_ORDER)
    assert row["sensitivity"] == pytest.approx(called[observed].mean(), abs=OTHER_ORDER)
    assert row["specificity"] == pytest.approx((~called[~observed]).mean(), abs=OTHER_ORDER)
    assert row["Brier"] == pytest.approx(np.mean((scores - observed) ** 2), abs=OTHER_ORDER)
    assert list(row[["parameters", "seconds"]]) == [3, 0.5]


def test_models_keep_their_order() -> None:
    scores = {"z": [0.1, 0.9], "a": [0.9, 0.1]}
    frame = compare_models([0, 1], scores, {"z": 1, "a": 2}, {"z": 0.1, "a": 0.2})
    assert list(frame.index) == ["z", "a"]
    assert list(frame["AUC"]) == [1.0, 0.0]
    assert list(frame.columns) == [
        "accuracy", "sensitivity", "specificity", "AUC", "Brier", "parameters", "seconds",
    ]  # fmt: skip


def test_rates_without_cases_are_not_numbers() -> None:
    rates = decision_rates([[0, 0], [1, 3]])
    assert rates.sensitivity == 0.75
    assert np.isnan(rates.specificity)


@pytest.mark.parametrize(
    ("observed", "scores", "message"),
    [
        ([0, 1], [0.5], "differing number of rows: 2, 1"),
        ([0, np.nan], [0.5, 0.2], "missing values in object"),
        ([0, 1], [0.5, np.nan], "missing values in object"),
        ([1, 2], [0.5, 0.2], "must be 0 or 1"),
        ([], [], "no cases"),
        ([1, 1], [0.5, 0.2], "no cases"),
    ],
)
def test_bad_input(observed, scores, message) -> None:
    with pytest.raises(RError, match=message):
        roc_curve(observed, scores)


def test_bad_counts() -> None:
    with pytest.raises(RError, match="2x2"):
        decision_rates([1, 2, 3])
    with pytest.raises(RError, match="differing number of rows"):
        brier_score([0, 1], [0.5])
