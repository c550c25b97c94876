"""gmodels' CrossTable, as recorded in tests/oracles/gmodels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases, decoded, doubles

import rnet
from rnet.conditions import RError


@pytest.mark.parametrize("case", cases("gmodels/cross.json"))
def test_table_is_that_of_gmodels(case) -> None:
    answer = ask(case)
    expected_error = (case["error"] or "").replace('"', "")
    assert (answer.error or "").replace("“", "").replace("”", "") == expected_error
    assert answer.warnings == case["warnings"]
    if case["error"] is None:
        assert answer.output == case["output"]
        expected = next(iter(dict(decoded(case["value"]) or {}).values()), None)
        if expected is not None:
            np.testing.assert_allclose(doubles(answer.value.prop_tbl), doubles(expected), 1e-14)


def test_names_are_those_of_the_caller() -> None:
    infert = rnet.data("infert")
    fit = rnet.cross_table(infert["education"], infert["induced"])
    line = str(fit).splitlines()[16]
    assert line.startswith("infert$education |")
    assert "<pre>" in fit._repr_html_()
    assert rnet.cross_table is rnet.CrossTable


@given(
    st.lists(st.sampled_from("ab"), min_size=2, max_size=30),
    st.sampled_from(["SAS", "SPSS"]),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_every_line_of_a_table_is_equally_wide(x, layout, data) -> None:
    y = data.draw(st.lists(st.integers(1, 3), min_size=len(x), max_size=len(x)))
    if len({*zip(x, y, strict=True)}) < 2:
        return
    text = str(rnet.CrossTable(x, y, format=layout, prop_chisq=False))
    widths = {len(line.rstrip()) for line in text.splitlines() if line.count("|") > 2}
    assert len(widths) == 1


def test_lengths_must_agree() -> None:
    with pytest.raises(RError, match="x and y must have the same length"):
        rnet.CrossTable([1, 2, 3], [1, 2])
