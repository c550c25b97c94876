"""What lm and glm do with odd input: R's messages, and R's answers where it has one."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet import RError, RWarning, data, glm, lm, predict
from rnet.linear.qr import coefficients, decompose, residual_part
from rnet.values import is_na

X = np.arange(1.0, 7.0)
Y = np.array([0.0, 1.0, 0.0, 1.0, 1.0, 1.0])
FRAME = pd.DataFrame({"x": X, "y": Y, "n": X - 3, "g": pd.Categorical(list("ababcc"))})
LOST = "cannot find valid starting values: please specify some"

# Every message was read off R 4.2.2.
MESSAGES = [
    (
        lambda: glm("n ~ x", "poisson", FRAME),
        "negative values not allowed for the 'Poisson' family",
    ),
    (
        lambda: glm("n ~ x", "quasipoisson", FRAME),
        "negative values not allowed for the 'quasiPoisson' family",
    ),
    (
        lambda: glm("y ~ x", "Gamma", FRAME),
        "non-positive values not allowed for the 'Gamma' family",
    ),
    (
        lambda: glm("y ~ x", "inverse.gaussian", FRAME),
        "positive values only are allowed for the 'inverse.gaussian' family",
    ),
    (lambda: glm("x ~ y", "binomial", FRAME), "y values must be 0 <= y <= 1"),
    (
        lambda: glm("cbind(x, y, n) ~ x", "binomial", FRAME),
        "for the 'binomial' family, y must be a vector of 0 and 1's\nor a 2 column matrix "
        "where col 1 is no. successes and col 2 is no. failures",
    ),
    (lambda: glm("y ~ x", rnet.gaussian("log"), FRAME), LOST),
    (lambda: glm("y ~ x", rnet.gaussian("inverse"), FRAME), LOST),
    (lambda: glm("x ~ y", rnet.poisson("identity"), FRAME, start=[-1, 0]), LOST),
    (lambda: rnet.binomial("foo"), "‘foo’ link not recognised"),
    (lambda: glm("x ~ n", rnet.gaussian("logit"), FRAME), "Value 2 out of range (0, 1)"),
    (lambda: glm("y ~ x", "binomial", FRAME, mustart=X), "Value 2 out of range (0, 1)"),
    (lambda: rnet.binomial().linkfun(-1e-9), "Value -1e-09 out of range (0, 1)"),
    (
        lambda: glm("y ~ x", "binomial", FRAME, etastart=[0, 1]),
        "variable lengths differ (found for '(etastart)')",
    ),
    (
        lambda: glm("y ~ x", "binomial", FRAME, mustart=[0.5]),
        "variable lengths differ (found for '(mustart)')",
    ),
    (lambda: glm("y ~ x", "foo", FRAME), "object 'foo' of mode 'function' was not found"),
    (
        lambda: rnet.quasi(variance="foo"),
        "'variance' \"foo\" is invalid: possible values are "
        '"mu(1-mu)", "mu", "mu^2", "mu^3" and "constant"',
    ),
    (
        lambda: glm("y ~ x", "binomial", FRAME, start=[1, 2, 3]),
        "length of 'start' should equal 2 and correspond to initial coefs for "
        'c("(Intercept)", "x")',
    ),
    (lambda: glm("y ~ x", "binomial", FRAME, weights="-x"), "negative weights not allowed"),
    (lambda: lm("y ~ x", FRAME, weights="-x"), "missing or negative weights not allowed"),
    (lambda: lm("y ~ x", FRAME, weights="g"), "'weights' must be a numeric vector"),
    (lambda: glm("y ~ x", "binomial", FRAME, weights=["a"] * 6),
     "'weights' must be a numeric vector"),
    (lambda: lm("y ~ x", FRAME, weights="x > 2"), "'weights' must be a numeric vector"),
    (lambda: lm("y ~ x", FRAME, weights="Inf * x"), "NA/NaN/Inf in 'x'"),
    (lambda: lm("y ~ x", FRAME, offset=list("abcdef")), "'offset' must be numeric"),
    (lambda: lm("y ~ x + offset(t)", FRAME.assign(t="a")),
     "non-numeric argument to binary operator"),
    (lambda: lm("y ~ x", "FRAME"), "'data' must be a data.frame, environment, or list"),
    (lambda: lm("y ~ x", FRAME[["x", "y"]].to_numpy()),
     "'data' must be a data.frame, not a matrix or an array"),
    (lambda: lm("y ~ x", FRAME, weights=X[:3]), "variable lengths differ (found for '(weights)')"),
    (lambda: lm("y ~ x", FRAME, offset=X[:3]), "variable lengths differ (found for '(offset)')"),
    (lambda: rnet.glm_control(epsilon=-1), "value of 'epsilon' must be > 0"),
    (
        lambda: glm("y ~ x", "binomial", FRAME, control={"maxit": 0}),
        "maximum number of iterations must be > 0",
    ),
    (
        lambda: glm("y ~ x", "binomial", FRAME, control={"foo": 0}),
        "unused argument (foo = 0)",
    ),
    (lambda: lm("log(y) ~ x", FRAME), "NA/NaN/Inf in 'y'"),
    (lambda: lm("x ~ log(y)", FRAME), "NA/NaN/Inf in 'x'"),
    (lambda: lm("log(y) ~ I(1/y)", FRAME), "NA/NaN/Inf in 'x'"),
    (lambda: glm("log(y) ~ x", data=FRAME), "NA/NaN/Inf in 'y'"),
    (lambda: lm("y ~ x", FRAME[:0]), "0 (non-NA) cases"),
    (lambda: lm("y ~ x", FRAME.assign(x=np.nan)), "0 (non-NA) cases"),
    (lambda: lm("~ x", FRAME), "incompatible dimensions"),
    (lambda: lm("y ~ x + I(2*x)", FRAME, singular_ok=False), "singular fit encountered"),
    (
        lambda: glm("y ~ x + I(2*x)", data=FRAME, singular_ok=False),
        "singular fit encountered",
    ),
    (lambda: lm("y ~ x", FRAME.assign(x=[None, *X[1:]]), na_action="na.fail"),
     "missing values in object"),
    (lambda: lm("y ~ nope", FRAME), "object 'nope' not found"),
    (lambda: predict(lm("y ~ g", FRAME), pd.DataFrame({"g": ["z"]})), "factor g has new level z"),
    (
        lambda: predict(lm("y ~ x", FRAME), pd.DataFrame({"x": pd.Categorical(["1", "2"])})),
        "variable 'x' was fitted with type \"numeric\" but type \"factor\" was supplied",
    ),
    (lambda: glm("y ~ 0 + offset(n)", rnet.poisson("sqrt"), FRAME),
     "invalid linear predictor values in empty model"),
    (lambda: glm("y ~ 0 + offset(n)", rnet.poisson("identity"), FRAME),
     "invalid fitted means in empty model"),
    (lambda: lm("y ~ poly(x, 0)", FRAME), "'degree' must be at least 1"),
    (lambda: lm("y ~ poly(x, 6)", FRAME), "'degree' must be less than number of unique points"),
    (lambda: lm("y ~ bs(x, degree = 0)", FRAME), "'degree' must be integer >= 1"),
    (lambda: lm("y ~ ns(g, 2)", FRAME), "non-numeric argument to binary operator"),
    (lambda: lm("y ~ bs(t)", FRAME.assign(t="a")), "non-numeric argument to binary operator"),
    (lambda: lm("y ~ ns(x, 2)", FRAME.assign(x=np.nan)),
     "missing values and NaN's not allowed if 'na.rm' is FALSE"),
    (lambda: lm("y ~ cut(g, 2)", FRAME), "'x' must be numeric"),
    (lambda: lm("y ~ cut(x, 1)", FRAME), "invalid number of intervals"),
    (lambda: lm(data=FRAME), 'argument "formula" is missing, with no default'),
]  # fmt: skip


@pytest.mark.parametrize(("act", "message"), MESSAGES, ids=[m for _, m in MESSAGES])
def test_errors_say_what_r_says(act, message) -> None:
    with pytest.raises(RError) as caught:
        act()
    assert caught.value.message == message
    assert caught.value.advice


@pytest.mark.parametrize(
    ("family", "sign", "message"),
    [
        ("poisson", "<", "missing value where TRUE/FALSE needed"),
        ("quasipoisson", "<", "missing value where TRUE/FALSE needed"),
        ("Gamma", "<=", "missing value where TRUE/FALSE needed"),
        ("inverse.gaussian", "<=", "missing value where TRUE/FALSE needed"),
        ("gaussian", "-", "NA/NaN/Inf in 'y'"),
    ],
)
def test_a_factor_as_response_ends_as_in_r(family, sign, message) -> None:
    with (
        pytest.warns(RWarning, match=f"^‘{sign}’ not meaningful for factors"),
        pytest.raises(RError) as caught,
    ):
        glm("g ~ x", family, FRAME)
    assert caught.value.message == message


def test_first_values_follow_the_rows_used() -> None:
    mtcars = data("mtcars")
    eta = np.zeros(32)
    eta[0] = np.nan
    assert glm("am ~ wt", "binomial", mtcars, etastart=eta).df_residual == 29
    by_name = glm("am ~ wt", "binomial", mtcars, etastart="hp/1000", subset="cyl > 4")
    given = glm(
        "am ~ wt", "binomial", mtcars, etastart=mtcars["hp"] / 1000, subset=mtcars["cyl"] > 4
    )
    assert by_name.iter == given.iter
    assert by_name.coef().tolist() == given.coef().tolist()
    assert glm("am ~ wt", "binomial", mtcars, etastart="hp/1000").iter == 7
    frame = rnet.model_frame("mpg ~ wt", mtcars[:3], extras={"etastart": [1, np.nan, 3]})
    assert rnet.format_r(frame).splitlines() == [
        "            mpg   wt (etastart)",
        "Mazda RX4  21.0 2.62          1",
        "Datsun 710 22.8 2.32          3",
    ]


def test_poisson_likelihood_of_fractions_is_nothing() -> None:
    frame = pd.DataFrame({"y": [1, 2.5, 3, 4.25, 0.0000001], "x": X[:5]})
    with pytest.warns(RWarning) as caught:
        fit = glm("y ~ x", "poisson", frame)
    assert [w.message.message for w in caught] == [
        "non-integer x = 2.500000", "non-integer x = 4.250000",
    ]  # fmt: skip
    assert fit.aic == np.inf
    assert fit.coef().round(5).tolist() == [0.80022, -0.01163]
    with pytest.warns(RWarning):
        assert np.isnan(glm("y ~ x", "poisson", frame, weights=[1, 0, 1, 0, 1]).aic)
    almost = frame.assign(y=[1e6 + 1e-2, 2, 3, 4 + 1e-8, 5 + 1e-7])
    assert round(glm("y ~ x", "poisson", almost).aic, 3) == 543.853
    with pytest.warns(RWarning, match=r"non-integer x = 5\.000001"):
        assert glm("y ~ x", "poisson", frame.assign(y=[1, 2, 3, 4, 5 + 1e-6])).aic == np.inf


def test_any_link_that_exists_can_be_tried() -> None:
    assert str(rnet.binomial("sqrt")) == "\nFamily: binomial \nLink function: sqrt \n"
    fit = glm("carb ~ wt", rnet.poisson("inverse"), data("mtcars"))
    assert fit.coef().round(5).tolist() == [0.58883, -0.06824]
    assert fit.coef().index.tolist() == ["(Intercept)", "wt"]


def test_unknown_kind_of_residual_or_prediction() -> None:
    fit = glm("y ~ x", "binomial", FRAME)
    with pytest.raises(RError, match="'arg' should be one of “deviance”, “pearson”"):
        fit.residuals("foo")
    with pytest.raises(RError, match="'arg' should be one of “link”, “response”"):
        fit.predict(type="foo")


@pytest.mark.parametrize("fit", [lm("y ~ x", FRAME), glm("y ~ x", "binomial", FRAME)])
def test_the_start_of_a_kind_is_enough(fit) -> None:
    assert fit.residuals("pear").equals(fit.residuals("pearson"))
    with pytest.raises(RError, match="'arg' should be one of"):
        fit.residuals("p")


def caught_messages(act):
    with pytest.warns(RWarning) as caught:
        act()
    return [w.message.message for w in caught]


def test_warnings_are_those_of_r() -> None:
    shares = FRAME.assign(p=[0, 0.2, 0.3, 0.4, 0.5, 0.6])
    assert caught_messages(lambda: glm("p ~ x", "binomial", shares)) == [
        "non-integer #successes in a binomial glm!"
    ]
    assert caught_messages(lambda: glm("cbind(p, 1) ~ x", "binomial", shares)) == [
        "non-integer counts in a binomial glm!"
    ]
    # How often a step must be cut is decided by the last digit; that and how it ends is not.
    rare = FRAME.assign(r=[0, 0, 0, 0, 0, 1.0])
    *cuts, first, second, third = caught_messages(lambda: glm("r ~ x", rnet.binomial("log"), rare))
    assert set(cuts) == {"step size truncated: out of bounds"}
    assert [first, second, third] == [
        "glm.fit: algorithm did not converge",
        "glm.fit: algorithm stopped at boundary value",
        "glm.fit: fitted probabilities numerically 0 or 1 occurred",
    ]
    assert caught_messages(lambda: lm("factor(y) ~ x", FRAME)) == [
        'using type = "numeric" with a factor response will be ignored',
        "‘-’ not meaningful for factors",
    ]


def test_collinear_columns_have_na_coefficients_and_warn_in_predictions() -> None:
    fit = lm("y ~ x + x2", FRAME.assign(x2=2 * X))
    assert is_na(fit.coef().to_numpy()).tolist() == [False, False, True]
    broken = pd.DataFrame({"x": [1.0, 2.0], "x2": [2.0, 3.0]})
    kept = pd.DataFrame({"x": [1.0, 2.0], "x2": [2.0, 4.0]})
    assert caught_messages(lambda: fit.predict(broken)) == [
        'prediction from rank-deficient fit; attr(*, "non-estim") has doubtful cases'
    ]
    assert fit.predict(kept).round(7).tolist() == [0.2380952, 0.4095238]
    with rnet.options(r_version="4.2"):
        assert caught_messages(lambda: fit.predict(kept)) == [
            "prediction from a rank-deficient fit may be misleading"
        ]


@pytest.mark.parametrize("formula", ["y ~ I(0*x)", "y ~ x + I(x^2) + I(x^3)"])
def test_columns_without_information(formula) -> None:
    fit = lm(formula, FRAME[:2])
    assert fit.rank == fit.coef().notna().sum() == (1 if "0*x" in formula else 2)


def test_near_collinearity_is_lm_s_affair_not_glm_s() -> None:
    frame = FRAME.assign(z=X + 1e-9 * np.array([3, 1, 4, 1, 5, 9]))
    assert lm("y ~ x + z", frame).rank == 2
    assert glm("y ~ x + z", data=frame).rank == 3


@pytest.mark.parametrize(
    "response",
    [
        pd.Series(Y),
        pd.Series(Y > 0.5),
        pd.Series(pd.Categorical(np.where(Y > 0.5, "yes", "no"), categories=["no", "yes"])),
        pd.Series(pd.Categorical(np.where(Y > 0.5, "c", "a"), categories=["a", "b", "c"])),
        pd.Series(Y).astype(int),
        pd.Series(Y > 0.5).astype("boolean"),
    ],
    ids=["0/1", "logical", "factor", "unused level", "integer", "boolean"],
)
def test_binary_responses_of_every_kind_agree(response) -> None:
    frame = pd.DataFrame({"x": X, "r": response})
    fit = glm("r ~ x", family="binomial", data=frame)
    expected = glm("y ~ x", family="binomial", data=FRAME)
    assert fit.coef().tolist() == expected.coef().tolist()


def test_counts_and_weighted_proportions_agree() -> None:
    frame = data("menarche")
    counts = glm("cbind(Menarche, Total - Menarche) ~ Age", "binomial", frame)
    shares = glm("Menarche/Total ~ Age", "binomial", frame, weights="Total")
    np.testing.assert_allclose(counts.coef(), shares.coef(), rtol=1e-12)
    assert rnet.AIC(counts) == pytest.approx(rnet.AIC(shares), rel=1e-12)


def test_weights_of_zero_take_no_part() -> None:
    whole = lm("y ~ x", FRAME, weights=np.array([0.0, 1, 2, 3, 4, 5]))
    part = lm("y ~ x", FRAME[1:], weights=np.array([1.0, 2, 3, 4, 5]))
    assert whole.coef().tolist() == part.coef().tolist()
    assert (rnet.nobs(whole), whole.df_residual) == (5, 3)
    assert round(rnet.BIC(whole), 6) == 7.327226
    assert whole.fitted().round(7).tolist()[0] == 0.3428571
    assert whole.residuals("pearson").round(7).tolist()[:2] == [0.0, 0.5142857]
    assert glm("y ~ x", data=FRAME, weights=np.array([0.0, 1, 2, 3, 4, 5])).df_null == 4


def test_na_exclude_pads_and_na_omit_does_not() -> None:
    frame = FRAME.assign(x=[np.nan, *X[1:]])
    padded = lm("y ~ x", frame, na_action=rnet.na_exclude)
    short = lm("y ~ x", frame)
    assert is_na(padded.fitted().to_numpy()).tolist() == [True] + [False] * 5
    assert list(short.residuals().index) == ["2", "3", "4", "5", "6"]
    assert padded.na_action.to_dict() == {"1": 1}
    assert "(1 observation deleted due to missingness)" in str(glm("y ~ x", data=frame))


def test_missing_predictors_give_missing_predictions() -> None:
    new = pd.DataFrame({"x": [1.0, np.nan]})
    assert predict(lm("y ~ x", FRAME), new).round(7).tolist()[0] == 0.2380952
    shares = predict(glm("y ~ x", "binomial", FRAME), new, type="response")
    assert (round(shares.iloc[0], 7), np.isnan(shares.iloc[1])) == (0.1644699, True)


def test_families_are_given_in_three_ways() -> None:
    texts = [
        str(glm("y ~ x", data=FRAME, family=family).call.arguments[1].value)
        for family in ("binomial", rnet.binomial, rnet.binomial())
    ]
    assert len(set(texts)) == 3
    assert 'family = binomial(link = "probit")' in str(
        glm("y ~ x", rnet.binomial(link="probit"), FRAME)
    )
    positive = glm("x ~ y", rnet.inverse_gaussian("log"), FRAME)
    assert 'family = inverse.gaussian("log")' in str(positive)
    assert "family = inverse.gaussian, " in str(glm("x ~ y", rnet.inverse_gaussian, FRAME))


def test_offsets_are_part_of_predictions() -> None:
    fit = lm("y ~ x", FRAME, offset="n")
    new = pd.DataFrame({"x": [1.0], "n": [1.0]})
    plain = lm("I(y - n) ~ x", FRAME)
    assert predict(fit, new).iloc[0] == pytest.approx(predict(plain, new).iloc[0] + 1)
    given = lm("y ~ x", FRAME, offset=FRAME["n"].to_numpy())
    with pytest.raises(RError, match="Give the offset as an expression of the data"):
        predict(given, new)


def test_names_come_from_the_caller() -> None:
    response, predictor = Y, X
    assert "response ~ predictor" in str(lm("response ~ predictor"))
    assert predictor is X
    assert response is Y


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 12), st.integers(1, 5), st.integers(0, 10**6), st.integers(-200, 200))
def test_decomposition_solves_least_squares(rows, columns, seed, power) -> None:
    random = np.random.default_rng(seed)
    scale = 10.0**power
    matrix, y = random.normal(size=(rows, columns)) * scale, random.normal(size=rows)
    qr = decompose(matrix)
    effects = qr.transposed_times(y)
    assert qr.rank == min(rows, columns)
    fitted = matrix @ np.nan_to_num(coefficients(qr, effects))
    np.testing.assert_allclose(fitted + residual_part(qr, effects), y, atol=1e-9)
    np.testing.assert_allclose(qr.times(effects), y, atol=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 9), st.integers(0, 10**6))
def test_a_repeated_column_goes_to_the_right_edge(rows, seed) -> None:
    random = np.random.default_rng(seed)
    first, last = random.normal(size=(2, rows))
    qr = decompose(np.column_stack([first, -3 * first, last]))
    assert (qr.rank, qr.pivot.tolist()) == (2, [0, 2, 1])
