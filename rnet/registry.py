"""The one table of R names: which function of which R package is which name in rnet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One R function that rnet answers to.

    Attributes
    ----------
    r_name : str
        The name in R; empty for a name that is rnet's own.
    package : str
        The R package ("base", "stats", "neuralnet", "e1071", ...); "rnet" for rnet's own.
    name : str
        The name in rnet.
    note : str
        What to know when coming from R; may be empty.
    """

    r_name: str
    package: str
    name: str
    note: str = ""


def _same(package: str, *r_names: str) -> tuple[Entry, ...]:
    return tuple(Entry(r_name, package, r_name.replace(".", "_")) for r_name in r_names)


ENTRIES: tuple[Entry, ...] = (
    Entry("stop", "base", "RError", "the exception every error of rnet is"),
    Entry("warning", "base", "RWarning", "the category of every warning of rnet"),
    Entry("NA", "base", "NA", "R's missing double; pandas' own missing values also print NA"),
    Entry("matrix", "base", "named_matrix", "a matrix with dimnames; without them use NumPy"),
    *_same("base", "options"),
    Entry("help", "utils", "help", "also finds a function by its R name; `?svm` works in IPython"),
    Entry("", "rnet", "lecture", "the comparison `rnet lecture` prints, as a record"),
    Entry("print", "base", "show", "prints any object; strings as R's console does, quoted"),
    Entry("capture.output", "utils", "format_r", "the text `show` prints, as one string"),
    Entry("data", "utils", "data", "returns the data set; R assigns it to its name"),
    Entry("sessionInfo", "utils", "session_info"),
    *_same("stats", "lm", "glm", "deviance", "df.residual", "family", "nobs", "logLik"),
    *_same("stats", "AIC", "BIC", "vcov", "confint"),
    *_same("stats", "anova", "sigma", "printCoefmat", "drop1", "add1", "extractAIC", "step"),
    Entry("update", "stats", "update", "uses the data of the old fit, not what its name holds now"),
    *_same("stats", "confint.default", "naprint", "na.action", "formula", "effects", "weights"),
    Entry("labels", "base", "labels", "of a fit: the labels of its terms"),
    *_same("stats", "variable.names", "case.names", "alias"),
    Entry("kappa", "base", "kappa", "of a fit; of a matrix use `numpy.linalg.cond`"),
    *_same("stats", "hatvalues", "cooks.distance", "rstandard", "rstudent", "dffits", "dfbeta"),
    *_same("stats", "dfbetas", "covratio", "lm.influence", "influence.measures"),
    *_same("stats", "binomial", "gaussian", "poisson", "Gamma", "inverse.gaussian"),
    *_same("stats", "quasi", "quasibinomial", "quasipoisson", "glm.control"),
    *_same("stats", "predict", "coef", "fitted", "residuals"),
    Entry("summary", "base", "summary"),
    Entry("plot", "base", "plot", "returns the matplotlib figure"),
    *_same("base", "set.seed", "RNGkind", "RNGversion", "sample", "sample.int"),
    Entry(".Random.seed", "base", "random_seed", "the state as an int32 array"),
    Entry(".Random.seed<-", "base", "set_random_seed", "assigning `.Random.seed`"),
    *_same(
        "stats",
        "runif",
        "rnorm",
        "rlnorm",
        "rcauchy",
        "rlogis",
        "rexp",
        "rgamma",
        "rweibull",
        "rbeta",
        "rchisq",
        "rt",
        "rf",
        "rbinom",
        "rgeom",
        "rnbinom",
        "rhyper",
        "rsignrank",
        "rwilcox",
        "rmultinom",
        "r2dtable",
    ),
    Entry("rpois", "stats", "rpois", "`lambda` is `lambda_`: Python keeps that word"),
    Entry("format", "base", "format", "format(date, '%d/%m/%y') works as in R"),
    *_same(
        "base", "formatC", "prettyNum", "sprintf", "strwrap", "paste", "paste0", "toString", "cat"
    ),
    *_same("base", "nchar"),
    *_same("stats", "xtabs", "ftable", "addmargins"),
    *_same("stats", "t.test", "kruskal.test", "bartlett.test", "p.adjust"),
    *_same("base", "prop.table", "proportions", "margin.table", "marginSums", "aperm", "t"),
    *_same("base", "as.table", "as.data.frame"),
    Entry("print.table", "base", "print_table", "for `digits`, `zero_print`, `na_print`"),
    Entry("", "rnet", "FlatTable", "the record `ftable` returns"),
    *_same("base", "table", "format.pval", "round", "signif", "zapsmall"),
    Entry("", "rnet", "Table", "the record `table` returns; make one from counts and labels"),
    *_same("stats", "model.frame", "model.matrix", "terms", "reformulate"),
    Entry("as.formula", "stats", "as_formula", "formulas are strings; this makes the record"),
    Entry("update.formula", "stats", "update_formula"),
    *_same("stats", "contrasts", "contr.treatment", "contr.sum", "contr.helmert"),
    *_same("stats", "contr.poly", "contr.SAS"),
    *_same("stats", "na.omit", "na.exclude", "na.fail", "na.pass"),
    *_same("base", "all.vars"),
    *_same("e1071", "classAgreement", "matchClasses", "compareMatchedClasses", "permutations"),
    *_same("e1071", "cmeans"),
    *_same("e1071", "skewness", "kurtosis", "moment", "impute", "bincombinations"),
    *_same("e1071", "hamming.distance", "hamming.window", "hanning.window", "rectangle.window"),
    *_same("e1071", "sigmoid", "dsigmoid", "d2sigmoid"),
    *_same("e1071", "ddiscrete", "pdiscrete", "qdiscrete", "rdiscrete", "rwiener", "rbridge"),
    *_same("e1071", "scale_data_frame"),
    Entry("probplot", "e1071", "probplot", "`qdist` may be a name; the figure is a component"),
    *_same("e1071", "gknn"),
    *_same("e1071", "svm", "write.svm"),
    Entry("", "rnet", "read_svm", "reads the model files of write_svm, R's and LIBSVM's own"),
    *_same("e1071", "tune", "tune.control", "best.tune", "tune.svm", "best.svm"),
    *_same("e1071", "tune.nnet", "best.nnet", "tune.knn", "tune.gknn", "best.gknn"),
    Entry("tune.rpart", "e1071", "tune_rpart", "a tree of scikit-learn stands in for rpart"),
    Entry("best.rpart", "e1071", "best_rpart", "a tree of scikit-learn stands in for rpart"),
    Entry("knn", "class", "knn", "without `use.all = FALSE`; `prob` is `result.attrs['prob']`"),
    Entry("hsv_palette", "e1071", "hsv_palette", "`from` is `from_`: Python keeps that word"),
    *_same("e1071", "naiveBayes"),
    Entry("neuralnet", "neuralnet", "neuralnet", "printing shows the short text of R's print.nn"),
    Entry("compute", "neuralnet", "compute"),
    Entry("plotnet", "NeuralNetTools", "plotnet"),
    Entry("olden", "NeuralNetTools", "olden"),
    Entry("neuralweights", "NeuralNetTools", "neuralweights"),
    Entry("neuralskips", "NeuralNetTools", "neuralskips"),
    Entry("lekprofile", "NeuralNetTools", "lekprofile", "also works where R stops"),
    Entry("garson", "NeuralNetTools", "garson"),
    Entry("", "rnet", "load_nn", "reads what fit.save(path) wrote, and R's saveRDS of an nn"),
    Entry("gwplot", "neuralnet", "gwplot", "returns the matplotlib figure"),
    Entry("confidence.interval", "neuralnet", "confidence_interval", "corrected=True is right"),
    *_same("nnet", "nnet", "nnetHess", "class.ind", "multinom"),
    *_same("base", "max.col"),
    Entry("prediction", "neuralnet", "prediction", "corrected=True averages rightly"),
    Entry("confusionMatrix", "caret", "confusionMatrix", "levels that differ: a warning"),
    *_same("caret", "print.confusionMatrix", "sensitivity", "specificity", "posPredValue"),
    *_same("caret", "negPredValue", "precision", "recall", "F_meas"),
    *_same("caret", "postResample", "RMSE", "MAE", "R2"),
    Entry("createDataPartition", "caret", "createDataPartition", "positions count from 1"),
    Entry("", "rnet", "create_data_partition", "the same function as createDataPartition"),
    Entry("createFolds", "caret", "createFolds", "positions count from 1"),
    Entry("", "rnet", "create_folds", "the same function as createFolds"),
    *_same("caret", "createMultiFolds", "createResample"),
    Entry("roc", "pROC", "roc", "no smoothing, no bootstrap"),
    *_same("pROC", "auc", "ci.auc", "coords", "plot.roc"),
    Entry("roc.test", "pROC", "roc_test", "DeLong's test"),
    Entry("sample.split", "caTools", "sample_split", "without `group`"),
    *_same("caTools", "colAUC"),
    Entry("CrossTable", "gmodels", "CrossTable", "returned, not written; without `fisher`"),
    Entry("", "rnet", "cross_table", "the same function as CrossTable"),
)
