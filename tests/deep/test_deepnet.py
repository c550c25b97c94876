"""deepnet's functions against what R answered."""

import pytest
from deepnet_cases import (
    arguments,
    assert_close,
    assert_same_machine,
    assert_same_network,
    cases,
    data,
    load,
    matrix,
)

import rnet

NETWORKS = {"nn": rnet.nn_train, "dbn": rnet.dbn_dnn_train, "sae": rnet.sae_dnn_train}


@pytest.mark.parametrize(
    "name", [name for first in "0134" for name in cases(first) if name != "00_rng"]
)
def test_networks(name, capsys) -> None:
    case = load(name)
    x, y = data(case)
    train = NETWORKS[name[3:6].removesuffix("_")]
    rnet.set_seed(case["meta"]["seed"])
    fit = train(x, y, **arguments(case), verbose=True)
    assert_same_network(fit, case["nn"])
    assert rnet.runif(3).tolist() == case["rng_after"]
    new = x if case.get("xnew") is None else matrix(case["xnew"])
    assert_close(rnet.nn_predict(fit, new), case["predict"])
    for test in case["nn_test"]:
        assert rnet.nn_test(fit, x, y, t=test["t"]) == pytest.approx(test["value"], rel=1e-15)
    assert capsys.readouterr().err.splitlines() == case.get("messages", [])


@pytest.mark.parametrize("name", cases("2"))
def test_machines(name) -> None:
    case = load(name)
    x, _ = data(case)
    rnet.set_seed(case["meta"]["seed"])
    fit = rnet.rbm_train(x, **case["args"])
    assert_same_machine(fit, case["rbm"])
    assert rnet.runif(3).tolist() == case["rng_after"]
    assert_close(rnet.rbm_up(fit, x), case["up_x"])
    assert_close(rnet.rbm_down(fit, rnet.rbm_up(fit, x)), case["down_up_x"])
    assert_close(rnet.rbm_up(fit, case["up_vec"]["v"]), case["up_vec"]["h"])
    assert_close(rnet.rbm_down(fit, case["down_vec"]["h"]), case["down_vec"]["v"])


def test_stack_of_machines(capsys) -> None:
    case = load("50_dbn_train_and_down")
    x, _ = data(case)
    rnet.set_seed(case["meta"]["seed"])
    stack = rnet.dbn_train(x, **case["args"], verbose=True)
    assert capsys.readouterr().err.splitlines() == case["messages"]
    for machine, wanted in zip(stack.rbm, case["rbm"], strict=True):
        assert_same_machine(machine, wanted)
    assert rnet.runif(3).tolist() == case["rng_after"]
    assert_close(rnet.dbn_down(stack, matrix(case["h"]), round=case["round"]), case["down"])
