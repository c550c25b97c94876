"""Random formulas asked of a real R: terms, frames, designs and designs of new data."""

import json
import random
import subprocess

import pytest
from formula_answers import answers, assert_equal, table
from live_r import ORACLES, needs_r

pytestmark = needs_r

VARIABLES = [
    "x",
    "z",
    "k",
    "g",
    "h",
    "o",
    "l",
    "e",
    "log(x)",
    "I(x^2)",
    "(x > 3)",
    "(z < x)",
    "factor(k > 3)",
    "s",
    "poly(z, 2)",
]
OPERATORS = ["+", "+", "+", "-", ":", "*", "/", "%in%"]


def formula(choose: random.Random, depth: int) -> str:
    """Write a random right side."""
    if depth == 0 or choose.random() < 0.2:
        return choose.choice([*VARIABLES, *VARIABLES, "1", "0", "offset(z)"])
    if choose.random() < 0.12:
        return f"({formula(choose, depth - 1)})^{choose.choice('23')}"
    inner = formula(choose, depth - 1)
    left = f"({inner})" if choose.random() < 0.4 else inner
    right = formula(choose, depth - 1)
    return f"{left} {choose.choice(OPERATORS)} {f'({right})' if choose.random() < 0.5 else right}"


@pytest.mark.parametrize("seed", range(4))
def test_random_formulas(seed, tmp_path) -> None:
    choose = random.Random(seed)
    texts = [f"{choose.choice(['y', 'log(y)', ''])} ~ {formula(choose, 3)}" for _ in range(100)]
    asked = tmp_path / "formulas.tsv"
    asked.write_text("".join(f"small\t{text}\n" for text in texts), encoding="utf-8")
    script = ORACLES / "formula" / "record.R"
    told = subprocess.run(
        ["Rscript", str(script), str(asked)], capture_output=True, check=True, timeout=120
    )
    recorded = json.loads(told.stdout)
    frame, new = table(recorded["frames"]["small"]), table(recorded["newdata"]["small"])
    wrong = []
    for case in recorded["answers"]:
        try:
            assert_equal(answers(frame, new, case), case)
        except AssertionError as error:
            wrong.append(f"{case['formula']}: {str(error)[:300]}")
    assert wrong == []
