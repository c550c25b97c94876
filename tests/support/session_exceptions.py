"""The recorded steps that the evaluator does not show as R did, by cause and by file.

A place is `case:step`, `case@value` or, among recorded calls, `case:part`. The sessions of R 4.2
and R 4.6 have the same steps: the places hold for both.
"""

NOT_COVERED = "a function that rnet does not have"
OTHER_BUILD = "a warning that only R 4.2 itself gives, about its own code"
STAND_IN = "a tree of scikit-learn stands in for rpart's"
OTHER_ALGORITHM = "SciPy's L-BFGS-B; a root sought to 1.2e-4 only, by another step"
OTHER_LIBRARY = "a bug of glibc 2.36, R's printf: C says 1.00e+03"
CLEARER = "rnet answers where R ends with an internal error"
TEXT = "NaN in a column of a data frame is NA to pandas"

EXCEPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    NOT_COVERED: {
        "htest": ("var-bartlett-etc:17",),
        "inference": (
            "loess-smooth:1",
            "loess-smooth:2",
            "loess-smooth:4",
            "loess-smooth@fit",
            "loess-smooth:5",
            "loess-smooth:6",
            "loess-smooth:7",
        ),
        "multivariate": ("factanal:1", "factanal:2", "factanal@load", "factanal@uniq"),
        "misc": (
            "countpattern:call",
            "countpattern:text",
            "element:call",
            "element:text",
            "interpolate:call",
            "interpolate:text",
            "interpolate_const:call",
            "interpolate_const:text",
            "interpolate_err:call",
            "lca:call",
            "lca:text",
            "shortest:call",
            "shortest:text",
            "stft:call",
            "stft:text",
        ),
    },
    OTHER_BUILD: {
        "svm": (
            "air_default_na:call",
            "boston_nu_cross:call",
            "boston_sigma:call",
            "cats_reg_cross:call",
            "mtcars_nu_reg_cross:call",
        ),
    },
    STAND_IN: {
        "tune": (
            "rpart_cats:call",
            "rpart_cats:best.model.print",
            "rpart_iris:call",
            "rpart_iris:best.model.print",
        ),
    },
    OTHER_ALGORITHM: {
        "optim": ("optim-rosenbrock:7", "optim-rosenbrock@lbfgsb"),
        "several": ("several:39",),
    },
    OTHER_LIBRARY: {"format_functions": ('formatC(999.5, digits = 3, flag = "#"):1',)},
    CLEARER: {"tune": ("cats_random_one_param:call",)},
    TEXT: {
        "misc": ("scale_df:text",),
    },
}


def excepted(file: str) -> set[str]:
    """Return the places of a file that are excepted."""
    return {place for by_file in EXCEPTIONS.values() for place in by_file.get(file, ())}
