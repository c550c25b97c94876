"""`rnet translate`: the Python that does, with rnet, what an R script does.

Statements made of rnet's own functions become plain Python calls. What Python says otherwise than
R (an index, a loop, a function) stays R code inside `r(...)`, which takes and gives Python's
variables: so the program still prints what the script prints.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rnet.interpreter.translate_names import assigned_names, python_name, used_names
from rnet.interpreter.translate_terms import Terms
from rnet.language.parser import parse_statements
from rnet.language.statement import Statement
from rnet.language.tree import Call, Constant, Function, Node, Symbol

SILENT = frozenset(
    ["set.seed", "library", "require", "invisible", "cat", "print", "message", "plot", "for",
     "while", "repeat", "if", "rm", "options", "attach", "par", "hist", "lines", "points", "abline",
     "legend", "suppressWarnings", "suppressMessages", "stopifnot", "warning", "stop", "str",
     "stem", "writeLines", "RNGversion"]
)  # fmt: skip
"""Functions whose value R does not print at the top of a program, or that print it themselves."""


def translate(code: str) -> str:
    r"""Return a Python program that does what an R program does and prints the same.

    Parameters
    ----------
    code : str
        R source text.

    Raises
    ------
    RError
        R's message for a syntax error.

    Examples
    --------
    >>> print(translate("set.seed(1)\nfit <- nnet(Species ~ ., iris, size = 2)\nfit"))
    from rnet import data, nnet, set_seed, show
    <BLANKLINE>
    iris = data("iris")
    <BLANKLINE>
    set_seed(1)
    fit = nnet("Species ~ .", iris, size=2)
    show(fit)
    """
    translation = Translation()
    translation.read(code)
    return translation.text()


def _pieces(code: str) -> Iterator[Statement | str]:
    """Yield statements, and what stands between them: comments, one blank line for several."""
    position = 0
    for statement in parse_statements(code):
        yield from _comments(code[position : statement.start], first=position == 0)
        yield statement
        position = statement.end
    yield from _comments(code[position:] + "\n", first=position == 0)


def _comments(between: str, *, first: bool) -> Iterator[str]:
    """Yield the comments between two statements, and "" for blank lines."""
    rows = between.split("\n")
    if rows[0].strip().startswith("#"):
        yield rows[0].strip() if first else "  " + rows[0].strip()  # two blanks: behind code
    for row in rows[1:-1]:
        if row.strip().startswith("#"):
            yield row.strip()
        elif not row.strip():
            yield ""


@dataclass(slots=True)
class Translation:
    """A Python program in the making: its lines, and what is known of its variables."""

    lines: list[str] = field(default_factory=list)
    terms: Terms = field(default_factory=Terms)
    functions: dict[str, set[str]] = field(default_factory=dict)
    code: str = ""

    def read(self, code: str) -> list[str]:
        """Translate more R code, return the lines it became."""
        self.code = code
        written = len(self.lines)
        for piece in _pieces(code):
            if isinstance(piece, str):
                self.lines.append(piece)
            else:
                self.add(piece)
        return self.lines[written:]

    def add(self, statement: Statement) -> None:
        """Write the Python of one statement."""
        node = statement.node
        source = self.code[statement.start : statement.end]
        match node:
            case Call(Symbol("library" | "require" | "install.packages"), _):
                self.lines.append(f"# {source}: what it has comes with rnet")
            case Call(Symbol("data"), arguments) if all(
                _is_name(a.value) and self.terms.is_data_set(_name(a.value)) for a in arguments
            ):
                self.terms.bring([_name(a.value) for a in arguments])
            case Call(Symbol("<-" | "="), arguments) if _is_name(arguments[0].value):
                self.assign(_name(arguments[0].value), arguments[1].value, source)
            case _:
                self.run(node, source)

    def assign(self, name: str, value: Node | None, source: str) -> None:
        """Write an assignment to a variable."""
        assert value is not None
        written = self.terms.written_value(value)
        if written is None:
            body = source.split("=", 1)[1] if "<-" not in source else source.split("<-", 1)[1]
            written = self.in_r(body.strip(), value)
            if isinstance(value, Function):
                self.functions[name] = used_names(value)
        self.lines.append(f"{python_name(name)} = {written}")
        self.terms.learn(name, value)

    def run(self, node: Node, source: str) -> None:
        """Write a statement that stands for itself: a value to show, a loop, a replacement."""
        changed = assigned_names(node)
        shown = not changed and not (
            isinstance(node, Call) and isinstance(node.function, Symbol)
            and node.function.name in SILENT
        )  # fmt: skip
        if not changed:
            written = self.terms.written_statement(node)
            if written is not None:
                if shown:
                    self.terms.imports.add("show")
                self.lines.append(f"show({written})" if shown else written)
                return
            self.lines.append(self.in_r(f"print({source})" if shown else source, node))
            return
        names = ", ".join(python_name(name) for name in changed)
        answer = changed[0] if len(changed) == 1 else f"list({', '.join(changed)})"
        self.lines.append(f"{names} = {self.in_r(f'{source}{chr(10)}{answer}', node)}")
        for name in changed:
            self.terms.learn(name, None)

    def in_r(self, source: str, node: Node) -> str:
        """Return the call of `r` that runs R code with the variables it uses."""
        self.terms.imports.add("r")
        wanted = self._needed(used_names(node))
        plain = [n for n in wanted if python_name(n) == n]
        other = [n for n in wanted if python_name(n) != n]
        arguments = [f"{name}={name}" for name in plain]
        if other:
            pairs = ", ".join(f'"{name}": {python_name(name)}' for name in other)
            arguments.append(f"**{{{pairs}}}")
        return ", ".join([f"r({_quoted(source)}", *arguments]) + ")"

    def _needed(self, names: set[str]) -> list[str]:
        """Return the known variables among names, and those that functions among them use."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in found or not self.terms.knows(name):
                continue
            found.add(name)
            waiting += self.functions.get(name, ())
        return sorted(found)

    def text(self) -> str:
        """Return the program: imports, data sets, statements."""
        head = []
        if self.terms.imports or self.terms.data_sets:
            names = {*self.terms.imports, *({"data"} if self.terms.data_sets else set())}
            head.append(_import_line(sorted(names, key=str.lower)))
        if self.terms.needs_numpy:
            head[:0] = ["import numpy as np", ""] if head else ["import numpy as np"]
        sets = [f'{python_name(name)} = data("{name}")' for name in sorted(self.terms.data_sets)]
        parts = ["\n".join(part) for part in (head, sets, _joined(self.lines)) if part]
        return "\n\n".join(parts).rstrip("\n")


def _import_line(names: list[str]) -> str:
    line = f"from rnet import {', '.join(names)}"
    if len(line) <= 88:
        return line
    return "from rnet import (\n" + "".join(f"    {name},\n" for name in names) + ")"


def _joined(lines: list[str]) -> list[str]:
    """Return lines with comments behind statements put there and blank lines never doubled."""
    done: list[str] = []
    for line in lines:
        if line.startswith("  #") and done:
            done[-1] += line
        elif line or (done and done[-1]):
            done.append(line)
    return done


def _is_name(node: Node | None) -> bool:
    return isinstance(node, Symbol) or (isinstance(node, Constant) and node.kind == "character")


def _name(node: Node | None) -> str:
    return node.name if isinstance(node, Symbol) else str(node.value)  # type: ignore[union-attr]


def _quoted(source: str) -> str:
    """Return R code as a Python string: raw, in three quotes where it has lines."""
    if "\n" in source or '"' in source:
        if '"""' in source or source.endswith('"'):
            return repr(source)
        return f'r"""{source}"""' if "\\" in source else f'"""{source}"""'
    return f'r"{source}"' if "\\" in source else f'"{source}"'
