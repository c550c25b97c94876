"""Random parameters, one long stream: rnet beside a real R, in one batch."""

import random
import subprocess
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from live_r import needs_r

import rnet

pytestmark = needs_r

CALLS = 1500


def program(choice: random.Random) -> list[tuple[str, list[Any]]]:
    """Calls in R's argument order; parameters over many orders of magnitude."""

    def size() -> float:
        return float(f"{10 ** choice.uniform(-3, 4):.6g}")

    def whole(most: float = 5.0) -> int:
        return int(10 ** choice.uniform(0, most))

    def share() -> float:
        return choice.choice([round(choice.random(), 6), 0.5, 1.0, 1e-4])

    def vector(make: Any) -> Any:
        return [make() for _ in range(choice.choice([1, 1, 1, 2, 3, 5]))]

    calls: list[tuple[str, list[Any]]] = []
    for _ in range(CALLS):
        n = choice.choice([1, 2, 7, 20])
        urn = [whole(), whole()]
        calls.append(
            choice.choice(
                [
                    ("runif", [n, -size(), size()]),
                    ("rnorm", [n, vector(size), vector(size)]),
                    ("rexp", [n, vector(size)]),
                    ("rgamma", [n, vector(size), vector(size)]),
                    ("rbeta", [n, vector(size), vector(size)]),
                    ("rbeta", [n, size(), size(), size()]),
                    ("rchisq", [n, vector(size)]),
                    ("rchisq", [n, vector(size), vector(size)]),
                    ("rt", [n, vector(size)]),
                    ("rt", [n, size(), size()]),
                    ("rf", [n, vector(size), vector(size)]),
                    ("rcauchy", [n, size(), size()]),
                    ("rlogis", [n, size(), size()]),
                    ("rlnorm", [n, share(), share()]),
                    ("rweibull", [n, size(), size()]),
                    ("rbinom", [n, vector(lambda: whole(8)), vector(share)]),
                    ("rpois", [n, vector(size)]),
                    ("rgeom", [n, vector(share)]),
                    ("rnbinom", [n, vector(size), vector(share)]),
                    ("rhyper", [n, urn[0], urn[1], choice.randint(0, sum(urn))]),
                    ("rsignrank", [n, whole(2)]),
                    ("rwilcox", [n, whole(2), whole(2)]),
                    ("rmultinom", [n, whole(7), [size() for _ in range(choice.randint(1, 9))]]),
                    ("sample.int", [whole(6), 1]),
                    ("sample.int", [n + whole(3), n]),
                    ("sample.int", [whole(12), n, True]),
                    ("sample.int", [n, n, choice.random() < 0.5, [size() for _ in range(n)]]),
                    ("sample.int", [250, n, True, [0.1 + share() for _ in range(250)]]),
                ]
            )
        )
    return calls


def as_r(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, list):
        return f"c({', '.join(as_r(item) for item in value)})"
    # Hexadecimal, because R's reading of decimals is not always the nearest double.
    return float(value).hex()


@pytest.mark.parametrize("sampler", ["Rejection", "Rounding"])
def test_random_program(tmp_path: Path, sampler: str) -> None:
    entropy = random.SystemRandom().randrange(2**31)
    calls = program(random.Random(entropy))
    answers = tmp_path / "answers"
    lines = [
        f"suppressWarnings(set.seed({entropy}, sample.kind = '{sampler}'))",
        f"con <- file('{answers}', 'wb')",
        *(
            f"x <- {name}({', '.join(map(as_r, given))}); writeBin(c(length(x), as.double(x)), con)"
            for name, given in calls
        ),
        "writeBin(runif(1), con); close(con)",
    ]
    script = tmp_path / "program.R"
    script.write_text("\n".join(lines))
    subprocess.run(["Rscript", str(script)], check=True, capture_output=True)
    recorded = np.fromfile(answers)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rnet.RWarning)
        rnet.set_seed(entropy, "default", "default", sampler)
        at = 0
        for name, given in calls:
            drawn = getattr(rnet, name.replace(".", "_"))(*given)
            values = np.asarray(drawn, dtype=np.float64).ravel(order="F")
            assert values.size == recorded[at], (entropy, name, given)
            wanted = recorded[at + 1 : at + 1 + values.size]
            assert np.array_equal(values, wanted, equal_nan=True), (entropy, name, given)
            at += 1 + values.size
        following = rnet.runif(1)[0]
        rnet.set_seed(1, "default", "default", "default")
    assert following == recorded[at]
