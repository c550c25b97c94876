"""The words of printed fits, of errors, and of progress bars."""

import warnings

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError, RWarning
from rnet.deep.wording import counted

IRIS = rnet.data("iris")
DIGITS = rnet.data("digits")[:60]


def test_one_is_singular() -> None:
    assert counted(0, "step") == "0 steps"
    fit = rnet.mlp("Species ~ .", IRIS, hidden=(), n_epochs=1, batch_size=150)
    assert "Network of 1 layer: 3 classes" in str(fit)
    assert "1 epoch (1 step): ce" in str(fit)
    machine = rnet.rbm("~ . - digit", DIGITS, hidden=1, n_epochs=1, batch_size=60)
    assert "64 binary visible units, 1 hidden unit\n" in str(machine)
    assert "1 epoch (1 step) of CD-1" in str(machine)
    code = rnet.autoencoder("~ . - digit", DIGITS, hidden=1, n_epochs=1)
    assert "code of 1 number (layer 1)" in str(code)
    with pytest.raises(RError, match="1 activation for 2 hidden layers"):
        rnet.mlp("Species ~ .", IRIS, hidden=(2, 2), act=["tanh"])


def test_a_function_of_the_user_is_called_so() -> None:
    assert "function" in str(rnet.mlp("Species ~ .", IRIS, 2, act=lambda z: z, n_epochs=1))
    said = rnet.r("net <- mlp(Species ~ ., iris, 2, act = function(z) z^2, n.epochs = 1); net")
    assert said.layers[0].activation.name == "function"


@pytest.mark.parametrize("spelt", ["n_epochs", "n.epochs"])
def test_nested_settings_are_spelt_as_arguments(spelt) -> None:
    fit = rnet.dbn("digit ~ .", DIGITS, hidden=3, pretrain={spelt: 1}, n_epochs=1)
    assert "pretrain = list(n.epochs = 1), n.epochs = 1)" in " ".join(str(fit).split())
    code = f"dbn(digit ~ ., digits[1:60, ], 3, pretrain = list({spelt} = 1), n_epochs = 1)"
    fit = rnet.r(f'data("digits"); {code}')
    assert "pretrain = list(n.epochs = 1), n.epochs = 1)" in " ".join(str(fit).split())


def test_advice_suits_the_values() -> None:
    for value, kind, advice in ((np.inf, "infinite", "log"), (np.nan, "missing", "impute")):
        frame = pd.DataFrame({"y": [1.0, 2.0, 3.0], "x": [1.0, value, 2.0]})
        with pytest.raises(RError, match=f"{kind} values in 'x'\n.*{advice}") as error:
            rnet.mlp("y ~ x", frame, hidden=2)
        assert ("impute" in str(error.value)) == (kind == "missing")


def test_dates_are_no_numbers() -> None:
    days = pd.Series(pd.date_range("2020-01-01", periods=4))
    frame = pd.DataFrame({"y": [1.0, 2.0, 3.0, 4.0], "x": [1.0, 0.0, 2.0, 1.0], "day": days})
    with pytest.raises(RError, match=r"'day' is a date\n.*\. - day"):
        rnet.mlp("y ~ .", frame, hidden=2)
    assert rnet.mlp("y ~ . - day", frame, hidden=2, n_epochs=1).parameters == 2 + 2 + 2 + 1


def test_the_bar_says_what_is_trained(capsys) -> None:
    pytest.importorskip("tqdm")
    rnet.autoencoder("~ . - digit", DIGITS, hidden=2, n_epochs=1, progress=True)
    shown = capsys.readouterr().err
    assert "autoencoder" in shown
    assert "mlp" not in shown


def test_errors_name_arguments_as_the_caller_wrote_them() -> None:
    with pytest.raises(RError, match="'n_epochs' must be"):
        rnet.mlp("Species ~ .", IRIS, hidden=2, n_epochs=0)
    for spelt in ("n.epochs", "n_epochs"):
        with pytest.raises(RError, match=f"'{spelt}' must be a whole number not below 1"):
            rnet.r(f"mlp(Species ~ ., iris, hidden = 2, {spelt} = 0)")
    with pytest.raises(RError, match=r"Use a smaller `batch\.size`"):
        rnet.r("mlp(Species ~ ., iris, hidden = 2, batch.size = 200)")


def test_a_net_that_learnt_nothing_says_why() -> None:
    rnet.set_seed(1)
    dead = rnet.mlp("Species ~ .", IRIS, hidden=(6, 4), learn_rates=0.02)
    assert "\nNo unit of layer 2 is on for any case, so all cases get the same output" in str(dead)
    assert str(dead.summary()).endswith(
        "dead units (0 for every case): 2 of 6 in layer 1, 4 of 4 in layer 2"
    )
    rnet.set_seed(1)
    alive = rnet.mlp("Species ~ .", IRIS, hidden=4, act="tanh", n_epochs=3, learn_rates=0.01)
    assert "No unit" not in str(alive)
    assert "did not fall" not in str(alive)
    assert "dead" not in str(alive.summary())
    rising = rnet.mlp(
        "mpg ~ wt", rnet.data("mtcars"), (), optim="sgd", learn_rates=0.12, n_epochs=3
    )
    assert rising.history["loss"].is_monotonic_increasing
    assert "\nThe loss did not fall: " in str(rising)


def test_pictures_of_a_wrong_size_are_told() -> None:
    wrong = DIGITS.copy()
    wrong.attrs["image"] = (8, 9)
    with pytest.warns(RWarning, match="pictures of 8 x 9 pixels have 72 columns, the model 64"):
        assert rnet.mlp("digit ~ .", wrong, 2, n_epochs=1).encoder.image is None
    wrong.attrs["image"] = "8x8"
    with pytest.raises(RError, match="is no size of pictures: '8x8'"):
        rnet.mlp("digit ~ .", wrong, 2, n_epochs=1)
    names = " + ".join(DIGITS.columns[20:30])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rnet.mlp(f"digit ~ {names}", DIGITS, 2, n_epochs=1)  # some pixels only


def test_classes_are_a_factor_with_all_levels(tmp_path) -> None:
    two = IRIS[:100]
    fit = rnet.mlp("Species ~ .", two, hidden=3, n_epochs=1)
    assert fit.lev == ["setosa", "versicolor"]
    found = fit.predict(two, type="class")
    assert isinstance(found, pd.Categorical)
    assert found.categories.tolist() == ["setosa", "versicolor", "virginica"]
    assert rnet.table(two["Species"], found).counts.shape == (3, 3)
    assert (found == two["Species"]).sum() == (found == two["Species"].to_numpy(object)).sum()
    fit.save(tmp_path / "net")
    again = rnet.load_model(tmp_path / "net").predict(two, type="class")
    assert again.equals(found)
    code = "net <- mlp(Species ~ ., iris[1:100, ], 3, n.epochs = 1, act = 'tanh')"
    table = rnet.r(f"{code}; dim(table(iris$Species, predict(net, iris, type = 'class')))")
    assert table.tolist() == [3, 3]
