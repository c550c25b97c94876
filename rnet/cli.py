"""The `rnet` command."""

import argparse
import atexit
import contextlib
import json
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rnet import __version__
from rnet.collection import without_collection
from rnet.conditions import RError, RWarning

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def command() -> None:
    """Run `rnet` as a process of its own, which ends without taking every module apart.

    Python's own end of a process that loaded NumPy and pandas takes a fifth of a short script's
    time. Registered first, `leave` is called last, when everything else was tidied up.
    """
    status: int | None = None

    def leave() -> None:
        if status is None:
            return  # argparse's exit or an error of rnet's own: Python's way, with its traceback
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):  # a reader that went away
                stream.flush()
        os._exit(status)

    atexit.register(leave)
    status = main()
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", RWarning)
            try:
                return int(options.run(options))
            finally:
                _show_warnings(caught)
    except RError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"Error: cannot write the output: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _show_warnings(caught: Sequence[warnings.WarningMessage]) -> None:
    """Print warnings as R does, without the line of rnet's source that gave them."""
    for warning in caught:
        print(f"Warning: {warning.message}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rnet", description="R's neural-network and SVM coursework in Python."
    )
    parser.add_argument("--version", action="version", version=f"rnet {__version__}")
    parser.set_defaults(run=_run_prompt)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_run(commands)
    translate = commands.add_parser("translate", help="write the Python that does the same")
    translate.add_argument("file", metavar="FILE.R", help="the script, or - for standard input")
    translate.set_defaults(run=_run_translate)
    lecture = commands.add_parser(
        "lecture", help="neuralnet and svm on infert beside lm and glm, with R's text"
    )
    lecture.add_argument("--seed", type=int, default=1, help="set.seed(SEED), default 1")
    lecture.add_argument(
        "--data", type=Path, metavar="FILE.csv", help="a CSV file with infert's columns"
    )
    lecture.add_argument(
        "--plot", type=Path, metavar="FILE.png", help="draw the network and the ROC curves"
    )
    lecture.add_argument("--json", action="store_true", help="print numbers instead of text")
    lecture.set_defaults(run=_run_lecture)
    help_page = commands.add_parser("help", help="the help page of a function")
    help_page.add_argument("topic", nargs="?")
    help_page.set_defaults(run=_run_help)
    play = commands.add_parser("playground", help="see a neural network learn, in the browser")
    play.add_argument(
        "--save", type=Path, metavar="FILE.html", help="write the page instead of opening it"
    )
    play.set_defaults(run=_run_playground)
    session = commands.add_parser("session-info", help="versions of everything that computes")
    session.set_defaults(run=_run_session_info)
    return parser


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="run an R script and print what R prints")
    run.add_argument("file", metavar="FILE.R", help="the script, or - for standard input")
    run.add_argument("--echo", action="store_true", help="show the statements with R's prompts")
    run.add_argument("--continue", dest="goes_on", action="store_true", help="go on after an error")
    run.add_argument("--seed", type=int, help="set.seed(SEED) before the first statement")
    run.add_argument("--plots", type=Path, metavar="DIR", help="write the plots to this folder")
    run.add_argument(
        "--allow-write", type=Path, metavar="DIR", help="let the script write files below DIR"
    )
    run.add_argument("arguments", nargs="*", help="what commandArgs(TRUE) gives the script")
    run.set_defaults(run=_run_script)


def _run_script(options: argparse.Namespace) -> int:
    with without_collection():
        from rnet.interpreter.run_file import RunOptions, run_file  # noqa: PLC0415

    how = RunOptions(
        options.echo,
        options.goes_on,
        options.seed,
        options.plots,
        options.allow_write,
        tuple(options.arguments),
    )
    return run_file(options.file, how)


def _run_translate(options: argparse.Namespace) -> int:
    from rnet.interpreter.run_file import script_text  # noqa: PLC0415
    from rnet.interpreter.translate import translate  # noqa: PLC0415

    print(translate(script_text(options.file)[0]))
    return 0


def _run_prompt(_options: argparse.Namespace) -> int:
    from rnet.interpreter.prompt import prompt  # noqa: PLC0415

    return prompt()


def _run_lecture(options: argparse.Namespace) -> int:
    from rnet.datasets import data  # noqa: PLC0415 - `rnet --version` stays instant
    from rnet.lecture import lecture  # noqa: PLC0415
    from rnet.print_lecture import lecture_as_json  # noqa: PLC0415

    infert = data("infert") if options.data is None else _read_csv(options.data)
    result = lecture(infert, options.seed, str(options.data or "infert"))
    if options.plot is not None:
        _save_plot(result.plot(), options.plot)
    print(json.dumps(lecture_as_json(result), indent=2) if options.json else result)
    return 0


def _run_help(options: argparse.Namespace) -> int:
    from rnet.help import help as show_help  # noqa: PLC0415

    show_help(options.topic)
    return 0


def _run_playground(options: argparse.Namespace) -> int:
    from rnet.deep.playground import playground  # noqa: PLC0415

    page = playground()
    if options.save is None:
        print(f"The playground: {page.open()}")
    else:
        page.save(options.save)
    return 0


def _run_session_info(_options: argparse.Namespace) -> int:
    from rnet.session_info import session_info  # noqa: PLC0415

    print(session_info())
    return 0


def _read_csv(path: Path) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415

    try:
        return pd.read_csv(path)
    except OSError as error:
        raise RError(
            f"cannot open file '{path}': {error.strerror}", "Give the path of a CSV file."
        ) from error
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise RError(
            f"cannot read '{path}' as CSV: {str(error).strip()}",
            "The first line must hold column names.",
        ) from error


def _save_plot(figure: "Figure", path: Path) -> None:
    try:
        figure.savefig(path, dpi=150)
    except (OSError, ValueError) as error:
        raise RError(f"cannot write '{path}': {error}") from error


if __name__ == "__main__":
    command()
