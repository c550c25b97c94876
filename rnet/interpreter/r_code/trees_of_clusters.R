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

# Iterative proportional fitting (Deming and Stephan, 1940; Haberman, 1972).
loglin <- function(table, margin, start = rep(1, length(table)), fit = FALSE, eps = 0.1, iter = 20L,
                   param = FALSE, print = TRUE) {
  sizes <- dim(table)
  names <- dimnames(table)
  counts <- array(as.double(table), sizes)
  if (is.character(unlist(margin))) margin <- lapply(margin, match, names(names))
  fitted <- array(as.double(start), sizes)
  observed <- lapply(margin, function(m) apply(counts, m, sum))
  steps <- 0L
  done <- FALSE
  for (round in seq_len(iter)) {
    worst <- 0
    for (k in seq_along(margin)) {
      now <- apply(fitted, margin[[k]], sum)
      worst <- max(worst, abs(observed[[k]] - now))
      ratio <- ifelse(now == 0, 0, observed[[k]] / now)
      fitted <- sweep(fitted, margin[[k]], ratio, `*`)
    }
    steps <- round
    if (worst < eps) {
      done <- TRUE
      break
    }
  }
  if (print) cat(steps, "iterations: deviation", worst, "\n")
  if (!done) warning("algorithm did not converge")
  known <- counts > 0 & fitted > 0
  lrt <- 2 * sum(counts[known] * log(counts[known] / fitted[known]))
  pearson <- sum((counts[fitted > 0] - fitted[fitted > 0])^2 / fitted[fitted > 0])
  subsets <- unique(unlist(lapply(margin, function(m)
    unlist(lapply(0:(2^length(m) - 1), function(code) paste(sort(m[bitwAnd(code, 2^(seq_along(m) - 1)) > 0]), collapse = " ")))), use.names = FALSE))
  parts <- lapply(strsplit(subsets, " ", fixed = TRUE), as.integer)
  df <- prod(sizes) - sum(vapply(parts, function(v) prod(sizes[v] - 1), 0))
  made <- list(lrt = lrt, pearson = pearson, df = df,
               margin = lapply(margin, function(m) if (is.null(names(names))) m else names(names)[m]))
  if (fit) {
    attributes(fitted) <- attributes(table)
    made$fit <- fitted
  }
  if (param) {
    logs <- log(fitted)
    attributes(logs) <- list(dim = sizes, dimnames = names)
    found <- list(`(Intercept)` = mean(logs))
    logs <- logs - found[[1L]]
    rest <- parts[lengths(parts) > 0L]
    rest <- rest[order(lengths(rest), vapply(rest, function(v) sum(10^(length(sizes) - seq_along(v)) * v), 0))]
    for (own in rest) {
      effect <- apply(logs, own, mean)
      logs <- sweep(logs, own, effect, check.margin = FALSE)
      found[[paste(names(names)[own], collapse = ".")]] <- effect
    }
    made$param <- found
  }
  made
}
