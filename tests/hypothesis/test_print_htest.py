"""Every hypothesis test prints as R prints an htest."""

import pandas as pd
import pytest
from oracles import load_jsonl

from rnet.hypothesis.htest import ConfInt, HTest

CASES = load_jsonl("stats/fuzz/htest.jsonl")


def series(values):
    if not values:
        return None
    return pd.Series(list(values.values()), index=pd.Index(list(values), dtype=object), dtype=float)


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_text(case) -> None:
    limits = case["conf_int"]
    names = case["estimate_names"]
    test = HTest(
        case["method"],
        case["data_name"],
        case["p_value"],
        series(case["statistic"]),
        series(case["parameter"]),
        None if limits is None else ConfInt(*limits, case["conf_level"]),
        None if not names else series(dict(zip(names, case["estimate"], strict=True))),
        series(case["null_value"]) if case["alternative"] else None,
        None,
        case["alternative"],
    )
    assert str(test) == case["expected"]
