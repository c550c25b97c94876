"""Text tables read as R 4.2.2 reads them (`tests/oracles/files/read_table.R`)."""

import contextlib
import io

import mini_values
import numpy as np
import pandas as pd
import pytest
from mini_r import Session
from oracles import load_json

import rnet
from rnet import RError
from rnet.language.parser import parse_expression

CASES = load_json("files/read_table.json")


def called(code):
    """Make the call R's code spells, with Python's names."""
    call = parse_expression(code)
    session, positional, named = Session(), [], {}
    for argument in call.arguments:
        value = mini_values.option(session.evaluate(argument.value))
        value = value.tolist() if isinstance(value, np.ndarray) else value
        if argument.name is None:
            positional.append(value)
        else:
            named[argument.name.replace(".", "_")] = value
    return getattr(rnet, call.function.name.replace(".", "_"))(*positional, **named)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_as_r(case) -> None:
    if case["error"] is not None:
        with pytest.raises(RError) as caught:
            called(case["code"])
        assert caught.value.message == case["error"]
        assert caught.value.advice
        return
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        value = called(case["code"])
        rnet.show(value)
        rnet.str(value)
    assert said.getvalue() == case["text"] + "\n"


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(RError, match="cannot open file 'no such file'"):
        rnet.read_csv("no such file")


def test_written_and_read_again(tmp_path) -> None:
    frame = pd.DataFrame({"x": [0.1, np.nan], "g": ['a "b"', None], "n": [1, 2]})
    path = tmp_path / "frame.csv"
    rnet.write_csv(frame, path, row_names=False)
    assert path.read_text() == '"x","g","n"\n0.1,"a ""b""",1\nNA,NA,2\n'
    again = rnet.read_csv(path)
    assert rnet.format_r(again) == rnet.format_r(frame)


@pytest.mark.parametrize("opener", ["gzip", "handle"])
def test_packed_files_and_handles(tmp_path, opener) -> None:
    import gzip  # noqa: PLC0415

    path = tmp_path / "x.csv.gz"
    path.write_bytes(gzip.compress(b"x\n1\n"))
    source = path if opener == "gzip" else io.StringIO("x\n1\n")
    assert rnet.read_csv(source)["x"].tolist() == [1]
