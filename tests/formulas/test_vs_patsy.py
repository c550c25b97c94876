"""Design matrices beside patsy's, which codes factors and splines after R but by its own code."""

import numpy as np
import pandas as pd
import patsy
import pytest

from rnet import (
    contr_helmert,
    contr_poly,
    contr_SAS,
    contr_sum,
    contr_treatment,
    model_matrix,
)

# Orthogonal polynomials by QR here, by QR of another matrix there; splines by two recursions.
ROUNDING = 1e-10
# A pseudoinverse of a basis with condition number 1e3 comes in between.
PROJECTED = 1e-8

LEVELS = {
    "two": ["no", "yes"],
    "three": ["a", "b", "c"],
    "six": ["f", "e", "d", "c", "b", "a"],
}
CODINGS = {
    "treatment": (contr_treatment, patsy.Treatment()),
    "SAS": (contr_SAS, patsy.Treatment(-1)),
    "sum": (contr_sum, patsy.Sum()),
    "helmert": (contr_helmert, patsy.Helmert()),
    "poly": (contr_poly, patsy.Poly()),
}
KNOTS = [0.2, 0.35, 0.8]


def crossed() -> pd.DataFrame:
    """Return 48 cases in which every level meets every other, with two numbers."""
    random = np.random.default_rng(3)
    cells = pd.MultiIndex.from_product([["p", "q", "r"], ["u", "v"], range(8)]).to_frame()
    frame = pd.DataFrame({"g": cells[0].to_numpy(), "h": cells[1].to_numpy()}).astype("category")
    return frame.assign(x=random.uniform(size=len(frame)), z=random.normal(size=len(frame)))


FRAME = crossed()
KNOTS_IN_R = f"c({', '.join(map(str, KNOTS))})"


def columns(matrix) -> np.ndarray:
    """Return the columns in an order that does not depend on how terms are ordered."""
    values = np.asarray(matrix, dtype=np.float64).round(9) + 0.0
    return values[:, np.lexsort(values[::-1])]


def space(matrix) -> np.ndarray:
    """Return the projection onto the space of the columns."""
    values = np.asarray(matrix, dtype=np.float64)
    return values @ np.linalg.pinv(values)


@pytest.mark.parametrize("levels", LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize("coding", CODINGS)
def test_codings(coding, levels) -> None:
    ours, theirs = CODINGS[coding]
    expected = theirs.code_without_intercept(levels).matrix
    assert ours(levels).to_numpy() == pytest.approx(expected, abs=ROUNDING)


@pytest.mark.parametrize("coding", CODINGS)
def test_codings_without_contrasts_span_everything(coding) -> None:
    ours, theirs = CODINGS[coding]
    full = ours(LEVELS["three"], contrasts=False).to_numpy()
    wanted = theirs.code_with_intercept(LEVELS["three"]).matrix if coding == "poly" else np.eye(3)
    assert full == pytest.approx(wanted, abs=ROUNDING)


@pytest.mark.parametrize("levels", LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize("coding", CODINGS)
def test_codings_in_a_design(coding, levels) -> None:
    _, theirs = CODINGS[coding]
    frame = {"g": pd.Categorical(levels * 2 + levels[:1], categories=levels)}
    found = model_matrix("~ g", frame, contrasts={"g": f"contr.{coding}"}).values
    expected = np.asarray(patsy.dmatrix("C(g, theirs)", frame | {"theirs": theirs}))
    assert found == pytest.approx(expected, abs=ROUNDING)


@pytest.mark.parametrize(
    "right",
    [
        "g", "g + h", "g * h", "x + g", "g * x", "x:z", "g:x", "x + g:x", "g:h:x", "g * h * x",
        "g - 1", "0 + g + h", "0 + g + x", "0 + g:h", "h + g:h", "x * z - x", "(g + x + z)**2",
        "x + I(x**2)",
    ],
)  # fmt: skip
def test_terms_and_their_coding(right) -> None:
    found = model_matrix(f"~ {right.replace('**', '^')}", FRAME).values
    expected = patsy.dmatrix(right, FRAME)
    assert found.shape == expected.shape
    assert columns(found) == pytest.approx(columns(expected), abs=ROUNDING)


@pytest.mark.parametrize("intercept", [False, True])
@pytest.mark.parametrize("degree", [1, 2, 3, 4])
@pytest.mark.parametrize("bounds", [None, (-0.5, 1.5)])
def test_b_splines(degree, intercept, bounds) -> None:
    x = FRAME["x"].to_numpy()
    low, high = (x.min(), x.max()) if bounds is None else bounds
    expected = patsy.bs(
        x, knots=KNOTS, degree=degree, include_intercept=intercept, lower_bound=low,
        upper_bound=high,
    )  # fmt: skip
    edges = "" if bounds is None else f", Boundary.knots = c({low}, {high})"
    basis = f"bs(x, knots = {KNOTS_IN_R}, degree = {degree}, intercept = {str(intercept).upper()}"
    found = model_matrix(f"~ 0 + {basis}{edges})", FRAME).values
    assert found == pytest.approx(expected, abs=ROUNDING)


@pytest.mark.parametrize("df", [4, 5, 8])
def test_b_splines_put_knots_at_quantiles(df) -> None:
    expected = patsy.dmatrix(f"bs(x, df={df}, degree=3)", FRAME)
    assert model_matrix(f"~ bs(x, df = {df})", FRAME).values == pytest.approx(
        np.asarray(expected), abs=ROUNDING
    )


def test_natural_splines_span_the_same_functions() -> None:
    # patsy's natural basis is another one (values at the knots) of the same space.
    low, high = FRAME["x"].min(), FRAME["x"].max()
    expected = patsy.cr(FRAME["x"].to_numpy(), knots=KNOTS, lower_bound=low, upper_bound=high)
    found = model_matrix(f"~ ns(x, knots = {KNOTS_IN_R})", FRAME).values
    assert found.shape == expected.shape
    assert space(found) == pytest.approx(space(expected), abs=PROJECTED)
