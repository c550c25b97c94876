# Factor analysis by maximum likelihood (Lawley and Maxwell, 1971), rotations, canonical correlations.

varimax <- function(x, normalize = TRUE, eps = 1e-05) {
  k <- ncol(x)
  if (k < 2L) return(x)
  if (normalize) {
    sizes <- sqrt(drop(apply(x, 1L, function(row) sum(row^2))))
    x <- x / sizes
  }
  p <- nrow(x)
  turn <- diag(k)
  before <- 0
  for (step in seq_len(1000)) {
    z <- x %*% turn
    B <- t(x) %*% (z^3 - z %*% diag(drop(rep(1, p) %*% z^2)) / p)
    parts <- svd(B)
    turn <- parts$u %*% t(parts$v)
    now <- sum(parts$d)
    if (now < before * (1 + eps)) break
    before <- now
  }
  z <- x %*% turn
  if (normalize) z <- z * sizes
  dimnames(z) <- dimnames(x)
  class(z) <- "loadings"
  list(loadings = z, rotmat = turn)
}
promax <- function(x, m = 4) {
  if (ncol(x) < 2L) return(x)
  names <- dimnames(x)
  first <- varimax(x)
  plain <- unclass(first$loadings)
  target <- plain * abs(plain)^(m - 1)
  U <- lm.fit(plain, target)$coefficients
  scales <- diag(solve(t(U) %*% U))
  U <- U %*% diag(sqrt(scales))
  dimnames(U) <- NULL
  z <- plain %*% U
  U <- first$rotmat %*% U
  dimnames(z) <- names
  class(z) <- "loadings"
  list(loadings = z, rotmat = U)
}
loadings_of <- function(psi, S, q) {
  scale <- diag(1 / sqrt(psi))
  parts <- eigen(scale %*% S %*% scale, symmetric = TRUE)
  L <- parts$vectors[, seq_len(q), drop = FALSE]
  diag(sqrt(psi)) %*% (L %*% diag(sqrt(pmax(parts$values[seq_len(q)] - 1, 0)), q))
}
fit_factors <- function(S, q, start, lower, control) {
  loss <- function(psi) {
    scale <- diag(1 / sqrt(psi))
    values <- eigen(scale %*% S %*% scale, symmetric = TRUE, only.values = TRUE)$values
    rest <- values[-seq_len(q)]
    -(sum(log(rest) - rest) - q + nrow(S))
  }
  slope <- function(psi) {
    L <- loadings_of(psi, S, q)
    diag(L %*% t(L) + diag(psi) - S) / psi^2
  }
  found <- optim(start, loss, slope, method = "L-BFGS-B", lower = lower, upper = 1,
                 control = c(list(fnscale = 1, parscale = rep(0.01, length(start))), control))
  L <- loadings_of(found$par, S, q)
  dimnames(L) <- list(dimnames(S)[[1L]], paste0("Factor", seq_len(q)))
  list(converged = found$convergence == 0, loadings = structure(L, class = "loadings"), uniquenesses = found$par,
       correlation = S, criteria = c(objective = found$value, found$counts), factors = q)
}
# Factors by the sums of squares of their loadings, each with a sum that is not negative.
ordered_loadings <- function(L) {
  own <- unclass(L)
  by <- order(colSums(own^2), decreasing = TRUE)
  moved <- own[, by, drop = FALSE]
  colnames(moved) <- colnames(own)
  flipped <- colSums(moved) < 0
  moved[, flipped] <- -moved[, flipped]
  list(loadings = structure(moved, class = "loadings"), by = by, flipped = flipped)
}
factanal <- function(x, factors, data = NULL, covmat = NULL, n.obs = NA, subset, na.action, start = NULL,
                     scores = c("none", "regression", "Bartlett"), rotation = "varimax", control = NULL, ...) {
  kept <- match.call()
  scores <- match.arg(scores)
  has.x <- FALSE
  if (is.list(covmat)) {
    cv <- covmat$cov
    if (!is.null(covmat$n.obs)) n.obs <- covmat$n.obs
  } else if (is.matrix(covmat)) cv <- covmat
  else {
    has.x <- TRUE
    if (inherits(x, "formula")) {
      frame <- if (is.null(data)) model.frame(x) else model.frame(x, data)
      own <- attr(frame, "terms")
      attr(own, "intercept") <- 0
      z <- as.matrix(frame)
    } else {
      z <- as.matrix(x)
      if (!is.numeric(z)) stop("factor analysis applies only to numerical variables")
      if (!missing(subset)) z <- z[subset, , drop = FALSE]
    }
    known <- cov.wt(z)
    cv <- known$cov
    n.obs <- known$n.obs
  }
  scale <- sqrt(diag(cv))
  cv <- cv / (scale %o% scale)
  p <- ncol(cv)
  dof <- 0.5 * ((p - factors)^2 - p - factors)
  if (dof < 0) stop(sprintf(ngettext(factors, "%d factor is too many for %d variables", "%d factors are too many for %d variables"), factors, p), domain = NA)
  lower <- if (is.null(control$lower)) 0.005 else control$lower
  if (is.null(start)) start <- (1 - 0.5 * factors / p) / diag(solve(cv))
  fit <- fit_factors(cv, factors, start, lower, control$opt)
  if (!fit$converged) stop("unable to optimize from this starting value")
  names(fit$uniquenesses) <- rownames(cv)
  placed <- ordered_loadings(fit$loadings)
  fit$loadings <- placed$loadings
  turned <- NULL
  if (rotation != "none" && factors > 1L) {
    rotated <- get(rotation, mode = "function")(unclass(fit$loadings), ...)
    L <- unclass(rotated$loadings)
    turn <- rotated$rotmat
    placed <- ordered_loadings(structure(L, dimnames = dimnames(fit$loadings)))
    turn <- turn[, placed$by, drop = FALSE]
    turn[, placed$flipped] <- -turn[, placed$flipped]
    fit$loadings <- placed$loadings
    turned <- turn
  }
  class(fit) <- "factanal"
  fit$dof <- dof
  fit$method <- "mle"
  if (!is.null(turned)) fit$rotmat <- turned
  if (has.x && scores != "none") {
    Z <- scale(z, TRUE, TRUE)
    L <- unclass(fit$loadings)
    made <- if (scores == "regression") {
      Z %*% solve(cv, L)
    } else {
      inverse <- 1 / fit$uniquenesses
      t(solve(t(L * inverse) %*% L, t(L * inverse)) %*% t(Z))
    }
    dimnames(made) <- list(rownames(z), colnames(L))
    fit$scores <- made
  }
  if (!is.na(n.obs) && dof > 0) {
    fit$STATISTIC <- (n.obs - 1 - (2 * p + 5) / 6 - (2 * factors) / 3) * fit$criteria["objective"]
    fit$PVAL <- pchisq(fit$STATISTIC, dof, lower.tail = FALSE)
  }
  fit$n.obs <- n.obs
  fit$call <- kept
  fit
}
print.factanal <- function(x, digits = 3, ...) {
  cat("\nCall:\n", deparse(x$call), "\n\n", sep = "")
  cat("Uniquenesses:\n")
  print(round(x$uniquenesses, digits), ...)
  print(x$loadings, digits = digits, ...)
  if (!is.null(x$rotmat) && max(abs(crossprod(x$rotmat) - diag(ncol(x$rotmat)))) > 1e-6) {
    inverse <- solve(x$rotmat)
    R <- inverse %*% t(inverse)
    if (!identical(round(R, digits), diag(nrow(R)))) {
      colnames(R) <- rownames(R) <- colnames(x$loadings)
      cat("\nFactor Correlations:\n")
      print(R, digits = digits, ...)
    }
  }
  if (!is.null(x$STATISTIC)) {
    many <- x$factors > 1
    cat("\nTest of the hypothesis that", x$factors, if (many) "factors are" else "factor is", "sufficient.\n")
    cat("The chi square statistic is", round(x$STATISTIC, 2), "on", x$dof, if (x$dof == 1) "degree" else "degrees", "of freedom.\nThe p-value is", signif(x$PVAL, 3), "\n")
  } else {
    cat(paste("\nThe degrees of freedom for the model is", x$dof, "and the fit was", round(x$criteria["objective"], 4), "\n"))
  }
  invisible(x)
}

print.loadings <- function(x, digits = 3L, cutoff = 0.1, sort = FALSE, ...) {
  L <- unclass(x)
  p <- nrow(L)
  k <- ncol(L)
  if (sort) {
    place <- max.col(abs(L))
    place[abs(L[cbind(seq_len(p), place)]) < 0.5] <- k + 1L
    L <- L[order(place, seq_len(p)), , drop = FALSE]
  }
  cat("\nLoadings:\n")
  texts <- setNames(format(round(L, digits)), NULL)
  wide <- nchar(texts[1L], type = "c")
  texts[abs(L) < cutoff] <- strrep(" ", wide)
  print(texts, quote = FALSE, ...)
  squares <- colSums(L^2)
  table <- rbind(`SS loadings` = squares, `Proportion Var` = squares / p)
  if (k > 1L) table <- rbind(table, `Cumulative Var` = cumsum(squares / p))
  cat("\n")
  print(round(table, digits))
  invisible(x)
}

cancor <- function(x, y, xcenter = TRUE, ycenter = TRUE) {
  x <- as.matrix(x)
  y <- as.matrix(y)
  n <- nrow(x)
  if (n != nrow(y)) stop("unequal number of rows in 'cancor'")
  if (n == 0L || ncol(x) == 0L || ncol(y) == 0L) stop("dimension 0 in 'x' or 'y'")
  middle <- function(z, wish) if (isTRUE(wish)) colMeans(z) else if (is.logical(wish)) rep.int(0, ncol(z)) else rep_len(wish, ncol(z))
  mx <- middle(x, xcenter)
  my <- middle(y, ycenter)
  x <- x - rep(mx, each = n)
  y <- y - rep(my, each = n)
  qx <- qr(x)
  qy <- qr(y)
  dx <- qx$rank
  dy <- qy$rank
  parts <- svd(qr.qty(qx, qr.qy(qy, diag(1, n, dy)))[seq_len(dx), , drop = FALSE], dx, dy)
  xcoef <- backsolve((qx$qr)[seq_len(dx), seq_len(dx), drop = FALSE], parts$u)
  ycoef <- backsolve((qy$qr)[seq_len(dy), seq_len(dy), drop = FALSE], parts$v)
  rownames(xcoef) <- colnames(x)[qx$pivot][seq_len(dx)]
  rownames(ycoef) <- colnames(y)[qy$pivot][seq_len(dy)]
  list(cor = parts$d, xcoef = xcoef, ycoef = ycoef, xcenter = mx, ycenter = my)
}
