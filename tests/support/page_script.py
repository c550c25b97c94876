"""The playground's modules run outside a page: by Node where it is, otherwise by Chromium."""

import atexit
import base64
import functools
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from rnet.deep.playground_page import joined_modules

CHROMIUM = Path("/usr/bin/chromium")


def run_script(
    modules: tuple[str, ...], script: str, given: Any = None, *, in_browser: bool = False
) -> Any:
    """Return what `answer` gives: a function the script defines, of one argument `given`."""
    code = f"{joined_modules(*modules)}\n{script}\n"
    if shutil.which("node") and not in_browser:
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
    module = base64.b64encode(f"{code}\nexport default answer;\n".encode()).decode()
    page = chromium().new_page()
    text = page.evaluate(
        """async ([module, given]) => {
          const { default: answer } = await import(`data:text/javascript;base64,${module}`);
          return JSON.stringify(answer(given));
        }""",
        [module, given],
    )
    page.close()
    return json.loads(text)


@functools.cache
def chromium() -> Any:
    """Return Debian's Chromium, without a window; the test is skipped where it is not."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("no Chromium")
    driver = playwright.sync_playwright().start()
    browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
    atexit.register(driver.stop)
    atexit.register(browser.close)
    return browser
