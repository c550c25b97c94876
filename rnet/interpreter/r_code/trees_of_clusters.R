# Distances within trees of clusters.

cophenetic <- function(x) UseMethod("cophenetic")
cophenetic.default <- function(x) {
  x <- as.hclust(x)
  n <- length(x$order)
  cells <- matrix(0, n, n)
  members <- list()
  for (step in seq_len(n - 1L)) {
    sides <- lapply(x$merge[step, ], function(k) if (k < 0L) -k else members[[k]])
    cells[sides[[1L]], sides[[2L]]] <- x$height[step]
    cells[sides[[2L]], sides[[1L]]] <- x$height[step]
    members[[step]] <- c(sides[[1L]], sides[[2L]])
  }
  if (!is.null(x$labels)) dimnames(cells) <- list(x$labels, x$labels)
  as.dist(cells)
}
as.hclust <- function(x, ...) {
  if (inherits(x, "hclust")) return(x)
  stop(gettextf("argument 'x' cannot be coerced to class %s", dQuote("hclust")), domain = NA)
}
