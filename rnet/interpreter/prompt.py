"""The interactive prompt: `rnet` alone."""

import contextlib
from pathlib import Path
from types import ModuleType

from rnet.interpreter.console import error_text, syntax_error_text, warnings_text
from rnet.interpreter.frame import STATE, FailureSignal, QuitSignal
from rnet.interpreter.index import MODULES
from rnet.interpreter.session import Session
from rnet.language.syntax_error import UnreadableError

PROMPT, CONTINUED = "> ", "+ "
HISTORY = Path.home() / ".rnet_history"


def prompt() -> int:
    """Read, run and print statements until the end of input or `q()`; return the exit status."""
    session = Session()
    session.own_options["interactive"] = True
    editor = _line_editor(session)
    session.write(_greeting())
    try:
        while True:
            try:
                text = _statement_text()
            except EOFError:
                session.write("\n")
                return 0
            except KeyboardInterrupt:
                session.write("\n")
                continue
            _run(session, text)
    except QuitSignal as end:
        return end.status
    finally:
        if editor is not None:
            with contextlib.suppress(OSError):
                editor.write_history_file(HISTORY)


def _greeting() -> str:
    from rnet.settings import current

    return f"rnet: R code in Python, with the text of R {current().r_version}. q() quits.\n"


def _statement_text() -> str:
    """Read lines until they are whole statements."""
    lines = [input(PROMPT)]
    while is_incomplete("\n".join(lines)):
        lines.append(input(CONTINUED))
    return "\n".join(lines)


def is_incomplete(text: str) -> bool:
    """Whether R would ask for another line: an open bracket, string or operator."""
    from rnet.language.parser import parse_statements

    try:
        parse_statements(text)
    except UnreadableError as error:
        return error.found in ("end of input", "INCOMPLETE_STRING")
    return False


def _run(session: Session, text: str) -> None:
    try:
        statements = session.statements(text)
    except UnreadableError as error:
        statements = session.known_statements(error.statements, text)
        session.write_error(syntax_error_text(error, text))
    for statement in statements:
        STATE.pending = []
        try:
            with session.at_work():
                session.run_statement(statement.node)
            session.write_error(warnings_text(STATE.pending))
        except FailureSignal as failure:
            session.write_error(error_text(failure, STATE.pending))
            session.write_error(f"{failure.advice}\n" if failure.advice else "")
            return
        except KeyboardInterrupt:
            STATE.frames.clear()
            STATE.handlers = ()
            session.write("\n")
            return


def _line_editor(session: Session) -> ModuleType | None:
    """Return Python's readline with history and completion set up; None where there is none."""
    try:
        import readline
    except ImportError:
        return None
    with contextlib.suppress(OSError):
        readline.read_history_file(HISTORY)
    readline.set_completer_delims(" \t\n()[]{}+-*/^<>=!&|~,;:$@'\"`")
    readline.parse_and_bind("tab: complete")
    readline.set_completer(lambda text, state: completion(text, state, session))
    return readline


def completion(text: str, state: int, session: Session) -> str | None:
    """Return one of the names that begin with a text: variables, then functions."""
    from rnet.interpreter.library import registered

    names = [*sorted(session.globals.variables), *sorted({*MODULES, *registered()})]
    found = [name for name in dict.fromkeys(names) if name.startswith(text)]
    return found[state] if state < len(found) else None
