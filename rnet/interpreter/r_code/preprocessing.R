# Preparing predictors, as the manual of caret (Kuhn 2008, J. Stat. Soft. 28(5)) describes it.

preProcess <- function(x, method = c("center", "scale"), thresh = 0.95, pcaComp = NULL,
                       na.remove = TRUE, rangeBounds = c(0, 1), verbose = FALSE, ...) {
  known <- c("center", "scale", "range", "medianImpute", "pca", "zv", "nzv", "corr")
  unknown <- setdiff(method, known)
  if (length(unknown))
    stop("These pre-processing methods are unknown: ", paste0("'", unknown, "'", collapse = ", "))
  if ("pca" %in% method) method <- union(c("center", "scale"), method)
  numbers <- if (is.data.frame(x)) names(x)[vapply(x, is.numeric, NA)] else colnames(x)
  others <- setdiff(colnames(x), numbers)
  removed <- unsteady_columns(x[, numbers, drop = FALSE], method)
  steps <- list()
  numbers <- setdiff(numbers, removed)
  for (step in c("medianImpute", "center", "scale", "range", "pca"))
    if (step %in% method) steps[[step]] <- numbers
  steps$ignore <- if (length(others)) others else character(0)
  if (length(removed)) steps$remove <- removed
  values <- as.matrix(x[, numbers, drop = FALSE])
  found <- list(dim = c(sum(stats::complete.cases(x)), ncol(x)), bc = NULL, yj = NULL, et = NULL,
                invHyperbolicSine = NULL, mean = NULL, std = NULL, ranges = NULL, rotation = NULL,
                method = steps, thresh = thresh, pcaComp = pcaComp, numComp = NULL, ica = NULL,
                wildcards = list(PCA = character(0), ICA = character(0)), k = 5,
                knnSummary = mean, bagImp = NULL, median = NULL, data = NULL,
                rangeBounds = rangeBounds)
  if ("center" %in% method) found$mean <- colMeans(values, na.rm = na.remove)
  if ("scale" %in% method) {  # of the centred values, whose last bit may differ
    centred <- if (is.null(found$mean)) values else sweep(values, 2L, found$mean)
    found$std <- apply(centred, 2L, stats::sd, na.rm = na.remove)
  }
  if ("range" %in% method) found$ranges <- apply(values, 2L, range, na.rm = na.remove)
  if ("medianImpute" %in% method) found$median <- apply(values, 2L, stats::median, na.rm = TRUE)
  if ("scale" %in% method && any(found$std == 0))
    warning(paste("These variables have zero variances:",
                  paste(numbers[found$std == 0], collapse = ", ")))
  if ("pca" %in% method) found <- with_components(found, values)
  structure(found, class = "preProcess")
}

unsteady_columns <- function(x, method) {
  gone <- character(0)
  if (any(c("zv", "nzv") %in% method)) {
    shares <- nearZeroVar(x, saveMetrics = TRUE)
    gone <- rownames(shares)[if ("nzv" %in% method) shares$nzv else shares$zeroVar]
  }
  if ("corr" %in% method) {
    kept <- setdiff(colnames(x), gone)
    gone <- c(gone, findCorrelation(stats::cor(x[, kept]), names = TRUE))
  }
  gone
}

with_components <- function(found, values) {
  fit <- stats::prcomp(stats::na.omit(values), center = TRUE, scale. = TRUE)
  shares <- cumsum(fit$sdev^2 / sum(fit$sdev^2))
  found$numComp <- if (is.null(found$pcaComp)) max(2, which.max(shares >= found$thresh))
                   else found$pcaComp
  found$rotation <- fit$rotation[, seq_len(found$numComp), drop = FALSE]
  found
}

predict.preProcess <- function(object, newdata, ...) {
  steps <- object$method
  kept <- setdiff(colnames(newdata), steps$remove)
  newdata <- newdata[, kept, drop = FALSE]
  columns <- unlist(steps[setdiff(names(steps), c("ignore", "remove"))])
  columns <- unique(columns)
  absent <- setdiff(columns, colnames(newdata))
  if (length(absent))
    stop(paste("The following pre-processed columns were not found in newdata:",
               paste(absent, collapse = ", ")))
  for (name in columns) {
    value <- newdata[, name]
    if (!is.null(object$mean)) value <- value - object$mean[[name]]
    if (!is.null(object$std)) value <- value / object$std[[name]]
    if (!is.null(object$ranges)) {
      own <- object$ranges[, name]
      bounds <- object$rangeBounds
      value <- (value - own[1L]) / (own[2L] - own[1L]) * (bounds[2L] - bounds[1L]) + bounds[1L]
    }
    if (!is.null(object$median)) value[is.na(value)] <- object$median[[name]]
    newdata[, name] <- value
  }
  if (is.null(object$rotation)) return(newdata)
  scores <- as.matrix(newdata[, rownames(object$rotation), drop = FALSE]) %*% object$rotation
  rest <- setdiff(colnames(newdata), rownames(object$rotation))
  if (is.data.frame(newdata)) data.frame(newdata[, rest, drop = FALSE], scores)
  else cbind(newdata[, rest, drop = FALSE], scores)
}

print.preProcess <- function(x, ...) {
  cat("Created from", x$dim[1L], "samples and", x$dim[2L], "variables\n\n")
  words <- c(center = "centered", scale = "scaled", ignore = "ignored", remove = "removed",
             range = sprintf("re-scaling to [%s, %s]", x$rangeBounds[1L], x$rangeBounds[2L]),
             medianImpute = "median imputation", pca = "principal component signal extraction")
  lines <- sort(paste0("  - ", words[names(x$method)], " (", lengths(x$method), ")\n"))
  cat("Pre-processing:\n", lines, "\n", sep = "")
  if ("pca" %in% names(x$method)) {
    if (is.null(x$pcaComp))
      cat("PCA needed", x$numComp, if (x$numComp == 1) "component" else "components", "to capture",
          round(x$thresh * 100, 2), "percent of the variance\n")
    else cat("PCA used", x$pcaComp, if (x$pcaComp == 1) "component" else "components",
             "as specified\n")
  }
  invisible(x)
}

nearZeroVar <- function(x, freqCut = 95 / 5, uniqueCut = 10, saveMetrics = FALSE, names = FALSE,
                        foreach = FALSE, allowParallel = TRUE) {
  x <- as.data.frame(x)
  ratio <- vapply(x, function(v) {
    counts <- sort(as.vector(table(v)), decreasing = TRUE)
    counts <- counts[counts > 0]
    if (length(counts) < 2L) 0 else counts[1L] / counts[2L]
  }, 0)
  different <- vapply(x, function(v) length(unique(v[!is.na(v)])), 0L)
  share <- 100 * different / nrow(x)
  constant <- different <= 1L
  low <- (ratio > freqCut & share <= uniqueCut) | constant
  if (saveMetrics)
    return(data.frame(freqRatio = ratio, percentUnique = share, zeroVar = constant, nzv = low,
                      row.names = colnames(x)))
  if (names) colnames(x)[low] else unname(which(low))
}

findCorrelation <- function(x, cutoff = 0.9, verbose = FALSE, names = FALSE,
                            exact = ncol(x) < 100) {
  if (is.null(colnames(x)) && names) stop("'x' must have column names when `names = TRUE`")
  size <- abs(x)
  diag(size) <- NA
  gone <- if (exact) correlated_stepwise(size, cutoff, verbose)
          else correlated_at_once(size, cutoff, verbose)
  if (names) colnames(x)[gone] else gone
}

# The means are taken anew after each column that is left out.
correlated_stepwise <- function(size, cutoff, verbose) {
  rank <- order(colMeans(size, na.rm = TRUE), decreasing = TRUE)
  gone <- integer(0)
  left <- size
  for (first in seq_along(rank)[-length(rank)]) {
    if (!any(left > cutoff, na.rm = TRUE)) {
      if (verbose) cat("All correlations <=", cutoff, "\n")
      break
    }
    i <- rank[first]
    for (j in rank[seq.int(first + 1L, length(rank))]) {
      if (i %in% gone || j %in% gone || size[i, j] <= cutoff) next
      one <- mean(left[i, ], na.rm = TRUE)
      other <- mean(left[-j, ], na.rm = TRUE)
      drop <- if (one > other) i else j
      if (verbose)
        cat("Compare row", i, " and column ", j, "with corr ", round(size[i, j], 3), "\n",
            " Means: ", round(one, 3), "vs", round(other, 3), "so flagging column", drop, "\n")
      gone <- c(gone, drop)
      left[drop, ] <- left[, drop] <- NA
    }
  }
  gone
}

correlated_at_once <- function(size, cutoff, verbose) {
  means <- colMeans(size, na.rm = TRUE)
  pairs <- which(upper.tri(size) & size > cutoff, arr.ind = TRUE, useNames = FALSE)
  rows <- means[pairs[, 1L]] > means[pairs[, 2L]]
  flagged <- ifelse(rows, pairs[, 1L], pairs[, 2L])
  if (verbose) {
    cat("\n")
    for (k in seq_along(rows))
      cat(" Combination row", pairs[k, 1L], "and column", pairs[k, 2L],
          "is above the cut-off, value =", round(size[pairs[k, 1L], pairs[k, 2L]], 3), "\n \t",
          "Flagging column", flagged[k], "\n")
  }
  unique(c(flagged[!rows], flagged[rows]))
}

createTimeSlices <- function(y, initialWindow, horizon = 1, fixedWindow = TRUE, skip = 0) {
  ends <- seq(initialWindow, length(y) - horizon, by = skip + 1)
  starts <- if (fixedWindow) ends - initialWindow + 1 else rep(1, length(ends))
  train <- mapply(seq, starts, ends, SIMPLIFY = FALSE)
  test <- mapply(seq, ends + 1, ends + horizon, SIMPLIFY = FALSE)
  places <- gsub(" ", "0", format(seq(along.with = train) * 0 + ends))
  list(train = stats::setNames(train, paste0("Training", places)),
       test = stats::setNames(test, paste0("Testing", places)))
}

defaultSummary <- function(data, lev = NULL, model = NULL) {
  postResample(data[, "pred"], data[, "obs"])
}
