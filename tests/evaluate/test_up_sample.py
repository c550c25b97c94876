"""caret's upSample and downSample; the answers are those of this script (caret 6.0-93, R 4.2.2):

x <- data.frame(q = 1:12); y <- factor(rep(c("a", "b", "c"), c(6, 4, 2)))
for (s in 1:4) { set.seed(s); print(upSample(x, y)$q); set.seed(s); print(downSample(x, y)$q)
                 print(runif(1)) }
"""

import pandas as pd
import pytest

import rnet

CASES = pd.DataFrame({"q": range(1, 13)})
CLASSES = pd.Categorical(list("aaaaaabbbbcc"))
OWN = {"a": [1, 2, 3, 4, 5, 6], "b": [7, 8, 9, 10], "c": [11, 12]}
# seed: added to b, added to c, drawn by downSample, the next runif
ANSWERS = {
    1: ([7, 10], [11, 11, 12, 11], [1, 4, 9, 7, 12, 11], 0.9446753),
    2: ([7, 9], [12, 12, 12, 12], [5, 1, 7, 10, 12, 11], 0.2388948),
    3: ([7, 8], [12, 11, 12, 12], [5, 2, 10, 9, 12, 11], 0.1246334),
    4: ([10, 9], [11, 11, 11, 12], [3, 6, 9, 10, 12, 11], 0.9060922),
}


@pytest.mark.parametrize(("seed", "answer"), ANSWERS.items())
def test_cases_and_stream_are_caret_s(seed, answer) -> None:
    to_b, to_c, fewer, following = answer
    rnet.set_seed(seed)
    up = rnet.upSample(CASES, CLASSES)
    assert up["q"].tolist() == [*OWN["a"], *OWN["b"], *to_b, *OWN["c"], *to_c]
    assert up["Class"].value_counts().tolist() == [6, 6, 6]
    rnet.set_seed(seed)
    down = rnet.downSample(CASES, pd.Series(CLASSES), list=True)
    assert down["x"]["q"].tolist() == fewer
    assert list(down["y"]) == list("aabbcc")
    assert rnet.runif(1)[0] == pytest.approx(following, abs=5e-8)


def test_names_and_what_is_no_factor() -> None:
    rnet.set_seed(1)
    assert list(rnet.downSample(CASES, CLASSES, yname="kind").columns) == ["q", "kind"]
    with pytest.warns(rnet.RWarning, match="Up-sampling requires a factor variable"):
        same = rnet.upSample(CASES, list(range(12)))
    assert same["x"] is CASES
