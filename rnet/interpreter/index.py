"""Which module holds which base function; written by `python -m rnet.interpreter.print_index`."""

NAMES: dict[str, str] = {
    "functions.apply": "Map lapply map map_chr map_dbl map_int map_lgl mapply sapply vapply",
    "functions.attributes": "NCOL NROW attr attr<- attributes attributes<- class class<- colnames colnames<- dim dim<- dimnames dimnames<- inherits is.null length length<- lengths levels levels<- mostattributes<- names names<- ncol nlevels nrow oldClass oldClass<- row.names row.names<- rownames rownames<- setNames structure unclass unname",
    "functions.cat": "cat",
    "functions.conditions": "as.character.condition conditionCall conditionMessage errorCondition message packageStartupMessage signalCondition simpleCondition simpleError simpleMessage simpleWarning stop warning warningCondition warnings",
    "functions.control": "&& ( <- <<- = NextMethod Recall UseMethod break for force identity if ifelse invisible isFALSE isTRUE match.arg missing nargs next on.exit quote repeat return stopifnot switch while xor { || ~",
    "functions.environments": "...elt ...length ...names as.environment attach baseenv detach emptyenv environment environment<- environmentName globalenv list2env new.env parent.env parent.env<- search topenv",
    "functions.evaluation": "as.expression eval evalq expression local parse str2lang with.data.frame with.default with.environment with.list",
    "functions.factors": "Ops.factor Ops.ordered Summary.factor [.factor [<-.factor [[.factor [[<-.factor addNA as.factor as.ordered as.vector.factor cut droplevels factor findInterval gl interaction levels.default ordered relevel split.default unsplit",
    "functions.format": "format format.AsIs format.data.frame format.default format.factor format.noquote",
    "functions.formulas": "as.formula delete.response format.formula formula getCall print.formula update update.default update.formula",
    "functions.frame_printing": "print.data.frame",
    "functions.frames": "match.call parent.frame sys.call sys.calls sys.frame sys.frames sys.function sys.nframe sys.parent sys.parents",
    "functions.function_parts": "alist args arity as.function body body<- formalArgs formals formals<-",
    "functions.functional": "Compose Filter Find Negate Position Reduce Vectorize do.call match.fun",
    "functions.handlers": "computeRestarts geterrmessage invokeRestart suppressMessages suppressPackageStartupMessages suppressWarnings try tryCatch tryInvokeRestart withCallingHandlers withRestarts",
    "functions.language": "all.names all.vars as.call bquote call deparse deparse1 dput substitute",
    "functions.math": "Math.factor abs acos asin atan atan2 beta ceiling choose cos cosh cospi digamma exp expm1 factorial floor gamma lbeta lchoose lfactorial lgamma log log10 log1p log2 round sign signif sin sinh sinpi sqrt tan tanh tanpi trigamma trunc zapsmall",
    "functions.missing": "anyNA complete.cases is.finite is.infinite is.na is.na.data.frame is.nan na.omit na.omit.data.frame na.omit.default",
    "functions.model_printing": "print.TukeyHSD print.anova print.aov print.aovlist print.auc print.by print.ci.auc print.confusionMatrix print.dist print.ecdf print.family print.fclust print.ftable print.gknn print.glm print.hclust print.histogram print.htest print.infl print.integrate print.kmeans print.lda print.listof print.lm print.loadings print.logLik print.mlm print.multinom print.naiveBayes print.nls print.nn print.nnet print.pairwise.htest print.performance print.power.htest print.prcomp print.prediction print.princomp print.probplot print.qda print.rle print.roc print.rpart print.sessionInfo print.summary.aov print.summary.aovlist print.summary.glm print.summary.infl print.summary.lm print.summary.mlm print.summary.multinom print.summary.nnet print.summary.prcomp print.summary.svm print.summary.table print.summary.tune print.summaryDefault print.svm print.tables_aov print.terms print.ts print.tune",
    "functions.pasting": "paste paste0",
    "functions.printing": "noquote print print.condition print.default print.factor print.function print.noquote print.simple.list print.table toString toString.default",
    "functions.regex": "gregexpr grep grepl gsub regexec regexpr regmatches strsplit sub",
    "functions.sequences": "seq seq.default seq.int seq_along seq_len",
    "functions.strings": "abbreviate basename bitwAnd bitwOr bitwXor casefold chartr dQuote dirname encodeString endsWith file.path file_ext format.pval formatC gettextf intToUtf8 make.names make.unique nchar nzchar prettyNum rawToChar sQuote shQuote sprintf startsWith strrep strtoi strwrap substr substr<- substring tolower toupper trimws utf8ToInt",
    "functions.summaries": "all any cummax cummin cumprod cumsum max mean mean.default median median.default min pmax pmin prod range range.default sum",
    "functions.types": "I as.array as.character as.complex as.double as.integer as.list as.logical as.matrix as.name as.numeric as.pairlist as.symbol as.vector drop is.array is.atomic is.call is.character is.complex is.data.frame is.double is.element is.environment is.expression is.factor is.function is.integer is.language is.list is.logical is.matrix is.na<- is.name is.numeric is.object is.ordered is.pairlist is.primitive is.recursive is.symbol is.table is.vector mode mode<- storage.mode storage.mode<- typeof",
    "functions.variables": "assign bindingIsLocked delayedAssign eapply exists get get0 lockBinding lockEnvironment ls mget objects remove rm unlockBinding",
    "functions.vectors": "append c c.Date c.difftime c.factor character complex double head integer list logical numeric rep rep.int rep_int rep_len rev tail unlist vector",
    "index_code": "$ [ [[ getElement",
    "operators": "! != %% %/% & * + - / : < <= == > >= ^ |",
}
MODULES: dict[str, str] = {
    name: module for module, names in NAMES.items() for name in names.split()
}
