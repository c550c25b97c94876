# Answers about R's syntax: the trees of a text in Polish notation and deparse's lines, or the
# error message of parse(). Used by record.R and by the test that asks a live R.
options(keep.source = FALSE)

polish_arguments <- function(values) {
  names <- names(values)
  if (is.null(names)) names <- rep("", length(values))
  parts <- character()
  for (i in seq_along(values)) parts[i] <- paste0(names[i], "=", polish(values[[i]]))
  parts
}

polish <- function(e) {
  if (is.symbol(e)) return(if (identical(e, quote(expr = ))) "<empty>" else paste0("<", e, ">"))
  if (!is.call(e)) return(paste(deparse(e), collapse = " "))
  is_definition <- identical(e[[1]], as.name("function")) && (is.pairlist(e[[2]]) || is.null(e[[2]]))
  if (is_definition) {
    parameters <- as.list(e[[2]])
    parts <- polish_arguments(parameters)
    return(paste(c("function", length(parameters), parts, polish(e[[3]])), collapse = " "))
  }
  arguments <- as.list(e)[-1]
  paste(c("call", length(arguments), polish(e[[1]]), polish_arguments(arguments)), collapse = " ")
}

answer <- function(text) {
  parsed <- tryCatch(suppressWarnings(parse(text = text)), error = conditionMessage)
  if (is.character(parsed)) return(list(text = text, error = parsed))
  expressions <- as.list(parsed)
  list(
    text = text,
    trees = I(vapply(expressions, polish, "")),
    lines = I(as.character(unlist(lapply(expressions, deparse, 60L))))
  )
}

write_answers <- function(texts, path) {
  answers <- lapply(enc2utf8(texts), answer)
  json <- jsonlite::toJSON(answers, auto_unbox = TRUE, null = "null")
  writeLines(gsub("},{\"text\"", "},\n{\"text\"", json, fixed = TRUE), path, useBytes = TRUE)
}
