# Summaries of the groups of a data frame.

aggregate <- function(x, ...) UseMethod("aggregate")

aggregate.default <- function(x, ...) {
  if (is.ts(x)) aggregate.ts(as.ts(x), ...) else aggregate.data.frame(as.data.frame(x), ...)
}

aggregate.data.frame <- function(x, by, FUN, ..., simplify = TRUE, drop = TRUE) {
  if (inherits(by, "formula")) return(aggregate.formula(by, x, FUN, ...))
  if (!is.data.frame(x)) x <- as.data.frame(x)
  FUN <- match.fun(FUN)
  if (NROW(x) == 0L) stop("no rows to aggregate")
  if (!is.list(by)) stop("'by' must be a list")
  if (is.null(names(by)) && length(by)) names(by) <- paste0("Group.", seq_along(by))
  else {
    unnamed <- which(!nzchar(names(by)))
    if (length(unnamed)) names(by)[unnamed] <- paste0("Group.", unnamed)
  }
  if (any(lengths(by) != NROW(x))) stop("arguments must have same length")
  labels <- names(by)
  by <- as.data.frame(by, stringsAsFactors = FALSE, optional = TRUE)
  names(by) <- labels
  known <- complete.cases(by)
  by <- by[known, , drop = FALSE]
  x <- x[known, , drop = FALSE]
  if (!nrow(x)) stop("no rows to aggregate")
  found <- groups_of(by, drop)
  for (name in names(x)) found$groups[[name]] <- column_summary(x[[name]], found$codes, FUN, simplify, ...)
  row.names(found$groups) <- NULL
  found$groups
}

# The combinations of the variables, the first running fastest, and the place of every row in them.
groups_of <- function(by, drop) {
  code <- rep(0, nrow(by))
  levels <- 1
  parts <- lapply(by, function(v) {
    if (is.factor(v)) list(values = factor_values(v, drop), code = if (drop) as.integer(droplevels(v)) else as.integer(v))
    else {
      values <- sort(unique(v))
      list(values = values, code = match(v, values))
    }
  })
  for (part in parts) {
    code <- code + levels * (part$code - 1)
    levels <- levels * length(part$values)
  }
  all <- if (drop) sort(unique(code)) else seq_len(levels) - 1
  step <- 1
  groups <- by[rep(1L, length(all)), , drop = FALSE]
  for (k in seq_along(parts)) {
    n <- length(parts[[k]]$values)
    groups[[k]] <- parts[[k]]$values[(all %/% step) %% n + 1]
    step <- step * n
  }
  list(groups = groups, codes = factor(match(code, all), levels = seq_along(all)))
}

factor_values <- function(v, drop) {
  known <- if (drop) levels(droplevels(v)) else levels(v)
  factor(known, levels = levels(v), ordered = is.ordered(v))
}

column_summary <- function(values, codes, FUN, simplify, ...) {
  rows <- base::split(seq_along(codes), codes)
  filled <- lengths(rows) > 0L
  pieces <- if (is.data.frame(values) || is.matrix(values)) function(i) values[i, , drop = FALSE] else function(i) values[i]
  answers <- lapply(unname(rows[filled]), function(i) FUN(pieces(i), ...))
  if (simplify) {
    size <- unique(lengths(answers))
    if (length(size) == 1L) {
      kind <- unique(lapply(answers, oldClass))
      answers <- if (size == 1L) {
        if (length(kind) == 1L && !is.null(kind[[1L]])) unname(do.call(c, answers))
        else unlist(answers, use.names = FALSE)
      } else if (size > 1L) {
        matrix(unlist(answers, use.names = FALSE), nrow = length(answers), ncol = size, byrow = TRUE,
               dimnames = if (!is.null(names(answers[[1L]]))) list(NULL, names(answers[[1L]])))
      } else answers
    }
  }
  if (all(filled)) return(answers)
  places <- match(seq_along(rows), which(filled))
  if (is.matrix(answers)) answers[places, , drop = FALSE]
  else if (is.list(answers)) { answers <- answers[places]; answers }
  else answers[places]
}

aggregate.formula <- function(x, data, FUN, ..., subset, na.action = na.omit, formula = x) {
  formula <- eval(formula)
  if (length(formula) != 3L) stop("'formula' must have both left and right hand sides")
  around <- environment(formula)
  if (is.null(around)) around <- parent.frame()
  if (missing(data)) data <- list()
  if (is.matrix(data)) data <- as.data.frame(data)
  left <- formula[[2L]]
  right <- formula[[3L]]
  dot <- as.name(".")
  if (identical(right, dot)) right <- lapply(setdiff(names(data), all.vars(left)), as.name)
  else right <- terms_of(right)
  if (identical(left, dot)) left <- lapply(setdiff(names(data), unlist(lapply(right, all.vars))), as.name)
  else left <- list(left)
  label <- function(v) paste(deparse(v, 500L), collapse = "")
  value <- function(v) eval(v, data, around)
  groups <- lapply(right, value)
  names(groups) <- vapply(right, function(v) if (is.name(v)) as.character(v) else label(v), "")
  columns <- list()
  for (v in left) {
    found <- value(v)
    if (is.matrix(found)) {
      own <- as.data.frame(found)
      columns[names(own)] <- own
    } else columns[[if (is.name(v)) as.character(v) else label(v)]] <- found
  }
  frame <- as.data.frame(c(columns, groups), optional = TRUE, stringsAsFactors = FALSE)
  names(frame) <- c(names(columns), names(groups))
  if (!missing(subset)) {
    chosen <- eval(substitute(subset), data, parent.frame())
    frame <- frame[if (is.logical(chosen)) chosen & !is.na(chosen) else chosen, , drop = FALSE]
  }
  if (!is.null(na.action)) frame <- match.fun(na.action)(frame)
  first <- seq_along(columns)
  if (!length(groups)) return(all_summary(frame[first], FUN, ...))
  aggregate.data.frame(frame[first], as.list(frame[-first]), FUN = FUN, ...)
}

all_summary <- function(frame, FUN, ...) {
  found <- aggregate.data.frame(frame, list(rep(1L, nrow(frame))), FUN, ...)
  found[-1L]
}

terms_of <- function(node) {
  if (is.call(node) && as.character(node[[1L]])[1L] %in% c("+", "*", ":")) unique(c(terms_of(node[[2L]]), terms_of(node[[3L]])))
  else if (is.call(node) && identical(node[[1L]], as.name("("))) terms_of(node[[2L]])
  else if (is.numeric(node)) list()
  else list(node)
}
