# Small functions of base, stats and utils that scripts use now and then.

as.hexmode <- function(x) structure(if (is.character(x)) strtoi(x, 16L) else as.integer(x), class = "hexmode")
format.hexmode <- function(x, width = NULL, upper.case = FALSE, ...) {
  digits <- if (upper.case) "%X" else "%x"
  texts <- sprintf(digits, as.integer(x))
  wide <- max(nchar(texts), width)
  texts <- paste0(strrep("0", wide - nchar(texts)), texts)
  attributes(texts) <- attributes(unclass(x))
  texts
}
as.character.hexmode <- function(x, ...) sprintf("%x", as.integer(x))
print.hexmode <- function(x, ...) {
  print(format(x), ...)
  invisible(x)
}

as.octmode <- function(x) structure(if (is.character(x)) strtoi(x, 8L) else as.integer(x), class = "octmode")
format.octmode <- function(x, width = NULL, ...) {
  texts <- sprintf("%o", as.integer(x))
  wide <- max(nchar(texts), width)
  paste0(strrep("0", wide - nchar(texts)), texts)
}
as.character.octmode <- function(x, ...) sprintf("%o", as.integer(x))
print.octmode <- function(x, ...) {
  print(format(x), ...)
  invisible(x)
}

mat.or.vec <- function(nr, nc) if (nc == 1L) numeric(nr) else matrix(0, nr, nc)
data.class <- function(x) {
  kind <- oldClass(x)
  if (length(kind)) return(kind[1L])
  if (is.matrix(x)) "matrix" else if (is.array(x)) "array" else if (is.numeric(x)) "numeric" else mode(x)
}
hasName <- function(x, name) match(name, names(x), nomatch = 0L) > 0L
comment <- function(x) attr(x, "comment")
`comment<-` <- function(x, value) {
  attr(x, "comment") <- value
  x
}
slice.index <- function(x, MARGIN) {
  d <- dim(x)
  array(rep.int(rep.int(seq_len(d[MARGIN]), prod(d[seq_len(MARGIN - 1L)]) * rep.int(1L, d[MARGIN])),
                prod(d[seq.int(from = MARGIN + 1L, length.out = length(d) - MARGIN)])), d)
}
list2DF <- function(x = list(), nrow = 0L) as.data.frame(x)
jitter <- function(x, factor = 1, amount = NULL) {
  if (!length(x)) return(x)
  if (!is.numeric(x)) stop("'x' must be numeric")
  z <- diff(range(x, na.rm = TRUE))
  if (z == 0) z <- abs(range(x, na.rm = TRUE)[1L])
  if (z == 0) z <- 1
  if (is.null(amount)) {
    d <- diff(unique(sort.int(round(x, 3 - floor(log10(z))))))
    d <- if (length(d)) min(d) else if (x[1L] != 0) x[1L] / 10 else z / 10
    amount <- factor / 5 * abs(d)
  } else if (amount == 0) amount <- factor * (z / 50)
  x + stats::runif(length(x), -amount, amount)
}
ppoints <- function(n, a = if (n <= 10) 3 / 8 else 1 / 2) {
  if (length(n) > 1L) n <- length(n)
  if (n > 0) (1L:n - a) / (n + 1 - 2 * a) else numeric()
}
toeplitz <- function(x, ...) {
  n <- length(x)
  matrix(x[abs(col(diag(n)) - row(diag(n))) + 1L], n, n)
}
extendrange <- function(x, r = range(x, na.rm = TRUE), f = 0.05) r + c(-f, f) * diff(r)
n2mfrow <- function(nr.plots, ...) {
  if (nr.plots <= 3) c(nr.plots, 1)
  else if (nr.plots <= 6) c((nr.plots + 1) %/% 2, 2)
  else if (nr.plots <= 12) c((nr.plots + 2) %/% 3, 3)
  else c(ceiling(sqrt(nr.plots)), ceiling(nr.plots / ceiling(sqrt(nr.plots))))
}
nclass.Sturges <- function(x) ceiling(log2(length(x)) + 1)

txtProgressBar <- function(min = 0, max = 1, initial = 0, char = "=", width = NA, title, label,
                           style = 1, file = "") {
  state <- new.env()
  state$value <- initial
  state$shown <- 0L
  width <- if (!is.na(width)) width else getOption("width") - (if (style == 3) 10L else 0L)
  width <- trunc(width / nchar(char))
  draw <- function(value) {
    state$value <- value
    share <- (value - min) / (max - min)
    if (style == 3) {
      done <- round(width * share)
      cat(paste0("\r  |", strrep(" ", width + 6)), file = file)
      cat(paste0("\r  |", strrep(char, done), strrep(" ", width - done),
                 sprintf("| %3d%%", round(100 * share))), file = file)
    } else {
      done <- round(width * share)
      if (done > state$shown) cat(strrep(char, done - state$shown), file = file)
      state$shown <- max(done, state$shown)
    }
  }
  if (style == 3) draw(initial)
  structure(list(getVal = function() state$value, up = draw, kill = function() cat("\n", file = file)),
            class = "txtProgressBar")
}
setTxtProgressBar <- function(pb, value, title = NULL, label = NULL) {
  before <- pb$getVal()
  pb$up(value)
  invisible(before)
}
getTxtProgressBar <- function(pb) pb$getVal()
close.txtProgressBar <- function(con, ...) {
  con$kill()
  invisible(NULL)
}

methods <- function(generic.function, class) {
  where <- parent.frame()
  names <- unique(c(ls(envir = where), ls(envir = globalenv())))
  names <- sort(Filter(function(name) is.function(get0(name, where)), names))
  by_class <- missing(generic.function)
  if (by_class) {
    if (!is.character(class)) class <- deparse(substitute(class))
    ends <- paste0(".", class)
    found <- names[endsWith(names, ends)]
    shown <- substring(found, 1L, nchar(found) - nchar(ends))
  } else {
    word <- if (is.character(generic.function)) generic.function else deparse(substitute(generic.function))
    shown <- found <- names[startsWith(names, paste0(word, "."))]
  }
  structure(found, info = shown, byclass = by_class, class = "MethodsFunction")
}
format.MethodsFunction <- function(x, ...) attr(x, "info")
print.MethodsFunction <- function(x, ...) {
  if (length(x)) {
    print(noquote(format(x)))
    cat("see '?methods' for accessing help and source code\n")
  } else cat("no methods found\n")
  invisible(x)
}

asplit <- function(x, MARGIN) {
  along <- dim(x)[MARGIN]
  found <- lapply(seq_len(along), function(i) if (MARGIN == 1L) x[i, ] else x[, i])
  names(found) <- dimnames(x)[[MARGIN]]
  array(found, along, if (is.null(names(found))) NULL else dimnames(x)[MARGIN])
}
type.convert <- function(x, na.strings = "NA", as.is = FALSE, dec = ".", ...) {
  if (is.list(x)) {
    x[] <- lapply(x, type.convert, na.strings = na.strings, as.is = as.is, dec = dec)
    return(x)
  }
  texts <- as.character(x)
  texts[texts %in% na.strings] <- NA
  known <- texts[!is.na(texts)]
  if (all(known %in% c("T", "F", "TRUE", "FALSE", "true", "false"))) return(as.logical(texts))
  numbers <- suppressWarnings(as.numeric(texts))
  if (!anyNA(numbers[!is.na(texts)])) {
    whole <- grepl("^ *[-+]?[0-9]+ *$", known)
    if (all(whole) && all(abs(numbers[!is.na(texts)]) < 2147483647)) return(as.integer(numbers))
    return(numbers)
  }
  if (as.is) texts else factor(texts)
}
bitwNot <- function(a) -1L - as.integer(a)
bitwShiftL <- function(a, n) as.integer(a) * as.integer(2^n)
bitwShiftR <- function(a, n) as.integer(a) %/% as.integer(2^n)
isa <- function(x, what) all(inherits(x, what, which = TRUE) > 0)
# Of one of several S3 classes; of values without a class also what their kinds extend.
is <- function(object, class2) {
  kinds <- class(object)
  extended <- list(numeric = "vector", integer = c("double", "numeric", "vector", "data.frameRowLabels"),
                   character = c("vector", "data.frameRowLabels", "SuperClassMethod"), logical = "vector",
                   list = "vector", complex = "vector", expression = "vector",
                   `function` = c("OptionalFunction", "PossibleMethod"), name = c("language", "refObject"),
                   call = "language", matrix = c("array", "structure", "vector"),
                   array = c("structure", "vector"), `NULL` = c("OptionalFunction", "optionalMethod"),
                   environment = "refObject", data.frame = c("list", "oldClass", "vector"),
                   factor = c("integer", "oldClass", "double", "numeric", "vector", "data.frameRowLabels"))
  if (missing(class2)) return(unique(c(kinds[1L], kinds[-1L], extended[[kinds[1L]]])))
  if (is.object(object)) return(inherits(object, class2))
  if (is.matrix(object)) kinds <- c("matrix", "array")
  else kinds <- c(kinds, extended[[kinds[1L]]], "ANY")
  class2 %in% kinds
}

as.roman <- function(x) {
  digits <- c(M = 1000L, CM = 900L, D = 500L, CD = 400L, C = 100L, XC = 90L, L = 50L, XL = 40L,
              X = 10L, IX = 9L, V = 5L, IV = 4L, I = 1L)
  one <- function(word) {
    found <- 0L
    word <- toupper(word)
    for (sign in names(digits)) while (startsWith(word, sign)) {
      found <- found + digits[[sign]]
      word <- substring(word, nchar(sign) + 1L)
    }
    if (nzchar(word)) NA_integer_ else found
  }
  numbers <- if (is.character(x)) vapply(x, one, 0L, USE.NAMES = FALSE) else as.integer(x)
  numbers[!is.na(numbers) & (numbers <= 0L | numbers >= 4000L)] <- NA
  structure(numbers, class = "roman")
}
as.character.roman <- function(x, ...) {
  digits <- c(M = 1000L, CM = 900L, D = 500L, CD = 400L, C = 100L, XC = 90L, L = 50L, XL = 40L,
              X = 10L, IX = 9L, V = 5L, IV = 4L, I = 1L)
  one <- function(n) {
    if (is.na(n)) return(NA_character_)
    text <- ""
    for (sign in names(digits)) while (n >= digits[[sign]]) {
      text <- paste0(text, sign)
      n <- n - digits[[sign]]
    }
    text
  }
  vapply(as.integer(unclass(x)), one, "")
}
format.roman <- function(x, ...) format(as.character(x), ...)
`[.roman` <- function(x, i) structure(unclass(x)[i], class = "roman")
rep.roman <- function(x, ...) structure(rep(unclass(x), ...), class = "roman")
Summary.roman <- function(..., na.rm = TRUE) {
  found <- get(.Generic, mode = "function")(unlist(lapply(list(...), unclass)), na.rm = na.rm)
  if (.Generic %in% c("max", "min", "range", "sum")) as.roman(found) else found
}
print.roman <- function(x, ...) {
  print(noquote(as.character(x)), ...)
  invisible(x)
}

replications <- function(formula, data = NULL, na.action) {
  if (is.data.frame(formula)) {
    data <- formula
    formula <- as.formula(paste("~", paste(names(data), collapse = "+")))
  }
  labels <- attr(terms(formula, data = data), "term.labels")
  counts <- lapply(labels, function(label) {
    parts <- strsplit(label, ":", fixed = TRUE)[[1L]]
    if (!all(vapply(data[parts], is.factor, NA))) return(NULL)
    unique(as.vector(table(data[parts])))
  })
  names(counts) <- labels
  counts <- Filter(Negate(is.null), counts)
  if (all(lengths(counts) == 1L)) unlist(counts) else counts
}

# MASS: random vectors of a multivariate normal distribution (Venables and Ripley, section 12.1)
mvrnorm <- function(n = 1, mu, Sigma, tol = 1e-06, empirical = FALSE, EISPACK = FALSE) {
  p <- length(mu)
  if (!all(dim(Sigma) == c(p, p))) stop("incompatible arguments")
  parts <- eigen(Sigma, symmetric = TRUE)
  values <- parts$values
  if (!all(values >= -tol * abs(values[1L]))) stop("'Sigma' is not positive definite")
  X <- matrix(stats::rnorm(p * n), n)
  if (empirical) {
    X <- scale(X, TRUE, FALSE)
    X <- X %*% svd(X, nu = 0)$v
    X <- scale(X, FALSE, TRUE)
  }
  X <- drop(mu) + parts$vectors %*% diag(sqrt(pmax(values, 0)), p) %*% t(X)
  labels <- names(mu)
  if (is.null(labels) && !is.null(dimnames(Sigma))) labels <- dimnames(Sigma)[[1L]]
  dimnames(X) <- list(labels, NULL)
  if (n == 1) drop(X) else t(X)
}

print.summary.ecdf <- function(x, ...) {
  cat(attr(x, "header"))
  statistics <- c(x)
  attr(statistics, "header") <- NULL
  class(statistics) <- c("summaryDefault", "table")
  print(statistics, ...)
  invisible(x)
}
