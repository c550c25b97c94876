"""deepnet's calls as R code: every recorded one, what they print, changed results."""

import inspect
from typing import Any

import numpy as np
import pytest
from deepnet_cases import assert_same_machine, assert_same_network, cases, data, load
from oracles import load_json
from r_sessions import safely

import rnet
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rbm import DeepnetRBM
from rnet.interpreter.bridge import to_python
from rnet.interpreter.r import set_variable
from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

FUNCTIONS = {
    "nn.train": rnet.nn_train,
    "rbm.train": rnet.rbm_train,
    "dbn.dnn.train": rnet.dbn_dnn_train,
    "sae.dnn.train": rnet.sae_dnn_train,
    "deepnet:::dbn.train": rnet.dbn_train,
}
NAMES = {"nn": "nn.train", "rbm": "rbm.train", "dbn": "dbn.dnn.train", "sae": "sae.dnn.train"}
START = "library(deepnet)\n"


def r_text(value: Any) -> str:
    """Return a value as R code."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list) and value and isinstance(value[0], list):
        cells = ",".join(repr(cell) for row in value for cell in row)
        return f"matrix(c({cells}), nrow = {len(value)}, byrow = TRUE)"
    if isinstance(value, list):
        return f"c({','.join(map(repr, value))})"
    return repr(value)


def r_list(parts: list[Any]) -> str:
    return f"list({', '.join(r_text(part) for part in parts)})"


def run(code: str, **variables: Any) -> tuple[Session, list[str]]:
    """Run code; return the session and its messages."""
    session = Session()
    for name, part in variables.items():
        set_variable(session, name, part)
    step = safely(session, START + code)
    assert step.error is None, message_of(step.error.condition)
    return session, [message.rstrip("\n") for message in step.messages]


def value(session: Session, code: str) -> Any:
    step = safely(session, code)
    assert step.error is None, message_of(step.error.condition)
    return to_python(step.value, single=False)


def record(session: Session, name: str) -> Any:
    """Return a result made anew from the components that R code sees."""
    parts = value(session, f"unclass(lapply({name}, identity))")
    if "rbm" not in name and "post" in parts:
        kind: Any = DeepnetNN
        parts = {one: parts.get(one) for one in kind.COMPONENTS} | {"quirks": True}
    else:
        kind = DeepnetRBM
    for one in ("activationfun", "output", "hidden_type", "visible_type"):
        if one in parts:
            parts[one] = str(np.ravel(parts[one])[0])
    single = ("learningrate", "momentum", "learningrate_scale", "hidden_dropout",
              "visible_dropout", "cd")  # fmt: skip
    parts |= {one: float(parts[one][0]) for one in single if one in parts}
    return kind(**parts)


def code_of(case: dict[str, Any], function: str) -> str:
    given = [f"{name} = {r_list(part) if name.startswith('init') else r_text(part)}"
             for name, part in case["args"].items() if part is not None]  # fmt: skip
    both = ["x"] if "y" not in inspect.signature(FUNCTIONS[function]).parameters else ["x", "y"]
    call = f"{function}({', '.join([*both, *given])})"
    return f"set.seed({case['meta']['seed']})\nfit <- {call}\nafter <- runif(3)"


@pytest.mark.parametrize(
    "name", [name for first in "01234" for name in cases(first) if name != "00_rng"]
)
def test_recorded_calls_as_r_code(name) -> None:
    case = load(name)
    function = NAMES[name.split("_")[1]]
    if case.get("error"):
        pytest.skip("an error, tested elsewhere")
    x, y = data(case)
    session, told = run(code_of(case, function), x=x, y=y)
    assert told == case.get("messages", [])
    assert value(session, "names(fit)").tolist() == case["rbm" if "rbm" in case else "nn"]["names"]
    fit = record(session, "fit")
    if "rbm" in case:
        assert_same_machine(fit, case["rbm"])
    else:
        assert_same_network(fit, case["nn"])
        for test in case["nn_test"]:
            got = value(session, f"nn.test(fit, x, y, t = {test['t']})")[0]
            assert got == pytest.approx(test["value"], rel=1e-15)
    assert value(session, "after").tolist() == case["rng_after"]


def test_stack_as_r_code() -> None:
    case = load("50_dbn_train_and_down")
    session, told = run(code_of(case, "deepnet:::dbn.train"), x=data(case)[0])
    assert told == case["messages"]
    got = value(session, f"deepnet:::dbn.down(fit, {r_text(case['h'])}, round = {case['round']})")
    np.testing.assert_allclose(got, case["down"], rtol=1e-12)
    assert value(session, "after").tolist() == case["rng_after"]


R_ERRORS = {
    "x_data_frame": "nn.train(data.frame(x), y)",
    "x_data_frame_rbm": "rbm.train(data.frame(x), 3)",
    "x_data_frame_dbn": "dbn.dnn.train(data.frame(x), y)",
    "y_factor": "nn.train(x, factor(y))",
    "y_data_frame": "nn.train(x, data.frame(y))",
    "y_character": "nn.train(x, as.character(y))",
    "activation_linear_documented_but_unsupported": "nn.train(x, y, activationfun = 'linear')",
    "activation_relu": "nn.train(x, y, activationfun = 'relu')",
    "output_unknown": "nn.train(x, y, output = 'exp')",
    "batchsize_1": "nn.train(x, y, batchsize = 1)",
    "initW_size": "nn.train(x, y, list(diag(3), diag(3)), list(1:3, 1), hidden = 3)",
    "initB_size": "nn.train(x, y, list(matrix(0, 3, 2), matrix(0, 1, 3)), list(1, 1), hidden = 3)",
    "rbm_visible_type": "rbm.train(x, 3, visible_type = 'sigm')",
    "rbm_hidden_type": "rbm.train(x, 3, hidden_type = 'sigm')",
    "predict_vector": "nn.predict(nn.train(x, y, hidden = 3), x[1, ])",
    "dbn_hidden_1_then_3": "dbn.dnn.train(x, y, hidden = c(1, 3))",
    "sae_first_layer_longer_than_recycling": "sae.dnn.train(x[1:10, ], y[1:10], c(70, 6, 3))",
}


@pytest.mark.parametrize("name", R_ERRORS)
def test_errors_as_r_code(name) -> None:
    wanted = load_json("deepnet/70_errors.json")["cases"][name]
    session, told = run(
        f"""x <- matrix(1:40 / 40, 20); y <- rep(0:1, 10)
        w <- character(); m <- character()
        e <- withCallingHandlers(tryCatch({R_ERRORS[name]}, error = conditionMessage),
            warning = function(c) {{ w <<- c(w, conditionMessage(c))
              invokeRestart("muffleWarning") }},
            message = function(c) {{ m <<- c(m, conditionMessage(c))
              invokeRestart("muffleMessage") }})"""
    )
    assert told == []
    assert value(session, "e")[0].splitlines()[0] == wanted["error"]
    assert [text.splitlines()[0] for text in value(session, "w")] == wanted["warnings"]
    assert [text.rstrip("\n") for text in value(session, "m")] == wanted["messages"]


def test_results_are_lists_in_r() -> None:
    session, _ = run("set.seed(1); x <- matrix(1:40 / 40, 20); fit <- rbm.train(x, 2)")
    text = safely(session, "fit[c('size', 'cd')]; class(fit); str(fit[1:2])").output
    assert text == (
        "$size\n[1] 2 2\n\n$cd\n[1] 1\n\n"
        '[1] "list"\nList of 2\n $ size: num [1:2] 2 2\n'
        " $ W   : num [1:2, 1:2] -0.2642 -0.1726 0.0588 0.4524\n"
    )


def test_changed_weights_are_used() -> None:
    session, _ = run("set.seed(1); x <- diag(2); fit <- nn.train(x, c(0, 1), hidden = 1)")
    zero = "fit$W[[2]][] <- 0; fit$B[[2]] <- 3; nn.predict(fit, x)[, 1]"
    np.testing.assert_allclose(value(session, zero), 1 / (1 + np.exp(-3)), rtol=1e-15)


def test_mended_networks_predict_as_they_were_trained() -> None:
    session, _ = run(
        """set.seed(1); x <- diag(2)
        fit <- nn.train(x, c(0, 1), hidden = 3, hidden_dropout = .5, quirks = FALSE)"""
    )
    code = "z <- 1 / (1 + exp(-(x %*% t(fit$W[[1]]) + rep(fit$B[[1]], each = 2)))); " \
           "c(nn.predict(fit, x) - 1 / (1 + exp(-(z %*% t(fit$W[[2]]) + fit$B[[2]]))))"  # fmt: skip
    np.testing.assert_allclose(value(session, code), 0, atol=1e-15)


def test_names_of_model_matrices_come_along() -> None:
    session, _ = run(
        """set.seed(1); x <- model.matrix(~ Sepal.Width + Petal.Width - 1, iris)
        fit <- nn.train(x, model.matrix(~ Species - 1, iris), hidden = 2, numepochs = 1)"""
    )
    classes = ["Speciessetosa", "Speciesversicolor", "Speciesvirginica"]
    assert list(value(session, "colnames(fit$W[[1]])")) == ["Sepal.Width", "Petal.Width"]
    assert list(value(session, "rownames(fit$W[[2]])")) == classes
    assert list(value(session, "names(fit$B[[2]])")) == classes
    assert list(value(session, "colnames(nn.predict(fit, x))")) == classes
