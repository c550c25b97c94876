"""The kinds of generator R knows, their codes in `.Random.seed` and how they are named."""

from dataclasses import dataclass

from rnet.conditions import RError, warn

UNIFORM = {
    "Wichmann-Hill": 0,
    "Marsaglia-Multicarry": 1,
    "Super-Duper": 2,
    "Mersenne-Twister": 3,
    "Knuth-TAOCP": 4,
    "user-supplied": 5,
    "Knuth-TAOCP-2002": 6,
    "L'Ecuyer-CMRG": 7,
}
NORMAL = {
    "Buggy Kinderman-Ramage": 0,
    "Ahrens-Dieter": 1,
    "Box-Muller": 2,
    "user-supplied": 3,
    "Inversion": 4,
    "Kinderman-Ramage": 5,
}
SAMPLE = {"Rounding": 0, "Rejection": 1}

_DEVIATIONS = {"Kinderman-Ramage": "severe deviations", "Ahrens-Dieter": "deviations"}
_DEFAULT = "default"
_MISSING_UNIFORM = {"Knuth-TAOCP", "user-supplied"}
_MISSING_NORMAL = {"Buggy Kinderman-Ramage", "user-supplied"}


@dataclass(frozen=True, slots=True)
class Kinds:
    """One choice of generator, way to a normal and sampler.

    Attributes
    ----------
    uniform, normal, sample : str
        R's names.
    """

    uniform: str = "Mersenne-Twister"
    normal: str = "Inversion"
    sample: str = "Rejection"

    @property
    def code(self) -> int:
        """The first number of `.Random.seed`."""
        return UNIFORM[self.uniform] + 100 * NORMAL[self.normal] + 10000 * SAMPLE[self.sample]


def kinds_of(code: int) -> Kinds:
    """Return the kinds a `.Random.seed` code stands for."""
    return Kinds(
        _named(UNIFORM, code % 100),
        _named(NORMAL, code // 100 % 100),
        _named(SAMPLE, code // 10000),
    )


def chosen(
    before: Kinds, kind: object, normal_kind: object, sample_kind: object, *, seeding: bool = False
) -> Kinds:
    """Return the kinds after a change; None keeps one, "default" takes R's default.

    Raises
    ------
    RError
        R's message for a name that abbreviates nothing, or for a kind rnet lacks.
    """
    default = Kinds()
    uniform = before.uniform
    if kind is not None:
        _check_string(kind, "'kind' must be a character string of length 1 (RNG to be used).")
        uniform = _match(kind, UNIFORM, default.uniform) or _refuse_abbreviation(kind)
        _check_supported(uniform, _MISSING_UNIFORM)
    normal = before.normal
    if normal_kind is not None:
        _check_string(normal_kind, "'normal.kind' must be a character string of length 1")
        normal = _match(normal_kind, NORMAL, default.normal) or _refuse_choice()
        if seeding and normal == "Buggy Kinderman-Ramage":
            raise RError("buggy version of Kinderman-Ramage generator is not allowed")
        _check_supported(normal, _MISSING_NORMAL)
    sample = before.sample
    if sample_kind is not None:
        _check_string(sample_kind, "'sample.kind' must be a character string of length 1")
        sample = _match(sample_kind, SAMPLE, default.sample) or _refuse_choice()
    return Kinds(uniform, normal, sample)


def warn_of(kind: object, normal_kind: object, sample_kind: object, now: Kinds) -> None:
    """Give R's warnings about a choice that was asked for."""
    marsaglia = now.uniform == "Marsaglia-Multicarry"
    if sample_kind is not None and now.sample == "Rounding":
        warn("non-uniform 'Rounding' sampler used", stacklevel=4)
    if kind is not None and marsaglia:
        warn("RNGkind: Marsaglia-Multicarry has poor statistical properties", stacklevel=4)
    if normal_kind is not None and marsaglia and now.normal in _DEVIATIONS:
        what = f"{_DEVIATIONS[now.normal]} from normality for {now.normal}"
        warn(f"RNGkind: {what} + Marsaglia-Multicarry", stacklevel=4)


def _named(table: dict[str, int], number: int) -> str:
    return next(name for name, code in table.items() if code == number)


def _check_string(value: object, message: str) -> None:
    if not isinstance(value, str):
        raise RError(message)


def _match(given: object, table: dict[str, int], default: str) -> str | None:
    names = [*table, _DEFAULT]
    text = str(given)
    found = [text] if text in names else [name for name in names if name.startswith(text)]
    if len(found) != 1:
        return None
    return default if found[0] == _DEFAULT else found[0]


def _refuse_abbreviation(kind: object) -> str:
    names = ", ".join(name for name in UNIFORM if name not in _MISSING_UNIFORM)
    raise RError(f"'{kind}' is not a valid abbreviation of an RNG", f"rnet has {names}.")


def _refuse_choice() -> str:
    raise RError("'NA' is not a valid choice")


def _check_supported(name: str, missing: set[str]) -> None:
    if name in missing:
        raise RError(f"the random generator '{name}' is not available", "rnet does not have it.")
