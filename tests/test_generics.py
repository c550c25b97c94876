"""The generic functions: the same as the methods, and R's words for what they cannot take."""

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, coef, data, fitted, plot, predict, residuals, set_seed

INFERT = data("infert")
FORMULA = "case ~ parity + induced + spontaneous"


def network() -> object:
    set_seed(1)
    return rnet.neuralnet(FORMULA, INFERT)


FITS = {
    "neuralnet": network(),
    "svm": rnet.svm(FORMULA, INFERT),
    "classes": rnet.svm("Species ~ .", data("iris")),
    "lm": rnet.lm(FORMULA, INFERT),
    "glm": rnet.glm(FORMULA, "binomial", INFERT),
}
NEW = {name: data("iris")[40:70] if name == "classes" else INFERT[70:100] for name in FITS}


@pytest.mark.parametrize("name", FITS)
def test_generic_and_method_are_the_same(name) -> None:
    fit, new = FITS[name], NEW[name]
    by_generic, by_method = predict(fit, new), fit.predict(new)
    assert type(by_generic) is type(by_method)
    assert pd.DataFrame(by_generic).equals(pd.DataFrame(by_method))


@pytest.mark.parametrize("name", FITS)
@pytest.mark.parametrize("copied", [lambda x: pickle.loads(pickle.dumps(x)), copy.deepcopy])
def test_copies_print_and_predict_the_same(name, copied) -> None:
    fit = FITS[name]
    other = copied(fit)
    assert other is not fit
    assert str(other) == str(fit)
    assert np.array_equal(
        np.asarray(predict(other, NEW[name])), np.asarray(predict(fit, NEW[name]))
    )


@pytest.mark.parametrize("name", FITS)
def test_later_changes_of_the_data_leave_a_fit_alone(name) -> None:
    frame = data("iris") if name == "classes" else data("infert")
    function = getattr(rnet, "svm" if name == "classes" else name)
    formula = "Species ~ ." if name == "classes" else FORMULA
    set_seed(1)
    fit = function(formula, data=frame)
    before = np.asarray(predict(fit, NEW[name])).tolist()
    column = frame.columns[1]
    frame[column] = 0
    del frame[frame.columns[0]]
    assert np.asarray(predict(fit, NEW[name])).tolist() == before


@pytest.mark.parametrize("name", FITS)
def test_data_given_to_a_model_are_not_changed(name) -> None:
    frame = NEW[name].copy()
    predict(FITS[name], frame)
    assert frame.equals(NEW[name])


@pytest.mark.parametrize("name", FITS)
def test_unknown_arguments_are_named(name) -> None:
    with pytest.raises(RError) as caught:
        predict(FITS[name], NEW[name], foo=1)
    assert caught.value.message == "unused argument (foo = 1)"
    assert caught.value.advice.startswith("Arguments are: newdata")


@pytest.mark.parametrize("generic", [predict, coef, fitted, residuals, plot])
def test_what_is_no_fit_is_refused(generic) -> None:
    with pytest.raises(RError, match=f"^no applicable method for '{generic.__name__}'"):
        generic(3)


@pytest.mark.parametrize(
    "family",
    [
        *(rnet.binomial(link) for link in ("logit", "probit", "cauchit", "cloglog", "log")),
        rnet.poisson(), rnet.quasipoisson("sqrt"), rnet.gaussian(), rnet.Gamma(),
        rnet.inverse_gaussian(), rnet.quasibinomial(), rnet.quasi("log", "mu^3"),
    ],
    ids=str,
)  # fmt: skip
def test_families_survive_pickling(family) -> None:
    other = pickle.loads(pickle.dumps(family))
    assert other == family
    assert other.linkinv([0.3]) == family.linkinv([0.3])
    assert other.variance([0.3]) == family.variance([0.3])
