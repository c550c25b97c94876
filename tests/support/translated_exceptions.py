"""The recorded steps that their Python translation does not show as R did, by cause and by file.

Places are as in `session_exceptions`, whose steps are excepted here too.
"""

from session_exceptions import excepted

NO_SUCH_VALUE = "Python's value has no place for an attribute, a class or a missing name of R's"
PYTHON_S_WORDS = "the argument or the call that is shown is Python code, or no variable's name"
PYTHON_S_ERRORS = "an error of Python's own; no library to attach; no shortened argument names"
PYTHON_S_LISTS = "models and calls in a list that R code changes reach Python as dictionaries"
INVISIBLE = "Python shows what R only returns"

EXCEPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    NO_SUCH_VALUE: {
        "corners": (
            "dates_within_limits:6",
            "lists:6",
            "missing:11",
            "names_and_titles:14",
            "names_and_titles:15",
            "strings:6",
        ),
        "describe": (
            "desc-apply-aggregate:11",
            "desc-quantile-types:33",
            "desc-summary-numeric:13",
            "desc-summary-numeric:21",
            "desc-summary-numeric:22",
        ),
        "format_functions": ("prettyNum(NA_character_):1",),
        "hypothesis_tests": ("hypothesis_tests:8", "hypothesis_tests:38"),
        "models": ("predict_terms:7", "predict_terms:14", "predict_terms:16"),
        "modelmatrix": ("mm-terms:10",),
        "multivariate": ("svd-eigen-qr:1",),
        "print": (
            "print-factor:11",
            "print-factor:12",
            "print-list:14",
            "print-list:17",
            "print-list:18",
            "print-list:27",
            "print-list:28",
            "print-matrix:9",
            "print-matrix:23",
            "print-matrix:28",
            "print-vector-wrap:21",
        ),
        "rng": ("rng-kinds:1", "rng-kinds:4"),
    },
    PYTHON_S_WORDS: {
        "counts": ("counts:73",),
        "htest": ("pairwise-power:1", "pairwise-power:2", "shapiro:4"),
        "hypothesis_tests": (
            "hypothesis_tests:36",
            "hypothesis_tests:40",
            "hypothesis_tests:49",
            "hypothesis_tests:92",
        ),
        "lm": ("lm-names-methods:16",),
        "more_models": ("more_models:99", "more_models:103"),
        "proportions": ("proportions:11",),
        "scale": ("scale:4",),
    },
    PYTHON_S_ERRORS: {
        "bad_input": ("bad_input:68",),
        "errors": ("err-common:10", "err-common:43"),
        "hypothesis_tests": ("hypothesis_tests:75",),
    },
    PYTHON_S_LISTS: {"lm": ("lm-anscombe:3", "lm-anscombe:4", "lm-anscombe:6")},
    INVISIBLE: {"print": ("print-str:42",), "rng": ("rng-kinds:7",)},
}


def excepted_in_python(file: str) -> set[str]:
    """Return the places of a file that are excepted."""
    own = {place for by_file in EXCEPTIONS.values() for place in by_file.get(file, ())}
    return own | excepted(file)
