"""The playground's page: its modules and its style joined to one file that asks for nothing."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

PAGE = files("rnet.deep") / "page"
IMPORT = re.compile(r'^import [^;]*? from "\./([\w.]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)


def source(name: str) -> str:
    """Return the text of a file of the page."""
    return (PAGE / name).read_text(encoding="utf-8")


def joined_modules(*names: str) -> str:
    """Return ES modules and all they import, each after what it needs, as one text without imports.

    Parameters
    ----------
    names : str
        File names below `rnet/deep/page`; top-level names must not repeat among them.

    Examples
    --------
    >>> text = joined_modules("deepnet.js")
    >>> text.index("function forward") < text.index("class DeepnetTrainer")
    True
    >>> "import {" in text
    False
    """
    ordered: list[str] = []

    def visit(name: str) -> None:
        if name in ordered:
            return
        for needed in IMPORT.findall(source(name)):
            visit(needed)
        ordered.append(name)

    for name in names:
        visit(name)
    parts = (EXPORT.sub("", IMPORT.sub("", source(name))).strip() for name in ordered)
    return "\n\n".join(parts) + "\n"


def page_html(state: Mapping[str, Any] | None = None) -> str:
    """Return the whole page; a policy inside forbids it every request.

    Parameters
    ----------
    state : mapping, optional
        Settings to start with, by the names of the page's JSON.
    """
    style = source("style.css")
    start = json.dumps(dict(state or {}), allow_nan=False).replace("<", "\\u003c")
    script = f"{joined_modules('view.js')}\nstartPage({start});\n"
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        source("page.html")
        .replace("{policy}", policy)
        .replace("{style}", style)
        .replace("{script}", script)
    )


def frame_html(state: Mapping[str, Any] | None = None, height: int = 860) -> str:
    """Return an iframe that holds the page and may run its script, and nothing else."""
    inside = html.escape(page_html(state), quote=True)
    return (
        f'<iframe title="rnet playground" sandbox="allow-scripts" width="100%" height="{height}" '
        f'style="border:0" srcdoc="{inside}"></iframe>'
    )


def _digest(text: str) -> str:
    """Return the hash by which a content security policy knows an inline script or style."""
    raw = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(raw).decode()}'"
