"""`gan`: a generator learns to make cases that a discriminator cannot tell from real ones."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.deep.activations import activation_named
from rnet.deep.cases import Cases, cases_of
from rnet.deep.gan_model import Gan
from rnet.deep.gan_settings import gan_settings
from rnet.deep.torch_gan import play
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING


@keeps_call("gan")
def gan(
    call: Call,
    formula: str | Formula,
    data: Any,
    latent: int = 16,
    hidden: int | Sequence[Any] = (64, 64),
    *,
    loss: str = "nonsaturating",
    rate: float | Sequence[float] = (1e-3, 1e-3),
    betas: Sequence[float] = (0.5, 0.999),
    k_d: int = 1,
    k_g: int = 1,
    n_epochs: int = 100,
    batch_size: int | None = None,
    output: str | None = None,
    batch_norm: bool = False,
    dropout: float = 0.0,
    label_smoothing: float = 0.0,
    minibatch_sd: bool = False,
    snapshots: int = 20,
    progress: bool | None = None,
) -> Gan:
    """Fit a generative adversarial network.

    Parameters
    ----------
    formula : str or Formula
        One-sided, such as ``"~ . - digit"``: the variables to imitate.
    data : DataFrame
    latent : int, default 16
        Dimensions of the normal noise that the generator makes cases of.
    hidden : int, sequence of int, or two sequences
        Hidden units of both networks, or of generator and discriminator.
    loss : {"nonsaturating", "minimax", "least_squares", "wasserstein"}
        "minimax" is the lecture's: the generator minimises E log(1 - D(G(z))), and its gradient
        vanishes where the discriminator is sure; "nonsaturating" maximises E log D(G(z));
        "least_squares"; "wasserstein" with a penalty on the critic's slope.
    rate : float or two floats
        Adam's step size for generator and discriminator.
    betas : two floats
        Adam's memory; (0.9, 0.999), the usual one, is likely to let the game collapse.
    k_d, k_g : int
        Minibatches the discriminator learns from before the generator moves, and how often it
        then moves; ``k_g=0`` trains the discriminator alone and only notes where the generator
        would go.
    n_epochs, batch_size : int
        How often the discriminator sees all cases; minibatches of 64, or all of fewer.
    output : str, optional
        Activation of what is generated: by default "logistic" for pictures, whose pixels are
        brought to [0, 1], else "linear" for standardised variables.
    batch_norm : bool
        Normalise the generator's hidden units over each batch.
    dropout : float
        Share of the discriminator's hidden units left out at each step.
    label_smoothing : float
        The discriminator shall say 1 minus this for real cases.
    minibatch_sd : bool
        Tell the discriminator how much the cases of a minibatch differ: a cure for collapse.
    snapshots : int
        At how many epochs the same generated cases are kept to look at later.
    progress : bool, optional
        Whether to show a progress bar; by default at a terminal.

    Returns
    -------
    Gan
        `generate(n)`, `modes(classifier=)`, `modes(centres=)`, `modes_over_time`, `plot`
        (samples, losses, gradients), `predict` (what the discriminator says), `history`, `save`.

    Raises
    ------
    RError
        For a response, missing values, zero epochs, batches larger than the data, losses that
        explode; where PyTorch is missing: ``pip install "rnet-stats[deep]"``.

    Notes
    -----
    No R function. Goodfellow et al. (2014); Karras et al. (2018) for `minibatch_sd`; Gulrajani et
    al. (2017) for "wasserstein". The discriminator *maximises* E log D(x) + E log(1 - D(G(z)));
    what the history calls `loss_d` is minus that. Seeded from R's stream.

    Examples
    --------
    >>> import pandas as pd
    >>> from rnet import gan, rnorm, set_seed
    >>> set_seed(1)
    >>> points = pd.DataFrame({"x": rnorm(200), "y": rnorm(200)})
    >>> fit = gan("~ x + y", points, latent=2, hidden=8, n_epochs=2)
    >>> fit.generate(3).shape
    (3, 2)
    """
    cases = cases_of(formula, data, response=False)
    pictures = cases.encoder.image is not None
    act = activation_named(("logistic" if pictures else "linear") if output is None else output)
    settings = gan_settings(
        len(cases),
        output=act.name,
        hidden=hidden,
        latent=latent,
        loss=loss,
        rate=rate,
        betas=betas,
        k_d=k_d,
        k_g=k_g,
        n_epochs=n_epochs,
        batch_size=batch_size,
        batch_norm=batch_norm,
        dropout=dropout,
        label_smoothing=label_smoothing,
        minibatch_sd=minibatch_sd,
        snapshots=snapshots,
        progress=progress,
    )
    low, span = _scale(cases, act.name)
    with DRAWING:
        game = play(((cases.x - low) / span).astype(np.float32), settings)
    history = pd.DataFrame(game.history).astype({"epoch": np.int64, "step": np.int64})
    return Gan(
        call,
        game.generator,
        game.discriminator,
        cases.encoder,
        low,
        span,
        settings,
        history,
        game.samples.astype(np.float64) * span + low,
        np.array(game.sample_steps),
        cases,
    )


def _scale(cases: Cases, output: str) -> tuple[Any, Any]:
    """Return what to subtract and to divide by: one range for all where outputs are bounded."""
    x, width = cases.x, cases.x.shape[1]
    if output == "linear":
        spread = x.std(axis=0)
        return x.mean(axis=0), np.where(spread > 0, spread, 1.0)
    low, high = float(x.min()), float(x.max())
    half = (high - low) / 2 or 1.0
    if output in ("tanh", "softsign"):
        return np.full(width, (low + high) / 2), np.full(width, half)
    return np.full(width, low), np.full(width, 2 * half)
