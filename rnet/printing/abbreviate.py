"""Names made short the way R's `abbreviate` does."""

from collections.abc import Callable, Sequence

VOWELS = "aeiou"


def abbreviated(names: Sequence[str], length: int = 4) -> list[str]:
    """Return names of at most so many characters, longer only where two would be the same.

    Lower-case vowels go first, then lower-case letters, then the rest, each from the end; the
    first character of a word stays (R page `?abbreviate`).

    Examples
    --------
    >>> abbreviated(["speed", "factor(cyl)6", "Infant.Mortality"])
    ['sped', 'f()6', 'In.M']
    """
    shorts = [_short(name, length) for name in names]
    while len(set(shorts)) < len(set(names)) and length < max(map(len, names)):
        length += 1
        shorts = [
            _short(name, length) if shorts.count(short) > 1 else short
            for name, short in zip(names, shorts, strict=True)
        ]
    return shorts


def _short(name: str, length: int) -> str:
    stripped = name.strip()
    if len(stripped) <= length:
        return stripped
    kept: list[str | None] = list(stripped)
    for droppable in (_is_vowel, str.islower, _is_any):
        _drop(kept, stripped, length, droppable)
    return "".join(letter for letter in kept if letter and letter != " ")


def _drop(kept: list[str | None], name: str, length: int, droppable: Callable[[str], bool]) -> None:
    """Drop characters from the end until few enough are left, spaces not counted."""
    for i in reversed(range(1, len(name))):
        if sum(letter not in (None, " ") for letter in kept) <= length:
            return
        letter = kept[i]
        if letter and letter != " " and name[i - 1] != " " and droppable(letter):
            kept[i] = None


def _is_vowel(letter: str) -> bool:
    return letter in VOWELS


def _is_any(letter: str) -> bool:
    return bool(letter)
