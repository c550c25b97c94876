"""`lstm`, `gru`, `rnn`, `trainr`: against PyTorch, on series and panels, refusals."""

import os
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

import rnet

torch = pytest.importorskip("torch")

KINDS = [rnet.rnn, rnet.gru, rnet.lstm]
SPOTS = pd.DataFrame({"spots": rnet.data("sunspot.year").to_numpy()})
TRAINED = 221
CLOSE = 1e-5  # single precision


def additions(n: int, bits: int = 6) -> pd.DataFrame:
    """Sums of two binary numbers, lowest bit first: the example of R's package rnn."""
    first, second = (np.floor(rnet.runif(n) * 2 ** (bits - 1)).astype(int) for _ in range(2))
    place = np.arange(bits)
    a, b, total = ((v[:, None] >> place) & 1 for v in (first, second, first + second))
    return pd.DataFrame(
        {
            "sum": np.repeat(np.arange(n), bits),
            "bit": np.tile(place, n),
            "a": a.ravel(),
            "b": b.ravel(),
            "y": pd.Categorical(total.ravel().astype(str)),
        }
    )


@pytest.mark.parametrize("fit_net", KINDS, ids=lambda f: f.__name__)
def test_binary_addition_is_learned(fit_net) -> None:
    rnet.set_seed(1)
    fit = fit_net(
        "y ~ a + b", additions(256), id="sum", time="bit", n_epochs=45, learn_rates=0.03,
        batch_size=64,
    )  # fmt: skip
    new = additions(100)
    assert (fit.predict(new, "class") == new["y"].to_numpy(dtype=object)).mean() > 0.99
    assert fit.history["accuracy"].iloc[-1] > 0.99


@pytest.mark.parametrize("fit_net", KINDS, ids=lambda f: f.__name__)
def test_outputs_are_pytorchs(fit_net) -> None:
    rnet.set_seed(1)
    fit = fit_net("spots ~ 1", SPOTS[:60], ahead=1, hidden=3, n_layers=2, n_epochs=2)
    kind = {"rnn": torch.nn.RNN, "gru": torch.nn.GRU, "lstm": torch.nn.LSTM}[fit.plan.kind]
    cell, head = kind(1, 3, 2, batch_first=True), torch.nn.Linear(3, 1)
    with torch.no_grad():
        for module, arrays in zip((cell, head), fit.arrays, strict=True):
            for parameter, array in zip(module.parameters(), arrays, strict=True):
                parameter.copy_(torch.from_numpy(array))
        x = (SPOTS.to_numpy() - fit.centre) / fit.spread
        out = head(cell(torch.from_numpy(x[None].astype(np.float32)))[0])[0].numpy()
    expected = out * fit.targets.spread + fit.targets.centre
    found = fit.predict(SPOTS).to_numpy()
    assert np.isnan(found[0]).all()
    assert np.abs(found[1:] - expected[:-1]).max() < CLOSE * 200


def test_sunspots_better_than_persistence() -> None:
    rnet.set_seed(1)
    fit = rnet.lstm(
        "spots ~ 1", SPOTS[:TRAINED], ahead=1, hidden=16, n_epochs=100, learn_rates=0.02
    )
    error = (fit.predict(SPOTS) - SPOTS.to_numpy())[TRAINED:].to_numpy()
    naive = SPOTS["spots"].diff()[TRAINED:].to_numpy()
    assert np.sqrt((error**2).mean()) < 0.8 * np.sqrt((naive**2).mean())
    ahead = fit.forecast(3, SPOTS)
    assert ahead.shape == (3, 1)
    # the first forecast is what a row behind the end would be told
    longer = pd.concat([SPOTS, SPOTS[:1]], ignore_index=True)
    assert ahead.iloc[0, 0] == pytest.approx(fit.predict(longer).iloc[-1, 0], abs=CLOSE * 100)


def test_forecasts_are_fed_back() -> None:
    rnet.set_seed(1)
    fit = rnet.gru("spots ~ 1", SPOTS[:50], ahead=2, hidden=2, n_epochs=1)
    first = fit.forecast(2).iloc[:, 0]
    going_on = pd.concat([SPOTS[:50], pd.DataFrame({"spots": first.to_numpy()})], ignore_index=True)
    assert fit.forecast(4).iloc[2:, 0].to_numpy() == pytest.approx(
        fit.forecast(2, going_on).iloc[:, 0].to_numpy(), abs=CLOSE * 100
    )


def test_the_order_of_rows_does_not_matter() -> None:
    rng = np.random.default_rng(1)
    panel = pd.DataFrame(
        {"who": np.repeat(["a", "b", "c"], 5), "week": np.tile(range(5), 3), "x": rng.random(15)}
    )
    panel["y"] = panel.groupby("who")["x"].cumsum()
    rnet.set_seed(1)
    fit = rnet.rnn("y ~ x", panel, id="who", time="week", hidden=4, n_epochs=5)
    shuffled = panel.iloc[rng.permutation(15)]
    expected = fit.predict(panel).iloc[shuffled.index, 0].to_numpy()
    assert fit.predict(shuffled).iloc[:, 0].to_numpy() == pytest.approx(expected, abs=CLOSE)
    # what comes later cannot matter
    cut = panel[panel["week"] < 3]
    assert fit.predict(cut).iloc[:, 0].to_numpy() == pytest.approx(
        fit.predict(panel)[(panel["week"] < 3).to_numpy()].iloc[:, 0].to_numpy(), abs=CLOSE
    )


def test_dot_leaves_id_and_time_out() -> None:
    panel = additions(40)
    rnet.set_seed(1)
    dot = rnet.rnn("y ~ .", panel, id="sum", time="bit", n_epochs=1)
    assert dot.encoder.input_names == ("a", "b")
    named = rnet.rnn("y ~ a + b + bit", panel, id="sum", time="bit", n_epochs=1)
    assert named.encoder.input_names == ("a", "b", "bit")


def test_one_answer_for_each_sequence() -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({"id": np.repeat(range(150), 5), "x": rng.normal(size=750)})
    high = frame.groupby("id")["x"].transform("sum") > 0
    frame["y"] = np.where(high, "up", "down")
    rnet.set_seed(1)
    fit = rnet.gru(
        "y ~ x", frame, id="id", target="last", n_epochs=40, learn_rates=0.02, val_prop=0.2
    )
    found = fit.predict(frame, "prob")
    assert found.shape == (150, 2)
    truth = frame.groupby("id")["y"].last().to_numpy()
    assert (fit.predict(type="class") == truth).mean() > 0.9
    assert fit.history["val_accuracy"].iloc[-1] > 0.8


def test_seeds_text_and_files(tmp_path) -> None:
    fits = []
    for _ in range(2):
        rnet.set_seed(3)
        fits.append(rnet.lstm("spots ~ 1", SPOTS, ahead=1, hidden=4, n_epochs=2))
    fit, other = fits
    assert all((a == b).all() for a, b in zip(fit.arrays[0], other.arrays[0], strict=True))
    assert str(fit).splitlines()[:8] == [
        "Call:",
        "lstm(formula = spots ~ 1, data = SPOTS, hidden = 4, ahead = 1, ",
        "    n.epochs = 2)",
        "",
        "LSTM: spots, 1 ahead",
        "",
        "       inputs units parameters",
        "lstm        1     4        112",
    ]
    assert fit.parameters == 117
    assert list(fit.weights)[:2] == ["lstm1.inputs", "lstm1.states"]
    assert "gradients clipped at 1" in str(fit.summary())
    fit.save(tmp_path / "net.npz")
    again = rnet.load_model(tmp_path / "net.npz")
    assert str(again.summary()) == str(fit.summary())
    assert again.predict(SPOTS).equals(fit.predict(SPOTS))
    with pytest.raises(rnet.RError, match="has no cases"):
        again.predict()
    assert len(fit.plot().axes) == 1
    assert len(fit.plot("gradients").axes[0].lines) == 2


def test_arrays_with_the_words_of_package_rnn() -> None:
    rnet.set_seed(1)
    frame = additions(200)
    x = frame[["a", "b"]].to_numpy(dtype=float).reshape(200, 6, 2)
    y = (frame["y"] == "1").to_numpy(dtype=float).reshape(200, 6)
    fit = rnet.trainr(
        Y=y, X=x, learningrate=0.03, hidden_dim=16, network_type="gru", numepochs=45, batch_size=50
    )
    found = rnet.predictr(fit, x)
    assert found.shape == (200, 6, 1)
    assert ((found >= 0) & (found <= 1)).all()
    assert ((found[:, :, 0] > 0.5) == y).mean() > 0.98
    for wrong, message in (
        ({"Y": y[:, :3]}, "differ in samples or times"),
        ({"Y": y + 1}, "'Y' must be in"),
        ({"X": [1, 2]}, "must have dimensions"),
        ({"network_type": "cnn"}, "should be one of"),
    ):
        with pytest.raises(rnet.RError, match=message):
            rnet.trainr(**({"Y": y, "X": x} | wrong))
    with pytest.raises(rnet.RError, match="'X' does not fit the model"):
        rnet.predictr(fit, x[:, :, :1])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
        ({"hidden": 0}, "'hidden' must be a whole number not below 1"),
        ({"id": "who"}, "object 'who' not found"),
        ({"ahead": 289}, "sequence 1 has no more than 289 rows"),
        ({"ahead": -1}, "'ahead' must be a whole number not below 0"),
        ({"ahead": 0}, "there are no inputs"),
        ({"batch_size": 2}, "the batch size 2 is larger than the 1 cases"),
        ({"val_prop": 0.1}, "no cases are left to train on"),
        ({"data": SPOTS["spots"]}, "'data' must be a data frame"),
        ({"data": SPOTS.assign(spots=np.nan)}, "missing values in"),
        (
            {"data": SPOTS.assign(spots=["a", *"bc" * 144])},
            "'ahead' needs a numeric response",
        ),
        ({"learn_rates": 1e25, "clip": None, "optim": "sgd", "n_epochs": 9}, "the loss exploded"),
        ({"target": "first"}, "'arg' should be one of “each”, “last”"),
    ],
)
def test_refusals(given, message) -> None:
    rnet.set_seed(1)
    call = {"formula": "spots ~ 1", "data": SPOTS, "ahead": 1, "n_epochs": 1} | given
    with pytest.raises(rnet.RError) as caught:
        rnet.lstm(**call)
    assert message in caught.value.message


def test_only_a_series_of_its_own_past_can_be_forecast() -> None:
    rnet.set_seed(1)
    fit = rnet.rnn("y ~ a + b", additions(40), id="sum", n_epochs=1)
    with pytest.raises(rnet.RError, match="only a series that depends on its own past"):
        fit.forecast(3)
    with pytest.raises(rnet.RError, match="inappropriate fit for class"):
        rnet.rnn("spots ~ 1", SPOTS, ahead=1, n_epochs=1).predict(type="class")


R_CODE = """
set.seed(1)
d <- data.frame(y = rnorm(20), x = rnorm(20))
fit <- lstm(y ~ x, d, hidden = 2, n.epochs = 1)
"""


def test_a_process_that_used_torch_ends_in_silence(tmp_path) -> None:
    script = tmp_path / "net.R"
    script.write_text(R_CODE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rnet.cli", "run", str(script)],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
