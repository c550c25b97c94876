# Small functions for data frames and missing values.

as.data.frame.table <- function(x, row.names = NULL, ..., responseName = "Freq", stringsAsFactors = TRUE) {
  labels <- dimnames(x)
  if (is.null(labels)) labels <- vector("list", length(dim(x)))
  for (k in which(vapply(labels, is.null, NA)))
    labels[[k]] <- make.unique(LETTERS[(seq_len(dim(x)[k]) - 1L) %% 26L + 1L], sep = "")
  if (is.null(names(labels))) names(labels) <- paste0("Var", seq_along(labels))
  blank <- !nzchar(names(labels))
  names(labels)[blank] <- paste0("Var", which(blank))
  found <- expand.grid(labels, KEEP.OUT.ATTRS = FALSE, stringsAsFactors = stringsAsFactors)
  names(found) <- names(labels)
  found <- c(found, list(as.vector(unclass(x))))
  names(found) <- make.names(c(names(labels), responseName), unique = TRUE)
  found <- as.data.frame(found)
  if (!is.null(row.names)) row.names(found) <- row.names
  found
}
as.data.frame.list <- function(x, row.names = NULL, optional = FALSE, ...) as.data.frame(unclass(x), row.names = row.names, optional = optional, ...)
as.data.frame.matrix <- function(x, row.names = NULL, optional = FALSE, ...) as.data.frame(unclass(x), row.names = row.names, optional = optional, ...)

naprint <- function(x, ...) UseMethod("naprint")
naprint.default <- function(x, ...) ""
naprint.omit <- function(x, ...) {
  n <- length(x)
  if (n == 1L) "1 observation deleted due to missingness" else paste(n, "observations deleted due to missingness")
}
naprint.exclude <- function(x, ...) naprint.omit(x)
na.action <- function(object, ...) UseMethod("na.action")
na.action.default <- function(object, ...) {
  if (is.list(object) && "na.action" %in% names(object)) object[["na.action"]] else attr(object, "na.action")
}

dget <- function(file, keep.source = FALSE) eval(parse(file = file, keep.source = keep.source))

rowsum <- function(x, group, reorder = TRUE, ...) UseMethod("rowsum")
rowsum.default <- function(x, group, reorder = TRUE, na.rm = FALSE, ...) {
  if (!is.numeric(x)) stop("'x' must be numeric")
  if (length(group) != NROW(x)) stop("incorrect length for 'group'")
  if (anyNA(group)) warning("missing values for 'group'")
  names <- unique(group)
  if (reorder) names <- sort(names, na.last = TRUE)
  found <- group_sums(as.matrix(x), factor(match(group, names), levels = seq_along(names)), na.rm)
  dimnames(found) <- list(as.character(names), colnames(x))
  found
}
rowsum.data.frame <- function(x, group, reorder = TRUE, na.rm = FALSE, ...) {
  if (!all(vapply(x, is.numeric, NA))) stop("non-numeric data frame in rowsum(.)")
  names <- unique(group)
  if (reorder) names <- sort(names, na.last = TRUE)
  codes <- factor(match(group, names), levels = seq_along(names))
  sums <- lapply(x, function(v) drop(group_sums(as.matrix(v), codes, na.rm)))
  as.data.frame(lapply(sums, as.vector), row.names = as.character(names), optional = TRUE)
}
group_sums <- function(x, codes, na.rm) {
  rows <- base::split(seq_along(codes), codes)
  columns <- lapply(seq_len(ncol(x)), function(j) vapply(rows, function(i) sum(x[i, j], na.rm = na.rm), x[1L, j]))
  matrix(unlist(columns), length(rows), ncol(x))
}

scale <- function(x, center = TRUE, scale = TRUE) UseMethod("scale")
scale.default <- function(x, center = TRUE, scale = TRUE) {
  x <- as.matrix(x)
  n <- ncol(x)
  if (is.logical(center)) {
    if (center) {
      center <- colMeans(x, na.rm = TRUE)
      x <- sweep(x, 2L, center, check.margin = FALSE)
    }
  } else {
    if (length(center) != n) stop("length of 'center' must equal the number of columns of 'x'")
    x <- sweep(x, 2L, center, check.margin = FALSE)
  }
  if (is.logical(scale)) {
    if (scale) {
      scale <- apply(x, 2L, function(v) {
        v <- v[!is.na(v)]
        sqrt(sum(v^2) / max(1, length(v) - 1L))
      })
      x <- sweep(x, 2L, scale, "/", check.margin = FALSE)
    }
  } else {
    if (length(scale) != n) stop("length of 'scale' must equal the number of columns of 'x'")
    x <- sweep(x, 2L, scale, "/", check.margin = FALSE)
  }
  if (is.numeric(center)) attr(x, "scaled:center") <- center
  if (is.numeric(scale)) attr(x, "scaled:scale") <- scale
  x
}

dump <- function(list, file = "dumpdata.R", append = FALSE, control = "all", envir = parent.frame(), evaluate = TRUE) {
  lines <- unlist(lapply(list, function(name) {
    shown <- if (identical(make.names(name), name)) name else paste0("`", name, "`")
    c(paste(shown, "<-"), deparse(get(name, envir = envir)))
  }))
  cat(paste0(lines, "\n"), file = file, append = append, sep = "")
  invisible(list)
}

relist <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  if (is.null(skeleton)) stop("The 'flesh' argument does not contain a skeleton attribute.\nEither ensure you unlist a relistable object, or specify the skeleton separately.")
  place <- 0L
  rebuilt <- function(part) {
    if (is.list(part)) {
      part[] <- lapply(part, rebuilt)
      return(part)
    }
    n <- length(part)
    values <- flesh[place + seq_len(n)]
    place <<- place + n
    own <- attributes(part)
    values <- if (is.null(own)) unname(values) else values
    attributes(values) <- own
    values
  }
  rebuilt(skeleton)
}
