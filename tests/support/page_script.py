"""The playground's modules run outside a page: by Node where it is, otherwise by Chromium."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from rnet.deep.playground_page import joined_modules

CHROMIUM = Path("/usr/bin/chromium")


def run_script(modules: tuple[str, ...], script: str, given: Any = None) -> Any:
    """Return what `answer` gives: a function the script defines, of one argument `given`."""
    code = f"{joined_modules(*modules)}\n{script}\n"
    if shutil.which("node"):
        return _by_node(code, given)
    return _by_chromium(code, given)


def _by_node(code: str, given: Any) -> Any:
    ending = (
        'import { readFileSync } from "node:fs";\n'
        "console.log(JSON.stringify(answer(JSON.parse(readFileSync(0)))));\n"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", code + ending],
        input=json.dumps(given), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def _by_chromium(code: str, given: Any) -> Any:
    with chromium() as browser:
        page = browser.new_page()
        page.goto("about:blank")
        page.add_script_tag(content=f"{code}\nwindow.answer = answer;\n", type="module")
        page.wait_for_function("window.answer")
        return json.loads(page.evaluate("(given) => JSON.stringify(window.answer(given))", given))


class chromium:
    """Debian's Chromium, without a window; the test is skipped where it is not."""

    def __enter__(self) -> Any:
        playwright = pytest.importorskip("playwright.sync_api")
        if not CHROMIUM.exists():
            pytest.skip("no Chromium")
        self.playwright = playwright.sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox"]
        )
        return self.browser

    def __exit__(self, *problem: object) -> None:
        self.browser.close()
        self.playwright.stop()
