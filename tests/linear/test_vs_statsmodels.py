"""`lm` and `glm` beside statsmodels, an oracle that shares no code and no author with R."""

import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.genmod import families

import rnet
from rnet import data, glm, lm, predict, residuals

# statsmodels solves least squares by a pseudoinverse (SVD), rnet by Householder reflections;
# the designs here have condition numbers up to 1e4.
OTHER_SOLVER = 1e-9
# Both iterate until the deviance stands still; flat links leave half of its digits to the
# coefficients.
SETTLED = 2e-7
# Residuals and predictions near 0 lose the digits of what cancels.
NEAR_0 = 1e-5

TIGHT = {"epsilon": 1e-14, "maxit": 200}
LINKS = {
    "identity": families.links.Identity,
    "log": families.links.Log,
    "inverse": families.links.InversePower,
    "1/mu^2": families.links.InverseSquared,
    "sqrt": families.links.Sqrt,
    "logit": families.links.Logit,
    "probit": families.links.Probit,
    "cauchit": families.links.Cauchy,
    "cloglog": families.links.CLogLog,
}
FAMILIES: dict[str, tuple[Callable, type]] = {
    "gaussian": (rnet.gaussian, families.Gaussian),
    "binomial": (rnet.binomial, families.Binomial),
    "poisson": (rnet.poisson, families.Poisson),
    "Gamma": (rnet.Gamma, families.Gamma),
    "inverse.gaussian": (rnet.inverse_gaussian, families.InverseGaussian),
}
ALLOWED = {
    "gaussian": ("identity", "log", "inverse"),
    "binomial": ("logit", "probit", "cloglog", "cauchit", "log"),
    "poisson": ("log", "identity", "sqrt"),
    "Gamma": ("inverse", "log", "identity"),
    "inverse.gaussian": ("1/mu^2", "inverse", "log", "identity"),
}
PAIRS = [(family, link) for family, links in ALLOWED.items() for link in links]
RIGHT = {"a": 0.12, "b": -0.05}


def made_up(family: str, link: str, seed: int = 7) -> pd.DataFrame:
    """Return 90 cases from the model itself, so that every link has means in its range."""
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {name: random.uniform(-1, 1, 90) for name in RIGHT}
        | {"w": random.integers(1, 4, 90).astype(float), "o": random.uniform(-0.02, 0.02, 90)}
    )
    centre = {"binomial": 0.4, "poisson": 3.0}.get(family, 1.5)
    mu = LINKS[link]().inverse(LINKS[link]()(centre) + frame[list(RIGHT)] @ list(RIGHT.values()))
    draw = {
        "gaussian": lambda: random.normal(mu, 0.1),
        "binomial": lambda: random.binomial(1, mu).astype(float),
        "poisson": lambda: random.poisson(mu).astype(float),
        "Gamma": lambda: random.gamma(20, mu / 20),
        "inverse.gaussian": lambda: random.wald(mu, 40),
    }
    return frame.assign(y=draw[family]())


def both(
    family: str, link: str, frame: pd.DataFrame, extras: tuple[str, ...] = (), *, kind: str = "var"
):
    """Return the fits of rnet and statsmodels; its weights are of one `kind`, "var" or "freq"."""
    ours, theirs = FAMILIES[family]
    start = np.asarray([LINKS[link]()(frame["y"].mean()), 0.0, 0.0])
    given = {name: name[0] for name in extras}
    fit = glm("y ~ a + b", ours(link), frame, start=start, control=TIGHT, **given)
    as_named = {"weights": f"{kind}_weights", "offset": "offset"}
    with warnings.catch_warnings():
        # statsmodels doubts links that are not on its own short list.
        warnings.simplefilter("ignore")
        model = sm.GLM(
            frame["y"],
            sm.add_constant(frame[list(RIGHT)]),
            family=theirs(LINKS[link]()),
            **{as_named[name]: frame[name[0]] for name in extras},
        )
        return fit, model.fit(start_params=start, tol=1e-15, tol_criterion="params", maxiter=200)


@pytest.mark.parametrize("extras", [(), ("weights",), ("offset",), ("weights", "offset")])
@pytest.mark.parametrize(("family", "link"), PAIRS)
def test_every_family_and_link(family, link, extras) -> None:
    fit, other = both(family, link, made_up(family, link), extras)
    assert fit.converged
    assert fit.coef().to_numpy() == pytest.approx(other.params.to_numpy(), rel=SETTLED, abs=SETTLED)
    assert fit.deviance == pytest.approx(other.deviance, rel=SETTLED)
    assert fit.df_residual == other.df_resid
    assert fit.fitted().to_numpy() == pytest.approx(other.fittedvalues.to_numpy(), rel=SETTLED)
    for kind in ("response", "pearson", "deviance", "working"):
        expected = np.asarray(getattr(other, f"resid_{kind}"))
        assert residuals(fit, kind).to_numpy() == pytest.approx(expected, rel=NEAR_0, abs=NEAR_0)


@pytest.mark.parametrize("extras", [(), ("weights",)])
@pytest.mark.parametrize(("family", "link"), PAIRS)
def test_likelihoods(family, link, extras) -> None:
    frame = made_up(family, link, seed=8)
    # In R weights divide the variance of a gaussian, and repeat the cases of other families.
    kind = "var" if family == "gaussian" else "freq"
    fit, other = both(family, link, frame, extras, kind=kind)
    cases = frame["w"].sum() if extras and kind == "freq" else len(frame)
    scale = 1.0 if family in ("binomial", "poisson") else fit.deviance / cases
    assert float(fit.logLik()) == pytest.approx(other.llf_scaled(scale), rel=SETTLED)


@pytest.mark.parametrize(("family", "link"), PAIRS)
def test_null_deviance_and_new_cases(family, link) -> None:
    fit, other = both(family, link, made_up(family, link, seed=9))
    assert fit.null_deviance == pytest.approx(other.null_deviance, rel=SETTLED)
    new = pd.DataFrame({"a": [-0.3, 0.0, 0.7], "b": [0.2, -0.9, 0.4]})
    exog = sm.add_constant(new)
    for scale, which in (("link", "linear"), ("response", "mean")):
        expected = np.asarray(other.predict(exog, which=which))
        found = predict(fit, new, type=scale).to_numpy()
        assert found == pytest.approx(expected, rel=SETTLED, abs=SETTLED)


def test_counts_of_successes_and_failures() -> None:
    frame = data("esoph").assign(age=lambda d: d["agegp"].cat.codes.astype(float))
    fit = glm("cbind(ncases, ncontrols) ~ age", "binomial", frame, control=TIGHT)
    model = sm.GLM(
        frame[["ncases", "ncontrols"]].to_numpy(),
        sm.add_constant(frame[["age"]]),
        family=families.Binomial(),
    )
    other = model.fit(tol=1e-14)
    assert fit.coef().to_numpy() == pytest.approx(other.params.to_numpy(), rel=OTHER_SOLVER)
    assert fit.deviance == pytest.approx(other.deviance, rel=OTHER_SOLVER)
    assert float(fit.logLik()) == pytest.approx(other.llf, rel=OTHER_SOLVER)


@pytest.mark.parametrize("weights", [None, "qsec"])
@pytest.mark.parametrize(
    ("response", "predictors"),
    [("mpg", ["wt"]), ("mpg", ["wt", "hp", "disp"]), ("hp", ["cyl", "disp", "drat", "carb"])],
)
def test_least_squares(response, predictors, weights) -> None:
    frame = data("mtcars")
    fit = lm(f"{response} ~ {' + '.join(predictors)}", frame, weights=weights)
    exog = sm.add_constant(frame[predictors].astype(float))
    used = 1.0 if weights is None else frame[weights]
    other = sm.WLS(frame[response], exog, weights=used).fit()
    assert fit.coef().to_numpy() == pytest.approx(other.params.to_numpy(), rel=OTHER_SOLVER)
    assert fit.fitted().to_numpy() == pytest.approx(other.fittedvalues.to_numpy())
    assert residuals(fit, "pearson").to_numpy() == pytest.approx(other.wresid.to_numpy())
    assert fit.deviance == pytest.approx(other.ssr, rel=OTHER_SOLVER)
    assert float(fit.logLik()) == pytest.approx(other.llf, rel=OTHER_SOLVER)
    # R counts the variance as a parameter, statsmodels does not.
    assert rnet.AIC(fit) == pytest.approx(other.aic + 2, rel=OTHER_SOLVER)
    assert (fit.df_residual, fit.rank) == (other.df_resid, other.df_model + 1)
