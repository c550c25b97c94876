# Rscript structures.R: what R answers to each line of structures.txt, into structures.json
lines <- readLines("structures.txt")
answer <- function(line) {
  where <- new.env(parent = globalenv())
  warnings <- character()
  error <- NULL
  output <- capture.output(tryCatch(withCallingHandlers({
    for (piece in parse(text = line, keep.source = FALSE)) {
      found <- withVisible(eval(piece, where))
      if (found$visible) print(found$value)
    }
  }, warning = function(w) {
    warnings <<- c(warnings, conditionMessage(w))
    invokeRestart("muffleWarning")
  }), error = function(e) error <<- conditionMessage(e)))
  list(code = line, output = I(output), warnings = I(warnings), error = error)
}
answers <- list(r = R.version.string, cases = lapply(lines, answer))
writeLines(jsonlite::toJSON(answers, auto_unbox = TRUE, pretty = 1, null = "null"), "structures.json")
