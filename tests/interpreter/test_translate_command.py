"""`rnet translate FILE.R`."""

from rnet.cli import main


def test_the_command_prints_python(tmp_path, capsys) -> None:
    script = tmp_path / "a.R"
    script.write_text("set.seed(1)\n")
    assert main(["translate", str(script)]) == 0
    assert capsys.readouterr().out == "from rnet import set_seed\n\nset_seed(1)\n"


def test_a_file_that_is_not_there(capsys) -> None:
    assert main(["translate", "nowhere.R"]) == 1
    assert "nowhere.R" in capsys.readouterr().err
