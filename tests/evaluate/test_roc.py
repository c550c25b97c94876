"""pROC's curves, areas, intervals and tests, as recorded in tests/oracles/proc."""

import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases, decoded, doubles

import rnet
from rnet.conditions import RError

# Sums in another order, the normal distribution's inverse.
RELATIVE = 1e-10
ABSOLUTE = 1e-12


# pROC's choice for curves of different directions.
BOOTSTRAP = "Bootstrap test"
DIRECTIONS = "DeLong's test should not be applied to ROC curves with a different direction."


# How the recorded calls name the two curves.
WRITTEN = [f"roc(response, predictor{number}, quiet = TRUE)" for number in (1, 2)]


def plain(text):
    return text.replace("“", '"').replace("”", '"') if text else text


def roc_case_x(data):
    return rnet.roc("case ~ x", data=data)


def roc_case_xz(data):
    return rnet.roc("case ~ x + z", data=data)


def auc_case_x(data):
    return rnet.auc("case ~ x", data)


def ci_case_x(data):
    return rnet.ci_auc("case ~ x", data=data)


def r1(response, predictor1, predictor2, **options):
    first, second = (rnet.roc(response, p, quiet=True) for p in (predictor1, predictor2))
    return rnet.roc_test(first, second, **options)


@pytest.mark.parametrize("case", cases("proc/roc.json"))
def test_answer_is_that_of_proc(case, monkeypatch) -> None:
    for function in (roc_case_x, roc_case_xz, auc_case_x, ci_case_x, r1):
        monkeypatch.setattr(rnet, function.__name__, function, raising=False)
    answer = ask(case)
    assert plain(answer.error) == case["error"]
    if BOOTSTRAP in case["output"]:
        assert answer.warnings[-1] == DIRECTIONS
        return
    assert answer.warnings == case["warnings"]
    if case["error"] is None:
        output = answer.output.replace("partial_auc", "partial.auc")
        if case["fun"] == "r1":
            output = output.replace("first and second", " and ".join(WRITTEN))
        assert output == case["output"]
        assert answer.messages == case["messages"]
        check_numbers(answer.value, decoded(case["value"]))


def check_numbers(found, expected) -> None:
    """Compare all recorded numbers of a curve, an area or an interval."""
    if isinstance(expected, dict) and "thresholds" in expected:
        for name in ("thresholds", "sensitivities", "specificities", "cases", "controls", "auc"):
            if expected[name] is not None:
                wanted = doubles(expected[name])
                np.testing.assert_allclose(doubles(found[name]), wanted, RELATIVE, ABSOLUTE)
    elif isinstance(expected, dict) and "p.value" in expected:
        assert found.p_value == pytest.approx(expected["p.value"][0], rel=RELATIVE)
        assert found.statistic == pytest.approx(expected["statistic"].iloc[0], rel=1e-9)
    elif isinstance(expected, dict):
        for name in expected:
            check_numbers(found[name], expected[name])
    else:
        np.testing.assert_allclose(doubles(found), doubles(expected), RELATIVE, ABSOLUTE)


def coords_of(response, predictor, percent=False, direction="<", **options):
    curve = rnet.roc(response, predictor, percent=percent, direction=direction, quiet=True)
    return rnet.coords(curve, **options)


@pytest.mark.parametrize("case", cases("proc/coords.json"))
def test_coordinates_are_those_of_proc(case, monkeypatch) -> None:
    monkeypatch.setattr(rnet, "coords_of", coords_of, raising=False)
    answer = ask(case)
    assert plain(answer.error) == case["error"]
    if case["error"] is None:
        np.testing.assert_allclose(
            doubles(answer.value), doubles(decoded(case["value"])), rtol=RELATIVE, atol=ABSOLUTE
        )
        # A pandas object shows every missing number as NA.
        assert answer.output == case["output"].replace("NaN", " NA")


SCORES = st.lists(st.integers(0, 6), min_size=2, max_size=25)


@given(SCORES, st.data())
@settings(max_examples=80, deadline=None)
def test_area_is_the_chance_that_a_case_outscores_a_control(scores, data) -> None:
    classes = data.draw(st.lists(st.booleans(), min_size=len(scores), max_size=len(scores)))
    assume(len(set(classes)) == 2)
    area = rnet.auc(classes, scores, direction="<", quiet=True)
    pairs = [
        (a > b) + (a == b) / 2
        for a, one in zip(scores, classes, strict=True)
        for b, other in zip(scores, classes, strict=True)
        if one and not other
    ]
    assert float(area) == pytest.approx(np.mean(pairs))
    assume(float(area) < 1)
    interval = rnet.ci_auc(area)
    limits = np.asarray(interval)
    assert np.isnan(limits).any() or (0 <= limits[0] <= limits[1] <= limits[2] <= 1)


def test_area_is_a_number_that_travels() -> None:
    area = rnet.auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], quiet=True)
    assert area == 0.75
    assert f"{area:.3f}" == "0.750"
    again = pickle.loads(pickle.dumps(area))
    assert str(again) == "Area under the curve: 0.75"
    assert "<pre>Area under the curve" in area._repr_html_()


@pytest.mark.parametrize("percent", [False, True])
def test_plot_turns_the_axis_of_specificity(percent) -> None:
    curve = rnet.roc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], quiet=True, percent=percent)
    axes = rnet.plot(curve, print_auc=True, print_thres=True, main="a curve").axes[0]
    left, right = axes.get_xlim()
    assert left > right
    assert axes.get_xlabel().startswith("Specificity")
    wanted = "AUC: 75%" if percent else "AUC: 0.75"
    assert wanted in [text.get_text() for text in axes.texts]


def test_frame_and_columns_by_name() -> None:
    frame = pd.DataFrame({"y": ["a", "b", "a", "b"], "x": [1.0, 2.0, 3.0, 4.0]})
    text = str(rnet.roc(frame, "y", "x", quiet=True))
    assert 'roc.data.frame(data = frame, response = "y", predictor = "x", ' in text
    assert str(rnet.roc(data=frame, response="y", predictor="x", quiet=True)).splitlines()[4] == (
        "Data: x in 2 controls (y a) < 2 cases (y b)."
    )
    assert str(rnet.roc(frame["y"], frame["x"], quiet=True)).splitlines()[4] == (
        "Data: frame$x in 2 controls (frame$y a) < 2 cases (frame$y b)."
    )


def test_partial_area_has_no_delong_interval() -> None:
    area = rnet.auc([0, 0, 1, 1], [1, 3, 2, 4], partial_auc=(1, 0.8), quiet=True)
    with pytest.raises(RError, match="DeLong method is not supported for partial AUC"):
        rnet.ci_auc(area)
