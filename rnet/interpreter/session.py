"""A session: the global environment, and running a program statement by statement."""

import io
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TextIO

import numpy as np

from rnet.conditions import RError, RWarning
from rnet.interpreter import assignment, control, index_code, operators  # noqa: F401 - they declare how calls compile
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.error_calls import default_call
from rnet.interpreter.frame import (
    STATE,
    BreakSignal,
    FailureSignal,
    NextSignal,
    Pending,
    ReturnSignal,
)
from rnet.interpreter.signalling import fail_with, give_warning
from rnet.interpreter.values import Value
from rnet.language.parser import parse_statements
from rnet.language.statement import Statement
from rnet.language.tree import Call, Function, Node, Symbol

PYTHON_CALLS = 45_000
"""Python's calls within calls while R code runs: enough for the nesting that R allows."""


@dataclass(slots=True)
class Step:
    """What one statement did.

    Attributes
    ----------
    output : str
        What it wrote to the console.
    warnings : list of Pending
        The warnings, with the call R names.
    messages : list of str
        What `message` wrote, with line ends.
    error : FailureSignal or None
        The error that ended it.
    value : value
        The last value.
    visible : bool
        Whether the value was printed.
    """

    output: str = ""
    warnings: list[Pending] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    error: FailureSignal | None = None
    value: Value = None
    visible: bool = False


class Session:
    """One run of R: variables, output, options."""

    def __init__(self, output: TextIO | None = None, errors: TextIO | None = None) -> None:
        self.globals = Environment(None, "R_GlobalEnv")
        self.output: TextIO = output if output is not None else sys.stdout
        self.errors: TextIO = errors if errors is not None else sys.stderr
        self.input: TextIO | None = None
        self.attached: list[str] = []
        self.sources: dict[int, tuple[Function, str]] = {}
        self.own_options: dict[str, Any] = {"warn": 0, "keep.source": True}
        self.sinks: list[TextIO] = []
        self.directory = ""
        self.writable: tuple[str, ...] = ()
        self.plots: Callable[[Any], None] | None = None
        self.page: Any = None
        self.devices: list[str] = []
        self.parameters: dict[str, Any] = {}
        self.last_error = ""
        self.formal: Any = None

    def option(self, name: str) -> Any:
        """Return an option only the evaluator knows."""
        return self.own_options[name]

    def write(self, text: str) -> None:
        """Write to the console, or where `sink` and `capture.output` send it."""
        (self.sinks[-1] if self.sinks else self.output).write(text)

    def write_error(self, text: str) -> None:
        """Write to the error stream."""
        self.errors.write(text)

    def statements(self, code: str) -> tuple[Statement, ...]:
        """Parse a program, and keep the text of its functions as typed."""
        return self.known_statements(parse_statements(code), code)

    def known_statements(
        self, statements: tuple[Statement, ...], code: str
    ) -> tuple[Statement, ...]:
        """Keep the text of the functions in statements as typed; return the statements."""
        for statement in statements:
            for node, start, end in statement.functions:
                self.sources[id(node)] = node, code[start:end]
        return statements

    def source_of(self, node: Function) -> str | None:
        """Return the text a function was typed as, None where it is not kept."""
        if not self.option("keep.source"):
            return None
        found = self.sources.get(id(node))
        return None if found is None else found[1]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Make this the session that runs; rnet's warnings become R's."""
        outer = STATE.session
        STATE.session = self
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, PYTHON_CALLS))
        with STATE.lock, np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = _as_condition
            try:
                yield
            finally:
                STATE.session = outer
                sys.setrecursionlimit(limit)

    def evaluate(self, node: Node) -> Value:
        """Evaluate one statement in the global environment, without printing."""
        STATE.visible = True
        depth, handlers = len(STATE.frames), STATE.handlers
        STATE.looping = isinstance(node, Call) and node.function in _LOOPS
        try:
            return compiled(node)(self.globals)
        except ReturnSignal:
            return fail_with(RError("no function to return from, jumping to top level"), None)
        except (BreakSignal, NextSignal):
            return fail_with(RError("no loop for break/next, jumping to top level"), None)
        except Exception as error:
            return fail_with(error, None)
        finally:
            del STATE.frames[depth:]
            STATE.handlers = handlers
            STATE.call = None

    def run_statement(self, node: Node) -> Value:
        """Evaluate one statement and print its value if it is visible."""
        from rnet.interpreter.print_value import print_value

        value = self.evaluate(node)
        if STATE.visible:
            try:
                print_value(value, self.globals)
            except Exception as error:
                fail_with(error, None)
        return value

    def step(self, code: str) -> Step:
        """Run code and tell what it did; nothing is written to the session's streams."""
        result = Step()
        output, errors = self.output, self.errors
        self.output = io.StringIO()
        self.errors = _Messages(result.messages)
        STATE.pending = []
        try:
            with self.at_work():
                for statement in self.statements(code):
                    result.value = self.run_statement(statement.node)
                    result.visible = STATE.visible
        except FailureSignal as failure:
            result.error = failure
        finally:
            result.output = self.output.getvalue()
            result.warnings, STATE.pending = STATE.pending, []
            self.output, self.errors = output, errors
        return result

    def print_warning(self, pending: Pending) -> None:
        """Write one warning at once: `options(warn = 1)`."""
        from rnet.interpreter.console import warning_text

        self.write_error(warning_text(pending))


class _Messages(io.StringIO):
    def __init__(self, messages: list[str]) -> None:
        super().__init__()
        self.messages = messages

    def write(self, text: str) -> int:
        self.messages.append(text)
        return len(text)


def _as_condition(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,
    line: Any = None,
) -> None:
    """Take a Python warning as R's; those of libraries about themselves are dropped."""
    del filename, lineno, file, line
    if isinstance(message, RWarning):
        call = default_call(STATE.call)
        if message.message in _OF_THE_CLOSURE and not (STATE.looping and not STATE.frames):
            call = STATE.frames[-1].call if STATE.frames else None
        give_warning(message.message, getattr(message, "call", call))


_LOOPS = (Symbol("for"), Symbol("while"), Symbol("repeat"))
"""R compiles a loop before it runs it: then it knows the base function's call after all."""
_OF_THE_CLOSURE = (
    "NAs introduced by coercion",
    "NAs introduced by coercion to integer range",
    "integer overflow in 'cumsum'; use 'cumsum(as.numeric(.))'",
    "out-of-range values treated as 0 in coercion to raw",
)
"""Warnings in which R names the running function, not the base function that gave them."""
