"""Tables that are read chunk by chunk: parquet files, pyarrow, polars and Dask."""

import glob
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from rnet.conditions import RError
from rnet.progress import counting_bar

CHUNK = 131_072
"""Rows read at a time: with twenty columns 20 megabytes."""

FORMATS = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".feather": "ipc",
           ".arrow": "ipc"}  # fmt: skip

Found = TypeVar("Found")


class Source(ABC):
    """A table of any length, from which chunks of rows come in their order."""

    __slots__ = ()

    @property
    @abstractmethod
    def columns(self) -> list[str]:
        """The names of all columns."""

    @property
    @abstractmethod
    def count(self) -> int:
        """About how many chunks there are."""

    @abstractmethod
    def chunks(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Yield some columns, chunk by chunk."""

    def first(self, columns: Sequence[str]) -> pd.DataFrame:
        """Return the first chunk that has rows; without any, an empty one."""
        chunk = pd.DataFrame(columns=list(columns))
        for chunk in self.chunks(columns):
            if len(chunk):
                break
        return chunk

    def answers(
        self, columns: Sequence[str], work: Callable[[pd.DataFrame], Found]
    ) -> Iterator[Found]:
        """Yield what a function says of each chunk, in their order."""
        return map(work, self.chunks(columns))

    def each(
        self, columns: Sequence[str], work: Callable[[pd.DataFrame], Found], task: str
    ) -> Iterator[Found]:
        """Yield what a function says of each chunk, and show how far it is."""
        with counting_bar(self.count, task, "chunk", None) as step:
            for found in self.answers(columns, work):
                yield found
                if step is not None:
                    step()


@dataclass(frozen=True, slots=True)
class ArrowSource(Source):
    """A pyarrow dataset: files on disk, or a table in memory."""

    dataset: Any

    @property
    def columns(self) -> list[str]:
        """The names of all columns."""
        metadata = self.dataset.schema.pandas_metadata or {}
        row_names = {name for name in metadata.get("index_columns", []) if isinstance(name, str)}
        return [name for name in self.dataset.schema.names if name not in row_names]

    @property
    def count(self) -> int:
        """About how many chunks there are."""
        return -(-int(self.dataset.count_rows()) // CHUNK)

    def chunks(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Yield some columns, chunk by chunk."""
        import pyarrow  # noqa: PLC0415 - slow to load, and perhaps not installed

        waiting: list[Any] = []
        batches = self.dataset.to_batches(
            columns=list(columns), batch_size=CHUNK, batch_readahead=2, fragment_readahead=1
        )
        for batch in batches:
            waiting.append(batch)
            if sum(map(len, waiting)) >= CHUNK:
                yield _to_pandas(pyarrow.Table.from_batches(waiting))
                waiting = []
        if waiting:
            yield _to_pandas(pyarrow.Table.from_batches(waiting))


@dataclass(frozen=True, slots=True)
class PolarsSource(Source):
    """A polars frame, lazy or not.

    The order of a polars `Categorical` is that of the first appearances anywhere in the process:
    it is read as text, whose levels are sorted. An `Enum` is an ordered factor, as its `to_pandas`.
    """

    frame: Any

    @property
    def columns(self) -> list[str]:
        """The names of all columns."""
        return list(self.frame.collect_schema().names())

    @property
    def count(self) -> int:
        """About how many chunks there are."""
        import polars  # noqa: PLC0415 - slow to load

        rows = self.frame.lazy().select(polars.len()).collect().item()
        return -(-int(rows) // CHUNK)

    def chunks(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Yield some columns, chunk by chunk."""
        import polars  # noqa: PLC0415

        chosen = self.frame.lazy().select(list(columns))
        chosen = chosen.with_columns(polars.col(polars.Categorical).cast(polars.String))
        for part in chosen.collect_batches(chunk_size=CHUNK, maintain_order=True):
            yield part.to_pandas()


@dataclass(frozen=True, slots=True)
class DaskSource(Source):
    """A Dask frame: its partitions are the chunks, worked on wherever Dask computes."""

    frame: Any

    @property
    def columns(self) -> list[str]:
        """The names of all columns."""
        return [str(name) for name in self.frame.columns]

    @property
    def count(self) -> int:
        """About how many chunks there are."""
        return int(self.frame.npartitions)

    def chunks(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Yield some columns, chunk by chunk."""
        for part in self.frame[list(columns)].to_delayed():
            yield part.compute()

    def answers(
        self, columns: Sequence[str], work: Callable[[pd.DataFrame], Found]
    ) -> Iterator[Found]:
        """Yield what a function says of each chunk, in their order."""
        from dask import base  # noqa: PLC0415 - slow to load
        from dask.delayed import delayed  # noqa: PLC0415

        compute: Any = base.compute

        # The answers are small and come in the order of the partitions, whoever gives them.
        parts = self.frame[list(columns)].to_delayed()
        found: tuple[Found, ...] = compute(*[delayed(work)(part) for part in parts])
        return iter(found)


def source_of(data: Any) -> Source | None:
    """Return the table behind the argument `data`, or None where it is no table to be read so.

    Parameters
    ----------
    data : path, list of paths, or pyarrow, polars or Dask table
        A path may be a file, a folder of files, or a pattern with ``*``.
    """
    if isinstance(data, str | os.PathLike) or _are_paths(data):
        return ArrowSource(_dataset(data))
    package = type(data).__module__.partition(".")[0]
    if package == "pyarrow":
        return ArrowSource(_arrow(data))
    if package == "polars":
        return PolarsSource(data)
    if package.startswith("dask") and type(data).__name__ == "DataFrame":
        return DaskSource(data)
    return None


def _are_paths(data: Any) -> bool:
    return (
        isinstance(data, list | tuple)
        and len(data) > 0
        and all(isinstance(part, str | os.PathLike) for part in data)
    )


def _arrow(data: Any) -> Any:
    import pyarrow.dataset  # noqa: PLC0415

    if isinstance(data, pyarrow.dataset.Dataset):
        return data
    if isinstance(data, pyarrow.RecordBatchReader):
        raise RError(
            "'data' must be a data.frame, environment, or list",
            "A reader gives its rows once only: give the dataset or the table it reads.",
        )
    return pyarrow.dataset.dataset(data)


def _dataset(data: Any) -> Any:
    """Return the dataset of one or several paths."""
    given = [data] if isinstance(data, str | os.PathLike) else list(data)
    files = [file for path in given for file in _files(os.fspath(path))]
    try:
        import pyarrow.dataset  # noqa: PLC0415
    except ImportError as error:
        raise RError(
            "reading files by chunks needs the package pyarrow", "pip install rnet-stats[bigdata]"
        ) from error
    kind = FORMATS.get(Path(files[0]).suffix, "parquet")
    return pyarrow.dataset.dataset(files if len(files) > 1 else files[0], format=kind)


def _files(path: str) -> list[str]:
    found = sorted(glob.glob(path)) if glob.has_magic(path) else [path]  # noqa: PTH207 - of strings
    if not found or not all(Path(file).exists() for file in found):
        raise RError(
            "'data' must be a data.frame, environment, or list",
            f"Text is the path of a file to be read by chunks; there is none at '{path}'.",
        )
    return found


def _to_pandas(table: Any) -> pd.DataFrame:
    frame: pd.DataFrame = table.unify_dictionaries().to_pandas(ignore_metadata=True)
    return frame
