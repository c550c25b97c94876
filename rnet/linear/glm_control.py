"""The numerical settings of `glm` (R page `?glm.control`)."""

from dataclasses import dataclass

from rnet.conditions import RError
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.matched_call import as_node


@dataclass(frozen=True, slots=True)
class GlmControl:
    """When to stop iterating, and whether to tell.

    Attributes
    ----------
    epsilon : float
        Stop when the deviance changes by less than this share of it (plus 0.1).
    maxit : int
        Most iterations.
    trace : bool
        Print the deviance after every iteration.
    given : tuple of str
        What the user set, for the printed call.
    """

    epsilon: float = 1e-8
    maxit: int = 25
    trace: bool = False
    given: tuple[str, ...] = ()


def glm_control(
    epsilon: float | None = None, maxit: int | None = None, trace: bool | None = None
) -> GlmControl:
    """Return the settings of the iteration of `glm`.

    Parameters
    ----------
    epsilon : float, default 1e-8
        Stop when the deviance changes by less than this share of it (plus 0.1).
    maxit : int, default 25
        Most iterations.
    trace : bool, default False
        Print the deviance after every iteration.

    Returns
    -------
    GlmControl
        For the argument `control` of `glm`.

    Raises
    ------
    RError
        R's messages for a value that is not positive.

    Notes
    -----
    R page: `?glm.control`.

    Examples
    --------
    >>> from rnet import glm_control
    >>> glm_control(maxit=50).maxit
    50
    """
    if epsilon is not None and not epsilon > 0:
        raise RError("value of 'epsilon' must be > 0")
    if maxit is not None and not maxit > 0:
        raise RError("maximum number of iterations must be > 0")
    values = {"epsilon": epsilon, "maxit": maxit, "trace": trace}
    given = {name: value for name, value in values.items() if value is not None}
    return GlmControl(**given, given=tuple(given))  # type: ignore[arg-type]


@as_node.register
def _(value: GlmControl) -> Node:
    arguments = (Argument(name, as_node(getattr(value, name))) for name in value.given)
    return Call(Symbol("glm.control"), tuple(arguments))
