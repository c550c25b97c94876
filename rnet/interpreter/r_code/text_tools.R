# Distances of texts, patterns, addresses, lists as text.

# Levenshtein's distance, one row of the table at a time.
edit_distance <- function(a, b, costs) {
  row <- seq(0, by = costs[1L], length.out = length(b) + 1L)
  for (i in seq_along(a)) {
    above <- row
    row[1L] <- i * costs[2L]
    for (j in seq_along(b))
      row[j + 1L] <- min(above[j] + (if (a[i] == b[j]) 0 else costs[3L]), above[j + 1L] + costs[2L], row[j] + costs[1L])
  }
  row[length(row)]
}
adist <- function(x, y = NULL, costs = NULL, counts = FALSE, fixed = TRUE, partial = !fixed,
                  ignore.case = FALSE, useBytes = FALSE) {
  weights <- c(insertions = 1, deletions = 1, substitutions = 1)
  if (!is.null(costs)) {
    if (is.null(names(costs))) weights[] <- rep_len(unlist(costs), 3L)
    else weights[pmatch(names(costs), names(weights))] <- unlist(costs)
  }
  if (is.null(y)) y <- x
  labels <- list(names(x), names(y))
  letters_of <- function(text) strsplit(if (ignore.case) tolower(text) else text, "")[[1L]]
  cells <- matrix(NA_real_, length(x), length(y))
  for (i in seq_along(x)) for (j in seq_along(y))
    if (!is.na(x[i]) && !is.na(y[j])) cells[i, j] <- edit_distance(letters_of(x[i]), letters_of(y[j]), weights)
  if (!is.null(labels[[1L]]) || !is.null(labels[[2L]])) dimnames(cells) <- labels
  cells
}
# Sellers (1980): the pattern may begin and end anywhere in the text.
nearest_part <- function(pattern, text) {
  row <- numeric(length(text) + 1L)
  for (i in seq_along(pattern)) {
    above <- row
    row[1L] <- i
    for (j in seq_along(text))
      row[j + 1L] <- min(above[j] + (pattern[i] != text[j]), above[j + 1L] + 1, row[j] + 1)
  }
  min(row)
}
agrepl <- function(pattern, x, max.distance = 0.1, costs = NULL, ignore.case = FALSE, fixed = TRUE,
                   useBytes = FALSE) {
  if (!is.character(pattern) || length(pattern) < 1L || !nzchar(pattern))
    stop("'pattern' must be a non-empty character string")
  letters_of <- function(text) strsplit(if (ignore.case) tolower(text) else text, "")[[1L]]
  own <- letters_of(pattern)
  most <- if (is.list(max.distance)) max.distance[[1L]] else max.distance[[1L]]
  if (most < 1) most <- ceiling(most * length(own))
  vapply(as.character(x), function(text) !is.na(text) && nearest_part(own, letters_of(text)) <= most,
         NA, USE.NAMES = FALSE)
}
agrep <- function(pattern, x, max.distance = 0.1, costs = NULL, ignore.case = FALSE, value = FALSE,
                  fixed = TRUE, useBytes = FALSE) {
  found <- which(agrepl(pattern, x, max.distance, costs, ignore.case))
  if (value) x[found] else found
}
glob2rx <- function(pattern, trim.head = FALSE, trim.tail = TRUE) {
  p <- gsub(".", "\\.", paste0("^", pattern), fixed = TRUE)
  p <- gsub("?", ".", gsub("*", ".*", p, fixed = TRUE), fixed = TRUE)
  p <- gsub("(", "\\(", p, fixed = TRUE)
  p <- paste0(p, "$")
  if (trim.tail) p <- sub("\\.\\*[$]$", "", p)
  if (trim.head) p <- sub("^\\^\\.\\*", "", p)
  p
}
URLencode <- function(URL, reserved = FALSE, repeated = FALSE) {
  vapply(URL, function(one) {
    if (!repeated && grepl("%[[:xdigit:]]{2}", one)) return(one)
    kept <- paste0("[^A-Za-z0-9", if (!reserved) "][!$&'()*+,;=:/?@#", "_.~-]")
    signs <- strsplit(one, "")[[1L]]
    plain <- if (reserved) "[A-Za-z0-9._~-]" else "[]A-Za-z0-9[!$&'()*+,;=:/?@#._~-]"
    paste(ifelse(grepl(plain, signs), signs, vapply(signs, percent_sign, "")), collapse = "")
  }, "", USE.NAMES = FALSE)
}
percent_sign <- function(sign) {
  code <- utf8ToInt(sign)
  bytes <- if (code < 128L) code
    else if (code < 2048L) c(192L + code %/% 64L, 128L + code %% 64L)
    else if (code < 65536L) c(224L + code %/% 4096L, 128L + (code %/% 64L) %% 64L, 128L + code %% 64L)
    else c(240L + code %/% 262144L, 128L + (code %/% 4096L) %% 64L, 128L + (code %/% 64L) %% 64L, 128L + code %% 64L)
  paste0("%", toupper(sprintf("%02x", as.integer(bytes))), collapse = "")
}
URLdecode <- function(URL) {
  vapply(URL, function(one) {
    signs <- strsplit(one, "")[[1L]]
    bytes <- integer()
    i <- 1L
    while (i <= length(signs)) {
      if (signs[i] == "%") {
        bytes <- c(bytes, strtoi(paste0(signs[i + 1L], signs[i + 2L]), 16L))
        i <- i + 3L
      } else {
        code <- utf8ToInt(signs[i])
        bytes <- c(bytes, code)
        i <- i + 1L
      }
    }
    out <- integer()
    i <- 1L
    while (i <= length(bytes)) {
      b <- bytes[i]
      more <- if (b < 192L || b > 255L) 0L else if (b < 224L) 1L else if (b < 240L) 2L else 3L
      code <- if (more == 0L) b else b %% c(32L, 16L, 8L)[more]
      for (k in seq_len(more)) code <- code * 64L + bytes[i + k] %% 64L
      out <- c(out, code)
      i <- i + 1L + more
    }
    intToUtf8(out)
  }, "", USE.NAMES = FALSE)
}
strcapture <- function(pattern, x, proto, perl = FALSE, useBytes = FALSE) {
  found <- regmatches(x, regexec(pattern, x, perl = perl))
  count <- length(proto)
  sizes <- lengths(found)
  if (any(sizes > 0L & sizes != count + 1L))
    stop("The number of captures in 'pattern' must match the number of columns in 'proto'")
  columns <- lapply(seq_len(count), function(k) {
    texts <- vapply(found, function(parts) if (length(parts)) parts[k + 1L] else NA_character_, "")
    kind <- proto[[k]]
    if (is.factor(kind)) factor(texts, levels(kind))
    else if (inherits(kind, "Date")) as.Date(texts)
    else as.vector(texts, typeof(kind))
  })
  names(columns) <- names(proto)
  as.data.frame(columns, stringsAsFactors = FALSE, optional = TRUE)
}
formatUL <- function(x, label = "*", offset = 0, width = 0.9 * getOption("width")) {
  if (!length(x)) return(character())
  own_items(x, rep_len(label, length(x)), offset, width)
}
formatOL <- function(x, type = "arabic", offset = 0, start = 1, width = 0.9 * getOption("width")) {
  if (!length(x)) return(character())
  types <- c("1", "A", "a", "I", "i", "Arabic", "Alph", "alph", "Roman", "roman")
  type <- switch(type, `1` = , arabic = , Arabic = "1", A = , Alph = "A", a = , alph = "a", I = , Roman = "I", i = , roman = "i", stop("invalid type"))
  numbers <- seq(as.integer(start), length.out = length(x))
  labels <- switch(type, `1` = as.character(numbers), A = LETTERS[numbers], a = letters[numbers],
                   I = as.character(as.roman(numbers)), i = tolower(as.character(as.roman(numbers))))
  own_items(x, format(paste0(labels, "."), justify = "right"), offset, width)
}
own_items <- function(x, labels, offset, width) {
  blank <- strrep(" ", offset)
  items <- mapply(function(text, label)
    paste(strwrap(text, width = width, initial = paste0(blank, label, " "),
                  prefix = paste0(blank, strrep(" ", nchar(label) + 1L))), collapse = "\n"),
    x, labels, USE.NAMES = FALSE)
  items
}
ngettext <- function(n, msg1, msg2, domain = NULL) if (n == 1) msg1 else msg2
gettext <- function(..., domain = NULL, trim = TRUE) {
  texts <- unlist(lapply(list(...), as.character))
  if (is.null(texts)) character() else texts
}
`substring<-` <- function(text, first, last = 1000000L, value) {
  substr(text, first, last) <- value
  text
}
char.expand <- function(input, target, nomatch = stop("no match")) {
  if (length(input) != 1L) stop("'input' must have length 1")
  found <- target[startsWith(target, input)]
  if (!length(found)) nomatch
  else if (length(found) > 1L) { if (input %in% found) input else character() }
  else found
}
validUTF8 <- function(x) rep(TRUE, length(x))
validEnc <- function(x) rep(TRUE, length(x))
limitedLabels <- function(value, maxwidth = getOption("width") - 5L) substr(as.character(value), 1L, maxwidth)
removeSource <- function(fn) {
  attr(fn, "srcref") <- NULL
  fn
}
