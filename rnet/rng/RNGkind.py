"""RNGkind and RNGversion."""  # noqa: N999 - R's spelling

import numpy as np

from rnet.conditions import RError, warn
from rnet.rng.kinds import Kinds, chosen, kinds_of, warn_of
from rnet.rng.state import generator, reseed, stream


def RNGkind(  # noqa: N802 - R's name
    kind: str | None = None, normal_kind: str | None = None, sample_kind: str | None = None
) -> tuple[str, str, str]:
    """Ask for or change the kind of random generator.

    Parameters
    ----------
    kind : str, optional
        "Mersenne-Twister" (R's default), "Wichmann-Hill", "Marsaglia-Multicarry",
        "Super-Duper", "Knuth-TAOCP-2002" or "L'Ecuyer-CMRG"; a unique beginning is enough.
        Asking for any of them, also the one in use, seeds it with a draw from the one in use.
    normal_kind : str, optional
        "Inversion" (default), "Box-Muller", "Ahrens-Dieter" or "Kinderman-Ramage".
    sample_kind : str, optional
        "Rejection" (default) or "Rounding", the sampler of R before 3.6.0.

    Returns
    -------
    tuple of str
        The three kinds in use before the call.

    Raises
    ------
    RError
        For a name that abbreviates no kind, or a kind rnet lacks.

    Warns
    -----
    RWarning
        `non-uniform 'Rounding' sampler used` when that sampler is asked for.

    Notes
    -----
    R page: `?RNGkind`.

    Examples
    --------
    >>> import rnet
    >>> rnet.RNGkind()
    ('Mersenne-Twister', 'Inversion', 'Rejection')
    """
    before = kinds_of(stream().code)
    now = chosen(before, kind, normal_kind, sample_kind)
    number = _draw_seed() if kind is not None else None
    stream().choose(now.code)
    if number is not None:
        reseed(number)
    warn_of(kind, normal_kind, sample_kind, now)
    return before.uniform, before.normal, before.sample


def RNGversion(vstr: str | float) -> None:  # noqa: N802 - R's name
    """Choose the generators that were R's defaults in an earlier version.

    Parameters
    ----------
    vstr : str
        A version of R such as "3.5.0": before 3.6.0 `sample` rounded.

    Raises
    ------
    RError
        `malformed version string`; for versions before 1.7.0, whose normals rnet lacks.

    Notes
    -----
    R page: `?RNGversion`. As in R the stream is seeded anew: call `set_seed` afterwards.

    Examples
    --------
    >>> import rnet
    >>> rnet.RNGversion("4.5.0")
    >>> rnet.RNGkind()[2]
    'Rejection'
    """
    kinds = _of_version(_parts(str(vstr)))
    RNGkind(kinds.uniform, kinds.normal, kinds.sample)


def _draw_seed() -> int:
    return int(np.float64(4294967295.0) * generator().uniform(1)[0])


def _parts(version: str) -> tuple[int, int]:
    pieces = version.strip().replace("-", ".").split(".")
    if not all(piece.isdigit() for piece in pieces):
        warn("NAs introduced by coercion", stacklevel=4)
    if len(pieces) < 2 or not (pieces[0].isdigit() and pieces[1].isdigit()):
        raise RError("malformed version string", 'Give a version such as "3.5.0".')
    return int(pieces[0]), int(pieces[1])


def _of_version(version: tuple[int, int]) -> Kinds:
    if version < (0, 99):
        return Kinds("Wichmann-Hill", "Buggy Kinderman-Ramage", "Rounding")
    if version < (1, 7):
        return Kinds("Marsaglia-Multicarry", "Buggy Kinderman-Ramage", "Rounding")
    if version < (3, 6):
        return Kinds(sample="Rounding")
    return Kinds()
