"""load.mnist: handwritten digits, or clothes, from their four files."""

import gzip
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown

IMAGES, LABELS = 0x803, 0x801
CLASSES = 10


@refuses_unknown
def load_mnist(dir: str | PathLike[str]) -> dict[str, dict[str, Any]]:  # noqa: A002 - R's name
    """Read the four files of MNIST, or of Fashion-MNIST, from a folder.

    Parameters
    ----------
    dir : str or path-like
        Holds `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and
        `t10k-labels-idx1-ubyte`, or the same names with `.gz`.

    Returns
    -------
    dict
        "train" and "test", each a dict: `n`, the number of pictures; `x`, their pixels from 0 to
        255, shape (n, 784); `y`, their classes; `yy`, shape (n, 10), the classes as columns of
        zeros and ones.

    Raises
    ------
    RError
        If a file is missing, or is none of these.

    Notes
    -----
    R page: `?deepnet::load.mnist`. Nothing is downloaded.

    Examples
    --------
    >>> import rnet
    >>> digits = rnet.load_mnist("mnist")["train"]  # doctest: +SKIP
    >>> fit = rnet.nn_train(digits["x"] / 255, digits["yy"], hidden=100)  # doctest: +SKIP
    """
    folder = Path(dir)
    return {"train": _part(folder, "train"), "test": _part(folder, "t10k")}


def _part(folder: Path, name: str) -> dict[str, Any]:
    images = _idx(folder / f"{name}-images-idx3-ubyte", IMAGES)
    labels = _idx(folder / f"{name}-labels-idx1-ubyte", LABELS)
    if len(images) != len(labels):
        raise RError(f"{len(images)} pictures have {len(labels)} labels", f"Look into {folder}.")
    if labels.size and labels.max() >= CLASSES:
        raise RError("a label is above 9", f"Look at {name}-labels-idx1-ubyte.")
    return {
        "n": len(images),
        "x": images.reshape(len(images), -1).astype(np.int32),
        "y": labels.astype(np.int32),
        "yy": np.eye(CLASSES)[labels],
    }


def _idx(path: Path, kind: int) -> npt.NDArray[np.uint8]:
    """Read a file of bytes: a number for its kind, its dimensions, the bytes."""
    packed = path.with_name(path.name + ".gz")
    try:
        if not path.exists() and packed.exists():
            found = gzip.decompress(packed.read_bytes())
        else:
            found = path.read_bytes()
    except FileNotFoundError:
        raise RError(
            f"cannot open file '{path}': No such file or directory",
            "Debian's package dataset-fashion-mnist has files of this kind.",
        ) from None
    except (OSError, EOFError) as problem:
        raise RError(f"cannot read '{path}'", str(problem)) from None
    axes = kind & 0xFF
    size = 4 + 4 * axes
    head = np.frombuffer(found[:size] if len(found) >= size else b"", dtype=">i4")
    if not head.size or head[0] != kind or (head[1:] < 0).any():
        raise RError(f"'{path}' is no file of MNIST", f"It does not begin with {kind:08x}.")
    values = np.frombuffer(found, dtype=np.uint8, offset=size)
    dims = head[1:].tolist()
    if values.size != np.prod(dims):
        raise RError(f"'{path}' is cut short or too long", f"{values.size} bytes for {dims}.")
    return values.reshape(dims)
