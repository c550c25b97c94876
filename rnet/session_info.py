"""What runs here: versions, platform, linear algebra, threads."""

import importlib.metadata
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from rnet.record import Record
from rnet.settings import current

PACKAGES = (
    "numpy",
    "scipy",
    "pandas",
    "scikit-learn",
    "matplotlib",
    "libsvm-official",
)


@dataclass(frozen=True, slots=True, repr=False)
class SessionInfo(Record):
    """Versions and machine, printed in the manner of R's `sessionInfo()`.

    Attributes
    ----------
    rnet, python, r_version : str
        Versions of rnet, of Python, and of the R whose text is followed.
    platform : str
        Machine and operating system.
    blas, lapack : str
        The libraries NumPy computes with.
    threads : int
        Threads the linear algebra may use; the training loop of a net uses one per repetition.
    cpus : int
        Processors of the machine.
    packages : mapping of str to str
        Versions of the libraries rnet stands on, as far as they are installed.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "rnet", "python", "r.version", "platform", "blas", "lapack", "threads", "cpus", "packages",
    )  # fmt: skip

    rnet: str
    python: str
    r_version: str
    platform: str
    blas: str
    lapack: str
    threads: int
    cpus: int
    packages: Mapping[str, str]

    def __str__(self) -> str:
        """Return the lines of the report."""
        return format_session_info(self)


def session_info() -> SessionInfo:
    """Return versions and machine: what a report on a result or a bug should state.

    Returns
    -------
    SessionInfo
        Prints a short report; holds no date and nothing of the user.

    Notes
    -----
    R page: `?sessionInfo`.

    Examples
    --------
    >>> import rnet
    >>> rnet.session_info().rnet == rnet.__version__
    True
    """
    from rnet import __version__  # noqa: PLC0415 - this module may be loaded on the way to it

    blas, lapack = _libraries()
    return SessionInfo(
        rnet=__version__,
        python=platform.python_version(),
        r_version=current().r_version,
        platform=f"{platform.machine()} {platform.system()} {platform.release()}",
        blas=blas,
        lapack=lapack,
        threads=_threads(),
        cpus=os.cpu_count() or 1,
        packages={name: version for name in PACKAGES if (version := _version(name))},
    )


def format_session_info(info: SessionInfo) -> str:
    """Return the text of a session's report."""
    versions = [f"{name} {version}" for name, version in info.packages.items()]
    lines = [
        f"rnet {info.rnet}, following the text of R {info.r_version}",
        f"Python {info.python}",
        f"Platform: {info.platform}",
        "",
        f"BLAS:   {info.blas}",
        f"LAPACK: {info.lapack}",
        f"Threads: {info.threads} for linear algebra, {info.cpus} processors",
        "",
        "libraries:",
        *(f"  {version}" for version in versions),
    ]
    return "\n".join(lines)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _libraries() -> tuple[str, str]:
    import numpy as np  # noqa: PLC0415 - asked for only here

    shown: Any = np.show_config(mode="dicts")
    parts = (shown or {}).get("Build Dependencies", {})
    blas, lapack = (
        f"{part.get('name', 'unknown')} {part.get('version', '')}".strip()
        for part in (parts.get("blas", {}), parts.get("lapack", {}))
    )
    return blas, lapack


def _threads() -> int:
    import threadpoolctl  # noqa: PLC0415 - scikit-learn brings it

    pools = [pool for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"]
    return max((int(pool["num_threads"]) for pool in pools), default=1)
