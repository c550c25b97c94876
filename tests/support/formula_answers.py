"""Compare rnet with what R answered to formulas (`tests/oracles/formula/record.R`)."""

import re
import warnings
from typing import Any

import numpy as np
import pandas as pd
from oracles import atomic

from rnet.conditions import RError, RWarning
from rnet.formulas.model_frame import model_frame, model_frame_for
from rnet.formulas.model_matrix import model_matrix
from rnet.formulas.terms import terms
from rnet.language.deparse import deparse_line

# Bases are sums of products of a dozen roundings, here and in R (splines through SciPy's
# de Boor recursion instead of R's C code): equal to this relative error.
BASIS_TOLERANCE = 1e-13
_BASIS = re.compile(r"\b(poly|ns|bs|scale)\(")


def table(recorded: dict[str, Any]) -> pd.DataFrame:
    """Rebuild a recorded data frame."""
    columns = {name: _column(column) for name, column in recorded["columns"].items()}
    automatic = recorded["automatic"]
    return pd.DataFrame(
        columns, index=None if automatic else pd.Index(recorded["rows"], dtype=object)
    )


def _column(column: dict[str, Any]) -> Any:
    if column["type"] in ("factor", "ordered"):
        values = [None if v in (None, "NA") else v for v in column["data"]]
        return pd.Categorical(values, column["levels"], ordered=column["type"] == "ordered")
    return atomic(column["type"], column["data"])


def many(value: Any) -> list[Any]:
    """Return a vector that JSON wrote as a list, or as a scalar where it had one element."""
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def doubles17(texts: Any) -> np.ndarray:
    """Read numbers that travel as text with 17 digits."""
    return np.array([np.nan if text == "NA" else float(text) for text in many(texts)])


def contrasts(text: str) -> dict[str, str] | None:
    """Read `g=contr.sum;h=contr.helmert`."""
    return dict(pair.split("=", 1) for pair in text.split(";")) if text else None


def answers(frame: pd.DataFrame, new: pd.DataFrame, case: dict[str, Any]) -> dict[str, Any]:
    """Do with rnet what record.R does with R; `error` and `warnings` as there."""
    found: dict[str, Any] = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            found["failed_at"] = "terms"
            found["terms"] = terms(case["formula"], frame)
            found["failed_at"] = "frame"
            found["frame"] = model_frame(case["formula"], frame, environment={})
            found["failed_at"] = "design"
            found["design"] = model_matrix(
                found["frame"], contrasts=contrasts(case["contrasts_given"])
            )
            found["failed_at"] = "new"
            of = found["design"].terms
            found["new"] = model_matrix(
                model_frame_for(of, new, na_action="na.omit", environment={})
            )
            found["failed_at"] = None
        except RError as error:
            found["error"] = error.message
    found["warnings"] = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return found


def assert_equal(found: dict[str, Any], case: dict[str, Any]) -> None:
    """Assert that every recorded part is equal."""
    assert (found.get("error"), found["failed_at"]) == _expected_error(case)
    if "terms" in case:
        _assert_terms(found["terms"], case["terms"])
    if "frame" in case:
        _assert_frame(found["frame"], case["frame"])
    exact = not _BASIS.search(case["formula"])
    for part in ("design", "new"):
        # R gives a term that is the response a column of unset memory on new data: not compared
        if part in case and "" not in many(case[part]["columns"]):
            _assert_design(found[part], case[part], exact=exact)
    assert sorted(set(found["warnings"])) == sorted(set(many(case["warnings"])))


def _expected_error(case: dict[str, Any]) -> tuple[str | None, str | None]:
    # R 4.2 says "levels" of one new level too; R 4.6, which rnet follows, says "level".
    message = case.get("error")
    head, new, levels = (message or "").rpartition("has new levels ")
    if new and ", " not in levels:
        message = f"{head}has new level {levels}"
    return message, case.get("failed_at")


def _assert_terms(of: Any, expected: dict[str, Any]) -> None:
    assert list(of.labels) == many(expected["labels"])
    assert list(of.order) == many(expected["order"])
    assert (of.intercept, of.response) == (expected["intercept"], expected["response"])
    assert [i + 1 for i in of.offsets] == many(expected["offset"])
    assert list(of.variable_labels) == many(expected["variables"])
    assert deparse_line(of.formula.tree) == expected["expanded"]
    if expected["factors"]:
        assert list(of.factors.shape) == expected["factors"]["dim"]
        assert of.factors.ravel(order="F").tolist() == many(expected["factors"]["data"])


def _assert_frame(frame: Any, expected: dict[str, Any]) -> None:
    assert list(frame.variables) == many(expected["names"])
    assert frame.row_names == many(expected["rows"])
    classes = {name: kind[0] for name, kind in (expected["classes"] or {}).items()}
    assert frame.terms.encoding.classes == classes
    levels = {name: tuple(many(v)) for name, v in (expected["levels"] or {}).items()}
    assert frame.terms.encoding.levels == levels
    if expected["offset"] is not None and many(expected["offset"]):
        assert frame.offset.tolist() == doubles17(expected["offset"]).tolist()


def _assert_design(design: Any, expected: dict[str, Any], *, exact: bool) -> None:
    assert design.column_names == many(expected["columns"])
    assert design.assign.tolist() == many(expected["assign"])
    assert design.row_names == many(expected["rows"])
    kinds = {k: v if isinstance(v, str) else "matrix" for k, v in design.contrasts.items()}
    assert kinds == (expected["contrasts"] or {})
    values = doubles17(expected["values"]["data"]).reshape(expected["values"]["dim"], order="F")
    if exact:
        np.testing.assert_array_equal(design.values, values)
    else:
        scale = max(1.0, np.abs(values).max(initial=0.0))
        np.testing.assert_allclose(design.values, values, rtol=0, atol=BASIS_TOLERANCE * scale)
