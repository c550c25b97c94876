"""R expressions as Python ones, where both mean the same: calls of rnet, literals, components."""

import json
import re
from dataclasses import dataclass, field

from rnet.interpreter.translate_names import argument_name, python_name
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.record import attribute_name
from rnet.registry import ENTRIES

NOT_ALIKE = frozenset(
    ["print", "matrix", "data", "options", "help", "stop", "warning", "load", "library", "update",
     "by", "aggregate", "tapply", "ave", "str", "NA", "labels", "weights"]
)  # fmt: skip
"""Names both have whose arguments mean something else in Python."""

MODELS = frozenset(
    ["neuralnet", "svm", "nnet", "lm", "glm", "aov", "naiveBayes", "tune", "multinom", "tune.svm"]
)
FAMILIES = frozenset(["binomial", "poisson", "gaussian", "Gamma", "inverse.gaussian"])
BY_TYPE = {
    **dict.fromkeys(["format", "formatC", "prettyNum", "summary", "rle"], 1),
    **dict.fromkeys(["paste", "paste0", "sprintf", "cat"], 99),
}
"""Functions to which a whole number is not an integer, nor a list a vector; in so many places."""
EXPRESSIONS = frozenset(["subset", "weights", "offset"])
_KEYWORD = re.compile(r"\w+=(?!=)")
COMPARISONS = {"==": "==", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}


def _functions() -> dict[str, str]:
    return {
        entry.r_name: entry.name
        for entry in ENTRIES
        if entry.r_name and entry.r_name not in NOT_ALIKE and entry.package != "rnet"
    }


@dataclass(slots=True)
class Terms:
    """What is known of the variables, and what the program must import."""

    imports: set[str] = field(default_factory=set)
    data_sets: set[str] = field(default_factory=set)
    kinds: dict[str, str] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=_functions)
    needs_numpy: bool = False

    def learn(self, name: str, value: Node | None) -> None:
        """Note that a variable has been assigned: a model, a data frame, or anything."""
        kind = "value"
        if isinstance(value, Call) and isinstance(value.function, Symbol):
            kind = "model" if value.function.name in MODELS else "value"
        if isinstance(value, Symbol) and self.kind_of(value) == "frame":
            kind = "frame"
        self.kinds[name] = kind

    def is_data_set(self, name: str) -> bool:
        """Whether rnet has a data set of this name."""
        return _is_data_set(name)

    def bring(self, names: list[str]) -> None:
        """Take data sets in at the head of the program."""
        for name in names:
            self.data_sets.add(name)
            self.kinds[name] = "frame"

    def knows(self, name: str) -> bool:
        """Whether a name is a variable of the Python program."""
        return name in self.kinds

    def kind_of(self, node: Node | None) -> str:
        """Return "model", "frame" or "value"."""
        if not isinstance(node, Symbol):
            return "value"
        if node.name in self.kinds:
            return self.kinds[node.name]
        return "frame" if _is_data_set(node.name) else "value"

    def written_statement(self, node: Node) -> str | None:
        """Return a whole statement as Python; `print(x)` is `show(x)`."""
        match node:
            case Call(Symbol("print"), (Argument(None, shown),)):
                inner = self.written_shown(shown)
                if inner is None:
                    return None
                self.imports.add("show")
                return f"show({inner})"
        return self.written_shown(node)

    def written_shown(self, node: Node | None) -> str | None:
        """Return what is printed as Python: formulas and strings together look otherwise there."""
        match node:
            case Call(Symbol("~"), _):
                return None
            case Constant("double", _) | Call(Symbol("c" | "-"), _):
                return self.written_value(node)
        return self.written(node)

    def written_value(self, node: Node) -> str | None:
        """Return what a variable is given as Python: R's numbers are doubles, `c` is an array."""
        match node:
            case Constant("double", float(value)) if value.is_integer() and abs(value) < 2**53:
                return repr(value)
            case Call(Symbol("-"), (Argument(None, Constant("double", float(value))),)) if (
                value.is_integer() and value < 2**53
            ):
                return repr(-value)
            case Call(Symbol("c"), arguments) if arguments:
                texts = [_array_element(argument) for argument in arguments]
                if any(text is None for text in texts):
                    return None
                self.needs_numpy = True
                return f"np.array([{', '.join(map(str, texts))}])"
            case Call(Symbol("list"), _):
                return None
        return self.written(node)

    def written(self, node: Node | None) -> str | None:
        """Return an expression as Python, None where only R code will do."""
        match node:
            case Constant():
                return _literal(node)
            case Symbol():
                return self._variable(node)
            case Call(Symbol("~"), _):
                return _quoted(deparse_line(node))
            case Call(Symbol("c"), arguments):
                return self._several(arguments, "[", "]")
            case Call(Symbol("list"), arguments) if arguments and all(a.name for a in arguments):
                return self._named(arguments)
            case Call(Symbol("$"), (whole, Argument(_, Symbol(part)))):
                return self._component(whole.value, part)
            case Call(Symbol("[["), (whole, Argument(None, Constant("double", place)))):
                return self._element(whole.value, place)
            case Call(Symbol(sign), (left, right)) if sign in COMPARISONS:
                return self._compared(sign, left.value, right.value)
            case Call(Symbol("-"), (Argument(None, Constant("double", _) as number),)):
                inner = _literal(number)
                return None if inner is None else f"-{inner}"
            case Call(Symbol(name), arguments) if name in self.functions and name not in self.kinds:
                return self._call(name, arguments)
        return None

    def _variable(self, node: Symbol) -> str | None:
        if node.name in ("T", "F") and not self.knows(node.name):
            return "True" if node.name == "T" else "False"
        if self.knows(node.name):
            return python_name(node.name)
        if node.name in FAMILIES:
            self.imports.add(self.functions[node.name])
            return self.functions[node.name]
        if _is_data_set(node.name):
            self.bring([node.name])
            return python_name(node.name)
        return None

    def _several(self, arguments: tuple[Argument, ...], opening: str, closing: str) -> str | None:
        if any(a.name or not isinstance(a.value, Constant | Call) for a in arguments):
            return None
        parts = [self.written(a.value) for a in arguments]
        if any(part is None or part.startswith(("[", '"""')) for part in parts):
            return None
        return opening + ", ".join(map(str, parts)) + closing

    def _named(self, arguments: tuple[Argument, ...]) -> str | None:
        parts = [self.written(a.value) for a in arguments]
        if any(part is None for part in parts):
            return None
        pairs = zip(arguments, parts, strict=True)
        return "{" + ", ".join(f"{_quoted(str(a.name))}: {part}" for a, part in pairs) + "}"

    def _component(self, whole: Node | None, part: str) -> str | None:
        kind, inner = self.kind_of(whole), self.written(whole)
        if inner is None or kind == "value":
            return None
        return f'{inner}["{part}"]' if kind == "frame" else f"{inner}.{attribute_name(part)}"

    def _element(self, whole: Node | None, place: object) -> str | None:
        match whole:
            case Call(Symbol("$"), (model, _)) if self.kind_of(model.value) == "model":
                inner = self.written(whole)
                return None if inner is None else f"{inner}[{int(place) - 1}]"  # type: ignore[call-overload]
        return None

    def _compared(self, sign: str, left: Node | None, right: Node | None) -> str | None:
        if isinstance(left, Symbol) or not isinstance(right, Constant):
            return None
        first, second = self.written(left), self.written(right)
        return None if first is None or second is None else f"{first} {COMPARISONS[sign]} {second}"

    def _call(self, name: str, arguments: tuple[Argument, ...]) -> str | None:
        parts: list[str] = []
        if name in MODELS and any(map(_is_renamed, arguments)):
            return None  # the call that a model shows must have R's names
        for place, argument in enumerate(arguments):
            if argument.name in EXPRESSIONS and argument.value is not None:
                written: str | None = _quoted(deparse_line(argument.value))
            elif place < BY_TYPE.get(name, 0) and not argument.name and argument.value is not None:
                written = self.written_value(argument.value)
            else:
                written = self.written(argument.value)
            own = None if argument.name is None else argument_name(argument.name)
            if written is None or not _follows(own, parts):
                return None
            parts.append(written if own is None else f"{own}={written}")
        self.imports.add(self.functions[name])
        return f"{self.functions[name]}({', '.join(parts)})"


def _follows(name: str | None, parts: list[str]) -> bool:
    """Whether Python takes an argument of this name behind the others."""
    if name is not None:
        return name.isidentifier()
    return not any(_KEYWORD.match(part) for part in parts)


def _is_renamed(argument: Argument) -> bool:
    value = argument.value
    return isinstance(value, Symbol) and python_name(value.name) != value.name


def _array_element(argument: Argument) -> str | None:
    """Return a number or truth value of `c(...)` in Python, None for anything else."""
    match argument:
        case Argument(None, Constant("double", float(value))) if abs(value) < float("inf"):
            return repr(value)
        case Argument(None, Constant("logical", bool(value))):
            return str(value)
    return None


def _is_data_set(name: str) -> bool:
    from rnet.datasets import has_data_set

    return has_data_set(name)


def _literal(node: Constant) -> str | None:
    match node.kind, node.value:
        case "NULL", _:
            return "None"
        case _, None:
            return None
        case "double", float(value):
            if value != value or value in (float("inf"), float("-inf")):
                return None
            whole = value.is_integer() and abs(value) < 2**53
            return str(int(value)) if whole else repr(value)
        case "character", str(value):
            return _quoted(value)
        case (("logical" | "integer"), value):
            return str(value)
    return None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
