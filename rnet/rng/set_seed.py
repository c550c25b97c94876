"""set.seed."""

import math

from rnet.conditions import RError, warn
from rnet.rng.kinds import chosen, kinds_of, warn_of
from rnet.rng.state import claim_stream, reseed, stream, time_seed
from rnet.values import LARGEST_INTEGER


def set_seed(
    seed: float | None,
    kind: str | None = None,
    normal_kind: str | None = None,
    sample_kind: str | None = None,
) -> None:
    """Start the random numbers from a seed, as R's `set.seed`.

    Parameters
    ----------
    seed : int or None
        A whole number of 32 bits (a fraction is cut off). None: a new seed from the time.
    kind, normal_kind, sample_kind : str, optional
        Generator, way to a normal and sampler, as in `RNGkind`; unique beginnings are enough,
        "default" is R's default. Left out: unchanged.

    Raises
    ------
    RError
        `supplied seed is not a valid integer`, or a kind that does not exist.

    Warns
    -----
    RWarning
        `non-uniform 'Rounding' sampler used` when that sampler is asked for.

    Notes
    -----
    R page: `?set.seed`. The same seed gives the same bits as R. Called in a thread other than the
    main one it gives that thread a stream of its own.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.runif(2).round(7).tolist()
    [0.2655087, 0.3721239]
    """
    now = chosen(kinds_of(stream().code), kind, normal_kind, sample_kind, seeding=True)
    number = time_seed() if seed is None else _whole(seed)
    claim_stream()
    stream().choose(now.code)
    reseed(number)
    warn_of(kind, normal_kind, sample_kind, now)


def _whole(seed: object) -> int:
    try:
        number = float(seed)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = math.nan
    if abs(number) >= LARGEST_INTEGER + 1:
        warn("NAs introduced by coercion to integer range", stacklevel=4)
    if not abs(number) < LARGEST_INTEGER + 1:
        raise RError(
            "supplied seed is not a valid integer", f"Give a whole number up to {LARGEST_INTEGER}."
        )
    return int(number)
