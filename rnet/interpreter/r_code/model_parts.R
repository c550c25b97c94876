# Parts of model frames and formulas, and fits of bare matrices.

model.extract <- function(frame, component) {
  part <- as.character(substitute(component))
  if (part %in% c("response", "offset"))
    return(if (part == "response") model.response(frame) else model.offset(frame))
  value <- frame[[paste0("(", part, ")")]]
  if (!is.null(value) && is.null(names(value)) && is.null(dim(value)))
    names(value) <- attr(frame, "row.names")
  value
}
model.response <- function(data, type = "any") {
  type <- match.arg(type, c("any", "numeric", "double", "factor"))
  place <- attr(attr(data, "terms"), "response")
  if (is.null(place)) place <- 1L
  if (!place) return(NULL)
  value <- data[[place]]
  if (type %in% c("numeric", "double") && is.factor(value))
    warning("using type = \"numeric\" with a factor response will be ignored")
  if (is.null(dim(value))) {
    rows <- attr(data, "row.names")
    if (length(rows) == length(value)) names(value) <- rows
  }
  value
}
model.weights <- function(x) x[["(weights)"]]
model.offset <- function(x) {
  places <- attr(attr(x, "terms"), "offset")
  found <- if (is.null(x[["(offset)"]])) 0 else x[["(offset)"]]
  if (length(places)) for (place in places) found <- found + x[[place]]
  else if (is.null(x[["(offset)"]])) return(NULL)
  if (!is.numeric(found)) stop("'offset' must be numeric")
  found
}
offset <- function(object) object
is.empty.model <- function(x) {
  own <- terms(x)
  length(attr(own, "factors")) == 0L && attr(own, "intercept") == 0L
}
asOneSidedFormula <- function(object) {
  if (inherits(object, "formula")) {
    if (length(object) != 2L) stop(gettextf("formula '%s' must be of the form '~expr'", deparse(as.vector(object))), domain = NA)
    return(object)
  }
  part <- switch(mode(object),
    name = , numeric = , call = object,
    character = as.name(object),
    expression = object[[1L]],
    stop(gettextf("'%s' cannot be of mode '%s'", "object", mode(object)), domain = NA))
  eval(call("~", part), parent.frame())
}
DF2formula <- function(x, env = parent.frame()) {
  names <- lapply(names(x), as.name)
  sum <- if (length(names) > 1L) Reduce(function(a, b) call("+", a, b), names[-1L]) else names[[1L]]
  made <- if (length(names) > 1L) call("~", names[[1L]], sum) else call("~", sum)
  eval(made, env)
}
drop.terms <- function(termobj, dropx = NULL, keep.response = FALSE) {
  if (is.null(dropx)) return(termobj)
  labels <- attr(termobj, "term.labels")[-dropx]
  response <- if (keep.response && attr(termobj, "response")) termobj[[2L]]
  terms(reformulate(labels, response, attr(termobj, "intercept")))
}
get_all_vars <- function(formula, data = NULL, ...) {
  names <- all.vars(if (inherits(formula, "terms")) formula else terms(formula, data = data))
  where <- environment(formula)
  if (is.null(where)) where <- parent.frame()
  found <- lapply(names, function(name) eval(as.name(name), data, where))
  names(found) <- names
  rows <- if (is.data.frame(data)) attr(data, "row.names")
  extra <- list(...)
  as.data.frame(c(found, extra), row.names = rows, optional = TRUE)
}
expand.model.frame <- function(model, extras, envir = environment(formula(model)), na.expand = FALSE) {
  own <- formula(model)
  data <- eval(model$call$data, envir)
  wider <- if (inherits(extras, "formula")) deparse(extras[[2L]]) else paste(extras, collapse = "+")
  added <- as.formula(paste(paste(deparse(own), collapse = ""), "+", wider), envir)
  subset <- model$call$subset
  frame <- eval(call("model.frame", added, data = data, subset = subset, na.action = I), envir)
  frame
}
`contrasts<-` <- function(x, how.many = NULL, value) {
  if (is.logical(x)) x <- factor(x, levels = c(FALSE, TRUE))
  if (!is.factor(x)) stop("contrasts apply only to factors")
  count <- nlevels(x)
  if (count < 2L) stop("contrasts can be applied only to factors with 2 or more levels")
  if (is.function(value)) value <- value(count)
  if (is.numeric(value)) {
    value <- as.matrix(value)
    if (nrow(value) != count) stop("wrong number of contrast matrix rows")
    wanted <- if (is.null(how.many)) count - 1L else how.many
    given <- min(ncol(value), wanted)
    full <- qr(cbind(1, value[, seq_len(ncol(value)), drop = FALSE]))
    if (full$rank <= ncol(value)) stop("singular contrast matrix")
    made <- value[, seq_len(given), drop = FALSE]
    if (given < wanted) {
      rest <- qr.qy(full, diag(count))[, seq(full$rank + 1L, length.out = wanted - given), drop = FALSE]
      names <- colnames(value)
      made <- cbind(made, rest)
      if (!is.null(names)) colnames(made) <- c(names[seq_len(given)], rep("", wanted - given))
    }
    rownames(made) <- levels(x)
    value <- made
  } else if (!is.character(value)) stop("wrong number of contrast matrix rows")
  attr(x, "contrasts") <- value
  x
}
C <- function(object, contr, how.many, ...) {
  object <- as.factor(object)
  if (missing(contr)) contr <- getOption("contrasts")[[if (is.ordered(object)) 2L else 1L]]
  if (is.symbol(substitute(contr)) || is.function(contr)) {
    name <- substitute(contr)
    if (is.symbol(name)) {
      text <- as.character(name)
      if (text %in% c("treatment", "sum", "helmert", "poly", "SAS")) contr <- paste0("contr.", text)
    }
  }
  if (missing(how.many) && is.character(contr) && !length(list(...))) {
    contrasts(object) <- contr
    return(object)
  }
  if (is.character(contr)) contr <- get(contr, mode = "function")
  if (is.function(contr)) contr <- contr(nlevels(object), ...)
  if (missing(how.many)) contrasts(object) <- contr
  else contrasts(object, how.many) <- contr
  object
}

fit_of_matrix <- function(x, y, w, offset, tol, singular.ok) {
  if (is.null(dim(x))) stop("'x' must be a matrix")
  rows <- nrow(x)
  if (rows == 0L) stop("0 (non-NA) cases")
  ny <- NCOL(y)
  if (is.matrix(y) && ny == 1L) y <- drop(y)
  if (NROW(y) != rows) stop("incompatible dimensions")
  z <- y
  if (!is.null(offset)) z <- z - offset
  root <- if (is.null(w)) NULL else sqrt(w)
  xw <- if (is.null(w)) x else x * root
  zw <- if (is.null(w)) z else z * root
  found <- qr(xw, tol = tol)
  qr <- structure(list(qr = found$qr, qraux = found$qraux, pivot = found$pivot, tol = tol, rank = found$rank), class = "qr")
  rank <- qr$rank
  if (!singular.ok && rank < ncol(x)) stop("singular fit encountered")
  names <- colnames(x)
  if (is.null(names)) names <- paste0("x", seq_len(ncol(x)))
  effects <- qr.qty(qr, zw)
  coefficients <- qr.coef(qr, zw)
  if (is.matrix(y)) {
    coefficients <- as.matrix(coefficients)
    dimnames(coefficients) <- list(names, colnames(y))
    dimnames(effects) <- list(c(names[qr$pivot[seq_len(rank)]], rep("", rows - rank)), colnames(y))
  } else {
    names(coefficients) <- names
    names(effects) <- c(names[qr$pivot[seq_len(rank)]], rep("", rows - rank))
  }
  known <- coefficients
  known[is.na(known)] <- 0
  residuals <- qr.resid(qr, zw)
  if (!is.null(w)) residuals <- residuals / root
  fitted <- y - residuals
  if (is.null(w)) list(coefficients = coefficients, residuals = residuals, effects = effects,
    rank = rank, fitted.values = fitted, assign = attr(x, "assign"), qr = qr,
    df.residual = rows - rank)
  else list(coefficients = coefficients, residuals = residuals, fitted.values = fitted,
    effects = effects, weights = w, rank = rank, assign = attr(x, "assign"), qr = qr,
    df.residual = rows - rank)
}
lm.fit <- function(x, y, offset = NULL, method = "qr", tol = 1e-07, singular.ok = TRUE, ...)
  fit_of_matrix(x, y, NULL, offset, tol, singular.ok)
lm.wfit <- function(x, y, w, offset = NULL, method = "qr", tol = 1e-07, singular.ok = TRUE, ...) {
  if (any(w < 0 | is.na(w))) stop("missing or negative weights not allowed")
  fit_of_matrix(x, y, w, offset, tol, singular.ok)
}
lsfit <- function(x, y, wt = NULL, intercept = TRUE, tolerance = 1e-07, yname = NULL) {
  x <- as.matrix(x)
  names <- colnames(x)
  if (is.null(names)) names <- if (ncol(x) > 1L) paste0("X", seq_len(ncol(x))) else "X"
  colnames(x) <- names
  if (intercept) x <- cbind(Intercept = 1, x)
  known <- complete.cases(x, y, if (is.null(wt)) rep(1, NROW(y)) else wt)
  if (!all(known)) {
    warning(sprintf(ngettext(sum(!known), "%d missing value deleted", "%d missing values deleted"), sum(!known)), domain = NA)
    x <- x[known, , drop = FALSE]
    y <- if (is.matrix(y)) y[known, , drop = FALSE] else y[known]
    wt <- wt[known]
  }
  fit <- if (is.null(wt)) lm.fit(x, y, tol = tolerance) else lm.wfit(x, y, wt, tol = tolerance)
  residuals <- fit$residuals
  if (is.null(dim(residuals))) names(residuals) <- NULL
  qr <- fit$qr
  list(coefficients = fit$coefficients, residuals = residuals, intercept = intercept,
    qr = list(qt = unname(fit$effects), qr = qr$qr, qraux = qr$qraux, rank = qr$rank,
              pivot = qr$pivot, tol = tolerance))[if (is.null(wt)) 1:4 else 1:4]
}
hat <- function(x, intercept = TRUE) {
  if (inherits(x, "qr")) decomposed <- x
  else {
    if (intercept) x <- cbind(1, x)
    decomposed <- qr(x)
  }
  unit <- qr.qy(decomposed, diag(1, nrow = nrow(decomposed$qr), ncol = decomposed$rank))
  rowSums(unit^2)
}
naresid <- function(omit, x, ...) {
  if (is.null(omit) || !inherits(omit, "exclude") || is.null(x)) return(x)
  rows <- NROW(x) + length(omit)
  kept <- rep(NA, rows)
  kept[-omit] <- seq_len(NROW(x))
  if (is.matrix(x)) {
    x <- x[kept, , drop = FALSE]
    labels <- rownames(x)
    if (length(labels)) {
      labels[omit] <- names(omit)
      rownames(x) <- labels
    }
  } else {
    x <- x[kept]
    labels <- names(x)
    if (length(labels)) {
      labels[omit] <- names(omit)
      names(x) <- labels
    }
  }
  x
}
napredict <- function(omit, x, ...) naresid(omit, x, ...)
add.scope <- function(terms1, terms2) {
  own <- attr(terms(terms1), "term.labels")
  wider <- attr(terms(update.formula(formula(terms1), terms2)), "term.labels")
  parts <- function(label) sort(strsplit(label, ":", fixed = TRUE)[[1L]])
  new <- setdiff(wider, own)
  reachable <- vapply(new, function(label) {
    inside <- parts(label)
    smaller <- Filter(function(other) other != label && all(parts(other) %in% inside), new)
    length(smaller) == 0L
  }, NA)
  new[reachable]
}
drop.scope <- function(terms1, terms2) {
  labels <- attr(terms(terms1), "term.labels")
  fixed <- if (missing(terms2)) character() else attr(terms(terms2), "term.labels")
  parts <- function(label) strsplit(label, ":", fixed = TRUE)[[1L]]
  free <- vapply(labels, function(label)
    !any(vapply(setdiff(labels, label), function(other) all(parts(label) %in% parts(other)), NA)), NA)
  setdiff(labels[free], fixed)
}
numericDeriv <- function(expr, theta, rho = parent.frame(), dir = 1,
                         eps = .Machine$double.eps^(1/if (central) 3 else 2), central = FALSE) {
  dir <- rep_len(dir, length(theta))
  if (!is.character(theta)) stop("'theta' should be of type character")
  value <- as.double(eval(expr, rho))
  if (!all(is.finite(value))) stop("Missing value or an infinity produced when evaluating the model")
  columns <- list()
  for (k in seq_along(theta)) {
    start <- get(theta[k], envir = rho)
    for (j in seq_along(start)) {
      size <- abs(start[j])
      step <- eps * if (size == 0) 1 else size
      moved <- start
      moved[j] <- start[j] + dir[k] * step
      assign(theta[k], moved, envir = rho)
      ahead <- as.double(eval(expr, rho))
      if (central) {
        moved[j] <- start[j] - dir[k] * step
        assign(theta[k], moved, envir = rho)
        slope <- (ahead - as.double(eval(expr, rho))) / (2 * step)
      } else slope <- (ahead - value) / step
      columns[[length(columns) + 1L]] <- dir[k] * slope
    }
    assign(theta[k], start, envir = rho)
  }
  attr(value, "gradient") <- matrix(unlist(columns), length(value))
  value
}

contrasts <- function(x, contrasts = TRUE, sparse = FALSE) {
  if (is.logical(x)) x <- factor(x, levels = c(FALSE, TRUE))
  if (!is.factor(x)) stop("contrasts apply only to factors")
  if (!contrasts) return(diag(1, nlevels(x), names = FALSE) |> structure(dimnames = list(levels(x), levels(x))))
  own <- attr(x, "contrasts")
  if (is.null(own)) own <- getOption("contrasts")[[if (is.ordered(x)) 2L else 1L]]
  if (is.character(own)) own <- get(own, mode = "function")(levels(x))
  else if (is.function(own)) own <- own(levels(x))
  if (is.ordered(x) && is.null(rownames(own))) return(own)
  if (is.null(rownames(own))) rownames(own) <- levels(x)
  own
}
kappa.of.matrix <- function(z, exact = FALSE, norm = NULL, method = "qr", ...) {
  if (inherits(z, "qr")) upper <- qr.R(z)
  else if (is.list(z) && !is.null(z$qr)) upper <- qr.R(z$qr)
  else {
    z <- as.matrix(z)
    if (exact) {
      if (is.null(norm) || norm == "2") {
        sizes <- svd(z, nu = 0, nv = 0)$d
        return(max(sizes) / min(sizes[sizes > 0]))
      }
      return(norm(z, norm) * norm(solve(z), norm))
    }
    upper <- if (nrow(z) < ncol(z)) qr.R(qr(t(z))) else qr.R(qr(z))
  }
  .triangular.condition(upper[seq_len(ncol(upper)), , drop = FALSE])
}
