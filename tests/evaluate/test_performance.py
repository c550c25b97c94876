"""ROCR's prediction and performance, as recorded in tests/oracles/rocr."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases, decoded, doubles

import rnet
from rnet.conditions import RError

# Sums in another order.
RELATIVE = 1e-12
ABSOLUTE = 1e-14


def pred_of(predictions, labels, **options):
    return rnet.prediction(predictions, labels, **options)


def perf_of(predictions, labels, measure, **options):
    return rnet.performance(rnet.prediction(predictions, labels), measure, **options)


def corners(values, places):
    """Drop what ROCR repeats where three lines of cost cross in one point but for rounding."""
    return values[np.diff(places, prepend=-1) > 1e-9]


def large_steps(case) -> int:
    """Count the cutoffs that add more than two positive cases, of the run with the most."""
    args = {name: decoded(value) for name, value in case["args"].items()}
    runs = rnet.prediction(args["predictions"], args["labels"]).runs
    return max(int(np.sum(np.diff(run.tp) > 2)) for run in runs)


@pytest.mark.parametrize("case", [*cases("rocr/rocr.json"), *cases("rocr/precision.json")])
def test_answer_is_that_of_rocr(case, monkeypatch) -> None:
    for function in (pred_of, perf_of):
        monkeypatch.setattr(rnet, function.__name__, function, raising=False)
    answer = ask(case)
    if answer.error is not None and answer.error.startswith("the measure 'aucpr'"):
        assert large_steps(case) > 1
        return
    assert answer.error == case["error"]
    if case["error"] is not None:
        return
    expected = decoded(case["value"])
    for name, values in expected.items():
        found = answer.value[name]
        if name.endswith(".name"):
            assert [found] == list(values)
        elif name == "labels":
            assert [v.tolist() for v in found] == [v.tolist() for v in values]
        else:
            assert len(found) == len(values)
            for one, recorded in zip(found, values, strict=True):
                wanted = recorded
                if "Expected cost" in expected.get("y.name", []):
                    wanted = corners(recorded, expected["x.values"][0])
                np.testing.assert_allclose(np.atleast_1d(one), doubles(wanted), RELATIVE, ABSOLUTE)


def test_objects_show_themselves_as_in_rocr() -> None:
    one = rnet.prediction([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    two = rnet.prediction([[0.1, 0.4, 0.35], [0.2, 0.3]], [[0, 1, 1], [0, 1]])
    assert str(one) == "A prediction instance\n  with 4 data points"
    assert str(two) == "A prediction instance\n  with 2 cross validation runs (equal lengths)"
    curve = "A performance instance\n  'False positive rate' vs. 'True positive rate' "
    assert str(rnet.performance(one, "tpr", "fpr")) == (
        f"{curve}(alpha: 'Cutoff')\n  with 5 data points"
    )
    assert str(rnet.performance(two, "auc")) == (
        "A performance instance\n  'Area under the ROC curve'\n  for 2 cross validation runs "
    )
    assert one._repr_html_().startswith("<pre>A prediction instance")


def test_prediction_takes_names_frames_and_matrices() -> None:
    scores = np.array([[0.1, 0.3], [0.6, 0.2], [0.4, 0.9]])
    labels = np.array([[0, 0], [1, 1], [1, 1]])
    by_matrix = rnet.prediction(predictions=scores, labels=labels)
    by_list = rnet.prediction(list(scores.T), list(labels.T))
    for one, other in zip(by_matrix["tp"], by_list["tp"], strict=True):
        np.testing.assert_array_equal(one, other)
    with pytest.raises(RError, match='argument "labels" is missing'):
        rnet.prediction([0.1, 0.2])


@pytest.mark.parametrize("average", ["none", "vertical", "horizontal", "threshold"])
@pytest.mark.parametrize("colorize", [False, True])
def test_curves_are_drawn(average, colorize) -> None:
    rnet.set_seed(1)
    scores = [rnet.runif(20), rnet.runif(30)]
    labels = [np.arange(20) % 2, np.arange(30) % 2]
    curve = rnet.performance(rnet.prediction(scores, labels), "tpr", "fpr")
    axes = rnet.plot(curve, avg=average, colorize=colorize).axes[0]
    assert axes.get_xlabel() == "False positive rate"
    drawn = len(axes.collections) if colorize else len(axes.lines)
    assert drawn == (2 if average == "none" else 1)


def test_a_single_number_is_not_drawn() -> None:
    scored = rnet.prediction([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    with pytest.raises(RError, match="no x values to plot against"):
        rnet.plot(rnet.performance(scored, "auc"))


@given(st.lists(st.integers(0, 5), min_size=2, max_size=25), st.data())
@settings(max_examples=60, deadline=None)
def test_rocr_and_proc_see_the_same_area(scores, data) -> None:
    labels = data.draw(st.lists(st.integers(0, 1), min_size=len(scores), max_size=len(scores)))
    assume(len(set(labels)) == 2)
    area = rnet.performance(rnet.prediction(scores, labels), "auc").y_values[0][0]
    assert area == pytest.approx(float(rnet.auc(labels, scores, direction="<", quiet=True)))
