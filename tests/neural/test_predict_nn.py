"""`predict` and `compute` against R's answers on new data."""

import numpy as np
import pandas as pd
import pytest
from neural_cases import assert_matrix, case_names, fit_case, frame, load_case

import rnet
from rnet import RError, RWarning, compute, predict

# exp and every sum have R's bits; the recorded decimals may be a bit off (see test_neuralnet).
ONE_BIT = {"rtol": 2.3e-16, "atol": 0}
CASES = [name for name in case_names() if "new_data" in load_case(name)]


def new_data(recorded):
    if recorded["expression"].startswith("matrix("):
        inputs = recorded["predict_all_units"][0]["rows"]
        return np.array(inputs, dtype=float)
    return frame(recorded["data"])


@pytest.mark.parametrize("name", CASES)
def test_predict_and_compute(name) -> None:
    case = load_case(name)
    recorded, fit = case["new_data"], fit_case(case)
    data = new_data(recorded)
    found = predict(fit, data, rep=recorded["predict"]["rep"])
    assert_matrix(found, recorded["predict"]["value"], **ONE_BIT)
    names = recorded["predict"]["rownames"]
    assert (None if isinstance(found.index, pd.RangeIndex) else list(found.index)) == names
    layers = fit.predict(data, all_units=True)
    for mine, theirs in zip(layers, recorded["predict_all_units"], strict=True):
        assert_matrix(mine, theirs, **ONE_BIT)
    computed = compute(fit, data)
    for mine, theirs in zip(computed.neurons, recorded["compute"]["neurons"], strict=True):
        assert_matrix(mine, theirs, **ONE_BIT)
        if theirs["colnames"] is not None:
            assert list(mine.columns) == theirs["colnames"]
    assert_matrix(computed["net.result"], recorded["compute"]["net_result"], **ONE_BIT)


@pytest.fixture(scope="module")
def fit():
    return fit_case(load_case("infert_h1_seed01"))


def test_fitted_values_are_predictions_of_the_data(fit) -> None:
    infert = rnet.data("infert")
    np.testing.assert_array_equal(predict(fit, infert), fit.net_result[0])


def test_rows_of_a_subset_keep_their_names(fit) -> None:
    infert = rnet.data("infert")
    assert list(predict(fit, infert.iloc[[4, 7]]).index) == ["5", "8"]


def test_a_missing_value_gives_a_missing_row(fit) -> None:
    rows = [[1.0, 1.0, np.nan], [1.0, 1.0, 1.0]]
    assert np.isnan(predict(fit, rows)[0]).tolist() == [True, False]


def test_columns_in_another_order_are_taken_as_they_come(fit) -> None:
    turned = pd.DataFrame({"spontaneous": [1.0], "induced": [2.0], "parity": [3.0]})
    with pytest.warns(RWarning, match="given order"):
        found = predict(fit, turned)
    np.testing.assert_array_equal(found, predict(fit, [[1.0, 2.0, 3.0]]))


@pytest.mark.parametrize(
    ("newdata", "rep", "message"),
    [
        ([1.0, 2.0, 3.0], 1, "argument is of length zero"),
        (pd.DataFrame({"parity": [1], "z": [1]}), 1, "undefined columns selected"),
        ([[1.0, 1.0, 1.0]], 2, "subscript out of bounds"),
        ([[1.0, 1.0, 1.0]], 0, "subscript out of bounds"),
        (
            pd.DataFrame({"parity": [1], "induced": ["a"], "spontaneous": [1]}),
            1,
            "requires numeric/complex matrix/vector arguments",
        ),
    ],
)
def test_messages(fit, newdata, rep, message) -> None:
    with pytest.raises(RError) as raised:
        predict(fit, newdata, rep=rep)
    assert raised.value.message == message


def test_missing_newdata(fit) -> None:
    with pytest.raises(RError, match='argument "newdata" is missing, with no default'):
        predict(fit)
    with pytest.raises(RError, match='argument "covariate" is missing, with no default'):
        compute(fit)


@pytest.mark.parametrize(("name", "rep"), [("infert_rep2_none", 1), ("infert_rep5_partial", 2)])
@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_repetitions_without_weights(name, rep) -> None:
    fit = fit_case(load_case(name))
    with pytest.raises(RError, match="requires numeric/complex matrix/vector arguments"):
        predict(fit, rnet.data("infert"), rep=rep)


def test_compute_prints_as_a_list(fit) -> None:
    text = str(compute(fit, [[1.0, 1.0, 1.0]]))
    assert text.startswith("$neurons\n$neurons[[1]]\n       parity induced spontaneous\n")
    assert "\n$net.result\n" in text


def test_the_best_repetition_has_a_name_everywhere() -> None:
    fit = fit_case(load_case("infert_rep3"))
    assert fit.best() in fit.converged
    new = fit.covariate
    by_number = predict(fit, new, rep=fit.best())
    pd.testing.assert_frame_equal(predict(fit, new, rep="best"), by_number)
    pd.testing.assert_frame_equal(compute(fit, new, rep="best").net_result, by_number)
    assert fit.equation("sql", rep="best") == fit.equation("sql", rep=fit.best())
    assert fit.diagnose(rep="best").repetition == fit.best()
    for rep in ("worst", 1.5, None, [1]):
        with pytest.raises(RError, match="subscript out of bounds"):
            predict(fit, new, rep=rep)
        with pytest.raises(RError, match="'rep' does not exist"):
            fit.diagnose(rep="worst")


def test_a_dictionary_of_numbers_is_one_row(fit) -> None:
    one = predict(fit, {"parity": 1, "induced": 0, "spontaneous": 1})
    many = predict(fit, {"parity": [1], "induced": [0], "spontaneous": [1]})
    assert one.to_numpy().tolist() == many.to_numpy().tolist()
    with pytest.raises(RError, match="argument is of length zero"):
        predict(fit, [[1, 2, 3], [1, 2]])
