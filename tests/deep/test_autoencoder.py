"""`autoencoder`: principal components, codes, what is refused; what the lecture claims of it."""

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, autoencoder, data, load_model, set_seed
from rnet.deep.code_neighbours import code_precision, hamming_distances
from rnet.deep.corruption import corruption_of
from rnet.deep.pca_comparison import components, pca_reconstruction, principal_angles

mpl.use("Agg")

# Sums of products of doubles.
EXACT = 1e-12
# L-BFGS stops where its steps gain nothing: error relative to that of PCA, angles in degrees.
SAME_ERROR, SAME_SPACE = 1e-6, 0.05


@pytest.fixture(scope="module")
def digits():
    return data("digits")


@pytest.fixture(scope="module")
def halves(digits):
    set_seed(1)
    order = rnet.sample_int(len(digits)) - 1
    return digits.iloc[order[:1000]], digits.iloc[order[1000:1500]]


@pytest.fixture(scope="module")
def fit(halves):
    set_seed(2)
    return autoencoder(
        "~ . - digit", halves[0], hidden=(64, 32, 2, 32, 64), n_epochs=50, learn_rates=3e-3
    )


@pytest.fixture(scope="module")
def small():
    set_seed(3)
    return autoencoder(
        "~ . - Species", data("iris"), hidden=(6, 2, 6), standardize=True, n_epochs=30
    )


def test_linear_code_spans_the_space_of_the_components(halves) -> None:
    set_seed(2)
    linear = autoencoder(
        "~ . - digit", halves[0], hidden=2, act="linear", optim="lbfgs", n_epochs=500
    )
    found = linear.compare_pca()
    assert found.error >= found.error_pca * (1 - EXACT)
    assert found.error == pytest.approx(found.error_pca, rel=SAME_ERROR)
    assert found.angles.max() < SAME_SPACE
    # The same space, but not the same axes.
    decoder = linear.weights["layer2.weights"]
    assert np.abs(decoder @ decoder.T - np.eye(2)).max() > 0.1
    assert "principal angles in degrees: 0" in str(found)


def test_linear_code_spans_it_on_any_scale() -> None:
    set_seed(1)
    fit = autoencoder(
        "~ .", data("USArrests"), hidden=2, act="linear", standardize=True, optim="lbfgs",
        n_epochs=500,
    )  # fmt: skip
    found = fit.compare_pca()
    assert found.error == pytest.approx(found.error_pca, rel=SAME_ERROR)
    whole = rnet.prcomp(data("USArrests"), scale_=True)
    np.testing.assert_allclose(found.pca.sdev, whole.sdev, rtol=1e-10)


def test_curved_code_beats_as_many_components_on_new_cases(fit, halves) -> None:
    found = fit.compare_pca(halves[1])
    assert found.error < 0.85 * found.error_pca
    x = halves[1].drop(columns="digit").to_numpy()
    pca = rnet.prcomp(halves[0].drop(columns="digit"))
    expected = np.mean((pca_reconstruction(pca, x, 2) - x) ** 2)
    assert found.error_pca == pytest.approx(expected, rel=1e-10)
    assert found.error == pytest.approx(np.mean((fit.predict(x).to_numpy() - x) ** 2), rel=EXACT)


def test_learns_to_take_noise_away(halves) -> None:
    errors = {}
    x = halves[1].drop(columns="digit").to_numpy()
    set_seed(5)
    noisy = x + 0.3 * rnet.rnorm(x.size).reshape(x.shape)
    for noise in (0.0, 0.3):
        set_seed(2)
        fit = autoencoder(
            "~ . - digit", halves[0], hidden=(64, 12, 64), act="tanh", noise=noise, n_epochs=30
        )
        errors[noise] = float(np.mean((fit.predict(noisy).to_numpy() - x) ** 2))
    pca = pca_reconstruction(fit.compare_pca().pca, noisy, 12)
    assert errors[0.3] < 0.9 * np.mean((pca - x) ** 2)
    assert errors[0.3] < 0.8 * errors[0.0]
    assert np.mean((pca - x) ** 2) < 0.5 * np.mean((noisy - x) ** 2)


def test_bits_find_the_same_digits(halves) -> None:
    set_seed(2)
    bits = autoencoder(
        "~ . - digit", halves[0], hidden=(64, 16, 64), act="tanh", code="binary", n_epochs=30
    )
    codes = bits.hash_codes(halves[1])
    assert set(np.unique(codes)) == {0, 1}
    found = bits.hash_precision(halves[1]["digit"], 20, halves[1])
    x = halves[1].drop(columns="digit").to_numpy()
    pca = components(halves[0].drop(columns="digit").to_numpy(), bits.encoder.input_names)
    signs = (x - np.asarray(pca.center)) @ pca.rotation.to_numpy()[:, :16] > 0
    assert found > 1.2 * code_precision(signs.astype(int), halves[1]["digit"], 20)
    near = bits.encode(halves[1]).to_numpy()
    assert np.mean((near < 0.1) | (near > 0.9)) > 0.6  # noise has driven the units apart
    assert "code of 16 bits (layer 2)" in str(bits)


def test_encode_then_decode_is_reconstruct(fit, small, halves) -> None:
    whole = fit.reconstruct(halves[1]).reconstructed
    np.testing.assert_allclose(fit.decode(fit.encode(halves[1])), whole, rtol=1e-9, atol=EXACT)
    assert whole.attrs["image"] == (8, 8)
    iris = data("iris")
    np.testing.assert_allclose(
        small.decode(small.encode(iris[:5])), small.predict(iris[:5]), rtol=1e-9
    )
    assert small.decode(small.encode().iloc[0]).shape == (1, 4)
    result = small.reconstruct()
    x = iris.drop(columns="Species").to_numpy()
    assert np.corrcoef(result.reconstructed["Petal.Length"], x[:, 2])[0, 1] > 0.8
    np.testing.assert_allclose(
        result.anomaly_scores, np.mean((result.reconstructed.to_numpy() - x) ** 2, axis=1)
    )


def test_ann2s_functions_are_the_methods(small) -> None:
    iris = data("iris")
    assert (rnet.encode(small, iris[:3]) == small.encode(iris[:3])).all(axis=None)
    assert rnet.decode(small, [[0.0, 1.0]]).shape == (1, 4)
    assert rnet.reconstruct(small).error == small.reconstruct().error
    assert len(rnet.compression_plot(small, labels=iris["Species"]).axes) == 4
    drawn = rnet.reconstruction_plot(small, which=[1, 3]).axes[0]
    assert [label.get_text() for label in drawn.get_yticklabels()] == ["data", "autoencoder", "PCA"]
    assert [label.get_text() for label in drawn.get_xticklabels()] == ["1", "3"]
    with pytest.raises(RError, match="no applicable method for 'encode'"):
        rnet.encode(rnet.lm("dist ~ speed", data("cars")))


def test_same_seed_gives_the_same_autoencoder(halves) -> None:
    found = []
    for _ in range(2):
        set_seed(5)
        found.append(
            autoencoder("~ . - digit", halves[0][:100], hidden=3, noise=0.2, n_epochs=2).weights
        )
    assert all((found[0][name] == found[1][name]).all() for name in found[0])


def test_prints_as_an_r_fit(small) -> None:
    text = str(small).splitlines()
    assert (
        text[:2]
        == [
            "Call:",
            'autoencoder(formula = ~. - Species, data = data("iris"), hidden = c(6, ',
        ]
        or text[0] == "Call:"
    )
    assert "Autoencoder of 4 variables: code of 2 numbers (layer 2)" in text
    assert "90 parameters" in text
    assert any(line.startswith("30 epochs (150 steps): mse ") for line in text)
    assert "Adam" in str(small.summary())
    assert list(small.summary().frame["units"]) == [6, 2, 6, 4]
    assert small["parameters"] == 90
    assert list(small.history)[:3] == ["epoch", "step", "loss"]
    assert "Reconstruction of 150 cases of 4 variables" in str(small.reconstruct())


@pytest.mark.parametrize(
    ("what", "panels"),
    [
        ("reconstruction", 1), ("embedding", 2), ("compression", 4), ("scree", 1),
        ("filters", 1), ("history", 1), ("gradients", 1),
    ],
)  # fmt: skip
def test_pictures(fit, what, panels) -> None:
    drawn = [axes for axes in fit.plot(what).axes if axes.has_data()]
    assert len(drawn) == panels


def test_pictures_take_labels(fit, small, halves) -> None:
    figure = fit.plot("embedding", halves[1], labels=halves[1]["digit"])
    assert len(figure.axes[0].collections) == 10
    species = data("iris")["Species"]
    anomaly = small.plot("anomaly", labels=species == "virginica")
    legend = [text.get_text() for text in anomaly.axes[1].get_legend().get_texts()]
    scores = small.reconstruct().anomaly_scores
    area = rnet.auc((species == "virginica").astype(float), scores, direction="<")
    assert legend[0] == f"autoencoder: AUC {float(area):.3f}"
    assert len(small.plot("scree", others=[small]).axes) == 1
    for refused in (
        lambda: small.plot("anomaly"),
        lambda: small.plot("anomaly", labels=[1] * 150),
        lambda: small.plot("embedding", labels=["a"]),
        lambda: small.plot("scree", labels=species),
        lambda: small.plot("filters", which=[0]),
        lambda: small.plot("sculpture"),
    ):
        with pytest.raises(RError):
            refused()


def test_files_give_the_same_answers(small, tmp_path) -> None:
    iris = data("iris")
    small.save(tmp_path / "small.npz")
    again = load_model(tmp_path / "small.npz")
    assert str(again) == str(small)
    assert (again.encode(iris) == small.encode(iris)).all(axis=None)
    assert (again.predict(iris) == small.predict(iris)).all(axis=None)
    with pytest.raises(RError, match='argument "newdata" is missing'):
        again.encode()
    with pytest.raises(RError, match="an autoencoder from a file has no cases"):
        again.compare_pca()
    set_seed(1)
    machine = rnet.rbm("~ . - Species", iris, 3, visible_type="gaussian", n_epochs=2)
    machine.save(tmp_path / "rbm.npz")
    read = load_model(tmp_path / "rbm.npz")
    assert (read.up(iris) == machine.up(iris)).all(axis=None)
    assert str(read) == str(machine)


def test_damaged_files_are_refused(small, tmp_path) -> None:
    small.save(tmp_path / "small.npz")
    whole = (tmp_path / "small.npz").read_bytes()
    for name, content in {
        "cut": whole[: len(whole) // 2],
        "text": b"not a model",
        "empty": b"",
        "changed": whole.replace(b'"code.layers": 2', b'"code.layers": 9'),
        "narrow": whole.replace(b'"binary": false', b'"binary": "no"'),
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(RError):
            load_model(tmp_path / name)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"hidden": None}, 'argument "hidden" is missing'),
        ({"hidden": ()}, "'hidden' must be numbers of units"),
        ({"hidden": (5, 0)}, "'hidden' must be a whole number not below 1"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
        ({"batch_size": 151}, "the batch size 151 is larger than the 150 cases"),
        ({"batch_size": 0}, "'batch_size' must be a whole number not below 1"),
        ({"noise": -1}, "'noise' must be a number that is not negative"),
        ({"noise": 1, "noise_type": "mask"}, r"'noise' must be in \[0, 1\)"),
        ({"noise_type": "salt"}, "should be one of “gaussian”, “mask”"),
        ({"code": "ternary"}, "should be one of “linear”, “act”, “binary”"),
        ({"act": "sigmund"}, "unknown activation 'sigmund'"),
        ({"act": ("relu", "relu")}, "2 activations for 1 hidden layer without the code"),
        ({"loss": "ce"}, "loss 'ce' is for classes"),
        ({"loss": "bce"}, "loss 'bce' needs values between 0 and 1"),
        ({"loss": "l7"}, "unknown loss"),
        ({"optim": "luck"}, "luck"),
        ({"patience": 3}, "'patience' needs cases held out"),
        ({"val_prop": 2}, r"'val_prop' must be in \[0, 1\)"),
        ({"learn_rates": 1e30, "optim": "sgd"}, "the loss exploded in epoch"),
        ({"optim": "lbfgs", "noise": 0.1}, "L-BFGS needs the same loss"),
        ({"optim": "lbfgs", "clip": 1.0}, "L-BFGS needs the gradients as they are"),
        ({"optim": "lbfgs", "learn_rates": 0.1}, "L-BFGS has no learning rate"),
    ],
)
def test_bad_arguments(arguments, message) -> None:
    settings = {"hidden": (3, 2), "n_epochs": 2} | arguments
    with pytest.raises(RError, match=message) as caught:
        autoencoder("~ . - Species", data("iris"), **settings)
    assert caught.value.advice


def test_bad_data(small) -> None:
    iris = data("iris")
    with pytest.raises(RError, match="response not allowed in formula"):
        autoencoder("Species ~ .", iris, hidden=2)
    holey = iris.copy()
    holey.loc[7, "Sepal.Width"] = np.inf
    with pytest.raises(RError, match=r"infinite values in 'Sepal\.Width'"):
        autoencoder("~ . - Species", holey, hidden=2)
    with pytest.raises(RError, match=r"object 'Petal\.Width' not found"):
        small.encode(iris.drop(columns="Petal.Width"))
    with pytest.raises(RError, match="'compressed' has 3 columns, the code 2 units"):
        small.decode([[1, 2, 3]])
    with pytest.raises(RError, match="missing values in 'code1'"):
        small.decode([[np.nan, 0.0]])
    with pytest.raises(RError, match="2 labels for 150 cases"):
        small.hash_precision([1, 2])
    with pytest.raises(RError, match="only 149 neighbours"):
        small.hash_precision(iris["Species"], 150)
    with pytest.raises(RError, match="'hidden' must be numbers"):
        autoencoder("~ . - Species", iris, hidden="2")


def test_unscaled_and_constant_variables_are_standardised() -> None:
    frame = pd.DataFrame({"a": [1.0, 2.0, 3.0, 4.0], "b": [5.0] * 4, "c": [1e6, 3e6, 2e6, 5e6]})
    set_seed(1)
    fit = autoencoder("~ .", frame, hidden=2, standardize=True, optim="lbfgs", act="linear")
    np.testing.assert_allclose(fit.predict(frame), frame, rtol=1e-3)


def test_masks_and_noise_have_the_size_asked_for() -> None:
    set_seed(1)
    source = rnet.rng.state.generator()
    kept = corruption_of(0.3, "mask")(np.ones((200, 50)), source)
    assert kept.mean() == pytest.approx(0.7, abs=0.02)
    added = corruption_of(0.3, "gaussian")(np.zeros((200, 50)), source)
    assert added.std() == pytest.approx(0.3, abs=0.01)
    assert corruption_of(0.0, "mask") is None


@pytest.mark.parametrize("angle", [0.0, 1e-7, 0.3, 1.2, np.pi / 2])
def test_principal_angle_of_two_lines(angle) -> None:
    a, b = np.array([[1.0], [0.0]]), np.array([[np.cos(angle)], [np.sin(angle)]])
    np.testing.assert_allclose(principal_angles(a, b), [np.degrees(angle)], rtol=1e-9, atol=1e-12)


def test_nearest_codes_count_in_part_where_equally_near() -> None:
    set_seed(4)
    bits = (rnet.runif(40 * 5) < 0.5).astype(int).reshape(40, 5)
    labels = rnet.sample_int(3, 40, True)
    distances = hamming_distances(bits, bits)
    assert (distances == (bits[:, None] != bits[None]).sum(axis=2)).all()
    shares = []
    for case in range(40):
        near = sorted((distances[case, other], other) for other in range(40) if other != case)
        last = near[6][0]
        sure = [other for away, other in near if away < last]
        ties = [other for away, other in near if away == last]
        alike = (labels == labels[case]).astype(float)
        part = (7 - len(sure)) * alike[ties].mean()
        shares.append((alike[sure].sum() + part) / 7)
    assert code_precision(bits, labels, 7) == pytest.approx(np.mean(shares), rel=EXACT)
