"""`transfer`: a network for pictures goes on to learn something else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.cases import cases_of
from rnet.deep.convnet import fitted, loss_for, start_weights
from rnet.deep.convnet_model import Convnet, targets_of
from rnet.deep.image_layers import Dense
from rnet.deep.pictures import pictures_of
from rnet.deep.torch_settings import torch_settings, usual_batch
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING

MODES = ("last", "freeze", "init")


@keeps_call("transfer")
def transfer(
    call: Call,
    fit: Convnet,
    formula: str | Formula,
    data: Any,
    mode: str = "last",
    freeze: int = 1,
    image: Sequence[int] | None = None,
    *,
    loss: str | None = None,
    optim: Any = "adam",
    learn_rates: float | None = None,
    n_epochs: int = 60,
    batch_size: int | None = None,
    L2: float = 0.0,  # noqa: N803 - as the other penalties are called
    val_prop: float = 0.0,
    patience: int | None = None,
    clip: float | None = None,
    progress: bool | None = None,
) -> Convnet:
    """Fit a network to new pictures, starting from one that knows other pictures.

    Parameters
    ----------
    fit : Convnet
        The network that was fitted to many pictures.
    formula, data
        The new response and pixels, as for `convnet`; pictures have the same size.
    mode : {"last", "freeze", "init"}
        "last": all layers are kept, only a new output layer is learned; "freeze": the first
        layers are kept; "init": all layers go on learning from where they are.
    freeze : int, default 1
        With "freeze": how many layers of those that have weights are kept, from the input.
    image, loss, optim, learn_rates, n_epochs, batch_size, L2, val_prop, patience, clip, progress
        As for `convnet`. A batch is never more than all new pictures by default.

    Returns
    -------
    Convnet
        As of `convnet`; the summary says which parameters were kept.

    Raises
    ------
    RError
        For pictures of another size, more layers to keep than there are, and all that `convnet`
        refuses.

    Notes
    -----
    The output layer is always new, also where the classes are the old ones. Pixels are scaled
    by the range of the new pictures.

    Examples
    --------
    >>> from rnet import convnet, data, set_seed, transfer
    >>> digits = data("digits")
    >>> low = digits[digits["digit"].isin(list("01234"))][:300]
    >>> high = digits[digits["digit"].isin(list("56789"))][:40]
    >>> set_seed(1)
    >>> fit = convnet("digit ~ .", low, n_epochs=2)
    >>> new = transfer(fit, "digit ~ .", high, n_epochs=2)
    >>> new.lev, bool((new.arrays[0][0] == fit.arrays[0][0]).all())
    (['5', '6', '7', '8', '9'], True)
    """
    if not isinstance(fit, Convnet):
        raise RError("'fit' must be a fit of convnet", f"Not {type(fit).__name__}.")
    cases = cases_of(formula, data, response=True)
    known = cases.encoder.image or fit.image
    pictures = pictures_of(image, known, cases.x.shape[1]).scaled_to(cases.x)
    if pictures.shape != fit.pictures.shape:
        raise RError(
            f"the network knows {fit.pictures.text} pictures, the data have {pictures.text}",
            "Enlarge or shrink the new pictures first.",
        )
    targets = targets_of(cases)
    output = Dense(len(targets.names), "linear")
    stack = (*fit.layers[:-1], output)
    settings = torch_settings(
        loss=loss_for(loss, targets),
        optim=optim,
        learn_rates=learn_rates,
        n_epochs=n_epochs,
        batch_size=usual_batch(batch_size, len(cases)),
        L2=L2,
        patience=patience,
        clip=clip,
        progress=progress,
    )
    settings = replace(settings, frozen=_kept(fit, match_arg(mode, MODES), freeze))
    with DRAWING:
        start = (*fit.arrays[:-1], *start_weights([output], fit.shapes[-2]))
        return fitted(call, cases, stack, start, pictures, targets, settings, val_prop)


def _kept(fit: Convnet, mode: str, freeze: Any) -> int:
    """Return how many layers, from the input, keep their weights."""
    if mode == "init":
        return 0
    if mode == "last":
        return len(fit.layers) - 1
    learned = [number for number, arrays in enumerate(fit.arrays[:-1], 1) if arrays]
    count = whole(freeze, "freeze")
    if count > len(learned):
        raise RError(
            f"there are no {count} layers to keep",
            f"Below the output {len(learned)} layers have weights.",
        )
    return learned[count - 1]
