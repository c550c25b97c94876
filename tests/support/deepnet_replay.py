"""The nets that R's deepnet trained, trained again by the playground's engine."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ORACLES = Path(__file__).parents[1] / "oracles" / "deepnet"
CASES = sorted(path.name for path in ORACLES.glob("*_nn_*.json") if path.name[:2] < "20")
DEEPNET_TOLERANCE = 1e-12  # the promise; the worst seen is 2e-15

REPLAY = """
const flat = (m) => Float64Array.from(Array.isArray(m[0]) ? m.flat() : m);
function replay(c) {
  const generator = new Generator(c.meta.seed);
  const data = {
    x: flat(c.x), y: flat(c.y), rows: c.x.length,
    inputs: c.x[0].length ?? 1, outputs: c.y[0].length ?? 1,
  };
  const hidden = [c.args.hidden].flat();
  const net = nnTrain(generator, data, { ...c.args, hidden });
  return {
    W: net.layers.map(({ weights }) => [...weights]), B: net.layers.map(({ bias }) => [...bias]),
    vW: net.velocities.map(({ weights }) => [...weights]), L: net.L, rate: net.learningrate,
    predict: [...nnPredict(net, data.x, data.rows)], next: [...generator.runif(3)],
  };
}
const answer = (cases) => cases.map(replay);
"""


def recorded(name: str) -> dict[str, Any]:
    """Return what R answered."""
    case = json.loads((ORACLES / name).read_text(encoding="utf-8"))
    assert case["xnew"] is None
    return dict(case)


def worst(found: Any, wanted: Any) -> float:
    """Return the largest difference, relative to what is larger than 1."""
    found, wanted = np.ravel(found), np.ravel(wanted)
    assert found.shape == wanted.shape
    return float((np.abs(found - wanted) / np.maximum(1, np.abs(wanted))).max())


def assert_replayed(answer: dict[str, Any], case: dict[str, Any]) -> None:
    """Compare a net of the engine with R's."""
    net = case["nn"]
    for part in ("W", "B", "vW"):
        for found, wanted in zip(answer[part], net[part], strict=True):
            assert worst(found, wanted) < DEEPNET_TOLERANCE
    if net["L"] is not None:  # R forgets the losses where x has one column
        assert worst(answer["L"], net["L"]) < DEEPNET_TOLERANCE
    assert answer["rate"] == pytest.approx(net["learningrate"], rel=DEEPNET_TOLERANCE)
    assert worst(answer["predict"], case["predict"]) < DEEPNET_TOLERANCE
    assert answer["next"] == case["rng_after"]
