"""Text tables: files, handles, errors; `interpreter/test_sessions.py` runs what R 4.2 read."""

import io

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError

BAD_TABLES = [
    (rnet.read_table, {"text": "a b c\n1 2 3\n4 5"}, "line 2 did not have 3 elements"),
    (rnet.read_csv, {"text": "a,b\nx,2\nx,3", "row_names": 1}, "duplicate 'row.names'"),
    (rnet.read_csv, {"text": ""}, "no lines available in input"),
    (rnet.read_csv, {"text": "x\nabc", "colClasses": "numeric"}, "expected 'a real', got 'abc'"),
]


@pytest.mark.parametrize(("read", "given", "message"), BAD_TABLES)
def test_what_is_no_table_is_refused_with_advice(read, given, message) -> None:
    with pytest.raises(RError, match=message) as caught:
        read(**given, header=True)
    assert caught.value.advice


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
