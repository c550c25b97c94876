"""Advice where a name is unknown: near names, and the package that would have it."""

from rnet.interpreter.environment import Environment
from rnet.interpreter.index import MODULES

ELSEWHERE: dict[str, str] = {
    name: package
    for package, names in {
        "randomForest": "randomForest varImpPlot importance tuneRF",
        "rpart": "rpart prune printcp plotcp rpart.control",
        "party": "ctree cforest",
        "kernlab": "ksvm kpca kkmeans",
        "ggplot2": "ggplot aes qplot geom_point geom_line geom_bar geom_histogram ggsave",
        "dplyr": "group_by left_join inner_join count distinct across case_when",
        "tidyr": "pivot_longer pivot_wider gather spread drop_na",
        "tibble": "tibble as_tibble glimpse",
        "caret": "train trainControl varImp",
        "xgboost": "xgboost xgb.train xgb.DMatrix",
        "gbm": "gbm gbm.perf",
        "glmnet": "glmnet cv.glmnet",
        "keras": "keras_model_sequential layer_dense compile",
        "h2o": "h2o.init h2o.deeplearning",
        "nnetpredint": "nnetPredInt",
        "data.table": "data.table fread fwrite setDT",
        "readr": "read_csv read_tsv write_csv",
        "readxl": "read_excel",
        "corrplot": "corrplot",
        "lattice": "xyplot bwplot histogram densityplot",
        "car": "vif Anova scatterplot",
        "psych": "describe pairs.panels",
    }.items()
    for name in names.split()
}
"""Functions that scripts often call and rnet does not have, with their packages."""


def advice_for(name: str) -> str | None:
    """Return what to try instead of an unknown function: near names, with their packages."""
    if name in ELSEWHERE:
        return f"{name}() belongs to the package {ELSEWHERE[name]}, which rnet does not cover here."
    packages = _packages()
    import difflib

    near = difflib.get_close_matches(name, list(packages), 3, 0.75)
    if not near:
        return None
    return f"Did you mean {' or '.join(_with_package(n, packages[n]) for n in near)}?"


def _packages() -> dict[str, str]:
    """Return the package of every known function, "base" for the evaluator's own."""
    from rnet.registry import ENTRIES

    own = dict.fromkeys(MODULES, "base")
    return own | {entry.r_name: entry.package for entry in ENTRIES if entry.r_name}


def package_of(name: str) -> str:
    """Return the package of a known function."""
    return _packages().get(name, "base")


def _with_package(name: str, package: str) -> str:
    return f"{name}()" if package in ("base", "rnet") else f"{name}() of {package}"


def advice_for_variable(name: str, environment: Environment) -> str | None:
    """Return what to try instead of an unknown variable."""
    known: set[str] = set()
    where: Environment | None = environment
    while where is not None:
        known |= set(where.variables)
        where = where.parent
    import difflib

    near = difflib.get_close_matches(name, sorted(known), 2, 0.75)
    return f"Did you mean {' or '.join(near)}?" if near else None
