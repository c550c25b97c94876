# Shares and margins of tables; flat tables.

proportions <- function(x, margin = NULL) {
  if (length(margin)) sweep(x, margin, marginSums(x, margin), "/", check.margin = FALSE)
  else x / sum(x)
}
prop.table <- function(x, margin = NULL) proportions(x, margin)
marginSums <- function(x, margin = NULL) {
  if (!is.array(x)) stop("'x' is not an array", call. = FALSE)
  if (!length(margin)) return(sum(x))
  kept <- dimnames(x)
  sums <- apply(x, margin, sum)
  if (is.character(margin)) margin <- match(margin, names(kept))
  sums <- array(sums, dim(x)[margin], kept[margin])
  class(sums) <- oldClass(x)
  sums
}
margin.table <- function(x, margin = NULL) marginSums(x, margin)

as.table <- function(x, ...) UseMethod("as.table")
as.table.default <- function(x, ...) {
  if (is.table(x)) return(x)
  if (!is.array(x) && !is.numeric(x)) stop("cannot coerce to a table", call. = FALSE)
  x <- as.array(x)
  if (any(dim(x) == 0L)) stop("cannot coerce to a table", call. = FALSE)
  labels <- dimnames(x)
  if (is.null(labels)) labels <- vector("list", length(dim(x)))
  for (k in which(vapply(labels, is.null, NA))) labels[[k]] <- make.unique(LETTERS[(seq_len(dim(x)[k]) - 1L) %% 26L + 1L], sep = "")
  dimnames(x) <- labels
  class(x) <- c("table", setdiff(oldClass(x), "table"))
  x
}

ftable <- function(x, ...) UseMethod("ftable")
ftable.default <- function(..., exclude = c(NA, NaN), row.vars = NULL, col.vars = NULL) {
  given <- list(...)
  if (!length(given)) stop("nothing to tabulate", call. = FALSE)
  x <- given[[1L]]
  x <- if (length(given) == 1L && is.array(x)) as.table(x)
       else if (is.list(x)) table(x, exclude = exclude)
       else table(..., exclude = exclude)
  labels <- dimnames(x)
  axes <- seq_along(labels)
  which_axes <- function(of) {
    if (is.null(of)) return(NULL)
    found <- if (is.character(of)) pmatch(of, names(labels)) else as.integer(of)
    if (anyNA(found) || any(found < 1L | found > length(axes))) stop("missing or duplicated variables", call. = FALSE)
    found
  }
  rows <- which_axes(row.vars)
  columns <- which_axes(col.vars)
  if (is.null(rows) && is.null(columns)) columns <- length(axes)
  if (is.null(rows)) rows <- setdiff(axes, columns)
  if (is.null(columns)) columns <- setdiff(axes, rows)
  if (length(unique(c(rows, columns))) < length(c(rows, columns)))
    stop("missing or duplicated variables", call. = FALSE)
  if (length(c(rows, columns)) < length(axes)) {
    x <- marginSums(x, c(rows, columns))
    labels <- dimnames(x)
    columns <- length(rows) + seq_along(columns)
    rows <- seq_along(rows)
  }
  cells <- aperm(x, c(rev(rows), rev(columns)))
  structure(array(as.vector(cells), c(prod(dim(x)[rows]), prod(dim(x)[columns]))), row.vars = labels[rows],
            col.vars = labels[columns], class = "ftable")
}
ftable.formula <- function(formula, data = NULL, subset, na.action, ...) {
  if (length(formula) != 3L) stop("'formula' missing or incorrect", call. = FALSE)
  left <- all.vars(formula[[2L]])
  right <- all.vars(formula[[3L]])
  if (is.null(data)) data <- environment(formula)
  if (inherits(data, "ftable")) data <- as.table(data)
  if (is.array(data)) {
    known <- names(dimnames(data))
    if (identical(left, ".")) left <- setdiff(known, right)
    if (identical(right, ".")) right <- setdiff(known, left)
    if (anyNA(match(left, known))) stop("incorrect variable names in lhs of formula", call. = FALSE)
    if (anyNA(match(right, known))) stop("incorrect variable names in rhs of formula", call. = FALSE)
    return(ftable.default(data, row.vars = right, col.vars = left))
  }
  if (is.list(data)) {
    if (identical(left, ".")) left <- setdiff(names(data), right)
    if (identical(right, ".")) right <- setdiff(names(data), left)
  }
  value <- function(name) if (is.list(data) && name %in% names(data)) data[[name]]
                          else eval(as.name(name), if (is.environment(data)) data else environment(formula))
  columns <- lapply(c(right, left), value)
  names(columns) <- c(right, left)
  columns <- as.data.frame(columns, optional = TRUE, stringsAsFactors = TRUE)
  if (!missing(subset)) {
    chosen <- eval(substitute(subset), data, parent.frame())
    columns <- columns[chosen & !is.na(chosen), , drop = FALSE]
  }
  ftable.default(table(columns), row.vars = right, col.vars = left)
}
as.table.ftable <- function(x, ...) {
  rows <- attr(x, "row.vars")
  columns <- attr(x, "col.vars")
  n <- length(rows)
  cells <- array(as.vector(unclass(x)), c(lengths(rev(rows)), lengths(rev(columns))), c(rev(rows), rev(columns)))
  as.table(aperm(cells, c(rev(seq_along(rows)), n + rev(seq_along(columns)))))
}
as.data.frame.ftable <- function(x, row.names = NULL, optional = FALSE, ...) {
  as.data.frame(as.table.ftable(x), row.names = row.names, ...)
}
as.matrix.ftable <- function(x, sep = "_", ...) {
  side <- function(parts) {
    if (!length(parts)) return(NULL)
    names <- rev(expand.grid(rev(parts), stringsAsFactors = FALSE))
    do.call(paste, c(names, sep = sep))
  }
  labels <- list(side(attr(x, "row.vars")), side(attr(x, "col.vars")))
  names(labels) <- c(paste(names(attr(x, "row.vars")), collapse = sep), paste(names(attr(x, "col.vars")), collapse = sep))
  matrix(as.vector(unclass(x)), nrow(x), ncol(x), dimnames = labels)
}
print.ftable <- function(x, digits = getOption("digits"), ...) {
  writeLines(flat_table_lines(x, digits = digits))
  invisible(x)
}
write.ftable <- function(x, file = "", quote = TRUE, append = FALSE, digits = getOption("digits"), ...) {
  lines <- flat_table_lines(x, quote = quote, digits = digits)
  cat(paste0(lines, "\n"), file = file, append = append, sep = "")
  invisible(x)
}
format.ftable <- function(x, quote = TRUE, digits = getOption("digits"), ...) flat_table_cells(x, quote, digits)

flat_table_cells <- function(x, quote, digits) {
  rows <- attr(x, "row.vars")
  columns <- attr(x, "col.vars")
  shown <- function(text) if (quote) paste0("\"", text, "\"") else text
  runs <- function(parts) {
    sizes <- lengths(parts)
    total <- prod(sizes)
    vapply(seq_along(parts), function(k) {
      each <- prod(sizes[-seq_len(k)])
      at <- seq_len(total) - 1L
      labels <- parts[[k]][(at %/% each) %% sizes[k] + 1L]
      ifelse(at %% each == 0, shown(ifelse(is.na(labels), "NA", labels)), "")
    }, character(total))
  }
  left <- matrix(if (length(rows)) runs(rows) else character(), nrow(x), length(rows))
  top <- t(matrix(if (length(columns)) runs(columns) else character(), ncol(x), length(columns)))
  named <- function(parts) shown(if (is.null(names(parts))) rep("", length(parts)) else names(parts))
  cells <- format(unclass(array(x, dim(x))), digits = digits)
  head <- cbind(matrix("", length(columns), length(rows)), named(columns), top)
  names <- matrix(c(named(rows), rep("", ncol(x) + 1L)), 1L)
  unname(rbind(head, names, cbind(left, "", cells)))
}

flat_table_lines <- function(x, quote = FALSE, digits = getOption("digits")) {
  cells <- flat_table_cells(x, quote, digits)
  left <- length(attr(x, "row.vars")) + 1L
  for (k in seq_len(ncol(cells)))
    cells[, k] <- format(cells[, k], justify = if (k <= left) "left" else "right")
  apply(cells, 1L, paste, collapse = " ")
}

