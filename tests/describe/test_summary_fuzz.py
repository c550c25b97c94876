"""R's exact text of random summaries."""

import numpy as np
import pytest
from oracles import doubles, load_jsonl

from rnet import format_r, summary
from rnet.describe.summary_columns import STATISTICS, most_frequent
from rnet.describe.summary_frame import counted, measured, summary_table
from rnet.describe.summary_records import SummaryDefault

ROWS = 7
NUMBERS = load_jsonl("stats/fuzz/summ.jsonl")
FRAMES = load_jsonl("stats/fuzz/sdf.jsonl")


@pytest.mark.parametrize("start", range(0, len(NUMBERS), 100))
def test_numbers(start) -> None:
    for case in NUMBERS[start : start + 100]:
        values = doubles(case["stats"])
        missing = int(values[6]) if case["has_na_count"] else 0
        assert str(SummaryDefault(values[:6], STATISTICS, missing)) == case["expected"]


def _column(column):
    if column["kind"] == "numeric":
        return measured(column["name"], doubles(column["stats_signif12"]), column["n_na"])
    return counted(column["name"], most_frequent(column["levels"], column["counts"], ROWS))


@pytest.mark.parametrize("start", range(0, len(FRAMES), 60))
def test_data_frames(start) -> None:
    for case in FRAMES[start : start + 60]:
        table = summary_table([_column(column) for column in case["columns"]])
        assert str(table) == case["expected"]


def test_a_statistic_by_name_and_a_shorter_summary() -> None:
    found = summary(np.array([1.0, 2.0, 9.0, np.nan]))
    assert found["Mean"] == 4.0
    assert format_r(found[["Mean", "NAs"]]) == "Mean  NAs \n   4    1 "
    assert found.to_pandas()["Max."] == 9.0
