"""`lda` and `qda` beside recorded R: text to the character, numbers to the last digits."""

import numpy as np
import pytest
from console_pairs import compared
from oracles import load_json

from rnet import data, format_r, lda, plot, predict, qda

# Singular vectors come from another build of LAPACK than R's.
TOLERANCE = 1e-12
ANSWERS = load_json("multivariate/discriminants.json")
iris = data("iris")
some = iris.iloc[[*range(12), *range(50, 95), *range(100, 120)]]
new = iris.iloc[::7]
FORMULA = "Species ~ ."
PRIOR = [0.2, 0.5, 0.3]


@pytest.mark.parametrize(
    ("recorded", "found"), [*compared("discriminants"), *compared("discriminants_more")]
)
def test_console_text(recorded, found) -> None:
    assert found == recorded


def same(found, name) -> None:
    recorded = np.array(ANSWERS[name])
    np.testing.assert_allclose(found, recorded, rtol=TOLERANCE, atol=TOLERANCE * 0.1)


@pytest.mark.parametrize("method", ["moment", "mle", "t"])
def test_linear_fit(method, capsys) -> None:
    fit = lda(FORMULA, some, method=method)
    assert bool(capsys.readouterr().out) == (method == "t")
    for part in ("means", "scaling", "svd"):
        same(fit[part], f"lda-{method}-{part}")


@pytest.mark.parametrize("method", ["moment", "mle"])
@pytest.mark.parametrize("rule", ["plug-in", "predictive", "debiased"])
@pytest.mark.parametrize("dimen", [1, 2])
def test_linear_posterior(method, rule, dimen) -> None:
    fit = lda(FORMULA, some, method=method)
    found = predict(fit, new, method=rule, dimen=dimen)
    same(found["posterior"], f"lda-{method}-{rule}-{dimen}")
    found = predict(fit, new, method=rule, dimen=dimen, prior=PRIOR)
    same(found["posterior"], f"lda-{method}-{rule}-{dimen}-prior")
    same(found["x"], f"lda-{method}-{rule}-{dimen}-x")


@pytest.mark.parametrize("method", ["moment", "mle", "t"])
def test_quadratic_fit(method) -> None:
    fit = qda(FORMULA, some, method=method)
    same(fit.means, f"qda-{method}-means")
    same(np.asarray(fit.scaling).ravel(order="F"), f"qda-{method}-scaling")
    same(fit.ldet, f"qda-{method}-ldet")


@pytest.mark.parametrize("method", ["moment", "mle"])
@pytest.mark.parametrize("rule", ["plug-in", "predictive", "debiased", "looCV"])
def test_quadratic_posterior(method, rule) -> None:
    fit = qda(FORMULA, some, method=method)
    found = predict(fit, None if rule == "looCV" else new, method=rule)
    same(found["posterior"], f"qda-{method}-{rule}")


@pytest.mark.parametrize("of", [lda, qda])
@pytest.mark.parametrize("method", ["moment", "mle"])
def test_each_case_by_the_others(of, method) -> None:
    found = of(FORMULA, some, CV=True, method=method, prior=PRIOR)
    same(found["posterior"], f"{of.__name__}-{method}-cv")


def test_digamma_of_a_pole_is_missing_as_in_r() -> None:
    groups = [number for number in range(12) for _ in range(5)]
    x = np.sin(np.arange(60.0))[:, None]
    posterior = predict(qda(x, groups), x[:2], method="debiased")["posterior"]
    assert np.isnan(posterior.to_numpy()).all()


@pytest.mark.parametrize(
    ("of", "names"), [(lda, ["class", "posterior", "x"]), (qda, ["class", "posterior"])]
)
def test_prediction_by_name_and_by_attribute(of, names) -> None:
    found = predict(of(FORMULA, some), new)
    assert found.names() == names
    assert found["class"] is found.class_
    assert found["posterior"] is found.posterior
    assert str(found) == format_r({name: found[name] for name in names})


@pytest.mark.parametrize(("dimen", "pictures"), [(None, 1), (1, 3)])
def test_picture(dimen, pictures) -> None:
    assert len(plot(lda(FORMULA, iris), dimen=dimen).axes) == pictures


def test_many_discriminants_are_drawn_in_pairs() -> None:
    assert len(plot(lda("type ~ RI + Na + Mg + Al", data("fgl"))).axes) == 16
