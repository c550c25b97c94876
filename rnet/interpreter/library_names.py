"""What is particular to some of rnet's functions when R code calls them."""

# ruff: noqa: SIM905 - long lists of names read better as text
ALIASES = {
    "resid": "residuals",
    "coefficients": "coef",
    "fitted.values": "fitted",
    "optimise": "optimize",
    "ci": "ci.auc",
}
"""R's other names of the same functions."""
NOT_FUNCTIONS = frozenset(
    "stop warning NA matrix print capture.output data .Random.seed .Random.seed<-".split()
)
"""Names whose R function is not rnet's Python function: the evaluator has its own."""
INVISIBLE = frozenset(
    """set.seed RNGversion printCoefmat write.csv write.table write.svm save_model print.table
    cat str print.confusionMatrix stem probplot""".split()
)
"""Functions whose value is not printed."""
PRINT_THEMSELVES = frozenset({"CrossTable"})
"""Functions that print their result and return it silently."""
SPEAKING = frozenset("nn.train dbn.train dbn.dnn.train sae.dnn.train".split())
"""Functions that tell by messages what they do, in R always."""
QUIET_WITH_ARGUMENTS = frozenset({"RNGkind"})
"""Functions whose value is printed only where they are asked, not where they set something."""
PLOTS = frozenset(
    "plot gwplot plotnet biplot screeplot plot.roc plot.performance rect.hclust".split()
)
"""Functions that draw: their figures go where the session says, or nowhere."""
GENERICS = frozenset(
    """summary plot predict coef fitted residuals deviance df.residual family nobs logLik AIC BIC
    vcov confint anova sigma drop1 add1 extractAIC labels weights effects alias kappa
    hatvalues cooks.distance rstandard rstudent mean median quantile scale format str t aperm
    as.data.frame as.table by aggregate toString round signif rowsum weighted.mean case.names
    variable.names model.frame model.matrix terms naprint na.omit biplot screeplot hist
    tidy glance augment prediction compute loadings""".split()
)
"""Functions for which a class may have a method of its own."""
WRITTEN_CALLS = frozenset(
    """AIC BIC ecdf hist by glm.control binomial poisson gaussian Gamma inverse.gaussian quasi
    quasibinomial quasipoisson best.tune tune.control lda qda""".split()
)
"""Functions whose kept call stands as it was written, not completed with the names."""
SHOWN_AS = {
    "tune": "best.tune",
    "tune.svm": "best.svm",
    "tune.nnet": "best.nnet",
    "tune.gknn": "best.gknn",
    "tune.rpart": "best.rpart",
    "roc": "roc.default",
    "svm": "svm",
    "lda": "lda",
    "qda": "qda",
    "prcomp": "prcomp",
    "princomp": "princomp",
}
"""Functions whose kept call names another function."""
FUNCTIONS_AS_TEXT = {
    "neuralnet": ("err.fct", "act.fct", "output.act.fct"),
}
"""Arguments that rnet takes as the text of a function, to differentiate it."""
KEEP_DOUBLES = frozenset({"summary"})
"""Functions that tell a double without decimals from an integer."""
MATRICES_OF_FRAMES = frozenset("cmeans dist kmeans prcomp princomp mahalanobis scale".split())
"""Functions that take a data frame as a matrix, which has no row names if those only count."""
OF_NUMBERS = frozenset({"quantile", "var", "sd", "mad", "IQR", "fivenum"})
"""Functions for which a table is the numbers in it."""
