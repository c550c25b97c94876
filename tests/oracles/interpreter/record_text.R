# Rscript record_text.R (in this folder, R 4.2, LANG=en_US.UTF-8 or C.UTF-8, TZ=UTC, package
# jsonlite) runs every statement of text_*.R as the console would and writes text_*.json: the
# statement, what it printed, its warnings, the message of its error.
Sys.setenv(TZ = "UTC")
options(keep.source = TRUE, width = 80, digits = 7)

answer <- function(expression, text) {
  warned <- character()
  failed <- NULL
  output <- capture.output({
    shown <- withCallingHandlers(
      tryCatch(withVisible(eval(expression, globalenv())), error = function(e) {
        failed <<- conditionMessage(e)
        NULL
      }),
      warning = function(w) {
        warned <<- c(warned, conditionMessage(w))
        invokeRestart("muffleWarning")
      }
    )
    if (!is.null(shown) && shown$visible) print(shown$value)
  })
  found <- list(code = text, output = paste0(output, "\n", collapse = ""))
  if (!length(output)) found$output <- ""
  if (length(warned)) found$warnings <- I(warned)
  if (!is.null(failed)) found$error <- failed
  found
}

# Arguments are the files to record; without any, all are.
named <- commandArgs(TRUE)
for (file in if (length(named)) named else list.files(pattern = "^text_.*[.]R$")) {
  rm(list = setdiff(ls(globalenv()), c("answer", "file", "named")), envir = globalenv())
  parsed <- parse(file, keep.source = TRUE, encoding = "UTF-8")
  texts <- vapply(attr(parsed, "srcref"), function(s) paste(as.character(s), collapse = "\n"), "")
  # str() shows where a function was typed: there functions are kept without their source
  run <- parse(file, keep.source = file != "text_structure.R", encoding = "UTF-8")
  answers <- Map(answer, as.list(run), texts)
  json <- jsonlite::toJSON(unname(answers), auto_unbox = TRUE, pretty = TRUE)
  writeLines(enc2utf8(json), sub("R$", "json", file), useBytes = TRUE)
}
