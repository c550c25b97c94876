"""The report on versions and machine."""

import re

import numpy as np

import rnet


def test_report_names_versions_and_the_r_followed() -> None:
    info = rnet.session_info()
    assert info["packages"]["numpy"] == np.__version__
    with rnet.options(r_version="4.2"):
        assert "following the text of R 4.2" in str(rnet.session_info())
    assert str(info).startswith(f"rnet {rnet.__version__}, following the text of R 4.6\n")
    assert f"  numpy {np.__version__}" in str(info).splitlines()


def test_report_knows_threads_and_linear_algebra() -> None:
    info = rnet.session_info()
    assert info.threads >= 1
    assert info.cpus >= 1
    assert info.blas not in ("", "unknown")


def test_report_is_the_same_twice_and_bears_no_date() -> None:
    text = str(rnet.session_info())
    assert text == str(rnet.session_info())
    without_platform = re.sub("Platform: .*", "", text)
    assert not re.search(r"\b20\d\d-\d\d|\d\d:\d\d", without_platform)
