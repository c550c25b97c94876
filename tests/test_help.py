"""`rnet.help` finds functions by either name."""

import pytest

import rnet


def test_help_finds_the_r_name(capsys) -> None:
    rnet.help("set.seed")
    shown = capsys.readouterr().out
    assert shown.startswith("set_seed(")
    assert "R: base::set.seed" in shown


def test_help_lists_everything(capsys) -> None:
    rnet.help()
    shown = capsys.readouterr().out
    assert "e1071:\n" in shown
    assert all(name in shown for name in rnet.__all__)


def test_unknown_topic_names_the_nearest() -> None:
    with pytest.raises(rnet.RError, match="No documentation for ‘svmm’") as caught:
        rnet.help("svmm")
    assert "svm" in caught.value.advice


def test_help_takes_the_function_itself(capsys) -> None:
    rnet.help(rnet.svm)
    assert "R: e1071::svm" in capsys.readouterr().out
    with pytest.raises(rnet.RError, match="No documentation for ‘len’"):
        rnet.help(len)
