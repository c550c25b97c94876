# Record what R answers to calls: text, numbers, warnings, error, and the next runif(1).
suppressMessages(library(e1071))
options(width = 80, digits = 7)
answers <- list()

record <- function(id, call, seed = NULL, numbers = NULL) {
  warned <- character()
  failed <- NULL
  if (!is.null(seed)) set.seed(seed)
  printed <- capture.output(value <- withVisible(tryCatch(
    withCallingHandlers(call, warning = function(w) {
      warned <<- c(warned, conditionMessage(w))
      invokeRestart("muffleWarning")
    }),
    error = function(e) {
      failed <<- conditionMessage(e)
      NULL
    }
  )))
  entry <- list(warnings = as.list(warned), error = failed, said = as.list(printed))
  if (!is.null(seed)) entry$runif <- sprintf("%.17g", runif(1))
  if (is.null(failed)) {
    entry$text <- as.list(capture.output(print(value$value)))
    kept <- if (is.null(numbers)) value$value else numbers(value$value)
    kept <- suppressWarnings(unlist(kept))
    if (is.numeric(kept) || is.logical(kept)) entry$numbers <- as.list(sprintf("%.17g", as.double(kept)))
  }
  answers[[id]] <<- entry
  invisible(value$value)
}

write_answers <- function(file) {
  text <- jsonlite::toJSON(answers, auto_unbox = TRUE, null = "null", pretty = 1)
  writeLines(gsub("\n +", "\n", text), file)
}
