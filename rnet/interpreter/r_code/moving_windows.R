# Statistics of moving windows, the trapezoidal rule and combinations, as the manual of caTools
# describes them.

trapz <- function(x, y) {
  if (missing(y)) {
    y <- x
    x <- seq_along(y)
  }
  later <- seq_along(x)[-1L]
  sum((x[later] - x[later - 1L]) * (y[later] + y[later - 1L])) / 2
}

combs <- function(v, k) {
  matrix(v[t(combn(length(v), k))], ncol = k)
}

over_windows <- function(x, k, FUN, endrule) {
  if (is.matrix(x))
    return(unname(apply(x, 2L, function(column) over_windows(column, k, FUN, endrule))))
  n <- length(x)
  before <- (k - 1L) %/% 2L
  after <- k - 1L - before
  at <- function(i) FUN(x[max(1L, i - before):min(n, i + after)])
  found <- vapply(seq_len(n), at, 0)
  whole <- seq_len(n) > before & seq_len(n) <= n - after
  switch(endrule,
         "NA" = found[!whole] <- NA,
         trim = found <- found[whole],
         keep = found[!whole] <- x[!whole],
         constant = {
           found[seq_len(before)] <- found[before + 1L]
           if (after > 0L) found[n + 1L - seq_len(after)] <- found[n - after]
         })
  found
}
runmean <- function(x, k, alg = c("C", "R", "fast", "exact"),
                    endrule = c("mean", "NA", "trim", "keep", "constant", "func"),
                    align = c("center", "left", "right")) {
  over_windows(x, k, function(w) mean(w, na.rm = TRUE), match.arg(endrule))
}
runmin <- function(x, k, alg = c("C", "R"),
                   endrule = c("min", "NA", "trim", "keep", "constant", "func"),
                   align = c("center", "left", "right")) {
  over_windows(x, k, function(w) min(w, na.rm = TRUE), match.arg(endrule))
}
runmax <- function(x, k, alg = c("C", "R"),
                   endrule = c("max", "NA", "trim", "keep", "constant", "func"),
                   align = c("center", "left", "right")) {
  over_windows(x, k, function(w) max(w, na.rm = TRUE), match.arg(endrule))
}
runsd <- function(x, k, center = runmean(x, k), endrule = c("sd", "NA", "trim", "keep", "constant",
                  "func"), align = c("center", "left", "right")) {
  over_windows(x, k, function(w) stats::sd(w, na.rm = TRUE), match.arg(endrule))
}
