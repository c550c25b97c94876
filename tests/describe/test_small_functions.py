"""The small functions of e1071 beside recorded R: values, text, messages."""

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from oracles import load_json
from recorded import check, same

from rnet import (
    NA,
    RError,
    RWarning,
    bincombinations,
    d2sigmoid,
    data,
    ddiscrete,
    dsigmoid,
    format_r,
    hamming_distance,
    hamming_window,
    hanning_window,
    hsv_palette,
    impute,
    kurtosis,
    moment,
    named_matrix,
    options,
    pdiscrete,
    probplot,
    qdiscrete,
    rbridge,
    rdiscrete,
    rectangle_window,
    rwiener,
    scale_data_frame,
    set_seed,
    sigmoid,
    skewness,
)

mpl.use("Agg")
MISC = load_json("e1071/misc.json")["cases"]
MORE = load_json("e1071/small_more.json")
# The last bits of powers, exponentials and quantiles.
LAST_BITS = 2e-14

mtcars, airquality, iris, faithful, Boston = (
    data(name) for name in ("mtcars", "airquality", "iris", "faithful", "Boston")
)
mpg, ozone = mtcars["mpg"].to_numpy(), airquality["Ozone"].to_numpy()
air = airquality.iloc[:10, :4].set_axis([str(number) for number in range(1, 11)])
letters3 = named_matrix([[1, 0, 0], [1, 0, 1], [1, 1, 1]], list("abc"))
steps = np.arange(-3, 4)
MEASURES = {"skew": skewness, "kurt": kurtosis}


def of_column(name: str) -> Callable[[], float]:
    """Return the call behind ids such as `skew_mtcars_mpg_t1`."""
    measure, _, column = name.partition("_")
    code = MISC[name]["code"]
    frame, variable = code.partition("(")[2].partition("[[")[0], code.split('"')[1]
    kind = int(code.partition("type = ")[2][0])
    del column
    return lambda: MEASURES[measure](data(frame)[variable], type=kind)


CALLS: dict[str, Callable[[], Any]] = {
    "skew_na": lambda: skewness(ozone),
    "skew_narm": lambda: skewness(ozone, na_rm=True),
    "kurt_narm": lambda: kurtosis(ozone, na_rm=True, type=2),
    "kurt_na": lambda: kurtosis([1, NA]),
    "skew_const": lambda: skewness([2] * 5),
    "skew_two": lambda: skewness([1, 2], type=2),
    "kurt_three": lambda: kurtosis([1, 2, 5], type=2),
    "skew_badtype": lambda: skewness(range(1, 6), type=4),
    "kurt_three_t1": lambda: kurtosis([1, 2, 5], type=1),
    "skew_one": lambda: skewness(3),
    "skew_type_vector": lambda: skewness([1, 2, 9], type=1),
    "moment1": lambda: moment(mpg),
    "moment2c": lambda: moment(mpg, order=2, center=True),
    "moment3ca": lambda: moment(mpg, order=3, center=True, absolute=True),
    "moment_na": lambda: moment(ozone, 2),
    "moment_narm": lambda: moment(ozone, 2, na_rm=True),
    "moment_center_na": lambda: moment(ozone, 2, center=True, na_rm=True),
    "hamming_window_8": lambda: hamming_window(8),
    "hamming_window_1": lambda: hamming_window(1),
    "hamming_window_5": lambda: hamming_window(5),
    "hanning_window_8": lambda: hanning_window(8),
    "hanning_window_1": lambda: hanning_window(1),
    "rectangle_window_4": lambda: rectangle_window(4),
    "hamming_dist_vec": lambda: hamming_distance([1, 0, 1, 1], [1, 1, 0, 1]),
    "hamming_dist_mat": lambda: hamming_distance(letters3),
    "hamming_dist_chr": lambda: hamming_distance(["a", "b"], ["a", "c"]),
    "sigmoid": lambda: sigmoid(steps),
    "dsigmoid": lambda: dsigmoid(steps),
    "d2sigmoid": lambda: d2sigmoid(steps),
    "impute_median": lambda: impute(air),
    "impute_mean": lambda: impute(air, what="mean"),
    "bincombinations": lambda: bincombinations(3),
    "ddiscrete": lambda: ddiscrete(range(5), [0.1, 0.3, 0.6], values=[1, 2, 3]),
    "pdiscrete": lambda: pdiscrete(range(5), [1, 3, 6]),
    "qdiscrete": lambda: qdiscrete([0, 0.1, 0.5, 1], [0.1, 0.3, 0.6], values=list("abc")),
    "rdiscrete": lambda: rdiscrete(10, [0.1, 0.3, 0.6]),
    "rwiener": lambda: rwiener(frequency=20),
    "rbridge": lambda: rbridge(frequency=20),
    "scale_df": lambda: scale_data_frame(iris.iloc[:5]),
    "scale_df_false": lambda: scale_data_frame(iris.iloc[:3], center=False, scale=False),
    "scale_df_logical_col": lambda: scale_data_frame(
        pd.DataFrame({"a": [1, 2, 3, 4], "b": [True, False, True, True], "c": list("abcd")})
    ),
}
SHAPES = {
    name: of_column(name)
    for name, case in MISC.items()
    if name[:4] in MEASURES and '[["' in case["code"] and name not in CALLS
}


@pytest.mark.parametrize("name", [*CALLS, *SHAPES])
def test_recorded(name) -> None:
    recorded = MISC[name]
    call = {**CALLS, **SHAPES}[name]
    if recorded["seed"] is not None:
        set_seed(recorded["seed"])
    if recorded["error"] is not None:
        with pytest.raises(RError) as caught:
            call()
        assert caught.value.message == recorded["error"]
        assert caught.value.advice
        return
    found = call()
    if isinstance(found, pd.DataFrame) and "data_frame" in recorded["value"]:
        for column, value in recorded["value"]["columns"].items():
            labels = value["values"] if isinstance(value, dict) else value
            same(found[column], labels, LAST_BITS)
    else:
        same(found, recorded["value"], LAST_BITS)
    if name != "scale_df":  # a column of NaN alone is one of NA in pandas
        assert format_r(found) + "\n" == recorded["print"]


@pytest.mark.parametrize("name", ["skew_boston", "kurt_boston"])
def test_every_column(name) -> None:
    found = Boston.apply(MEASURES[name[:4]])
    same(found, MISC[name]["value"], LAST_BITS)
    assert format_r(found) + "\n" == MISC[name]["print"]


# Functions rnet does not have: helpers for arrays and graphs, and methods nobody teaches.
LEFT_OUT = {
    "countpattern", "element", "interpolate", "interpolate_const", "interpolate_err", "lca",
    "shortest", "stft",
}  # fmt: skip
ELSEWHERE = ("ca_", "mc_", "cmc_", "permutations", "gknn_", "cmeans_")


def test_every_recorded_case_is_asked() -> None:
    here = {*CALLS, *SHAPES, "skew_boston", "kurt_boston", "hsv_palette"}
    here |= {"scale_df_attr", "scale_df_vec", "probplot", "probplot_weibull"}
    others = {name for name in MISC if name.startswith(ELSEWHERE)}
    assert here | others | LEFT_OUT == set(MISC)


def test_palette() -> None:
    assert list(hsv_palette()(5)) == MISC["hsv_palette"]["value"]


def test_attributes_of_scaling() -> None:
    found = scale_data_frame(iris.iloc[:5]).attrs
    same(found, MISC["scale_df_attr"]["value"], LAST_BITS)


def test_numbers_as_center() -> None:
    numbers = [1, 2, 3, 4]
    with pytest.raises(RError, match="'length = 4' in coercion to 'logical"):
        scale_data_frame(iris.iloc[:5], center=numbers, scale=numbers)
    recorded = MISC["scale_df_vec"]
    with options(r_version="4.2"), pytest.warns(RWarning) as caught:
        found = scale_data_frame(iris.iloc[:5], center=numbers, scale=numbers)
    assert [one.message.message for one in caught] == recorded["warnings"]
    same(found.attrs, recorded["value"], LAST_BITS)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("probplot", lambda: probplot(mpg)),
        ("probplot_weibull", lambda: probplot(mpg, qdist="qweibull", shape=2)),
    ],
)
def test_probability_plots(name, call) -> None:
    found = call()
    assert format_r(found) + "\n" == MISC[name]["print"]
    same({"int": found["int"], "slope": found.slope}, MISC[name]["value"], LAST_BITS)
    lines = len(found.figure.axes[0].lines)
    found.lines(h=[0.5, 0.9], v=20)
    assert len(found.figure.axes[0].lines) == lines + 3


missing = [1, NA, 3, 4, 9]
flags = [True, False, True]
holes = np.array([[1, NA, 3], [NA, NA, NA]]).T
ab = ["a", "b"]
uv = pd.Categorical(["u", "v"])


def square(*cells: Any) -> np.ndarray:
    return np.reshape(np.array(cells), (2, 2), order="F")


def line_of(fit: Any) -> list[Any]:
    return [fit["int"], fit["slope"]]


FURTHER: dict[str, Callable[[], Any]] = {
    **{
        f"{measure.__name__}/{sample}{kind}": (
            lambda measure=measure, sample=sample, kind=kind: measure(
                missing if sample == "na" else faithful["eruptions"], na_rm=True, type=kind
            )
        )
        for measure in (skewness, kurtosis)
        for sample in ("na", "faithful")
        for kind in (1, 2, 3)
    },
    "skewness/logical": lambda: skewness(flags),
    "skewness/empty": lambda: skewness([]),
    "skewness/infinite": lambda: skewness([1, np.inf, 2]),
    "skewness/matrix": lambda: skewness(square(1, 2, 9, 4)),
    "skewness/nan": lambda: skewness([1, np.nan, 2]),
    "skewness/zero": lambda: skewness(range(1, 6), type=0),
    "kurtosis/empty": lambda: kurtosis([], type=1),
    "kurtosis/constant": lambda: kurtosis([5, 5]),
    "kurtosis/one": lambda: kurtosis(3),
    "moment/na": lambda: moment([1, 2, NA]),
    "moment/text": lambda: moment("a"),
    "moment/zero": lambda: moment(range(1, 5), order=0),
    "moment/half": lambda: moment([-1, 2], order=0.5),
    "moment/empty": lambda: moment([]),
    "moment/absolute": lambda: moment([1, 2, 3], order=2, absolute=True),
    "moment/inverse": lambda: moment([-1, 2, 3], order=-1),
    "moment/logical": lambda: moment(flags),
    "moment/matrix": lambda: moment(square(1, 2, 3, 4), 2),
    "hamming/na": lambda: hamming_distance([1, NA, 2], [1, 2, NA]),
    "hamming/text": lambda: hamming_distance(square("a", "b", "a", "c")),
    "hamming/alone": lambda: hamming_distance([1, 2]),
    "hamming/logical": lambda: hamming_distance(flags, [1, 0, 0]),
    "hamming/matrix_na": lambda: hamming_distance(square(1, NA, 1, 1)),
    **{
        f"window/{name}{n}": lambda function=function, n=n: function(n)
        for name, function in (("hamming", hamming_window), ("hanning", hanning_window))
        for n in (2, 7, 16)
    },
    "window/fraction": lambda: hanning_window(2.5),
    "window/rectangle": lambda: rectangle_window(2.7),
    "window/none": lambda: rectangle_window(0),
    "window/negative": lambda: rectangle_window(-1),
    "window/text": lambda: hamming_window("a"),
    "sigmoid/far": lambda: sigmoid([-1000, 0, 1000, NA, np.nan, np.inf]),
    "sigmoid/matrix": lambda: sigmoid(square(1, 2, 3, 4)),
    "sigmoid/text": lambda: sigmoid("a"),
    "sigmoid/named": lambda: sigmoid(pd.Series([1], index=["a"])),
    "sigmoid/slope": lambda: dsigmoid([-800, 800, NA, 0.3]),
    "sigmoid/curvature": lambda: d2sigmoid([-800, 800, np.inf, 0.3]),
    "impute/holes": lambda: impute(holes),
    "impute/holes_mean": lambda: impute(holes, what="mean"),
    "impute/unknown": lambda: impute(holes, what="foo"),
    "impute/frame": lambda: impute(pd.DataFrame({"a": [1, NA, 3], "b": [2, NA, 5]})),
    "impute/vector": lambda: impute([1, NA]),
    "impute/logical": lambda: impute(np.array([[1, NA, 0], [0, 1, 1]]).T),
    "impute/airquality": lambda: impute(airquality, what="mean"),
    "bin/none": lambda: bincombinations(0),
    "bin/negative": lambda: bincombinations(-1),
    "bin/five": lambda: bincombinations(5),
    "discrete/d": lambda: ddiscrete([1, 2], [1, 3]),
    "discrete/d_negative": lambda: ddiscrete(1, [-1, 2]),
    "discrete/d_lengths": lambda: ddiscrete(1, [1, 2], values=[1]),
    "discrete/d_na": lambda: ddiscrete([1, NA], [1, 2]),
    "discrete/d_zero": lambda: ddiscrete(1, [0, 0]),
    "discrete/d_order": lambda: ddiscrete([1, 2], [0.2, 0.8], values=[2, 1]),
    "discrete/d_factor": lambda: ddiscrete(pd.Categorical(["a"]), [0.5, 0.5], values=ab),
    "discrete/d_text": lambda: ddiscrete(["a", "z"], [0.25, 0.75], values=ab),
    "discrete/p": lambda: pdiscrete([0.5, 1.5, NA, np.inf], [0.2, 0.8]),
    "discrete/p_text": lambda: pdiscrete("a", [0.5, 0.5], values=ab),
    "discrete/p_order": lambda: pdiscrete([0, 2, 5, 7], [0.2, 0.8], values=[5, 2]),
    "discrete/p_negative": lambda: pdiscrete(1, [-1, 2]),
    "discrete/p_lengths": lambda: pdiscrete(1, [1, 2], values=[1]),
    "discrete/q": lambda: qdiscrete([-0.1, 0.3, 1.2, NA], [0.3, 0.7]),
    "discrete/q_edge": lambda: qdiscrete([0.3, 0.30000001], [0.3, 0.7]),
    "discrete/q_order": lambda: qdiscrete([0.1, 0.9], [0.2, 0.8], values=[2, 1]),
    "discrete/q_tenths": lambda: qdiscrete([0.1, 0.2, 0.3, 0.7, 0.8, 1], [0.1] * 10),
    "discrete/q_negative": lambda: qdiscrete(0.1, [-1, 2]),
    "discrete/q_lengths": lambda: qdiscrete(0.1, [1, 2], values=[1]),
    "discrete/q_factor": lambda: qdiscrete(0.6, [0.5, 0.5], values=uv),
    "discrete/r": lambda: rdiscrete(12, [0.2, 0.3, 0.1]),
    "discrete/r_text": lambda: rdiscrete(3, [0.2, 0.3], values=["u", "v"]),
    "discrete/r_factor": lambda: rdiscrete(2, [0.5, 0.5], values=uv),
    "discrete/r_lengths": lambda: rdiscrete(2, [1, 2], values=[1, 2, 3]),
    "discrete/r_none": lambda: rdiscrete(0, [1, 2]),
    "discrete/r_vector": lambda: rdiscrete([1, 2, 3], [1, 2]),
    "discrete/r_many": lambda: rdiscrete(300, range(1, 251)),
    "discrete/r_one": lambda: rdiscrete(3, 1, values=7),
    "wiener/quarters": lambda: rwiener(end=2, frequency=4),
    "wiener/months": lambda: rwiener(frequency=12),
    "wiener/fifths": lambda: rwiener(end=1.3, frequency=5),
    "wiener/yearly": lambda: rwiener(end=3, frequency=1),
    "wiener/fraction": lambda: rwiener(frequency=2.5),
    "wiener/long": rwiener,
    "wiener/none": lambda: rwiener(end=0),
    "wiener/negative": lambda: rwiener(end=-1),
    "wiener/text": lambda: rwiener(end="a"),
    "wiener/bridge": lambda: rbridge(end=2, frequency=3),
    "wiener/bridge_quarters": lambda: rbridge(end=1.5, frequency=4),
    "wiener/bridge_short": lambda: rbridge(end=0.5, frequency=10),
    "probplot/mpg": lambda: probplot(mpg),
    "probplot/few": lambda: probplot([3, 1, 7]),
    "probplot/exp": lambda: probplot(mpg, qdist="qexp", rate=2),
    "probplot/na": lambda: probplot([1, NA, 3]),
    "scale/constant": lambda: scale_data_frame(
        pd.DataFrame({"a": [1, 2, 3], "b": [1.0] * 3, "c": list("abc")})
    ),
    "scale/center": lambda: scale_data_frame(iris.iloc[:3], scale=False),
    "scale/scale": lambda: scale_data_frame(iris.iloc[:3], center=False),
    "scale/missing": lambda: scale_data_frame(
        pd.DataFrame({"a": [1, NA, 4], "b": pd.array([True, None, False], dtype="boolean")})
    ),
    "scale/matrix": lambda: scale_data_frame(square(1, 2, 4, 8)),
    "scale/vector": lambda: scale_data_frame([1, 2, 4]),
}
# Seeds of the script.
SEEDS = {
    name: int(seed)
    for seed, name in enumerate(
        ["discrete/r", "discrete/r_text", "discrete/r_factor", "discrete/r_many", "discrete/r_one"],
        start=2,
    )
} | {
    name: int(seed)
    for seed, name in enumerate(
        [
            "wiener/quarters", "wiener/months", "wiener/fifths", "wiener/yearly",
            "wiener/fraction", "wiener/long", "wiener/bridge", "wiener/bridge_quarters",
            "wiener/bridge_short",
        ],
        start=1,
    )
}  # fmt: skip
# R writes attributes of a matrix below it, and a column of NaN alone as NaN.
OTHER_TEXT = {"scale/matrix", "scale/vector", "scale/constant", "impute/holes_mean"}


def test_every_answer_is_asked() -> None:
    assert set(FURTHER) == set(MORE)


@pytest.mark.parametrize("name", list(FURTHER))
def test_further(name) -> None:
    check(
        MORE[name],
        FURTHER[name],
        seed=SEEDS.get(name),
        tolerance=LAST_BITS,
        numbers=numbers_of(name),
        text=name not in OTHER_TEXT,
    )


def numbers_of(name: str) -> Callable[[Any], Any] | None:
    if name.startswith("probplot/"):
        return line_of
    if name in ("scale/center", "scale/scale"):
        return lambda frame: [frame.iloc[:, :4], frame["Species"].cat.codes + 1]
    return None


@pytest.mark.parametrize(
    "call",
    [
        lambda: skewness("a"),
        lambda: kurtosis(pd.Categorical(["a"])),
        lambda: moment(iris),
        lambda: hamming_window(0),
        lambda: hamming_distance([1, 2, 3], [1, 2]),
        lambda: impute(iris),
        lambda: bincombinations(2.5),
        lambda: probplot(mpg, qdist="qfoo"),
        lambda: ddiscrete(1, "a"),
    ],
)
def test_nonsense_is_refused_with_advice(call) -> None:
    with pytest.raises(RError) as caught:
        call()
    assert caught.value.advice


def test_data_frame_as_matrix_where_r_fails() -> None:
    found = hamming_distance(pd.DataFrame({"a": [1, 2], "b": [2, 2]}, index=["x", "y"]))
    assert found.loc["x", "y"] == 1


def test_series_as_array() -> None:
    set_seed(1)
    path = rwiener(frequency=8)
    assert np.asarray(path).shape == (8,)
    assert path.tsp.tolist() == [0.125, 1.0, 8.0]
