"""Time, the session, and what a script may not do: Sys.time, system.time, source, quit."""

import os
import time
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import as_kind, is_true, text
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context, QuitSignal
from rnet.interpreter.lazy import force, lazy
from rnet.interpreter.sandbox import readable
from rnet.interpreter.values import Named, Value, Vector, character, double, list_of
from rnet.language.tree import Argument

_TIMES = ("user.self", "sys.self", "elapsed", "user.child", "sys.child")


def _times() -> list[float]:
    spent = os.times()
    own = [spent.user, spent.system, time.monotonic(), spent.children_user, spent.children_system]
    return [round(value, 3) for value in own]


def _proc_time(values: list[float]) -> Vector:
    own = {"names": character(_TIMES), "class": character(["proc_time"])}
    return double(values, own)


@builtin("proc.time", "")
def proc_time() -> Vector:
    """Return the processor time spent and the time elapsed."""
    return _proc_time(_times())


@special("system.time")
def system_time(context: Context, arguments: tuple[Argument, ...]) -> Vector:
    """Return the time an expression takes."""
    expression, _ = lazy(context, arguments, ("expr", "gcFirst"))
    before = _times()
    force(expression)
    STATE.visible = True
    return _proc_time([b - a for a, b in zip(before, _times(), strict=True)])


@builtin("summary.proc_time", "object, ...")
def summary_proc_time(value: Value, dots: list[Named]) -> Vector:
    """Return user, system and elapsed time, those of child processes added."""
    own = value.data
    names = character(["user", "system", "elapsed"])
    values = [own[0] + own[3], own[1] + own[4], own[2]] if len(own) == 5 else list(own)
    return double(values, {"names": names, "class": character(["summaryDefault", "table"])})


@builtin("print.proc_time", "x, ...", context=True)
def print_proc_time(context: Context, value: Value, dots: list[Named]) -> Any:
    """Print times."""
    from rnet.interpreter.print_value import print_value

    own = value.data
    shown = [own[0] + own[3], own[1] + own[4], own[2]] if len(own) == 5 else list(own)
    names = character(["user", "system", "elapsed"])
    print_value(double([round(v, 3) for v in shown], {"names": names}), context.environment)
    STATE.visible = False
    return value


@builtin("date", "")
def date() -> str:
    """Return date and time as text."""
    return time.strftime("%a %b %e %H:%M:%S %Y")


@builtin("Sys.sleep", "time")
def sys_sleep(seconds: Value) -> Any:
    """Do nothing: a script need not wait here."""
    STATE.visible = False
    return None


@builtin("interactive", "")
def interactive() -> bool:
    """Whether somebody answers: only at the prompt."""
    return bool(STATE.session.own_options.get("interactive", False))


@builtin("quit q", "save = 'default', status = 0, runLast = TRUE")
def quit_session(save: Value, status: Value, run_last: Value) -> Any:
    """End the program."""
    raise QuitSignal(int(as_kind(status, "integer").data[0]))


@builtin("gc closeAllConnections", "...")
def nothing(dots: list[Named]) -> Any:
    """Do nothing that could be seen here."""
    STATE.visible = False
    return None


@special(
    "browseURL View edit fix help example vignette demo ? browser debug undebug trace library.dynam"
)
def for_people_only(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Do nothing: these open windows or pages."""
    STATE.visible = False
    return None


@builtin("Sys.setlocale Sys.setenv Sys.unsetenv", "...")
def no_setting(dots: list[Named]) -> Any:
    """Change nothing of the operating system."""
    STATE.visible = False
    return ""


@builtin("Sys.getenv", "x = '', unset = '', names = NA")
def sys_getenv(name: Value, unset: Value, names: Value) -> Any:
    """Return nothing of the operating system's variables."""
    return unset


@builtin("Sys.getlocale", "category = 'LC_ALL'")
def sys_getlocale(category: Value) -> str:
    """Return the locale that text follows."""
    return "en_US.UTF-8"


@builtin("commandArgs", "trailingOnly = FALSE")
def command_args(trailing: Value) -> Vector:
    """Return the words behind the script on the command line."""
    return character(STATE.session.own_options.get("arguments", []))


_RELEASES = {
    "4.2": ("2.2", "2022", "10", "31", "Innocent and Trusting"),
    "4.6": ("6.0", "2026", "04", "24", ""),
}
"""Minor version, day and name of the releases of R whose text is followed."""


@builtin("R.Version", "")
def r_version() -> Vector:
    """Return the version of R whose text is followed."""
    from rnet.settings import current

    followed = current().r_version
    major, least = f"{followed}.0".split(".", 1)
    unnamed = (least[:3], "2026", "04", "24", "")
    minor, year, month, day, nickname = _RELEASES.get(followed, unnamed)
    words = {"platform": "x86_64-pc-linux-gnu", "arch": "x86_64", "os": "linux-gnu"}
    words |= {"system": "x86_64, linux-gnu", "status": "", "major": major, "minor": minor}
    words |= {"year": year, "month": month, "day": day, "svn rev": "", "language": "R"}
    words["version.string"] = f"R version {major}.{minor} ({year}-{month}-{day})"
    words["nickname"] = nickname
    return list_of([character([v]) for v in words.values()], list(words))


def _forbidden(names: str) -> None:
    @special(names)
    def refuse(context: Context, arguments: tuple[Argument, ...]) -> Any:
        """Refuse what would reach the operating system."""
        name = getattr(context.call.function, "name", "this function")
        raise RError(
            f"{name}() is not available in rnet",
            "Scripts cannot reach the operating system or the network.",
        )


_forbidden(
    "system system2 shell shell.exec download.file url file.rename file.copy "
    "pipe socketConnection dyn.load .C .Call .External .Internal Sys.chmod Sys.kill"
)


@builtin("source", "file, local = FALSE, echo = FALSE, print.eval = .missing, ...", context=True)
def source(
    context: Context, file: Value, local: Value, echo: Value, print_eval: Value, dots: list[Named]
) -> Any:
    """Run the code of a file."""
    from rnet.interpreter.lazy import code_of
    from rnet.interpreter.print_value import print_value

    path = text(file, "file")
    code = readable(path).read_text(encoding="utf-8", errors="replace")
    where: Environment = STATE.session.globals
    if isinstance(local, Environment):
        where = local
    elif is_true(local):
        where = context.environment
    shown = is_true(echo) or is_true(print_eval)
    value: Any = None
    for statement in STATE.session.statements(code):
        if is_true(echo):
            STATE.session.write(f"\n> {code[statement.start : statement.end]}\n")
        STATE.visible = True
        value = code_of(statement.node)(where)
        if shown and STATE.visible:
            print_value(value, where)
    STATE.visible = False
    return list_of([value, False], ["value", "visible"])
