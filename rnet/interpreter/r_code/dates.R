# Dates cut into the periods they fall in.

cut.Date <- function(x, breaks, labels = NULL, start.on.monday = TRUE, right = FALSE, ...) {
  if (missing(breaks)) stop("argument \"breaks\" is missing, with no default")
  ends <- if (is.character(breaks)) period_starts(x, breaks, start.on.monday) else sort(as.Date(breaks))
  last <- if (is.character(breaks)) Inf else as.numeric(ends[length(ends)])
  if (!is.character(breaks)) ends <- ends[-length(ends)]
  day <- as.numeric(x)
  codes <- findInterval(day, as.numeric(ends), left.open = right && !is.character(breaks))
  codes[codes == 0 | (if (right) day > last else day >= last)] <- NA
  if (identical(labels, FALSE)) return(codes)
  if (is.null(labels)) labels <- format(ends)
  if (length(labels) != length(ends))
    stop("number of intervals and length of 'labels' differ")
  structure(as.integer(codes), levels = as.character(labels), class = "factor")
}

period_starts <- function(x, breaks, start.on.monday) {
  words <- strsplit(breaks, " ", fixed = TRUE)[[1L]]
  units <- c("day", "week", "month", "year", "quarter", "DSTday")
  unit <- units[pmatch(sub("s$", "", words[length(words)]), units, 0L)]
  if (length(words) > 2L || !length(unit)) stop("invalid specification of 'breaks'", call. = FALSE)
  count <- if (length(words) == 2L) as.integer(words[1L]) else 1L
  from <- min(x, na.rm = TRUE)
  weekday <- as.integer(format(from, "%w"))
  month <- as.integer(format(from, "%m"))
  from <- switch(unit,
    week = from - (if (start.on.monday) (weekday + 6L) %% 7L else weekday),
    month = as.Date(format(from, "%Y-%m-01")),
    quarter = as.Date(sprintf("%s-%02d-01", format(from, "%Y"), 3L * ((month - 1L) %/% 3L) + 1L)),
    year = as.Date(format(from, "%Y-01-01")),
    from)
  seq(from, max(x, na.rm = TRUE), by = paste(count, if (unit == "DSTday") "day" else unit))
}

trunc.Date <- function(x, units = c("secs", "mins", "hours", "days", "months", "years"), ...) {
  switch(match.arg(units),
    months = as.Date(format(x, "%Y-%m-01")),
    years = as.Date(format(x, "%Y-01-01")),
    x)
}

trunc.POSIXt <- function(x, units = c("secs", "mins", "hours", "days", "months", "years"), ...) {
  pattern <- switch(match.arg(units), secs = "%Y-%m-%d %H:%M:%S", mins = "%Y-%m-%d %H:%M:00",
                    hours = "%Y-%m-%d %H:00:00", days = "%Y-%m-%d 00:00:00",
                    months = "%Y-%m-01 00:00:00", years = "%Y-01-01 00:00:00")
  as.POSIXlt(format(x, pattern), tz = "UTC")
}

round.POSIXt <- function(x, units = c("secs", "mins", "hours", "days"), ...) {
  units <- match.arg(units)
  half <- c(secs = 0.5, mins = 30, hours = 1800, days = 43200)[[units]]
  trunc(as.POSIXct(x) + half, units)
}

seq.POSIXt <- function(from, to, by, length.out = NULL, along.with = NULL, ...) {
  if (!missing(along.with)) length.out <- length(along.with)
  if (missing(from)) stop("'from' must be specified")
  zone <- attr(from, "tzone")
  moment <- function(seconds) structure(seconds, class = c("POSIXct", "POSIXt"), tzone = zone)
  first <- as.numeric(as.POSIXct(from))
  last <- if (missing(to)) NULL else as.numeric(as.POSIXct(to))
  if (missing(by)) return(moment(seq(first, last, length.out = length.out)))
  unit <- "secs"
  if (inherits(by, "difftime")) {
    unit <- attr(by, "units")
    step <- as.numeric(by)
  } else if (is.character(by)) {
    words <- strsplit(by, " ", fixed = TRUE)[[1L]]
    units <- c("secs", "mins", "hours", "days", "weeks", "months", "years", "DSTdays", "quarters")
    unit <- units[pmatch(words[length(words)], units, 0L)]
    if (length(words) > 2L || !length(unit)) stop("invalid string for 'by'")
    step <- if (length(words) == 2L) as.integer(words[1L]) else 1L
  } else step <- as.numeric(by)
  size <- c(secs = 1, mins = 60, hours = 3600, days = 86400, weeks = 604800, DSTdays = 86400)
  if (unit %in% names(size)) {
    step <- step * size[[unit]]
    return(moment(if (is.null(last)) first + (seq_len(length.out) - 1) * step
                  else seq.int(first, last, by = step)))
  }
  if (unit == "quarters") {
    unit <- "months"
    step <- 3L * step
  }
  clock <- first %% 86400
  day <- as.Date(first %/% 86400, origin = "1970-01-01")
  step <- paste(step, sub("s$", "", unit))
  days <- if (is.null(last)) seq(day, by = step, length.out = length.out)
          else seq(day, as.Date(last %/% 86400, origin = "1970-01-01"), by = step)
  moment(as.numeric(days) * 86400 + clock)
}

cut.POSIXt <- function(x, breaks, labels = NULL, start.on.monday = TRUE, right = FALSE, ...) {
  if (missing(breaks)) stop("argument \"breaks\" is missing, with no default")
  x <- as.POSIXct(x)
  if (is.numeric(breaks) && length(breaks) == 1L) return(cut(unclass(x), breaks, labels = labels, right = right, ...))
  if (is.character(breaks)) {
    words <- strsplit(breaks, " ", fixed = TRUE)[[1L]]
    units <- c("secs", "mins", "hours", "days", "weeks", "months", "years", "DSTdays", "quarters")
    unit <- units[pmatch(words[length(words)], units, 0L)]
    if (length(words) > 2L || !length(unit)) stop("invalid specification of 'breaks'")
    step <- paste(if (length(words) == 2L) words[1L] else 1L, unit)
    from <- min(x, na.rm = TRUE)
    if (unit %in% c("secs", "mins", "hours")) from <- as.POSIXct(trunc(from, unit))
    else from <- as.POSIXct(format(period_starts(as.Date(from), sub("s$", "", unit), start.on.monday)[1L]), tz = "UTC")
    ends <- seq.POSIXt(from, max(x, na.rm = TRUE), by = step)
    beyond <- Inf
  } else {
    ends <- sort(as.POSIXct(breaks))
    beyond <- as.numeric(ends[length(ends)])
    ends <- ends[-length(ends)]
  }
  moment <- as.numeric(x)
  codes <- findInterval(moment, as.numeric(ends), left.open = right && !is.character(breaks))
  codes[codes == 0 | (if (right) moment > beyond else moment >= beyond)] <- NA
  if (identical(labels, FALSE)) return(codes)
  if (is.null(labels)) labels <- format(ends)
  structure(as.integer(codes), levels = as.character(labels), class = "factor")
}

median.Date <- function(x, na.rm = FALSE, ...) kept_class(median(as.numeric(x), na.rm = na.rm), x)
median.POSIXct <- function(x, na.rm = FALSE, ...) kept_class(median(as.numeric(x), na.rm = na.rm), x)
median.difftime <- function(x, na.rm = FALSE, ...) kept_class(median(as.numeric(x), na.rm = na.rm), x)
quantile.Date <- function(x, ...) kept_class(quantile(as.numeric(x), ...), x)
quantile.POSIXct <- function(x, ...) kept_class(quantile(as.numeric(x), ...), x)
quantile.difftime <- function(x, ...) kept_class(quantile(as.numeric(x), ...), x)

kept_class <- function(values, like) {
  own <- attributes(like)
  for (name in intersect(names(own), c("class", "tzone", "units"))) attr(values, name) <- own[[name]]
  values
}
