"""Files of models: named arrays and one JSON text in a zip archive, as NumPy's `.npz` files are.

Nothing in a file is ever run. Members are stored as they are, so a small file cannot unfold into
a huge one; arrays are read without pickle, and every value of the JSON is asked for by its type.
"""

import io
import json
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from tokenize import TokenError
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.files.source import bytes_of
from rnet.neural.json_reader import JsonValue

FORMAT = "rnet deep model"
VERSION = 1
CONTENT = "model.json"
NO_MODEL = "the file is no model saved by rnet"

UNREADABLE = (
    ValueError, EOFError, OSError, MemoryError, SyntaxError, TypeError, OverflowError,
    RecursionError, TokenError,
)  # fmt: skip
"""What NumPy raises for bytes that are no array."""

Arrays = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class SavedModel:
    """What a file holds.

    Attributes
    ----------
    kind : str
        Which function made the model.
    content : JsonValue
    arrays : mapping of str to ndarray
    """

    kind: str
    content: JsonValue
    arrays: Arrays

    def array(self, name: str, shape: tuple[int, ...]) -> npt.NDArray[np.float64]:
        """Return an array of finite numbers whose shape is known.

        Raises
        ------
        RError
            If it is missing or something else.
        """
        found = self.arrays.get(name)
        if found is None:
            damaged(f"there is no array '{name}'")
        if found.dtype.kind != "f" or found.shape != shape or not np.isfinite(found).all():
            damaged(f"array '{name}' is not {' x '.join(map(str, shape))} finite numbers")
        return np.ascontiguousarray(found, dtype=np.float64)


def damaged(why: str) -> NoReturn:
    """Raise the error for a file that holds something else."""
    raise RError(NO_MODEL, f"It may be damaged: {why}.")


def write_model(
    path: str | PathLike[str], kind: str, content: Mapping[str, Any], arrays: Arrays
) -> None:
    """Write a model: a new file takes the place of an old one only when it is complete.

    Parameters
    ----------
    path : str or path-like
    kind : str
        Which function made the model.
    content : mapping
        What JSON can hold.
    arrays : mapping of str to ndarray
        Numbers only.

    Raises
    ------
    RError
        `cannot open file 'x': No such file or directory` where the folder is none.
    """
    target = Path(path).expanduser()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    head = {"format": FORMAT, "version": VERSION, "kind": kind, **content}
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as file:
            text = json.dumps(head, ensure_ascii=False, allow_nan=False)
            # a ZipInfo of its own has no time: the same model gives the same file
            file.writestr(zipfile.ZipInfo(CONTENT), text)
            for name, values in arrays.items():
                buffer = io.BytesIO()
                np.lib.format.write_array(buffer, np.asarray(values), allow_pickle=False)
                file.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue())
        beside.replace(target)
    except OSError as error:
        where = f"Folders must be there already. The current directory is {Path.cwd()}."
        raise RError(f"cannot open file '{path}': {error.strerror}", where) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def read_model(path: str | PathLike[str]) -> SavedModel:
    """Read a file that `write_model` wrote.

    Raises
    ------
    RError
        For files that hold something else, are damaged, or come from a newer rnet.
    """
    whole = bytes_of(path)
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as file:
            members = {member.filename: member for member in file.infolist()}
            if any(m.compress_type != zipfile.ZIP_STORED for m in members.values()):
                damaged("its parts are compressed")
            if CONTENT not in members:
                damaged(f"it has no part '{CONTENT}'")
            parts = {name: file.read(name) for name in members}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, RError):
            raise
        damaged(f"{error}")
    content = _content(parts.pop(CONTENT))
    return SavedModel(content["kind"].text(), content, _arrays(parts))


def _content(text: bytes) -> JsonValue:
    try:
        content = JsonValue.of(text.decode("utf-8"))
    except UnicodeDecodeError:
        damaged(f"'{CONTENT}' is not text")
    if content["format"].text() != FORMAT:
        content["format"].wrong(f'"{FORMAT}"')
    if content["version"].whole() > VERSION:
        raise RError(
            f"the file has version {content['version'].value}, this rnet reads up to {VERSION}",
            "Update rnet.",
        )
    return content


def _arrays(parts: Mapping[str, bytes]) -> Arrays:
    found = {}
    for name, data in parts.items():
        try:
            found[name.removesuffix(".npy")] = np.lib.format.read_array(
                io.BytesIO(data), allow_pickle=False
            )
        except UNREADABLE as error:
            damaged(f"array '{name}': {error}")
    return found
