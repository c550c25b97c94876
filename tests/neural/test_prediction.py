"""`prediction` against R's recorded tables and messages; the right means against pandas."""

import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from neural_cases import assert_matrix, case_names, dataset, fit_case, load_case

import rnet
from rnet import RError, glm, neuralnet, prediction, set_seed
from rnet.neural.mean_response import mean_response, mean_response_of_r, patterns

# Outputs differ from the recorded decimals by how R read them back, glm fits by their last step.
NETWORK = {"rtol": 2.3e-16, "atol": 0}
GLM = {"rtol": 1e-9, "atol": 0}
MEANS = {"rtol": 1e-15, "atol": 0}

CASES = [name for name in case_names() if "prediction" in load_case(name)]
F3 = "case ~ parity + induced + spontaneous"
INFERT = dataset("infert")

# patterns of which R averages the wrong rows
WRONG_MEANS = {"infert_h1_seed01": 6, "sum_tanh": 3, "and_or_h0_ce_rep10": 0}


def fitted(name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fit_case(load_case(name))


def glms(recorded, fit):
    """The models the recorded calls compare with: main effects and all interactions."""
    if not recorded["list_glm"]:
        return None
    (response,), variables = fit.model_list["response"], fit.model_list["variables"]
    family = "poisson" if response == "SUM" else "binomial"
    return {
        name: glm(f"{response} ~ {join.join(variables)}", family, fit.data)
        for name, join in (("main", " + "), ("full", " * "))
    }


@pytest.mark.parametrize("name", CASES)
def test_tables_and_message_are_r_s(name, capsys) -> None:
    recorded = load_case(name)["prediction"]
    fit = fitted(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tables = prediction(fit, glms(recorded, fit))
    assert capsys.readouterr().err == "".join(recorded["messages"])
    assert list(tables) == list(recorded["tables"])
    for key, expected in recorded["tables"].items():
        found = tables[key]
        assert list(found.columns) == expected["colnames"]
        assert list(found.index) == [str(i + 1) for i in range(expected["nrow"])]
        tolerance = GLM if key.startswith("glm") else MEANS if key == "data" else NETWORK
        assert_matrix(found, expected, **tolerance)


@pytest.mark.parametrize(("name", "wrong"), WRONG_MEANS.items())
def test_wrong_means_are_counted_and_corrected(name, wrong) -> None:
    fit = fitted(name)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        of_r = prediction(fit)["data"]
    told = [w.message for w in caught if "mean responses are wrong" in str(w.message)]
    assert len(told) == bool(wrong)
    if wrong:
        assert told[0].message.startswith(f"{wrong} of ")
        assert "vignettes/does_rnet_match_r.md" in told[0].advice
    right = prediction(fit, corrected=True)["data"]
    assert (~np.isclose(of_r, right).all(axis=1)).sum() == wrong
    variables, responses = fit.model_list["variables"], fit.model_list["response"]
    data = pd.DataFrame(np.hstack([fit.covariate, fit.response]), columns=right.columns)
    means = data.groupby(variables)[responses].mean().reset_index()
    means = means.sort_values(variables[::-1])
    np.testing.assert_allclose(right.to_numpy(), means[right.columns].to_numpy(), rtol=1e-12)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 5)), min_size=1))
def test_means_of_patterns(rows) -> None:
    data = np.array(rows, dtype=np.float64)
    covariate, response = data[:, :2], data[:, 2:]
    found = patterns(covariate)
    right = mean_response(found, response)
    for row, mean in zip(covariate, right, strict=True):
        same = (covariate == row).all(axis=1)
        np.testing.assert_allclose(mean, response[same].mean(axis=0))
    order = np.argsort(found.of_row, kind="stable")  # in order of the patterns R is right
    sorted_patterns = patterns(covariate[order])
    np.testing.assert_allclose(
        mean_response_of_r(sorted_patterns, response[order]),
        mean_response(sorted_patterns, response[order]),
    )


def test_tables_print_as_r_s_list() -> None:
    set_seed(1)
    fit = neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    tables = prediction(fit, corrected=True)
    assert str(tables).startswith("$rep1\n   speed")
    assert "\n$data\n" in repr(tables)
    assert tables._repr_html_().startswith("<pre>$rep1")


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_failed_repetitions_have_no_table(capsys) -> None:
    set_seed(1)
    none = neuralnet(F3, INFERT, err_fct="ce", linear_output=False, stepmax=20)
    with pytest.warns(UserWarning, match="mean responses"):
        assert list(prediction(none)) == ["data"]
    assert capsys.readouterr().err == "Data Error:\t108.090234762311;\n"
    partial = fitted("infert_rep5_partial")
    assert list(prediction(partial, corrected=True)) == ["rep1", "rep3", "rep5", "data"]


def test_one_distinct_row_is_a_table_of_one_row() -> None:
    same = pd.DataFrame({"x": [1.0, 1.0, 1.0], "y": [1.0, 2.0, 3.0]})
    set_seed(1)
    tables = prediction(neuralnet("y ~ x", same))
    assert tables["data"].to_numpy().tolist() == [[1.0, 2.0]]
    set_seed(1)
    tables = prediction(neuralnet("y ~ 1", same))
    assert tables["data"].to_numpy().tolist() == [[2.0]]


def test_fits_that_do_not_belong_to_the_network_are_refused() -> None:
    set_seed(1)
    fit = neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    other = glm("mpg ~ wt", "gaussian", rnet.data("mtcars"))
    with pytest.raises(RError, match="'other' was not fitted to the same data"):
        prediction(fit, {"other": other})
    with pytest.raises(RError, match=r"'list.glm' has no names"):
        prediction(fit, [other])
    two = fitted("and_or_h0_ce_rep10")
    with pytest.raises(RError, match="a glm has one response"):
        prediction(two, {"other": other})
