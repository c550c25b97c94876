"""Awkward text tables as a console of R 4.2 reads and shows them, and files of other encodings."""

import pytest
from console_pairs import compared

from rnet import RError, read_csv


@pytest.mark.parametrize(("recorded", "found"), compared("files"))
def test_console_text(recorded, found) -> None:
    assert found == recorded


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xef\xbb\xbfn\xc3\xa4me,x\r\n\xc3\xbc,1\r\n", "UTF-8-BOM"),
        (b"\xef\xbb\xbfn\xc3\xa4me,x\n\xc3\xbc,1", "utf-8"),
        (b"n\xe4me,x\r\xfc,1\r", "latin1"),
        ("näme,x\nü,1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_encodings_and_line_ends(tmp_path, content, encoding) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    assert read_csv(path, fileEncoding=encoding).to_dict("list") == {"näme": ["ü"], "x": [1]}


def test_an_unknown_encoding(tmp_path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"a\n1\n")
    with pytest.raises(RError, match="unsupported conversion from 'foo' to ''"):
        read_csv(path, fileEncoding="foo")
