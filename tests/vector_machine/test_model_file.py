"""LIBSVM's model files: R's bytes, and machines read back."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import load_json
from scipy import sparse

from rnet import RError, data, predict, read_svm, set_seed, svm, write_svm

RECORDED = {
    **load_json("e1071/write_svm.json")["files"],
    **load_json("e1071/write_svm_more.json"),
}
cats, iris, mtcars = data("cats"), data("iris"), data("mtcars")

# The file keeps 8 digits of the support vectors.
EIGHT_DIGITS = 1e-6
FIVE_OF_TWO_CLASSES = [*range(50, 55), *range(100, 105)]

TYPED = {
    "iris8": lambda: svm("Species ~ .", iris.iloc[[0, 1, 2, 50, 51, 52, 100, 101]]),
    "cats6_reg": lambda: svm("Hwt ~ Bwt", cats[:6]),
    "iris_poly_bin": lambda: svm(
        "Species ~ .",
        iris.iloc[FIVE_OF_TWO_CLASSES].assign(
            Species=lambda frame: frame["Species"].cat.remove_unused_categories()
        ),
        kernel="polynomial",
        scale=False,
    ),
    "iris_one": lambda: svm(iris.iloc[:10, :4], nu=0.3),
    "sigmoid_nu": lambda: svm(
        "Sex ~ .", cats[::12], type="nu-classification", nu=0.3, kernel="sigmoid", coef0=0.1
    ),
    "sigma": lambda: svm("Hwt ~ Bwt", cats[:20], probability=True),
    "linear": lambda: svm("Hwt ~ Bwt", cats[:20], kernel="linear", scale=False),
    "nu_regression": lambda: svm(
        "Hwt ~ Bwt + Sex", cats[::12], type="nu-regression", kernel="poly", degree=2.7
    ),
    "probability": lambda: svm("Species ~ .", iris[::5], probability=True),
    "one_of_two": lambda: svm("mpg ~ wt + factor(cyl)", mtcars),
}
NEED_BINDING = {"iris_one", "sigmoid_nu", "nu_regression"}


def fitted_machine(name: str):
    if name in NEED_BINDING:
        pytest.importorskip("libsvm")
    set_seed(1)
    return TYPED[name]()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [tmp_path / name for name in ("model", "scale", "yscale")]


def test_every_recorded_file_is_written() -> None:
    assert TYPED.keys() == RECORDED.keys()


@pytest.mark.parametrize("name", TYPED)
def test_bytes_are_r_bytes(name, files) -> None:
    write_svm(fitted_machine(name), *files)
    recorded = RECORDED[name]
    texts = [file.read_bytes().decode() if file.exists() else None for file in files]
    # R's file is empty when nothing is scaled; the recorded text has the newline of readLines().
    assert texts == [recorded["svm"], recorded["scale"] or "\n", recorded["yscale"]]


@pytest.mark.parametrize("name", TYPED)
def test_machine_read_back_predicts_the_same(name, files) -> None:
    fit = fitted_machine(name)
    write_svm(fit, *files)
    scaled = list(fit.scaled) if fit.scaling is not None else None
    again = read_svm(
        files[0],
        files[1],
        files[2] if files[2].exists() else None,
        levels=fit.class_levels or None,
        column_names=fit.column_names,
        scaled=scaled,
    )
    assert again.tot_nSV == fit.tot_nSV
    assert again.labels.tolist() == fit.labels.tolist()
    assert again.coefs.tolist() == fit.coefs.tolist()
    rows = np.linspace(-1, 1, 7 * len(fit.column_names)).reshape(7, -1)
    rows = rows if fit.scaling is None else rows * 2 + 5
    scale_back = np.column_stack([rows[:, column] for column in range(rows.shape[1])])
    plain = svm_on_matrix(fit)
    first, second = predict(plain, scale_back), predict(again, scale_back)
    if fit.settings.type.regresses:
        np.testing.assert_allclose(second, first, rtol=EIGHT_DIGITS)
    else:
        assert first.tolist() == second.tolist()
    np.testing.assert_allclose(
        second.decision_values, first.decision_values, rtol=EIGHT_DIGITS, atol=EIGHT_DIGITS * 100
    )
    assert list(second.decision_values.columns) == list(first.decision_values.columns)
    if fit.compprob and fit.settings.type.classifies:
        np.testing.assert_allclose(
            predict(again, rows, probability=True).probabilities,
            predict(plain, rows, probability=True).probabilities,
            atol=EIGHT_DIGITS,
        )
    assert str(again).splitlines()[2].startswith("read.svm(")


def svm_on_matrix(fit):
    """The same machine without its formula, to predict from numbers."""
    return replace(fit, terms=None)


def test_unused_level_keeps_its_number(files) -> None:
    fit = svm("Species ~ .", iris[50:])
    write_svm(fit, *files)
    again = read_svm(files[0], files[1], levels=fit.levels)
    assert predict(again, iris.iloc[[60, 140], :4]).tolist() == ["versicolor", "virginica"]
    assert again.levels == fit.levels
    bare = read_svm(files[0], files[1])
    assert bare.levels == ["2", "3"]
    assert predict(bare, iris.iloc[[60, 140], :4]).tolist() == ["2", "3"]


@pytest.mark.parametrize("kind", [0, 1, 2, 3, 4])
def test_files_of_libsvm_itself(kind, files) -> None:
    binding = pytest.importorskip("libsvm.svm")
    rng = np.random.default_rng(kind)
    x = rng.normal(size=(40, 3))
    y = np.where(x[:, 0] > 0, 1.0, -1.0) if kind < 3 else x[:, 0]
    parameter = binding.svm_parameter(f"-q -s {kind} -t 2 -g 0.5 -b {int(kind == 0)}")
    problem = binding.svm_problem(y.tolist(), x.tolist())  # the model points into it
    model = binding.libsvm.svm_train(problem, parameter)
    binding.libsvm.svm_save_model(str(files[0]).encode(), model)
    machine = read_svm(files[0], levels=["no", "yes"] if kind < 2 else None)
    answer = predict(machine, x)
    nodes = [binding.gen_svm_nodearray(row.tolist())[0] for row in x]
    theirs = [binding.libsvm.svm_predict(model, row) for row in nodes]
    if kind < 2:
        assert answer.tolist() == ["yes" if value > 0 else "no" for value in theirs]
    elif kind == 2:
        assert answer.tolist() == [value > 0 for value in theirs]
    else:
        np.testing.assert_allclose(answer, theirs, rtol=EIGHT_DIGITS, atol=EIGHT_DIGITS)


GOOD = "svm_type c_svc\nkernel_type rbf\ngamma 1\nnr_class 2\ntotal_sv 2\nrho 0\nlabel 1 2\n"
GOOD += "nr_sv 1 1\nSV\n1 1:0.5 \n-1 1:-0.5 \n"
DAMAGED = {
    "empty": "",
    "no support vectors' line": GOOD.replace("SV\n", "", 1),
    "unknown type": GOOD.replace("c_svc", "best_svc"),
    "precomputed kernel": GOOD.replace("rbf", "precomputed"),
    "word for a number": GOOD.replace("gamma 1", "gamma one"),
    "too few rho": GOOD.replace("rho 0", "rho"),
    "no label": GOOD.replace("label 1 2\n", ""),
    "label twice": GOOD.replace("label 1 2", "label 1 1"),
    "counts": GOOD.replace("nr_sv 1 1", "nr_sv 1 2"),
    "no columns": GOOD.replace(" 1:0.5", "").replace(" 1:-0.5", ""),
    "column beyond C": GOOD.replace("1:0.5", "99999999999:0.5"),
    "column zero": GOOD.replace("1:0.5", "0:0.5"),
    "no colon": GOOD.replace("1:0.5", "1=0.5"),
    "bad value": GOOD.replace("1:0.5", "1:half"),
    "too few coefficients": GOOD.replace("nr_sv 1 1", "nr_sv 1 1 1").replace("1 1:0.5 ", "1"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_files_are_refused(name, files) -> None:
    files[0].write_text(DAMAGED[name])
    with pytest.raises(RError, match="can't read the file as a model of LIBSVM"):
        read_svm(files[0])


def test_machine_of_very_many_columns_stays_sparse(files) -> None:
    files[0].write_text(GOOD.replace("1:-0.5", "9000000:-0.5"))
    machine = read_svm(files[0])
    assert machine.sparse
    rows = sparse.csr_matrix(([2.0], ([0], [8_999_999])), shape=(3, 9_000_000))
    assert predict(machine, rows).tolist() == ["1", "2", "2"]
    assert predict(machine, rows).decision_values.to_numpy()[1, 0] == 0


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(GOOD)), st.text(max_size=3))
def test_any_text_is_a_machine_or_an_error(tmp_path_factory, place, text) -> None:
    file = tmp_path_factory.mktemp("any") / "model"
    file.write_text(GOOD[:place] + text + GOOD[place + 1 :], encoding="utf-8")
    try:
        read_svm(file)
    except RError:
        return


def test_wrong_companions(files, tmp_path) -> None:
    files[0].write_text(GOOD)
    with pytest.raises(RError, match="cannot open the connection"):
        read_svm(tmp_path / "nowhere")
    with pytest.raises(RError, match="cannot open the connection"):
        write_svm(svm("Hwt ~ Bwt", cats[:6]), tmp_path / "no" / "folder")
    files[1].write_text("1 2\n3 4\n")
    with pytest.raises(RError, match="2 lines for 1 columns"):
        read_svm(files[0], files[1])
    files[1].write_text("1\n")
    with pytest.raises(RError, match="a center and a scale"):
        read_svm(files[0], files[1])
    with pytest.raises(RError, match="2 classes, and 3 levels"):
        read_svm_with_levels(files[0])
    with pytest.raises(RError, match="array extent"):
        read_svm(files[0], column_names=[])
    with pytest.raises(RError, match="must be a fitted machine"):
        write_svm(cats)


def read_svm_with_levels(file: Path):
    file.write_text(GOOD.replace("label 1 2", "label 1 -1"))
    return read_svm(file, levels=["a", "b", "c"])
