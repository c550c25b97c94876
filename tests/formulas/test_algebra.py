"""Laws of the formula algebra, on random formulas."""

from hypothesis import given
from hypothesis import strategies as st

from rnet import terms
from rnet.formulas.formula import parse_formula

NAMES = st.sampled_from(["a", "b", "c", "d", "log(a)", "`x y`"])


def joined(parts):
    return st.tuples(parts, st.sampled_from(["+", ":", "*", "/", "%in%"]), parts).map(
        lambda p: f"({p[0]}) {p[1]} ({p[2]})"
    )


SIDES = st.recursive(NAMES, joined, max_leaves=6)


def meaning(right: str) -> set[frozenset[str]]:
    """Return the terms of a right side as sets of variables."""
    of = terms(f"~ {right}")
    return {frozenset(of.variable_labels[i] for i in term) for term in of.members}


@given(SIDES, SIDES)
def test_crossing_is_both_and_their_interaction(a, b) -> None:
    assert terms(f"~ ({a}) * ({b})").labels == terms(f"~ ({a}) + ({b}) + ({a}):({b})").labels


@given(SIDES, SIDES)
def test_sums_and_interactions_commute(a, b) -> None:
    assert meaning(f"({a}) + ({b})") == meaning(f"({b}) + ({a})")
    assert meaning(f"({a}):({b})") == meaning(f"({b}):({a})")


@given(SIDES)
def test_repetition_adds_nothing(a) -> None:
    assert terms(f"~ ({a}) + ({a})").labels == terms(f"~ {a}").labels


@given(SIDES, SIDES)
def test_what_is_taken_away_is_gone(a, b) -> None:
    assert meaning(f"({a}) + ({b}) - ({b})") == meaning(a) - meaning(b)


@given(SIDES)
def test_a_power_is_a_product(a) -> None:
    assert meaning(f"({a})^2") == meaning(f"({a}) * ({a})")


@given(NAMES, SIDES)
def test_nesting_in_a_variable(a, b) -> None:
    assert terms(f"~ {a}/({b})").labels == terms(f"~ {a} + ({b}) %in% {a}").labels


@given(SIDES, st.lists(st.sampled_from(["+ 0", "- 1", "+ 1", "- 0"]), max_size=4))
def test_the_last_word_on_the_intercept_counts(a, words) -> None:
    of = terms(f"~ {a} {' '.join(words)}")
    assert of.intercept == int(not words or words[-1] in ("+ 1", "- 0"))
    assert of.labels == terms(f"~ {a}").labels


@given(SIDES)
def test_orders_rise_and_the_matrix_shows_the_members(a) -> None:
    of = terms(f"y ~ {a}")
    assert list(of.order) == sorted(of.order)
    assert [tuple(column.nonzero()[0]) for column in of.factors.T] == list(of.members)
    assert all(of.factors[t[0], i] == 1 for i, t in enumerate(of.members) if len(t) == 1)


@given(SIDES)
def test_text_and_back(a) -> None:
    formula = parse_formula(f"y ~ {a}")
    assert parse_formula(str(formula)) == formula
    assert terms(str(formula)).labels == terms(formula).labels
