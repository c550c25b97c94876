# Correlations of series with themselves, moving averages, parts of a series.

acf <- function(x, lag.max = NULL, type = c("correlation", "covariance", "partial"), plot = TRUE,
                na.action = na.fail, demean = TRUE, ...) {
  type <- match.arg(type)
  if (type == "partial") {
    found <- pacf(x, lag.max = lag.max, plot = FALSE, na.action = na.action)
    found$series <- paste(deparse(substitute(x)), collapse = "")
    return(if (plot) invisible(found) else found)
  }
  series <- paste(deparse(substitute(x)), collapse = "")
  x <- without_missing(as.ts(x), na.action)
  speed <- frequency(x)
  x <- as.matrix(bare_values(x))
  if (!is.numeric(x)) stop("'x' must be numeric")
  n <- nrow(x)
  p <- ncol(x)
  if (is.null(lag.max)) lag.max <- floor(10 * (log10(n) - log10(p)))
  lag.max <- as.integer(min(lag.max, n - 1L))
  if (is.na(lag.max) || lag.max < 0) stop("'lag.max' must be at least 0")
  if (demean) x <- sweep(x, 2L, colMeans(x, na.rm = TRUE), check.margin = FALSE)
  values <- array(NA_real_, c(lag.max + 1L, p, p))
  lags <- array(0, c(lag.max + 1L, p, p))
  for (a in seq_len(p)) for (b in seq_len(p)) {
    lags[, a, b] <- (if (a > b) -1 else 1) * (0:lag.max) / speed
    for (k in 0:lag.max) {
      products <- x[(k + 1L):n, a] * x[1L:(n - k), b]
      used <- !is.na(products)
      values[k + 1L, a, b] <- sum(products[used]) / (sum(used) + k)
    }
  }
  if (type == "correlation") {
    sizes <- sqrt(vapply(seq_len(p), function(a) values[1L, a, a], 0))
    for (k in 0:lag.max + 1L) {
      shares <- matrix(values[k, , ], p, p) / outer(sizes, sizes)
      values[k, , ] <- pmax(-1, pmin(1, shares))
    }
  }
  found <- structure(list(acf = values, type = type, n.used = n, lag = lags, series = series,
                          snames = colnames(x)), class = "acf")
  if (plot) invisible(found) else found
}

without_missing <- function(x, na.action) {
  if (!anyNA(x) || identical(na.action, na.pass)) return(x)
  if (identical(na.action, na.fail)) stop("missing values in object", call. = FALSE)
  na.action(x)
}

bare_values <- function(x) {
  attr(x, "tsp") <- NULL
  class(x) <- setdiff(oldClass(x), c("mts", "ts", "matrix", "array"))
  x
}

pacf <- function(x, lag.max = NULL, plot = TRUE, na.action = na.fail, ...) {
  series <- paste(deparse(substitute(x)), collapse = "")
  x <- without_missing(as.ts(x), na.action)
  n <- NROW(x)
  if (is.null(lag.max)) lag.max <- floor(10 * log10(n))
  lag.max <- min(lag.max, n - 1)
  if (lag.max < 1) stop("'lag.max' must be at least 1")
  r <- acf(x, lag.max = lag.max, plot = FALSE, na.action = na.pass)$acf[-1L, 1L, 1L]
  # Durbin and Levinson
  values <- numeric(lag.max)
  phi <- numeric(0)
  for (k in seq_len(lag.max)) {
    before <- seq_len(k - 1L)
    values[k] <- if (k == 1L) r[1L] else
      (r[k] - sum(phi * r[k - before])) / (1 - sum(phi * r[before]))
    phi <- c(phi - values[k] * rev(phi), values[k])
  }
  found <- structure(list(acf = array(values, c(lag.max, 1L, 1L)), type = "partial", n.used = n,
                          lag = array(seq_len(lag.max) / frequency(x), c(lag.max, 1L, 1L)),
                          series = series, snames = NULL), class = "acf")
  if (plot) invisible(found) else found
}

ccf <- function(x, y, lag.max = NULL, type = c("correlation", "covariance"), plot = TRUE,
                na.action = na.fail, ...) {
  type <- match.arg(type)
  both <- without_missing(ts.intersect(as.ts(x), as.ts(y)), na.action)
  colnames(both) <- c(deparse(substitute(x))[1L], deparse(substitute(y))[1L])
  found <- acf(both, lag.max = lag.max, plot = FALSE, type = type)
  found$lag <- array(c(rev(found$lag[-1L, 2L, 1L]), found$lag[, 1L, 2L]), c(2 * dim(found$lag)[1L] - 1, 1L, 1L))
  found$acf <- array(c(rev(found$acf[-1L, 2L, 1L]), found$acf[, 1L, 2L]), dim(found$lag))
  found$snames <- paste(found$snames, collapse = " & ")
  found$series <- "X"
  if (plot) invisible(found) else found
}

print.acf <- function(x, digits = 3L, ...) {
  what <- c(correlation = "Autocorrelations", covariance = "Autocovariances",
            partial = "Partial autocorrelations")[[x$type]]
  cat("\n", what, " of series ", sQuote(x$series), ", by lag\n\n", sep = "")
  if (dim(x$acf)[2L] == 1L) {
    values <- x$acf[, 1L, 1L]
    if (x$type != "covariance") values <- round(values, digits)
    values <- format(values, digits = digits)
    names(values) <- format(x$lag[, 1L, 1L], digits = digits)
    print(values, quote = FALSE, ...)
  } else {
    texts <- array(paste0(format(round(x$acf, digits), digits = digits), " (",
                          format(x$lag, digits = digits), ")"), dim(x$acf))
    for (j in seq_len(dim(x$acf)[2L])) {
      cells <- matrix(texts[, , j], ncol = dim(x$acf)[3L])
      dimnames(cells) <- list(rep("", nrow(cells)), x$snames)
      cat(", , ", x$snames[j], "\n\n", sep = "")
      print(cells, quote = FALSE, ...)
      cat("\n")
    }
  }
  invisible(x)
}
plot.acf <- function(x, ...) invisible()

# dplyr has a function of the same name; `filter` of anything but a data frame is this one.
stats.filter <- function(x, filter, method = c("convolution", "recursive"), sides = 2L,
                         circular = FALSE, init = NULL) {
  method <- match.arg(method)
  own <- if (is.null(attr(x, "tsp"))) c(1, NROW(x), 1) else attr(x, "tsp")
  plain <- bare_values(x)
  one <- function(v) {
    v <- as.double(v)
    n <- length(v)
    p <- length(filter)
    if (method == "convolution") {
      ahead <- if (sides == 2L) p %/% 2L else 0L
      places <- outer(seq_len(n) + ahead, seq_len(p) - 1L, `-`)
      if (circular) places <- (places - 1L) %% n + 1L
      places[places < 1L | places > n] <- NA
      return(as.vector(matrix(v[places], n) %*% filter))
    }
    past <- c(rev(if (is.null(init)) rep(0, p) else rep_len(init, p)), v)
    for (i in seq_len(n)) past[p + i] <- past[p + i] + sum(filter * past[p + i - seq_len(p)])
    past[p + seq_len(n)]
  }
  found <- if (is.matrix(plain)) apply(plain, 2L, one) else one(plain)
  attr(found, "tsp") <- own
  class(found) <- if (is.matrix(found)) c("mts", "ts") else "ts"
  found
}

decompose <- function(x, type = c("additive", "multiplicative"), filter = NULL) {
  type <- match.arg(type)
  period <- frequency(x)
  n <- length(x)
  if (period <= 1 || length(na.omit(x)) < 2 * period)
    stop("time series has no or less than 2 periods")
  if (is.null(filter))
    filter <- if (!period %% 2) c(0.5, rep_len(1, period - 1), 0.5) / period
              else rep_len(1, period) / period
  trend <- stats.filter(x, filter)
  rest <- if (type == "additive") x - trend else x / trend
  start <- cycle(x)[1L]
  place <- (seq_len(n) - 1L) %% period + 1L
  figure <- vapply(seq_len(period), function(k) mean(as.vector(rest)[place == k], na.rm = TRUE), 0)
  figure <- if (type == "additive") figure - mean(figure) else figure / mean(figure)
  seasonal <- ts(rep_len(figure, n), start = start(x), frequency = period)
  random <- if (type == "additive") x - seasonal - trend else x / seasonal / trend
  structure(list(x = x, seasonal = seasonal, trend = trend, random = random, figure = figure,
                 type = type), class = "decomposed.ts")
}
plot.decomposed.ts <- function(x, ...) invisible()
