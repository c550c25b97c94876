"""Where the arguments of a call go: R's matching, done once for each way of naming them."""

from typing import Any, NamedTuple

from rnet.interpreter.environment import Environment, Promise
from rnet.interpreter.matching import matched
from rnet.interpreter.values import MISSING
from rnet.language.tree import Node

Given = list[tuple[str | None, Any]]
"""Arguments in order: name, and a promise, a value, or `MISSING` for an empty one."""

Names = tuple[str | None, ...]
_KEPT_AT_MOST = 100


class Parameter(NamedTuple):
    """A parameter of a function written in R: the code of its default, None without, and it."""

    name: str
    default: Any
    node: Node | None


class Plan(NamedTuple):
    """Which arguments the parameters get in calls that name their arguments alike.

    `steps` are name, place of the argument (None for none, a list of places for `...`), and the
    default; `absent` the parameters that get nothing.
    """

    steps: tuple[tuple[str, Any, Any, Node | None], ...]
    absent: frozenset[str]


class Parameters(tuple[Parameter, ...]):
    """The parameters of a function written in R, and the plans of calls so far."""

    def __init__(self, _parameters: Any = ()) -> None:
        self.plans: dict[Names, Plan] = {}

    def bind(self, given: Given, inner: Environment) -> frozenset[str]:
        """Set the parameters in the environment of a call; return which got nothing.

        Raises
        ------
        RError
            As `matching.matched`.
        """
        plan = self.plans.get(tuple([name for name, _ in given])) or self._planned(given)
        variables = inner.variables
        absent = plan.absent
        for name, place, default, node in plan.steps:
            if type(place) is int:
                value = given[place][1]
                if value is not MISSING:
                    variables[name] = value
                    continue
                absent |= {name}
            elif place is not None:
                variables[name] = [given[i] for i in place]
                continue
            variables[name] = MISSING if node is None else Promise(default, inner, node)
        return absent

    def _planned(self, given: Given) -> Plan:
        own = [parameter.name for parameter in self]
        matched(own, given)
        slots = matched(own, [(name, place) for place, (name, _) in enumerate(given)])
        steps = []
        for (name, default, node), slot in zip(self, slots, strict=True):
            place: Any = slot if type(slot) is int else None
            if type(slot) is list:
                place = [position for _, position in slot]
            steps.append((name, place, default, node))
        absent = frozenset(step[0] for step in steps if step[1] is None)
        if len(self.plans) >= _KEPT_AT_MOST:
            self.plans.clear()
        plan = self.plans[tuple(name for name, _ in given)] = Plan(tuple(steps), absent)
        return plan
