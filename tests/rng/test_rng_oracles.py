"""Every recorded draw of R, to the bit: values, what follows them, warnings and errors."""

import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from r_values import argument, real, reals

import rnet
from rnet.rng.state import generator

ORACLES = Path(__file__).parents[1] / "oracles"
RECORDED = json.loads((ORACLES / "rng/rng.json").read_text())
MANY = RECORDED["many"][0]
LECTURE = json.loads((ORACLES / "e1071/rng.json").read_text())["rng"]


@pytest.fixture(autouse=True)
def _default_kinds():
    rnet.set_seed(1, "default", "default", "default")
    yield
    rnet.set_seed(1, "default", "default", "default")


def bits(values: Any) -> list[str]:
    return [word.hex() for word in np.asarray(values, dtype=np.float64).ravel()]


def call(case: dict[str, Any], first: Any = None) -> Any:
    positional, keywords = [], {}
    for given in case["args"]:
        name = given["name"][0]
        if name:
            keywords["use_hash" if name == "useHash" else name.replace(".", "_")] = argument(given)
        else:
            positional.append(argument(given))
    if first is not None:
        positional[0] = first
    return getattr(rnet, case["function"][0].replace(".", "_"))(*positional, **keywords)


def answer(case: dict[str, Any]) -> tuple[Any, list[str], str | None]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result, error = call(case), None
        except rnet.RError as problem:
            result, error = None, problem.message
    return result, [str(item.message.message) for item in caught], error


def name_of(case: dict[str, Any]) -> str:
    given = [
        f"{a['name'][0]}{','.join(map(str, a.get('data', ['NULL'])))[:30]}" for a in case["args"]
    ]
    return f"{case['function'][0]}({';'.join(given)})@{case.get('seed', [0])[0]}"


def check_value(result: Any, wanted: dict[str, Any]) -> None:
    kind = wanted["type"][0]
    if kind == "NULL":
        assert result is None
        return
    if "names" in wanted:
        assert list(result.index) == wanted["names"]
    if "dim" in wanted:
        assert list(result.shape) == wanted["dim"]
        if "rownames" in wanted:
            assert list(result.index) == wanted["rownames"]
        result = np.asarray(result).ravel(order="F")
    if kind == "factor":
        assert isinstance(result, pd.Categorical)
        assert list(result.categories) == wanted["levels"]
        assert list(result) == wanted["data"]
    elif kind == "double":
        assert np.asarray(result).dtype == np.float64
        check_doubles(np.asarray(result), reals(wanted["data"]))
    elif kind == "integer":
        assert pd.array(result).dtype.kind == "i"
        assert [None if pd.isna(v) else int(v) for v in result] == wanted["data"]
    else:
        assert [None if pd.isna(v) else v for v in result] == wanted["data"]


def check_doubles(result: np.ndarray, wanted: np.ndarray) -> None:
    assert bits(result) == bits(wanted)
    assert rnet.values.is_na(result).tolist() == rnet.values.is_na(wanted).tolist()


@pytest.mark.parametrize("case", RECORDED["cases"], ids=name_of)
def test_case(case):
    rnet.set_seed(case["seed"][0])
    result, warned, error = answer(case)
    assert error == (case["error"][0] if case["error"] else None)
    assert warned == case["warnings"]
    if error is None:
        check_value(result, case["result"])
    assert rnet.runif(1)[0] == real(case["next"][0])


@pytest.mark.parametrize("case", [c for c in RECORDED["cases"] if "md5" in c], ids=name_of)
def test_many_values(case):
    rnet.set_seed(case["seed"][0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rnet.RWarning)
        values = np.asarray(call(case, MANY), dtype=np.float64)
    following = rnet.runif(1)[0]
    assert following == real(case["md5_next"][0])
    assert hashlib.md5(values.tobytes()).hexdigest() == case["md5"][0]


def mixed() -> list[Any]:
    return [
        rnet.runif(3),
        rnet.rnorm(5),
        rnet.rexp(2),
        rnet.rgamma(3, 2),
        rnet.sample(100, 5),
        rnet.sample(4e7, 2, True),
        rnet.sample(2.0**33, 2),
        rnet.sample(300, 5, True, np.arange(1, 301)),
        rnet.rwilcox(3, 4, 5),
        rnet.runif(1),
    ]


@pytest.mark.parametrize(
    "case",
    RECORDED["kinds"],
    ids=lambda c: "-".join(str(c[k][0]) for k in ("kind", "normal", "sample", "seed")),
)
def test_every_kind(case):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        rnet.set_seed(case["seed"][0], case["kind"][0], case["normal"][0], case["sample"][0])
    assert [item.message.message for item in caught] == case["warnings"]
    assert rnet.RNGkind() == (case["kind"][0], case["normal"][0], case["sample"][0])
    assert rnet.random_seed()[:7].tolist() == case["state"]
    values = np.concatenate([*mixed(), rnet.rnorm(MANY)])
    assert bits(values[:33]) == bits(reals(case["values"]))
    assert hashlib.md5(values.tobytes()).hexdigest() == case["md5"][0]
    state = rnet.random_seed().astype(np.float64)
    assert hashlib.md5(state.tobytes()).hexdigest() == case["state_after"][0]


@pytest.mark.parametrize("case", RECORDED["changes"], ids=lambda c: str(c["arguments"]))
def test_change_of_kind(case):
    rnet.set_seed(7)
    rnet.rnorm(3)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        before = rnet.RNGkind(*[given and given[0] for given in case["arguments"]])
    assert [item.message.message for item in caught] == case["warnings"]
    assert list(before) == case["before"]
    assert list(rnet.RNGkind()) == case["after"]
    assert rnet.random_seed()[:7].tolist() == case["state"]
    assert bits(np.concatenate(mixed())) == bits(reals(case["values"]))


@pytest.mark.parametrize("case", RECORDED["complaints"], ids=name_of)
def test_complaint(case):
    rnet.set_seed(1)
    _, warned, error = answer(case)
    assert error == (case["error"][0] if case["error"] else None)
    assert warned == case["warnings"]
    assert rnet.runif(1)[0] == real(case["next"][0])


@pytest.mark.parametrize("case", LECTURE, ids=lambda c: f"seed{c['seed']}")
def test_stream_of_e1071(case):
    seed = case["seed"]
    draws = {
        "runif5": lambda: rnet.runif(5),
        "sample150": lambda: rnet.sample(150),
        "boot144_129": lambda: rnet.sample(144, 129, True),
        "sample10_3": lambda: rnet.sample(10, 3),
        "sample_579_1": lambda: rnet.sample([5, 7, 9], 1),
        "shuffle50_zero_based": lambda: shuffled(50),
    }
    assert set(case) == {"seed", *draws}
    for name, draw in draws.items():
        rnet.set_seed(seed)
        assert list(draw()) == case[name], name


def shuffled(n: int) -> list[int]:
    order = list(range(n))
    for i, u in enumerate(generator().uniform(n)):
        j = i + int(u * (n - i))
        order[i], order[j] = order[j], order[i]
    return order
