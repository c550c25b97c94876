# Series of values at equal steps of time: class "ts".

ts <- function(data = NA, start = 1, end = numeric(), frequency = 1, deltat = 1, ts.eps = 1e-05,
               class = if (nseries > 1) c("mts", "ts", "matrix") else "ts", names = NULL) {
  if (is.data.frame(data)) data <- data.matrix(data)
  nseries <- 1
  if (is.matrix(data)) {
    nseries <- ncol(data)
    ndata <- nrow(data)
    if (is.null(names))
      names <- if (is.null(colnames(data))) paste("Series", seq_len(nseries)) else colnames(data)
  } else ndata <- length(data)
  if (ndata == 0) stop("'ts' object must have one or more observations")
  if (missing(frequency)) frequency <- 1 / deltat
  if (frequency > 1 && abs(frequency - round(frequency)) < ts.eps) frequency <- round(frequency)
  moment <- function(when) if (length(when) > 1L) when[1L] + (when[2L] - 1) / frequency else when
  start <- moment(start)
  end <- moment(end)
  if (!length(end)) end <- start + (ndata - 1) / frequency
  else if (missing(start)) start <- end - (ndata - 1) / frequency
  if (start > end) stop("'start' cannot be after 'end'")
  count <- floor((end - start) * frequency + 1.01)
  if (nseries == 1) {
    if (is.matrix(data) && is.null(colnames(data))) data <- as.vector(data)
    if (count != ndata) data <- rep_len(data, count)
  } else {
    if (count != ndata) data <- data[rep_len(seq_len(ndata), count), , drop = FALSE]
    dimnames(data) <- list(NULL, names)
  }
  attr(data, "tsp") <- c(start, start + (count - 1) / frequency, frequency)
  attr(data, "class") <- class
  data
}

is.ts <- function(x) inherits(x, "ts") && length(x)
is.mts <- function(x) inherits(x, "mts")
as.ts <- function(x, ...) if (is.ts(x)) x else if (is.null(attr(x, "tsp"))) ts(x) else ts_like(x, attr(x, "tsp"))
tsp <- function(x) attr(x, "tsp")
hasTsp <- function(x) {
  if (is.null(attr(x, "tsp"))) attr(x, "tsp") <- c(1, NROW(x), 1)
  x
}
`tsp<-` <- function(x, value) {
  attr(x, "tsp") <- value
  if (inherits(x, "ts") && is.null(value)) class(x) <- setdiff(class(x), c("ts", "mts"))
  x
}

times_of <- function(x) {
  found <- attr(x, "tsp")
  if (is.null(found)) c(1, NROW(x), 1) else found
}
# A moment as R shows it: a number, or a unit of time and the place in it.
moment_of <- function(when, frequency) {
  unit <- floor(when + 1e-05)
  place <- (when - unit) * frequency
  if (abs(place - round(place)) > 1e-05) when else c(unit, round(place) + 1)
}
start <- function(x, ...) UseMethod("start")
start.default <- function(x, ...) { own <- times_of(x); moment_of(own[1L], own[3L]) }
end <- function(x, ...) UseMethod("end")
end.default <- function(x, ...) { own <- times_of(x); moment_of(own[2L], own[3L]) }
frequency <- function(x, ...) UseMethod("frequency")
frequency.default <- function(x, ...) times_of(x)[3L]
deltat <- function(x, ...) UseMethod("deltat")
deltat.default <- function(x, ...) 1 / times_of(x)[3L]
time <- function(x, ...) UseMethod("time")
time.default <- function(x, offset = 0, ...) {
  own <- times_of(x)
  ts_like(own[1L] + (offset + seq.int(0, NROW(x) - 1)) / own[3L], own)
}
cycle <- function(x, ...) UseMethod("cycle")
cycle.default <- function(x, ...) {
  own <- times_of(x)
  first <- round((own[1L] %% 1) * own[3L])
  ts_like((first + seq.int(0, NROW(x) - 1)) %% own[3L] + 1, own)
}

ts_like <- function(values, times) {
  attr(values, "tsp") <- times
  class(values) <- if (is.matrix(values)) c("mts", "ts", "matrix") else "ts"
  values
}
bare_series <- function(x) {
  attr(x, "tsp") <- NULL
  class(x) <- setdiff(oldClass(x), c("mts", "ts", "matrix", "array"))
  x
}
rows_of <- function(x, rows) if (is.matrix(x)) x[rows, , drop = FALSE] else x[rows]

lag <- function(x, ...) UseMethod("lag")
lag.default <- function(x, k = 1, ...) {
  if (k != round(k)) {
    k <- round(k)
    warning("'k' is not an integer")
  }
  own <- times_of(x)
  attr(x, "tsp") <- c(own[1:2] - k / own[3L], own[3L])
  if (!inherits(x, "ts") && is.null(attr(x, "class"))) x
  else x
}

window <- function(x, ...) UseMethod("window")
window.default <- function(x, start = NULL, end = NULL, frequency = NULL, deltat = NULL,
                           extend = FALSE, ts.eps = 1e-05, ...) {
  own <- times_of(x)
  moment <- function(when) if (length(when) > 1L) when[1L] + (when[2L] - 1) / own[3L] else when
  from <- if (is.null(start)) own[1L] else moment(start)
  to <- if (is.null(end)) own[2L] else moment(end)
  if (!extend && from < own[1L] - ts.eps / own[3L]) {
    warning("'start' value not changed")
    from <- own[1L]
  }
  if (!extend && to > own[2L] + ts.eps / own[3L]) {
    warning("'end' value not changed")
    to <- own[2L]
  }
  if (from > to) stop("'start' cannot be after 'end'")
  step <- if (is.null(frequency)) 1 else own[3L] / frequency
  first <- ceiling((from - own[1L]) * own[3L] - ts.eps)
  last <- floor((to - own[1L]) * own[3L] + ts.eps)
  rows <- seq(first, last, by = step) + 1
  rows[rows < 1 | rows > NROW(x)] <- NA
  begin <- own[1L] + first / own[3L]
  speed <- own[3L] / step
  ts_like(rows_of(bare_series(x), rows), c(begin, begin + (length(rows) - 1) / speed, speed))
}

diff.ts <- function(x, lag = 1, differences = 1, ...) {
  if (lag < 1 || differences < 1) stop("bad value for 'lag' or 'differences'")
  own <- times_of(x)
  if (lag * differences >= NROW(x)) return(x[0L])
  found <- diff(bare_series(x), lag = lag, differences = differences)
  ts_like(found, c(own[1L] + lag * differences / own[3L], own[2:3]))
}

`[.ts` <- function(x, i, j, drop = TRUE) {
  y <- bare_series(x)
  if (!is.matrix(y)) return(if (missing(i)) y else y[i])
  if (missing(i)) {
    if (missing(j)) return(x)
    return(ts_like(y[, j, drop = drop], attr(x, "tsp")))
  }
  if (nargs() - (!missing(drop)) < 3L) return(y[i])
  if (missing(j)) y[i, , drop = drop] else y[i, j, drop = drop]
}
`[<-.ts` <- function(x, i, j, value) {
  own <- attr(x, "tsp")
  y <- bare_series(x)
  if (missing(j) && !is.matrix(y)) y[i] <- value
  else if (missing(j)) y[i, ] <- value
  else if (missing(i)) y[, j] <- value
  else y[i, j] <- value
  if (NROW(y) == NROW(x)) ts_like(y, own) else stop("only replacement of elements is allowed")
}

Ops.ts <- function(e1, e2) {
  if (missing(e2)) {
    found <- get(.Generic)(bare_series(e1))
    return(ts_like(found, attr(e1, "tsp")))
  }
  own <- if (is.ts(e1)) attr(e1, "tsp") else attr(e2, "tsp")
  if (is.ts(e1) && is.ts(e2)) {
    other <- attr(e2, "tsp")
    if (abs(own[3L] - other[3L]) > 1e-05) stop("non-conformable time-series")
    if (any(abs(own - other) > 1e-05 / own[3L])) {
      from <- max(own[1L], other[1L])
      to <- min(own[2L], other[2L])
      if (from > to + 1e-05) stop("non-intersecting series")
      e1 <- window(e1, from, to)
      e2 <- window(e2, from, to)
      own <- attr(e1, "tsp")
    }
  }
  plain <- function(e) if (is.ts(e)) bare_series(e) else e
  found <- get(.Generic)(plain(e1), plain(e2))
  if (NROW(found) == round((own[2L] - own[1L]) * own[3L]) + 1) ts_like(found, own) else found
}
t.ts <- function(x) t(bare_series(x))
as.data.frame.ts <- function(x, ...) {
  if (is.matrix(x)) return(as.data.frame(bare_series(x), ...))
  as.data.frame(as.vector(x), ...)
}

bound_series <- function(series, names, union) {
  times <- lapply(series, function(s) if (is.ts(s)) attr(s, "tsp"))
  known <- Filter(Negate(is.null), times)
  speed <- known[[1L]][3L]
  from <- (if (union) min else max)(vapply(known, `[`, 0, 1L))
  to <- (if (union) max else min)(vapply(known, `[`, 0, 2L))
  if (from > to) stop("non-intersecting series")
  count <- round((to - from) * speed) + 1
  columns <- list()
  for (k in seq_along(series)) {
    s <- series[[k]]
    first <- if (is.null(times[[k]])) 0 else round((from - times[[k]][1L]) * speed)
    rows <- first + seq_len(count)
    rows[rows < 1 | rows > NROW(s)] <- NA
    part <- as.matrix(rows_of(if (is.ts(s)) bare_series(s) else s, rows))
    colnames(part) <- if (NCOL(s) > 1L) paste(names[k], colnames(s), sep = ".") else names[k]
    columns[[k]] <- part
  }
  ts_like(do.call(cbind, columns), c(from, to, speed))
}
cbind.ts <- function(..., deparse.level = 1) {
  series <- list(...)
  shown <- vapply(as.list(substitute(list(...)))[-1L], function(e) paste(deparse(e), collapse = ""), "")
  given <- names(series)
  if (!is.null(given)) shown[nzchar(given)] <- given[nzchar(given)]
  bound_series(series, shown, TRUE)
}
ts.union <- function(..., dframe = FALSE) {
  shown <- vapply(as.list(substitute(list(...)))[-1L], function(e) paste(deparse(e), collapse = ""), "")
  series <- list(...)
  if (!is.null(names(series))) shown[nzchar(names(series))] <- names(series)[nzchar(names(series))]
  bound_series(series, shown, TRUE)
}
ts.intersect <- function(..., dframe = FALSE) {
  shown <- vapply(as.list(substitute(list(...)))[-1L], function(e) paste(deparse(e), collapse = ""), "")
  series <- list(...)
  if (!is.null(names(series))) shown[nzchar(names(series))] <- names(series)[nzchar(names(series))]
  bound_series(series, shown, FALSE)
}

aggregate.ts <- function(x, nfrequency = 1, FUN = sum, ndeltat = 1, ts.eps = 1e-05, ...) {
  own <- times_of(x)
  if (missing(nfrequency)) nfrequency <- 1 / ndeltat
  if (abs(own[3L] %% nfrequency) > ts.eps)
    stop(gettextf("cannot change frequency from %g to %g", own[3L], nfrequency))
  size <- round(own[3L] / nfrequency)
  count <- NROW(x) %/% size
  y <- bare_series(x)
  blocks <- split(seq_len(count * size), rep(seq_len(count), each = size))
  one <- function(v) unname(vapply(blocks, function(rows) as.numeric(FUN(v[rows], ...)), 0))
  found <- if (is.matrix(y)) apply(y, 2L, one) else one(y)
  ts_like(found, c(own[1L], own[1L] + (count - 1) / nfrequency, nfrequency))
}

print.ts <- function(x, digits = NULL, quote = FALSE, print.gap, ...) {
  own <- times_of(x)
  calendar <- own[3L] %in% c(4, 12)
  if (!calendar) {
    shown <- function(when) {
      found <- moment_of(when, own[3L])
      if (own[3L] == 1) format(when)
      else if (length(found) > 1L) paste0("c(", found[1L], ", ", found[2L], ")") else format(found)
    }
    cat("Time Series:\nStart =", shown(own[1L]), "\nEnd =", shown(own[2L]), "\nFrequency =",
        format(own[3L]), "\n")
    y <- bare_series(x)
    if (!is.matrix(y) || ncol(y) == 1L) print(y, digits = digits, quote = quote, ...)
    else {
      rownames(y) <- format(as.vector(time(x)), nsmall = 0)
      print(y, digits = digits, quote = quote, ...)
    }
    return(invisible(x))
  }
  names <- if (own[3L] == 12) month.abb else paste0("Qtr", 1:4)
  y <- bare_series(x)
  if (is.matrix(y) && ncol(y) == 1L) y <- as.vector(y)
  if (is.matrix(y)) {
    unit <- format(floor(as.vector(time(x)) + 1e-05))
    rownames(y) <- if (own[3L] == 12) paste(month.abb[cycle(x)], unit)
                   else paste0(unit, " Q", as.vector(cycle(x)))
    print(y, digits = digits, quote = quote, ...)
    return(invisible(x))
  }
  first <- moment_of(own[1L], own[3L])
  last <- moment_of(own[2L], own[3L])
  texts <- format(y, digits = if (is.null(digits)) getOption("digits") else digits)
  if (first[1L] == last[1L]) {
    cells <- matrix(texts, 1L, dimnames = list(first[1L], names[first[2L]:last[2L]]))
  } else {
    before <- first[2L] - 1
    cells <- c(rep("", before), texts, rep("", (-(before + length(texts))) %% own[3L]))
    cells <- matrix(cells, ncol = own[3L], byrow = TRUE,
                    dimnames = list(first[1L]:last[1L], names))
  }
  print(cells, quote = FALSE, right = TRUE)
  invisible(x)
}

head.ts <- function(x, ...) head(bare_series(x), ...)
tail.ts <- function(x, ...) tail(bare_series(x), ...)
