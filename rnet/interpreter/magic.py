"""R in notebooks: `%load_ext rnet`, then `%R` for a line and `%%R` for a cell."""

import argparse
import shlex
from typing import Any, NoReturn

from rnet.conditions import RError
from rnet.interpreter.r import as_python, default_session, run, set_variable, variable


def load_ipython_extension(ipython: Any) -> None:
    """Add the magics `%R` and `%%R` to IPython: `%load_ext rnet`.

    `%%R -i data -o fit` runs the cell as R code with Python's `data` as an R variable and gives
    R's `fit` to Python; several names stand between commas. `-w`, `-h` set a plot's inches.
    `%R x <- 1` runs one line and returns its value.

    Parameters
    ----------
    ipython : InteractiveShell
        What IPython hands to extensions.

    Examples
    --------
    >>> class Shell:
    ...     def register_magic_function(self, function, kind, name):
    ...         print(kind, name)
    >>> import rnet
    >>> rnet.load_ipython_extension(Shell())
    line_cell R
    """

    def magic(line: str, cell: str | None = None) -> Any:
        return run_magic(ipython, line, cell)

    ipython.register_magic_function(magic, "line_cell", "R")


class _SwitchParser(argparse.ArgumentParser):
    """A parser whose errors leave the notebook's session alone."""

    def error(self, message: str) -> NoReturn:
        raise RError(message, "The switches of %%R are -i, -o, -w and -h.")


def _parser() -> argparse.ArgumentParser:
    parser = _SwitchParser(prog="%%R", add_help=False, exit_on_error=False)
    parser.add_argument("-i", "--input", action="append", default=[])
    parser.add_argument("-o", "--output", action="append", default=[])
    parser.add_argument("-w", "--width", type=float)
    parser.add_argument("-h", "--height", type=float)
    parser.add_argument("code", nargs=argparse.REMAINDER)
    return parser


def run_magic(ipython: Any, line: str, cell: str | None) -> Any:
    """Run a line or a cell of R; the value of a line is returned, that of a cell printed."""
    options, code = _split(line, cell)
    session = default_session()
    session.plots = _shower(options.width, options.height)
    for name in _names(options.input):
        if name not in ipython.user_ns:
            raise NameError(f"name '{name}' is not defined")
        set_variable(session, name, ipython.user_ns[name])
    value = run(session, code, shows_last=cell is not None)
    if session.page is not None:
        from rnet.interpreter.base_plots import finish_page

        finish_page(session)
    for name in _names(options.output):
        ipython.push({name: variable(session, name)})
    return None if cell is not None else as_python(value)


def _split(line: str, cell: str | None) -> tuple[argparse.Namespace, str]:
    if cell is None and not line.lstrip().startswith("-"):
        return _parser().parse_args([]), line
    options = _parser().parse_args(shlex.split(line, posix=cell is not None))
    rest = " ".join(options.code)
    return options, rest if cell is None else f"{rest}\n{cell}"


def _names(given: list[str]) -> list[str]:
    return [name.strip() for names in given for name in names.split(",") if name.strip()]


def _shower(width: float | None, height: float | None) -> Any:
    """Return the function that shows a plot below the cell."""

    def show(drawn: Any) -> None:
        import matplotlib.pyplot as plt
        from IPython.display import display

        from rnet.interpreter.plot_files import figure_of

        figure = figure_of(drawn)
        if width is not None or height is not None:
            known = figure.get_size_inches()
            figure.set_size_inches(width or known[0], height or known[1])
        display(figure)
        plt.close(figure)

    return show
