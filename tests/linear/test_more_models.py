"""Models, tables and predictions beyond the recorded sessions, as R 4.2.2 printed them."""

import pytest
from mini_r_linear import LinearSession, run
from oracles import load_json

import rnet
from rnet import RError

CASES = load_json("linear/models.json")["cases"]


@pytest.mark.parametrize("case", CASES)
def test_console_text(case) -> None:
    session = LinearSession()
    with rnet.options(r_version="4.2"):
        for step in CASES[case]:
            if step["error"] is not None:
                with pytest.raises(RError) as caught:
                    run(session, step["code"])
                assert caught.value.message == step["error"]
                continue
            text, given, _ = run(session, step["code"])
            assert text == step["output"].removesuffix("\n") + "\n" * bool(text), step["code"]
            assert given == step["warnings"], step["code"]
