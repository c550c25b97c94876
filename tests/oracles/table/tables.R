# R's answers to calls of table and its relatives: Rscript tables.R > tables.json
# Every step is run in one session; the console's text, warnings and errors are kept.
options(digits = 7, width = 80, scipen = 0)
steps <- c(
  "x <- c(1, 1, 2, 3, 3, 3)", "y <- c('u', 'v', 'u', 'v', 'v', 'u')", "w <- c(TRUE, FALSE, TRUE, TRUE, FALSE, TRUE)",
  "table(x)", "table(x, y)", "table(y, x > 1)", "table((x))", "table(x, x)", "table(x, y, dnn = c('', 'b'))", "table(a = x, y)", "table(x, b = y, w)",
  "table(1:2, 1:3)", "table(c(1, 2, NA), exclude = 2)", "table(c(1, 2, NA), exclude = NULL)", "table(c(1, 2, NA, NaN))",
  "table(c(1, 2, NA, NaN), useNA = 'ifany')", "table(c(1, 2, NaN, NA), useNA = 'ifany')", "table(c(1, NaN), useNA = 'always')", "table(c(1, NA), useNA = 'always')",
  "table(c(1, 2), exclude = 1)", "table(factor(c('a', 'b', NA)), exclude = 'a')", "table(factor(c('a', 'b', NA)), exclude = NULL)",
  "table(c('a', 'b', NA), useNA = 'ifany', exclude = 'a')", "table(c(1, NA), exclude = NA, useNA = 'ifany')", "table(factor(c('a', 'b'), levels = c('b', 'a', 'c')), c(TRUE, FALSE))",
  "table(c(0.1 + 0.2, 0.3))", "table(c(1e5, 1e-5, 123456.7, 100000))", "table(c(100000L, 2L))", "table(c(-1, -0.0, 0, 1))", "table(c(Inf, -Inf, 1))",
  "table(c('b', 'A', 'a', 'B', '_x', '1'))", "table(c('', NA, 'a'))", "table(as.Date(c('2024-01-05', '2024-01-01')))", "table(c('a', 'NaN'))", "table(c('a', 'NA', NA), useNA = 'always')",
  "table(numeric(0), numeric(0))", "table(factor(character(0), levels = c('a', 'b')))", "table(NA)", "table(NA, useNA = 'always')", "table(c(TRUE, NA), c(NA, FALSE))",
  "table(c(1, 2), useNA = 'foo')", "table(c('a', 'b'), c('日本', 'x'))", "table(c('éa', 'ea', 'Ea', 'eb', 'e-c', 'e c', 'e_d'))",
  "t2 <- with(mtcars, table(cyl, gear))", "u <- table(c('b', 'a', 'b'))", "a <- table(c(1, 1, 2), c('x', 'y', 'y'), c(TRUE, FALSE, TRUE))",
  "t2 > 1", "t2 == 12", "-t2", "t2 / 2", "t2 / t2", "t2 * 1.5", "1 / t2", "t2 + t2", "t2 + u", "sum(t2)", "t2['4', ]", "t2['4', '5']", "t2[, '5']", "t2[['4', '5']]", "t2[2:1, ]", "t2[-1, -1]", "t2[, c('5', '3')]", "t2['z', '5']",
  "u['a']", "u[['a']]", "u[c('a', 'b')]", "u[-1]", "rev(u)", "sort(u)", "sort(u, decreasing = TRUE)", "u / 3", "100 * u", "t(t2)", "t(u)", "a[1, , ]", "a[1, 1, ]", "a[, , 'TRUE']",
  "prop.table(a, 1)", "prop.table(a, c(1, 3))", "margin.table(a)", "margin.table(a, c(3, 1))", "addmargins(a, 3)", "addmargins(a, c(1, 2))", "aperm(a, c(3, 1, 2))", "proportions(a, 'zz')", "prop.table(a, 4)", "margin.table(a, 5)", "addmargins(a, 4)",
  "addmargins(t2)", "addmargins(t2, c(2, 1))", "addmargins(u)", "prop.table(t2, 'cyl')", "marginSums(t2, 'gear')", "marginSums(t2)", "round(prop.table(t2), 2)", "signif(prop.table(t2), 2)", "100 * prop.table(t2, 1)",
  "summary(t2)", "summary(u)", "summary(a)", "summary(Titanic)", "summary(table(c(1, 1), c(1, 2)))", "as.data.frame(t2)", "as.data.frame(u)", "as.data.frame(a)", "dim(a)", "dimnames(t2)", "names(u)",
  "ftable(Titanic)", "ftable(Titanic, row.vars = 1:2)", "ftable(Titanic, col.vars = c('Sex', 'Survived'))", "ftable(Survived ~ Class + Sex, Titanic)", "ftable(Survived + Sex ~ Class, Titanic)", "ftable(t2)", "ftable(mtcars[c('cyl', 'gear', 'am')])", "ftable(cyl ~ gear, mtcars)", "ftable(prop.table(t2))",
  "xtabs(~cyl + gear, mtcars)", "xtabs(breaks ~ wool + tension, warpbreaks)", "xtabs(mpg ~ cyl, mtcars)", "xtabs(cbind(ncases, ncontrols) ~ agegp, esoph)", "summary(xtabs(~cyl + gear, mtcars))", "xtabs(~Ozone > 30, airquality)", "xtabs(~factor(cyl) + I(gear > 3), mtcars)", "xtabs(breaks ~ wool, warpbreaks) / 2", "xtabs(Freq ~ Sex + Class, as.data.frame(Titanic))",
  "table(a = c(1, 2, NA), b = c('x', 'y', 'x'), c = c(NA, 1, 2), useNA = 'ifany')", "table(`日本` = c(1, 2), `é` = c('x', 'y'))", "table(`a long é` = c(1, 2), b = c('x', 'y'))",
  "prop.table(table(g = factor(c('a', 'a'), levels = c('a', 'b')), h = c('wide label', 'u')), 1)", "prop.table(table(g = c('a', 'b'), h = factor(c('x', 'x'), levels = c('x', 'zz'))), 2)", "table(a = c('u', 'v'), b = c('x', 'y')) == 1",
  "t3 <- table(a = c(1, 1, 2, 2, 2), b = c('x', 'y', 'y', 'y', 'y'))", "print(t3, zero.print = '.')", "print(summary(t3), digits = 6)", "summary(table(a = factor(c(1, 2), levels = 1), b = c('x', 'y')))",
  "as.data.frame(table(c(1, 2), c('a', 'b'), dnn = c('0', 'row var')))", "as.data.frame(table(Freq = c(1, 2), a = c(1, 2)))", "ftable(table(a = c(1, 2), b = c('back\\\\slash', 'u')))", "table(c(0.1, 0.25, 1e5), factor(c(0.5, 1e5, 0.25)))")
environment <- new.env(parent = globalenv())
answer <- function(code) {
  warned <- character(0); error <- NULL
  output <- withCallingHandlers(
    tryCatch({
      text <- capture.output({ value <- withVisible(eval(parse(text = code)[[1]], environment)); if (value$visible) print(value$value) })
      if (length(text)) paste0(paste(text, collapse = "\n"), "\n") else ""
    }, error = function(e) { error <<- conditionMessage(e); "" }),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") })
  list(code = code, output = output, error = error, warnings = I(warned))
}
result <- list(r_version = R.version.string, locale = Sys.getlocale("LC_COLLATE"), steps = lapply(steps, answer))
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null"), "\n", sep = "")
