# Versions as numbers: numeric_version and its kin, and the version of R that is followed.

numeric_version <- function(x, strict = TRUE) version_of(x, strict, "numeric_version")
version_of <- function(x, strict, kinds) {
  if (inherits(x, "numeric_version")) return(x)
  texts <- as.character(x)
  parts <- lapply(texts, function(text) {
    if (!grepl("^[0-9]+([.-][0-9]+)*$", text)) {
      if (strict) stop(gettextf("invalid version specification %s", sQuote(text)), call. = FALSE)
      return(integer())
    }
    as.integer(strsplit(text, "[.-]")[[1L]])
  })
  structure(parts, class = kinds)
}
as.numeric_version <- function(x) version_of(x, TRUE, "numeric_version")
package_version <- function(x, strict = TRUE) version_of(x, strict, c("package_version", "numeric_version"))
is.numeric_version <- function(x) inherits(x, "numeric_version")
is.package_version <- function(x) inherits(x, "package_version")
R_system_version <- function(x, strict = TRUE) version_of(x, strict, c("R_system_version", "package_version", "numeric_version"))
version_texts <- function(x) vapply(unclass(x), function(v) if (length(v)) paste(v, collapse = ".") else NA_character_, "")
as.character.numeric_version <- function(x, ...) version_texts(x)
format.numeric_version <- function(x, ...) version_texts(x)
print.numeric_version <- function(x, ...) {
  if (!length(x)) cat("<0 elements>\n")
  else print(noquote(sQuote(version_texts(x))), ...)
  invisible(x)
}
Ops.numeric_version <- function(e1, e2) {
  if (!.Generic %in% c("<", ">", "==", "!=", "<=", ">="))
    stop(gettextf("%s not defined for \"numeric_version\" objects", sQuote(.Generic)), domain = NA)
  a <- unclass(version_of(e1, TRUE, "numeric_version"))
  b <- unclass(version_of(e2, TRUE, "numeric_version"))
  order_of <- function(v, w) {
    both <- seq_len(min(length(v), length(w)))
    differ <- which(v[both] != w[both])
    if (length(differ)) sign(v[differ[1L]] - w[differ[1L]]) else sign(length(v) - length(w))
  }
  found <- as.integer(mapply(order_of, a, b))
  get(.Generic, mode = "function")(found, 0L)
}
`$.package_version` <- function(x, name) {
  place <- match(name, c("major", "minor", "patchlevel"))
  vapply(unclass(x), function(v) if (is.na(place)) NA_integer_ else v[place], 0L)
}
`[[.numeric_version` <- function(x, i, ...) structure(unclass(x)[[i]] |> list(), class = oldClass(x))
getRversion <- function() R_system_version(paste(R.Version()$major, R.Version()$minor, sep = "."))
packageVersion <- function(pkg, lib.loc = NULL) {
  base <- c("base", "stats", "utils", "graphics", "grDevices", "methods", "datasets", "tools", "grid", "parallel", "splines", "compiler", "stats4", "tcltk")
  if (pkg %in% base) return(package_version(as.character(getRversion())))
  known <- c(MASS = "7.3.58.2", e1071 = "1.7.13", nnet = "7.3.18", class = "7.3.21", neuralnet = "1.44.2")
  if (!pkg %in% names(known)) stop(packageNotFoundError_text(pkg), domain = NA)
  package_version(known[[pkg]])
}
packageNotFoundError_text <- function(pkg) gettextf("there is no package called %s", sQuote(pkg))
compareVersion <- function(a, b) {
  if (is.na(a)) return(-1L)
  if (is.na(b)) return(1L)
  a <- as.integer(strsplit(a, "[.-]")[[1L]])
  b <- as.integer(strsplit(b, "[.-]")[[1L]])
  both <- seq_len(min(length(a), length(b)))
  differ <- which(a[both] != b[both])
  if (length(differ)) return(if (a[differ[1L]] > b[differ[1L]]) 1 else -1)
  if (length(a) == length(b)) 0 else if (length(a) > length(b)) 1 else -1
}
