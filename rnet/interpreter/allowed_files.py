"""Which files a script may read and write: below its folders, and nowhere else."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from rnet.conditions import RError, warn


class AllowedFiles:
    """The folders a script may read below, the one it may write below, and a temporary one.

    Attributes
    ----------
    folders : tuple of Path
        Where relative paths are looked for, in order: the script's folder, the working one.
    writable : Path or None
        The folder of `--allow-write`.
    """

    def __init__(self, folders: Sequence[Path] = (), writable: Path | None = None) -> None:
        found = [folder.resolve() for folder in (*folders, Path.cwd())]
        self.folders = tuple(dict.fromkeys(found))
        self.writable = None if writable is None else writable.resolve()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @property
    def temporary(self) -> Path:
        """The session's temporary folder, made when first asked for; it goes with the session."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="rnet")
        return Path(self._temporary.name).resolve()

    def _own(self) -> list[Path]:
        own = [] if self.writable is None else [self.writable]
        return own if self._temporary is None else [*own, self.temporary]

    def to_read(self, path: str) -> Path:
        """Return the file that a path in a script names.

        Raises
        ------
        RError
            Where it lies outside the folders a script may read.
        """
        allowed = [*self.folders, *self._own()]
        places = [(folder / path).resolve() for folder in self.folders]
        if self.writable is not None:
            places.append((self.writable / path).resolve())
        inside = [p for p in places if any(p.is_relative_to(folder) for folder in allowed)]
        if not inside:
            raise RError(
                "cannot open the connection",
                f"'{path}' lies outside the script's folder; scripts read files below it only.",
            )
        return next((place for place in inside if place.exists()), inside[0])

    def to_write(self, path: str) -> Path:
        """Return the file that a path in a script names, for writing.

        Raises
        ------
        RError
            Where it lies outside the folder that `--allow-write` names.
        """
        own = self._own()
        base = self.writable or (self.temporary if self._temporary is not None else self.folders[0])
        place = (base / path).resolve()
        if not any(place.is_relative_to(folder) for folder in own):
            place = (self.folders[0] / path).resolve()
        if not any(place.is_relative_to(folder) for folder in own):
            raise RError(
                "cannot open the connection",
                f"Writing '{path}' needs `rnet run --allow-write DIR` with a folder above it.",
            )
        return place


def text_of(place: Path, path: str) -> str:
    """Return the text of a file, with R's words where it cannot be read."""
    try:
        return place.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        warn(f"cannot open file '{path}': {error.strerror}")
        raise RError("cannot open the connection", "Give a path relative to the script.") from None
