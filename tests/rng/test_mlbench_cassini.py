"""mlbench's cassini; the answers are those of mlbench (R 4.2.2) for these seeds and sizes:

p <- mlbench.cassini(n, relsize); colSums(p$x); sum(p$x[, 1] * p$x[, 2]); p$x[nrow(p$x), ]
runif(1); table(p$classes)
"""

import numpy as np
import pytest

import rnet
from rnet.interpreter.session import Session

# Sums in another order, and coordinates made of the same draw in another one.
ROUNDING = 1e-12

ANSWERS = [
    (
        (1, 300, (2, 2, 1)),
        (16.361533453153953, -7.1048081554472322, 15.383057582607952),
        (-0.11898788614198563, 0.092165590636432149, 0.076359446160495281),
        (120, 120, 60),
    ),
    (
        (2, 41, (1, 2, 4)),
        (1.4165079062637007, 6.168228689208628, 3.0781165463164064),
        (-0.25563137400895358, 0.11510027619078755, 0.89897194621153176),
        (6, 12, 23),
    ),
    (
        (3, 102, (5, 1, 1)),
        (2.248518836313119, -73.993464913219213, 0.58343491117615798),
        (-0.47149887308478355, 0.16569515839219096, 0.26021120394580066),
        (73, 15, 16),
    ),
]


@pytest.mark.parametrize(("asked", "sums", "last", "sizes"), ANSWERS)
def test_points_and_stream_are_mlbench_s(asked, sums, last, sizes) -> None:
    seed, n, relsize = asked
    rnet.set_seed(seed)
    points = rnet.mlbench_cassini(n, relsize)
    x, y = points.x.T
    np.testing.assert_allclose([x.sum(), y.sum(), x @ y], sums, atol=ROUNDING)
    assert [x[-1], y[-1], rnet.runif(1)[0]] == pytest.approx(last, abs=ROUNDING)
    assert np.bincount(points.classes.codes).tolist() == list(sizes)


@pytest.mark.parametrize(
    ("n", "relsize", "sizes"),
    [
        (2, (2, 2, 1), (1, 1, 0)),
        (4, (2, 2, 1), (2, 2, 2)),
        (9, (2, 2, 1), (4, 4, 3)),
        (5, (1, 1, 5), (1, 1, 5)),
        (9, (5, 1, 1), (6, 1, 2)),
        (102, (2, 1, 1), (51, 26, 27)),
        (108, (1, 5, 1), (15, 77, 16)),
    ],
)
def test_sizes_are_rounded_as_mlbench_rounds_them(n, relsize, sizes) -> None:
    classes = rnet.mlbench_cassini(n, relsize).classes
    assert [(classes == name).sum() for name in "123"] == list(sizes)


def test_two_sizes_are_too_few() -> None:
    with pytest.raises(rnet.RError, match="missing value where TRUE/FALSE needed"):
        rnet.mlbench_cassini(10, (1, 2))


def test_r_code_prints_mlbench_s_text() -> None:
    session = Session()
    session.step("set.seed(1)")
    session.step("p <- mlbench.cassini(5)")
    assert session.step("p").output.splitlines() == [
        "$x",
        "           [,1]         [,2]",
        "[1,] -0.6533688 -1.504601761",
        "[2,] -0.8312107 -0.662576504",
        "[3,] -0.8192500  0.782490804",
        "[4,]  0.5211062  1.114565949",
        "[5,]  0.3238097 -0.002760909",
        "",
        "$classes",
        "[1] 1 1 2 2 3",
        "Levels: 1 2 3",
        "",
        'attr(,"class")',
        '[1] "mlbench.cassini" "mlbench"        ',
    ]
