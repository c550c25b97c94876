# Data frames as text: write.table and its relatives, columns of fixed width.

write.table <- function(x, file = "", append = FALSE, quote = TRUE, sep = " ", eol = "\n", na = "NA",
                        dec = ".", row.names = TRUE, col.names = TRUE,
                        qmethod = c("escape", "double"), fileEncoding = "") {
  qmethod <- match.arg(qmethod)
  if (!is.data.frame(x) && !is.matrix(x)) x <- data.frame(x)
  bare <- is.matrix(x) && is.null(colnames(x))
  own_rows <- !(is.matrix(x) && is.null(rownames(x)))
  if (is.matrix(x)) {
    rows <- rownames(x)
    names <- if (bare) paste0("V", seq_len(ncol(x))) else colnames(x)
    x <- lapply(seq_len(ncol(x)), function(j) as.vector(x[, j]))
    if (is.null(rows)) rows <- as.character(seq_len(if (length(x)) length(x[[1L]]) else 0L))
  } else {
    rows <- row.names(x)
    if (any(vapply(x, function(v) is.matrix(v) || is.data.frame(v), NA))) x <- do.call(data.frame, c(x, check.names = FALSE))
    names <- names(x)
  }
  wrapped <- function(text) {
    mark <- if (qmethod == "double") "\"\"" else "\\\""
    paste0("\"", gsub("\"", mark, text, fixed = TRUE), "\"")
  }
  quoted <- if (is.logical(quote)) { if (quote) which(vapply(x, quotable, NA)) else integer() } else as.integer(quote)
  quoting <- if (is.logical(quote)) quote else TRUE
  cells <- lapply(seq_along(x), function(j) {
    text <- column_text(x[[j]], dec)
    blank <- is.na(x[[j]])
    if (j %in% quoted) text <- wrapped(text)
    text[blank] <- na
    text
  })
  write_rows <- !identical(row.names, FALSE)
  if (is.character(row.names) || is.numeric(row.names)) rows <- as.character(row.names)
  if (write_rows) cells <- c(list(if (quoting) wrapped(rows) else rows), cells)
  lines <- if (length(rows) && length(cells)) do.call(paste, c(unname(cells), sep = sep)) else character()
  header <- NULL
  if (is.character(col.names)) names <- col.names
  if (!identical(col.names, FALSE)) {
    shown <- if (quoting) wrapped(names) else names
    corner <- is.logical(col.names) && is.na(col.names) && write_rows
    header <- paste(c(if (corner) { if (quoting) "\"\"" else "" }, shown), collapse = sep)
  }
  cat(paste0(c(header, lines), eol), file = file, append = append, sep = "")
  invisible(NULL)
}

quotable <- function(v) is.character(v) || is.factor(v)

column_text <- function(v, dec) {
  if (is.list(v) && !inherits(v, "POSIXlt")) return(vapply(v, function(e) paste(as.character(e), collapse = ", "), ""))
  text <- as.character(v)
  if (dec != "." && is.numeric(v)) chartr(".", dec, text) else text
}

write.csv <- function(...) csv_of(list(...), sys.call(), ",", ".")
write.csv2 <- function(...) csv_of(list(...), sys.call(), ";", ",")

csv_of <- function(given, call, sep, dec) {
  for (fixed in intersect(names(given), c("append", "col.names", "sep", "dec", "qmethod"))) {
    if (fixed == "col.names" && identical(given[[fixed]], NA)) next
    warning(gettextf("attempt to set '%s' ignored", fixed), call. = FALSE)
    given[[fixed]] <- NULL
  }
  rows <- given$row.names
  given$col.names <- if (is.logical(rows) && !rows) TRUE else NA
  do.call(write.table, c(given, list(sep = sep, dec = dec, qmethod = "double")))
}

read.fwf <- function(file, widths, header = FALSE, sep = "\t", skip = 0, row.names, col.names, n = -1,
                     buffersize = 2000, fileEncoding = "", ...) {
  lines <- readLines(file, warn = FALSE)
  if (skip > 0) lines <- lines[-seq_len(skip)]
  head <- NULL
  if (header) {
    head <- lines[1L]
    lines <- lines[-1L]
  }
  if (n >= 0) lines <- head(lines, n)
  ends <- cumsum(abs(widths))
  starts <- ends - abs(widths) + 1
  kept <- widths > 0
  parts <- mapply(function(from, to) substring(lines, from, to), starts[kept], ends[kept], SIMPLIFY = FALSE)
  text <- do.call(paste, c(parts, sep = sep))
  given <- list(text = c(head, text), header = header, sep = sep, ...)
  if (!missing(col.names)) given$col.names <- col.names
  if (!missing(row.names)) given$row.names <- row.names
  do.call(read.table, given)
}

count.fields <- function(file, sep = "", quote = "\"'", skip = 0, blank.lines.skip = TRUE, comment.char = "#") {
  lines <- readLines(file, warn = FALSE)
  if (skip > 0) lines <- lines[-seq_len(skip)]
  if (nzchar(comment.char)) lines <- sub(paste0("[", comment.char, "].*$"), "", lines)
  if (blank.lines.skip) lines <- lines[nzchar(trimws(lines))]
  vapply(lines, function(line)
    length(scan(text = line, what = "", sep = sep, quote = quote, quiet = TRUE)), 1L, USE.NAMES = FALSE)
}
