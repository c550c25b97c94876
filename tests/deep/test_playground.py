"""The playground without a browser: its text, its points, errors, the command, the widget."""

import builtins
import json
import re
import webbrowser

import numpy as np
import pytest

import rnet
from rnet.cli import main
from rnet.deep.playground_page import page_html
from rnet.deep.playground_settings import CHOICES, DEFAULTS

TRAINED = {
    "format": "rnet playground 1",
    "settings": {"data": "xor", "hidden": [2], "features": ["x", "xy"]},
    "epochs": 3,
    "layers": [
        {"weights": [[0.1, 0.2], [0.3, 0.4]], "bias": [0, -1]},
        {"weights": [[1.5], [-2]], "bias": [0.25]},
    ],
}


def changed(**parts):
    return json.dumps({**TRAINED, **parts})


def test_the_saved_page_is_one_file_that_asks_for_nothing(tmp_path) -> None:
    path = tmp_path / "page.html"
    rnet.playground().save(path)
    text = path.read_text(encoding="utf-8")
    assert text == page_html()
    assert not re.search(r"<(script|img|link|iframe)[^>]+(src|href)=\"(?!data:,)", text)
    assert "@import" not in text
    assert "url(" not in text
    assert re.findall(r"https?://[\w./]+", text) == ["http://www.w3.org/2000/svg"]
    assert "default-src 'none'" in text
    assert "unsafe" not in text


def test_the_start_is_in_the_page_and_cannot_leave_its_script() -> None:
    text = page_html({"data": "xor", "epochs": 7})
    assert 'startPage({"data": "xor", "epochs": 7})' in text
    assert "</script><b>" not in page_html({"data": "</script><b>"})


def test_a_notebook_gets_a_sandboxed_frame() -> None:
    frame = rnet.playground({"hidden": [3]})._repr_html_()
    assert frame.startswith("<iframe ")
    assert 'sandbox="allow-scripts"' in frame
    assert "allow-same-origin" not in frame
    assert frame.count('"', frame.index("srcdoc=")) == 2  # all inside is escaped


def test_open_shows_the_page(monkeypatch, capsys) -> None:
    shown = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    address = rnet.playground().open()
    assert shown == [address]
    assert address.startswith("file:///")
    assert main(["playground"]) == 0
    assert capsys.readouterr().out == f"The playground: {shown[1]}\n"


def test_the_command_saves(tmp_path, capsys) -> None:
    assert main(["playground", "--save", str(tmp_path / "page.html")]) == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page_html()
    assert main(["playground", "--save", str(tmp_path / "no" / "page.html")]) == 1
    assert "cannot write" in capsys.readouterr().err


def test_it_says_what_it_is() -> None:
    assert repr(rnet.playground()).startswith("rnet playground: .open()")


def test_it_starts_with_what_a_page_said() -> None:
    assert rnet.playground(json.dumps(TRAINED)).state["epochs"] == 3
    assert rnet.playground({"rate": 0.1}).state == {"rate": 0.1}
    assert rnet.playground().state == {}


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"colour": "red"}, "unknown setting 'colour'"),
        ({"rate": 0.05}, "rate = 0.05 is not on the playground"),
        ({"rate": True}, "rate = True"),
        ({"data": ["xor"]}, "data = "),
        ({"data": "plane"}, "data = 'plane' is not on the playground"),
        ({"problem": "regression"}, "data = 'circle'"),
        ({"hidden": [9]}, "hidden = "),
        ({"hidden": [1] * 7}, "hidden = "),
        ({"hidden": 4}, "hidden = 4"),
        ({"features": []}, "features = "),
        ({"features": ["z"]}, "features = "),
        ({"seed": -1}, "seed = -1"),
        ({"seed": 1.5}, "seed = 1.5"),
        ({"train_share": 0.1, "batch_size": 25}, "batch_size = 25"),
        ({"trainer": "deepnet", "act": "relu"}, "act = 'relu'"),
        ({"trainer": "deepnet", "hidden": []}, "hidden = "),
        ({"epochs": -1}, "epochs = -1"),
        ({"epochs": 1.5}, "epochs = 1.5"),
        ("{", "this is no JSON"),
        ("[]", "the JSON holds no playground"),
        ('{"settings": 3}', "the JSON has no"),
    ],
)
def test_settings_that_are_not_on_the_page(state, message) -> None:
    with pytest.raises(rnet.RError) as caught:
        rnet.playground(state)
    assert message in caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no JSON"),
        ("weights", "this is no JSON"),
        (None, "this is no JSON"),
        ("3", "the JSON holds no playground"),
        ("{}", 'no "format"'),
        (changed(format="other"), 'no "format"'),
        (changed(settings=None), 'no "settings"'),
        (changed(layers={}), 'no "layers"'),
        (changed(epochs="3"), 'no "epochs"'),
        (changed(epochs=True), 'no "epochs"'),
        (changed(epochs=0), "has not been trained"),
        (changed(exploded=4), "exploded in epoch 4"),
        (changed(settings={"data": "moons"}), "data = 'moons'"),
        (changed(layers=TRAINED["layers"][:1]), "1 layers for hidden = [2]"),
        (changed(layers=[{}, {}]), "layer 1 has no weights"),
        (changed(layers=[None, None]), "layer 1 has no weights"),
        (changed(layers=TRAINED["layers"][::-1]), "layer 1 has weights"),
        (
            changed(layers=[{"weights": [[None, 1], [1, 1]], "bias": [0, 0]}, {}]),
            "weights of layer 1 are no numbers",
        ),
    ],
)
def test_json_that_is_no_net(text, message) -> None:
    with pytest.raises(rnet.RError) as caught:
        rnet.from_playground(text)
    assert message in caught.value.message
    assert caught.value.advice


def test_the_net_taken_over_predicts_with_the_pages_weights() -> None:
    fit = rnet.from_playground(TRAINED)
    new = rnet.playground_data("xor", 5)
    x = new[["x"]].assign(xy=new["x"] * new["y"]).to_numpy()
    hidden = np.tanh(x @ [[0.1, 0.2], [0.3, 0.4]] + [0, -1])
    wanted = 1 / (1 + np.exp(-(hidden @ [1.5, -2] + 0.25)))
    assert fit.predict(new)["label"].to_numpy() == pytest.approx(wanted, abs=1e-14)
    assert len(fit.history) == 3
    assert "label ~ x + I(x * y)" in str(fit)


def test_a_deepnet_net_taken_over_is_deepnets() -> None:
    settings = {**TRAINED["settings"], "trainer": "deepnet"}
    fit = rnet.from_playground({**TRAINED, "settings": settings})
    assert fit.W[0].tolist() == [[0.1, 0.3], [0.2, 0.4]]
    assert rnet.nn_predict(fit, np.ones((1, 2))).shape == (1, 1)


@pytest.mark.parametrize("kind", CHOICES["data"])
@pytest.mark.parametrize("n", [2, 7, 200])
def test_points(kind, n) -> None:
    rnet.set_seed(1)
    points = rnet.playground_data(kind, n)
    assert list(points.columns) == ["x", "y", "label"]
    assert points.shape == (n, 3)
    assert points[["x", "y"]].abs().to_numpy().max() < 6.5
    if kind in ("circle", "xor", "gauss", "spiral"):
        assert points["label"].tolist() == [float(at % 2) for at in range(n)]
    else:
        assert points["label"].abs().max() <= 1.1


def test_the_classes_are_where_they_should_be() -> None:
    rnet.set_seed(1)
    circle, xor = rnet.playground_data("circle", 100), rnet.playground_data("xor", 100)
    assert ((np.hypot(circle["x"], circle["y"]) < 3) == (circle["label"] == 1)).all()
    assert ((xor["x"] * xor["y"] > 0) == (xor["label"] == 1)).all()
    plane = rnet.playground_data("plane", 100)
    assert plane["label"].to_numpy() == pytest.approx((plane["x"] + plane["y"]) / 12)


@pytest.mark.parametrize("kind", CHOICES["data"])
def test_noise_moves_the_same_points(kind) -> None:
    found = []
    for noise in (0, 0.25, 0.5):
        rnet.set_seed(4)
        found.append(rnet.playground_data(kind, 50, noise).to_numpy())
    assert found[2] - found[1] == pytest.approx(found[1] - found[0])
    assert np.abs(found[1] - found[0]).max() > 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("moons",), "'arg' should be one of"),
        (("xor", 1), "n = 1"),
        (("xor", 2.5), "n = 2.5"),
        (("xor", "many"), "n = 'many'"),
        (("xor", float("nan")), "n = nan"),
        (("xor", 10, 0.6), "noise = 0.6"),
        (("xor", 10, float("nan")), "noise = nan"),
        (("xor", 10, "loud"), "noise = 'loud'"),
    ],
)
def test_points_that_cannot_be(arguments, message) -> None:
    with pytest.raises(rnet.RError, match=message):
        rnet.playground_data(*arguments)


def test_a_widget_needs_anywidget(monkeypatch) -> None:
    monkeypatch.setattr("rnet.deep.playground_widget.find_spec", lambda name: None)
    with pytest.raises(rnet.RError) as caught:
        rnet.playground(widget=True)
    assert caught.value.advice == 'pip install "rnet-stats[widget]"'


def test_the_widget_holds_the_page_and_gives_the_net() -> None:
    pytest.importorskip("anywidget")
    widget = rnet.playground({"data": "xor"}, widget=True)
    assert widget.state == {"data": "xor"}
    assert "export default { render };" in widget._esm
    with pytest.raises(rnet.RError, match="has not been shown"):
        widget.net()
    widget.result = json.dumps(TRAINED)
    assert widget.net().weights["layer2.biases"].tolist() == [0.25]


def test_importing_the_playground_imports_no_extra(monkeypatch) -> None:
    real = builtins.__import__

    def refuse(name, *rest):
        assert name.split(".")[0] not in ("anywidget", "torch")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert rnet.playground({"seed": DEFAULTS["seed"]})._repr_html_()
