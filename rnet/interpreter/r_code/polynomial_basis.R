# Orthogonal polynomials as columns (Kennedy and Gentle, Statistical Computing, pages 343-344).

poly <- function(x, ..., degree = 1, coefs = NULL, raw = FALSE, simple = FALSE) {
  others <- list(...)
  if (length(others) && !nzchar(if (is.null(names(others))) "" else names(others)[1L]) && length(others) == 1L &&
      length(others[[1L]]) == 1L && missing(degree)) {
    degree <- others[[1L]]
    others <- list()
  }
  if (is.matrix(x) || is.data.frame(x)) {
    columns <- as.list(as.data.frame(x))
    return(do.call(polym, c(unname(columns), others, list(degree = degree, raw = raw))))
  }
  if (length(others)) return(polym(x, ..., degree = degree, raw = raw))
  if (degree < 1) stop("'degree' must be at least 1")
  if (anyNA(x)) stop("missing values are not allowed in 'poly'")
  labels <- seq_len(degree)
  if (raw) {
    cells <- outer(x, labels, `^`)
    colnames(cells) <- labels
  } else if (is.null(coefs)) {
    if (degree >= length(unique(x))) stop("'degree' must be less than number of unique points")
    found <- .orthogonal(as.double(x), as.integer(degree))
    cells <- found[[1L]]
    colnames(cells) <- labels
    coefs <- list(alpha = found[[2L]], norm2 = found[[3L]])
  } else {
    cells <- .orthogonal.at(as.double(x), as.integer(degree), coefs$alpha, coefs$norm2)
    colnames(cells) <- labels
  }
  if (simple) return(cells)
  if (raw) structure(cells, degree = labels, class = c("poly", "matrix"))
  else structure(cells, coefs = coefs, degree = labels, class = c("poly", "matrix"))
}
predict.poly <- function(object, newdata, ...) {
  if (missing(newdata)) return(object)
  if (is.null(attr(object, "coefs"))) poly(newdata, degree = max(attr(object, "degree")), raw = TRUE, simple = TRUE)
  else poly(newdata, degree = max(attr(object, "degree")), coefs = attr(object, "coefs"), simple = TRUE)
}
makepredictcall <- function(var, call) call
polym <- function(..., degree = 1, coefs = NULL, raw = FALSE) {
  given <- list(...)
  if (length(given) == 1L) return(poly(given[[1L]], degree = degree, raw = raw))
  count <- length(given)
  powers <- as.matrix(expand.grid(rep(list(0:degree), count)))
  total <- rowSums(powers)
  powers <- powers[total > 0 & total <= degree, , drop = FALSE]
  parts <- lapply(given, function(v) cbind(1, poly(v, degree = degree, raw = raw, simple = TRUE)))
  cells <- 1
  for (k in seq_len(count)) cells <- cells * parts[[k]][, 1L + powers[, k], drop = FALSE]
  colnames(cells) <- apply(powers, 1L, paste, collapse = ".")
  sums <- as.integer(rowSums(powers))
  if (raw) return(structure(cells, degree = sums, class = c("poly", "matrix")))
  coefs <- lapply(given, function(v) attr(poly(v, degree = degree), "coefs"))
  structure(cells, degree = sums, coefs = coefs, class = c("poly", "matrix"))
}
