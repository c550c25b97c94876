"""Models of tables read by chunks equal those fitted in memory, whatever the table is."""

import copy
from typing import Any

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, anova, glm, lm, logLik, predict, update
from rnet.language.parser import parse_expression
from rnet.linear.chunked import source
from rnet.linear.chunked.elementwise import check_elementwise
from rnet.linear.chunked.triangle import joined, least_squares, triangle_of
from rnet.linear.lm_fit import lm_fit

SAME = 1e-10
"""What is asked for: the sums are formed in another order than in memory."""

pyarrow = pytest.importorskip("pyarrow")


def table() -> pd.DataFrame:
    rng = np.random.default_rng(7)
    n = 1200
    d = pd.DataFrame(
        {
            "x": rng.normal(size=n),
            "z": rng.normal(size=n),
            "g": rng.choice(list("bac"), n),
            "k": rng.integers(0, 12, n),
            "w": rng.integers(1, 5, n).astype(float),
            "l": rng.random(n) > 0.5,
            "c": pd.Categorical(rng.choice(["lo", "mid", "hi"], n), ["lo", "mid", "hi", "never"]),
        }
    )
    eta = 0.3 + 0.5 * d.x - 0.2 * d.z + 0.3 * (d.g == "b")
    chance = 1 / (1 + np.exp(-eta))
    d["y"] = eta + rng.normal(size=n)
    d["b"] = (rng.random(n) < chance).astype(float)
    d["answer"] = pd.Categorical(np.where(d.b > 0, "yes", "no"))
    d["s"] = rng.binomial(6, chance).astype(float)
    d["f"] = 6 - d.s
    d["p"] = rng.poisson(np.exp(eta)).astype(float)
    d["t"] = rng.gamma(2, np.exp(eta) / 2)
    d.loc[3:40, "z"] = np.nan
    d["z2"] = 2 * d.z
    d.loc[9, "w"] = 0.0
    return d


DATA = table()
NEW = DATA.tail(30)


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch) -> None:
    monkeypatch.setattr(source, "CHUNK", 397)


@pytest.fixture(scope="module")
def parquet(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("data") / "d.parquet"
    DATA.to_parquet(path, row_group_size=250)
    return str(path)


def apart(a, b) -> float:
    """Return the largest difference relative to the larger of the two numbers; of none 0."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    assert a.shape == b.shape
    np.testing.assert_array_equal(np.isnan(a), np.isnan(b))
    known = np.isfinite(a)
    size = np.maximum(np.maximum(np.abs(a[known]), np.abs(b[known])), 1e-300)
    return float(np.max(np.abs(a[known] - b[known]) / size, initial=0.0))


def assert_same(small, big) -> None:
    """What the two fits tell is the same to the digits asked for."""
    assert list(small.coef().index) == list(big.coef().index)
    assert small.rank == big.rank
    assert (small.df_residual, small.nobs(), small.omitted) == (
        big.df_residual,
        big.nobs(),
        big.omitted,
    )
    assert small.xlevels == big.xlevels
    pairs = [
        (small.coef(), big.coef()),
        (small.vcov(), big.vcov()),
        (small.confint_default(), big.confint_default()),
        (small.deviance, big.deviance),
        (small.scale_squared, big.scale_squared),
        (logLik(small).value, logLik(big).value),
        (predict(small, NEW), predict(big, NEW)),
        (small.glance().iloc[0], big.glance().iloc[0]),
    ]
    assert max(apart(*pair) for pair in pairs) < SAME
    terms = predict(small, NEW, type="terms"), predict(big, NEW, type="terms")
    np.testing.assert_allclose(*(np.asarray(t) for t in terms), rtol=0, atol=SAME)


def after_call(text: str) -> str:
    """Return a printed fit without its call, which names the table."""
    return text[text.index("Coefficients:") :]


LINEAR = {
    "y ~ x + z + g": {},
    "y ~ x * g + log(w + 1) + z2 + z + c + l": {},
    "y ~ poly(x, 2, raw = TRUE) + factor(k) - 1": {"weights": "w", "subset": "w > 0.1"},
    "y ~ .": {"weights": "w"},
    "log(t) ~ x + offset(z)": {"offset": "w"},
    "y ~ ns(x, knots = c(-1, 1), Boundary.knots = c(-5, 5)) + relevel(c, ref = 'hi')": {},
    "y ~ cut(x, breaks = c(-9, 0, 9)) + g:l": {"contrasts": {"g": "contr.sum"}},
    "y ~ I(x^2) + 0": {},
    "y ~ 1": {},
}


@pytest.mark.parametrize("formula", LINEAR)
@pytest.mark.filterwarnings("ignore:prediction from rank-deficient fit")
def test_lm_of_a_file_equals_lm_in_memory(formula, parquet) -> None:
    small, big = lm(formula, DATA, **LINEAR[formula]), lm(formula, parquet, **LINEAR[formula])
    assert_same(small, big)
    assert apart(small.confint(), big.confint()) < SAME
    assert after_call(str(small.summary())) == after_call(str(big.summary()))
    if small.terms.labels:
        assert str(anova(small)) == str(anova(big))


GENERALIZED = {
    "b ~ x + z + g": ("binomial", {}),
    "answer ~ x * g + z + z2": (rnet.binomial("probit"), {}),
    "cbind(s, f) ~ x + g": ("binomial", {}),
    "s / 6 ~ x + g": ("binomial", {"weights": "f + s"}),
    "p ~ x + z + offset(log(w + 1))": ("poisson", {"weights": "w"}),
    "t ~ x + z + factor(k)": (rnet.Gamma("log"), {"weights": "w + 1"}),
    "t ~ x": (rnet.inverse_gaussian("log"), {"subset": "x > -1"}),
    "y ~ x + z": ("gaussian", {"weights": "w + 1", "offset": "x"}),
    "p ~ x + g - 1": ("quasipoisson", {}),
    "b ~ x + g": ("quasibinomial", {"start": [0, 0, 0, 0]}),
}


@pytest.mark.parametrize("formula", GENERALIZED)
@pytest.mark.filterwarnings("ignore:prediction from rank-deficient fit")
def test_glm_of_a_file_equals_glm_in_memory(formula, parquet) -> None:
    family, wanted = GENERALIZED[formula]
    small, big = glm(formula, family, DATA, **wanted), glm(formula, family, parquet, **wanted)
    assert_same(small, big)
    assert (small.iter, small.converged, small.df_null) == (big.iter, big.converged, big.df_null)
    assert apart([small.null_deviance, small.aic], [big.null_deviance, big.aic]) < SAME
    assert after_call(str(small)) == after_call(str(big))
    assert after_call(str(small.summary())) == after_call(str(big.summary()))
    assert str(anova(small)) == str(anova(big))


def tables(path: str, kind: str) -> Any:
    """Return the data as a table of a kind."""
    if kind.startswith("path"):
        return {"path": path, "paths": [path, path]}.get(kind, path.replace("d.parq", "*.parq"))
    if kind in ("polars", "lazy"):
        polars = pytest.importorskip("polars")
        return polars.from_pandas(DATA) if kind == "polars" else polars.scan_parquet(path)
    if kind == "dask":
        return pytest.importorskip("dask.dataframe").from_pandas(DATA, npartitions=7)
    if kind == "table":
        return pyarrow.Table.from_pandas(DATA)
    return pytest.importorskip("pyarrow.dataset").dataset(path)


@pytest.mark.parametrize(
    "kind", ["path", "paths", "path with *", "dataset", "table", "polars", "lazy", "dask"]
)
def test_every_kind_of_table_is_read(kind, parquet) -> None:
    known = tables(parquet, kind)
    data = DATA if kind != "paths" else pd.concat([DATA, DATA])
    assert_same(lm("y ~ x + g + z + l", data), lm("y ~ x + g + z + l", known))
    assert_same(glm("b ~ x + g", "binomial", data), glm("b ~ x + g", "binomial", known))


def test_dask_gives_the_same_bits_whoever_computes() -> None:
    frames = pytest.importorskip("dask.dataframe")
    dask = pytest.importorskip("dask")
    table = frames.from_pandas(DATA, npartitions=7)
    found = []
    for scheduler in ("synchronous", "threads"):
        with dask.config.set(scheduler=scheduler):
            found.append(glm("b ~ x + g + z", "binomial", table).vcov())
    np.testing.assert_array_equal(*found)


def test_categories_that_differ_from_chunk_to_chunk() -> None:
    schema = pyarrow.schema(
        [("y", pyarrow.float64()), ("g", pyarrow.dictionary(pyarrow.int8(), pyarrow.string()))]
    )
    parts = [
        pyarrow.Table.from_pydict(
            {"y": [1.0, 2.0, 4.0], "g": pyarrow.array(g).dictionary_encode().cast(schema[1].type)},
            schema,
        )
        for g in (["b", "a", "b"], ["c", "a", "c"])
    ]
    fit = lm("y ~ g", pyarrow.concat_tables(parts))
    assert fit.xlevels == {"g": ["b", "a", "c"]}
    assert list(fit.coef().round(12)) == [2.5, -0.5, 0.0]


def test_models_are_compared_and_changed(parquet) -> None:
    first, second = lm("y ~ x", parquet), lm("y ~ x + g", parquet)
    table = anova(first, second)
    expected = anova(lm("y ~ x", DATA), lm("y ~ x + g", DATA))
    assert apart(table.values, expected.values) < SAME
    assert apart(update(first, ". ~ . + g").coef(), second.coef()) == 0
    logit = [glm(f, "binomial", parquet) for f in ("b ~ x", "b ~ x + g")]
    whole = [glm(f, "binomial", DATA) for f in ("b ~ x", "b ~ x + g")]
    assert apart(anova(*logit).values, anova(*whole).values) < SAME
    with pytest.raises(RError, match="Rao's test needs the cases"):
        anova(logit[1], test="Rao")


@pytest.mark.parametrize(
    "what", ["residuals", "fitted", "hatvalues", "cooks_distance", "rstandard", "predict", "drop1"]
)
def test_what_is_as_long_as_the_table_is_not_kept(what, parquet) -> None:
    for fit in (lm("y ~ x", parquet), glm("b ~ x", "binomial", parquet)):
        with pytest.raises(RError, match="of a model fitted by chunks are not kept"):
            getattr(fit, what)()


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("y ~ poly(x, 2)", r"'poly\(x, 2\)' cannot be evaluated by chunks"),
        ("y ~ I(x - mean(x))", r"'mean\(x\)' cannot"),
        ("y ~ scale(x)", "'scale"),
        ("y ~ scale(x, center = TRUE, scale = 2)", "'scale"),
        ("y ~ ns(x, 3)", "'ns"),
        ("y ~ bs(x, knots = 1)", "'bs"),
        ("y ~ cut(x, 3)", "'cut"),
        ("y ~ C(g, sum)", "'C"),
        ("y ~ q", "object 'q' not found"),
        ("y ~ x:l:never", "object 'never' not found"),
        ("g ~ x", "NA/NaN/Inf in 'y'"),
        ("~ x", "incompatible dimensions"),
        ("cbind(x, y) ~ z", "several responses"),
    ],
)
@pytest.mark.filterwarnings("ignore:NAs introduced")
def test_what_needs_all_rows_is_refused(formula, message, parquet) -> None:
    with pytest.raises(RError, match=message):
        lm(formula, parquet)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"weights": DATA.w}, "'weights' must be an expression of the data"),
        ({"subset": [1, 2, 3]}, "'subset' must be an expression"),
        ({"subset": "k + 1"}, "'subset' must be logical"),
        ({"weights": "-w"}, "missing or negative weights not allowed"),
        ({"na_action": "na.fail"}, "missing values in object"),
        ({"na_action": "na.pass"}, "NA/NaN/Inf in 'x'"),
        ({"subset": "x > 100"}, r"0 \(non-NA\) cases"),
        ({"singular_ok": False}, "singular fit encountered"),
    ],
)
def test_arguments_are_checked(wanted, message, parquet) -> None:
    with pytest.raises(RError, match=message):
        lm("y ~ x + z + z2", parquet, **wanted)


def test_glm_checks_as_in_memory(parquet) -> None:
    for wanted in ({"mustart": "b"}, {"etastart": "b"}):
        with pytest.raises(RError, match="must be left out"):
            glm("b ~ x", "binomial", parquet, **wanted)
    with pytest.raises(RError, match="length of 'start' should equal 2"):
        glm("b ~ x", "binomial", parquet, start=[1.0])
    with pytest.raises(RError, match="y values must be 0 <= y <= 1"):
        glm("p ~ x", "binomial", parquet)
    with pytest.raises(RError, match="no valid set of coefficients"):
        glm("t ~ x + z", "Gamma", parquet)
    formula = "b ~ I(b * 9 + x)"
    with pytest.warns(match="fitted probabilities numerically 0 or 1") as told:
        glm(formula, "binomial", DATA)
    with pytest.warns(match="fitted probabilities numerically 0 or 1") as told_by_chunks:
        glm(formula, "binomial", parquet)
    assert [str(w.message) for w in told] == [str(w.message) for w in told_by_chunks]


def test_a_factor_as_response_of_lm_gives_its_codes_and_warnings(parquet) -> None:
    with pytest.warns(match="factor") as told:
        small = lm("answer ~ x", DATA)
    with pytest.warns(match="factor") as told_by_chunks:
        big = lm("answer ~ x", parquet)
    assert [str(w.message) for w in told] == [str(w.message) for w in told_by_chunks]
    assert_same(small, big)


def test_a_step_that_leaves_the_range_is_halved(parquet) -> None:
    wanted = {"start": [-1.0, 0.05]}
    with pytest.warns(match="step size truncated") as told:
        small = glm("b ~ x", rnet.binomial("log"), DATA, **wanted)
    with pytest.warns(match="step size truncated") as told_by_chunks:
        big = glm("b ~ x", rnet.binomial("log"), parquet, **wanted)
    assert [str(w.message) for w in told] == [str(w.message) for w in told_by_chunks]
    assert apart(small.coef(), big.coef()) < 1e-8
    assert small.iter == big.iter


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(RError, match="there is none at 'nowhere'"):
        lm("y ~ x", "nowhere")


def test_variables_of_the_user_travel_with_the_formula(parquet) -> None:
    shift = 2.5

    def double(values):
        return 2 * values

    found = lm("y ~ I(x - shift) + double(z)", parquet)
    assert apart(found.coef(), lm("y ~ I(x - shift) + double(z)", DATA).coef()) < SAME
    assert shift == double(1.25)


def test_triangles_join_to_the_fit_of_all() -> None:
    rng = np.random.default_rng(5)
    x, y = rng.normal(size=(60, 6)), rng.normal(size=60)
    x[:, 3] = x[:, 1] + x[:, 2]
    whole = lm_fit(x, y)
    parts = [triangle_of(x[a:b], y[a:b]) for a, b in [(0, 1), (1, 5), (5, 5), (5, 40), (40, 60)]]
    found = copy.copy(parts[0])
    for part in parts[1:]:
        found = joined(found, part)
    fit, residual = least_squares(found, 60, 1e-7)
    assert fit.rank == 5
    assert list(fit.qr.pivot) == list(whole.qr.pivot)
    np.testing.assert_allclose(fit.coefficients, whole.coefficients, rtol=1e-12)
    np.testing.assert_allclose(residual, np.sum(whole.residuals**2), rtol=1e-12)


def test_parameters_may_depend_on_each_other_but_not_on_the_data() -> None:
    check_elementwise(parse_expression("I(x - mean(c(1, 2)))"), ["x"])
    check_elementwise(parse_expression("scale(x, 2, scale = 3, center = max(1, 2))"), ["x"])
