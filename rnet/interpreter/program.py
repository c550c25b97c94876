"""Running the text of a program as R runs a script: output, warnings and errors in their turn."""

from dataclasses import dataclass, field

from rnet.interpreter.console import (
    error_text,
    place_of,
    place_text,
    syntax_error_text,
    warnings_text,
)
from rnet.interpreter.frame import STATE, FailureSignal, QuitSignal
from rnet.interpreter.session import Session
from rnet.language.statement import Statement
from rnet.language.syntax_error import UnreadableError
from rnet.language.tree import Node

FAILED = 1


@dataclass(slots=True)
class Program:
    """The text of a program and how it is run.

    Attributes
    ----------
    text : str
    name : str
        What the places of errors call it.
    echo : bool
        Whether the statements are shown, with R's prompts.
    goes_on : bool
        Whether an error ends only its statement.
    shown_to : int
        How far the text has been shown.
    places : dict
        Where each call begins, by the identity of its node.
    """

    text: str
    name: str
    echo: bool = False
    goes_on: bool = False
    shown_to: int = 0
    places: dict[int, tuple[Node, int]] = field(default_factory=dict)

    def run(self, session: Session) -> int:
        """Run the program; return the exit status."""
        try:
            succeeded = self._run_statements(session)
        except QuitSignal as end:
            return end.status
        if not succeeded and not self.goes_on:
            session.write_error("Execution halted\n")
        elif self.echo:
            session.write("> \n")
        return 0 if succeeded else FAILED

    def _run_statements(self, session: Session) -> bool:
        statements, error = read(self.text, session)
        for statement in statements:
            self.places.update({id(node): (node, start) for node, start in statement.calls})
        succeeded = True
        for statement in statements:
            self._show(statement.start, statement.end, session)
            if not self._run_statement(statement, session):
                succeeded = False
                if not self.goes_on:
                    return False
        self._show(len(self.text), len(self.text), session)
        if error is None:
            return succeeded
        session.write_error(syntax_error_text(error, self.text))
        session.write_error(place_text(self.text, error.place, self.name))
        return False

    def _run_statement(self, statement: Statement, session: Session) -> bool:
        STATE.pending = []
        try:
            with session.at_work():
                session.run_statement(statement.node)
        except FailureSignal as failure:
            session.output.flush()
            session.write_error(error_text(failure, warnings=STATE.pending))
            session.write_error(self._place(failure, statement))
            return False
        else:
            session.output.flush()
            session.write_error(warnings_text(STATE.pending))
            return True
        finally:
            STATE.pending = []

    def _show(self, start: int, end: int, session: Session) -> None:
        """Show the lines up to the end of a statement, unless they have been shown."""
        if not self.echo or end < self.shown_to or self.shown_to >= len(self.text):
            return
        stop = self.text.find("\n", end)
        stop = len(self.text) if stop < 0 else stop + 1
        before = self.text[self.shown_to : max(start, self.shown_to)].count("\n")
        for number, line in enumerate(self.text[self.shown_to : stop].splitlines()):
            session.write(f"{'+' if number > before and start < end else '>'} {line}\n")
        self.shown_to = stop

    def _place(self, failure: FailureSignal, statement: Statement) -> str:
        """Return where in the program an error arose, and the advice for it."""
        places = {key: start for key, (_, start) in self.places.items()}
        shown = place_text(self.text, place_of(failure, places, statement.start), self.name)
        return shown + (f"{failure.advice}\n" if failure.advice else "")


def read(text: str, session: Session) -> tuple[tuple[Statement, ...], UnreadableError | None]:
    """Return the statements of a program, and the error after them if it cannot be read on."""
    try:
        return session.statements(text), None
    except UnreadableError as error:
        return session.known_statements(error.statements, text), error
