# Rscript record.R discriminants: runs the R half of each line of discriminants.txt, in one session,
# and writes what the console showed to discriminants.json, one string a line.
topic <- commandArgs(TRUE)[1]
suppressMessages({ library(MASS); library(class); library(jsonlite) })
options(warn = 1)
lines <- readLines(paste0(topic, ".txt"), encoding = "UTF-8")
lines <- lines[nzchar(trimws(lines)) & !startsWith(lines, "#")]
code <- trimws(sub("\\|\\|\\|.*", "", lines))
shown <- function(text) {
  capture.output(tryCatch({
    found <- withVisible(withCallingHandlers(eval(parse(text = text), globalenv()),
      warning = function(w) { cat("WARN:", conditionMessage(w), "\n"); invokeRestart("muffleWarning") }))
    if (found$visible) print(found$value)
  }, error = function(e) cat("ERR:", conditionMessage(e), "\n")))
}
answers <- lapply(code, function(text) list(code = text, output = as.list(shown(text))))
writeLines(toJSON(list(r_version = as.character(getRversion()), answers = answers),
  auto_unbox = TRUE, pretty = TRUE), paste0(topic, ".json"), useBytes = TRUE)
