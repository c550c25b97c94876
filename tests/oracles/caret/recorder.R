# Shared by the scripts of caret, proc, rocr, catools and gmodels: ask R a question, keep what it says.
# ask("f", x = ..., y = ...) calls f(x = x, y = y), so that printed calls name x and y; single
# values stand as they are; arguments listed in .unnamed go by position. Doubles are kept as text with 17 digits.
options(digits = 7, width = 80, scipen = 0, useFancyQuotes = FALSE, warn = 1)
cases <- list()
number <- function(x) ifelse(is.na(x) & !is.nan(x), "NA", sprintf("%.17g", x))
kept <- function(x) {
  if (is.null(x)) return(list(type = "null"))
  if (is.factor(x)) return(list(type = "factor", levels = I(levels(x)), codes = I(as.integer(x)), ordered = is.ordered(x)))
  if (is.data.frame(x)) return(list(type = "frame", names = I(names(x)), rows = I(rownames(x)), columns = unname(lapply(x, kept))))
  if (is.list(x)) return(list(type = "list", names = if (!is.null(names(x))) I(names(x)), items = unname(lapply(x, kept))))
  if (is.function(x) || is.language(x) || is.environment(x)) return(list(type = "other"))
  answer <- list(type = if (inherits(x, "table")) "table" else typeof(x))
  answer$values <- I(if (is.double(x)) number(as.vector(x)) else as.vector(x))
  if (is.double(x)) answer$double <- TRUE
  if (!is.null(dim(x))) {
    answer$dim <- I(dim(x))
    answer$dimnames <- lapply(unname(dimnames(x)), function(n) if (!is.null(n)) I(n))
    answer$dnn <- if (!is.null(names(dimnames(x)))) I(names(dimnames(x)))
  } else if (!is.null(names(x))) answer$names <- I(names(x))
  answer
}
components <- function(x, names) setNames(lapply(names, function(n) x[[n]]), names)
ask <- function(.fun, ..., .seed = NULL, .unnamed = character(), .keep = identity, .print = TRUE) {
  args <- list(...)
  environment <- list2env(args, parent = globalenv())
  short <- function(x) is.atomic(x) && length(x) == 1 && is.null(attributes(x))
  symbols <- lapply(names(args), function(n) if (short(args[[n]]) && !n %in% .unnamed) args[[n]] else as.name(n))
  names(symbols) <- ifelse(names(args) %in% .unnamed, "", names(args))
  call <- as.call(c(as.name(.fun), symbols))
  warned <- said <- character(); error <- value <- NULL
  if (!is.null(.seed)) set.seed(.seed)
  output <- capture.output(withCallingHandlers(
    tryCatch({
      result <- withVisible(eval(call, environment)); value <- result$value
      if (result$visible && .print) print(value)
    }, error = function(e) error <<- conditionMessage(e)),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") },
    message = function(m) { said <<- c(said, conditionMessage(m)); invokeRestart("muffleMessage") }))
  answer <- list(fun = .fun, args = lapply(args, kept), unnamed = I(.unnamed), seed = .seed,
    output = paste(output, collapse = "\n"), error = error, warnings = I(warned), messages = I(said))
  if (is.null(error)) answer$value <- kept(.keep(value))
  if (!is.null(.seed)) answer$after <- number(runif(1))
  cases[[length(cases) + 1]] <<- answer
}
write_cases <- function() cat(jsonlite::toJSON(list(r_version = R.version.string, cases = cases), auto_unbox = TRUE, null = "null", na = "null", pretty = FALSE), "\n", sep = "")
