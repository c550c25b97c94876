"""Which module holds which base function; written by `python -m rnet.interpreter.print_index`."""

NAMES: dict[str, str] = {
    "operators": "! != %% %/% & * + - / : < <= == > >= ^ |",
}
MODULES: dict[str, str] = {
    name: module for module, names in NAMES.items() for name in names.split()
}
