"""Objects that R saved (`tests/oracles/files/objects.R`)."""

import pytest
from oracles import ORACLES

import rnet
from rnet import RError

pytest.importorskip("rdata")
SHOWN = {
    "a": "[1] 1.5  NA",
    "b": "[1]  1 NA",
    "c": "[1] TRUE   NA",
    "d": '[1] "x" NA ',
    "f": "[1] u v\nLevels: u v",
    "m": "  p q\nr 1 3\ns 2 4",
    "n": "k l \n1 2 ",
    "df": "  x g\n1 1 a\n2 2 b",
    "dt": '[1] "2024-02-29"',
    "z": "NULL",
}


def test_values_of_every_kind() -> None:
    found = rnet.read_rds(ORACLES / "files" / "x.rds")
    assert {name: rnet.format_r(value) for name, value in found.items()} == SHOWN


def test_a_workspace() -> None:
    found = rnet.load(ORACLES / "files" / "x.RData")
    assert list(found) == ["y", "w"]
    assert rnet.format_r(found["w"]) == rnet.format_r(rnet.data("iris").iloc[:2])


def test_another_file_is_refused(tmp_path) -> None:
    path = tmp_path / "x.rds"
    path.write_bytes(b"nothing")
    with pytest.raises(RError, match="the file is no object saved by R"):
        rnet.read_rds(path)
