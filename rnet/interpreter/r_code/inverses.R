# The generalized inverse of Moore and Penrose by singular values.

ginv <- function(X, tol = sqrt(.Machine$double.eps)) {
  if (length(dim(X)) > 2L || !(is.numeric(X) || is.complex(X)))
    stop("'X' must be a numeric or complex matrix")
  if (!is.matrix(X)) X <- as.matrix(X)
  parts <- svd(X)
  kept <- parts$d > max(tol * parts$d[1L], 0)
  if (!any(kept)) return(array(0, dim(X)[2L:1L]))
  parts$v[, kept, drop = FALSE] %*% (1 / parts$d[kept] * t(parts$u[, kept, drop = FALSE]))
}
