"""classAgreement, matchClasses, compareMatchedClasses and permutations beside recorded R."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json
from recorded import check, flat, same

from rnet import (
    RError,
    classAgreement,
    compareMatchedClasses,
    data,
    fitted,
    format_r,
    matchClasses,
    named_matrix,
    permutations,
    predict,
    runif,
    sample,
    set_seed,
    svm,
    table,
)

MISC = load_json("e1071/misc.json")["cases"]
MORE = load_json("e1071/agreement_more.json")
# The last bit of a sum of a few products: NumPy and R may add them in another order.
LAST_BIT = 1e-14

iris, infert, mtcars = (data(name) for name in ("iris", "infert", "mtcars"))
clusters = flat([float(text) for text in MORE["clusters"]["numbers"]]).astype(int)


def by_column(cells: Any, rows: int) -> np.ndarray:
    return np.reshape(np.asarray(cells), (rows, -1), order="F")


def letters(*names: str, levels: str = "abcd") -> pd.Categorical:
    kept = [level for level in levels if level in names]
    return pd.Categorical(list(names), categories=kept)


mixed = letters(*"abbcacc", levels="cab"), letters(*"abccadc")
cyl_gear = table(mtcars["cyl"], mtcars["gear"])
machine = svm("case ~ parity + induced + spontaneous", infert)
latin = by_column([5, 6, 7, 7, 6, 5, 6, 5, 7], 3)
latin4 = by_column([5, 6, 7, 1, 7, 6, 5, 2, 6, 5, 7, 3, 4, 4, 4, 5], 4)


def drawn(seed: int, columns: int) -> np.ndarray:
    set_seed(seed)
    return np.column_stack([sample(np.arange(1, 4), 40, True) for _ in range(columns)])


CALLS: dict[str, Callable[[], Any]] = {
    "ca_iris_kmeans": lambda: classAgreement(table(clusters, iris["Species"])),
    "ca_svm_iris": lambda: classAgreement(
        table(fitted(svm("Species ~ .", data=iris)), iris["Species"])
    ),
    "ca_matchnames_diffset": lambda: classAgreement(table(*mixed), match_names=True),
    "ca_nomatch_diffset": lambda: classAgreement(table(*mixed)),
    "ca_matrix": lambda: classAgreement(by_column([10, 2, 3, 1, 20, 4, 0, 5, 30], 3)),
    "ca_rect": lambda: classAgreement(by_column([1, 2, 3, 4, 5, 6], 2)),
    "ca_infert": lambda: classAgreement(table(infert["case"], predict(machine) > 0.5)),
    "ca_mtcars": lambda: classAgreement(cyl_gear),
    "ca_mtcars_names": lambda: classAgreement(cyl_gear, match_names=True),
    "ca_perfect": lambda: classAgreement(np.eye(3) * 5),
    "ca_2x2": lambda: classAgreement(by_column([149, 43, 16, 40], 2)),
    "mc_rowmax": lambda: matchClasses(cyl_gear),
    "mc_rowmax_iris": lambda: matchClasses(table(iris["Species"], clusters)),
    "mc_exact": lambda: matchClasses(by_column([5, 1, 9, 7, 2, 3, 1, 8, 4], 3), method="exact"),
    "mc_exact2": lambda: matchClasses(latin, method="exact"),
    "mc_greedy": lambda: matchClasses(latin, method="greedy"),
    "mc_greedy_iter": lambda: matchClasses(latin4, method="greedy", iter=10, verbose=False),
    "mc_exact4": lambda: matchClasses(latin4, method="exact"),
    "mc_exact_named": lambda: matchClasses(cyl_gear, method="exact"),
    "mc_nonsquare": lambda: matchClasses(by_column([1, 2, 3, 4, 5, 6], 2), method="exact"),
    "cmc_two": lambda: compareMatchedClasses(*drawn(4, 2).T, method="exact"),
    "cmc_matrix": lambda: compareMatchedClasses(drawn(5, 3)),
    "permutations3": lambda: permutations(3),
    "permutations1": lambda: permutations(1),
    "permutations4": lambda: permutations(4),
    "permutations_err": lambda: permutations(0),
}


@pytest.mark.parametrize("name", list(CALLS))
def test_recorded(name) -> None:
    recorded = MISC[name]
    if recorded["seed"] is not None:
        set_seed(recorded["seed"])
    if recorded["error"] is not None:
        with pytest.raises(RError) as caught:
            CALLS[name]()
        assert caught.value.message == recorded["error"]
        return
    found = CALLS[name]()
    value = recorded["value"]
    if name == "mc_rowmax_iris":
        # R has the numbers a table's columns are called here; as text they are the same.
        found = found.astype(int)
    same(found, value, LAST_BIT)
    assert format_r(found) + "\n" == recorded["print"]


def test_text_of_matching(capsys) -> None:
    matchClasses(latin, method="exact")
    assert capsys.readouterr().out.splitlines() == MISC["mc_print_text"]["value"]


def random_table(seed: int) -> np.ndarray:
    set_seed(seed)
    size = sample(np.arange(2, 7), 2, True)
    return by_column(sample(np.arange(41), int(size.prod()), True), size[0])


def random_square(seed: int) -> np.ndarray:
    set_seed(seed)
    n = int(sample(np.arange(2, 7), 1)[0])
    cells = by_column(sample(np.arange(1, 10), n * n, True), n)
    return cells + np.diag(sample([0, 9], n, True))


small = by_column([10, 2, 3, 1, 20, 4, 0, 5, 30], 3)
pair = by_column([4, 1, 2, 5], 2)
set_seed(1)
ten = by_column(sample(np.arange(1, 31), 100, True), 10)


def column(name: str) -> np.ndarray:
    return np.array([float(text) for text in MORE[name]["numbers"]]).astype(int)


x = column("cmc/x")
y, z = (np.array(list("abcd"))[column(name) - 1] for name in ("cmc/y", "cmc/z"))
X = column("cmc/X").reshape(3, -1).T
FURTHER: dict[str, tuple[Callable[[], Any], int | None]] = {
    "ca/zero": (lambda: classAgreement(np.zeros((2, 2))), None),
    "ca/one": (lambda: classAgreement([[5]]), None),
    "ca/single": (lambda: classAgreement([[1, 0], [0, 0]]), None),
    "ca/strangers": (
        lambda: classAgreement(
            named_matrix(by_column(range(1, 7), 2), list("ab"), list("cde")), match_names=True
        ),
        None,
    ),
    "ca/unnamed": (lambda: classAgreement(by_column(range(1, 7), 2), match_names=True), None),
    "ca/vector": (lambda: classAgreement([1, 2, 3]), None),
    "mc/default": (lambda: matchClasses(small), None),
    "mc/short": (lambda: matchClasses(small, method="gre"), None),
    "mc/unknown": (lambda: matchClasses(small, method="foo"), None),
    "mc/greedy_rectangle": (lambda: matchClasses(by_column(range(6), 2), method="greedy"), None),
    "mc/zero_rowmax": (lambda: matchClasses(np.zeros((2, 2))), None),
    "mc/zero_exact": (lambda: matchClasses(np.zeros((2, 2)), method="exact"), None),
    "mc/ties": (lambda: matchClasses(np.full((2, 2), 5), method="exact"), None),
    "mc/rows_named": (
        lambda: matchClasses(named_matrix(pair, ["u", "v"]), method="exact"),
        None,
    ),
    "mc/columns_named": (
        lambda: matchClasses(named_matrix(pair, None, ["a", "b"]), method="exact"),
        None,
    ),
    "mc/vector": (lambda: matchClasses([1, 2, 3]), None),
    "mc/ten": (lambda: matchClasses(ten, method="exact"), 11),
    "mc/ten_greedy": (lambda: matchClasses(ten, method="greedy", iter=5), 12),
    "mc/maxexact": (lambda: matchClasses(ten[:5, :5], method="exact", maxexact=3), 13),
    "cmc/wide": (lambda: compareMatchedClasses(x, y), None),
    "cmc/wide_exact": (lambda: compareMatchedClasses(x, y, method="exact"), None),
    "cmc/square": (lambda: compareMatchedClasses(x, z), None),
    "cmc/verbose": (lambda: compareMatchedClasses(x, z, method="exact", verbose=True), None),
    "cmc/columns": (lambda: compareMatchedClasses(X), None),
    "cmc/two": (lambda: compareMatchedClasses(X, X[:, :2]), None),
    "cmc/greedy": (lambda: compareMatchedClasses(X, method="greedy", iter=2), 7),
    "cmc/alone": (lambda: compareMatchedClasses(x), None),
    "cmc/lengths": (lambda: compareMatchedClasses(x, z[:10]), None),
    "permutations/6": (lambda: permutations(6), None),
    "permutations/fraction": (lambda: permutations(1.5), None),
    "permutations/negative": (lambda: permutations(-1), None),
    **{
        f"ca/random{seed}": (lambda seed=seed: classAgreement(random_table(seed)), None)
        for seed in range(1, 41)
    },
}
INPUTS = {"clusters", "cmc/x", "cmc/y", "cmc/z", "cmc/X"}
SQUARES = [name for name in MORE if name[:3] == "mc/" and name[-1].isdigit()]


def test_every_answer_is_asked() -> None:
    assert set(MORE) == {*FURTHER, *INPUTS, *SQUARES}


@pytest.mark.parametrize("name", list(FURTHER))
def test_further(name) -> None:
    call, seed = FURTHER[name]
    check(MORE[name], call, seed=seed, tolerance=LAST_BIT)


@pytest.mark.parametrize("name", SQUARES)
def test_random_squares(name) -> None:
    seed = int("".join(filter(str.isdigit, name)))
    square = random_square(seed)
    arguments = {
        "exact": {"method": "exact"},
        "greedy": {"method": "greedy"},
        "iter": {"method": "greedy", "iter": 4},
    }[name[3:].rstrip("0123456789")]
    check(MORE[name], lambda: matchClasses(square, **arguments), seed=seed)


def test_unnamed_rectangle_where_r_fails() -> None:
    assert matchClasses(by_column(range(1, 7), 2), verbose=False).tolist() == [3, 3]


def test_greedy_draws_one_number_less_than_rows() -> None:
    set_seed(1)
    runif(2)
    expected = runif(1)
    set_seed(1)
    matchClasses(latin, method="greedy", verbose=False)
    assert runif(1) == expected


@pytest.mark.parametrize("n", [None, "a", 11, [2, 3]])
def test_permutations_of_nonsense(n) -> None:
    with pytest.raises(RError) as caught:
        permutations(n)
    assert caught.value.advice
