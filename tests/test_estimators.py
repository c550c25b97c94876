"""The estimators under scikit-learn's checks and tools, and beside rnet's functions, to the bit."""

import pickle
import subprocess
import sys
import warnings

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix, issparse
from sklearn.base import clone, is_classifier
from sklearn.exceptions import ConvergenceWarning, DataConversionWarning
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

import rnet
from rnet.conditions import RError, RWarning
from rnet.estimators import (
    NeuralNetClassifier,
    NeuralNetRegressor,
    SVMClassifier,
    SVMRegressor,
)
from rnet.scikit_learn.class_factor import class_factor

PREDICTORS = ["parity", "induced", "spontaneous"]
FORMULA = "case ~ parity + induced + spontaneous"

# Nets stop early, since the checks look at behaviour, not at fit.
CHECKED = [
    SVMRegressor(),
    SVMRegressor(kernel="linear", probability=True, random_state=1),
    SVMClassifier(),
    SVMClassifier(kernel="polynomial", probability=True, random_state=1),
    NeuralNetRegressor(stepmax=1000),
    NeuralNetRegressor(hidden=(3, 2), act_fct="tanh", algorithm="lbfgs", stepmax=200),
    NeuralNetClassifier(stepmax=1000),
    NeuralNetClassifier(hidden=2, err_fct="ce", linear_output=False, stepmax=500),
]

VOTES = {
    "check_classifiers_train": "predict follows the votes and predict_proba Platt's sigmoids; "
    "with three overlapping classes the two may differ, in R as in scikit-learn's SVC"
}


def expected_failures(estimator) -> dict[str, str]:
    """Return the one check that one of the estimators fails, and why."""
    params = estimator.get_params()
    is_flat = params.get("kernel") == "polynomial" and params.get("probability", False)
    return VOTES if is_flat else {}


@pytest.fixture
def infert():
    return rnet.data("infert")


@pytest.fixture
def iris():
    return rnet.data("iris")


@pytest.mark.filterwarnings("ignore")
@parametrize_with_checks(CHECKED, expected_failed_checks=expected_failures)
def test_scikit_learns_own_checks(estimator, check) -> None:
    check(estimator)


def same_bits(first, second) -> None:
    one, other = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"hidden": 2, "err_fct": "ce", "linear_output": False, "threshold": 0.1},
        {"hidden": (2, 2), "act_fct": "tanh", "rep": 2, "threshold": 0.5},
        {"algorithm": "backprop", "learningrate": 1e-4, "threshold": 0.5},
        {"scale": True, "likelihood": True, "algorithm": "rprop-"},
        {"validation": 0.3, "patience": 5},
    ],
    ids=str,
)
@pytest.mark.parametrize("estimator", [NeuralNetRegressor, NeuralNetClassifier])
def test_network_equals_neuralnet(infert, estimator, arguments) -> None:
    model = estimator(random_state=7, **arguments).fit(infert[PREDICTORS], infert["case"])
    rnet.set_seed(7)
    fit = rnet.neuralnet(FORMULA, infert, **arguments)
    same_bits(model.fit_.result_matrix, fit.result_matrix)
    assert list(model.fit_.result_matrix.index) == list(fit.result_matrix.index)
    assert model.rep_ == fit.best()
    output = rnet.predict(fit, infert[PREDICTORS], rep=model.rep_)[0]
    assert model.n_iter_ == fit.result_matrix.loc["steps"].to_numpy()[model.rep_ - 1]
    if estimator is NeuralNetRegressor:
        same_bits(model.predict(infert[PREDICTORS]), output)
    else:
        assert (model.predict(infert[PREDICTORS]) == (output > 0.5)).all()
        same_bits(model.decision_function(infert[PREDICTORS]), output - 0.5)


def test_several_responses(infert) -> None:
    responses = infert[["case", "age"]]
    model = NeuralNetRegressor(threshold=5, random_state=3).fit(infert[PREDICTORS], responses)
    rnet.set_seed(3)
    fit = rnet.neuralnet("case + age ~ parity + induced + spontaneous", infert, threshold=5)
    same_bits(model.fit_.result_matrix, fit.result_matrix)
    same_bits(model.predict(infert[PREDICTORS]), fit.net_result[0])
    assert format(model.fit_).startswith(
        "Call: neuralnet(formula = case + age ~ parity + induced + spontaneous, "
        "    data = data, threshold = 5)"
    )


@pytest.mark.parametrize("linear_output", [True, False])
def test_factor_has_an_output_for_each_class(iris, linear_output) -> None:
    arguments = {"hidden": 2, "threshold": 0.5, "linear_output": linear_output}
    model = NeuralNetClassifier(random_state=2, **arguments).fit(iris.iloc[:, :4], iris["Species"])
    rnet.set_seed(2)
    fit = rnet.neuralnet("Species ~ .", iris, **arguments)
    same_bits(model.fit_.result_matrix, fit.result_matrix)
    winners = fit.net_result[0].to_numpy().argmax(axis=1)
    names = np.array(fit.model_list["response"])
    assert (model.predict(iris.iloc[:, :4]) == names[winners]).all()
    assert hasattr(model, "predict_proba") is not linear_output


def test_case_weights_are_neuralnets(infert) -> None:
    counted = np.arange(len(infert)) % 3.0
    model = NeuralNetRegressor(random_state=1).fit(infert[PREDICTORS], infert["case"], counted)
    rnet.set_seed(1)
    fit = rnet.neuralnet(FORMULA, infert, weights=counted)
    same_bits(model.fit_.result_matrix, fit.result_matrix)
    assert model.loss_ == fit.result_matrix.loc["error", 0]


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"kernel": "linear", "cost": 10},
        {"kernel": "polynomial", "degree": 2, "coef0": 1, "gamma": 0.2},
        {"kernel": "sigmoid", "tolerance": 1e-4},
        {"cross": 4, "probability": True},
        {"scale": False, "shrinking": False, "fitted": False},
    ],
    ids=str,
)
class TestMachine:
    def test_regression_equals_svm(self, infert, arguments) -> None:
        x, y = infert[PREDICTORS], infert["age"]
        model = SVMRegressor(random_state=4, epsilon=0.2, **arguments).fit(x, y)
        rnet.set_seed(4)
        fit = rnet.svm(x, y, epsilon=0.2, **arguments)
        same_bits(model.coefs_, fit.coefs)
        same_bits(model.rho_, fit.rho)
        same_bits(model.support_ + 1, fit.index)
        same_bits(model.predict(x), rnet.predict(fit, x))
        for component in ("MSE", "sigma"):
            assert np.array_equal(model.fit_[component], fit[component])

    def test_classification_equals_svm(self, iris, arguments) -> None:
        x, y = iris.iloc[:, :4], iris["Species"]
        weights = {"versicolor": 2}
        model = SVMClassifier(random_state=4, class_weights=weights, **arguments).fit(x, y)
        rnet.set_seed(4)
        fit = rnet.svm(x, y, class_weights=weights, **arguments)
        same_bits(model.coefs_, fit.coefs)
        same_bits(model.rho_, fit.rho)
        predicted = rnet.predict(fit, x, probability=arguments.get("probability", False))
        assert np.array_equal(model.fit_["accuracies"], fit["accuracies"])
        votes = rnet.predict(fit, x)
        assert (model.predict(x) == np.asarray(votes)).all()
        assert (model.decision_function(x).argmax(axis=1) == votes.cat.codes.to_numpy()).all()
        if "probability" in arguments:
            same_bits(model.predict_proba(x), predicted.probabilities[list(model.classes_)])
        else:
            assert not hasattr(model, "predict_proba")


def test_fit_prints_the_call_of_r(infert) -> None:
    model = SVMClassifier(kernel="linear", cost=2).fit(infert[PREDICTORS], infert["case"])
    assert 'svm.default(x = x, y = y, kernel = "linear", cost = 2)' in str(model.fit_)
    array = SVMRegressor().fit(infert[PREDICTORS].to_numpy(), infert["case"])
    assert "svm.default(x = x, y = y)" in str(array.fit_)


@pytest.mark.parametrize("model", [NeuralNetRegressor(threshold=1), SVMRegressor(probability=True)])
def test_random_state(infert, model) -> None:
    x, y = infert[PREDICTORS], infert["case"]

    def drawn(state):
        fitted = clone(model).set_params(random_state=state).fit(x, y).fit_
        return fitted.sigma if isinstance(model, SVMRegressor) else fitted.result_matrix.iloc[0, 0]

    rnet.set_seed(11)
    expected = rnet.runif(1)
    rnet.set_seed(11)
    assert drawn(5) == drawn(5) != drawn(6)
    assert rnet.runif(1) == expected  # the session's stream has not moved
    rnet.set_seed(5)
    assert drawn(None) == drawn(5)
    assert rnet.runif(1) != expected
    from_numpy = [drawn(np.random.RandomState(1)) for _ in range(2)]
    assert from_numpy[0] == from_numpy[1]


def test_kind_of_the_session_is_kept(infert) -> None:
    x, y = infert[PREDICTORS], infert["case"]
    rnet.RNGkind("Wichmann-Hill")
    try:
        model = NeuralNetRegressor(random_state=1, threshold=1).fit(x, y)
        rnet.set_seed(1)
        fit = rnet.neuralnet(FORMULA, infert, threshold=1)
    finally:
        rnet.RNGkind("default")
    same_bits(model.fit_.result_matrix, fit.result_matrix)


@pytest.mark.parametrize(
    "model",
    [
        NeuralNetRegressor(threshold=1, random_state=1, scale=True),
        NeuralNetClassifier(threshold=1, random_state=1),
        SVMRegressor(),
        SVMClassifier(probability=True, random_state=1),
    ],
    ids=lambda model: type(model).__name__,
)
def test_clone_pickle_pipeline_and_search(infert, model) -> None:
    x, y = infert[PREDICTORS], infert["case" if is_classifier(model) else "age"]
    fitted = clone(model).fit(x, y)
    again = pickle.loads(pickle.dumps(fitted))
    assert (again.predict(x) == fitted.predict(x)).all()
    assert str(again.fit_) == str(fitted.fit_)
    assert clone(model).get_params() == model.get_params()

    pipeline = make_pipeline(MinMaxScaler().set_output(transform="pandas"), clone(model))
    scores = cross_val_score(pipeline, x, y, cv=3, n_jobs=2)
    assert (scores == cross_val_score(pipeline, x, y, cv=3)).all()
    name, values = ("hidden", [0, 1]) if "hidden" in model.get_params() else ("cost", [0.5, 2])
    search = GridSearchCV(clone(model), {name: values}, cv=2, n_jobs=2).fit(x, y)
    assert search.best_params_[name] in values
    assert np.isfinite(search.cv_results_["mean_test_score"]).all()


def test_network_that_does_not_converge_predicts_all_the_same(infert) -> None:
    model = NeuralNetRegressor(stepmax=5, rep=3, random_state=1)
    with (
        pytest.warns(ConvergenceWarning, match="weights of the last step"),
        pytest.warns(RWarning, match="did not converge in 3 of 3"),
    ):
        model.fit(infert[PREDICTORS], infert["case"])
    assert not model.converged_
    assert model.n_iter_ == 5
    errors = 0.5 * ((model.predict(infert[PREDICTORS]) - infert["case"]) ** 2).sum()
    assert model.loss_ == pytest.approx(errors, rel=1e-12)  # summed in another order


def test_weights_are_those_of_the_fit(infert) -> None:
    model = NeuralNetRegressor(hidden=(3, 2), threshold=2, random_state=1)
    model.fit(infert[PREDICTORS], infert["case"])
    assert [matrix.shape for matrix in model.coefs_] == [(3, 3), (3, 2), (2, 1)]
    for k, matrix in enumerate(model.fit_.weights[model.rep_ - 1]):
        same_bits(matrix, np.vstack([model.intercepts_[k], model.coefs_[k]]))


@pytest.mark.parametrize("labels", [[1, 2], [-1, 1], ["b", "a"], ["B", "a"], [False, True], [0, 1]])
@pytest.mark.parametrize(
    "model",
    [
        SVMClassifier(),
        NeuralNetClassifier(hidden=2, threshold=0.5, random_state=1),
        NeuralNetClassifier(err_fct="ce", linear_output=False, random_state=1),
    ],
    ids=["svm", "linear output", "logistic output"],
)
def test_labels_of_any_kind(infert, model, labels) -> None:
    x, y = infert[PREDICTORS], np.asarray(labels)[infert["case"].astype(int)]
    fitted = clone(model).fit(x, y)
    assert fitted.classes_.tolist() == sorted(labels)
    found, decisions = fitted.predict(x), fitted.decision_function(x)
    assert found.dtype == y.dtype
    assert (found == fitted.classes_[(decisions > 0).astype(int)]).all()
    assert fitted.score(x, y) > 0.7
    if hasattr(fitted, "predict_proba"):
        shares = fitted.predict_proba(x)
        assert (fitted.classes_[shares.argmax(axis=1)] == found).all()


@pytest.mark.parametrize("model", [SVMClassifier(), NeuralNetClassifier(hidden=2, threshold=0.5)])
def test_categorical_target_keeps_its_levels(iris, model) -> None:
    order = ["virginica", "setosa", "unseen", "versicolor"]
    target = pd.Series(pd.Categorical(iris["Species"], categories=order), name="Species")
    fitted = clone(model).set_params(random_state=1).fit(iris.iloc[:, :4], target)
    assert fitted.score(iris.iloc[:, :4], iris["Species"].astype(str)) > 0.9
    if isinstance(model, SVMClassifier):
        assert fitted.fit_.class_levels == order


def test_levels_stand_in_the_order_of_r() -> None:
    assert class_factor(np.array(["b", "B", "a"])).levels == ["a", "b", "B"]
    assert class_factor(np.array([10, 9, 10])).levels == ["9", "10"]
    assert class_factor(np.array([2**60, 2**60 + 1])).levels == [str(2**60), str(2**60 + 1)]


def test_names_that_r_could_not_read(infert) -> None:
    x = infert[PREDICTORS].set_axis(["a b", "if", "y"], axis=1)
    model = NeuralNetRegressor(threshold=1, random_state=1).fit(x, infert["case"].to_numpy())
    assert model.feature_names_in_.tolist() == ["a b", "if", "y"]
    assert model.fit_.model_list == {"response": ["y.1"], "variables": ["a.b", "if.", "y"]}


def test_ties_of_votes_follow_r(iris) -> None:
    model = SVMClassifier(kernel="linear", cost=1e-3).fit(iris.iloc[:, :4], iris["Species"])
    corners = np.random.default_rng(1).uniform(-20, 20, size=(2000, 4))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # X has no names
        decided = model.classes_[model.decision_function(corners).argmax(axis=1)]
        assert (decided == model.predict(corners)).all()


@pytest.mark.parametrize("model", [SVMClassifier(), NeuralNetClassifier()])
def test_bad_targets(infert, model) -> None:
    x = infert[PREDICTORS]
    with pytest.raises(RError, match="only one class"):
        model.fit(x, np.zeros(len(x)))
    with pytest.raises(ValueError, match="Unknown label type"):
        model.fit(x, np.linspace(0, 1, len(x)))
    with pytest.warns(DataConversionWarning):
        clone(model).set_params(random_state=1).fit(x, infert[["case"]].to_numpy())


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (SVMRegressor(type="C-classification"), "wrong type specification!"),
        (SVMClassifier(type="eps-regression"), "wrong type specification!"),
        (SVMClassifier(kernel="cubic"), "wrong kernel specification!"),
        (SVMRegressor(cost=-1), "C <= 0!"),
        (NeuralNetRegressor(algorithm="adam"), "Unknown algorithm."),
        (NeuralNetClassifier(hidden=(2, 0)), "Argument 'hidden' contains at least one 0."),
    ],
)
def test_bad_arguments_speak_rs_words(infert, model, message) -> None:
    with pytest.raises(RError) as caught:
        model.fit(infert[PREDICTORS], infert["case"])
    assert caught.value.message == message


def test_rnet_does_not_load_scikit_learn() -> None:
    code = (
        "import sys, rnet; assert 'sklearn' not in sys.modules; import rnet.estimators; "
        "print('sklearn' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "True"


def test_machines_take_sparse_rows_as_svm_does() -> None:
    flowers = rnet.data("iris")
    rows, species = csr_matrix(flowers.iloc[:, :4].to_numpy()), flowers["Species"]
    machine = SVMClassifier(probability=True, random_state=1).fit(rows, species)
    rnet.set_seed(1)
    assert np.array_equal(machine.coefs_, rnet.svm(rows, species, probability=True).coefs)
    assert issparse(machine.support_vectors_)
    assert machine.predict_proba(rows).shape == (150, 3)
    assert SVMRegressor().fit(rows[:, :3], flowers["Petal.Width"]).predict(rows[:2, :3]).shape == (
        2,
    )
