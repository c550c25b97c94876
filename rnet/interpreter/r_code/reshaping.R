# Data frames from long to wide and back.

reshape <- function(data, varying = NULL, v.names = NULL, timevar = "time", idvar = "id",
                    ids = 1L:NROW(data), times = seq_along(varying[[1L]]), drop = NULL, direction,
                    new.row.names = NULL, sep = ".",
                    split = if (sep == "") list(regexp = "[A-Za-z][0-9]", include = TRUE)
                            else list(regexp = sep, include = FALSE, fixed = TRUE)) {
  if (missing(direction)) {
    back <- attr(data, "reshapeLong")
    if (is.null(back)) back <- attr(data, "reshapeWide")
    if (is.null(back)) stop("no 'reshapeWide' attribute, must specify 'varying'")
    return(if (is.null(attr(data, "reshapeLong")))
      to_long(data, back$varying, back$v.names, back$timevar, back$idvar, NULL, back$times, NULL, NULL)
    else to_wide(data, back$v.names, back$timevar, back$idvar, back$varying, NULL, NULL, "."))
  }
  direction <- match.arg(direction, c("wide", "long"))
  if (direction == "wide")
    return(to_wide(data, v.names, timevar, idvar, varying, drop, new.row.names, sep))
  if (is.null(varying)) stop("no 'reshapeWide' attribute, must specify 'varying'")
  if (!is.null(drop)) data <- data[setdiff(names(data), drop)]
  if (is.numeric(varying)) varying <- names(data)[varying]
  if (is.matrix(varying)) varying <- base::split(c(varying), row(varying))
  if (is.atomic(varying)) {
    if (is.null(v.names)) {
      parts <- guessed_names(varying, split)
      v.names <- unique(parts$variable)
      times_found <- unique(parts$time)
      if (missing(times)) times <- times_found
      varying <- lapply(v.names, function(v) varying[parts$variable == v])
    } else {
      varying <- if (length(v.names) == 1L) list(varying)
                 else unname(base::split(varying, rep(v.names, length(varying) / length(v.names))))
      if (missing(times)) times <- seq_along(varying[[1L]])
    }
  } else if (missing(times)) times <- seq_along(varying[[1L]])
  if (is.null(v.names)) v.names <- vapply(varying, `[`, "", 1L)
  to_long(data, varying, v.names, timevar, idvar, ids, times, NULL, new.row.names)
}

guessed_names <- function(names, split) {
  if (isTRUE(split$include)) {
    variable <- sub("[0-9]+$", "", names)
    time <- sub("^.*[A-Za-z]", "", names)
  } else {
    parts <- strsplit(names, split$regexp, fixed = isTRUE(split$fixed))
    if (any(lengths(parts) != 2L))
      stop("failed to guess time-varying variables from their names", call. = FALSE)
    variable <- vapply(parts, `[`, "", 1L)
    time <- vapply(parts, `[`, "", 2L)
  }
  number <- suppressWarnings(as.numeric(time))
  list(variable = variable, time = if (anyNA(number)) time else number)
}

to_long <- function(data, varying, v.names, timevar, idvar, ids, times, drop, new.row.names) {
  if (is.matrix(varying)) varying <- unname(base::split(c(varying), row(varying)))
  if (is.null(v.names)) v.names <- vapply(varying, `[`, "", 1L)
  back <- list(varying = varying, v.names = v.names, idvar = idvar, timevar = timevar)
  made <- length(idvar) == 1L && !(idvar %in% names(data))
  if (made) data[[idvar]] <- ids
  kept <- data[setdiff(names(data), unlist(varying))]
  own <- setdiff(names(kept), idvar)
  columns <- lapply(seq_along(times), function(k) {
    part <- kept[own]
    part[[timevar]] <- rep(times[k], nrow(data))
    for (j in seq_along(v.names)) part[[v.names[j]]] <- data[[varying[[j]][k]]]
    part <- cbind(part, kept[intersect(names(kept), idvar)])
    known <- names(kept) %in% idvar
    if (any(known) && !is.null(attr(data, "reshapeOrder"))) part <- part[names(kept)]
    rows <- paste(if (length(idvar) > 1L) interaction(data[idvar], drop = TRUE) else data[[idvar]],
                  times[k], sep = ".")
    if (is.null(new.row.names)) row.names(part) <- rows
    part
  })
  first <- columns[[1L]]
  # the identification stays where it was; a new one stands at the end
  order <- c(intersect(names(data), names(kept)[names(kept) %in% c(own, idvar)]), timevar, v.names)
  if (made) order <- c(setdiff(order, idvar), idvar)
  found <- do.call(rbind, columns)[unique(order)]
  if (!is.null(new.row.names)) row.names(found) <- new.row.names
  attr(found, "reshapeLong") <- back
  found
}

to_wide <- function(data, v.names, timevar, idvar, varying, drop, new.row.names, sep) {
  if (!is.null(drop)) data <- data[setdiff(names(data), drop)]
  times <- unique(data[[timevar]])
  if (anyNA(times)) warning("there are records with missing times, which will be dropped.")
  times <- times[!is.na(times)]
  asked <- v.names
  if (is.null(v.names)) v.names <- setdiff(names(data), c(timevar, idvar))
  if (is.null(varying)) varying <- outer(v.names, times, paste, sep = sep)
  if (is.list(varying)) varying <- do.call(rbind, varying)
  key <- if (length(idvar) > 1L) interaction(data[idvar], drop = TRUE) else data[[idvar]]
  first <- !duplicated(key)
  found <- data[first, setdiff(names(data), c(timevar, v.names)), drop = FALSE]
  for (k in seq_along(times)) {
    part <- data[data[[timevar]] %in% times[k], , drop = FALSE]
    own <- if (length(idvar) > 1L) interaction(part[idvar], drop = TRUE) else part[[idvar]]
    if (anyDuplicated(own))
      warning(gettextf("multiple rows match for %s=%s: first taken", timevar, times[k]))
    rows <- match(as.character(key[first]), as.character(own))
    for (j in seq_along(v.names)) found[[varying[j, k]]] <- part[[v.names[j]]][rows]
  }
  if (!is.null(new.row.names)) row.names(found) <- new.row.names
  attr(found, "reshapeWide") <- list(v.names = asked, timevar = timevar, idvar = idvar,
                                     times = times, varying = varying)
  found
}
