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
