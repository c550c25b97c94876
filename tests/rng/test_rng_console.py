"""The recorded console sessions of R 4.6.0 and 4.2.2 about random numbers."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from oracles import doubles, stats_cases

import rnet

DRAWS: dict[str, Callable[[], Any]] = {
    "runif": lambda: rnet.runif(10),
    "rnorm": lambda: rnet.rnorm(10),
    "rexp": lambda: rnet.rexp(10),
    "rgamma2": lambda: rnet.rgamma(10, 2),
    "rgamma05": lambda: rnet.rgamma(10, 0.5, 3),
    "rgamma1": lambda: rnet.rgamma(10, 1),
    "rgamma20": lambda: rnet.rgamma(10, 20, scale=0.5),
    "rbeta23": lambda: rnet.rbeta(10, 2, 3),
    "rbeta0505": lambda: rnet.rbeta(10, 0.5, 0.5),
    "rbeta052": lambda: rnet.rbeta(10, 0.5, 2),
    "rchisq3": lambda: rnet.rchisq(10, 3),
    "rchisq3ncp": lambda: rnet.rchisq(10, 3, 2),
    "rt5": lambda: rnet.rt(10, 5),
    "rf": lambda: rnet.rf(10, 3, 8),
    "rbinom10": lambda: rnet.rbinom(10, 10, 0.3),
    "rbinom100": lambda: rnet.rbinom(10, 100, 0.45),
    "rbinom100p8": lambda: rnet.rbinom(10, 100, 0.8),
    "rpois3": lambda: rnet.rpois(10, 3),
    "rpois50": lambda: rnet.rpois(10, 50),
    "rgeom": lambda: rnet.rgeom(10, 0.2),
    "rnbinom": lambda: rnet.rnbinom(10, 3, 0.4),
    "rnbinom_mu": lambda: rnet.rnbinom(10, size=3, mu=4),
    "rhyper": lambda: rnet.rhyper(10, 10, 7, 8),
    "rweibull": lambda: rnet.rweibull(10, 2, 3),
    "rlogis": lambda: rnet.rlogis(10),
    "rcauchy": lambda: rnet.rcauchy(10),
    "rlnorm": lambda: rnet.rlnorm(10),
    "rmultinom": lambda: rnet.rmultinom(3, 10, [0.2, 0.3, 0.5]),
    "rwilcox": lambda: rnet.rwilcox(10, 5, 6),
    "rsignrank": lambda: rnet.rsignrank(10, 8),
    "sample10": lambda: rnet.sample(10),
    "sample100_10": lambda: rnet.sample(range(1, 101), 10),
    "sample_rep": lambda: rnet.sample(5, 10, True),
    "sample_prob_rep": lambda: rnet.sample(3, 10, True, [0.5, 0.3, 0.2]),
    "sample_prob": lambda: rnet.sample(10, 5, prob=range(1, 11)),
    "sample_big": lambda: rnet.sample(1e6, 5),
    "sample_huge": lambda: rnet.sample(1e10, 5),
    "sample_hash": lambda: rnet.sample_int(2e8, 5),
    "sample_walker": lambda: rnet.sample(200, 10, True, range(1, 201)),
    "sample_int1": lambda: rnet.sample_int(20, 20),
    "r2dtable": lambda: rnet.r2dtable(1, [3, 2], [2, 3])[0],
    "mixed": lambda: np.concatenate(
        [rnet.rnorm(3), rnet.runif(2), rnet.sample(10, 3), rnet.rexp(2), rnet.rgamma(2, 2)]
    ),
}
RECORDED = {
    version: {case["id"]: case for case in stats_cases("rng", version)}
    for version in ("r460", "r422")
}
SEEDS = [1, 42, 123, 2024, 987654321]


@pytest.fixture(autouse=True)
def _default_kinds():
    rnet.set_seed(1, "default", "default", "default")
    yield
    rnet.set_seed(1, "default", "default", "default")


@pytest.mark.parametrize("version", RECORDED)
@pytest.mark.parametrize("seed", SEEDS)
def test_draws(version, seed):
    values = RECORDED[version][f"rng-seed-{seed}"]["values"]
    assert set(values) == set(DRAWS)
    for name, draw in DRAWS.items():
        rnet.set_seed(seed)
        drawn = np.asarray(draw(), dtype=np.float64).ravel(order="F")
        assert drawn.tolist() == doubles(values[name]["value"]["data"]).tolist(), name


@pytest.mark.parametrize("version", RECORDED)
@pytest.mark.parametrize("seed", SEEDS)
def test_old_sampler_and_state(version, seed):
    values = RECORDED[version]["rng-kinds"]["values"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rnet.RWarning)
        rnet.set_seed(seed, sample_kind="Rounding")
    drawn = [
        rnet.sample(10),
        rnet.sample(100, 10),
        rnet.sample(5, 10, True),
        rnet.sample(3, 10, True, [0.5, 0.3, 0.2]),
        rnet.sample_int(1e6, 5),
    ]
    recorded = values[f"rounding_{seed}"]["value"]["items"]
    assert [d.tolist() for d in drawn] == [item["data"] for item in recorded]
    rnet.set_seed(seed, sample_kind="Rejection")
    assert rnet.random_seed()[:10].tolist() == values[f"state_{seed}"]["value"]["data"]
    uniform = rnet.runif(1000)
    wanted = doubles(values[f"runif1000_{seed}"]["value"]["data"])
    assert uniform[[0, 1, 623, 624, 625, 999]].tolist() == wanted[:6].tolist()
    rnet.set_seed(seed)
    normal = rnet.rnorm(1000)
    wanted = doubles(values[f"rnorm1000_{seed}"]["value"]["data"])
    assert normal[[0, 499, 999]].tolist() == wanted[:3].tolist()


KINDS_SESSION: list[Callable[[], Any]] = [
    lambda: np.array(rnet.RNGkind()),
    lambda: rnet.set_seed(1, sample_kind="Rounding"),
    lambda: rnet.sample(10),
    lambda: np.array(rnet.RNGkind()),
    lambda: rnet.set_seed(1),
    lambda: rnet.sample(10),
    lambda: rnet.RNGkind(sample_kind="Rejection") and None,
    lambda: rnet.set_seed(1),
    lambda: rnet.sample(10),
    lambda: rnet.set_seed(1, kind="Wichmann-Hill"),
    lambda: rnet.runif(3),
    lambda: rnet.set_seed(1, kind="Marsaglia-Multicarry"),
    lambda: rnet.runif(3),
    lambda: rnet.set_seed(1, kind="Super-Duper"),
    lambda: rnet.runif(3),
    lambda: rnet.set_seed(1, kind="Knuth-TAOCP-2002"),
    lambda: rnet.runif(3),
    lambda: rnet.set_seed(1, kind="L'Ecuyer-CMRG"),
    lambda: rnet.runif(3),
    lambda: rnet.set_seed(1, kind="Mersenne-Twister", normal_kind="Box-Muller"),
    lambda: rnet.rnorm(4),
    lambda: rnet.set_seed(1, kind="default", normal_kind="Ahrens-Dieter"),
    lambda: rnet.rnorm(3),
    lambda: rnet.set_seed(1, normal_kind="Kinderman-Ramage"),
    lambda: rnet.rnorm(3),
    lambda: rnet.set_seed(1, kind="default", normal_kind="default", sample_kind="default"),
    lambda: rnet.rnorm(3),
    lambda: rnet.RNGversion("3.5.0"),
    lambda: rnet.set_seed(42),
    lambda: rnet.sample(range(1, 11), 3),
    lambda: rnet.RNGversion("4.0.0"),
    lambda: rnet.set_seed(42),
    lambda: rnet.sample(range(1, 11), 3),
    lambda: rnet.set_seed(1),
    lambda: rnet.runif(1) is None or None,
    lambda: rnet.random_seed()[:4],
    lambda: rnet.set_seed(0),
    lambda: rnet.random_seed()[:5],
    lambda: rnet.set_seed(-5),
    lambda: rnet.runif(2),
    lambda: rnet.set_seed(123.7),
    lambda: rnet.runif(2),
]


@pytest.mark.parametrize("version", RECORDED)
def test_session_about_kinds(version):
    steps = RECORDED[version]["rng-kinds"]["steps"]
    for step, repeat in zip(steps, KINDS_SESSION, strict=True):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = repeat()
        assert [item.message.message for item in caught] == [
            warning["message"] for warning in step.get("warnings", [])
        ], step["code"]
        shown = "" if result is None else rnet.format_r(result) + "\n"
        assert shown == step["output"], step["code"]
