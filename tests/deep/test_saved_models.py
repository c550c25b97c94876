"""Model files: what is written comes back, and a wrong file ends in a clear error."""

import io
import json
import pickle
import zipfile

import numpy as np
import pytest
from r_sessions import safely

import rnet
from rnet.conditions import RError
from rnet.interpreter.bridge import to_python
from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

IRIS = rnet.data("iris")
CARS = rnet.data("mtcars")
NO_MODEL = "the file is no model saved by rnet|the file is no network saved by rnet"

FITS = {
    "plain": lambda: rnet.mlp("Species ~ .", IRIS, hidden=4, n_epochs=2),
    "batch norm": lambda: rnet.mlp(
        "Species ~ .", IRIS, hidden=(4, 4), n_epochs=2, batch_norm=True, residual=True,
        dropout=0.2, visible_dropout=0.1, val_prop=0.2, patience=1, L1=0.1, clip=2.0,
    ),
    "no hidden layer": lambda: rnet.mlp("mpg ~ wt + hp", CARS, hidden=0, optim="lbfgs"),
    "two outputs": lambda: rnet.mlp("cbind(mpg, qsec) ~ wt", CARS, hidden=2, n_epochs=2),
    "factor": lambda: rnet.mlp("mpg ~ factor(cyl) * wt", CARS, hidden=2, n_epochs=2),
    "bases": lambda: rnet.mlp(
        "mpg ~ scale(wt) + poly(hp, 2) + log(disp) + ns(qsec, df = 3)", CARS, hidden=2, n_epochs=2
    ),
    "text": lambda: rnet.mlp(
        "am == 1 ~ kind + wt", CARS.assign(kind=CARS["cyl"].astype(str)), hidden=2, n_epochs=2
    ),
}  # fmt: skip


def trained(name):
    rnet.set_seed(1)
    return FITS[name]()


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("models") / "iris.npz"
    trained("batch norm").save(path)
    return path


@pytest.mark.parametrize("name", FITS)
def test_a_model_comes_back(name, tmp_path) -> None:
    fit = trained(name)
    fit.save(tmp_path / "model.npz")
    again = rnet.load_model(tmp_path / "model.npz")
    assert str(rnet.summary(again)) == str(rnet.summary(fit))
    assert again.history.equals(fit.history)
    frame = CARS if name not in ("plain", "batch norm") else IRIS
    frame = frame.assign(kind=CARS["cyl"].astype(str)) if name == "text" else frame
    assert (again.predict(frame).to_numpy() == fit.predict(frame).to_numpy()).all()
    if again.lev:
        assert (again.predict(frame, "class") == fit.predict(frame, "class")).all()
    with pytest.raises(RError, match="a network read from a file has no cases"):
        again.predict()
    again.save(tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == (tmp_path / "model.npz").read_bytes()


def test_numpy_reads_the_arrays(saved) -> None:
    with np.load(saved, allow_pickle=False) as arrays:
        assert arrays["layer1.weights"].shape == (4, 4)


def test_an_old_file_is_replaced_only_by_a_whole_one(tmp_path, monkeypatch) -> None:
    path = tmp_path / "model.npz"
    trained("plain").save(path)
    before = path.read_bytes()
    monkeypatch.setattr(np.lib.format, "write_array", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        trained("plain").save(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["model.npz"]


def test_files_that_cannot_be_opened(tmp_path) -> None:
    missing = tmp_path / "nowhere" / "model.npz"
    reason = f"cannot open file '{missing}': No such file or directory"
    for use in (rnet.load_model, rnet.load_nn, trained("plain").save):
        with pytest.raises(RError) as found:
            use(missing)
        assert found.value.message == reason
        assert "The current directory is" in found.value.advice
    with pytest.raises(RError, match="Is a directory"):
        trained("plain").save(tmp_path)
    assert not any(tmp_path.iterdir())


def test_other_fits_are_refused(tmp_path) -> None:
    fit = rnet.lm("mpg ~ wt", CARS)
    with pytest.raises(RError, match="no applicable method for 'save_model'"):
        rnet.save_model(fit, tmp_path / "lm.npz")


def test_r_code_saves_where_it_may(tmp_path) -> None:
    session = Session()
    session.directory = str(tmp_path)
    code = (
        'set.seed(1); fit <- mlp(mpg ~ wt, mtcars, hidden = 2, n.epochs = 2); save_model(fit, "m")'
    )
    refused = safely(session, code)
    assert "cannot open the connection" in message_of(refused.error.condition)
    assert not any(tmp_path.iterdir())
    session.writable = (str(tmp_path),)
    assert safely(session, code).error is None
    step = safely(session, 'all(predict(load_model("m"), mtcars) == predict(fit, mtcars))')
    assert step.error is None
    assert to_python(step.value) is True
    above = safely(session, 'load_model("../m")')
    assert "cannot open the connection" in message_of(above.error.condition)


def test_functions_are_not_saved(tmp_path) -> None:
    fit = rnet.mlp("Species ~ .", IRIS, hidden=3, act=np.tanh, n_epochs=1)
    with pytest.raises(RError, match="the activation function 'tanh' cannot be saved"):
        fit.save(tmp_path / "model.npz")
    assert not list(tmp_path.iterdir())


def rewritten(saved, path, change) -> None:
    """Write the parts of a file anew after `change` has had them."""
    with zipfile.ZipFile(saved) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    content = json.loads(parts["model.json"])
    change(content, parts)
    parts["model.json"] = json.dumps(content).encode() if content is not None else b""
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


def npy(values, **options):
    buffer = io.BytesIO()
    np.save(buffer, values, **options)
    return buffer.getvalue()


WRONG = {
    "no format": lambda content, _parts: content.pop("format"),
    "other format": lambda content, _parts: content.update(format="other"),
    "no kind": lambda content, _parts: content.pop("kind"),
    "kind a number": lambda content, _parts: content.update(kind=3),
    "no layers": lambda content, _parts: content.update(layers=[]),
    "layers a text": lambda content, _parts: content.update(layers="many"),
    "units": lambda content, _parts: content["layers"][0].update(units=7),
    "negative units": lambda content, _parts: content["layers"][0].update(units=-1),
    "activation": lambda content, _parts: content["layers"][0].update(activation="os.system"),
    "loss": lambda content, _parts: content["settings"].update(loss="none"),
    "optimizer": lambda content, _parts: content["settings"]["optimizer"].update(name="x"),
    "formula": lambda content, _parts: content["encoder"]["terms"].update(formula="y ~ ("),
    "call": lambda content, _parts: content.update(call="x <-"),
    "call no call": lambda content, _parts: content.update(call="3"),
    "inputs": lambda content, _parts: content["encoder"].update(inputs=["a"]),
    "outputs": lambda content, _parts: content["outputs"].update(names=["a"]),
    "levels": lambda content, _parts: content["outputs"].update(levels=["a", "b"]),
    "best epoch": lambda content, _parts: content.update({"best.epoch": 99}),
    "history names": lambda content, _parts: content.update(history=["epoch"]),
    "no weights": lambda _content, parts: parts.pop("layer1.weights.npy"),
    "shape": lambda _content, parts: parts.update({"layer1.weights.npy": npy(np.zeros((2, 2)))}),
    "NaN": lambda _content, parts: parts.update(
        {"layer1.weights.npy": npy(np.full((4, 4), np.nan))}
    ),
    "texts": lambda _content, parts: parts.update(
        {"layer1.weights.npy": npy(np.full((4, 4), "a"))}
    ),
    "variance": lambda _content, parts: parts.update(
        {"layer1.variance.npy": npy(np.full(4, -1.0))}
    ),
    "no array": lambda _content, parts: parts.update({"layer1.weights.npy": b"weights"}),
    "short array": lambda _content, parts: parts.update(
        {"layer1.weights.npy": npy(np.zeros((4, 4)))[:-8]}
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_contents(name, saved, tmp_path) -> None:
    rewritten(saved, tmp_path / "wrong.npz", WRONG[name])
    with pytest.raises(RError, match=NO_MODEL):
        rnet.load_model(tmp_path / "wrong.npz")


class Hostile:
    """What runs code when unpickled."""

    ran = False

    def __reduce__(self):
        return exec, ("import rnet; rnet.hostile_code_ran = True",)


@pytest.mark.parametrize("place", ["array", "content", "file"])
def test_pickles_are_not_run(place, saved, tmp_path) -> None:
    path, load = tmp_path / "hostile.npz", pickle.dumps(Hostile())
    if place == "file":
        path.write_bytes(load)
    elif place == "array":
        array = npy(np.array([Hostile()], dtype=object), allow_pickle=True)
        rewritten(saved, path, lambda _, parts: parts.update({"layer1.weights.npy": array}))
    else:
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("model.json", load)
    with pytest.raises(RError, match=NO_MODEL):
        rnet.load_model(path)
    assert not hasattr(rnet, "hostile_code_ran")


def test_code_in_formulas_is_not_run_when_read(saved, tmp_path) -> None:
    def hostile(content, _parts) -> None:
        content["encoder"]["terms"]["formula"] = 'Species ~ system("touch ran") + a + b + c'
        content["call"] = 'system("touch ran")'

    rewritten(saved, tmp_path / "hostile.npz", hostile)
    fit = rnet.load_model(tmp_path / "hostile.npz")
    with pytest.raises(RError):
        fit.predict(IRIS)
    assert not (tmp_path / "ran").exists()


def test_a_small_file_does_not_unfold_into_a_huge_one(saved, tmp_path) -> None:
    with (
        zipfile.ZipFile(saved) as file,
        zipfile.ZipFile(tmp_path / "bomb.npz", "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in file.namelist():
            packed.writestr(name, file.read(name))
        packed.writestr("zeros.npy", b"0" * 10**7)
    with pytest.raises(RError, match=NO_MODEL):
        rnet.load_model(tmp_path / "bomb.npz")


def test_an_array_that_claims_to_be_huge(saved, tmp_path) -> None:
    head = npy(np.zeros((4, 4))).replace(b"(4, 4)", b"(9**9, 9**9)"[:6])
    huge = npy(np.zeros((4, 4))).replace(b"(4, 4), }    ", b"(99999999999,)")
    for data in (head, huge):
        rewritten(saved, tmp_path / "w.npz", lambda _, parts, data=data: parts.update(
            {"layer1.weights.npy": data}
        ))  # fmt: skip
        with pytest.raises(RError, match=NO_MODEL):
            rnet.load_model(tmp_path / "w.npz")


def test_a_newer_file_says_so(saved, tmp_path) -> None:
    rewritten(saved, tmp_path / "new.npz", lambda content, _: content.update(version=99))
    with pytest.raises(RError, match="the file has version 99"):
        rnet.load_model(tmp_path / "new.npz")


def test_an_unknown_kind_says_so(saved, tmp_path) -> None:
    rewritten(saved, tmp_path / "other.npz", lambda content, _: content.update(kind="tree"))
    with pytest.raises(RError, match="a model of an unknown kind, 'tree'"):
        rnet.load_model(tmp_path / "other.npz")


@pytest.mark.parametrize("content", [b"", b"rnet", b"PK\x03\x04", b"{}", bytes(1000)])
def test_other_files(content, tmp_path) -> None:
    path = tmp_path / "other.npz"
    path.write_bytes(content)
    with pytest.raises(RError, match=NO_MODEL):
        rnet.load_model(path)


def test_files_cut_short_or_with_a_byte_changed(saved, tmp_path) -> None:
    whole, path = saved.read_bytes(), tmp_path / "part.npz"
    stream = np.random.default_rng(1)
    for length in stream.integers(0, len(whole), 40):
        path.write_bytes(whole[:length])
        with pytest.raises(RError, match=NO_MODEL):
            rnet.load_model(path)
    for place in stream.integers(0, len(whole), 200):
        changed = bytearray(whole)
        changed[place] ^= 0xFF
        path.write_bytes(changed)
        try:
            rnet.load_model(path)  # bytes that say nothing, such as dates, may change
        except RError:
            continue
