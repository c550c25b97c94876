# Functions of the package MASS (Venables and Ripley, Modern Applied Statistics with S, 2002).

Null <- function(M) {
  found <- qr(M)
  unwanted <- if (found$rank == 0L) seq_len(ncol(M)) else -seq_len(found$rank)
  qr.qy(found, diag(1, nrow(as.matrix(M))))[, unwanted, drop = FALSE]
}
contr.sdif <- function(n, contrasts = TRUE, sparse = FALSE) {
  levels <- if (is.numeric(n) && length(n) == 1L) seq_len(n) else n
  k <- length(levels)
  if (k < 2L) stop("need at least two levels")
  if (!contrasts) return(structure(diag(k), dimnames = list(levels, levels)))
  cells <- col(matrix(0, k, k))[, -k]
  cells[row(cells) <= col(cells)] <- cells[row(cells) <= col(cells)] - k
  structure(cells / k, dimnames = list(levels, paste(levels[-1L], levels[-k], sep = "-")))
}
bandwidth.nrd <- function(x) {
  spread <- quantile(x, c(0.25, 0.75))
  h <- (spread[2L] - spread[1L]) / 1.34
  unname(4 * 1.06 * min(sqrt(var(x)), h) * length(x)^(-1/5))
}
area <- function(f, a, b, ..., fa = f(a, ...), fb = f(b, ...), limit = 10, eps = 1e-05) {
  middle <- (a + b) / 2
  fm <- f(middle, ...)
  coarse <- ((fa + fb) * (b - a)) / 2
  fine <- ((fa + 4 * fm + fb) * (b - a)) / 6
  if (abs(coarse - fine) < eps) return(fine)
  if (limit == 0) {
    warning("iteration limit reached near x = ", middle)
    return(fine)
  }
  Recall(f, a, middle, ..., fa = fa, fb = fm, limit = limit - 1, eps = eps) +
    Recall(f, middle, b, ..., fa = fm, fb = fb, limit = limit - 1, eps = eps)
}
huber <- function(y, k = 1.5, tol = 1e-06) {
  y <- y[!is.na(y)]
  mu <- median(y)
  s <- mad(y)
  if (s == 0) stop("cannot estimate scale: MAD is zero for this sample")
  repeat {
    moved <- mean(pmin(pmax(mu - k * s, y), mu + k * s))
    if (abs(mu - moved) < tol * s) break
    mu <- moved
  }
  list(mu = mu, s = s)
}
hubers <- function(y, k = 1.5, mu, s, initmu = median(y), tol = 1e-06) {
  y <- y[!is.na(y)]
  n <- length(y)
  moves <- missing(mu)
  scales <- missing(s)
  m <- if (moves) initmu else mu
  count <- if (moves) n - 1 else n
  size <- if (scales) mad(y) else s
  share <- 2 * pnorm(k) - 1
  beta <- share + k^2 * (1 - share) - 2 * k * dnorm(k)
  repeat {
    held <- pmin(pmax(m - k * size, y), m + k * size)
    m1 <- if (moves) mean(held) else m
    s1 <- if (scales) sqrt(sum((held - m1)^2) / count / beta) else size
    if (abs(m - m1) < tol * size && abs(size - s1) < tol * size) break
    m <- m1
    size <- s1
  }
  list(mu = m, s = size)
}
studres <- function(object) rstudent(object)
stdres <- function(object) rstandard(object)
dose.p <- function(obj, cf = 1:2, p = 0.5) {
  eta <- family(obj)$linkfun(p)
  b <- coef(obj)[cf]
  at <- (eta - b[1L]) / b[2L]
  names(at) <- paste("p = ", format(p), ":", sep = "")
  slopes <- -cbind(1, at) / b[2L]
  se <- sqrt(((slopes %*% vcov(obj)[cf, cf]) * slopes) %*% c(1, 1))
  structure(at, SE = se, p = p, class = "glm.dose")
}
print.glm.dose <- function(x, ...) {
  cells <- cbind(x, attr(x, "SE"))
  dimnames(cells) <- list(names(x), c("Dose", "SE"))
  x <- cells
  print(cells, ...)
}

# Continued fractions.
fraction_parts <- function(x, cycles, max.denominator) {
  one <- function(v) {
    if (!is.finite(v)) return(c(v, 1))
    whole <- floor(v)
    rest <- v - whole
    p <- c(1, whole)
    q <- c(0, 1)
    for (i in seq_len(cycles)) {
      if (rest <= 1 / max.denominator) break
      turned <- 1 / rest
      whole <- floor(turned)
      rest <- turned - whole
      p <- c(p[2L], whole * p[2L] + p[1L])
      q <- c(q[2L], whole * q[2L] + q[1L])
    }
    c(p[2L], q[2L])
  }
  vapply(as.vector(x), one, c(0, 0))
}
rational <- function(x, cycles = 10, max.denominator = 2000, ...) {
  parts <- fraction_parts(x, cycles, max.denominator)
  found <- x
  found[] <- parts[1L, ] / parts[2L, ]
  found
}
fractions <- function(x, cycles = 10, max.denominator = 2000, ...) {
  values <- x
  if (inherits(values, "fractions")) {
    class(values) <- NULL
    attr(values, "fracs") <- NULL
  }
  parts <- fraction_parts(values, cycles, max.denominator)
  top <- format(parts[1L, ], digits = 15, trim = TRUE, scientific = FALSE)
  top <- vapply(parts[1L, ], function(v) format(v, digits = 15, scientific = FALSE), "")
  under <- vapply(parts[2L, ], function(v) format(v, digits = 15, scientific = FALSE), "")
  found <- values
  found[] <- parts[1L, ] / parts[2L, ]
  attr(found, "fracs") <- ifelse(parts[2L, ] == 1 | is.na(parts[1L, ]), top, paste(top, under, sep = "/"))
  class(found) <- c("fractions", class(values))
  found
}
as.fractions <- function(x) if (is.fractions(x)) x else fractions(x)
is.fractions <- function(f) inherits(f, "fractions")
as.character.fractions <- function(x, ...) attr(x, "fracs")
bare_fractions <- function(x) {
  class(x) <- NULL
  attr(x, "fracs") <- NULL
  x
}
print.fractions <- function(x, ...) {
  shown <- bare_fractions(x)
  texts <- format(attr(x, "fracs"), justify = "right")
  storage.mode(shown) <- "character"
  shown[] <- texts
  print(shown, quote = FALSE, ...)
  invisible(x)
}
Ops.fractions <- function(e1, e2) {
  run <- get(.Generic, mode = "function")
  plain <- function(e) if (is.fractions(e)) bare_fractions(e) else e
  found <- if (missing(e2)) run(plain(e1)) else run(plain(e1), plain(e2))
  if (is.numeric(found)) fractions(found) else found
}
Math.fractions <- function(x, ...) fractions(get(.Generic, mode = "function")(bare_fractions(x), ...))
Summary.fractions <- function(x, ..., na.rm = FALSE) fractions(get(.Generic, mode = "function")(bare_fractions(x), ..., na.rm = na.rm))
t.fractions <- function(x) fractions(t(bare_fractions(x)))
`[.fractions` <- function(x, ...) fractions(bare_fractions(x)[...])

boxcox <- function(object, lambda = seq(-2, 2, 1/10), plotit = TRUE, interp = (plotit && (m < 100)),
                   eps = 1/50, xlab = expression(lambda), ylab = "log-Likelihood", data = parent.frame(), ...) {
  m <- length(lambda)
  fit <- if (inherits(object, "formula")) lm(object, data = data) else object
  frame <- model.frame(fit)
  y <- as.vector(model.response(frame))
  if (any(y <= 0)) stop("response variable must be positive")
  qr <- qr(model.matrix(fit))
  n <- length(y)
  y <- y / exp(mean(log(y)))
  logs <- log(y)
  scores <- vapply(lambda, function(power) {
    turned <- if (abs(power) > eps) (y^power - 1) / power
      else logs * (1 + (power * logs) / 2 * (1 + (power * logs) / 3 * (1 + (power * logs) / 4)))
    -n / 2 * log(sum(qr.resid(qr, turned)^2))
  }, 0)
  if (interp) {
    smooth <- spline(lambda, scores, n = 100)
    lambda <- smooth$x
    scores <- smooth$y
  }
  if (plotit) {
    plot(lambda, scores, type = "l", xlab = "lambda", ylab = ylab)
    invisible(list(x = lambda, y = scores))
  } else list(x = lambda, y = scores)
}
kde2d <- function(x, y, h, n = 25, lims = c(range(x), range(y))) {
  count <- length(x)
  if (length(y) != count) stop("data vectors must be the same length")
  if (any(!is.finite(x)) || any(!is.finite(y))) stop("missing or infinite values in the data are not allowed")
  n <- rep(n, length.out = 2L)
  gx <- seq.int(lims[1L], lims[2L], length.out = n[1L])
  gy <- seq.int(lims[3L], lims[4L], length.out = n[2L])
  h <- if (missing(h)) c(bandwidth.nrd(x), bandwidth.nrd(y)) else rep(h, length.out = 2L)
  if (any(h <= 0)) stop("bandwidths must be strictly positive")
  h <- h / 4
  ax <- dnorm(outer(gx, x, "-") / h[1L])
  ay <- dnorm(outer(gy, y, "-") / h[2L])
  list(x = gx, y = gy, z = tcrossprod(ax, ay) / (count * h[1L] * h[2L]))
}

fitdistr <- function(x, densfun, start, ...) {
  if (missing(x) || length(x) == 0L || mode(x) != "numeric") stop("'x' must be a non-empty numeric vector")
  if (any(!is.finite(x))) stop("'x' contains missing or infinite values")
  n <- length(x)
  made <- function(estimate, sd, loglik, vcov = diag(sd^2, length(sd))) {
    names(sd) <- names(estimate)
    dimnames(vcov) <- list(names(estimate), names(estimate))
    structure(list(estimate = estimate, sd = sd, vcov = vcov, n = n, loglik = loglik), class = "fitdistr")
  }
  name <- if (is.character(densfun)) tolower(densfun) else ""
  fixed <- list(...)
  if (missing(start) && !length(fixed)) {
    if (name == "normal") {
      s <- sqrt((n - 1) / n) * sd(x)
      return(made(c(mean = mean(x), sd = s), c(s / sqrt(n), s / sqrt(2 * n)), sum(dnorm(x, mean(x), s, log = TRUE))))
    }
    if (name %in% c("lognormal", "log-normal")) {
      if (any(x <= 0)) stop("need positive values to fit a log-Normal")
      s <- sqrt((n - 1) / n) * sd(log(x))
      return(made(c(meanlog = mean(log(x)), sdlog = s), c(s / sqrt(n), s / sqrt(2 * n)), sum(dlnorm(x, mean(log(x)), s, log = TRUE))))
    }
    if (name == "exponential") {
      if (any(x < 0)) stop("Exponential values must be >= 0")
      rate <- 1 / mean(x)
      return(made(c(rate = rate), rate / sqrt(n), sum(dexp(x, rate, log = TRUE))))
    }
    if (name == "poisson") {
      rate <- mean(x)
      return(made(c(lambda = rate), sqrt(rate / n), sum(dpois(x, rate, log = TRUE))))
    }
    if (name == "geometric") {
      p <- 1 / (1 + mean(x))
      return(made(c(prob = p), p * sqrt((1 - p) / n), sum(dgeom(x, p, log = TRUE))))
    }
    stop("'start' must be a named list")
  }
  density <- if (is.function(densfun)) densfun else switch(name,
    weibull = dweibull, gamma = dgamma, `negative binomial` = dnbinom, logistic = dlogis, cauchy = dcauchy,
    t = function(x, m, s, df, log = FALSE) if (log) dt((x - m) / s, df, log = TRUE) - log(s) else dt((x - m) / s, df) / s,
    beta = dbeta, `chi-squared` = dchisq, f = df, normal = dnorm, exponential = dexp,
    stop("unsupported distribution"))
  names <- names(start)
  bounds <- fixed[intersect(names(fixed), c("lower", "upper", "method", "control"))]
  fixed <- fixed[setdiff(names(fixed), names(bounds))]
  loss <- function(p) {
    given <- as.list(p)
    names(given) <- names
    -sum(do.call(density, c(list(x), given, fixed, list(log = TRUE))))
  }
  options <- c(list(par = unlist(start), fn = loss, hessian = TRUE), bounds)
  if (is.null(bounds$method)) {
    if (length(bounds$lower) || length(bounds$upper)) options$method <- "L-BFGS-B"
    else if (length(start) == 1L) options$method <- "BFGS"
  }
  found <- do.call(optim, options)
  if (found$convergence > 0L) stop("optimization failed")
  vcov <- solve(found$hessian)
  estimate <- found$par
  names(estimate) <- names
  made(estimate, sqrt(diag(vcov)), -found$value, vcov)
}
print.fitdistr <- function(x, digits = getOption("digits"), ...) {
  cells <- format(rbind(x$estimate, x$sd), digits = digits)
  cells[2L, ] <- paste("(", cells[2L, ], ")", sep = "")
  shown <- vapply(seq_len(ncol(cells)), function(k) {
    top <- paste0(cells[1L, k], " ")
    wide <- max(nchar(top), nchar(cells[2L, k]))
    c(formatC(top, width = wide), formatC(cells[2L, k], width = wide))
  }, c("", ""))
  dim(shown) <- dim(cells)
  dimnames(shown) <- list(c("", ""), names(x$estimate))
  print_estimates(shown, names(x$estimate))
  invisible(x)
}
print_estimates <- function(cells, names) {
  wide <- pmax(nchar(cells[1L, ]), nchar(names))
  centred <- vapply(seq_along(names), function(k) {
    left <- (wide[k] - nchar(names[k])) %/% 2 + 1
    paste0(strrep(" ", left), names[k], strrep(" ", wide[k] - nchar(names[k]) - left))
  }, "")
  rows <- apply(cells, 1L, function(row) paste(paste0(" ", formatC(row, width = wide)), collapse = ""))
  cat(paste0(" ", paste(centred, collapse = " ")), rows, sep = "\n")
}
coef.fitdistr <- function(object, ...) object$estimate
vcov.fitdistr <- function(object, ...) object$vcov
logLik.fitdistr <- function(object, ...)
  structure(object$loglik, df = length(object$estimate), nobs = object$n, class = "logLik")

lm.ridge <- function(formula, data, subset, na.action, lambda = 0, model = FALSE, x = FALSE, y = FALSE, contrasts = NULL, ...) {
  frame <- if (missing(data)) model.frame(formula) else model.frame(formula, data)
  own <- attr(frame, "terms")
  Y <- as.vector(model.response(frame))
  X <- model.matrix(own, frame)
  n <- nrow(X)
  inter <- attr(own, "intercept")
  if (inter) {
    xm <- colMeans(X[, -1L, drop = FALSE])
    ym <- mean(Y)
    X <- X[, -1L, drop = FALSE] - rep(xm, each = n)
    Y <- Y - ym
  } else ym <- xm <- NA
  scales <- drop(rep(1 / n, n) %*% X^2)^0.5
  X <- X / rep(scales, each = n)
  k <- length(lambda)
  parts <- svd(X)
  d <- parts$d
  rhs <- t(parts$u) %*% Y
  p <- length(d)
  lscoef <- parts$v %*% (rhs / d)
  resid <- Y - X %*% lscoef
  s2 <- sum(resid^2) / (n - p - inter)
  HKB <- (p - 2) * s2 / sum(lscoef^2)
  LW <- (p - 2) * s2 * n / sum((X %*% lscoef)^2)
  div <- d^2 + rep(lambda, each = p)
  a <- drop(d * rhs) / div
  dim(a) <- c(p, k)
  coef <- parts$v %*% a
  dimnames(coef) <- list(names(scales), format(lambda))
  GCV <- colSums((Y - X %*% coef)^2) / (n - colSums(matrix(d^2 / div, p)))^2
  structure(list(coef = drop(coef), scales = scales, Inter = inter, lambda = lambda, ym = ym, xm = xm, GCV = GCV, kHKB = HKB, kLW = LW),
            class = "ridgelm")
}
coef.ridgelm <- function(object, ...) {
  slopes <- t(as.matrix(object$coef / object$scales))
  if (object$Inter) {
    inter <- object$ym - slopes %*% object$xm
    slopes <- cbind(Intercept = inter, slopes)
  }
  drop(slopes)
}
print.ridgelm <- function(x, ...) print(coef(x), ...)
select.ridgelm <- function(obj, ...) {
  cat("modified HKB estimator is", format(obj$kHKB), "\n")
  cat("modified L-W estimator is", format(obj$kLW), "\n")
  best <- which.min(obj$GCV)
  cat("smallest value of GCV  at", format(obj$lambda[best]), "\n")
  invisible(NULL)
}

psi.huber <- function(u, k = 1.345, deriv = 0) {
  if (!deriv) return(pmin(1, k / abs(u)))
  abs(u) <= k
}
psi.bisquare <- function(u, c = 4.685, deriv = 0) {
  if (!deriv) return((1 - pmin(1, abs(u / c))^2)^2)
  t <- (u / c)^2
  ifelse(t < 1, (1 - t) * (1 - 5 * t), 0)
}
psi.hampel <- function(u, a = 2, b = 4, c = 8, deriv = 0) {
  U <- pmin(abs(u) + 1e-50, c)
  if (!deriv) return(ifelse(U <= a, U, ifelse(U <= b, a, a * (c - U) / (c - b))) / U)
  ifelse(abs(u) <= c, ifelse(U <= a, 1, ifelse(U <= b, 0, -a / (c - b))), 0)
}
# Huber (1981), chapter 7: iterated reweighted least squares, the scale by the median residual.
rlm <- function(x, ...) UseMethod("rlm")
rlm.formula <- function(formula, data, weights, ..., subset, na.action, method = c("M", "MM", "model.frame"),
                        wt.method = c("inv.var", "case"), model = TRUE, x.ret = TRUE, y.ret = FALSE, contrasts = NULL) {
  if (!missing(weights)) stop("prior weights are not covered in rlm()", call. = FALSE)
  method <- match.arg(method)
  if (method != "M") stop("only method = \"M\" is covered in rlm()", call. = FALSE)
  kept <- match.call()
  asked <- kept[c(1L, match(c("formula", "data", "subset", "na.action"), names(kept), 0L))]
  asked[[1L]] <- quote(stats::model.frame)
  frame <- eval(asked, parent.frame())
  own <- attr(frame, "terms")
  response <- model.response(frame)
  design <- model.matrix(own, frame)
  fit <- rlm.default(design, response, ...)
  kept[[1L]] <- as.name("rlm")
  fit$call <- kept
  fit$terms <- own
  fit$model <- frame
  fit
}
rlm.default <- function(x, y, weights, ..., w = rep(1, nrow(x)), init = "ls", psi = psi.huber,
                        scale.est = c("MAD", "Huber", "proposal 2"), k2 = 1.345, method = c("M", "MM"),
                        wt.method = c("inv.var", "case"), maxit = 20, acc = 1e-4, test.vec = "resid", lqs.control = NULL) {
  scale.est <- match.arg(scale.est)
  if (scale.est != "MAD") stop("only scale.est = \"MAD\" is covered in rlm()", call. = FALSE)
  x <- as.matrix(x)
  if (is.null(colnames(x))) colnames(x) <- paste0("X", seq_len(ncol(x)))
  if (qr(x)$rank < ncol(x)) stop("'x' is singular: singular fits are not implemented in 'rlm'")
  extra <- list(...)
  fixed <- extra[intersect(names(extra), names(formals(psi)))]
  weighing <- function(u, deriv = 0) do.call(psi, c(list(u), fixed, list(deriv = deriv)))
  change <- function(old, new) sqrt(sum((old - new)^2) / max(1e-20, sum(old^2)))
  start <- lm.wfit(x, y, w, method = "qr")
  residuals <- start$residuals
  steps <- NULL
  done <- FALSE
  for (iter in seq_len(maxit)) {
    before <- residuals
    scale <- median(abs(residuals)) / 0.6745
    if (scale == 0) {
      done <- TRUE
      break
    }
    w <- weighing(residuals / scale)
    start <- lm.wfit(x, y, w, method = "qr")
    residuals <- start$residuals
    moved <- change(before, residuals)
    steps <- c(steps, moved)
    done <- moved <= acc
    if (done) break
  }
  if (!done) warning(gettextf("'rlm' failed to converge in %d steps", maxit), domain = NA)
  fitted <- drop(x %*% start$coefficients)
  structure(list(coefficients = start$coefficients, residuals = y - fitted, wresid = residuals, effects = start$effects,
    rank = start$rank, fitted.values = fitted, assign = start$assign, qr = start$qr, df.residual = NA, w = w, s = scale,
    psi = psi, k2 = k2, weights = NULL, conv = steps, converged = done, x = x, call = match.call(),
    psi.fixed = fixed), class = c("rlm", "lm"))
}
print.rlm <- function(x, ...) {
  cat("Call:\n")
  print(x$call)
  if (x$converged) cat("Converged in", length(x$conv), "iterations\n")
  else cat("Ran", length(x$conv), "iterations without convergence\n")
  cat("\nCoefficients:\n")
  print(x$coefficients, ...)
  n <- length(x$residuals)
  cat("\nDegrees of freedom:", n, "total;", n - x$rank, "residual\n")
  cat("Scale estimate:", format(signif(x$s, 3)), "\n")
  invisible(x)
}
coef.rlm <- function(object, ...) object$coefficients
residuals.rlm <- function(object, ...) object$residuals
fitted.rlm <- function(object, ...) object$fitted.values
plot.rlm <- function(x, ...) invisible()
predict.rlm <- function(object, newdata = NULL, ...) {
  if (is.null(newdata)) return(object$fitted.values)
  design <- model.matrix(delete.response(object$terms), newdata)
  drop(design %*% object$coefficients)
}
summary.rlm <- function(object, method = c("XtX", "XtWX"), correlation = FALSE, ...) {
  n <- length(object$residuals)
  p <- object$rank
  rdf <- n - p
  res <- object$wresid
  slopes <- do.call(object$psi, c(list(res / object$s), object$psi.fixed, list(deriv = 1)))
  weights <- do.call(object$psi, c(list(res / object$s), object$psi.fixed))
  S <- sum((res * weights)^2) / rdf
  mn <- mean(slopes)
  correction <- 1 + p * var(slopes) / (n * mn^2)
  stddev <- sqrt(S) * (correction / mn)
  upper <- qr.R(object$qr)[seq_len(p), seq_len(p), drop = FALSE]
  if (match.arg(method) == "XtX") upper <- qr.R(qr(object$x))
  inverse <- solve(upper, diag(p))
  lengths <- rowSums(inverse^2)^0.5 * stddev
  cells <- cbind(object$coefficients, lengths, object$coefficients / lengths)
  dimnames(cells) <- list(names(object$coefficients), c("Value", "Std. Error", "t value"))
  unscaled <- inverse %*% t(inverse)
  dimnames(unscaled) <- list(rownames(cells), rownames(cells))
  structure(list(call = object$call, residuals = object$residuals, coefficients = cells, sigma = object$s,
                 stddev = stddev, df = c(p, rdf, p), r.squared = NA, cov.unscaled = unscaled), class = "summary.rlm")
}
vcov.rlm <- function(object, ...) {
  made <- summary.rlm(object)
  made$stddev^2 * made$cov.unscaled
}
print.summary.rlm <- function(x, digits = NULL, ...) {
  if (is.null(digits)) digits <- max(3, getOption("digits") - 3)
  cat("\nCall: ")
  dput(x$call)
  rdf <- x$df[2L]
  cat("Residuals:\n")
  if (rdf > 5L) print(structure(quantile(x$residuals), names = c("Min", "1Q", "Median", "3Q", "Max")), digits = digits)
  else print(x$residuals, digits = digits)
  cat("\nCoefficients:\n")
  print(format(round(x$coefficients, digits = digits)), quote = FALSE)
  cat("\nResidual standard error:", format(signif(x$sigma, digits)), "on", rdf, "degrees of freedom\n")
  invisible(x)
}
