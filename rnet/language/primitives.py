"""The functions R has as primitives: its deparse writes an `if` inside their calls on one line."""

PRIMITIVES = frozenset(
    """
    != $ %% %*% %/% & && * + - ...elt ...length ...names .C .Call .Call.graphics .External
    .External.graphics .External2 .Fortran .Internal .Primitive .cache_class .class2
    .isMethodsDispatchOn .primTrace .primUntrace .subset .subset2 / : :: ::: < <= == > >= @ Arg
    Conj Im Mod Re UseMethod ^ abs acos acosh all any anyNA as.call as.character as.complex
    as.double as.environment as.integer as.logical as.numeric as.raw asin asinh atan atanh attr
    attr<- attributes attributes<- baseenv browser c call ceiling class class<- cos cosh cospi
    cummax cummin cumprod cumsum digamma dim dim<- dimnames dimnames<- emptyenv enc2native
    enc2utf8 environment<- exp expm1 expression floor forceAndCall gamma gc.time globalenv
    interactive invisible is.array is.atomic is.call is.character is.complex is.double
    is.environment is.expression is.finite is.function is.infinite is.integer is.language
    is.list is.logical is.matrix is.na is.name is.nan is.null is.numeric is.object is.pairlist
    is.raw is.recursive is.single is.symbol isS4 lazyLoadDBfetch length length<- levels<- lgamma
    list log log10 log1p log2 max min missing names names<- nargs nzchar oldClass oldClass<-
    on.exit pos.to.env proc.time prod quote range rep retracemem return round seq.int seq_along
    seq_len sign signif sin sinh sinpi sqrt standardGeneric storage.mode<- substitute sum switch
    tan tanh tanpi tracemem trigamma trunc unclass untracemem xtfrm | || ~
    """.split()  # noqa: SIM905 - a list of two hundred quoted names is harder to read
)
