"""The families a user names: an error distribution with a link (R page `?family`)."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.language.tree import Call, Node
from rnet.linear.distributions import (
    BINOMIAL,
    GAMMA,
    GAUSSIAN,
    INVERSE_GAUSSIAN,
    POISSON,
    QUASI,
    QUASIBINOMIAL,
    QUASIPOISSON,
    Distribution,
)
from rnet.linear.family_record import Family
from rnet.linear.links import make_link
from rnet.matched_call import keeps_written_call
from rnet.typed_values import as_node

Floats = npt.NDArray[np.float64]


@keeps_written_call("binomial")
def binomial(call: Call, link: str | None = None) -> Family:
    """Return the binomial family, for 0/1 responses, proportions and counts of successes.

    Parameters
    ----------
    link : str, default "logit"
        Or "probit", "cloglog", "cauchit", "log"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm`.

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Notes
    -----
    R page: `?family`.

    Examples
    --------
    >>> from rnet import binomial
    >>> binomial("probit").linkinv(0.0).item()
    0.5
    """
    return _family(call, BINOMIAL, link)


@keeps_written_call("poisson")
def poisson(call: Call, link: str | None = None) -> Family:
    """Return the Poisson family, for counts.

    Parameters
    ----------
    link : str, default "log"
        Or "identity", "sqrt"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import poisson
    >>> poisson().link
    'log'
    """
    return _family(call, POISSON, link)


@keeps_written_call("gaussian")
def gaussian(call: Call, link: str | None = None) -> Family:
    """Return the Gaussian family, for real responses.

    Parameters
    ----------
    link : str, default "identity"
        Or "log", "inverse"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import gaussian
    >>> gaussian("log").linkinv(0.0).item()
    1.0
    """
    return _family(call, GAUSSIAN, link)


@keeps_written_call("Gamma")
def Gamma(call: Call, link: str | None = None) -> Family:  # noqa: N802 - R's name
    """Return the Gamma family, for positive responses with constant coefficient of variation.

    Parameters
    ----------
    link : str, default "inverse"
        Or "log", "identity"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import Gamma
    >>> Gamma().variance(3.0).item()
    9.0
    """
    return _family(call, GAMMA, link)


@keeps_written_call("inverse.gaussian")
def inverse_gaussian(call: Call, link: str | None = None) -> Family:
    """Return the inverse Gaussian family, for positive responses with a long tail.

    Parameters
    ----------
    link : str, default "1/mu^2"
        Or "inverse", "log", "identity"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`, R's `inverse.gaussian`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import inverse_gaussian
    >>> inverse_gaussian().link
    '1/mu^2'
    """
    return _family(call, INVERSE_GAUSSIAN, link)


@keeps_written_call("quasi")
def quasi(call: Call, link: str | None = None, variance: str = "constant") -> Family:
    """Return a quasi-likelihood family: a link and a variance function, no distribution.

    Parameters
    ----------
    link : str, default "identity"
        Any link.
    variance : str, default "constant"
        Or "mu(1-mu)", "mu", "mu^2", "mu^3".

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link or variance that does not exist.

    Examples
    --------
    >>> from rnet import quasi
    >>> quasi("log", "mu^2").variance(2.0).item()
    4.0
    """
    if variance not in QUASI:
        raise RError(
            f"'variance' \"{variance}\" is invalid: possible values are "
            '"mu(1-mu)", "mu", "mu^2", "mu^3" and "constant"',
            "The variance is given as text, as a function of the mean.",
        )
    return _family(call, QUASI[variance], link)


@keeps_written_call("quasibinomial")
def quasibinomial(call: Call, link: str | None = None) -> Family:
    """Return the binomial family with a dispersion that is estimated.

    Parameters
    ----------
    link : str, default "logit"
        Or "probit", "cloglog", "cauchit", "log"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import quasibinomial
    >>> quasibinomial().family
    'quasibinomial'
    """
    return _family(call, QUASIBINOMIAL, link)


@keeps_written_call("quasipoisson")
def quasipoisson(call: Call, link: str | None = None) -> Family:
    """Return the Poisson family with a dispersion that is estimated.

    Parameters
    ----------
    link : str, default "log"
        Or "identity", "sqrt"; as in R any other link is tried.

    Returns
    -------
    Family
        For the argument `family` of `glm` (R page `?family`).

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> from rnet import quasipoisson
    >>> quasipoisson().variance(4.0).item()
    4.0
    """
    return _family(call, QUASIPOISSON, link)


FAMILIES: Mapping[str, Callable[..., Family]] = {
    "binomial": binomial,
    "poisson": poisson,
    "gaussian": gaussian,
    "Gamma": Gamma,
    "inverse.gaussian": inverse_gaussian,
    "inverse_gaussian": inverse_gaussian,
    "quasi": quasi,
    "quasibinomial": quasibinomial,
    "quasipoisson": quasipoisson,
}


def as_family(family: str | Family | Callable[[], Family]) -> Family:
    """Return the family that a user's argument means: a name, a function or the record."""
    if isinstance(family, Family):
        return family
    if isinstance(family, str):
        if family not in FAMILIES:
            raise RError(
                f"object '{family}' of mode 'function' was not found",
                f"Families are: {', '.join(name for name in FAMILIES if '_' not in name)}.",
            )
        return FAMILIES[family]()
    made = family() if callable(family) else None
    if not isinstance(made, Family):
        raise RError(
            "'family' argument seems not to be a valid family object",
            'Give a name such as "binomial", or binomial(link="probit").',
        )
    return made


@as_node.register
def _(value: Family) -> Node:
    return value.call


def _family(call: Call, distribution: Distribution, link: str | None) -> Family:
    """Return the family; as in R a link given by name may be any, whether it suits or not."""
    name = distribution.default_link if link is None else link
    return Family(distribution, make_link(name), call)
