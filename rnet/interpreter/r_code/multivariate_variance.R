# Multivariate analysis of variance: Krzanowski (1988), Principles of Multivariate Analysis, for
# the four tests and their approximate F.

manova <- function(...) {
  shown <- match.call()
  wanted <- shown
  wanted[[1L]] <- quote(stats::aov)
  fit <- eval(wanted, parent.frame())
  if (!inherits(fit, "maov")) stop("need multiple responses")
  fit$call <- shown
  class(fit) <- c("manova", class(fit))
  fit
}
print.manova <- function(x, ...) {
  shown <- x$call
  bare <- x
  class(bare) <- class(x)[-1L]
  lines <- capture.output(print(bare))
  cat("Call:\n   ")
  writeLines(deparse(shown))
  writeLines(lines[-seq_len(which(lines == "")[1L] - 1L)])
  invisible(x)
}
effect_squares <- function(object) {
  again <- object$call
  again[[1L]] <- quote(stats::lm)
  design <- model.matrix(eval(again, environment(object$terms)))
  term <- attr(design, "assign")
  parts <- qr(design)
  response <- as.matrix(fitted(object) + residuals(object))
  effects <- qr.qty(parts, response)
  term <- term[parts$pivot[seq_len(parts$rank)]]
  effects <- effects[seq_along(term), , drop = FALSE]
  labels <- attr(object$terms, "term.labels")
  found <- lapply(seq_along(labels), function(k) crossprod(effects[term == k, , drop = FALSE]))
  found <- lapply(found, function(one) {
    dimnames(one) <- list(colnames(response), colnames(response))
    one
  })
  names(found) <- labels
  df <- vapply(seq_along(labels), function(k) sum(term == k), 0)
  list(SS = c(found, list(Residuals = crossprod(as.matrix(residuals(object))))), df = df,
       left = nrow(design) - parts$rank)
}
multivariate_row <- function(lambda, p, q, v, test) {
  s <- min(p, q)
  m <- (abs(p - q) - 1) / 2
  n <- (v - p - 1) / 2
  if (test == "Pillai") {
    value <- sum(lambda / (1 + lambda))
    df <- c(s * (2 * m + s + 1), s * (2 * n + s + 1))
    F <- (2 * n + s + 1) / (2 * m + s + 1) * value / (s - value)
  } else if (test == "Wilks") {
    value <- prod(1 / (1 + lambda))
    r <- v - (p - q + 1) / 2
    u <- (p * q - 2) / 4
    below <- p^2 + q^2 - 5
    t <- if (below > 0) sqrt(((p * q)^2 - 4) / below) else 1
    df <- c(p * q, r * t - 2 * u)
    F <- (value^(-1 / t) - 1) * df[2L] / df[1L]
  } else if (test == "Hotelling-Lawley") {
    value <- sum(lambda)
    df <- c(s * (2 * m + s + 1), 2 * (s * n + 1))
    F <- df[2L] * value / (s * df[1L])
  } else {
    value <- max(lambda)
    r <- max(p, q)
    df <- c(r, v - r + q)
    F <- value * df[2L] / df[1L]
  }
  c(value, F, df, pf(F, df[1L], df[2L], lower.tail = FALSE))
}
summary.manova <- function(object, test = c("Pillai", "Wilks", "Hotelling-Lawley", "Roy"),
                           intercept = FALSE, tol = 1e-07, ...) {
  if (!inherits(object, "maov")) {
    stop(gettextf("object must be of class %s or %s", dQuote("manova"), dQuote("maov")), domain = NA)
  }
  test <- match.arg(test)
  parts <- effect_squares(object)
  labels <- names(parts$df <- stats_names(parts$df, names(parts$SS)))
  error <- parts$SS$Residuals
  p <- ncol(error)
  if (qr(error, tol = tol)$rank < p) {
    stop(gettextf("residuals have rank %d < %d", qr(error, tol = tol)$rank, p), domain = NA)
  }
  root <- solve(chol(error))
  eigenvalues <- t(vapply(labels, function(label) {
    inner <- t(root) %*% parts$SS[[label]] %*% root
    eigen((inner + t(inner)) / 2, symmetric = TRUE, only.values = TRUE)$values
  }, numeric(p)))
  if (p == 1L) eigenvalues <- t(eigenvalues)
  dimnames(eigenvalues) <- list(labels, NULL)
  rows <- t(vapply(labels, function(label) {
    kept <- eigenvalues[label, seq_len(min(p, parts$df[[label]]))]
    c(parts$df[[label]], multivariate_row(kept, p, parts$df[[label]], parts$left, test))
  }, numeric(6L)))
  stats <- rbind(rows, c(parts$left, rep(NA, 5L)))
  dimnames(stats) <- list(c(labels, "Residuals"), c("Df", test, "approx F", "num Df", "den Df", "Pr(>F)"))
  structure(list(row.names = rownames(stats), SS = parts$SS, Eigenvalues = eigenvalues, stats = stats),
            class = "summary.manova")
}
stats_names <- function(values, names) {
  names(values) <- names[seq_along(values)]
  values
}
print.summary.manova <- function(x, digits = getOption("digits"), ...) {
  if (length(x$stats)) {
    print(structure(as.data.frame(x$stats), class = c("anova", "data.frame")))
  }
  invisible(x)
}
