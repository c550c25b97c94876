"""Ask a real R, where there is one."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ORACLES = Path(__file__).resolve().parents[1] / "oracles"

needs_r = [
    pytest.mark.live_r,
    pytest.mark.skipif(shutil.which("Rscript") is None, reason="no Rscript here"),
]


def syntax_answers(texts: Sequence[str], folder: Path) -> list[dict[str, Any]]:
    """Return R's answers about texts, as `tests/oracles/language/syntax.R` writes them."""
    asked, answered = folder / "texts.json", folder / "answers.json"
    asked.write_text(json.dumps(list(texts)), encoding="utf-8")
    script = (
        f"source('{ORACLES}/language/syntax.R', encoding = 'UTF-8');"
        f"write_answers(jsonlite::fromJSON('{asked}'), '{answered}')"
    )
    subprocess.run(["Rscript", "-e", script], check=True, timeout=120)
    return json.loads(answered.read_text(encoding="utf-8"))
