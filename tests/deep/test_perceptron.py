"""One unit: the lecture's rule, Rosenblatt's, and what they lead to."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet.conditions import RError

LECTURE = "case ~ parity + induced + spontaneous"
INFERT = rnet.data("infert")
SETTLED = 1e-9  # the last steps move no weight by more than 1e-12; what is left adds up
LINE = pd.DataFrame({"x": [-2.0, -1, 1, 2], "d": [0.0, 0, 1, 1]})
AND = pd.DataFrame({"a": [0.0, 0, 1, 1], "b": [0.0, 1, 0, 1], "d": [0.0, 0, 0, 1]})


def two_species() -> pd.DataFrame:
    iris = rnet.data("iris").iloc[:100]
    return iris.assign(Species=iris["Species"].cat.remove_unused_categories())


@pytest.mark.parametrize(("seed", "rate"), [(1, 0.02), (2, 0.02), (3, 0.005)])
def test_logistic_unit_makes_the_lectures_table(seed, rate) -> None:
    rnet.set_seed(seed)
    fit = rnet.perceptron(LECTURE, INFERT, act="logistic", rate=(rate, rate), maxit=9000)
    counts = rnet.table(INFERT["case"], fit.predict(INFERT)["case"] > 0.5).counts
    assert counts.tolist() == [[143, 22], [37, 46]]
    assert fit.loss == pytest.approx(43.1568, abs=1e-3)
    assert fit.converged


def test_linear_unit_leads_to_lm() -> None:
    rnet.set_seed(1)
    fit = rnet.perceptron(LECTURE, INFERT, act="identity", rate=5e-4)
    wanted = rnet.lm(LECTURE, INFERT)
    np.testing.assert_allclose(fit.weights, wanted.coefficients, atol=SETTLED)
    assert list(fit.weights.index) == list(wanted.coefficients.index)
    assert fit.loss == pytest.approx(rnet.deviance(wanted), rel=1e-12)
    beside = fit.summary().frame
    np.testing.assert_allclose(beside["perceptron"], beside["lm"], atol=SETTLED)


def test_logistic_unit_is_not_glm() -> None:
    rnet.set_seed(1)
    beside = rnet.perceptron(LECTURE, INFERT).summary().frame
    glm = rnet.glm(LECTURE, family="binomial", data=INFERT).coefficients
    np.testing.assert_allclose(beside["glm"], glm, rtol=1e-9)
    assert (np.abs(beside["perceptron"] - beside["glm"]) > 0.1).all()


def test_too_large_a_rate_never_settles() -> None:
    rnet.set_seed(1)
    fit = rnet.perceptron(LECTURE, INFERT, rate=0.05, maxit=3000)
    assert not fit.converged
    assert fit.steps == 3000
    assert fit.loss > 44
    assert "have not settled" in str(fit)


def lecture_steps(x, d, w, f, slope, rates, steps):
    """The rule of the slide, written out."""
    path = [list(w)]
    for r in range(1, steps + 1):
        first, second = rates(r)
        z = [w[0] + sum(wi * xi for wi, xi in zip(w[1:], row, strict=True)) for row in x]
        s = [(di - f(zi)) * slope(zi) for di, zi in zip(d, z, strict=True)]
        moves = [first * sum(s)]
        moves += [second * sum(si * row[i] for si, row in zip(s, x, strict=True))
                  for i in range(len(x[0]))]  # fmt: skip
        w = [wi + move for wi, move in zip(w, moves, strict=True)]
        path.append(w)
    return np.array(path)


def logistic(z):
    return 1 / (1 + np.exp(-z))


UNITS = {
    "logistic": (logistic, lambda z: logistic(z) * (1 - logistic(z))),
    "linear": (lambda z: z, lambda z: 1.0),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "softplus": (lambda z: np.log1p(np.exp(z)), logistic),
}


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(sorted(UNITS)),
    st.integers(0, 10**6),
    st.integers(1, 4),
    st.floats(1e-4, 0.02),
    st.floats(1e-4, 0.02),
)
def test_steps_are_the_slides(act, seed, inputs, first, second) -> None:
    numbers = np.random.default_rng(seed)
    x, d, start = (
        numbers.normal(size=(9, inputs)),
        numbers.random(9),
        numbers.normal(size=inputs + 1),
    )
    frame = pd.DataFrame(x, columns=[f"x{i}" for i in range(inputs)]).assign(d=d)
    fit = rnet.perceptron("d ~ .", frame, act=act, rate=(lambda r: first / r, second), maxit=12,
                          start=start, tol=0)  # fmt: skip
    f, slope = UNITS[act]
    wanted = lecture_steps(x.tolist(), d, list(start), f, slope, lambda r: (first / r, second), 12)
    np.testing.assert_allclose(fit.path.weights, wanted, rtol=1e-11, atol=1e-12)
    z = start[0] + x @ start[1:]
    assert fit.trace["loss"][0] == pytest.approx(((d - f(z)) ** 2).sum(), rel=1e-12)


def test_own_activation() -> None:
    fit = rnet.perceptron("d ~ x", LINE, act=lambda z: z**3, start=[0.5, 0.5], rate=1e-4, maxit=1)
    z = 0.5 + 0.5 * LINE["x"]
    move = 1e-4 * ((LINE["d"] - z**3) * 3 * z**2).sum()
    assert fit.weights["(Intercept)"] - 0.5 == pytest.approx(move, rel=1e-6)
    assert "unit with a function of your own, 1 step: " in str(fit)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(2, 40))
def test_rosenblatts_rule_separates_what_a_line_separates(seed, inputs, cases) -> None:
    numbers = np.random.default_rng(seed)
    x, w = numbers.normal(size=(cases, inputs)), numbers.normal(size=inputs + 1)
    sums = w[0] + x @ w[1:]
    x[:, 0] += np.sign(sums) * np.sign(w[1]) * 0.1 / abs(w[1])  # a gap, so that it ends soon
    d = (sums > 0).astype(float)
    if len(set(d)) < 2:
        return
    frame = pd.DataFrame(x, columns=[f"x{i}" for i in range(inputs)]).assign(d=d)
    fit = rnet.perceptron("d ~ .", frame, act="step", rate=1, maxit=20000)
    assert fit.converged
    assert fit.loss == 0
    assert fit.predict()["d"].tolist() == d.tolist()


def test_rosenblatts_steps() -> None:
    fit = rnet.perceptron("d ~ a + b", AND, act="step", rate=1, start=[0, 0, 0])
    w, path = np.zeros(3), [np.zeros(3)]
    x = np.column_stack([np.ones(4), AND[["a", "b"]]])
    while any((x @ w >= 0) != AND["d"]):
        for row, d in zip(x, AND["d"], strict=True):
            w = w + (d - float(w @ row >= 0)) * row
        path.append(w)
    assert fit.trace[["(Intercept)", "a", "b"]].to_numpy().tolist() == np.array(path).tolist()
    assert fit.trace["wrong"].iloc[-1] == 0
    assert fit.steps == len(path) - 1


def test_xor_is_beyond_one_unit() -> None:
    xor = AND.assign(d=[0.0, 1, 1, 0])
    fit = rnet.perceptron("d ~ a + b", xor, act="step", rate=1, maxit=200)
    assert not fit.converged
    assert "not separated" in str(fit)


def test_factor_response() -> None:
    rnet.set_seed(4)
    fit = rnet.perceptron("Species ~ Sepal.Length + Petal.Width", two_species(), act="step")
    assert fit.lev == ["setosa", "versicolor"]
    assert fit.predict(two_species().iloc[[0, 99]], type="class").tolist() == [
        "setosa",
        "versicolor",
    ]
    assert fit.summary().table.counts.tolist() == [[50, 0], [0, 50]]
    with pytest.raises(RError, match="inappropriate fit for prob"):
        fit.predict(type="prob")


def test_probabilities_of_a_logistic_unit() -> None:
    rnet.set_seed(5)
    fit = rnet.perceptron(LECTURE, INFERT)
    shares = fit.predict(INFERT, type="prob")
    assert list(shares.columns) == ["0", "1"]
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    np.testing.assert_allclose(shares["1"], fit.predict()["case"])
    assert set(rnet.predict(fit, INFERT, type="class")) == {"0", "1"}


def test_seed_repeats_the_start() -> None:
    rnet.set_seed(6)
    normal = rnet.rnorm(4)
    rnet.set_seed(6)
    fit = rnet.perceptron(LECTURE, INFERT, maxit=3)
    assert fit.path.weights[0].tolist() == normal.tolist()


def test_components_and_generics() -> None:
    rnet.set_seed(7)
    fit = rnet.perceptron(LECTURE, INFERT, maxit=40)
    assert fit["coefficients"].equals(fit.weights)
    assert rnet.coef(fit).equals(fit.weights)
    assert rnet.fitted(fit).equals(fit.predict(INFERT))
    assert list(fit.history) == ["epoch", "step", "loss", "accuracy", "grad_norm_1"]
    assert len(fit.trace) == 41
    assert fit["steps"] == 40
    assert fit.history["accuracy"].iloc[-1] == pytest.approx(
        np.mean((fit.predict(type="class") == "1") == (INFERT["case"] == 1))
    )
    assert "<pre" in fit._repr_html_()


def test_texts() -> None:
    fit = rnet.perceptron("d ~ x", LINE, act="linear", rate=0.05, start=[0, 0])
    assert str(fit) == (
        "Call:\n"
        'perceptron(formula = d ~ x, data = LINE, act = "linear", rate = 0.05, \n'
        "    start = c(0, 0))\n\n"
        "Weights:\n"
        "(Intercept)            x  \n"
        "        0.5          0.3  \n\n"
        "linear unit, 115 steps: sum of squared errors 0.1"
    )
    text = str(rnet.perceptron("d ~ x", LINE, act="linear", rate=0.05, start=[0, 0]).summary())
    assert "perceptron  lm" in text
    assert "predicted" in text
    one = rnet.perceptron("d ~ x", LINE, act="step", start=[0, 1])
    assert "step unit, 0 passes: sum of squared errors 0" in str(one)


@pytest.mark.parametrize("what", ["trace", "weights", "boundary"])
def test_plots(what) -> None:
    rnet.set_seed(8)
    fit = rnet.perceptron(LECTURE, INFERT, maxit=30)
    axes = rnet.plot(fit, what).axes[0]
    if what == "trace":
        assert axes.lines[0].get_ydata()[-1] == fit.loss
    elif what == "weights":
        assert [line.get_label() for line in axes.lines] == list(fit.weights.index)
    else:
        assert axes.get_xlabel() == "parity"
        drawn = fit.plot("boundary", variables=["induced", "spontaneous"]).axes[0]
        assert [drawn.get_xlabel(), drawn.get_ylabel()] == ["induced", "spontaneous"]


def test_boundary_lies_where_the_output_is_one_half() -> None:
    fit = rnet.perceptron("d ~ a + b", AND, act="logistic", start=[-3, 2, 2], maxit=1, rate=1e-9)
    [line] = [part for part in fit.plot("boundary").axes[0].collections
              if type(part).__name__ == "QuadContourSet"]  # fmt: skip
    points = line.get_paths()[0].vertices
    np.testing.assert_allclose(points.sum(axis=1), 1.5, atol=0.02)


def test_plot_of_one_input() -> None:
    fit = rnet.perceptron("d ~ x", LINE, act="tanh", start=[0, 1], maxit=2)
    axes = fit.plot("boundary").axes[0]
    x, y = axes.lines[0].get_data()
    weights = fit.weights.to_numpy()
    np.testing.assert_allclose(y, np.tanh(weights[0] + weights[1] * x), rtol=1e-12)


@pytest.mark.parametrize("act", ["logistic", "step"])
def test_saved_and_read(act, tmp_path) -> None:
    rnet.set_seed(9)
    fit = rnet.perceptron("Species ~ Sepal.Length + Petal.Width", two_species(), act=act, maxit=50)
    fit.save(tmp_path / "unit.npz")
    again = rnet.load_model(tmp_path / "unit.npz")
    assert str(again) == str(fit)
    assert again.trace.equals(fit.trace)
    new = two_species()
    assert (again.predict(new, "class") == fit.predict(new, "class")).all()
    with pytest.raises(RError, match="no cases"):
        again.plot("boundary")
    own = rnet.perceptron("d ~ x", LINE, act=np.tanh, maxit=1)
    with pytest.raises(RError, match="cannot be saved"):
        own.save(tmp_path / "own.npz")


REFUSED = {
    "explodes": ({"act": "linear", "rate": 1.0}, "steps explode"),
    "negative rate": ({"rate": -1}, "'rate' must be"),
    "three rates": ({"rate": [1, 2, 3]}, "one rate or two"),
    "rate as text": ({"rate": "fast"}, "one rate or two"),
    "bad own rate": ({"rate": lambda r: np.nan}, "'rate' must be"),
    "no steps": ({"maxit": 0}, "'maxit'"),
    "tolerance": ({"tol": -1}, "'tol'"),
    "softmax": ({"act": "softmax"}, "cannot be a softmax one"),
    "unknown": ({"act": "sinus"}, "unknown activation"),
    "short start": ({"start": [1, 2]}, "'start' must be 4 numbers"),
    "start as text": ({"start": "zero"}, "'start' must be"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_arguments(name) -> None:
    options, words = REFUSED[name]
    with pytest.raises(RError, match=words) as error:
        rnet.perceptron(LECTURE, INFERT, **options)
    assert error.value.advice


@pytest.mark.parametrize(
    ("formula", "data", "words"),
    [
        ("Species ~ Petal.Width", rnet.data("iris"), "cannot tell 3 classes"),
        ("Species ~ Petal.Width", two_species().iloc[:50], "one class|classes"),
        ("d ~ x", LINE.assign(x=[1, np.nan, 2, 3]), "missing values in 'x'"),
        ("d ~ x", LINE.assign(d=[1, np.inf, 2, 3]), "infinite values"),
        ("cbind(d, x) ~ x", LINE, "one output"),
        ("~ x", LINE, "no response"),
        ("d ~ 1", LINE, "no inputs"),
    ],
)
def test_refused_data(formula, data, words) -> None:
    with pytest.raises(RError, match=words):
        rnet.perceptron(formula, data)


def test_step_unit_needs_zeros_and_ones() -> None:
    with pytest.raises(RError, match="zeros and ones"):
        rnet.perceptron("parity ~ induced", INFERT, act="step")


def test_refused_pictures() -> None:
    fit = rnet.perceptron("d ~ a + b", AND, maxit=1)
    with pytest.raises(RError, match="should be one of"):
        fit.plot("surface")
    with pytest.raises(RError, match="two of the inputs"):
        fit.plot("boundary", variables=["a", "z"])


def test_perceptron_output() -> None:
    assert rnet.perceptron_output([0, 1, 1], [2, 3, 4], threshold=7) == 1
    assert rnet.perceptron_output([0, 1, 1], [2, 3, 4], threshold=7.5) == 0
    assert rnet.perceptron_output([0, 1, 1], [2, 3, 4], bias=-7.5) == 0
    rows = AND[["a", "b"]].to_numpy()
    assert rnet.perceptron_output(rows, [1, 1], threshold=2).tolist() == AND["d"].tolist()


@pytest.mark.parametrize(
    ("x", "w", "words"),
    [([1, 2], [1], "non-conformable"), (["a"], [1], "non-numeric"), ([np.nan], [1], "missing")],
)
def test_perceptron_output_refuses(x, w, words) -> None:
    with pytest.raises(RError, match=words):
        rnet.perceptron_output(x, w)


def test_from_r_code() -> None:
    code = """set.seed(1)
    fit <- perceptron(case ~ parity + induced + spontaneous, infert, act = "logistic", rate = .02)
    table(infert$case, predict(fit, infert) > .5)"""
    counts = rnet.r(code).counts
    assert counts.tolist() == [[143, 22], [37, 46]]
    assert rnet.r("perceptron_output(c(0, 1, 1), c(2, 3, 4), threshold = 5)") == 1
