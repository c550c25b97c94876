"""R's `options()`: what printing, formulas and the emulated R version depend on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import TracebackType
from typing import Any

from rnet.conditions import RError

NEWEST_R = "4.6"
COLLATIONS = ("en_US", "C")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options in force.

    Attributes
    ----------
    digits : int
        Significant digits to print, 1 to 22.
    width : int
        Columns of the console, 10 to 10000.
    scipen : int
        Penalty on scientific notation, in characters.
    max_print : int
        Cells of a data frame shown before R omits rows.
    r_version : str
        The R release whose text is followed, "4.2" to "4.6".
    na_action : str
        What a model frame does with missing values.
    contrasts : tuple of str
        Contrasts of unordered and of ordered factors.
    show_signif_stars : bool
        Whether coefficient tables carry significance stars.
    collate : str
        How strings sort: "en_US" (a A b B) or "C" (A B a b).
    """

    digits: int = 7
    width: int = 80
    scipen: int = 0
    max_print: int = 99999
    r_version: str = NEWEST_R
    na_action: str = "na.omit"
    contrasts: tuple[str, str] = ("contr.treatment", "contr.poly")
    show_signif_stars: bool = True
    collate: str = "en_US"

    def follows(self, version: str) -> bool:
        """Whether the R release followed is `version` or newer."""
        return _version_key(self.r_version) >= _version_key(version)


_current = Settings()


def current() -> Settings:
    """Return the options in force."""
    return _current


class PreviousOptions(Mapping[str, Any]):
    """The options before a change; leaving a `with` block puts them back."""

    def __init__(self, before: Settings, names: list[str]) -> None:
        self._before = before
        self._values = {name: getattr(before, name) for name in names}

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(self._values)

    def __enter__(self) -> "PreviousOptions":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _put(self._before)


def options(*names: str, **changes: Any) -> PreviousOptions:
    """Read or set R's global options.

    Parameters
    ----------
    *names
        Options to read.
    **changes
        New values, with R's names (`max.print` is `max_print`): `digits`, `width`, `scipen`,
        `max_print`, `r_version`, `na_action`, `contrasts`, `show_signif_stars`, `collate`.

    Returns
    -------
    PreviousOptions
        A mapping of the values of `names` and of the old values of what was changed (of
        everything without arguments); as a context manager it restores what was changed.

    Raises
    ------
    RError
        For an unknown option or a value R refuses.

    Notes
    -----
    R page: `?options`. `r_version` is rnet's own: "4.2" gives the text older R printed. So is
    `collate`, what R takes from the locale: "en_US" or "C" decides how strings sort.

    Examples
    --------
    >>> import rnet
    >>> with rnet.options(digits=3):
    ...     rnet.show(22 / 7)
    [1] 3.14
    >>> dict(rnet.options("digits"))
    {'digits': 7}
    """
    known = {field.name for field in fields(Settings)}
    unknown = [name for name in [*names, *changes] if name not in known]
    if unknown:
        raise RError(f"invalid option '{unknown[0]}'", f"rnet knows: {', '.join(sorted(known))}.")
    before = _current
    _put(replace(before, **{name: _checked(name, value) for name, value in changes.items()}))
    return PreviousOptions(before, [*names, *changes] or list(asdict(before)))


def _put(new: Settings) -> None:
    global _current  # noqa: PLW0603 - R's options are global, and so are these
    _current = new


def _checked(name: str, value: Any) -> Any:
    check = _CHECKS.get(name)
    if check is None:
        return value
    try:
        return check(name, value)
    except (TypeError, ValueError) as error:
        raise (
            error
            if isinstance(error, RError)
            else RError(f"invalid value for '{name}'", f"{value!r} does not fit this option.")
        ) from None


def _checked_whole(name: str, value: Any) -> int:
    low, high = _BOUNDS[name]
    try:
        whole = int(value) if float(value).is_integer() else None
    except (TypeError, ValueError):
        whole = None
    if whole is None or not low <= whole <= high:
        raise RError(f"invalid '{name}' parameter, allowed {low}...{high}", "A whole number.")
    return whole


def _checked_scipen(name: str, value: Any) -> int:
    low, high = _BOUNDS[name]
    return min(max(int(value), low), high)


def _checked_contrasts(_name: str, value: Any) -> tuple[str, str]:
    if isinstance(value, str):
        raise TypeError
    unordered, ordered = value
    return (str(unordered), str(ordered))


def _checked_flag(_name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _checked_version(_name: str, value: Any) -> str:
    version = str(value)
    known = [f"4.{minor}" for minor in range(2, 7)]
    if ".".join(version.split(".")[:2]) not in known:
        raise RError(
            f"invalid option 'r_version': {version!r}",
            f"rnet follows the text of R {', '.join(known)}.",
        )
    return version


def _checked_collate(_name: str, value: Any) -> str:
    if value not in COLLATIONS:
        raise RError("invalid value for 'collate'", f"One of {', '.join(COLLATIONS)}.")
    return str(value)


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


_BOUNDS = {
    "digits": (1, 22),
    "width": (10, 10000),
    "max_print": (1, 2**31 - 1),
    "scipen": (-9, 9999),
}
_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "digits": _checked_whole,
    "width": _checked_whole,
    "max_print": _checked_whole,
    "scipen": _checked_scipen,
    "r_version": _checked_version,
    "contrasts": _checked_contrasts,
    "show_signif_stars": _checked_flag,
    "collate": _checked_collate,
}
