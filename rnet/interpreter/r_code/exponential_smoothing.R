# Exponential smoothing of Holt and Winters, and its forecasts.

HoltWinters <- function(x, alpha = NULL, beta = NULL, gamma = NULL, seasonal = c("additive", "multiplicative"),
                        start.periods = 2, l.start = NULL, b.start = NULL, s.start = NULL,
                        optim.start = c(alpha = 0.3, beta = 0.1, gamma = 0.1), optim.control = list()) {
  kept <- match.call()
  x <- as.ts(x)
  seasonal <- match.arg(seasonal)
  f <- frequency(x)
  has.trend <- !is.logical(beta) || beta
  has.season <- !is.logical(gamma) || gamma
  if (!is.null(alpha) && is.logical(alpha) && !alpha) stop("cannot fit models without level ('alpha' must not be 0 or FALSE).")
  if (has.season && start.periods < 2) stop("need at least 2 periods to compute seasonal start values")
  if (has.season && f < 2) stop("time series has no or less than 2 periods")
  values <- as.double(x)
  first <- if (has.trend && !has.season) 3L else if (has.season) f + 1L else 2L
  if (has.season) {
    used <- window(x, start = start(x), end = tsp(x)[1L] + (start.periods * f - 1) / f)
    parts <- decompose(ts(values[seq_len(start.periods * f)], start = start(x), frequency = f), seasonal)
    known <- which(!is.na(parts$trend))
    slope <- unname(coef(lm(as.vector(parts$trend)[known] ~ seq_along(known))))
    if (is.null(l.start)) l.start <- slope[1L]
    if (is.null(b.start) && has.trend) b.start <- slope[2L]
    if (is.null(s.start)) s.start <- as.vector(parts$figure)
  } else {
    if (is.null(l.start)) l.start <- if (has.trend) values[2L] else values[1L]
    if (is.null(b.start) && has.trend) b.start <- values[2L] - values[1L]
  }
  season <- if (has.season) s.start else 0
  rest <- values[first:length(values)]
  run <- function(a, b, g) .holt.winters(rest, l.start, if (has.trend) b.start else 0, season, a,
                                         if (has.trend) b, if (has.season) g, seasonal == "multiplicative")
  free <- c(alpha = is.null(alpha), beta = has.trend && is.null(beta), gamma = has.season && is.null(gamma))
  fixed <- c(alpha = if (is.null(alpha)) NA else alpha, beta = if (is.null(beta) || !has.trend) NA else beta,
             gamma = if (is.null(gamma) || !has.season) NA else gamma)
  placed <- function(p) {
    full <- fixed
    full[free] <- p
    full
  }
  loss <- function(p) {
    full <- placed(p)
    run(full[[1L]], full[[2L]], full[[3L]])$sse
  }
  if (sum(free) == 1L) full <- placed(optimize(loss, c(0, 1))$minimum)
  else if (any(free)) {
    found <- optim(optim.start[names(free)[free]], loss, method = "L-BFGS-B", lower = 0, upper = 1, control = optim.control)
    if (found$convergence || any(found$par < 0 | found$par > 1)) {
      if (found$convergence > 50) warning(gettextf("optimization difficulties: %s", found$message), domain = NA)
      else stop("optimization failure")
    }
    full <- placed(found$par)
  } else full <- fixed
  names(full) <- names(free)
  fit <- run(full[[1L]], full[[2L]], full[[3L]])
  m <- length(rest)
  level <- fit$a[seq_len(m)]
  trend <- if (has.trend) fit$b[seq_len(m)]
  own <- if (has.season) fit$s[seq_len(m)]
  sum <- level + if (has.trend) trend else 0
  fitted <- if (!has.season) sum else if (seasonal == "additive") sum + own else sum * own
  cells <- cbind(xhat = fitted, level = level, trend = trend, season = own)
  from <- tsp(x)[1L] + (first - 1) / f
  fitted <- if (ncol(cells) > 1L || TRUE) ts(cells, start = from, frequency = f)
  last <- if (has.season) setNames(fit$s[m + seq_len(f)], paste0("s", seq_len(f)))
  found <- function(name) if (sum(free) == 1) full[[name]] else full[name]
  structure(list(fitted = fitted, x = x, alpha = if (is.null(alpha)) found("alpha") else alpha,
                 beta = if (has.trend) { if (is.null(beta)) found("beta") else beta } else FALSE,
                 gamma = if (has.season) { if (is.null(gamma)) found("gamma") else gamma } else FALSE,
                 coefficients = c(a = fit$a[m + 1L], b = if (has.trend) fit$b[m + 1L], last),
                 seasonal = seasonal, SSE = fit$sse, call = kept), class = "HoltWinters")
}
print.HoltWinters <- function(x, ...) {
  has.trend <- !identical(x$beta, FALSE)
  own <- if (identical(x$gamma, FALSE)) "without" else if (has.trend) x$seasonal else paste("with", x$seasonal)
  cat("Holt-Winters exponential smoothing", if (has.trend) "with" else "without", "trend and", own, "seasonal component.")
  cat("\n\nCall:\n", deparse(x$call), "\n\n", sep = "")
  cat("Smoothing parameters:\n")
  cat(" alpha: ", x$alpha, "\n", sep = "")
  cat(" beta : ", x$beta, "\n", sep = "")
  cat(" gamma: ", x$gamma, "\n\n", sep = "")
  cat("Coefficients:\n")
  print(t(t(x$coefficients)))
  invisible(x)
}
coef.HoltWinters <- function(object, ...) object$coefficients
fitted.HoltWinters <- function(object, ...) object$fitted
residuals.HoltWinters <- function(object, ...) object$x - object$fitted[, 1]
plot.HoltWinters <- function(x, ...) invisible()
