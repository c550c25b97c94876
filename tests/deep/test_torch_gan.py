"""`gan`: the ring of eight modes, collapse and cure, vanishing gradients, pictures, files."""

import numpy as np
import pandas as pd
import pytest

import rnet

pytest.importorskip("torch")

ANGLES = np.arange(8) * np.pi / 4
CENTRES = np.column_stack([np.cos(ANGLES), np.sin(ANGLES)])
RADIUS = 0.2  # four standard deviations
EPOCHS = 36  # of 31 steps: some 1100


def ring(n: int = 2000) -> pd.DataFrame:
    angles = ANGLES[np.floor(rnet.runif(n) * 8).astype(int)]
    x, y = np.cos(angles), np.sin(angles)
    return pd.DataFrame({"x": x + 0.05 * rnet.rnorm(n), "y": y + 0.05 * rnet.rnorm(n)})


def played(seed: int, **given):
    rnet.set_seed(seed)
    points = ring()
    return rnet.gan("~ x + y", points, latent=2, n_epochs=EPOCHS, **given)


def covered(fit) -> float:
    found = fit.modes_over_time(CENTRES, RADIUS)
    return found["modes"][-5:].mean()


@pytest.fixture(scope="module")
def good():
    return played(1)


def test_beta_decides_over_mode_collapse(good) -> None:
    collapsed = played(1, betas=(0.9, 0.999), rate=2e-4)
    assert covered(good) >= 7
    assert covered(collapsed) <= 4
    assert good.modes(centres=CENTRES, radius=RADIUS).covered == 8


def test_a_generator_that_learns_too_fast_collapses() -> None:
    assert covered(played(2, betas=(0.9, 0.999), rate=(5e-3, 1e-4))) <= 2


def test_the_minimax_gradient_vanishes_where_the_discriminator_is_sure() -> None:
    norms = {}
    for loss in ("minimax", "nonsaturating"):
        rnet.set_seed(1)
        points = ring(640)
        fit = rnet.gan("~ x + y", points, latent=2, n_epochs=40, k_g=0, loss=loss)
        norms[loss] = fit.history["grad_norm_g"]
        start = fit.history["loss_d"].iloc[0]
        assert fit.history["loss_d"].iloc[-1] < 0.2 * start
    assert norms["minimax"].iloc[-1] < 0.1 * norms["minimax"].max()
    assert norms["nonsaturating"].iloc[-1] > 20 * norms["minimax"].iloc[-1]


def test_text_and_components(good) -> None:
    assert str(good).splitlines()[:9] == [
        "Call:",
        "gan(formula = ~x + y, data = points, latent = 2, n.epochs = 36)",
        "",
        "Generator of 2 variables from 2 latent dimensions",
        "",
        "              inputs hidden outputs    act",
        "generator          2 64, 64       2 linear",
        "discriminator      2 64, 64       1 linear",
        "",
    ]
    assert good.parameters == 2 * 64 + 64 + 64 * 64 + 64 + 64 * 2 + 2 + 2 * 64 + 64 + 4160 + 65
    assert str(good.summary()).splitlines()[-1] == (
        "1 step of the discriminator to 1 of the generator"
    )
    assert good.history.columns.tolist() == [
        "epoch", "step", "loss", "loss_d", "grad_norm_g", "grad_norm_d",
    ]  # fmt: skip
    assert good.history["step"].iloc[-1] == EPOCHS * 31
    assert good["samples"].shape == (20, 500, 2)


def test_generate_is_seeded_and_takes_latent_points(good) -> None:
    drawn = []
    for _ in range(2):
        rnet.set_seed(5)
        drawn.append(good.generate(4))
    assert drawn[0].equals(drawn[1])
    assert drawn[0].columns.tolist() == ["x", "y"]
    same = good.generate(latent=np.zeros((2, 2)))
    assert (same.iloc[0] == same.iloc[1]).all()
    with pytest.raises(rnet.RError, match="latent points have 2 coordinates, not 3"):
        good.generate(latent=[[0, 0, 0]])


def test_modes_say_what_they_count(good) -> None:
    modes = good.modes(centres=CENTRES, radius=RADIUS, n=1000)
    assert modes.counts.sum() == pytest.approx(1000 * modes.near)
    assert 1.5 < modes.entropy <= np.log(8)
    assert 0 < modes.distance < 0.3
    assert "of 8 modes covered" in str(modes)
    with pytest.raises(rnet.RError, match="what are the modes"):
        good.modes()


def test_plots(good) -> None:
    assert len(good.plot("samples", times=4).axes) == 4
    for what in ("losses", "gradients"):
        assert len(good.plot(what).axes[0].lines) == 2


def test_files(good, tmp_path) -> None:
    rnet.set_seed(1)
    other = rnet.gan(
        "~ x + y", ring(200), latent=3, n_epochs=2, hidden=[(8,), (6, 5)], batch_norm=True,
        minibatch_sd=True, dropout=0.2, label_smoothing=0.1, loss="least_squares",
    )  # fmt: skip
    for fit in (good, other):
        fit.save(tmp_path / "gan.npz")
        again = rnet.load_model(tmp_path / "gan.npz")
        assert str(again.summary()) == str(fit.summary())
        latent = np.ones((2, fit.settings.latent))
        assert again.generate(latent=latent).equals(fit.generate(latent=latent))
        assert (again.samples == fit.samples).all()
        assert again.predict(fit.cases.x).equals(fit.predict(fit.cases.x))
    with pytest.raises(rnet.RError, match="inappropriate fit for prob"):
        other.predict(type="prob")


def test_wasserstein_learns() -> None:
    rnet.set_seed(1)
    points = ring(640)
    fit = rnet.gan("~ x + y", points, latent=2, n_epochs=20, loss="wasserstein", k_d=2)
    assert fit.history["loss_d"].iloc[-1] > fit.history["loss_d"].min()
    assert np.isfinite(fit.history.to_numpy()).all()


def test_minibatch_standard_deviation_is_one_more_input() -> None:
    rnet.set_seed(1)
    fit = rnet.gan("~ x + y", ring(64), latent=2, n_epochs=1, minibatch_sd=True)
    assert fit.discriminator["0.weight"].shape == (64, 3)


def test_pictures_and_a_classifier() -> None:
    digits = rnet.data("digits")[:640]
    rnet.set_seed(1)
    judge = rnet.mlp("digit ~ .", digits, hidden=32, n_epochs=10)
    fit = rnet.gan("~ . - digit", digits, n_epochs=4, batch_norm=True, snapshots=3)
    made = fit.generate(5)
    assert made.attrs["image"] == (8, 8)
    assert made.to_numpy().min() >= 0 <= made.to_numpy().max() <= 1
    modes = fit.modes(classifier=judge, n=200)
    assert modes.counts.sum() == 200
    assert modes.counts.index.tolist() == [str(d) for d in range(10)]
    (axes,) = fit.plot("samples", n=4).axes
    assert [t.get_text() for t in axes.get_yticklabels()] == [f"step {s}" for s in fit.sample_steps]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"formula": "x ~ y"}, "response not allowed in formula"),
        ({"loss": "hinge"}, "'arg' should be one of “minimax”, “nonsaturating”"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
        ({"batch_size": 65}, "the batch size 65 is larger than the 64 cases"),
        ({"rate": 0}, "'rate' must be positive"),
        ({"rate": (1, 2, 3)}, "'rate' must be two numbers"),
        ({"betas": (0.5, 1)}, "'betas' must be in [0, 1)"),
        ({"k_d": 0}, "'k_d' must be a whole number not below 1"),
        ({"hidden": []}, "'hidden' must be numbers of units"),
        ({"latent": 0}, "'latent' must be a whole number not below 1"),
        ({"data": pd.DataFrame({"x": [1.0, np.nan], "y": [1.0, 2]})}, "missing values in 'x'"),
        ({"rate": 1e20, "loss": "wasserstein", "n_epochs": 5}, "exploded in epoch"),
    ],
)
def test_refusals(given, message) -> None:
    rnet.set_seed(1)
    call = {"formula": "~ x + y", "data": ring(64), "latent": 2, "n_epochs": 1} | given
    with pytest.raises(rnet.RError) as caught:
        rnet.gan(**call)
    assert message in caught.value.message
