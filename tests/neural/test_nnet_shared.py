"""The fits of `tests/oracles/neuralnet/nnet/nnet.json`: traces, texts, components, bits."""

import io
from contextlib import redirect_stdout

import numpy as np
import pandas as pd
import pytest
from neural_cases import assert_matrix, dataset, matrix
from oracles import doubles, load_json

import rnet
from rnet.conditions import RError, RWarning

# The recorder wrote doubles so that they read back exactly; outputs have R's bits.
EXACT = {"rtol": 0.0, "atol": 0.0}
# Second derivatives are other sums than R's; their inverses lose what the condition takes
# (multinom_iris: classes that can be separated, a singular Hessian).
TOLERANCE = 1e-6

CASES = load_json("neuralnet/nnet/nnet.json")["cases"]
MULTINOMIAL = [name for name in CASES if name.startswith("multinom")]
ERRORS = load_json("neuralnet/nnet/nnet.json")["errors"]


def frames():
    infert = dataset("infert").copy()
    infert["case"] = pd.Categorical.from_codes(infert["case"].astype(int), ["control", "case"])
    cars = rnet.data("mtcars").copy()
    cars["am"] = pd.Categorical.from_codes(cars["am"].astype(int), ["auto", "manual"])
    cars["gear"] = pd.Categorical(cars["gear"].astype(int).astype(str))
    names = ("iris_scaled", "ird", "infert", "boston", "boston_scaled", "mtcars_scaled", "iris",
             "neuraldat", "placement", "placement_test", "bwt")  # fmt: skip
    return {name: dataset(name) for name in names} | {"infert2": infert, "mt2": cars}


def training_rows():
    rnet.set_seed(1)
    thirds = [rnet.sample(np.arange(start, start + 50), 25) for start in (1, 51, 101)]
    return np.concatenate(thirds)


def other_than_by_formula():
    """Calls that are no plain formula with plain arguments."""
    known, samp = frames(), training_rows()
    ir = known["ird"].iloc[:, :4].to_numpy()
    targets = rnet.class_ind(known["ird"]["species"].astype(str).str[0].to_list())
    corners, xor = np.array([[0, 0], [1, 0], [0, 1], [1, 1.0]]), [0, 1, 1, 0]
    scaled = known["iris_scaled"]
    classes = rnet.class_ind(scaled["Species"])
    ird = known["ird"]
    starts = np.arange(1, 10) / 10 * np.tile([1, -1, 1], 3)
    return {
        "man_iris_matrix": lambda: rnet.nnet(
            ir[samp - 1], targets.iloc[samp - 1], size=2, rang=0.1, decay=5e-4, maxit=200
        ),
        "man_iris_formula": lambda: rnet.nnet(
            "species ~ .", data=ird, subset=samp, size=2, rang=0.1, decay=5e-4, maxit=200
        ),
        "xor_Wts": lambda: rnet.nnet(corners, xor, size=2, Wts=starts, maxit=200),
        "xor_rang0": lambda: rnet.nnet(corners, xor, size=2, rang=0),
        "iris_weights": lambda: rnet.nnet(
            "Species ~ Petal.Length + Petal.Width", data=scaled,
            weights="rep(c(1, 2, 0.5), 50)", size=2, decay=0.05, maxit=500,
        ),
        "iris_entropy_matrix": lambda: rnet.nnet(
            scaled.iloc[:, :4], classes, size=2, entropy=True, decay=0.01, maxit=500
        ),
    }  # fmt: skip


def python_of(call):
    """Return Python for `nnet(formula, data = name, ...)`."""
    function, _, rest = call.partition("(")
    formula, _, arguments = rest.partition(", ")
    return f"{function}({formula!r}, {arguments.replace('TRUE', 'True')}"


@pytest.fixture(scope="module")
def fits():
    """Fit and trace of every case."""
    found, special = {}, other_than_by_formula()
    names = {"nnet": rnet.nnet, "multinom": rnet.multinom, **frames()}
    for name, case in CASES.items():
        written = io.StringIO()
        rnet.set_seed(case["seed"])
        with redirect_stdout(written):
            call = special.get(name)
            fit = call() if call else eval(python_of(case["call"]), names)
        found[name] = fit, written.getvalue().splitlines()
    return found


@pytest.mark.parametrize("name", CASES)
def test_trace_and_numbers(fits, name):
    (fit, trace), case = fits[name], CASES[name]
    assert trace == case["trace_text"]
    assert fit["value"] == case["value"]
    assert fit["convergence"] == case["convergence"]
    np.testing.assert_array_equal(fit["wts"], doubles(case["wts"]))
    assert_matrix(fit["fitted.values"], case["fitted_values"], **EXACT)
    assert_matrix(fit["residuals"], case["residuals"], **EXACT)


@pytest.mark.parametrize("name", CASES)
def test_texts_and_components(fits, name):
    (fit, _), case = fits[name], CASES[name]
    assert rnet.format_r(fit).splitlines() == case["print_text"]
    assert rnet.format_r(rnet.summary(fit)).splitlines() == case["summary_text"]
    assert fit.names() == case["component_names"]
    assert (fit["lev"], fit["coefnames"] if "coefnames" in fit.names() else None) == (
        case["lev"], case["coefnames"],
    )  # fmt: skip
    assert fit["nconn"].tolist() == case["nconn"]
    assert fit["conn"].tolist() == case["conn"]
    if case["coef_names"]:
        assert list(fit.coef().index) == case["coef_names"]


@pytest.mark.parametrize("name", MULTINOMIAL)
def test_multinomial(fits, name):
    (fit, _), case = fits[name], CASES[name]["multinom"]
    assert (fit.edf, fit.rank) == (case["edf"], case["rank"])
    assert (rnet.deviance(fit), rnet.AIC(fit)) == pytest.approx((case["deviance"], case["AIC"]))
    wald = rnet.summary(fit, Wald_ratios=True)
    assert rnet.format_r(wald).splitlines() == case["summary_wald_text"]
    expected = matrix(case["vcov"])
    np.testing.assert_allclose(
        fit.vcov(), expected, rtol=TOLERANCE, atol=TOLERANCE * np.abs(expected).max()
    )
    assert_matrix_of_probabilities(fit.predict(type="probs"), case["probs"])
    counts = pd.Series(fit.predict()).value_counts()
    assert {k: v for k, v in case["class_table"].items() if v} == counts[counts > 0].to_dict()


def assert_matrix_of_probabilities(found, recorded):
    values = np.asarray(found, dtype=float).reshape(recorded["nrow"], recorded["ncol"])
    assert_matrix(values, recorded, **EXACT)


def test_second_derivatives(fits):
    case = CASES["iris_hess"]
    found = fits["iris_hess"][0].Hessian
    recorded = case["Hessian"]
    expected = matrix(recorded["rows"] if isinstance(recorded, dict) else recorded)
    np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-11)


def test_incomplete_rows_predict_as_missing():
    recorded = load_json("neuralnet/nnet/nnet.json")["predict_na_row"]
    iris = dataset("iris_scaled")
    rnet.set_seed(1)
    fit = rnet.nnet("Species ~ .", iris, size=2, trace=False)
    new = iris.iloc[:3].copy()
    new.iloc[1, 0] = np.nan
    assert list(fit.predict(new, "class")) == recorded["class"]
    assert np.isnan(fit.predict(new).iloc[1]).all()


def scope_of_errors():
    iris = dataset("iris_scaled")
    holes = iris.copy()
    holes.loc[0, "Petal.Length"] = np.nan
    matrices = {"a": iris.iloc[:, :4], "y": iris["Petal.Length"]}
    fit = rnet.nnet("Species ~ .", iris, size=1, maxit=2, trace=False)
    numeric = rnet.nnet(matrices["a"], matrices["y"], size=1, maxit=2, trace=False)
    return {
        "iris_scaled": iris, "holes": holes, "drop": iris.iloc[50:], "one": iris.iloc[:50],
        "nnet": rnet.nnet, "multinom": rnet.multinom, "predict": rnet.predict, "fit": fit,
        "fitn": numeric, "np": np, **matrices,
    }  # fmt: skip


PYTHON_OF_ERRORS = {
    4: 'nnet(a, holes["Petal.Length"], size=2)',
    5: "nnet(holes.iloc[:, :4], y, size=2)",
    6: "nnet(a.iloc[:10], y, size=2)",
    7: "nnet(a, y, size=2, linout=True, entropy=True)",
    8: "nnet(a, np.ones(150), size=2, softmax=True)",
    9: 'nnet("Sepal.Length ~ Petal.Length", iris_scaled, size=1, weights="-(1:150)")',
    12: 'predict(fitn, a, type="class")',
    13: "predict(fit, iris_scaled.iloc[:, :2])",
}


@pytest.mark.parametrize("number", range(len(ERRORS)))
@pytest.mark.filterwarnings("ignore::rnet.conditions.RWarning")
def test_error_or_warning(number):
    case, scope = ERRORS[number], scope_of_errors()
    code = PYTHON_OF_ERRORS.get(number) or python_of(case["call"])
    code = code.replace("= 1:3", "= [1, 2, 3]").replace("FALSE", "False")
    if case["error"]:
        with pytest.raises(RError) as caught:
            eval(code, scope)
        assert caught.value.message == case["error"]
    else:
        with pytest.warns(RWarning) as warned:
            eval(code, scope)
        assert [w.message.message for w in warned] == case["warnings"]
