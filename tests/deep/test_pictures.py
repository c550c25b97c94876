"""Every picture of the specification exists for the models it makes sense for."""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError

DIGITS = rnet.data("digits")[:80]
SHORT = {"n_epochs": 1}
PICTURES = {
    "mlp": (
        lambda: rnet.mlp("digit ~ .", DIGITS, hidden=5, **SHORT),
        ["history", "gradients", "network", "activations", "filters"],
    ),
    "rbm": (
        lambda: rnet.rbm("~ . - digit", DIGITS, hidden=5, **SHORT),
        ["history", "filters", "reconstruction", "samples"],
    ),
    "dbn": (
        lambda: rnet.dbn("digit ~ .", DIGITS, hidden=5, pretrain=SHORT, **SHORT),
        ["history", "pretraining", "filters", "gradients", "network", "activations"],
    ),
    "autoencoder": (
        lambda: rnet.autoencoder("~ . - digit", DIGITS, hidden=2, **SHORT),
        ["history", "gradients", "filters", "embedding", "reconstruction", "scree", "compression"],
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_there(name) -> None:
    make, pictures = PICTURES[name]
    rnet.set_seed(1)
    fit = make()
    for what in pictures:
        assert rnet.plot(fit, what).axes, what


def test_filters_are_pictures_of_the_first_weights() -> None:
    fit = rnet.mlp("digit ~ .", DIGITS, hidden=5, **SHORT)
    shown = np.asarray(fit.plot("filters", which=[2]).axes[0].images[0].get_array())
    np.testing.assert_array_equal(shown.ravel(), fit.weights["layer1.weights"][:, 1])


def test_samples_go_on_from_step_to_step() -> None:
    rnet.set_seed(1)
    fit = rnet.rbm("~ . - digit", DIGITS, hidden=5, **SHORT)
    axes = fit.plot("samples", newdata=DIGITS[:3]).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "1 step", "10 steps", "100 steps", "1000 steps",
    ]  # fmt: skip
    assert np.asarray(axes.images[0].get_array()).shape == (4 * 9 - 1, 3 * 9 - 1)


def test_several_fits_stand_on_one_axis() -> None:
    one = rnet.mlp("digit ~ .", DIGITS, hidden=5, n_epochs=2)
    two = rnet.rbm("~ . - digit", DIGITS, hidden=5, n_epochs=3, val_prop=0.2)
    axes = rnet.plot([one, two], "history", labels=["net", "machine"]).axes
    assert len(axes) == 1
    assert [len(line.get_xdata()) for line in axes[0].lines] == [2, 3, 3]
    assert [text.get_text() for text in axes[0].get_legend().get_texts()] == ["net", "machine"]
    with pytest.raises(RError, match="should be"):
        rnet.plot([one, two], "network")
    with pytest.raises(RError, match="only fits with a history"):
        one.plot("history", 5)


@pytest.fixture(scope="module")
def recurrent():
    pytest.importorskip("torch")
    rnet.set_seed(1)
    waves = [
        pd.DataFrame({"who": who, "week": range(12), "y": np.sin(np.arange(12) + who)})
        for who in range(8)
    ]
    data = pd.concat(waves).sample(frac=1, random_state=1)
    return data, rnet.rnn("y ~ 1", data, id="who", time="week", ahead=1, hidden=2, **SHORT)


def test_series_show_actual_fitted_and_forecast(recurrent) -> None:
    data, fit = recurrent
    assert len(fit.plot("series").axes) == 6
    panel = fit.plot("series", which=[3], n=4).axes[0]
    actual, fitted, forecast = panel.lines
    mine = data[data["who"] == 3].sort_values("week")
    np.testing.assert_array_equal(actual.get_ydata(), mine["y"])
    said = pd.Series(fit.predict().to_numpy()[:, 0])[(data["who"] == 3).to_numpy()]
    order = np.argsort(data.loc[data["who"] == 3, "week"].to_numpy())
    np.testing.assert_array_equal(fitted.get_ydata(), said.to_numpy()[order])
    assert forecast.get_xdata().tolist() == [12, 13, 14, 15]
    with pytest.raises(RError, match="there is no sequence '9'"):
        fit.plot("series", which=9)
