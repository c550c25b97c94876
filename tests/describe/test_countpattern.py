"""e1071's countpattern; the answers are those of R 4.2.2, e1071 1.7-13."""

import pandas as pd

import rnet


def test_counts_and_patterns() -> None:
    # countpattern(matrix(c(1, 1, 0, 1, 0, 0), ncol = 2), matching = TRUE)
    found = rnet.countpattern([[1, 1], [1, 0], [0, 0]], matching=True)
    assert found["pat"].to_dict() == {"00": 1, "01": 0, "10": 1, "11": 1}
    assert found["matching"].tolist() == [4, 3, 1]


def test_truth_values_and_other_numbers() -> None:
    frame = pd.DataFrame({"a": [1, 0], "b": [True, False]})
    assert rnet.countpattern(frame).tolist() == [1, 0, 0, 1]
    assert rnet.countpattern([[2, 2]]).tolist() == [0, 0, 0, 0]
