"""The numerical settings of `glm` (R page `?glm.control`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from rnet.conditions import RError
from rnet.language.tree import Call, Node
from rnet.matched_call import keeps_written_call
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.typed_values import as_node


@dataclass(frozen=True, slots=True, repr=False)
class GlmControl(Record):
    """When to stop iterating, and whether to tell.

    Attributes
    ----------
    call : Call
        How the settings were written.
    epsilon : float
        Stop when the deviance changes by less than this share of it (plus 0.1).
    maxit : int
        Most iterations.
    trace : bool
        Print the deviance after every iteration.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("epsilon", "maxit", "trace")

    call: Call
    epsilon: float = 1e-8
    maxit: int = 25
    trace: bool = False

    def __str__(self) -> str:
        return format_r({name: self[name] for name in self.COMPONENTS})


@keeps_written_call("glm.control")
def glm_control(
    call: Call, epsilon: float = 1e-8, maxit: int = 25, trace: bool = False
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
    if not epsilon > 0:
        raise RError("value of 'epsilon' must be > 0", "R's own is 1e-8.")
    if not maxit > 0:
        raise RError("maximum number of iterations must be > 0", "R's own is 25.")
    return GlmControl(call, float(epsilon), int(maxit), bool(trace))


def as_control(control: GlmControl | Mapping[str, Any] | None) -> GlmControl:
    """Return settings given as such, as a mapping of some, or not at all."""
    if isinstance(control, GlmControl):
        return control
    given = dict(control or {})
    unknown = [name for name in given if name not in ("epsilon", "maxit", "trace")]
    if unknown:
        raise RError(
            f"unused argument ({unknown[0]} = {given[unknown[0]]})",
            "Settings are: epsilon, maxit, trace.",
        )
    return glm_control(**given)


@as_node.register
def _(value: GlmControl) -> Node:
    return value.call
