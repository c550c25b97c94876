"""R's text of a naive Bayes classifier."""

from collections.abc import Mapping
from typing import Any

from rnet.evaluate.contingency_table import Table
from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.matrix import format_matrix

TITLE = "Naive Bayes Classifier for Discrete Predictors"


def format_bayes(call: Call, apriori: Table, tables: Mapping[str, Any]) -> str:
    """Return what R prints of a classifier, without the last newline.

    Parameters
    ----------
    call : Call
    apriori : Table
        Counts of the classes.
    tables : mapping
        By predictor, a Table of shares or a DataFrame of means and standard deviations.
    """
    shown = "\n".join(deparse(call))
    blocks = "".join(f"{_block(table)}\n\n" for table in tables.values())
    return (
        f"\n{TITLE}\n\nCall:\n{shown}\n\nA-priori probabilities:\n"
        f"{apriori / float(apriori.sum())}\n\nConditional probabilities:\n{blocks}"
    ).removesuffix("\n")


def _block(table: Any) -> str:
    if isinstance(table, Table):
        return str(table)
    return format_matrix(
        table.to_numpy(),
        list(table.index),
        row_title=str(table.index.name),
        column_title=str(table.columns.name),
    )
