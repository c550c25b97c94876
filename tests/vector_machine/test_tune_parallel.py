"""Fits done at the same time give what fits done one after the other give."""

import importlib.util
import threading
import warnings

import numpy as np
import pytest

from rnet import (
    RError,
    data,
    lm,
    runif,
    sample,
    set_seed,
    svm,
    tune,
    tune_control,
    tune_knn,
    tune_nnet,
    tune_svm,
)
from rnet.rng.state import generator
from rnet.vector_machine.draw_forecast import after_draws, draws_between

cats = data("cats")
half = tune_control(cross=2)


def draws_for_small_costs(formula, data, subset=None, cost=1):
    """A method of the user's that draws for some settings only."""
    if cost < 3:
        runif(int(cost))
    return lm(formula, data, subset=subset)


CALLS = {
    "draws nothing": lambda **how: tune_svm("Sex ~ .", data=cats, cost=[1, 2, 4], **how),
    "draws as often again": lambda **how: tune_svm(
        "Sex ~ .", data=cats, cost=[1, 2, 4, 8], probability=True, tunecontrol=half, **how
    ),
    "draws more for larger nets": lambda **how: tune_nnet(
        "Sex ~ .", data=cats, size=[1, 2, 3, 4, 5], maxit=10, tunecontrol=half, **how
    ),
    "draws when votes are equal": lambda **how: tune_knn(
        cats[["Bwt", "Hwt"]], cats["Sex"], k=[1, 2, 3, 4], tunecontrol=half, **how
    ),
    "draws at first": lambda **how: tune(
        draws_for_small_costs, "Hwt ~ Bwt", data=cats, ranges={"cost": [1, 2, 3, 4]}, **how
    ),
    "draws at last": lambda **how: tune(
        draws_for_small_costs, "Hwt ~ Bwt", data=cats, ranges={"cost": [4, 3, 2, 1]}, **how
    ),
}


def answer(name, **how):
    set_seed(7)
    tuned = CALLS[name](**how)
    return tuned.performances, str(tuned.best_model), runif(1)[0]


@pytest.mark.parametrize("workers", [2, 5])
@pytest.mark.parametrize("name", CALLS)
def test_threads_change_nothing(name, workers) -> None:
    alone, together = answer(name, n_jobs=1), answer(name, n_jobs=workers)
    assert alone[0].equals(together[0])
    assert alone[1:] == together[1:]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.skipif(not importlib.util.find_spec("distributed"), reason="no Dask")
def test_a_cluster_changes_nothing(name, cluster) -> None:
    import joblib  # noqa: PLC0415 - as Dask

    alone = answer(name, n_jobs=1)
    with joblib.parallel_config("dask"):
        together = answer(name)
    assert alone[0].equals(together[0])
    assert alone[1:] == together[1:]


@pytest.fixture(scope="module")
def cluster():
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an optional package

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
        with LocalCluster(processes=False, **settings) as running, Client(running) as client:
            yield client


def test_fits_run_in_several_threads() -> None:
    seen = set()
    both = threading.Barrier(2, timeout=20)

    def noted(x, y, cost):
        if threading.current_thread() is not threading.main_thread():
            both.wait()
        seen.add(threading.get_ident())
        return

    tune(
        noted,
        cats[["Bwt"]],
        cats["Hwt"],
        ranges={"cost": [1, 2]},
        predict_func=lambda _fit, new: np.zeros(len(new)),
        tunecontrol=tune_control(cross=2, best_model=False),
        n_jobs=2,
    )
    assert len(seen) == 2


@pytest.mark.parametrize("workers", [1, 3])
def test_an_error_of_a_fit_is_met_with_the_random_numbers_where_r_has_them(workers) -> None:
    def fails(formula, data, subset=None, cost=1):
        runif(1)
        if cost == 3:
            raise RError("three is too many")
        return lm(formula, data, subset=subset)

    set_seed(1)
    with pytest.raises(RError, match="three is too many"):
        tune(
            fails,
            "Hwt ~ Bwt",
            data=cats,
            ranges={"cost": [1, 2, 3, 4]},
            tunecontrol=half,
            n_jobs=workers,
        )
    found = runif(1)[0]
    set_seed(1)
    sample(len(cats))
    runif(5)
    assert found == runif(1)[0]


@pytest.mark.parametrize("draws", [0, 1, 623, 624, 625, 5000])
@pytest.mark.parametrize("before", [0, 300, 624])
def test_draws_are_counted(before, draws) -> None:
    set_seed(3)
    start = after_draws(generator().save(), before)
    generator().restore(start)
    if draws:
        runif(draws)
    end = generator().save()
    assert draws_between(start, end) == draws
    assert np.array_equal(generator().save(), end)


def test_a_seed_in_between_is_no_number_of_draws() -> None:
    set_seed(3)
    start = generator().save()
    set_seed(4)
    assert draws_between(start, generator().save()) is None


@pytest.mark.parametrize("n_jobs", [0, 1.5, "two"])
def test_n_jobs_is_a_whole_number(n_jobs) -> None:
    with pytest.raises(RError, match="Argument 'n_jobs' must be a whole number"):
        tune(svm, "Hwt ~ Bwt", data=cats, n_jobs=n_jobs)


def test_progress_goes_to_standard_error(capsys) -> None:
    pytest.importorskip("tqdm")
    tune(lm, "Hwt ~ Bwt", data=cats, progress=True)
    said = capsys.readouterr()
    assert said.out == ""
    assert "tune lm" in said.err
    assert "10/10" in said.err
