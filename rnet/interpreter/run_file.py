"""The command `rnet run FILE.R`."""

import sys
from dataclasses import dataclass
from pathlib import Path

from rnet.conditions import RError
from rnet.interpreter.frame import STATE
from rnet.interpreter.program import Program
from rnet.interpreter.session import Session
from rnet.memory import keep_within_memory


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a script is run: the switches of `rnet run`.

    Attributes
    ----------
    echo : bool
        Show the statements with R's prompts.
    goes_on : bool
        Go on after errors.
    seed : int or None
        `set.seed` before the first statement.
    plots : Path or None
        The folder for plots; without one they are skipped.
    writable : Path or None
        The folder the script may write below.
    arguments : tuple of str
        What `commandArgs` answers.
    """

    echo: bool = False
    goes_on: bool = False
    seed: int | None = None
    plots: Path | None = None
    writable: Path | None = None
    arguments: tuple[str, ...] = ()


def run_file(path: str, options: RunOptions) -> int:
    """Run a script ("-" is standard input); return the exit status.

    Raises
    ------
    RError
        Where the file cannot be read.
    """
    keep_within_memory()
    text, name = script_text(path)
    session = Session()
    session.input = None if path == "-" else sys.stdin
    session.directory = "" if path == "-" else str(Path(path).resolve().parent)
    # Rscript keeps no source: a function prints as R writes its code.
    session.own_options["keep.source"] = False
    session.own_options["arguments"] = list(options.arguments)
    if options.writable is not None:
        session.writable = (str(options.writable.resolve()),)
    if options.plots is not None:
        from rnet.interpreter.plot_files import plots_into

        session.plots = plots_into(options.plots)
    if options.seed is not None:
        from rnet.rng.set_seed import set_seed

        set_seed(options.seed)
    try:
        return Program(text, name, options.echo, options.goes_on).run(session)
    finally:
        STATE.frames.clear()
        if session.page is not None:
            from rnet.interpreter.base_plots import finish_page

            finish_page(session)
        session.output.flush()


def script_text(path: str) -> tuple[str, str]:
    """Return the text of a script and the name to show for it."""
    if path == "-":
        return sys.stdin.read(), "standard input"
    place = Path(path)
    try:
        return place.read_text(encoding="utf-8-sig", errors="replace"), place.name
    except OSError as error:
        raise RError(
            f"cannot open file '{path}': {error.strerror}", "Give the path of an R script."
        ) from None
