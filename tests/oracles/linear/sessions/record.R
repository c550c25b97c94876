# Records R's answers to the sessions beside this file: Rscript record.R  (R 4.2.2, jsonlite)
# NAME.R, one expression a line -> NAME.json: steps of code, output, warnings, messages and error.
.step <- function(code) {
  said <- character(0); told <- character(0); error <- NULL
  output <- capture.output(withCallingHandlers(
    tryCatch({
      value <- withVisible(eval(parse(text = code), globalenv()))
      if (value$visible) print(value$value)
    }, error = function(e) error <<- list(message = conditionMessage(e))),
    warning = function(w) {
      said <<- c(said, conditionMessage(w)); invokeRestart("muffleWarning")
    },
    message = function(m) {
      told <<- c(told, conditionMessage(m)); invokeRestart("muffleMessage")
    }))
  text <- if (length(output)) paste0(paste(output, collapse = "\n"), "\n") else ""
  result <- list(code = code, output = text)
  if (length(said)) result$warnings <- lapply(said, function(m) list(message = m))
  if (length(told)) result$messages <- I(told)
  if (!is.null(error)) result$error <- error
  result
}
.files <- commandArgs(TRUE)
if (!length(.files)) .files <- setdiff(list.files(pattern = "[.]R$"), "record.R")
pdf(NULL)
for (.file in .files) {
  rm(list = ls())
  options(contrasts = c("contr.treatment", "contr.poly"))
  .lines <- readLines(.file)
  .steps <- lapply(.lines[nzchar(.lines) & !startsWith(.lines, "#")], .step)
  .answer <- list(r_version = R.version.string, steps = .steps)
  writeLines(jsonlite::toJSON(.answer, auto_unbox = TRUE, digits = 17, pretty = FALSE),
             sub("[.]R$", ".json", .file), useBytes = TRUE)
}
