"""The terms of a formula with the encoding of its variables, as a part of a model file."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.basis_functions import OrthogonalPolynomial, Scaling, Spline
from rnet.formulas.encoding import Contrast, Encoding, KeptBasis
from rnet.formulas.formula import parse_formula
from rnet.formulas.polynomials import Recursion
from rnet.formulas.splines import Knots
from rnet.formulas.terms import Terms, terms_of
from rnet.neural.json_reader import JsonValue
from rnet.values import axis_names, named_matrix

CLASSES = ("numeric", "factor", "ordered", "logical", "character")
SAVED = "poly(x, 2), scale(x), ns(x), bs(x) and plain functions can be saved"


def terms_content(terms: Terms) -> dict[str, Any]:
    """Return terms as JSON: the formula and its variables' encoding.

    Raises
    ------
    RError
        For a variable whose kept parameters are of another kind than those above.
    """
    encoding = terms.encoding
    return {
        "formula": str(terms.formula),
        "classes": dict(encoding.classes),
        "levels": {name: list(levels) for name, levels in encoding.levels.items()},
        "contrasts": {name: _contrast_content(c) for name, c in encoding.contrasts.items()},
        "bases": {name: _basis_content(name, basis) for name, basis in encoding.bases.items()},
    }


def terms_of_content(part: JsonValue) -> Terms:
    """Return the terms of a file. The formula is read as a tree; nothing is run."""
    try:
        terms = terms_of(parse_formula(part["formula"].text()), None)
    except (RError, RecursionError):
        part["formula"].wrong("a formula")
    encoding = Encoding(
        bases=_mapping(part["bases"], _basis),
        classes=_mapping(part["classes"], JsonValue.text),
        levels=_mapping(part["levels"], lambda item: tuple(item.texts())),
        contrasts=_mapping(part["contrasts"], _contrast),
    )
    return terms.with_encoding(
        bases=encoding.bases,
        classes=encoding.classes,
        levels=encoding.levels,
        contrasts=encoding.contrasts,
    )


def _mapping(part: JsonValue, read: Any) -> Mapping[str, Any]:
    if not isinstance(part.value, dict):
        part.wrong("an object")
    return {name: read(part[name]) for name in part.value}


def _contrast_content(contrast: Contrast) -> Any:
    if isinstance(contrast, str):
        return contrast
    return {
        "rows": axis_names(contrast.index),
        "columns": axis_names(contrast.columns),
        "values": contrast.to_numpy(dtype=np.float64).tolist(),
    }


def _contrast(part: JsonValue) -> Contrast:
    if isinstance(part.value, str):
        return part.value
    values = [row.numbers() for row in part["values"]]
    if not values or len({len(row) for row in values}) > 1:
        part["values"].wrong("a matrix")
    names = [part[side].optional(JsonValue.texts) for side in ("rows", "columns")]
    for known, size in zip(names, (len(values), len(values[0])), strict=True):
        if known is not None and len(known) != size:
            part.wrong("a matrix with as many names")
    found = named_matrix(np.array(values), names[0], names[1])
    assert isinstance(found, pd.DataFrame)
    return found


def _basis_content(name: str, basis: KeptBasis) -> dict[str, Any]:
    if isinstance(basis, Scaling):
        centre, spread = basis.centre, basis.spread
        return {
            "kind": "scale",
            "centre": None if centre is None else centre.tolist(),
            "spread": None if spread is None else spread.tolist(),
        }
    if isinstance(basis, OrthogonalPolynomial):
        alpha, norm2 = basis.recursion.alpha, basis.recursion.norm2
        return {"kind": "poly", "alpha": alpha.tolist(), "norm2": norm2.tolist()}
    if isinstance(basis, Spline):
        knots = basis.knots
        return {
            "kind": "spline",
            "inner": knots.inner.tolist(),
            "bounds": [knots.low, knots.high],
            "degree": knots.degree,
            "flags": [basis.intercept, basis.natural, basis.are_quantiles],
        }
    raise RError(f"a formula with '{name}' cannot be saved", f"{SAVED}.")


def _basis(part: JsonValue) -> KeptBasis:
    kind = part["kind"].text()
    if kind == "scale":
        centre, spread = (part[n].optional(JsonValue.numbers) for n in ("centre", "spread"))
        return Scaling(centre, spread)
    if kind == "poly":
        alpha = part["alpha"].numbers()
        return OrthogonalPolynomial(Recursion(alpha, part["norm2"].numbers(len(alpha) + 2)))
    if kind == "spline":
        low, high = part["bounds"].numbers(2).tolist()
        knots = Knots(part["inner"].numbers(), low, high, part["degree"].whole(0, 100))
        intercept, natural, quantiles = (item.flag() for item in part["flags"])
        return Spline(knots, intercept, natural, quantiles)
    return part["kind"].wrong("a kind of basis")
