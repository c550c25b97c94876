"""The page "From R to rnet", written from the registry.

`python -m rnet.print_registry > vignettes/from_r_to_rnet.md` writes it anew; a test compares.
"""

from rnet.registry import ENTRIES, Entry

INTRODUCTION = """\
# From R to rnet

One line for each R function that rnet answers to. The rule behind the table: R's name with
`.` written `_`, R's argument names with `.` written `_`, formulas as strings, components by
attribute (`fit.net_result`) or by R's own name (`fit["net.result"]`).
This page is generated from `rnet/registry.py`.
"""


def format_page(entries: tuple[Entry, ...] = ENTRIES) -> str:
    """Return the page as Markdown, one table per R package.

    Examples
    --------
    >>> print(format_page((Entry("set.seed", "base", "set_seed"),)).splitlines()[-1])
    | `set.seed` | `set_seed` |  |
    """
    packages = sorted({entry.package for entry in entries}, key=lambda name: (name == "rnet", name))
    sections = [_format_section(package, entries) for package in packages]
    return "\n".join([INTRODUCTION, *sections])


def _format_section(package: str, entries: tuple[Entry, ...]) -> str:
    chosen = sorted(
        (entry for entry in entries if entry.package == package),
        key=lambda entry: (entry.r_name or entry.name).lower(),
    )
    title = "rnet's own" if package == "rnet" else package
    lines = [f"## {title}\n", "| R | rnet | note |", "|---|---|---|"]
    lines += [
        f"| {f'`{entry.r_name}`' if entry.r_name else ''} | `{entry.name}` | {entry.note} |"
        for entry in chosen
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(format_page(), end="")  # noqa: T201
