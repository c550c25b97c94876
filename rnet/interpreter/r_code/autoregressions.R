# Autoregressive models by the equations of Yule and Walker, and what comes out of ARMA models.

ar <- function(x, aic = TRUE, order.max = NULL, method = c("yule-walker", "burg", "ols", "mle", "yw"),
               na.action = na.fail, series = deparse1(substitute(x)), ...) {
  method <- match.arg(method)
  made <- switch(method, yw = , `yule-walker` = ar.yw(x, aic = aic, order.max = order.max, series = series, ...),
    burg = ar.burg(x, aic = aic, order.max = order.max, series = series, ...),
    stop(gettextf("method \"%s\" is not covered in ar()", method), call. = FALSE))
  made$call <- match.call()
  made
}
ar_made <- function(order, ar, var.pred, mean, xaic, n, order.max, partial, residuals, method, series, f, asy = NULL) {
  made <- structure(list(order = order, ar = ar, var.pred = var.pred, x.mean = mean, aic = xaic, n.used = n, n.obs = n,
                 order.max = order.max, partialacf = array(partial, c(length(partial), 1L, 1L)), resid = residuals,
                 method = method, series = series, frequency = f), class = "ar")
  made$call <- sys.call(-1L)
  if (!is.null(asy)) made$asy.var.coef <- asy
  made
}
ar_residuals <- function(values, coefficients, x) {
  order <- length(coefficients)
  n <- length(values)
  found <- values
  if (order) {
    found <- rep(NA_real_, n)
    at <- (order + 1L):n
    expected <- 0
    for (k in seq_len(order)) expected <- expected + coefficients[k] * values[at - k]
    found[at] <- values[at] - expected
  }
  if (is.ts(x)) ts(found, start = tsp(x)[1L], frequency = tsp(x)[3L]) else found
}
ar.yw <- function(x, aic = TRUE, order.max = NULL, na.action = na.fail, demean = TRUE, series = NULL, ...) {
  if (is.null(series)) series <- deparse1(substitute(x))
  if (is.matrix(x) && ncol(x) > 1L) stop("ar() of several series is not covered", call. = FALSE)
  values <- as.double(x)
  if (anyNA(values)) stop("NAs in 'x'")
  n <- length(values)
  f <- if (is.ts(x)) frequency(x) else 1
  mean <- if (demean) mean(values) else 0
  values <- values - mean
  most <- if (is.null(order.max)) min(n - 1L, floor(10 * log10(n))) else floor(order.max)
  if (most < 1L) stop("'order.max' must be >= 1")
  if (most >= n) stop("'order.max' must be < 'n.used'")
  cov <- vapply(0:most, function(k) sum(values[seq_len(n - k)] * values[k + seq_len(n - k)]) / n, 0)
  if (cov[1L] == 0) stop("zero-variance series")
  # Levinson and Durbin
  rows <- matrix(0, most, most)
  variance <- cov[1L]
  variances <- numeric(most)
  partial <- numeric(most)
  for (k in seq_len(most)) {
    before <- if (k > 1L) rows[k - 1L, seq_len(k - 1L)] else numeric()
    share <- (cov[k + 1L] - sum(before * cov[k:2][seq_along(before)])) / variance
    rows[k, k] <- share
    if (k > 1L) rows[k, seq_len(k - 1L)] <- before - share * rev(before)
    variance <- variance * (1 - share^2)
    variances[k] <- variance
    partial[k] <- share
  }
  all <- c(cov[1L], variances)
  criterion <- n * log(all) + 2 * (0:most) + 2 * demean
  xaic <- setNames(if (aic) criterion - min(criterion) else criterion - min(criterion), 0:most)
  order <- if (aic) (0:most)[xaic == 0][1L] else most
  coefficients <- if (order) rows[order, seq_len(order)] else numeric()
  var.pred <- all[order + 1L] * n / (n - (order + 1))
  ar_made(order, coefficients, var.pred, mean, xaic, n, most, partial, ar_residuals(values, coefficients, x),
          "Yule-Walker", series, f, if (order) solve(toeplitz(cov[seq_len(order)])) * var.pred / n)
}
ar.burg <- function(x, aic = TRUE, order.max = NULL, na.action = na.fail, demean = TRUE, series = NULL, var.method = 1L, ...) {
  if (is.null(series)) series <- deparse1(substitute(x))
  values <- as.double(x)
  if (anyNA(values)) stop("NAs in 'x'")
  n <- length(values)
  f <- if (is.ts(x)) frequency(x) else 1
  mean <- if (demean) mean(values) else 0
  values <- values - mean
  most <- if (is.null(order.max)) min(n - 1L, floor(10 * log10(n))) else floor(order.max)
  ahead <- back <- values
  variance <- sum(values^2) / n
  all <- variance
  rows <- matrix(0, most, most)
  partial <- numeric(most)
  for (k in seq_len(most)) {
    at <- (k + 1L):n
    u <- ahead[at]
    v <- back[at - 1L]
    share <- 2 * sum(u * v) / sum(u^2 + v^2)
    before <- if (k > 1L) rows[k - 1L, seq_len(k - 1L)] else numeric()
    rows[k, k] <- share
    if (k > 1L) rows[k, seq_len(k - 1L)] <- before - share * rev(before)
    ahead[at] <- u - share * v
    back[at] <- v - share * u
    variance <- variance * (1 - share^2)
    all <- c(all, variance)
    partial[k] <- share
  }
  criterion <- n * log(all) + 2 * (0:most) + 2 * demean
  xaic <- setNames(criterion - min(criterion), 0:most)
  order <- if (aic) (0:most)[xaic == 0][1L] else most
  coefficients <- if (order) rows[order, seq_len(order)] else numeric()
  ar_made(order, coefficients, all[order + 1L], mean, xaic, n, most, partial, ar_residuals(values, coefficients, x),
          "Burg", series, f)
}
print.ar <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  cat("\nCall:\n", deparse(x$call), "\n\n", sep = "")
  if (x$order > 0L) {
    cat("Coefficients:\n")
    spaced_numbers(round(x$ar, digits = digits), seq_len(x$order))
  }
  cat("\nOrder selected", x$order, " sigma^2 estimated as ", format(x$var.pred, digits = digits))
  cat("\n")
  invisible(x)
}
# A vector with names, two blanks between its columns.
spaced_numbers <- function(values, names) {
  texts <- format(values)
  wide <- max(nchar(texts), nchar(names))
  each <- max(1L, getOption("width") %/% (wide + 2L))
  for (first in seq(1L, length(texts), each)) {
    at <- first:min(first + each - 1L, length(texts))
    cat(formatC(names[at], width = wide), "", sep = "  ")
    cat("\n")
    cat(formatC(texts[at], width = wide), "", sep = "  ")
    cat("\n")
  }
}
residuals.ar <- function(object, ...) object$resid
predict.ar <- function(object, newdata, n.ahead = 1L, se.fit = TRUE, ...) {
  series <- if (missing(newdata)) eval.parent(str2lang(object$series)) else newdata
  values <- as.double(series)
  n <- length(values)
  order <- object$order
  moved <- c(values - object$x.mean, numeric(n.ahead))
  for (t in n + seq_len(n.ahead))
    moved[t] <- if (order) sum(object$ar * moved[t - seq_len(order)]) else 0
  from <- if (is.ts(series)) tsp(series)[2L] + 1 / tsp(series)[3L] else n + 1
  f <- if (is.ts(series)) tsp(series)[3L] else 1
  pred <- ts(moved[n + seq_len(n.ahead)] + object$x.mean, start = from, frequency = f)
  if (!se.fit) return(pred)
  psi <- c(1, if (n.ahead > 1L) ARMAtoMA(object$ar, lag.max = n.ahead - 1L))
  list(pred = pred, se = ts(sqrt(object$var.pred * cumsum(psi[seq_len(n.ahead)]^2)), start = from, frequency = f))
}

ARMAtoMA <- function(ar = numeric(), ma = numeric(), lag.max) {
  psi <- numeric(lag.max)
  for (j in seq_len(lag.max)) {
    value <- if (j <= length(ma)) ma[j] else 0
    for (k in seq_len(min(j, length(ar)))) value <- value + ar[k] * (if (j == k) 1 else psi[j - k])
    psi[j] <- value
  }
  psi
}
# Brockwell and Davis, Time Series: Theory and Methods (1991), section 3.3.
ARMAacf <- function(ar = numeric(), ma = numeric(), lag.max = r, pacf = FALSE) {
  p <- length(ar)
  q <- length(ma)
  if (!p && !q) stop("empty model supplied")
  r <- max(p, q + 1)
  if (p > 0L) {
    if (r > 1L && r > p) {
      ar <- c(ar, numeric(r - p))
      p <- r
    }
    psi <- c(1, if (q) ARMAtoMA(ar, ma, q))
    theta <- c(1, ma)
    right <- vapply(0:p, function(k) if (k > q) 0 else sum(theta[(k + 1L):(q + 1L)] * psi[seq_len(q - k + 1L)]), 0)
    A <- matrix(0, p + 1L, p + 1L)
    for (k in 0:p) {
      A[k + 1L, k + 1L] <- A[k + 1L, k + 1L] + 1
      for (j in seq_len(p)) A[k + 1L, abs(k - j) + 1L] <- A[k + 1L, abs(k - j) + 1L] - ar[j]
    }
    gamma <- solve(A, right)
    rho <- gamma[-1L] / gamma[1L]
    if (lag.max > p) for (k in (p + 1L):lag.max) rho[k] <- sum(ar * c(if (k == p) 1, rho[k - seq_len(p)])[seq_len(p)])
  } else {
    theta <- c(1, ma)
    full <- vapply(0:q, function(k) sum(theta[seq_len(q + 1L - k)] * theta[k + seq_len(q + 1L - k)]), 0)
    rho <- (full / full[1L])[-1L]
    if (lag.max > q) rho <- c(rho, numeric(lag.max - q))
  }
  rho <- c(1, rho[seq_len(lag.max)])
  if (pacf) return(pacf_of(rho))
  setNames(rho, 0:lag.max)
}
pacf_of <- function(rho) {
  most <- length(rho) - 1L
  before <- numeric()
  variance <- 1
  vapply(seq_len(most), function(k) {
    share <- (rho[k + 1L] - sum(before * rho[k:2][seq_along(before)])) / variance
    before <<- c(before - share * rev(before), share)
    variance <<- variance * (1 - share^2)
    share
  }, 0)
}
arima.sim <- function(model, n, rand.gen = rnorm, innov = rand.gen(n, ...), n.start = NA,
                      start.innov = rand.gen(n.start, ...), ...) {
  if (!is.list(model)) stop("'model' must be list")
  if (n <= 0L) stop("'n' must be strictly positive")
  p <- length(model$ar)
  q <- length(model$ma)
  d <- 0L
  smallest <- 1
  if (p) {
    smallest <- min(Mod(polyroot(c(1, -model$ar))))
    if (smallest <= 1) stop("'ar' part of model is not stationary")
  }
  if (is.na(n.start)) n.start <- p + q + ifelse(p > 0, ceiling(6 / log(smallest)), 0)
  if (n.start < p + q) stop("burn-in 'n.start' must be as long as 'ar + ma'")
  if (!is.null(model$order)) {
    if (length(model$order) != 3L) stop("'model$order' must be of length 3")
    if (p != model$order[1L]) stop("inconsistent specification of 'ar' order")
    if (q != model$order[3L]) stop("inconsistent specification of 'ma' order")
    d <- model$order[2L]
    if (d != round(d) || d < 0) stop("number of differences must be a positive integer")
  }
  if (!missing(start.innov) && length(start.innov) < n.start)
    stop(sprintf(ngettext(n.start, "'start.innov' is too short: need %d point", "'start.innov' is too short: need %d points"), n.start), domain = NA)
  x <- c(start.innov[seq_len(n.start)], innov[seq_len(n)])
  if (q) {
    moved <- x
    for (k in seq_len(q)) moved <- moved + model$ma[k] * c(numeric(k), x[seq_len(length(x) - k)])
    moved[seq_len(q)] <- 0
    x <- moved
  }
  if (p) x <- .recursive.sum(x, model$ar)
  if (n.start > 0L) x <- x[-seq_len(n.start)]
  if (d > 0L) x <- diffinv(x, differences = d)
  ts(x)
}
diffinv <- function(x, lag = 1L, differences = 1L, xi, ...) {
  if (lag < 1L || differences < 1L) stop("bad value for 'lag' or 'differences'")
  if (missing(xi)) xi <- rep(0, lag * differences)
  values <- as.vector(x)
  if (differences > 1L) {
    first <- diff(xi, lag = lag, differences = 1L)
    values <- diffinv(diffinv(values, lag, differences - 1L, first), lag, 1L, xi[seq_len(lag)])
  } else {
    n <- length(values)
    values <- c(xi[seq_len(lag)], values)
    for (i in lag + seq_len(n)) values[i] <- values[i] + values[i - lag]
  }
  if (is.ts(x)) ts(values, frequency = frequency(x), end = tsp(x)[2L]) else values
}
convolve <- function(x, y, conj = TRUE, type = c("circular", "open", "filter")) {
  type <- match.arg(type)
  n <- length(x)
  own <- length(y)
  real <- is.numeric(x) && is.numeric(y)
  if (type == "circular") {
    if (own != n) stop("length mismatch in convolution")
  } else {
    x <- c(rep.int(0, own - 1), x)
    y <- c(y, rep.int(0, n - 1))
    n <- length(y)
  }
  z <- fft(fft(x) * (if (conj) Conj(fft(y)) else fft(y)), inverse = TRUE)
  found <- (if (real) Re(z) else z) / n
  if (type == "filter") found[own:(n - own + 1L)] else found
}
nextn <- function(n, factors = c(2, 3, 5)) {
  vapply(n, function(one) {
    repeat {
      rest <- one
      for (f in factors) while (rest %% f == 0) rest <- rest / f
      if (rest == 1) return(as.integer(one))
      one <- one + 1
    }
  }, 0L)
}
