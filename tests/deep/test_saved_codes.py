"""Files of machines, autoencoders and stacks: damage and strange contents end in errors."""

import json
import random
import zipfile

import pytest

from rnet import RError, autoencoder, data, dbn, load_model, rbm, sae, set_seed
from rnet.deep.model_file import CONTENT

STRANGE = (None, True, -1, 0, 2.5, 1e308, "x", "", [], [1, "a"], {}, {"a": 1})
TRIES = 40


@pytest.fixture(scope="module")
def models():
    digits, iris = data("digits")[:60], data("iris")
    set_seed(1)
    pretrain = {"n_epochs": 1}
    return {
        "rbm": rbm("~ . - Species", iris, 3, visible_type="gaussian", n_epochs=1),
        "autoencoder": autoencoder(
            "~ Species + Sepal.Width", iris, 2, n_epochs=1, standardize=True
        ),
        "dbn": dbn("digit ~ .", digits, (4, 3), pretrain=pretrain, n_epochs=1),
        "sae": sae("digit ~ .", digits, (4, 3), pretrain=pretrain, n_epochs=1),
    }


def leaves(value, path=()):
    """The places of all values in a JSON text, those of lists and objects too."""
    yield path
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from leaves(inner, (*path, key))


def changed(content, path, new):
    copied = json.loads(json.dumps(content))
    place = copied
    for key in path[:-1]:
        place = place[key]
    if new is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = new
    return copied


def rewritten(parts, content, path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, part in parts.items():
            file.writestr(name, json.dumps(content) if name == CONTENT else part)


@pytest.mark.parametrize("name", ["rbm", "autoencoder", "dbn", "sae"])
def test_strange_contents_are_errors_or_models(name, models, tmp_path) -> None:
    path = tmp_path / "model.npz"
    models[name].save(path)
    with zipfile.ZipFile(path) as file:
        parts = {member: file.read(member) for member in file.namelist()}
    content = json.loads(parts[CONTENT])
    dice = random.Random(1)
    places = [place for place in leaves(content) if place]
    refused = 0
    for _ in range(TRIES):
        place = dice.choice(places)
        rewritten(parts, changed(content, place, dice.choice((*STRANGE, ...))), path)
        try:
            load_model(path)
        except RError:
            refused += 1
    assert refused > TRIES / 2
    for gone in parts:
        rewritten({k: v for k, v in parts.items() if k != gone}, content, path)
        with pytest.raises(RError):
            load_model(path)


@pytest.mark.parametrize("name", ["rbm", "autoencoder", "dbn", "sae"])
def test_bytes_changed_or_lost_are_errors(name, models, tmp_path) -> None:
    path = tmp_path / "model.npz"
    models[name].save(path)
    whole = path.read_bytes()
    dice = random.Random(2)
    for _ in range(40):
        at = dice.randrange(len(whole))
        cut = whole[:at] if dice.random() < 0.5 else whole[:at] + b"\xff\x00" + whole[at + 2 :]
        path.write_bytes(cut)
        try:
            found = load_model(path)
        except RError:
            continue
        assert str(found)  # the byte lay where nothing is kept
