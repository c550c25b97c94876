"""The unsupervised models from R code."""

import pytest

import rnet
from rnet.conditions import RError

CODE = {
    "rbm": (
        """
        fit <- rbm(~ . - digit, data = digits, hidden = 8, n.epochs = 2)
        c(dim(predict(fit, digits[1:3, ])), length(fit$visible.bias))
        """,
        [3, 8, 64],
    ),
    "autoencoder": (
        """
        fit <- autoencoder(~ . - digit, digits, hidden = c(16, 2, 16), n.epochs = 2)
        found <- reconstruct(fit, digits[1:3, ])
        c(dim(encode(fit, digits)), length(found$anomaly_scores), dim(found$reconstructed))
        """,
        [200, 2, 3, 3, 64],
    ),
    "dbn": (
        """
        fit <- dbn(digit ~ ., digits, hidden = c(10, 5), pretrain = list(n.epochs = 1),
                   n.epochs = 1)
        c(length(fit$layers), length(predict(fit, digits, type = "class")), fit$parameters)
        """,
        [2, 200, 765],
    ),
    "sae": (
        """
        fit <- sae(digit ~ ., digits, hidden = 4, noise = 0.1, n.epochs = 1)
        dim(predict(fit, digits[1:3, ]))
        """,
        [3, 10],
    ),
    "generate": (
        """
        fit <- dbn(digit ~ ., digits, hidden = 5, pretrain = list(n.epochs = 1), n.epochs = 1)
        c(dim(generate(fit, 3)), dim(generate(fit, 2, label = "4", round = 2)))
        """,
        [3, 64, 2, 64],
    ),
    "compare_pca": (
        """
        fit <- autoencoder(~ . - digit, digits, hidden = 3, n.epochs = 1)
        found <- compare_pca(fit)
        c(found$k, length(found$angles), found$error >= found$error.pca)
        """,
        [3, 3, 1],
    ),
    "pretrain_table": (
        """
        fit <- pretrain_table(digit ~ ., digits, hidden = c(4, 4), n.epochs = 1,
                              pretrain = list(n.epochs = 1))
        dim(fit$errors)
        """,
        [6, 5],
    ),
}


@pytest.mark.parametrize("name", CODE)
def test_r_code_runs(name) -> None:
    code, expected = CODE[name]
    start = 'set.seed(1); data("digits"); digits <- digits[1:200, ]'
    assert [int(value) for value in rnet.r(f"{start}\n{code}")] == expected


def test_r_prints_the_fit(capsys) -> None:
    rnet.r('set.seed(1); data("digits"); print(rbm(~ . - digit, digits, 5, n.epochs = 1))')
    printed = capsys.readouterr().out
    assert "Restricted Boltzmann machine: 64 binary visible units, 5 hidden units" in printed


def test_arguments_may_be_written_as_in_python() -> None:
    code = "deparse(mlp(Species ~ ., iris, hidden = 2, n_epochs = 1, batch_size = 50)$call)"
    said = "mlp(formula = Species ~ ., data = iris, hidden = 2, n.epochs = 1, batch.size = 50)"
    assert " ".join(part.strip() for part in rnet.r(code)) == said
    with pytest.raises(RError, match=r"unused argument \(n_epoch_s = 1\)"):
        rnet.r("mlp(Species ~ ., iris, hidden = 2, n_epoch_s = 1)")


def test_a_net_takes_no_offset() -> None:
    with pytest.raises(RError, match="a net takes no offset"):
        rnet.mlp("Sepal.Length ~ offset(Sepal.Width) + Petal.Width", rnet.data("iris"), hidden=2)


def test_arguments_of_package_rnn_have_its_spelling() -> None:
    pytest.importorskip("torch")
    x = "array(1:8 / 8, c(2, 4, 1))"
    fit = f"trainr({x}, {x}, learningrate = 0.1, hidden_dim = 2, network_type = 'gru')"
    assert rnet.r(f"dim(predictr({fit}, {x}))").tolist() == [2, 4, 1]
