"""Sparse matrices of predictors, as e1071 takes them: `oracles/e1071/svm_sparse.R`."""

import numpy as np
import pytest
from oracles import load_json
from scipy import sparse

from rnet import RError, coef, data, fitted, predict, runif, set_seed, svm, write_svm

RECORDED = load_json("e1071/svm_sparse.json")
iris = data("iris")
DENSE = iris.iloc[:, :4].to_numpy() * (iris.iloc[:, :4].to_numpy() > 1.5)
X, SPECIES, LENGTH = sparse.csr_matrix(DENSE), iris["Species"], iris["Sepal.Length"]

# The radial kernel of sparse rows is expanded; the last digits are its own.
EXPANDED = 1e-9

TYPED = {
    "radial": lambda: svm(X, SPECIES),
    "linear": lambda: svm(X, LENGTH, kernel="linear"),
    "polynomial": lambda: svm(X, SPECIES, kernel="polynomial", probability=True),
    "cross": lambda: svm(X, LENGTH, cross=5),
    "nu": lambda: svm(X, SPECIES, type="nu-classification", nu=0.2),
    "one": lambda: svm(X, type="one-classification", nu=0.2),
}


def numbers(texts: list[str] | str) -> list[float]:
    """Numbers that travel as text with 17 digits."""
    return [float(text) for text in np.atleast_1d(texts)]


@pytest.mark.parametrize("name", TYPED)
def test_as_r(name) -> None:
    if name in ("nu", "one"):
        pytest.importorskip("libsvm")
    recorded = RECORDED[name]
    set_seed(1)
    fit = TYPED[name]()
    assert runif(1).tolist() == numbers(recorded["uniform"])
    assert fit.sparse
    assert fit.index.tolist() == recorded["index"]
    assert fit.coefs.ravel(order="F").tolist() == numbers(recorded["coefs"])
    assert fit.rho.tolist() == numbers(recorded["rho"])
    assert not fit.scaled.any()
    assert fit.x_scale is fit.y_scale is None
    answer = predict(fit, X)
    found = answer.decision_values.to_numpy().ravel(order="F")
    np.testing.assert_allclose(found, numbers(recorded["decisions"]), rtol=EXPANDED, atol=EXPANDED)
    assert list(answer.index[:2]) == ["1", "2"]
    assert predict(fit, DENSE).tolist() == answer.tolist()
    if "mse" in recorded:
        np.testing.assert_allclose(fit.MSE, numbers(recorded["mse"]), rtol=EXPANDED)
    if "proba" in recorded:
        np.testing.assert_allclose(fit.probA, numbers(recorded["proba"]), rtol=EXPANDED)


@pytest.mark.parametrize("form", ["csr_matrix", "csc_matrix", "coo_array", "csr_array"])
def test_every_form_of_sparse_matrix(form) -> None:
    fit = svm(getattr(sparse, form)(DENSE), SPECIES)
    assert fit.coefs.tolist() == svm(DENSE, SPECIES, scale=False).coefs.tolist()
    assert predict(fit, getattr(sparse, form)(DENSE)[:3] if "coo" not in form else X[:3]).tolist()


def test_dense_machine_predicts_sparse_rows() -> None:
    scaled = svm(DENSE, SPECIES)
    assert predict(scaled, X).tolist() == fitted(scaled).tolist()


def test_rows_can_be_chosen() -> None:
    rows = list(range(1, 101))
    fit = svm(X, SPECIES, subset=rows)
    assert fit.index.tolist() == svm(DENSE, SPECIES, subset=rows, scale=False).index.tolist()


def test_missing_values_are_refused() -> None:
    for x, y in ((X * np.nan, SPECIES), (X, LENGTH.where(LENGTH > 5))):
        with pytest.raises(RError, match="missing values in object"):
            svm(x, y)
    with pytest.raises(RError, match="missing values in object"):
        predict(svm(X, SPECIES), X * np.nan)


def test_infinite_and_mismatched() -> None:
    with pytest.raises(RError, match="NA/NaN/Inf"):
        svm(X.multiply(np.inf).tocsr(), SPECIES)
    with pytest.raises(RError, match="arguments imply differing number of rows"):
        svm(X[:9], SPECIES)
    with pytest.raises(RError, match="test data does not match model !"):
        predict(svm(X, SPECIES), X[:, :3])


def test_wide_matrix_is_not_made_dense(tmp_path) -> None:
    rng = np.random.default_rng(1)
    places = np.repeat(np.arange(60), 10), rng.integers(0, 1_000_000, size=600)
    wide = sparse.csr_matrix((rng.normal(size=600), places), shape=(60, 1_000_000))
    y = np.asarray(wide.sum(axis=1)).ravel()
    fit = svm(wide, y, kernel="linear", cross=2)
    assert len(predict(fit, wide)) == 60
    write_svm(fit, tmp_path / "a", tmp_path / "b", tmp_path / "c")


def test_coefficients() -> None:
    dense = svm(DENSE, LENGTH, kernel="linear", scale=False)
    found = coef(svm(X, LENGTH, kernel="linear"))
    np.testing.assert_allclose(found, coef(dense), rtol=EXPANDED)
