"""The text of `pretrain_table`."""

import numpy as np

from rnet.deep.pretrain_table import PretrainTable
from rnet.deep.print_mlp import format_call
from rnet.printing.matrix import format_matrix

HEADS = ("rate", "train", "valid", "test", "Bengio 2007")


def format_pretrain_table(table: PretrainTable) -> str:
    """Return the errors in percent, one row a way to start."""
    cells = []
    for _, row in table.errors.iterrows():
        errors = [f"{row[name]:.1f}" for name in ("train", "valid", "test")]
        known = row["bengio2007"]
        cells.append([f"{row['rate']:g}", *errors, "" if np.isnan(known) else f"{known:.1f}"])
    names = [str(name) for name in table.errors.index]
    train, valid, test = table.sizes
    return "\n".join(
        [
            *format_call(table.call),
            "",
            f"Errors in percent; {train} cases to train, {valid} to choose rates, {test} to test",
            "",
            format_matrix(cells, names, list(HEADS), right=True, quote=False),
        ]
    )
