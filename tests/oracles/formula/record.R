# What R answers to the formulas of formulas.tsv (data, formula, contrasts) and updates.tsv.
#   Rscript record.R > answers.json            records both files
#   Rscript record.R FILE.tsv > answers.json   answers other formulas (the live test does)
suppressPackageStartupMessages({library(jsonlite); library(splines)})
options(warn = 1)

frames <- list(
  small = data.frame(
    y = c(1.5, 4, 2.25, 5, 3, 7.75, 6), x = c(1.5, 3, 2, 5, 7, 8, 4.5), z = c(2, -1, 0.5, 3, -2, 1, 0),
    k = c(3L, 1L, 4L, 1L, 5L, 9L, 2L), n = c(1.5, NA, 2, 5, 7, 8, 4.5),
    g = factor(c("u", "v", "w", "u", "v", "w", "v")), h = factor(c("B", "A", "A", "B", "A", "B", "B")),
    o = ordered(c("lo", "mid", "hi", "lo", "mid", "hi", "top"), levels = c("lo", "mid", "hi", "top")),
    e = factor(c("p", "q", "p", "q", "p", "q", "p"), levels = c("r", "q", "p")),
    l = c(TRUE, FALSE, TRUE, TRUE, FALSE, FALSE, TRUE), s = c("b", "a", "B", "A", "c", "b", "_d"),
    m = factor(c("u", NA, "w", "u", "v", "w", "v")), stringsAsFactors = FALSE),
  odd = data.frame(
    `a b` = c(1, 2, 4, 8, 16), `if` = c(5, 3, 1, 2, 4), .x = c(1.5, 2.5, 3.5, 1, 0), x.1 = c(9, 8, 6, 7, 5),
    `f g` = factor(c("a", "b", "a", "b", "c")), y = c(0.5, 0.25, 2, 1, 3), check.names = FALSE),
  cars = cars[seq(1, 50, 3), ], wb = warpbreaks[seq(1, 54, 4), ])
newdata <- list(
  small = data.frame(
    y = c(1, 2, 3), x = c(4, 2.5, 9), z = c(1, 0, -3), k = c(2L, 7L, 1L), n = c(2, 3, 10),
    g = factor(c("w", "u", "v"), levels = c("w", "u", "v")), h = factor(c("A", "A", "B")),
    o = ordered(c("mid", "hi", "lo"), levels = c("lo", "mid", "hi", "top")), e = factor(c("p", "q", "p")),
    l = c(FALSE, TRUE, TRUE), s = c("c", "a", "B"), m = factor(c("u", "v", "w")), stringsAsFactors = FALSE),
  odd = data.frame(
    `a b` = c(3, 5), `if` = c(2, 2.5), .x = c(1, 2), x.1 = c(6, 6.5), `f g` = factor(c("b", "c")), y = c(1, 2),
    check.names = FALSE),
  cars = data.frame(speed = c(10, 21.5), dist = c(30, 50)), wb = warpbreaks[c(2, 20, 53), ])

column <- function(x) {
  if (is.factor(x)) list(type = unbox(if (is.ordered(x)) "ordered" else "factor"), data = as.character(x), levels = levels(x))
  else list(type = unbox(typeof(x)), data = x)
}
# jsonlite keeps 15 digits: numbers travel as text with 17
exact <- function(v) sprintf("%.17g", as.vector(v) + 0)
numbers <- function(m) list(dim = dim(m), data = exact(m))
matrix_parts <- function(m) list(
  columns = as.character(colnames(m)), assign = attr(m, "assign"), rows = rownames(m), values = numbers(m),
  contrasts = lapply(attr(m, "contrasts"), function(k) if (is.character(k)) unbox(k) else unbox("matrix")))

answer <- function(data, text, contrasts) {
  warned <- character()
  failed <- NULL
  out <- list(data = unbox(data), formula = unbox(text), contrasts_given = unbox(contrasts))
  step <- function(part, expr) if (is.null(failed)) tryCatch(
    withCallingHandlers(out[[part]] <<- expr, warning = function(w) {
      warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning")}),
    error = function(e) { failed <<- conditionMessage(e); out$error <<- unbox(failed); out$failed_at <<- unbox(part) })
  given <- if (nzchar(contrasts)) {
    pairs <- strsplit(strsplit(contrasts, ";")[[1]], "=")
    setNames(lapply(pairs, `[`, 2), vapply(pairs, `[`, "", 1))
  }
  step("terms", {
    f <- as.formula(text, globalenv())
    t <- terms(f, data = frames[[data]])
    F <- attr(t, "factors")
    list(labels = attr(t, "term.labels"), order = attr(t, "order"), intercept = unbox(attr(t, "intercept")),
         response = unbox(attr(t, "response")), offset = as.integer(attr(t, "offset")),
         factors = if (length(F)) list(dim = dim(F), rows = rownames(F), data = as.vector(F)),
         variables = vapply(as.list(attr(t, "variables"))[-1], function(v) paste(deparse(v, 500L, backtick = TRUE), collapse = " "), ""),
         expanded = unbox(paste(deparse(formula(t), 500L), collapse = " ")))
  })
  step("frame", {
    mf <<- model.frame(t, frames[[data]])
    tt <<- attr(mf, "terms")
    list(names = names(mf), rows = row.names(mf), classes = as.list(attr(tt, "dataClasses")),
         levels = .getXlevels(tt, mf), offset = if (!is.null(model.offset(mf))) exact(model.offset(mf)))
  })
  step("design", matrix_parts(mm <<- model.matrix(tt, mf, contrasts.arg = given)))
  step("new", {
    nf <- model.frame(delete.response(tt), newdata[[data]], xlev = .getXlevels(tt, mf))
    matrix_parts(model.matrix(delete.response(tt), nf, contrasts.arg = attr(mm, "contrasts")))
  })
  out$warnings <- warned
  out
}
mf <- tt <- mm <- NULL

read <- function(file) {
  lines <- readLines(file)
  parts <- strsplit(paste0(lines[nzchar(lines)], "\t\t"), "\t")
  lapply(parts, function(p) c(p, "", "")[1:3])
}
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
given <- commandArgs(TRUE)
file <- if (length(given)) given[1] else file.path(here, "formulas.tsv")
result <- list(
  r_version = unbox(R.version.string),
  frames = lapply(frames, function(d) list(rows = row.names(d), automatic = unbox(.row_names_info(d) < 0), columns = lapply(d, column))),
  newdata = lapply(newdata, function(d) list(rows = row.names(d), automatic = unbox(.row_names_info(d) < 0), columns = lapply(d, column))),
  answers = lapply(read(file), function(p) answer(p[1], p[2], p[3])))
if (!length(given)) {
  result$updates <- lapply(read(file.path(here, "updates.tsv")), function(p) {
    text <- tryCatch(paste(deparse(update(as.formula(p[1]), as.formula(p[2])), 500L), collapse = " "),
                     error = function(e) paste("Error:", conditionMessage(e)))
    list(old = unbox(p[1]), new = unbox(p[2]), updated = unbox(text))
  })
  scored <- list(3:12, c(15, 25, 40))
  result$contr_poly <- lapply(unlist(scored), function(n) list(n = unbox(n), values = exact(contr.poly(n))))
}
cat(toJSON(result, null = "null", na = "string"))
