# Small things of the session, of calls, of files' names, of colours.

callCC <- function(f) {
  value <- NULL
  answer <- list("callCC")
  tryCatch(f(function(v) {
    value <<- v
    stop(structure(class = c("callCC", "condition"), list(message = "", call = NULL)))
  }), callCC = function(c) value)
}
dynGet <- function(x, ifnotfound = stop(gettextf("%s not found", sQuote(x)), domain = NA), minframe = 1L, inherits = FALSE) {
  n <- sys.nframe() - 1L
  while (n >= minframe) {
    frame <- sys.frame(n)
    if (exists(x, envir = frame, inherits = inherits)) return(get(x, envir = frame, inherits = inherits))
    n <- n - 1L
  }
  ifnotfound
}
eval.parent <- function(expr, n = 1) {
  where <- parent.frame(n + 1)
  eval(expr, where)
}
enquote <- function(cl) as.call(list(quote(base::quote), cl))
provideDimnames <- function(x, sep = "", base = list(LETTERS), unique = TRUE) {
  sizes <- dim(x)
  names <- dimnames(x)
  if (is.null(names)) names <- vector("list", length(sizes))
  for (k in seq_along(sizes)) if (is.null(names[[k]])) {
    own <- base[[1L + (k - 1L) %% length(base)]]
    names[[k]] <- if (unique) make.unique(rep_len(own, sizes[k]), sep = sep) else rep_len(own, sizes[k])
  }
  dimnames(x) <- names
  x
}
pairlist <- function(...) list(...)
logb <- function(x, base = exp(1)) if (missing(base)) log(x) else log(x, base)
pmax.int <- function(..., na.rm = FALSE) pmax(..., na.rm = na.rm)
pmin.int <- function(..., na.rm = FALSE) pmin(..., na.rm = na.rm)
single <- function(length = 0L) structure(vector("double", length), Csingle = TRUE)
as.single <- function(x, ...) structure(as.double(x), Csingle = TRUE)
as.null <- function(x, ...) NULL
mtfrm <- function(x) if (is.object(x)) as.character(x) else x
is.R <- function() TRUE
format.info <- function(x, digits = NULL, nsmall = 0L) {
  if (is.character(x)) return(max(nchar(x, "w"), 0L))
  if (is.integer(x) || is.logical(x) || is.factor(x)) return(max(nchar(format(x)), 0L))
  texts <- format(x, digits = digits, nsmall = nsmall)
  width <- max(nchar(texts))
  scientific <- grepl("e", texts[1L], fixed = TRUE)
  mantissa <- sub("e.*", "", trimws(texts))
  decimals <- max(nchar(sub("^[^.]*[.]?", "", mantissa)))
  exponent <- if (scientific) max(1L, nchar(sub(".*e[+-]", "", texts[1L])) - 1L) else 0L
  c(width, decimals, as.integer(exponent))
}
withAutoprint <- function(exprs, evaluated = FALSE, local = parent.frame(), print. = TRUE, echo = TRUE, ...) {
  if (!evaluated) exprs <- substitute(exprs)
  parts <- if (is.call(exprs) && identical(exprs[[1L]], as.name("{"))) as.list(exprs)[-1L] else list(exprs)
  found <- list(value = NULL, visible = FALSE)
  for (part in parts) {
    if (echo) cat(paste0(c("> ", rep("+ ", 50L))[seq_along(deparse(part))], deparse(part)), sep = "\n")
    found <- withVisible(eval(part, local))
    if (print. && found$visible) print(found$value)
  }
  invisible(found)
}
sys.source <- function(file, envir = baseenv(), chdir = FALSE, keep.source = FALSE, ...) {
  for (part in parse(file)) eval(part, envir)
  invisible()
}
Sys.getpid <- function() .process.number()
Sys.info <- function() c(sysname = "Linux", release = "", version = "", nodename = "localhost",
                         machine = "x86_64", login = "user", user = "user", effective_user = "user")
Sys.timezone <- function(location = TRUE) {
  own <- Sys.getenv("TZ")
  if (nzchar(own)) own else "UTC"
}
Sys.glob <- function(paths, dirmark = FALSE) {
  unlist(lapply(paths, function(path) {
    where <- dirname(path)
    names <- list.files(where, pattern = glob2rx(basename(path)))
    if (where == ".") names else file.path(where, names)
  }))
}
nullfile <- function() "/dev/null"
loadedNamespaces <- function() c("compiler", "graphics", "utils", "grDevices", "stats", "datasets", "methods", "base")
isNamespaceLoaded <- function(name) as.character(name) %in% loadedNamespaces()
searchpaths <- function() search()
conflicts <- function(where = search(), detail = FALSE) character()
isS3stdGeneric <- function(f) {
  body <- body(f)
  while (is.call(body) && identical(body[[1L]], as.name("{"))) body <- body[[2L]]
  found <- is.call(body) && identical(body[[1L]], as.name("UseMethod"))
  if (found) names(found) <- body[[2L]]
  found
}
isS3method <- function(method, f, class, envir = parent.frame()) {
  if (!missing(method)) {
    parts <- strsplit(method, ".", fixed = TRUE)[[1L]]
    return(length(parts) > 1L && exists(method, envir = envir, mode = "function"))
  }
  exists(paste(f, class, sep = "."), envir = envir, mode = "function")
}
getS3method <- function(f, class, optional = FALSE, envir = parent.frame()) {
  name <- paste(f, class, sep = ".")
  if (exists(name, envir = envir, mode = "function")) return(get(name, envir = envir, mode = "function"))
  if (optional) return(NULL)
  stop(gettextf("S3 method '%s' not found", name), domain = NA)
}
getAnywhere <- function(x) get(if (is.character(x)) x else deparse(substitute(x)))
getFromNamespace <- function(x, ns, pos = -1, envir = NULL) get(x)
getExportedValue <- function(ns, name) get(name)
globalVariables <- function(names, package, add = TRUE) invisible(names)
suppressForeignCheck <- function(names, package, add = TRUE) invisible(names)
find <- function(what, mode = "any", numeric = FALSE, simple.words = TRUE) {
  if (exists(what, envir = globalenv(), inherits = FALSE)) ".GlobalEnv"
  else if (exists(what)) sub("namespace:", "package:", paste0("package:", "base"))
  else character()
}
apropos <- function(what, where = FALSE, ignore.case = TRUE, mode = "any") {
  own <- ls(globalenv())
  sort(own[grepl(what, own, ignore.case = ignore.case)])
}
file_test <- function(op, x, y) switch(op, `-f` = file.exists(x) & !dir.exists(x), `-d` = dir.exists(x),
  `-x` = file.exists(x), `-w` = file.exists(x), stop(gettextf("test '%s' is not available", op), domain = NA))
timestamp <- function(stamp = date(), prefix = "##------ ", suffix = " ------##", quiet = FALSE) {
  shown <- paste0(prefix, stamp, suffix)
  if (!quiet) cat(shown, sep = "\n")
  invisible(shown)
}
alarm <- function() {
  cat("\a")
  invisible()
}
Rprof <- function(...) invisible()
gctorture <- function(on = TRUE) invisible(FALSE)
gcinfo <- function(verbose) invisible(FALSE)
tracemem <- function(x) "<0x0>"
untracemem <- function(x) invisible()
setTimeLimit <- function(cpu = Inf, elapsed = Inf, transient = FALSE) invisible()
setSessionTimeLimit <- function(cpu = Inf, elapsed = Inf) invisible()
reg.finalizer <- function(e, f, onexit = FALSE) invisible()
flush.connection <- function(con) invisible()
read.delim2 <- function(file, header = TRUE, sep = "\t", quote = "\"", dec = ",", fill = TRUE, comment.char = "", ...)
  read.table(file, header = header, sep = sep, quote = quote, dec = dec, fill = fill, comment.char = comment.char, ...)
nclass.scott <- function(x) {
  width <- 3.5 * sqrt(var(x)) * length(x)^(-1/3)
  if (width > 0) max(1, ceiling(diff(range(x)) / width)) else 1L
}
nclass.FD <- function(x) {
  width <- 2 * IQR(x)
  if (width == 0) {
    share <- 1/4
    while (width == 0 && (share <- share / 2) >= 1/512) width <- diff(quantile(x, c(share, 1 - share), names = FALSE)) / (1 - 2 * share)
  }
  if (width == 0) width <- 3.5 * sqrt(var(x))
  if (width > 0) ceiling(diff(range(x)) / width * length(x)^(1/3)) else 1L
}
cm <- function(x) 2.54 * x
rgb2hsv <- function(r, g = NULL, b = NULL, maxColorValue = 255) {
  cells <- if (is.matrix(r)) r else rbind(r, g, b)
  names <- colnames(cells)
  found <- apply(cells / maxColorValue, 2L, function(v) {
    most <- max(v)
    spread <- most - min(v)
    hue <- if (spread == 0) 0
      else if (v[1L] == most) ((v[2L] - v[3L]) / spread) %% 6
      else if (v[2L] == most) 2 + (v[3L] - v[1L]) / spread
      else 4 + (v[1L] - v[2L]) / spread
    c(hue / 6, if (most == 0) 0 else spread / most, most)
  })
  dimnames(found) <- list(c("h", "s", "v"), names)
  found
}
trans3d <- function(x, y, z, pmat, continuous = FALSE, verbose = FALSE) {
  moved <- cbind(x, y, z, 1, deparse.level = 0L) %*% pmat
  list(x = moved[, 1L] / moved[, 4L], y = moved[, 2L] / moved[, 4L])
}
xy.coords <- function(x, y = NULL, xlab = NULL, ylab = NULL, log = NULL, recycle = FALSE, setLab = TRUE) {
  if (is.null(y)) {
    if (is.list(x) && !is.null(x$x) && !is.null(x$y)) return(list(x = as.double(x$x), y = as.double(x$y), xlab = xlab, ylab = ylab))
    if (is.matrix(x) || is.data.frame(x)) {
      x <- data.matrix(x)
      if (ncol(x) > 1L) return(list(x = as.double(x[, 1L]), y = as.double(x[, 2L]), xlab = colnames(x)[1L], ylab = colnames(x)[2L]))
    }
    return(list(x = if (is.ts(x)) as.vector(time(x)) else seq_along(x), y = if (is.ts(x)) as.vector(x) else as.double(x), xlab = if (is.null(xlab)) "Index" else xlab, ylab = ylab))
  }
  if (length(x) != length(y) && !recycle) stop("'x' and 'y' lengths differ")
  list(x = if (is.integer(x)) x else as.double(x), y = if (is.integer(y)) y else as.double(y), xlab = xlab, ylab = ylab)
}
determinant <- function(x, logarithm = TRUE, ...) {
  if (nrow(x) != ncol(x)) stop("'a' must be a square matrix")
  value <- det(x)
  size <- if (logarithm) structure(log(abs(value)), logarithm = TRUE) else structure(abs(value), logarithm = FALSE)
  structure(list(modulus = size, sign = if (value < 0) -1L else 1L), class = "det")
}
traceback <- function(x = NULL, max.lines = getOption("traceback.max.lines"), ...) {
  cat("No traceback available", "\n")
  invisible()
}
str2expression <- function(text) parse(text = text, keep.source = FALSE)
is.qr <- function(x) inherits(x, "qr")
qr.X <- function(qr, complete = FALSE, ncol = if (complete) nrow(qr$qr) else min(dim(qr$qr))) {
  cells <- qr.Q(qr) %*% qr.R(qr)
  cells[, qr$pivot] <- cells
  colnames(cells)[qr$pivot] <- colnames(qr$qr)
  cells[, seq_len(ncol), drop = FALSE]
}
La.svd <- function(x, nu = min(n, p), nv = min(n, p)) {
  x <- as.matrix(x)
  n <- nrow(x)
  p <- ncol(x)
  parts <- svd(x, nu, nv)
  made <- list(d = parts$d)
  if (nu) made$u <- parts$u
  if (nv) made$vt <- t(parts$v)
  made
}
na.contiguous <- function(object, ...) {
  known <- !is.na(as.vector(object))
  runs <- rle(known)
  ends <- cumsum(runs$lengths)
  best <- which(runs$values)[which.max(runs$lengths[runs$values])]
  if (!length(best)) stop("all times contain an NA")
  at <- (ends[best] - runs$lengths[best] + 1L):ends[best]
  if (is.ts(object)) window(object, start = time(object)[at[1L]], end = time(object)[at[length(at)]])
  else object[at]
}
