# Seasonal and trend decomposition by loess, as text.

stl <- function(x, s.window, s.degree = 0, t.window = NULL, t.degree = 1, l.window = next_odd(period),
                l.degree = t.degree, s.jump = ceiling(s.window / 10), t.jump = ceiling(t.window / 10),
                l.jump = ceiling(l.window / 10), robust = FALSE, inner = if (robust) 1 else 2,
                outer = if (robust) 15 else 0, na.action = na.fail) {
  kept <- match.call()
  if (is.matrix(x)) stop("only univariate series are allowed")
  x <- as.ts(x)
  if (anyNA(x)) stop("missing values in object")
  period <- frequency(x)
  n <- length(x)
  if (period < 2 || n <= 2 * period) stop("series is not periodic or has less than two periods")
  periodic <- is.character(s.window)
  if (periodic) {
    if (is.na(pmatch(s.window, "periodic"))) stop("unknown string value for s.window")
    s.window <- 10 * n + 1
    s.degree <- 0
  }
  if (is.null(t.window)) t.window <- next_odd(ceiling(1.5 * period / (1 - (1.5 / s.window))))
  odd <- function(v) { v <- max(3, v); if (v %% 2 == 0) v + 1 else v }
  found <- .stl(as.double(x), period, c(odd(s.window), odd(t.window), odd(l.window)), c(s.degree, t.degree, l.degree),
                c(s.jump, t.jump, l.jump), inner, outer)
  seasonal <- found[[1L]]
  if (periodic) {
    place <- (seq_len(n) - 1L) %% period + 1L
    seasonal <- as.vector(tapply(seasonal, place, mean))[place]
  }
  rest <- as.double(x) - seasonal - found[[2L]]
  cells <- cbind(seasonal = seasonal, trend = found[[2L]], remainder = rest)
  structure(list(time.series = ts(cells, start = tsp(x)[1L], frequency = period), weights = found[[3L]], call = kept,
                 win = c(s = s.window, t = t.window, l = l.window),
                 deg = c(s = as.integer(s.degree), t = as.integer(t.degree), l = as.integer(l.degree)),
                 jump = c(s = s.jump, t = t.jump, l = l.jump), inner = as.integer(inner), outer = as.integer(outer)),
            class = "stl")
}
next_odd <- function(v) {
  v <- round(v)
  if (v %% 2 == 0) v <- v + 1
  as.integer(v)
}
print.stl <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  cat(" Call:\n ")
  dput(x$call)
  cat("\nComponents\n")
  print(x$time.series, ...)
  invisible(x)
}
plot.stl <- function(x, ...) invisible()
