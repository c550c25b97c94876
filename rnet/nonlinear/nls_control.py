"""`nls_control`: when nonlinear least squares stops."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from rnet.conditions import RError
from rnet.printing.show import Style, console_text
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False)
class NlsControl(Record):
    """Settings of `nls`; the attributes are the arguments of `nls_control`."""

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "maxiter", "tol", "minFactor", "printEval", "warnOnly", "scaleOffset", "nDcentral",
    )  # fmt: skip

    maxiter: int
    tol: float
    minFactor: float  # noqa: N815 - R's name
    printEval: bool  # noqa: N815
    warnOnly: bool  # noqa: N815
    scaleOffset: float  # noqa: N815
    nDcentral: bool  # noqa: N815

    def __str__(self) -> str:
        return console_text({name: self[name] for name in self.COMPONENTS}, Style())


def nls_control(
    maxiter: int = 50,
    tol: float = 1e-05,
    minFactor: float = 1 / 1024,  # noqa: N803 - R's name
    printEval: bool = False,  # noqa: N803
    warnOnly: bool = False,  # noqa: N803
    scaleOffset: float = 0.0,  # noqa: N803
    nDcentral: bool = False,  # noqa: N803
) -> NlsControl:
    """Return settings for `nls`.

    Parameters
    ----------
    maxiter : int
        Most iterations.
    tol : float
        Of the relative offset, the criterion of convergence.
    minFactor : float
        The smallest step factor.
    printEval : bool
        Whether each evaluation is shown.
    warnOnly : bool
        Whether a fit that does not converge is returned with a warning.
    scaleOffset : float
        Added to the residual sum of squares in the criterion; 1 for data without error.
    nDcentral : bool
        Whether derivatives are central differences.

    Raises
    ------
    RError
        `tol > 0 is not TRUE`.

    Notes
    -----
    R page: `?nls.control`.

    Examples
    --------
    >>> from rnet import nls_control
    >>> nls_control(tol=1e-8).tol
    1e-08
    """
    for name, value in (("tol", tol), ("scaleOffset", scaleOffset)):
        if not (value > 0 or (name == "scaleOffset" and value == 0)):
            raise RError(f"{name} > 0 is not TRUE", f"Not {value}.")
    return NlsControl(maxiter, tol, minFactor, printEval, warnOnly, scaleOffset, nDcentral)


def control_of(given: Any) -> NlsControl:
    """Return the settings that are meant: a record, or a mapping of some of them."""
    if isinstance(given, NlsControl):
        return given
    changes: Mapping[str, Any] = given or {}
    return nls_control(**changes)
