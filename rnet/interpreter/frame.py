"""What is going on: the stack of calls, the handlers of conditions, the warnings still to print."""

import threading
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from rnet.interpreter.environment import Environment
from rnet.interpreter.values import Builtin, Closure, Code, Value
from rnet.language.tree import Call, Node

DEEPEST = 5000
"""Calls within calls before R gives up (`options("expressions")`)."""


@dataclass(slots=True, eq=False)
class Dispatch:
    """How a method was found, for `NextMethod`.

    `classes` are those after the one whose method runs; `object` is what was dispatched on.
    """

    generic: str
    classes: list[str]
    object: Value
    group: str = ""


@dataclass(slots=True, eq=False)
class Frame:
    """One call of a closure that is running.

    `given` are the arguments as matched: parameter name (or the name within `...`) and promise.
    `caller` is the environment the call stands in, R's `parent.frame()`.
    """

    call: Call
    function: Closure
    environment: Environment
    caller: Environment
    given: list[tuple[str | None, Any]]
    absent: Set[str]
    dispatch: Dispatch | None = None
    on_exit: Sequence[Code] = ()


@dataclass(slots=True, eq=False)
class Handler:
    """A handler of conditions of a class; `target` is where to unwind to, None if it is called."""

    kind: str
    function: Value | Callable[[Value], Any]
    target: object | None


@dataclass(slots=True, eq=False)
class Pending:
    """A warning to print after the statement: R's message, and the call, None for none."""

    message: str
    call: Node | None


@dataclass(slots=True, eq=False)
class State:
    """The one state of the evaluator.

    `visible` is whether the last value is to be printed; `call` the base function's call that is
    being evaluated, which errors and warnings name; `overridden` the operators and keywords that
    the user has defined anew; `signalled` the warnings and messages that handlers look at now;
    `waiting` a call of a base function whose arguments are being evaluated, and how many calls of
    closures were running when that began: R has more closures than we, and names them in errors;
    `looping` whether the statement of the program is a loop.
    """

    frames: list[Frame] = field(default_factory=list)
    handlers: tuple[Handler, ...] = ()
    pending: list[Pending] = field(default_factory=list)
    visible: bool = True
    call: Node | None = None
    overridden: set[str] = field(default_factory=set)
    signalled: list[Value] = field(default_factory=list)
    waiting: tuple[Call, int] | None = None
    looping: bool = False
    session: Any = None
    lock: Any = field(default_factory=threading.RLock)


STATE = State()


class Signal(BaseException):
    """What leaves a computation without being an error of Python's."""


class BreakSignal(Signal):
    """R's `break`."""


class NextSignal(Signal):
    """R's `next`."""


class ReturnSignal(Signal):
    """R's `return`: leaves the function whose environment it names."""

    def __init__(self, environment: Environment, value: Value) -> None:
        super().__init__()
        self.environment = environment
        self.value = value


class UnwindSignal(Signal):
    """Leaves everything up to the `tryCatch` whose handler takes the condition."""

    def __init__(self, target: object, function: Any, condition: Value) -> None:
        super().__init__()
        self.target = target
        self.function = function
        self.condition = condition


class FailureSignal(Signal):
    """An error nobody handled: leaves everything, up to the top of the program.

    `calls` are the calls that were running, the outermost first.
    """

    def __init__(self, condition: Value, place: Node | None = None, advice: str = "") -> None:
        super().__init__()
        self.condition = condition
        self.place = place
        self.advice = advice
        self.calls = tuple(frame.call for frame in STATE.frames)


class QuitSignal(Signal):
    """R's `quit`."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


@dataclass(slots=True, eq=False)
class Context:
    """What a base function may know of its call.

    Attributes
    ----------
    environment : Environment
        Where the call stands.
    call : Call
        The call as written.
    """

    environment: Environment
    call: Call


Function = Closure | Builtin
