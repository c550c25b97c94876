# Log-linear models by iterative proportional fitting: Haberman (1972), Applied Statistics 21,
# 218-225; MASS's loglm around it.

loglin <- function(table, margin, start = rep(1, length(table)), fit = FALSE, eps = 0.1, iter = 20L,
                   param = FALSE, print = TRUE) {
  size <- dim(table)
  titles <- names(dimnames(table))
  places <- lapply(margin, function(one) if (is.character(one)) match(one, titles) else as.integer(one))
  fitted <- array(start, size, dimnames(table))
  observed <- lapply(places, function(one) apply(table, one, sum))
  deviation <- Inf
  count <- 0L
  while (count < iter && deviation >= eps) {
    deviation <- 0
    for (k in seq_along(places)) {
      now <- apply(fitted, places[[k]], sum)
      deviation <- max(deviation, abs(observed[[k]] - now))
      fitted <- sweep(fitted, places[[k]], observed[[k]], "*", check.margin = FALSE)
      now[now == 0] <- 1
      fitted <- sweep(fitted, places[[k]], now, "/", check.margin = FALSE)
    }
    count <- count + 1L
  }
  if (print) cat(count, "iterations: deviation", deviation, "\n")
  if (deviation >= eps) warning("algorithm did not converge")
  fitted <- structure(array(fitted, size, dimnames(table)), class = oldClass(table))
  cells <- as.vector(table)
  model <- as.vector(fitted)
  some <- model > 0
  pearson <- sum((cells[some] - model[some])^2 / model[some])
  some <- cells > 0 & model > 0
  lrt <- 2 * sum(cells[some] * log(cells[some] / model[some]))
  terms <- generated_terms(places)
  df <- length(cells) - 1 - sum(vapply(terms, function(one) prod(size[one] - 1), 0))
  shown <- if (is.null(titles)) places else lapply(places, function(one) titles[one])
  found <- list(lrt = lrt, pearson = pearson, df = df, margin = shown)
  if (fit) found$fit <- fitted
  if (param) found$param <- sum_to_zero(log(fitted), terms, titles)
  found
}
generated_terms <- function(places) {
  subsets <- unlist(lapply(places, function(one) {
    one <- sort(one)
    unlist(lapply(seq_along(one), function(k) {
      if (length(one) == 1L) list(one) else combn(one, k, simplify = FALSE)
    }), recursive = FALSE)
  }), recursive = FALSE)
  subsets <- unique(subsets)
  subsets[order(lengths(subsets), vapply(subsets, function(one) sum(one * 100^(-seq_along(one))), 0))]
}
sum_to_zero <- function(logs, terms, titles) {
  mean_of <- mean(logs)
  found <- list("(Intercept)" = mean_of)
  for (one in terms) {
    effect <- apply(unclass(logs), one, mean) - mean_of
    inner <- Filter(function(other) length(other) < length(one) && all(other %in% one), terms)
    for (other in inner) {
      name <- paste(if (is.null(titles)) other else titles[other], collapse = ".")
      along <- match(other, one)
      effect <- if (length(one) == 1L) effect else sweep(effect, along, found[[name]], "-", check.margin = FALSE)
    }
    found[[paste(if (is.null(titles)) one else titles[one], collapse = ".")]] <- effect
  }
  found
}
loglm <- function(formula, data, subset, na.action, ...) {
  shown <- match.call()
  frame <- if (missing(data)) parent.frame() else data
  right <- formula[[length(formula)]]
  if (is.data.frame(frame)) {
    labels <- all.vars(right)
    counts <- as.formula(paste(deparse(formula[[2L]]), "~", paste(labels, collapse = "+")))
    frame <- xtabs(counts, frame)
  }
  titles <- names(dimnames(frame))
  labels <- attr(terms(as.formula(call("~", right))), "term.labels")
  parts <- lapply(strsplit(labels, ":", fixed = TRUE), function(one) {
    if (is.null(titles)) as.integer(one) else match(one, titles)
  })
  kept <- vapply(seq_along(parts), function(k) {
    !any(vapply(parts[-k], function(other) all(parts[[k]] %in% other), NA))
  }, NA)
  found <- loglin(frame, parts[kept], param = TRUE, eps = 1e-07, iter = 50L, fit = TRUE, print = FALSE)
  out <- list(lrt = found$lrt, pearson = found$pearson, df = found$df, margin = found$margin,
              param = found$param, call = shown, formula = formula, deviance = found$lrt,
              nobs = sum(frame), terms = terms(formula))
  attr(out, "table") <- frame
  attr(out, "fit") <- found$fit
  structure(out, class = "loglm")
}
loglm_statistics <- function(x) {
  values <- c(x$lrt, x$pearson)
  tail <- if (x$df > 0) 1 - pchisq(values, x$df) else c(1, 1)
  matrix(c(values, x$df, x$df, tail), 2L,
         dimnames = list(c("Likelihood Ratio", "Pearson"), c("X^2", "df", "P(> X^2)")))
}
print.loglm <- function(x, ...) {
  cat("Call:\n")
  print(x$call)
  cat("\nStatistics:\n")
  print(loglm_statistics(x))
  invisible(x)
}
coef.loglm <- function(object, ...) object$param
fitted.loglm <- function(object, ...) {
  cat("Re-fitting to get fitted values\n")
  unclass(attr(object, "fit"))
}
residuals.loglm <- function(object, type = c("deviance", "pearson", "response"), ...) {
  type <- match.arg(type)
  cat("Re-fitting to get frequencies and fitted values\n")
  cells <- attr(object, "table")
  model <- attr(object, "fit")
  switch(type, deviance = {
    part <- cells * log(cells / model)
    part[cells == 0] <- 0
    sign(cells - model) * sqrt(2 * abs(part - (cells - model)))
  }, pearson = (cells - model) / sqrt(model), response = cells - model)
}
