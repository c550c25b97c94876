"""`mlp`: formulas, responses, predictions, what it prints, and what it refuses."""

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError
from rnet.deep.activations import ACTIVATIONS
from rnet.deep.losses import LOSSES
from rnet.deep.optimizers import OPTIMIZERS, optimizer_named

IRIS = rnet.data("iris")
INFERT = rnet.data("infert")
CARS = rnet.data("mtcars")
DIGITS = rnet.data("digits")
SAME = 1e-12  # the same sums in another order

QUICK = {"n_epochs": 3, "progress": False}


def iris_net(**arguments):
    rnet.set_seed(1)
    return rnet.mlp("Species ~ .", IRIS, **{"hidden": 5, **QUICK, **arguments})


def test_digits_are_learnt() -> None:
    rnet.set_seed(1)
    fit = rnet.mlp("digit ~ .", DIGITS[:1200], hidden=(64, 32), n_epochs=20)
    right = fit.predict(DIGITS[1200:], type="class") == DIGITS["digit"][1200:].astype(str)
    assert right.mean() > 0.9
    assert fit.history["accuracy"].iloc[-1] > 0.97
    assert fit.encoder.image == (8, 8)


def test_the_same_seed_gives_the_same_bits() -> None:
    fits = [iris_net(dropout=0.2, batch_norm=True, val_prop=0.2) for _ in range(2)]
    for name, values in fits[0].weights.items():
        assert (values == fits[1].weights[name]).all()
    assert fits[0].history.equals(fits[1].history)


def test_history_has_a_row_for_each_epoch() -> None:
    fit = iris_net(val_prop=0.2, batch_size=40)
    assert fit.history["epoch"].tolist() == [1, 2, 3]
    assert fit.history["step"].tolist() == [3, 6, 9]
    columns = ["epoch", "step", "loss", "val_loss", "accuracy", "val_accuracy"]
    assert fit.history.columns.tolist() == [*columns, "grad_norm_1", "grad_norm_2"]


def test_a_factor_of_three_classes() -> None:
    fit = iris_net(n_epochs=60, learn_rates=0.01)
    raw, shares = fit.predict(IRIS), fit.predict(IRIS, type="prob")
    assert raw.equals(shares)
    assert shares.columns.tolist() == ["setosa", "versicolor", "virginica"]
    np.testing.assert_allclose(shares.sum(axis=1), 1.0, rtol=SAME)
    classes = fit.predict(IRIS, type="class")
    assert (classes == shares.idxmax(axis=1)).all()
    assert (classes == IRIS["Species"]).mean() > 0.9
    assert fit.lev == ["setosa", "versicolor", "virginica"]
    assert str(rnet.table(classes, IRIS["Species"])).startswith(" ")


@pytest.mark.parametrize("loss", ["bce", "mse", "ce", "kl", "hinge", "euclidean"])
def test_a_factor_of_two_classes(loss) -> None:
    frame = IRIS[50:].assign(Species=IRIS["Species"][50:].cat.remove_unused_categories())
    rnet.set_seed(2)
    fit = rnet.mlp("Species ~ .", frame, hidden=4, loss=loss, n_epochs=100, learn_rates=0.01)
    assert len(fit.outputs.names) == (2 if LOSSES[loss].of_classes else 1)
    assert (fit.predict(type="class") == frame["Species"]).mean() > 0.9
    if loss in ("bce", "ce", "kl"):
        shares = fit.predict(type="prob")
        assert shares.columns.tolist() == ["versicolor", "virginica"]
        np.testing.assert_allclose(shares.sum(axis=1), 1.0, rtol=SAME)
    else:
        with pytest.raises(RError, match="inappropriate fit for prob"):
            fit.predict(type="prob")


def test_zeros_and_ones_with_bce_are_classes() -> None:
    rnet.set_seed(1)
    formula = "case ~ age + parity + induced + spontaneous"
    fit = rnet.mlp(formula, INFERT, hidden=(), loss="bce", optim="lbfgs", n_epochs=500)
    exact = rnet.coef(rnet.glm(formula, "binomial", INFERT))
    found = [*fit.weights["layer1.biases"], *fit.weights["layer1.weights"][:, 0]]
    np.testing.assert_allclose(found, exact, atol=2e-5)
    assert set(fit.predict(type="class")) == {"0", "1"}


def test_several_numbers() -> None:
    rnet.set_seed(1)
    formula = "cbind(mpg, qsec) ~ wt + hp"
    scaled = CARS / CARS.max()
    fit = rnet.mlp(formula, scaled, hidden=0, optim="lbfgs", n_epochs=500)
    assert fit.predict().columns.tolist() == ["mpg", "qsec"]
    exact = rnet.lm("mpg ~ wt + hp", scaled)
    np.testing.assert_allclose(fit.predict()["mpg"], rnet.fitted(exact), atol=1e-5)
    with pytest.raises(RError, match="inappropriate fit for class"):
        fit.predict(type="class")


def test_formulas_are_rs() -> None:
    rnet.set_seed(1)
    fit = rnet.mlp("mpg ~ factor(cyl) + scale(wt) + hp:am", CARS, hidden=2, **QUICK)
    assert fit.encoder.input_names == ("factor(cyl)6", "factor(cyl)8", "scale(wt)", "hp:am")
    some = CARS[5:9]
    np.testing.assert_allclose(fit.predict(some), fit.predict()[5:9], rtol=SAME)


def test_784_columns() -> None:
    stream = np.random.default_rng(1)
    frame = pd.DataFrame(stream.random((200, 784)), columns=[f"p{k}" for k in range(784)])
    frame["digit"] = pd.Categorical(stream.integers(0, 10, 200).astype(str))
    fit = rnet.mlp("digit ~ .", frame, hidden=10, **QUICK)
    assert fit.parameters == 784 * 10 + 10 + 10 * 10 + 10
    rest = rnet.mlp("digit ~ . - p3", frame, hidden=10, **QUICK)
    assert rest.weights["layer1.weights"].shape == (783, 10)


def test_new_data_may_be_rows_of_inputs() -> None:
    fit = iris_net()
    x = IRIS.drop(columns="Species")
    expected = fit.predict(IRIS).to_numpy()
    for rows in (x, x.to_numpy(), x.to_numpy().tolist()):
        assert (fit.predict(rows).to_numpy() == expected).all()
    assert (fit.predict(x.to_numpy()[0]).to_numpy() == expected[:1]).all()


@pytest.mark.parametrize("optim", OPTIMIZERS)
def test_each_optimiser_lowers_the_loss(optim) -> None:
    rate = {"sgd": 0.05, "lbfgs": None}.get(optim, 0.02)
    history = iris_net(optim=optim, learn_rates=rate, n_epochs=40, act="tanh").history["loss"]
    assert history.iloc[-1] < 0.6 * history.iloc[0]


@pytest.mark.parametrize("act", sorted(set(ACTIVATIONS) - {"step"}))
def test_each_activation_learns(act) -> None:
    history = iris_net(act=act, learn_rates=0.02, n_epochs=40).history["loss"]
    assert history.iloc[-1] < 0.8 * history.iloc[0]


def test_an_activation_of_the_users_own() -> None:
    own, known = (iris_net(act=act, init=0.5) for act in (np.tanh, "tanh"))
    np.testing.assert_allclose(own.predict(), known.predict(), rtol=1e-7)  # numeric slopes
    each = iris_net(hidden=(4, 3), act=["tanh", "relu"])
    assert [layer.activation.name for layer in each.layers] == ["tanh", "relu", "softmax"]


def test_learning_rates_may_change() -> None:
    constant = iris_net(learn_rates=[0.01, 0.005, 0.0025])
    for other in (
        iris_net(learn_rates=0.01, learningrate_scale=0.5),
        iris_net(learn_rates=lambda epoch: 0.01 * 0.5 ** (epoch - 1)),
    ):
        np.testing.assert_allclose(other.predict(), constant.predict(), rtol=SAME)


def test_optimiser_constants() -> None:
    without = iris_net(optim=optimizer_named("momentum", momentum=0.0), learn_rates=0.01)
    np.testing.assert_allclose(
        without.predict(), iris_net(optim="sgd", learn_rates=0.01).predict(), rtol=SAME
    )


def test_residual_and_batch_norm_are_where_they_fit() -> None:
    fit = iris_net(hidden=(6, 6, 4, 4), residual=True, batch_norm=True)
    assert [layer.residual for layer in fit.layers] == [False, True, False, True, False]
    assert [layer.batch_norm is None for layer in fit.layers] == [False] * 4 + [True]
    assert fit.parameters == sum(
        [4 * 6 + 6, 6 * 6 + 6, 6 * 4 + 4, 4 * 4 + 4, 4 * 3 + 3, 2 * (6 + 6 + 4 + 4)]
    )


def test_dropout_changes_training_and_not_prediction() -> None:
    fit = iris_net(hidden=(6, 4), dropout=[0.1, 0.5], visible_dropout=0.2)
    assert [layer.dropout for layer in fit.layers] == [0.2, 0.1, 0.5]
    assert fit.predict(IRIS).equals(fit.predict(IRIS))


def test_early_stopping_needs_cases_held_out() -> None:
    fit = iris_net(val_prop=0.3, patience=2, n_epochs=200, learn_rates=0.05)
    assert len(fit.history) < 200
    assert fit.best_epoch == fit.history["val_loss"].idxmin() + 1
    with pytest.raises(RError, match="'patience' needs cases held out"):
        iris_net(patience=2)


def test_it_prints_call_layers_parameters_and_loss() -> None:
    rnet.set_seed(1)
    fit = rnet.mlp(
        "Species ~ .", IRIS, hidden=(6, 6), batch_norm=True, dropout=0.1, residual=True,
        L2=0.01, clip=1.0, learn_rates=0.01, learningrate_scale=0.9, val_prop=0.2, n_epochs=10,
    )  # fmt: skip
    lines = str(rnet.summary(fit)).split("\n")
    assert lines[0] == "Call:"
    assert lines[1].startswith("mlp(formula = Species ~ ., data = IRIS, hidden = c(6, 6), ")
    table = lines.index("Network of 3 layers: 3 classes") + 2
    assert [line.split() for line in lines[table : table + 4]] == [
        ["inputs", "units", "activation", "with", "parameters"],
        ["1", "4", "6", "relu", "batch", "norm", "42"],
        ["2", "6", "6", "relu", "batch", "norm,", "residual,", "dropout", "0.1", "54"],
        ["3", "6", "3", "softmax", "dropout", "0.1", "21"],
    ]
    assert lines[table + 5] == "117 parameters"
    assert lines[table + 6].startswith("10 epochs (40 steps): ce ")
    assert lines[table + 7].startswith("held out, epoch 10: ce ")
    assert lines[-3:] == [
        "Adam, learning rate 0.01 to 0.00387, batches of 32",
        "penalty L2 = 0.01",
        "gradients clipped at 1",
    ]
    assert "117 parameters" in fit._repr_html_()


def test_components_have_names() -> None:
    fit = iris_net()
    assert fit["fitted.values"].equals(fit.predict())
    assert fit["parameters"] == 4 * 5 + 5 + 5 * 3 + 3
    assert fit["loss"] == fit.history["loss"].iloc[-1]
    assert set(fit.names()) >= {"call", "layers", "weights", "history", "lev"}
    assert fit["weights"]["layer1.weights"].shape == (4, 5)


def test_forward_shows_every_unit() -> None:
    fit = iris_net(hidden=(4, 3), act="tanh")
    run = rnet.forward(fit, IRIS[:7])
    w = fit.weights
    pre = IRIS.iloc[:7, :4].to_numpy() @ w["layer1.weights"] + w["layer1.biases"]
    np.testing.assert_allclose(run.pre[0], pre, rtol=SAME)
    np.testing.assert_allclose(run.post[0], np.tanh(pre), rtol=SAME)
    assert run.post[-1].equals(fit.predict(IRIS[:7]))
    assert str(run).startswith("$pre[[1]]\n")
    assert [a.shape for a in fit.activations(IRIS[:7])] == [(7, 4), (7, 3), (7, 3)]


@pytest.mark.parametrize("loss", ["ce", "kl", "hinge", "mse"])
def test_gradient_is_the_numeric_one(loss) -> None:
    fit = iris_net(act="tanh", loss=loss, batch_norm=True)
    found = rnet.gradient(fit)
    assert found.check() < 1e-7  # central differences
    again = rnet.gradient(fit, IRIS, IRIS["Species"])
    assert again.loss == found.loss
    assert found.norms.shape == (2,)
    assert found.inputs.shape == (150, 4)


def test_gradient_of_one_output() -> None:
    rnet.set_seed(3)
    fit = rnet.mlp("case ~ parity", INFERT, hidden=2, loss="bce", act="logistic", **QUICK)
    assert rnet.gradient(fit).check() < 1e-7
    some = rnet.gradient(fit, INFERT[:5], INFERT["case"][:5])
    assert some.check() < 1e-7
    assert "$layer1.weights" in str(some)


@pytest.mark.parametrize("what", ["history", "gradients", "network", "activations"])
def test_pictures(what) -> None:
    figure = rnet.plot(iris_net(val_prop=0.1, hidden=(20, 3)), what)
    assert figure.axes
    figure.canvas.draw()


def test_the_surface_of_two_inputs() -> None:
    rnet.set_seed(1)
    fit = rnet.mlp("Species ~ Petal.Length + Petal.Width", IRIS, hidden=3, **QUICK)
    rnet.plot(fit, "surface").canvas.draw()
    axes = rnet.plot(fit, "surface", unit=(1, 2)).axes
    assert axes[0].get_xlabel() == "Petal.Length"
    with pytest.raises(RError, match="a surface needs two inputs"):
        rnet.plot(iris_net(), "surface")


def test_histories_of_several_fits_in_one_picture() -> None:
    slow, quick = iris_net(learn_rates=0.001), iris_net(learn_rates=0.01)
    figure = rnet.plot(slow, "history", quick, labels=["slow", "quick"])
    assert len(figure.axes[0].lines) == 2


FAULTS = [
    ({"hidden": "many"}, "'hidden' must be"),
    ({"hidden": (3, 0)}, "'hidden' must be a whole number"),
    ({"hidden": 2.5}, "'hidden' must be a whole number"),
    ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
    ({"n_epochs": -1}, "'n_epochs' must be a whole number not below 1"),
    ({"batch_size": 151}, "the batch size 151 is larger than the 150 cases"),
    ({"batch_size": 0}, "'batch_size' must be a whole number"),
    ({"learn_rates": 0}, "'learn_rates' must be positive"),
    ({"learn_rates": float("nan")}, "'learn_rates' must be"),
    ({"learn_rates": [0.1, 0.2]}, "2 learn_rates for 3 epochs"),
    ({"learn_rates": "fast"}, "'learn_rates' must be"),
    ({"loss": "square"}, "unknown loss 'square'"),
    ({"act": "sine"}, "unknown activation 'sine'"),
    ({"act": ["relu", "tanh"]}, "2 activations for 1 hidden layer"),
    ({"act": "step"}, "a step unit cannot be trained"),
    ({"act": lambda z: z.sum()}, "does not give one number for each"),
    ({"output": "wide"}, "unknown activation 'wide'"),
    ({"optim": "newton"}, "unknown optimiser 'newton'"),
    ({"init": "best"}, "unknown initialisation 'best'"),
    ({"init": -1.0}, "unknown initialisation -1.0"),
    ({"dropout": 1.0}, r"'dropout' must be in \[0, 1\)"),
    ({"dropout": [0.1, 0.2]}, "2 dropouts for 1 hidden layer"),
    ({"visible_dropout": -0.1}, "'visible_dropout' must be"),
    ({"val_prop": 1.0}, r"'val_prop' must be in \[0, 1\)"),
    ({"val_prop": 0.999}, "no cases are left to train on"),
    ({"L1": -1}, "'L1' must be a number that is not negative"),
    ({"clip": 0}, "'clip' must be positive"),
    ({"optim": "lbfgs", "dropout": 0.5}, "L-BFGS needs the same loss"),
    ({"optim": "lbfgs", "clip": 1.0}, "L-BFGS needs the gradients as they are"),
    ({"optim": "lbfgs", "learn_rates": 0.1}, "L-BFGS has no learning rate"),
    ({"optim": "lbfgs", "learningrate_scale": 0.5}, "L-BFGS has no learning rate"),
    ({"loss": "kl_reverse"}, "infinite"),
]


@pytest.mark.parametrize(("arguments", "message"), FAULTS, ids=[str(fault[0]) for fault in FAULTS])
def test_bad_arguments(arguments, message) -> None:
    with pytest.raises(RError, match=message):
        iris_net(**arguments)


def with_value(value):
    frame = IRIS.copy()
    frame.loc[3, "Petal.Width"] = value
    return frame


BAD_DATA = [
    ("Species ~ .", with_value(np.nan), "missing values in 'Petal.Width'"),
    ("Species ~ .", with_value(np.inf), "infinite values in 'Petal.Width'"),
    ("Species ~ .", IRIS[:50], "the response 'Species' has one class only"),
    ("Species ~ .", IRIS[:0], "there are no cases"),
    ("Species ~ 1", IRIS, "there are no inputs"),
    ("~ .", IRIS, "the formula has no response"),
    ("Kind ~ .", IRIS, "object 'Kind' not found"),
    ("Species ~ .", with_value(1.0).assign(Species=pd.Categorical([None] * 150)), "missing|class"),
]


@pytest.mark.parametrize(("formula", "frame", "message"), BAD_DATA)
def test_bad_data(formula, frame, message) -> None:
    with pytest.raises(RError, match=message):
        rnet.mlp(formula, frame, hidden=3, **QUICK)


def test_numbers_where_classes_are_needed() -> None:
    with pytest.raises(RError, match="loss 'ce' needs classes"):
        rnet.mlp("mpg ~ wt", CARS, hidden=2, loss="ce", **QUICK)
    with pytest.raises(RError, match="loss 'bce' needs a response between 0 and 1"):
        rnet.mlp("mpg ~ wt", CARS, hidden=2, loss="bce", **QUICK)


def test_exploding_losses_say_where_and_what_to_try() -> None:
    with pytest.raises(RError, match="the loss exploded in epoch") as caught:
        rnet.mlp("mpg ~ .", CARS, hidden=(20, 20), optim="sgd", learn_rates=0.1, n_epochs=50)
    assert "the sums of layer" in caught.value.message
    assert "smaller learn_rates" in caught.value.advice


@pytest.mark.parametrize(
    ("newdata", "message"),
    [
        ([[1.0, 2.0]], "'newdata' has 2 columns, the model 4 inputs"),
        (IRIS.drop(columns="Petal.Width"), "object 'Petal.Width' not found"),
        (with_value(np.nan), "missing values in 'Petal.Width'"),
        ([["a", "b", "c", "d"]], "'newdata' must be numeric"),
        (DIGITS, "object 'Sepal.Length' not found"),
    ],
)
def test_bad_new_data(newdata, message) -> None:
    with pytest.raises(RError, match=message):
        iris_net().predict(newdata)


def test_pictures_of_the_wrong_size() -> None:
    rnet.set_seed(1)
    fit = rnet.mlp("digit ~ .", DIGITS[:200], hidden=5, **QUICK)
    with pytest.raises(RError, match="'newdata' has 100 columns, the model 64 inputs"):
        fit.predict(np.zeros((3, 100)))


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (IRIS[:3], ["setosa"], "1 responses for 3 cases"),
        (IRIS[:1], ["rosa"], "there is no class 'rosa'"),
        (IRIS[:1], None, 'argument "y" is missing'),
    ],
)
def test_bad_responses_of_a_gradient(x, y, message) -> None:
    with pytest.raises(RError, match=message):
        rnet.gradient(iris_net(), x, y)


def test_start_weights_may_be_given() -> None:
    first = iris_net(batch_norm=True)
    again = iris_net(batch_norm=True, startweights=first.weights, learn_rates=1e-9)
    np.testing.assert_allclose(again.weights["layer1.scale"], first.weights["layer1.scale"])
    np.testing.assert_allclose(
        again.weights["layer2.weights"], first.weights["layer2.weights"], atol=1e-7
    )
    part = iris_net(startweights={"layer1.biases": np.arange(5.0)}, learn_rates=1e-9)
    np.testing.assert_allclose(part.weights["layer1.biases"], np.arange(5.0), atol=1e-7)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"layer9.weights": [[1.0]]}, "there are no weights 'layer9.weights'"),
        ({"layer1.weights": [[1.0]]}, "start weights 'layer1.weights' are not 4 x 5"),
        ({"layer1.biases": [np.nan] * 5}, "start weights 'layer1.biases' are not 5 finite"),
        ({"layer1.biases": ["a"] * 5}, "start weights 'layer1.biases' are no numbers"),
    ],
)
def test_bad_start_weights(given, message) -> None:
    with pytest.raises(RError, match=message):
        iris_net(startweights=given)


def bowl(x, y):
    return x**2 / 20 + y**2


def test_optimizers_walk_down_a_surface() -> None:
    walk = rnet.optimizer_paths(bowl, (-8, 2), learn_rates=0.1, steps=50)
    assert set(walk.paths["optimizer"]) == {*OPTIMIZERS} - {"lbfgs"}
    assert len(walk.paths) == 6 * 51
    first = walk.paths[walk.paths["optimizer"] == "sgd"]
    expected = [[-8 * 0.99**t, 2 * 0.8**t] for t in range(51)]  # slopes x / 10 and 2 y
    np.testing.assert_allclose(first[["x", "y"]], expected, atol=1e-7)
    assert (walk.ends["value"] < bowl(-8, 2)).all()
    assert len(rnet.plot(walk).axes[0].lines) == 6
    assert str(walk).split("\n")[0].split() == ["optimizer", "step", "x", "y", "value"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"start": (1, 2, 3)}, "'start' must be two numbers"),
        ({"optim": "lbfgs"}, "L-BFGS has no rate"),
        ({"optim": ["sgd", "adam"], "learn_rates": [1, 2, 3]}, "3 learn_rates for 2 optimisers"),
        ({"optim": "sgd", "learn_rates": 1e200}, "'sgd' leaves the surface"),
        ({"steps": 0}, "'steps' must be a whole number"),
    ],
)
def test_bad_paths(arguments, message) -> None:
    with np.errstate(all="ignore"), pytest.raises(RError, match=message):
        rnet.optimizer_paths(bowl, **{"start": (-8, 2), **arguments})


def test_a_filmstrip_of_surfaces() -> None:
    def trained(epochs):
        rnet.set_seed(1)
        return rnet.mlp("am ~ wt + hp", CARS, hidden=3, n_epochs=epochs, standardize=True)

    figure = rnet.plot(trained(1), "surface", trained(20), trained(60))
    assert [axes.get_title() for axes in figure.axes[:3]] == ["epoch 1", "epoch 20", "epoch 60"]
    with pytest.raises(RError, match="subscript out of bounds"):
        rnet.plot(trained(1), "surface", unit=(1, 9))


def test_histories_by_step() -> None:
    axes = rnet.plot(iris_net(), "history", iris_net(batch_size=10), by="step").axes[0]
    assert axes.get_xlabel() == "step"
    assert axes.lines[1].get_xdata()[-1] == 45


@pytest.mark.parametrize("hidden", [(), (5,), (6, 6)])
def test_standardised_variables_give_weights_for_plain_ones(hidden) -> None:
    formula, scaled = "mpg ~ wt + disp + hp", (CARS - CARS.mean()) / CARS.std()
    rest = {"hidden": hidden, "n_epochs": 20, "residual": True, "batch_norm": True}
    rest |= {"optim": "sgd", "learn_rates": 0.05}  # Adam would blow up slopes that are rounding
    rnet.set_seed(1)
    plain = rnet.mlp(formula, CARS, standardize=True, **rest)
    rnet.set_seed(1)
    other = rnet.mlp(formula, scaled, **rest)
    expected = other.predict() * CARS["mpg"].std() + CARS["mpg"].mean()
    np.testing.assert_allclose(plain.predict(), expected, rtol=1e-9)
    np.testing.assert_allclose(plain.history, other.history, rtol=1e-9)
    assert rnet.gradient(plain).loss == pytest.approx(
        float(((plain.predict()["mpg"] - CARS["mpg"]) ** 2).mean())
    )


def test_standardised_classes_and_constant_inputs() -> None:
    rnet.set_seed(1)
    frame = IRIS.assign(one=1.0)
    fit = rnet.mlp("Species ~ .", frame, hidden=4, standardize=True, n_epochs=60, learn_rates=0.02)
    assert (fit.predict(type="class") == IRIS["Species"]).mean() > 0.94
    with pytest.raises(RError, match="start weights are for variables as they are"):
        iris_net(standardize=True, startweights={"layer1.biases": np.zeros(5)})


def test_r_code_fits_networks() -> None:
    code = """
    set.seed(1)
    net <- mlp(Species ~ ., iris, hidden = c(5, 4), act = "tanh", n.epochs = 3, val.prop = 0.2)
    c(net$parameters, nrow(net$history), length(forward(net, iris[1:2, ])$pre),
      mean(predict(net, iris, type = "class") == net$lev[1]) <= 1, ncol(predict(net, iris)))
    """
    assert rnet.r(code).tolist() == [4 * 5 + 5 + 5 * 4 + 4 + 4 * 3 + 3, 3, 3, 1, 3]


def test_r_and_python_draw_the_same() -> None:
    rnet.r("set.seed(7); net <- mlp(mpg ~ wt, mtcars, hidden = 3, n.epochs = 2, dropout = 0.1)")
    rnet.set_seed(7)
    fit = rnet.mlp("mpg ~ wt", CARS, hidden=3, n_epochs=2, dropout=0.1)
    assert rnet.r("net$loss") == fit.loss


def test_a_progress_bar_counts_epochs(capsys) -> None:
    pytest.importorskip("tqdm")
    iris_net(progress=True, n_epochs=4)
    assert "4/4" in capsys.readouterr().err


def test_a_fit_may_be_copied_and_sent() -> None:
    fit = iris_net(batch_norm=True)
    for other in (copy.deepcopy(fit), pickle.loads(pickle.dumps(fit))):
        assert str(other) == str(fit)
        assert other.predict(IRIS).equals(fit.predict(IRIS))
