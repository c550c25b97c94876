"""`rnet lecture`: R's answers for ten seeds, other data, and everything the command prints."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

import rnet
from rnet.cli import main

LECTURE = Path(__file__).parents[1] / "vignettes" / "lecture.R"
LECTURES = sorted((Path(__file__).parent / "oracles" / "neuralnet" / "lecture").glob("*.json"))
SEEDS = [json.loads(path.read_text())["seed"] for path in LECTURES]


def run_json(capsys, *arguments: str) -> dict:
    assert main(["lecture", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("path", LECTURES, ids=lambda path: path.stem)
def test_each_seed_gives_r_answer(path, capsys) -> None:
    oracle = json.loads(path.read_text())
    answer = run_json(capsys, "--seed", str(oracle["seed"]))
    expected = [row[0] for row in oracle["result_matrix"]]
    assert answer["converged"] is True
    assert answer["steps"] == expected[2]
    assert answer["error"] == expected[0]
    assert answer["reached_threshold"] == expected[1]
    assert list(answer["weights"].values()) == expected[3:]


def test_seed_one_gives_the_tables_of_the_lecture(capsys) -> None:
    tables = run_json(capsys)["tables"]
    assert tables["neuralnet"]["counts"] == [[143, 22], [37, 46]]
    assert tables["svm"]["counts"] == [[149, 16], [43, 40]]
    assert tables["neuralnet"]["observed"] == ["0", "1"]
    assert tables["svm"]["predicted"] == ["FALSE", "TRUE"]


def test_comparison_agrees_with_the_tables(capsys) -> None:
    answer = run_json(capsys)
    row = answer["comparison"]["neuralnet"]
    assert row["accuracy"] == pytest.approx((143 + 46) / 248, abs=1e-15)
    assert row["sensitivity"] == pytest.approx(46 / 83, abs=1e-15)
    assert row["specificity"] == pytest.approx(143 / 165, abs=1e-15)
    assert row["parameters"] == 6
    assert {name: cells["parameters"] for name, cells in answer["comparison"].items()} == {
        "neuralnet": 6,
        "svm": 152,
        "lm": 4,
        "glm": 4,
    }


def test_text_shows_calls_fit_and_both_tables(capsys) -> None:
    assert main(["lecture"]) == 0
    text = capsys.readouterr().out
    oracle = json.loads(LECTURES[0].read_text())
    assert "\n".join(oracle["print_nn_text"]).rstrip("\n") in text
    assert "> set.seed(1)\n" in text
    assert "\n    FALSE TRUE\n  0   143   22\n  1    37   46\n" in text
    assert "\n    FALSE TRUE\n  0   149   16\n  1    43   40\n" in text
    for name in ("neuralnet", "svm", "lm", "glm"):
        assert f"\n{name} " in text


def test_permuted_rows_are_computed_anew(tmp_path, capsys) -> None:
    infert = rnet.data("infert")
    order = np.random.default_rng(7).permutation(len(infert))
    file = tmp_path / "permuted.csv"
    infert.iloc[order].to_csv(file, index=False)
    answer = run_json(capsys, "--data", str(file), "--seed", "3")
    rnet.set_seed(3)
    fit = rnet.neuralnet("case ~ parity + induced + spontaneous", infert.iloc[order])
    assert answer["steps"] == fit.result_matrix.iloc[2, 0]
    assert list(answer["weights"].values()) == fit.result_matrix.iloc[3:, 0].tolist()
    assert sum(map(sum, answer["tables"]["svm"]["counts"])) == 248


def test_plot_writes_a_picture(tmp_path, capsys) -> None:
    file = tmp_path / "lecture.png"
    assert main(["lecture", "--plot", str(file)]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    assert "> print(fit)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot open file"),
        ("", "as CSV"),
        ("a,b\n1,2\n", "object 'case' not found"),
        ("case,parity,induced\n1,1,1\n0,2,0\n", "undefined columns selected"),
        ("case,parity,induced,spontaneous\n2,1,1,1\n", "must be 0 or 1"),
        ("case,parity,induced,spontaneous\n", "no rows"),
        ("case,parity,induced,spontaneous\n1,1,1,1\n1,2,0,1\n1,4,0,2\n", "is 1 in every row"),
        ("case,parity,induced,spontaneous\n1,1,1,1\n,2,0,1\n0,4,0,2\n", "must be 0 or 1"),
        ("case,parity,induced,spontaneous\n1,,1,1\n0,2,0,1\n0,4,0,2\n", "contains a NA"),
        ("case,parity,induced,spontaneous\n1,two,1,1\n0,2,0,1\n", "requires numeric"),
        ("case,parity,induced,spontaneous\n1,inf,1,1\n0,2,0,1\n", "missing value where"),
    ],
)
def test_bad_data_is_one_clear_line(content, message, tmp_path, capsys) -> None:
    file = tmp_path / "bad.csv"
    if content is not None:
        file.write_text(content)
    assert main(["lecture", "--data", str(file)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Error: ")
    assert message in captured.err
    assert "Traceback" not in captured.err


def test_a_net_that_stops_early_still_gives_the_whole_comparison(tmp_path, capsys) -> None:
    infert = rnet.data("infert")
    infert["parity"] *= 1e8
    file, picture = tmp_path / "wild.csv", tmp_path / "wild.png"
    infert.to_csv(file, index=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["rnet.lecture"], "neuralnet", partial(rnet.neuralnet, stepmax=20))
        answer = run_json(capsys, "--data", str(file), "--plot", str(picture))
        assert main(["lecture"]) == 0
    assert answer["converged"] is False
    assert answer["tables"]["neuralnet"] is None
    assert answer["comparison"]["neuralnet"]["accuracy"] is None
    assert answer["comparison"]["glm"]["parameters"] == 4
    assert picture.read_bytes().startswith(b"\x89PNG")
    captured = capsys.readouterr()
    assert "did not converge" in captured.out
    assert "\nneuralnet " in captured.out
    assert captured.err.startswith(
        "Warning: Algorithm did not converge in 1 of 1 repetition(s) within the stepmax.\n"
    )


def test_warnings_come_without_a_line_of_source(tmp_path, capsys) -> None:
    file = tmp_path / "constant.csv"
    rnet.data("infert").assign(induced=1).to_csv(file, index=False)
    assert main(["lecture", "--data", str(file)]) == 0
    assert capsys.readouterr().err == (
        "Warning: Variable(s) ‘induced’ constant. Cannot scale data.\n"
        "No column at all is scaled now, nor a numeric response: leave out ‘induced’.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_clear_line() -> None:
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "rnet.cli", "translate", str(LECTURE)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert answer.returncode != 0
    assert answer.stderr == "Error: cannot write the output: No space left on device\n"


def test_the_installed_command_answers() -> None:
    environment = {**os.environ, "PYTHONWARNINGS": "error::DeprecationWarning:rnet"}
    answer = subprocess.run(
        [sys.executable, "-m", "rnet.cli", "--version"],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    assert answer.stdout.strip() == f"rnet {rnet.__version__}"
