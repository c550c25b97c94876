"""Growth curves and curves of decay: models for `nls` that find their own start.

Each is also the name that `nls` knows in a formula: ``"density ~ SSlogis(log(conc), Asym, xmid,
scal)"`` needs no `start`.
"""
# ruff: noqa: A002, N803 - R's names

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.nonlinear.curves import derived

Doubles = npt.NDArray[np.float64]


def SSlogis(  # noqa: N802 - R's name
    input: Any,
    Asym: Any,
    xmid: Any,
    scal: Any,
) -> Doubles:
    """Return the logistic curve Asym / (1 + exp((xmid - input) / scal)).

    Parameters
    ----------
    input : array_like
    Asym, xmid, scal : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSlogis`.

    Examples
    --------
    >>> from rnet import SSlogis
    >>> SSlogis(1.0, 2.0, 1.0, 0.5).tolist()
    [1.0]
    """
    return derived("SSlogis")(input, Asym, xmid, scal).value


def SSfpl(  # noqa: N802 - R's name
    input: Any,
    A: Any,
    B: Any,
    xmid: Any,
    scal: Any,
) -> Doubles:
    """Return the four-parameter logistic A + (B - A) / (1 + exp((xmid - input) / scal)).

    Parameters
    ----------
    input : array_like
    A, B, xmid, scal : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSfpl`.

    Examples
    --------
    >>> from rnet import SSfpl
    >>> SSfpl(1.0, 1.0, 3.0, 1.0, 0.5).tolist()
    [2.0]
    """
    return derived("SSfpl")(input, A, B, xmid, scal).value


def SSmicmen(  # noqa: N802 - R's name
    input: Any,
    Vm: Any,
    K: Any,
) -> Doubles:
    """Return the Michaelis-Menten curve Vm input / (K + input).

    Parameters
    ----------
    input : array_like
    Vm, K : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSmicmen`.

    Examples
    --------
    >>> from rnet import SSmicmen
    >>> SSmicmen(1.0, 4.0, 1.0).tolist()
    [2.0]
    """
    return derived("SSmicmen")(input, Vm, K).value


def SSasymp(  # noqa: N802 - R's name
    input: Any,
    Asym: Any,
    R0: Any,
    lrc: Any,
) -> Doubles:
    """Return the exponential approach Asym + (R0 - Asym) exp(-exp(lrc) input).

    Parameters
    ----------
    input : array_like
    Asym, R0, lrc : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSasymp`.

    Examples
    --------
    >>> from rnet import SSasymp
    >>> SSasymp(0.0, 4.0, 1.0, 0.0).tolist()
    [1.0]
    """
    return derived("SSasymp")(input, Asym, R0, lrc).value


def SSasympOff(  # noqa: N802 - R's name
    input: Any,
    Asym: Any,
    lrc: Any,
    c0: Any,
) -> Doubles:
    """Return the approach that starts from 0 at c0, Asym (1 - exp(-exp(lrc) (input - c0))).

    Parameters
    ----------
    input : array_like
    Asym, lrc, c0 : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSasympOff`.

    Examples
    --------
    >>> from rnet import SSasympOff
    >>> SSasympOff(1.0, 4.0, 0.0, 1.0).tolist()
    [0.0]
    """
    return derived("SSasympOff")(input, Asym, lrc, c0).value


def SSasympOrig(  # noqa: N802 - R's name
    input: Any,
    Asym: Any,
    lrc: Any,
) -> Doubles:
    """Return the approach through the origin, Asym (1 - exp(-exp(lrc) input)).

    Parameters
    ----------
    input : array_like
    Asym, lrc : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSasympOrig`.

    Examples
    --------
    >>> from rnet import SSasympOrig
    >>> SSasympOrig(0.0, 4.0, 0.0).tolist()
    [0.0]
    """
    return derived("SSasympOrig")(input, Asym, lrc).value


def SSbiexp(  # noqa: N802 - R's name
    input: Any,
    A1: Any,
    lrc1: Any,
    A2: Any,
    lrc2: Any,
) -> Doubles:
    """Return the sum of two decays, A1 exp(-exp(lrc1) input) + A2 exp(-exp(lrc2) input).

    Parameters
    ----------
    input : array_like
    A1, lrc1, A2, lrc2 : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSbiexp`.

    Examples
    --------
    >>> from rnet import SSbiexp
    >>> SSbiexp(0.0, 1.0, 0.0, 2.0, -1.0).tolist()
    [3.0]
    """
    return derived("SSbiexp")(input, A1, lrc1, A2, lrc2).value


def SSgompertz(  # noqa: N802 - R's name
    x: Any,
    Asym: Any,
    b2: Any,
    b3: Any,
) -> Doubles:
    """Return the Gompertz curve Asym exp(-b2 b3^x).

    Parameters
    ----------
    x : array_like
    Asym, b2, b3 : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSgompertz`.

    Examples
    --------
    >>> from rnet import SSgompertz
    >>> SSgompertz(0.0, 2.0, 0.0, 0.5).tolist()
    [2.0]
    """
    return derived("SSgompertz")(x, Asym, b2, b3).value


def SSweibull(  # noqa: N802 - R's name
    x: Any,
    Asym: Any,
    Drop: Any,
    lrc: Any,
    pwr: Any,
) -> Doubles:
    """Return the Weibull growth curve Asym - Drop exp(-exp(lrc) x^pwr).

    Parameters
    ----------
    x : array_like
    Asym, Drop, lrc, pwr : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSweibull`.

    Examples
    --------
    >>> from rnet import SSweibull
    >>> SSweibull(0.0, 3.0, 2.0, 0.0, 1.0).tolist()
    [1.0]
    """
    return derived("SSweibull")(x, Asym, Drop, lrc, pwr).value


def SSfol(  # noqa: N802 - R's name
    Dose: Any,
    input: Any,
    lKe: Any,
    lKa: Any,
    lCl: Any,
) -> Doubles:
    """Return the first-order compartment model of a dose taken once.

    Parameters
    ----------
    Dose : array_like
    input, lKe, lKa, lCl : float or array_like
        R's parameters.

    Returns
    -------
    ndarray

    Notes
    -----
    R page: `?SSfol`.

    Examples
    --------
    >>> from rnet import SSfol
    >>> SSfol(1.0, 0.0, 0.0, 1.0, 0.0).tolist()
    [0.0]
    """
    return derived("SSfol")(Dose, input, lKe, lKa, lCl).value
