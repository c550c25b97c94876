"""`transfer` and `transfer_curve`: what is kept, what is learned, refusals."""

import numpy as np
import pytest

import rnet
from rnet.deep import conv, dense, dropout, pool

pytest.importorskip("torch")

digits = rnet.data("digits")
LOW = digits[digits["digit"].isin(list("01234"))]
HIGH = digits[digits["digit"].isin(list("56789"))]
LAYERS = [conv(6, 3), pool(2), dropout(0.1), conv(8, 3), pool(2), dense(16)]


@pytest.fixture(scope="module")
def known():
    rnet.set_seed(1)
    return rnet.convnet("digit ~ .", LOW, layers=LAYERS, n_epochs=8, learn_rates=5e-3)


def _unchanged(fit, known):
    return [
        all((a == b).all() for a, b in zip(new, old, strict=True))
        for new, old in zip(fit.arrays[:-1], known.arrays[:-1], strict=True)
        if new
    ]


@pytest.mark.parametrize(
    ("mode", "freeze", "kept"),
    [
        ("last", 1, [True, True, True]),
        ("freeze", 1, [True, False, False]),
        ("freeze", 2, [True, True, False]),
        ("init", 1, [False, False, False]),
    ],
)
def test_what_is_kept(known, mode, freeze, kept) -> None:
    rnet.set_seed(2)
    fit = rnet.transfer(known, "digit ~ .", HIGH[:60], mode, freeze, n_epochs=2)
    assert _unchanged(fit, known) == kept
    assert fit.lev == list("56789")
    frozen = fit.summary().frame.query("frozen")["parameters"].sum()
    assert frozen == sum(
        a.size + b.size for (a, b), k in zip([x for x in known.arrays[:-1] if x], kept, strict=True)
        if k
    )  # fmt: skip
    assert ("of them kept" in str(fit)) == any(kept)
    # without a frozen layer's gradient there is nothing to note of it
    assert (fit.history["grad_norm_1"].iloc[-1] == 0) == kept[0]


def test_the_network_to_start_from_stays_as_it_is(known) -> None:
    before = [a.copy() for arrays in known.arrays for a in arrays]
    rnet.set_seed(1)
    rnet.transfer(known, "digit ~ .", HIGH[:60], "init", n_epochs=2)
    after = [a for arrays in known.arrays for a in arrays]
    assert all((a == b).all() for a, b in zip(before, after, strict=True))


def test_text_and_file(known, tmp_path) -> None:
    few = HIGH[:60]
    rnet.set_seed(1)
    fit = rnet.transfer(known, "digit ~ .", few, mode="freeze", freeze=2, n_epochs=1)
    assert str(fit).splitlines()[1:3] == [
        'transfer(fit = known, formula = digit ~ ., data = few, mode = "freeze", ',
        "    freeze = 2, n.epochs = 1)",
    ]
    fit.save(tmp_path / "new.npz")
    again = rnet.load_model(tmp_path / "new.npz")
    assert str(again) == str(fit)
    assert again.settings.frozen == 4


def test_few_labels(known) -> None:
    """Starting from a related network helps where labels are few."""
    rnet.set_seed(1)
    curve = rnet.transfer_curve(
        known, "digit ~ .", HIGH, labels=[1, 3], modes=["scratch", "init"], repeats=2, n_epochs=25
    )
    means = curve.means()
    assert means.shape == (2, 2)
    assert means.loc["init"].mean() > means.loc["scratch"].mean()
    assert len(curve.frame) == 8
    assert str(curve).splitlines()[-3].split() == ["1", "3"]
    assert len(curve.plot().axes[0].lines) == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"mode": "all"}, "'arg' should be one of “last”, “freeze”, “init”"),
        ({"mode": "freeze", "freeze": 4}, "there are no 4 layers to keep"),
        ({"mode": "freeze", "freeze": 0}, "'freeze' must be a whole number not below 1"),
        ({"fit": 3}, "'fit' must be a fit of convnet"),
        (
            {"data": HIGH[["p1", "p2", "digit"]], "image": (1, 2)},
            "the network knows 8 x 8",
        ),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
    ],
)
def test_refusals(known, given, message) -> None:
    call = {"fit": known, "formula": "digit ~ .", "data": HIGH[:60], "n_epochs": 1} | given
    with pytest.raises(rnet.RError) as caught:
        rnet.transfer(**call)
    assert message in caught.value.message


def test_a_curve_needs_cases_left_over(known) -> None:
    with pytest.raises(rnet.RError, match="a class has"):
        rnet.transfer_curve(known, "digit ~ .", HIGH[:30], labels=[30], n_epochs=1)
    assert np.unique(HIGH["digit"].astype(str)).size == 5
