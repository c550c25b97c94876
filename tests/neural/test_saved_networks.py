"""Networks in files: rnet's JSON, R's .rds, pickles; and files that are wrong or hostile."""

import copy
import json
import pickle
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neural_cases import case_names, fit_case, load_case, softsign
from oracles import ORACLES, load_json

import rnet
from rnet import RError, data, load_nn, neuralnet, predict, set_seed

RDS = ORACLES / "neuralnet" / "rds"
# R's matrix product adds the terms of a row in another order.
R_PRODUCT = 1e-14

IRIS, INFERT = data("iris"), data("infert")


def fitted(formula: str = "dist ~ speed", frame: Any = None, **more: Any) -> Any:
    set_seed(2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return neuralnet(formula, data("cars") if frame is None else frame, **more)


STRANGE = pd.DataFrame(
    {
        "größe": pd.array([1, 2, None, 4], dtype="Int64"),
        "ok": [True, False, True, True],
        "text": ["a", None, 'say "b"', "\n"],
        "x": [0.1, 1e300, 5e-324, -0.0],
        "y": [1.0, np.inf, 2.0, rnet.NA],
        "level": pd.Categorical(["lo", None, "hi", "lo"], ["lo", "hi"], ordered=True),
    },
    index=["r1", "r2", "r3", "r4"],
)

FITS: dict[str, Any] = {
    "plain": lambda: fitted(threshold=1),
    "several": lambda: fitted("Species ~ .", IRIS, hidden=[3, 2], rep=2, threshold=1),
    "partly failed": lambda: fitted(
        "case ~ parity + induced", INFERT, rep=4, stepmax=700, likelihood=True
    ),
    "failed": lambda: fitted(stepmax=3),
    "excluded": lambda: fitted(
        "case ~ parity + induced", INFERT, exclude=[[1, 2, 1]], threshold=0.1
    ),
    "scaled and weighted": lambda: fitted(scale=True, weights=np.arange(50.0), threshold=0.1),
    "subset": lambda: fitted("Sepal.Length ~ Sepal.Width", IRIS, subset="Species == 'setosa'"),
    "lbfgs": lambda: fitted(algorithm="lbfgs", hidden=2, threshold=0.5, stepmax=500),
    "expression": lambda: fitted(act_fct="x / (1 + abs(x))", threshold=50),
    "strange data": lambda: fitted("ok ~ x", STRANGE.assign(x=[0.1, 1, 2, 3.0]), threshold=0.5),
}


def assert_same(one: Any, other: Any) -> None:
    """All components equal, matrices with their names."""
    assert str(one) == str(other)
    assert str(one.summary()) == str(other.summary())
    for name in ("response", "covariate", "data"):
        exact = name != "data"  # a file knows R's types only
        pd.testing.assert_frame_equal(
            one[name], other[name], check_dtype=exact, check_index_type=exact
        )
    assert one.model_list == other.model_list
    assert one.layout == other.layout
    assert one.converged == other.converged
    np.testing.assert_equal([o[:4] for o in one.outcomes], [o[:4] for o in other.outcomes])
    if one.weights is None:
        assert other.weights is None
        return
    pd.testing.assert_frame_equal(one.result_matrix, other.result_matrix)
    for rep in one.converged:
        pd.testing.assert_frame_equal(one.net_result[rep - 1], other.net_result[rep - 1])
        for component in ("weights", "startweights"):
            for a, b in zip(one[component][rep - 1], other[component][rep - 1], strict=True):
                np.testing.assert_array_equal(a, b)
        inputs = one.covariate.to_numpy(dtype=float)
        pd.testing.assert_frame_equal(
            predict(one, inputs, rep=rep), predict(other, inputs, rep=rep)
        )
        pd.testing.assert_frame_equal(
            one.generalized_weights[rep - 1], other.generalized_weights[rep - 1]
        )


@pytest.mark.parametrize("name", FITS)
def test_a_saved_network_comes_back(name, tmp_path) -> None:
    fit = FITS[name]()
    fit.save(tmp_path / "fit.json")
    again = load_nn(str(tmp_path / "fit.json"))
    assert_same(fit, again)
    if fit.outcomes:
        assert str(again.diagnose(1)) == str(fit.diagnose(1))
    again.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text() == (tmp_path / "fit.json").read_text()


# not those whose functions are given in Python: these have no text
WITH_TEXT = [
    name
    for name in case_names()
    if not any(isinstance(value, dict) for value in load_case(name)["args"].values())
]


@pytest.mark.parametrize("name", WITH_TEXT[::6])
def test_recorded_networks_survive_files_and_pickles(name, tmp_path) -> None:
    case = load_case(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = fit_case(case)
    fit.save(tmp_path / "fit.json")
    assert_same(fit, load_nn(tmp_path / "fit.json"))
    assert_same(fit, pickle.loads(pickle.dumps(fit)))


def test_the_file_is_plain_json_that_says_what_it_is(tmp_path) -> None:
    fitted(threshold=1).save(tmp_path / "fit.json")
    found = json.loads((tmp_path / "fit.json").read_text())
    assert (found["format"], found["version"]) == ("rnet network", 1)
    assert found["call"].startswith("neuralnet(formula = ")


def test_functions_in_python_have_no_text(tmp_path) -> None:
    fit = fitted(act_fct=softsign, threshold=50)
    with pytest.raises(RError, match="custom function written in Python"):
        fit.save(tmp_path / "fit.json")
    assert not (tmp_path / "fit.json").exists()


def test_fits_of_custom_functions_go_through_joblib() -> None:
    joblib = pytest.importorskip("joblib")
    functions = [softsign, (np.tanh, lambda x: 1 - np.tanh(x) ** 2), "x / (1 + abs(x))"]
    fits = [fitted(act_fct=function, threshold=50) for function in functions]
    others = joblib.Parallel(n_jobs=2)(joblib.delayed(copy.copy)(fit) for fit in fits)
    for fit, other in zip(fits, others, strict=True):
        assert_same(fit, other)


def test_fits_survive_pickle_and_joblib(tmp_path) -> None:
    joblib = pytest.importorskip("joblib")
    for make in FITS.values():
        fit = make()
        assert_same(fit, pickle.loads(pickle.dumps(fit)))
    joblib.dump(fit, tmp_path / "fit.joblib")
    assert_same(fit, joblib.load(tmp_path / "fit.joblib"))
    deep = copy.deepcopy(fit)
    assert_same(fit, deep)
    assert deep.diagnose().causes == fit.diagnose().causes


def test_a_fit_with_a_history_pickles() -> None:
    fit = fitted(threshold=5, history="weights", validation=0.2)
    again = pickle.loads(pickle.dumps(fit))
    np.testing.assert_array_equal(again.history[0].weights, fit.history[0].weights)


# ---- wrong and hostile files ----


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("saved") / "fit.json"
    fitted(
        "Species ~ Petal.Width", IRIS, threshold=5, scale=True, exclude=[2], weights=np.ones(150)
    ).save(path)
    return json.loads(path.read_text())


def load_text(folder: Path, text: str | bytes) -> Any:
    path = folder / "file.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_nn(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "3",
        "{}",
        "{",
        '"rnet network"',
        '{"format": "rnet network"}',
        '{"format": "rnet network", "version": 1}',
        '{"format": "rnet network", "version": NaN}',
        '{"format": "other", "version": 1}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "1" * 10_000,
        b"\xff\xfe\x00",
        b"\x80\x04\x95\x1d\x00\x00\x00\x00\x00\x00\x00\x8c\x02os\x94\x8c\x06system\x94\x93\x94.",
        b"cos\nsystem\n(S'echo hacked'\ntR.",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_other_files_are_refused(text, tmp_path) -> None:
    with pytest.raises(RError):
        load_text(tmp_path, text)


def test_a_newer_version_is_named(saved, tmp_path) -> None:
    with pytest.raises(RError, match="version 2, this rnet reads up to 1"):
        load_text(tmp_path, json.dumps({**saved, "version": 2}))


HOSTILE = [
    "neuralnet(formula = y ~ x, data = system('echo hacked'))",
    "__import__('os').system('echo hacked')",
    "system('rm -rf /')",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_code_in_a_file_is_text(saved, text, tmp_path, capfd) -> None:
    for change in ({"call": text}, {"act.fct": {"expression": text}}, {"act.fct": text}):
        try:
            fit = load_text(tmp_path, json.dumps({**saved, **change}))
        except RError:
            continue
        str(fit)
    assert "hacked" not in capfd.readouterr().out


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value; of long arrays the first and the last."""
    found = [path]
    if isinstance(value, dict):
        for name, part in value.items():
            found += places(part, (*path, name))
    elif isinstance(value, list):
        for index in {0, len(value) - 1} if value else set():
            found += places(value[index], (*path, index))
    return found


WRONG = [None, True, -1, 2**70, 0.5, "NA", "text", [], [[]], {}, [1, 2, 3], {"expression": "q("}]


@settings(max_examples=150, deadline=None)
@given(draw=st.data())
def test_any_value_in_the_wrong_place_is_refused_or_harmless(saved, tmp_path_factory, draw) -> None:
    changed = copy.deepcopy(saved)
    *above, last = draw.draw(st.sampled_from(places(saved)[1:]))
    inner = changed
    for step in above:
        inner = inner[step]
    if draw.draw(st.booleans()):
        inner[last] = draw.draw(st.sampled_from(WRONG))
    else:
        del inner[last]
    try:
        fit = load_text(tmp_path_factory.getbasetemp(), json.dumps(changed))
    except RError:
        return
    assert isinstance(fit, type(fit))
    str(fit)


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_damaged_bytes_are_refused_or_harmless(saved, tmp_path_factory, place, byte) -> None:
    text = bytearray(json.dumps(saved).encode())
    text[place % len(text)] = byte
    try:
        str(load_text(tmp_path_factory.getbasetemp(), bytes(text)))
    except RError:
        return


# ---- R's files ----


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("infert_paper", "infert_paper_h2_seed1"),
        ("infert_partial", "infert_rep5_partial"),
        ("infert_exclude", "infert_exclude_vec"),
        ("iris_species", "iris_factor_multiclass"),
    ],
)
def test_an_object_of_r_is_the_fit_it_recorded(file, name, tmp_path) -> None:
    pytest.importorskip("rdata")
    theirs = load_nn(RDS / f"{file}.rds")
    case = load_case(name)
    assert str(theirs).split("\n") == case["print_nn_text"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mine = fit_case(case)
    pd.testing.assert_frame_equal(theirs.result_matrix, mine.result_matrix)
    pd.testing.assert_frame_equal(theirs.response, mine.response)
    pd.testing.assert_frame_equal(theirs.covariate, mine.covariate)
    assert [str(c) for c in theirs.data.columns] == [str(c) for c in mine.data.columns]
    assert theirs.converged == mine.converged
    for rep in mine.converged:
        found = predict(theirs, theirs.data, rep=rep)
        np.testing.assert_array_equal(found, predict(mine, mine.data, rep=rep))
        recorded_by_r = theirs.net_result[rep - 1]
        np.testing.assert_allclose(found, recorded_by_r, rtol=R_PRODUCT, atol=R_PRODUCT)
        for a, b in zip(theirs.startweights[rep - 1], mine.startweights[rep - 1], strict=True):
            np.testing.assert_array_equal(a, b)
    theirs.save(tmp_path / "r.json")
    assert str(load_nn(tmp_path / "r.json")) == str(theirs)
    with pytest.raises(RError, match="read from a file"):
        theirs.diagnose()


def test_predictions_of_r_s_object_are_r_s() -> None:
    pytest.importorskip("rdata")
    fit = load_nn(RDS / "infert_paper.rds")
    recorded = load_json("neuralnet/rds/predictions.json")["paper"]
    found = predict(fit, INFERT.head())[0].to_numpy()
    np.testing.assert_allclose(found, recorded, rtol=R_PRODUCT)


def test_other_objects_of_r_are_refused(tmp_path) -> None:
    pytest.importorskip("rdata")
    with pytest.raises(RError, match="no object of class nn"):
        load_nn(RDS / "lm.rds")
    packed = (RDS / "infert_partial.rds").read_bytes()
    for content in (packed[:500], packed[:-200], b"X\n" + b"\x00" * 40, b"\x1f\x8b" + b"x" * 30):
        (tmp_path / "broken.rds").write_bytes(content)
        with pytest.raises(RError):
            load_nn(tmp_path / "broken.rds")
