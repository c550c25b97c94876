"""Which R class the results of rnet have."""

from collections.abc import Callable
from typing import Any

CLASSES: dict[str, tuple[str, ...]] = {
    "AOV": ("aov", "lm"),
    "AOVStrata": ("aovlist", "listof"),
    "Aliases": ("listof",),
    "CiAuc": ("ci.auc", "ci"),
    "ClassIntervals": ("array",),
    "ConfusionMatrix": ("confusionMatrix",),
    "Density": ("density",),
    "EmpiricalDistribution": ("ecdf", "stepfun", "function"),
    "Family": ("family",),
    "FuzzyClustering": ("fclust",),
    "GKNN": ("gknn",),
    "GLM": ("glm", "lm"),
    "HTest": ("htest",),
    "Hclust": ("hclust",),
    "Histogram": ("histogram",),
    "Importance": ("summary.prcomp",),
    "InfluenceMeasures": ("infl",),
    "InfluentialCases": ("summary.infl",),
    "Integral": ("integrate",),
    "KMeans": ("kmeans",),
    "LDA": ("lda",),
    "LM": ("lm",),
    "Loadings": ("loadings",),
    "MAOV": ("maov", "aov", "mlm", "lm"),
    "MLM": ("mlm", "lm"),
    "ModelTables": ("tables_aov", "list.of"),
    "Multinom": ("multinom", "nnet"),
    "NLS": ("nls",),
    "NN": ("nn",),
    "NaiveBayes": ("naiveBayes",),
    "PairwiseHTest": ("pairwise.htest",),
    "Perceptron": ("perceptron",),
    "Performance": ("performance",),
    "PowerHTest": ("power.htest",),
    "Prcomp": ("prcomp",),
    "Princomp": ("princomp",),
    "ProbabilityPlot": ("probplot",),
    "QDA": ("qda",),
    "ProfileGLM": ("profile.glm", "profile"),
    "Roc": ("roc",),
    "RocTest": ("htest",),
    "RunLengths": ("rle",),
    "ScoredPrediction": ("prediction",),
    "SummaryAOV": ("summary.aov", "listof"),
    "SummaryGLM": ("summary.glm",),
    "SummaryLM": ("summary.lm",),
    "SummaryMAOV": ("summary.aov", "listof"),
    "SummaryMLM": ("summary.mlm", "listof"),
    "SummaryMultinom": ("summary.multinom",),
    "SummaryNLS": ("summary.nls",),
    "SummaryNnet": ("summary.nnet",),
    "SummarySVM": ("summary.svm",),
    "SummaryStrata": ("summary.aovlist",),
    "SummaryTune": ("summary.tune",),
    "TableSummary": ("summary.table",),
    "TreeStandIn": ("rpart",),
    "TukeyDifferences": ("TukeyHSD", "multicomp"),
    "Tune": ("tune",),
    "TuneControl": ("tune.control",),
    "DummyVars": ("dummyVars",),
    "FlatTable": ("ftable",),
    "By": ("by",),
    "SessionInfo": ("sessionInfo",),
}
METHOD_CLASSES = frozenset(kind for own in CLASSES.values() for kind in own) | {"svm", "nnet"}
"""Classes for whose methods the generic function stands when they are called by name."""


def _by_formula(name: str) -> Callable[[Any], tuple[str, ...]]:
    def classes(record: Any) -> tuple[str, ...]:
        formula = getattr(record, "terms", None) is not None
        return (f"{name}.formula", name) if formula else (name,)

    return classes


def _of_test(record: Any) -> tuple[str, ...]:
    return ("ks.test", "htest") if "Kolmogorov-Smirnov" in record.method else ("htest",)


DECIDED: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "HTest": _of_test,
    "SVM": _by_formula("svm"),
    "Nnet": _by_formula("nnet"),
}


def classes_of_record(record: Any) -> tuple[str, ...]:
    """Return R's class attribute of a result of rnet."""
    name = type(record).__name__
    decide = DECIDED.get(name)
    if decide is not None:
        return decide(record)
    return CLASSES.get(name, (name,))
