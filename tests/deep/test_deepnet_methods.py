"""What results of deepnet's functions and of `pretrain_table` offer in Python."""

import numpy as np
import pytest

import rnet

X = np.array([[0.0, 0.2, 1.0], [1.0, 0.4, 0.3], [0.5, 0.5, 0.1], [0.1, 0.9, 0.6]])


@pytest.fixture(scope="module")
def fits():
    rnet.set_seed(1)
    return {
        "nn": rnet.nn_train(X, [0, 1, 1, 0], hidden=(4, 2)),
        "rbm": rnet.rbm_train(X, 2),
        "dbn": rnet.dbn_train(X, (4, 2)),
    }


def test_histories_are_the_losses(fits) -> None:
    nn, rbm, dbn = fits["nn"], fits["rbm"], fits["dbn"]
    assert nn.history["loss"].tolist() == nn.L.tolist()
    assert nn.history["step"].tolist() == list(range(1, len(nn.L) + 1))
    assert rbm.history["loss"].tolist() == rbm.e.tolist()
    assert dbn.history.columns.tolist() == ["layer", "step", "loss"]
    assert dbn.history["loss"].tolist() == [*dbn.rbm[0].e, *dbn.rbm[1].e]
    assert "history" not in nn.names()


@pytest.mark.parametrize(
    ("name", "counts"), [("nn", [16, 10, 3]), ("rbm", [11]), ("dbn", [19, 14])]
)
def test_summaries_count_parameters(fits, name, counts) -> None:
    found = rnet.summary(fits[name])
    assert found.frame["parameters"].tolist() == counts
    assert str(found).startswith(str(fits[name]))
    assert str(found).endswith(f"{sum(counts)} parameters")


def test_losses_are_drawn(fits) -> None:
    for name, lines in (("nn", 1), ("rbm", 1), ("dbn", 2)):
        (axes,) = rnet.plot(fits[name]).axes
        assert len(axes.lines) == lines
        assert axes.lines[0].get_ydata().tolist() == fits[name].history["loss"].tolist()[:3]


def test_weights_of_a_machine_are_drawn(fits) -> None:
    (axes,) = rnet.plot(fits["rbm"], "weights").axes
    np.testing.assert_array_equal(axes.images[0].get_array(), fits["rbm"].W)
    (axes,) = rnet.plot(fits["rbm"], "weights", image=(1, 3), which=[2]).axes
    np.testing.assert_array_equal(axes.images[0].get_array(), fits["rbm"].W[1:])


def test_r_code_sees_a_list(capsys) -> None:
    rnet.r(
        """
        set.seed(1); fit <- rbm.train(matrix(c(0, 1, 1, 0), 2), 2)
        print(is.null(fit$history)); print(class(fit)); print(is.null(attributes(fit)$class))
        """
    )
    assert capsys.readouterr().out == '[1] TRUE\n[1] "list"\n[1] TRUE\n'


def test_pretrain_tables() -> None:
    rnet.set_seed(1)
    digits = rnet.data("digits")[:200]
    found = rnet.pretrain_table(
        "digit ~ .", digits, (4, 4), n_epochs=2, learn_rates=(0.1,), pretrain={"n_epochs": 1}
    )
    assert found.history["start"].unique().tolist() == list(found.errors.index)
    assert len(found.history) == 2 * len(found.errors)
    assert found.summary()["parameters"].tolist() == [net.parameters for net in found.nets.values()]
    assert len(found.plot().axes[0].patches) == 3 * len(found.errors)
    assert len(found.plot("history").axes[0].lines) == len(found.errors)
