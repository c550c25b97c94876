"""The words of printed fits, of errors, and of progress bars."""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError
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
