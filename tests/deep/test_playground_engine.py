"""The page's engine: R's random numbers, deepnet's recorded nets, rnet's own nets and points."""

import json
import re

import numpy as np
import pytest
from deepnet_replay import CASES, REPLAY, assert_replayed, recorded, worst
from page_script import run_script

import rnet
from rnet.deep.playground_page import PAGE, joined_modules
from rnet.deep.playground_settings import CHOICES, DEEPNET, DEFAULTS, TERMS

TOLERANCE = 1e-10  # two languages' exp and tanh differ in the last bit, and training spreads it
POINTS_TOLERANCE = 1e-12
EPOCHS = 15

NETS = [
    {},
    {"data": "xor", "hidden": []},
    {"data": "spiral", "act": "relu", "features": ["x", "y", "sinx", "siny"], "seed": 7},
    {"data": "gauss", "hidden": [8, 8], "optim": "adam", "regularisation": "L1", "noise": 0.3},
    {"data": "xor", "optim": "nesterov", "regularisation": "L2", "init": "normal"},
    {"act": "elu", "optim": "momentum", "train_share": 0.3, "batch_size": 25},
    {"act": "selu", "optim": "rmsprop", "rate": 0.003, "init": "he"},
    {"act": "softsign", "optim": "adagrad", "rate": 0.1, "init": "lecun"},
    {"act": "logistic", "init": "uniform", "features": list(TERMS)},
    {"act": "linear", "init": "glorot", "features": ["xy"]},
    {"problem": "regression", "data": "plane", "act": "softplus", "rate": 0.001},
    {"problem": "regression", "data": "hills", "noise": 0.1, "rate": 0.003},
    {"trainer": "deepnet"},
    {"trainer": "deepnet", "features": ["x", "x2", "siny"], "hidden": [5]},
    {"trainer": "deepnet", "optim": "momentum", "act": "logistic", "data": "spiral", "noise": 0.2},
    {"trainer": "deepnet", "data": "gauss", "batch_size": 30, "noise": 0.1},
    {"trainer": "deepnet", "data": "xor", "seed": 2},
    {"trainer": "deepnet", "problem": "regression", "data": "hills", "hidden": [3, 3]},
    {"trainer": "deepnet", "problem": "regression", "data": "plane"},
]

TRAIN = f"""
function trained(settings) {{
  const run = new Run(completed(settings));
  for (let epoch = 0; epoch < {EPOCHS}; epoch++) run.epoch();
  return {{
    json: runAsJson(run), rnet: rnetCode(run.settings, run.epochs),
    r: rCode(run.settings, run.epochs), lengths: run.gradientLengths,
  }};
}}
const answer = (list) => list.map(trained);
"""


@pytest.fixture(scope="module")
def replayed():
    return run_script(("random.js", "deepnet.js"), REPLAY, [recorded(name) for name in CASES])


@pytest.mark.parametrize("name", CASES)
def test_engine_trains_what_deepnet_trained(replayed, name) -> None:
    assert_replayed(replayed[CASES.index(name)], recorded(name))


def test_engine_starts_from_given_weights() -> None:
    rnet.set_seed(5)
    x, y = rnet.rnorm(60).reshape(20, 3), rnet.runif(20)
    weights = [rnet.rnorm(6).reshape(2, 3), rnet.rnorm(2).reshape(1, 2)]
    biases = [rnet.rnorm(2), rnet.rnorm(1)]
    script = """
    function answer([x, y, weights, biases]) {
      const data = { x: Float64Array.from(x), y: Float64Array.from(y), rows: 20, inputs: 3,
        outputs: 1 };
      const start = weights.map((w, at) => ({ weights: Float64Array.from(w),
        bias: Float64Array.from(biases[at]) }));
      const settings = { hidden: [2], batchsize: 8, numepochs: 4, learningrate_scale: 0.5 };
      return nnTrain(new Generator(9), data, settings, start).layers.map(
        ({ weights, bias }) => [[...weights], [...bias]]);
    }"""
    given = [x.ravel(), y, [w.ravel() for w in weights], biases]
    as_lists = [given[0].tolist(), y.tolist(), *([v.tolist() for v in part] for part in given[2:])]
    found = run_script(("random.js", "deepnet.js"), script, as_lists)
    rnet.set_seed(9)
    fit = rnet.nn_train(
        x, y, initW=weights, initB=biases, hidden=2, batchsize=8, numepochs=4,
        learningrate_scale=0.5,
    )  # fmt: skip
    for (w, b), wanted_w, wanted_b in zip(found, fit.W, fit.B, strict=True):
        assert worst(w, wanted_w) < POINTS_TOLERANCE
        assert worst(b, wanted_b) < POINTS_TOLERANCE


def test_there_are_deepnet_cases() -> None:
    assert len(CASES) >= 9


def test_random_numbers_are_those_of_r() -> None:
    script = """
    function answer([seed, n]) {
      const g = new Generator(seed);
      return [[...g.runif(700)], [...g.rnorm(n)], g.sample(n), [...g.runif(2, 3, 3)],
        g.sample(70000).slice(0, 5), [...g.rnorm(3, 1, 2)]];
    }"""
    found = run_script(("random.js",), script, [-5, 1000])
    rnet.set_seed(-5)
    assert found[0] == rnet.runif(700).tolist()
    assert worst(found[1], rnet.rnorm(1000)) < POINTS_TOLERANCE
    assert [place + 1 for place in found[2]] == rnet.sample(1000).tolist()
    assert found[3] == [3, 3]
    assert [place + 1 for place in found[4]] == rnet.sample(70000)[:5].tolist()
    assert worst(found[5], rnet.rnorm(3, 1, 2)) < POINTS_TOLERANCE


def test_tails_of_the_normal_quantile() -> None:
    p = [1e-300, 1e-20, 0.0749, 0.0751, 0.5, 0.925, 0.9251, 1 - 1e-12]
    script = "const answer = (p) => p.map(normalQuantile);"
    assert worst(run_script(("random.js",), script, p), rnet.qnorm(p)) < POINTS_TOLERANCE


@pytest.mark.parametrize("kind", CHOICES["data"])
def test_points_are_those_of_the_page(kind) -> None:
    script = """
    const answer = ([kind, n, noise]) => {
      const { x, y, label } = drawPoints(new Generator(3), kind, n, noise);
      return [[...x], [...y], [...label]];
    };"""
    found = run_script(("random.js", "data.js"), script, [kind, 201, 0.35])
    rnet.set_seed(3)
    points = rnet.playground_data(kind, 201, 0.35)
    for column, values in zip(points, found, strict=True):
        assert worst(values, points[column]) < POINTS_TOLERANCE


@pytest.fixture(scope="module")
def trained():
    return run_script(("run.js", "code_panel.js"), TRAIN, NETS)


def weights_of(fit):
    if isinstance(fit, rnet.deep.mlp_model.Mlp):
        return [np.vstack([layer.weights, layer.bias]) for layer in fit.layers]
    return [np.vstack([np.asarray(w).T, b]) for w, b in zip(fit.W, fit.B, strict=True)]


def weights_in(text):
    layers = json.loads(text)["layers"]
    return [np.vstack([layer["weights"], layer["bias"]]) for layer in layers]


def assert_same_net(fit, text) -> None:
    for found, wanted in zip(weights_of(fit), weights_in(text), strict=True):
        assert worst(found, wanted) < TOLERANCE


@pytest.mark.parametrize("at", range(len(NETS)), ids=lambda at: str(NETS[at]))
def test_the_rnet_code_gives_the_same_net(trained, at) -> None:
    names: dict[str, object] = {}
    exec(trained[at]["rnet"], names)
    assert_same_net(names["fit"], trained[at]["json"])
    if NETS[at].get("trainer") != "deepnet":
        norms = names["fit"].history.filter(like="grad_norm").iloc[-1]
        assert worst(trained[at]["lengths"], norms) < TOLERANCE


@pytest.mark.parametrize("at", range(len(NETS)), ids=lambda at: str(NETS[at]))
def test_the_r_code_gives_the_same_net(trained, at) -> None:
    assert_same_net(rnet.r(f"{trained[at]['r']}\nfit"), trained[at]["json"])


def test_from_playground_takes_the_weights_and_leaves_the_stream(trained) -> None:
    rnet.set_seed(11)
    expected = rnet.runif(1)
    rnet.set_seed(11)
    for run in trained:
        fit = rnet.from_playground(run["json"])
        for found, wanted in zip(weights_of(fit), weights_in(run["json"]), strict=True):
            assert (found == wanted).all()
    assert rnet.runif(1) == expected


def test_choices_are_the_same_in_python_and_on_the_page() -> None:
    script = """
    const values = (name) => CHOICES[name].map(({ value }) => value);
    const deepnet = completed({ trainer: "deepnet" });
    const answer = (names) => [
      Object.fromEntries(names.map((name) => [name, values(name)])), DEFAULTS, completed({}),
      Object.fromEntries(FEATURES.map(({ name, term }) => [name, term])),
      Object.fromEntries(names.map((name) => [name, allowed(deepnet, name)])),
    ];"""
    choices, defaults, fresh, terms, known = run_script(("settings.js",), script, list(CHOICES))
    assert {name: tuple(values) for name, values in choices.items()} == CHOICES
    assert defaults == DEFAULTS == fresh
    assert terms == TERMS
    assert {name: tuple(known[name]) for name in DEEPNET} == DEEPNET


def test_settings_survive_the_address() -> None:
    script = "const answer = (list) => list.map((s) => completed(fromHash(toHash(completed(s)))));"
    found = run_script(("settings.js",), script, NETS)
    for given, back in zip(NETS, found, strict=True):
        assert back == {**DEFAULTS, **given}


def test_nonsense_in_the_address_is_mended() -> None:
    script = "const answer = (list) => list.map((hash) => completed(fromHash(hash)));"
    hashes = ["#hidden=99,x,-3&rate=abc&data=nowhere&seed=-7", "#features=&noise=0.07&evil=1", "#%"]
    first, second, third = run_script(("settings.js",), script, hashes)
    assert first == {**DEFAULTS, "hidden": [8, 1, 1], "seed": 0}
    assert second == {**DEFAULTS, "noise": 0.05}
    assert third == DEFAULTS


def test_presets_show_what_they_claim() -> None:
    script = """
    function answer() {
      const outcome = ({ name, settings, epochs }) => {
        const run = new Run(completed(settings));
        while (run.epochs < epochs && !run.explosion) run.epoch();
        const { train, test } = run.history.at(-1);
        const least = Math.min(...run.history.map((row) => row.test));
        return [name, { train, test, least, right: run.accuracy(), lengths: run.gradientLengths,
          exploded: Boolean(run.explosion) }];
      };
      return Object.fromEntries(PRESETS.map(outcome));
    }"""
    found = run_script(("run.js", "presets.js"), script)
    assert found["xor-perceptron"]["train"] > 0.65
    assert found["xor-hidden"]["right"] > 0.9
    assert found["features"]["right"] == 1
    lengths = found["vanishing"]["lengths"]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1000 * lengths[0]
    assert found["divergence"]["exploded"]
    assert found["breadth"]["right"] > 0.9
    assert found["depth"]["right"] > 0.9
    assert found["overfitting"]["train"] < 0.05
    assert found["overfitting"]["test"] > 2 * found["overfitting"]["least"]


def test_modules_join_to_one_text_without_imports() -> None:
    text = joined_modules("view.js")
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
    for path in PAGE.iterdir():
        if path.name.endswith(".js"):
            first = path.read_text(encoding="utf-8").split("\n")[0]
            assert text.count(first) == 1, path.name
