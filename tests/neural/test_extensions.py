"""What rnet's neuralnet does beyond R's: other algorithms, weights, rows, scaling, stopping."""

import threading
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.optimize

import rnet
from rnet import RError, data, neuralnet, predict, sample, set_seed
from rnet.neural.optimizers import OPTIMIZERS
from rnet.neural.problem import Status

# A network whose weights are brought back from standardised columns adds in another order.
REARRANGED = 1e-9
# Minima found to a derivative of 1e-6 by different paths.
SAME_MINIMUM = 1e-8

INFERT = data("infert")
F3 = "case ~ parity + induced + spontaneous"
CE = {"err_fct": "ce", "linear_output": False}


def smooth(n: int = 80, seed: int = 3) -> pd.DataFrame:
    """Two standardised predictors and a smooth response."""
    draw = np.random.default_rng(seed)
    a, b = draw.normal(size=(2, n))
    return pd.DataFrame({"a": a, "b": b, "y": np.sin(a) + 0.5 * b + 0.05 * draw.normal(size=n)})


DATA = smooth()


def fitted(formula: str = "y ~ a + b", frame: Any = DATA, seed: int = 1, **given: Any) -> Any:
    set_seed(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return neuralnet(formula, frame, **given)


def error_of(fit: Any, column: int = 0) -> float:
    return float(fit.result_matrix.loc["error"].iloc[column])


# ---- SciPy's minimisers ----


@pytest.mark.parametrize("algorithm", sorted(OPTIMIZERS))
@pytest.mark.parametrize("given", [{}, CE, {"act_fct": "tanh"}], ids=["sse", "ce", "tanh"])
def test_minimisers_reach_the_threshold(algorithm, given) -> None:
    fit = fitted(F3, INFERT, hidden=2, algorithm=algorithm, rep=2, stepmax=3000, **given)
    assert fit.converged == [1, 2]
    assert (fit.result_matrix.loc["reached.threshold"] <= 0.01).all()
    outputs = predict(fit, INFERT[["parity", "induced", "spontaneous"]])
    np.testing.assert_array_equal(outputs.to_numpy(), fit.net_result[0].to_numpy())


@pytest.mark.parametrize("algorithm", sorted(OPTIMIZERS))
def test_minimisers_find_the_least_squares_line(algorithm) -> None:
    fit = fitted(hidden=0, algorithm=algorithm, threshold=1e-6)
    x = np.column_stack([np.ones(len(DATA)), DATA["a"], DATA["b"]])
    exact = np.linalg.lstsq(x, DATA["y"], rcond=None)[0]
    np.testing.assert_allclose(fit.weights[0][0][:, 0], exact, atol=SAME_MINIMUM)


def test_minimisers_take_custom_functions_fixed_weights_and_start_weights() -> None:
    softsign = (lambda x: x / (1 + np.abs(x)), lambda x: 1 / (1 + np.abs(x)) ** 2)
    fit = fitted(hidden=2, act_fct=softsign, algorithm="lbfgs", exclude=[2], stepmax=500)
    assert np.isnan(fit.weights[0][0][1, 0])
    again = fitted(hidden=2, algorithm="lbfgs", startweights=np.linspace(-1, 1, 9), threshold=1)
    np.testing.assert_array_equal(
        np.concatenate([w.ravel(order="F") for w in again.startweights[0]]), np.linspace(-1, 1, 9)
    )


def test_minimisers_draw_the_same_start_weights_and_no_more() -> None:
    fitted(hidden=2, algorithm="lbfgs", rep=2)
    after = rnet.runif(1)
    fitted(hidden=2, rep=2, stepmax=5)
    assert after == rnet.runif(1)


def test_minimisers_at_the_step_limit_and_at_the_start() -> None:
    with pytest.warns(rnet.RWarning, match="did not converge in 1 of 1"):
        fit = neuralnet("y ~ a + b", DATA, hidden=2, algorithm="lbfgs", stepmax=3)
    assert fit.weights is None
    assert fit.outcomes[0].steps == 3
    assert fitted(hidden=2, algorithm="lbfgs", threshold=1e9).outcomes[0].steps == 1


def test_minimisers_print_signs_of_life(capsys) -> None:
    fitted(hidden=2, algorithm="lbfgs", lifesign="full", lifesign_step=10)
    text = capsys.readouterr().err
    assert "steps:      10\tmin thresh: " in text
    assert "error: " in text


# ---- start weights as matrices ----


def test_lists_of_matrices_are_start_weights_when_asked_for() -> None:
    first = fitted(hidden=2, rep=3, threshold=0.1)
    again = fitted(hidden=2, rep=3, threshold=0.1, startweights=first.startweights, flatten=True)
    pd.testing.assert_frame_equal(first.result_matrix, again.result_matrix)
    one = fitted(hidden=2, threshold=0.1, startweights=first.startweights[0], flatten=True)
    np.testing.assert_array_equal(one.result_matrix[0], first.result_matrix[0])
    rows = [matrix.tolist() for matrix in first.startweights[0]]
    nested = fitted(hidden=2, threshold=0.1, startweights=rows, flatten=True)
    np.testing.assert_array_equal(nested.result_matrix[0], first.result_matrix[0])
    gone_on = fitted(hidden=2, threshold=0.1, startweights=[None, first.weights[2]], flatten=True)
    assert gone_on.outcomes[0].steps == 1
    flat = np.linspace(-1, 1, 9)
    for flatten in (False, True):
        fit = fitted(hidden=2, threshold=1, startweights=flat, flatten=flatten)
        np.testing.assert_array_equal(fit.startweights[0][0].ravel(order="F"), flat[:6])


def test_excluded_places_of_start_matrices_are_not_looked_at() -> None:
    common = {"hidden": 2, "threshold": 0.5, "exclude": [2, 5], "constant_weights": [0, 3]}
    first = fitted(**common)
    again = fitted(seed=9, startweights=first.startweights, flatten=True, **common)
    pd.testing.assert_frame_equal(first.result_matrix, again.result_matrix)


def test_start_matrices_of_another_network_are_refused() -> None:
    other = fitted(hidden=3, threshold=1e9)
    with pytest.raises(RError, match="non-conformable arguments"):
        neuralnet("y ~ a + b", DATA, hidden=2, startweights=other.weights, flatten=True)
    with pytest.raises(RError, match="requires numeric"):
        neuralnet("y ~ a + b", DATA, startweights=[["a"], ["b"]], flatten=True)
    with pytest.raises(RError, match="Argument 'flatten'"):
        neuralnet("y ~ a + b", DATA, flatten="yes")
    with pytest.warns(rnet.RWarning, match="was not used"):
        neuralnet("y ~ a + b", DATA, hidden=2, startweights=other.weights, threshold=1e9)


# ---- case weights, subsets, missing values ----


def test_a_minimiser_that_gives_up_starts_anew_where_it_is(monkeypatch) -> None:
    def impatient(*args: Any, options: dict[str, Any], **rest: Any) -> Any:
        calls.append(1)
        return minimize(*args, options={**options, "maxiter": 5}, **rest)

    calls: list[int] = []
    minimize = scipy.optimize.minimize
    monkeypatch.setattr(scipy.optimize, "minimize", impatient)
    fit = fitted(F3, INFERT, algorithm="lbfgs")
    assert fit.outcomes[0].status is Status.CONVERGED
    assert len(calls) > 1


@pytest.mark.parametrize("algorithm", ["rprop+", "rprop-", "lbfgs"])
@pytest.mark.parametrize("given", [{}, CE], ids=["sse", "ce"])
def test_a_weight_of_two_is_the_row_twice(algorithm, given) -> None:
    counts = np.arange(len(INFERT)) % 3
    twice = INFERT.loc[np.repeat(INFERT.index, counts)]
    common = {"hidden": 0, "algorithm": algorithm, "threshold": 1e-4, **given}
    one = fitted(F3, INFERT, weights=counts, **common)
    other = fitted(F3, twice, **common)
    assert error_of(one) == pytest.approx(error_of(other), rel=SAME_MINIMUM)
    np.testing.assert_allclose(one.weights[0][0], other.weights[0][0], rtol=1e-4)


def test_weights_of_one_change_no_bit() -> None:
    for given in ({}, {"act_fct": (np.tanh, lambda x: 1 - np.tanh(x) ** 2)}):
        plain = fitted(hidden=2, stepmax=300, threshold=0.3, **given)
        counted = fitted(hidden=2, stepmax=300, threshold=0.3, weights=np.ones(80), **given)
        pd.testing.assert_frame_equal(plain.result_matrix, counted.result_matrix)


def test_weights_may_be_an_expression_and_count_in_bic() -> None:
    frame = DATA.assign(w=np.arange(80) % 2)
    fit = fitted(frame=frame, hidden=1, weights="w * 2", likelihood=True, threshold=0.1)
    expected = 2 * error_of(fit) + np.log(40) * 5
    assert fit.result_matrix.loc["bic", 0] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"weights": np.ones(3)}, "variable lengths differ (found for '(weights)')"),
        ({"weights": -np.ones(80)}, "negative weights not allowed"),
        ({"weights": ["a"] * 80}, "'weights' must be a numeric vector"),
        ({"weights": np.zeros(80)}, "all weights are zero"),
        ({"weights": np.full(80, np.nan)}, "missing or infinite values in 'weights'"),
        ({"subset": [True] * 0}, "the data has no rows"),
        ({"subset": [81]}, "subscript out of bounds"),
        ({"na_action": "na.keep"}, 'could not find function "na.keep"'),
        ({"scale": 1}, "Argument 'scale' must be TRUE or FALSE."),
        ({"history": "all"}, "Argument 'history' must be True, False or 'weights'."),
        ({"progress": "yes"}, "Argument 'progress' must be TRUE or FALSE."),
        ({"patience": 0}, "Argument 'patience' must be a number of steps"),
        ({"n_jobs": 0}, "Argument 'n_jobs' must be a whole number"),
        ({"n_jobs": 1.5}, "Argument 'n_jobs' must be a whole number"),
        ({"validation": 0}, "Argument 'validation' must be a fraction between 0 and 1"),
        ({"validation": "half"}, "Argument 'validation' must be a fraction between 0 and 1"),
        ({"validation": DATA[["y"]]}, "undefined columns selected"),
        ({"validation": DATA.assign(a=np.nan)}, "missing values in 'validation'"),
        ({"scale": True, "exclude": [1]}, "scale=True does not go with excluded intercepts"),
        (
            {"scale": True, "exclude": [2], "constant_weights": [3]},
            "scale=True does not go with excluded intercepts",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_refused_before_a_number_is_drawn(given, message) -> None:
    set_seed(1)
    before = rnet.random_seed()
    with pytest.raises(RError) as caught:
        neuralnet("y ~ a + b", DATA, **given)
    assert caught.value.message.startswith(message)
    assert (rnet.random_seed() == before).all() or "scale" in given


@pytest.mark.parametrize(
    "subset", ["a > 0", DATA["a"] > 0, np.flatnonzero(DATA["a"] > 0) + 1], ids=["text", "mask", "i"]
)
def test_a_subset_is_the_fit_on_those_rows(subset) -> None:
    chosen = fitted(hidden=2, subset=subset, threshold=0.1)
    direct = fitted(frame=DATA[DATA["a"] > 0], hidden=2, threshold=0.1)
    pd.testing.assert_frame_equal(chosen.result_matrix, direct.result_matrix)
    pd.testing.assert_frame_equal(chosen.net_result[0], direct.net_result[0])


def test_missing_values_are_dropped_when_asked_for() -> None:
    holes = DATA.assign(a=DATA["a"].mask(DATA.index == 3), y=DATA["y"].mask(DATA.index == 7))
    holes["other"] = np.nan
    fit = fitted(frame=holes, hidden=1, threshold=0.1, na_action=rnet.na_omit)
    direct = fitted(frame=DATA.drop(index=[3, 7]), hidden=1, threshold=0.1)
    pd.testing.assert_frame_equal(fit.result_matrix, direct.result_matrix)
    with pytest.raises(RError, match="missing values in object"):
        fitted(frame=holes, na_action="na.fail")
    with pytest.raises(RError):
        fitted(frame=holes)


# ---- scale ----


@pytest.mark.parametrize(
    ("formula", "given"),
    [
        ("y ~ a + b", {"hidden": [3, 2]}),
        ("y ~ a + b", {"hidden": 0}),
        ("y + b ~ a", {"hidden": 2, "act_fct": "tanh"}),
        ("z ~ a + b", {"hidden": 2, **CE}),
        ("y ~ a + b", {"hidden": 2, "exclude": [2]}),
        ("y ~ a + b + one", {"hidden": 2}),
    ],
)
def test_scaled_fits_are_fits_of_standardised_columns(formula, given) -> None:
    wide = DATA.assign(a=DATA["a"] * 2000 + 5000, b=DATA["b"] / 300, y=DATA["y"] * 1e4 - 7, one=4.0)
    wide["z"] = (wide["y"] > 0).astype(float)
    given = {"threshold": 0.3, **given}  # a short path: the last bits of the columns differ
    fit = fitted(formula, wide, scale=True, **given)
    names = fit.model_list["variables"]
    standard = wide.assign(**{n: _standardised(wide[n]) for n in names if n != "one"})
    linear = given.get("linear_output", True)
    if linear:
        answers = fit.model_list["response"]
        standard = standard.assign(**{n: _standardised(wide[n]) for n in answers})
    else:
        answers = []
    plain = fitted(formula, standard, **given)
    assert fit.outcomes[0].steps == plain.outcomes[0].steps
    expected = plain.net_result[0].to_numpy().copy()
    for column, name in enumerate(answers):
        expected[:, column] = expected[:, column] * wide[name].std() + wide[name].mean()
    outputs = predict(fit, wide[names]).to_numpy()
    np.testing.assert_allclose(
        outputs, expected, rtol=REARRANGED, atol=REARRANGED * np.abs(expected).max()
    )
    np.testing.assert_array_equal(outputs, fit.net_result[0].to_numpy())


def _standardised(column: pd.Series) -> pd.Series:
    return (column - column.mean()) / column.std()


def test_scale_rescues_what_does_not_learn() -> None:
    wide = DATA.assign(a=DATA["a"] * 2000 + 50000, b=DATA["b"] * 300)
    alone, helped = fitted(frame=wide, hidden=3), fitted(frame=wide, hidden=3, scale=True)
    assert error_of(alone) > 20 * error_of(helped)


# ---- validation and history ----


def test_a_fraction_is_drawn_first_by_r_s_sample() -> None:
    fit = fitted(hidden=2, validation=0.25, patience=20)
    set_seed(1)
    held = np.sort(sample(80, 20)) - 1
    kept = np.setdiff1d(np.arange(80), held)
    assert fit.covariate["a"].tolist() == DATA["a"].iloc[kept].tolist()
    start = rnet.rnorm(9)
    np.testing.assert_array_equal(
        np.concatenate([w.ravel(order="F") for w in fit.startweights[0]]), start
    )
    given = neuralnet(
        "y ~ a + b",
        DATA.iloc[kept],
        hidden=2,
        startweights=start,
        validation=DATA.iloc[held],
        patience=20,
    )
    np.testing.assert_array_equal(given.weights[0][0], fit.weights[0][0])


@pytest.mark.parametrize("algorithm", ["rprop+", "lbfgs"])
def test_early_stopping_keeps_the_best_step(algorithm) -> None:
    noisy = smooth(40, 5)
    fit = fitted(
        frame=noisy, hidden=8, validation=0.5, patience=30, history="weights", algorithm=algorithm
    )
    (history,) = fit.history
    best = int(np.argmin(history.validation_error))
    assert history.best_step == best + 1 == fit.outcomes[0].steps
    assert len(history.error) == min(best + 31, len(history.error))
    assert error_of(fit) == history.error[best]
    flat = np.concatenate([w.ravel(order="F") for w in fit.weights[0]])
    np.testing.assert_array_equal(history.weights[best], flat)
    held = noisy.drop(index=fit.data.index)
    missed = predict(fit, held[["a", "b"]])[0].to_numpy() - held["y"].to_numpy()
    assert history.validation_error[best] == pytest.approx(np.sum(missed**2) / 2, rel=1e-12)


def test_validation_knows_the_classes_of_the_training_rows() -> None:
    iris = data("iris")
    fit = fitted(
        "Species ~ Petal.Length + Petal.Width", iris, hidden=2, validation=0.3, threshold=0.5
    )
    assert fit.response.shape == (105, 3)
    with pytest.raises(RError, match="new class virginica"):
        neuralnet("Species ~ Petal.Length", iris[:100].astype({"Species": str}), validation=iris)


@pytest.mark.parametrize("algorithm", ["rprop+", "rprop-", "sag", "slr", "backprop"])
@pytest.mark.parametrize("given", [{}, {"err_fct": "ce", "linear_output": False}])
def test_history_watches_the_very_same_steps(algorithm, given) -> None:
    common = {"hidden": 2, "algorithm": algorithm, "learningrate": 0.001, "stepmax": 150, "rep": 2}
    plain = fitted(F3, INFERT, **common, **given)
    seen = fitted(F3, INFERT, **common, **given, history="weights")
    for number, (history, outcome) in enumerate(zip(seen.history, seen.outcomes, strict=True)):
        assert outcome[:4] == plain.outcomes[number][:4]
        assert len(history.error) == len(history.gradient) == outcome.steps
        assert history.gradient[-1] == outcome.reached
        assert history.gradient.min() == outcome.smallest
        np.testing.assert_array_equal(history.weights[0], seen.training.starts[number])
        np.testing.assert_array_equal(history.weights[-1], plain.training.weights[number])


def test_history_is_drawn() -> None:
    fit = fitted(hidden=2, history=True, validation=0.2, rep=2, threshold=0.1)
    figure = fit.plot("history")
    error, gradient = figure.axes
    assert [len(axes.lines) for axes in figure.axes] == [4, 3]
    np.testing.assert_array_equal(error.lines[0].get_ydata(), fit.history[0].error)
    np.testing.assert_array_equal(gradient.lines[0].get_ydata(), fit.history[0].gradient)
    with pytest.raises(RError, match="history"):
        fitted(hidden=1, threshold=0.5).plot("history")


# ---- many repetitions ----


@pytest.mark.parametrize("n_jobs", [1, 2, -1, 5])
def test_the_number_of_jobs_changes_nothing(n_jobs) -> None:
    common = {"hidden": 2, "rep": 6, "threshold": 0.1}
    one, other = fitted(**common), fitted(**common, n_jobs=n_jobs)
    pd.testing.assert_frame_equal(one.result_matrix, other.result_matrix)


def test_a_bar_is_shown_when_asked_for_and_not_beside_lifesign(capsys) -> None:
    pytest.importorskip("tqdm")
    fitted(hidden=1, rep=3, threshold=0.5, progress=True)
    assert "3/3" in capsys.readouterr().err
    fitted(hidden=1, rep=3, threshold=0.5, progress=True, lifesign="minimal")
    assert "rep/s" not in capsys.readouterr().err
    fitted(hidden=1, rep=3, threshold=0.5)
    assert capsys.readouterr().err == ""


def test_a_dask_cluster_gives_the_same_numbers() -> None:
    distributed = pytest.importorskip("distributed")
    joblib = pytest.importorskip("joblib")
    common = {"hidden": 2, "rep": 5, "threshold": 0.1}
    here = fitted(**common)
    with (
        distributed.LocalCluster(
            n_workers=2, processes=False, dashboard_address=None, threads_per_worker=1
        ) as cluster,
        distributed.Client(cluster),
        joblib.parallel_config("dask"),
    ):
        there = fitted(**common)
        unfinished = fitted(hidden=2, rep=3, stepmax=10)
    pd.testing.assert_frame_equal(here.result_matrix, there.result_matrix)
    np.testing.assert_array_equal(here.training.step_sizes, there.training.step_sizes)
    assert [outcome.steps for outcome in unfinished.outcomes] == [10, 10, 10]


# ---- threads ----


def test_two_fits_in_two_threads_do_not_mix_their_streams() -> None:
    def work(seed: int) -> None:
        set_seed(seed)
        barrier.wait()
        found[seed] = [fitted_here() for _ in range(5)]

    def fitted_here() -> pd.DataFrame:
        return neuralnet("y ~ a + b", DATA, hidden=2, rep=2, threshold=0.5).result_matrix

    found: dict[int, list[pd.DataFrame]] = {}
    barrier = threading.Barrier(3)
    set_seed(99)
    before = rnet.random_seed()
    threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (rnet.random_seed() == before).all()
    for seed in (1, 2, 3):
        set_seed(seed)
        for frame in found[seed]:
            pd.testing.assert_frame_equal(frame, fitted_here())


def test_fits_in_threads_that_share_the_stream_take_their_numbers_in_one_piece() -> None:
    def work() -> None:
        starts.append(neuralnet("y ~ a + b", DATA, hidden=40, rep=20, threshold=1e9).startweights)

    starts: list[Any] = []
    set_seed(4)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = sorted(float(fit[19][1][-1, 0]) for fit in starts)
    set_seed(4)
    starts.clear()
    for _ in threads:
        work()
    assert found == sorted(float(fit[19][1][-1, 0]) for fit in starts)


def test_confidence_intervals_refuse_case_weights() -> None:
    fit = fitted(F3, INFERT, hidden=1, weights=np.ones(248), **CE)
    with pytest.raises(RError, match="case weights"):
        rnet.confidence_interval(fit)
