"""Write `index.py`: `python -m rnet.interpreter.print_index > rnet/interpreter/index.py`."""

import importlib
import pkgutil

from rnet.interpreter import functions, index_code, operators  # noqa: F401 - they declare their own
from rnet.interpreter.builtin import DECLARED, TABLE, declared_function
from rnet.interpreter.r_library import FOLDER, defined_names


def module_names() -> dict[str, str]:
    """Return the module of every base function, by R name."""
    for module in pkgutil.iter_modules(functions.__path__):
        importlib.import_module(f"rnet.interpreter.functions.{module.name}")
    prefix = "rnet.interpreter."
    found = {name: declared_function(name) for name in sorted({*TABLE, *DECLARED})}
    return {
        name: function.function.__module__.removeprefix(prefix)
        for name, function in found.items()
        if function is not None
    }


def index_text() -> str:
    """Return the text of `index.py`."""
    head = (
        '"""Which module holds which base function; written by '
        '`python -m rnet.interpreter.print_index`."""\n\n'
    )
    by_module: dict[str, list[str]] = {}
    for name, module in module_names().items():
        by_module.setdefault(module, []).append(name)
    rows = []
    for module in sorted(by_module):
        names = " ".join(by_module[module])
        rows.append(f"    {module!r}: {names!r},\n".replace("'", '"'))
    table = "NAMES: dict[str, str] = {\n" + "".join(rows) + "}\n"
    tail = (
        "MODULES: dict[str, str] = {\n"
        "    name: module for module, names in NAMES.items() for name in names.split()\n}\n"
    )
    return f"{head}{table}{tail}{_r_files()}"


def _r_files() -> str:
    """Return the table of functions written in R: file by name."""
    rows = [
        f'    "{file.stem}": "{" ".join(sorted(defined_names(file)))}",\n'
        for file in sorted(FOLDER.glob("*.R"))
    ]
    return (
        "R_NAMES: dict[str, str] = {\n"
        + "".join(rows)
        + "}\nR_FILES: dict[str, str] = "
        + "{name: file for file, names in R_NAMES.items() for name in names.split()}\n"
    )


if __name__ == "__main__":
    print(index_text(), end="")
