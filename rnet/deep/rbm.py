"""`rbm`: restricted Boltzmann machines by formula."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.arguments import batch_of, held_out, not_negative, positive, share, units, whole
from rnet.deep.boltzmann import VISIBLE_UNITS, RbmSettings, VisibleUnits, train_rbm
from rnet.deep.cases import Cases, cases_of
from rnet.deep.rbm_model import Rbm, Standard, standard_by
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.progress import counting_bar
from rnet.rng.state import DRAWING, generator


@keeps_call("rbm")
def rbm(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    hidden: int | None = None,
    *,
    visible_type: str = "bin",
    cd: int = 1,
    n_epochs: int = 20,
    batch_size: int = 32,
    learn_rates: float | None = None,
    momentum: float = 0.5,
    L2: float = 0.0,  # noqa: N803 - as the other penalties are called
    sample_visible: bool = False,
    val_prop: float = 0.0,
    progress: bool | None = None,
) -> Rbm:
    """Fit a restricted Boltzmann machine by contrastive divergence.

    Parameters
    ----------
    formula : str or Formula
        The visible units, without a response: ``"~ . - digit"``.
    data : DataFrame, optional
        One case a row; by default the user's variables.
    hidden : int
        How many hidden units; they are binary.
    visible_type : {"bin", "gaussian"}
        Binary visible units take values between 0 and 1 (as probabilities); Gaussian ones take
        any numbers, which are standardised first.
    cd : int, default 1
        Steps of Gibbs sampling from a case to the reconstruction it is compared with.
    n_epochs, batch_size : int
        How often all cases are seen; how many a step uses.
    learn_rates : float, optional
        By default 0.1 for binary and 0.01 for Gaussian visible units.
    momentum : float, default 0.5
        The share of the last step that the next one keeps.
    L2 : float
        Penalty on the weights: L2 / 2 * sum w^2.
    sample_visible : bool
        Draw reconstructions instead of using their means.
    val_prop : float
        The share of cases held out; the history then has their error and free energy.
    progress : bool, optional
        Whether to show a progress bar; by default at a terminal.

    Returns
    -------
    Rbm
        With `up`, `down`, `sample`, `free_energy`, `reconstruct`, `weights`, `history`,
        `plot` (filters, history, reconstruction, samples).

    Raises
    ------
    RError
        For values outside [0, 1] with binary units, missing values, a batch larger than the
        data, zero epochs, weights that explode.

    Notes
    -----
    Hinton (2010), "A practical guide to training restricted Boltzmann machines". R's deepnet has
    `rbm.train`, here `rbm_train`, with its own ways; this function applies the momentum,
    learns from probabilities, counts no row twice.

    Examples
    --------
    >>> from rnet import data, rbm, set_seed
    >>> digits = data("digits")
    >>> set_seed(1)
    >>> fit = rbm("~ . - digit", digits, hidden=16, n_epochs=3)
    >>> fit.up(digits[:2]).shape, bool(fit.reconstruct().error < 0.08)
    ((2, 16), True)
    """
    visible = VISIBLE_UNITS[match_arg(visible_type, tuple(VISIBLE_UNITS))]
    cases = cases_of(formula, data, response=False)
    size = _hidden(hidden)
    rate = visible.learn_rate if learn_rates is None else positive(learn_rates, "learn_rates")
    settings = RbmSettings(
        cd=whole(cd, "cd"),
        n_epochs=whole(n_epochs, "n_epochs"),
        batch_size=batch_of(batch_size, len(cases)),
        learn_rate=rate,
        momentum=share(momentum, "momentum"),
        L2=not_negative(L2, "L2"),
        sample_visible=bool(sample_visible),
    )
    standard = standard_of(cases, visible)
    x = cases.x if standard is None else standard.scaled(cases.x)
    with DRAWING, counting_bar(settings.n_epochs, "rbm", "epoch", progress) as move:
        learning, apart = held_out(len(cases), val_prop, generator())
        validation = x[apart] if len(apart) else None
        fit = train_rbm(x[learning], size, visible, settings, generator(), validation, move)
    return Rbm(call, fit.machine, settings, cases.encoder, standard, fit.history(), cases)


def standard_of(cases: Cases, visible: VisibleUnits) -> Standard | None:
    """Return how inputs are brought to mean 0 and deviation 1; None for binary units.

    Raises
    ------
    RError
        For binary units, if a value is not between 0 and 1.
    """
    x = cases.x
    if visible.name == "gaussian":
        return standard_by(x)
    outside = (x < 0) | (x > 1)
    if outside.any():
        column = int(np.argmax(outside.any(axis=0)))
        value = x[np.argmax(outside[:, column]), column]
        raise RError(
            f"binary visible units need values between 0 and 1: "
            f"'{cases.encoder.input_names[column]}' has {value:g}",
            "Scale the data to [0, 1], or use visible_type='gaussian'.",
        )
    return None


def _hidden(hidden: Any) -> int:
    sizes = units(hidden)
    if len(sizes) > 1:
        raise RError("'hidden' must be one number of units", "`dbn` stacks several machines.")
    return sizes[0]
