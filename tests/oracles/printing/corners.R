# Records what R's console shows for corners of printing that the other sessions leave out.
# Rscript tests/oracles/printing/corners.R > tests/oracles/printing/corners.json
# The printed text is that of the R that runs this; its version stands in the file.
invisible(Sys.setlocale("LC_ALL", "C.UTF-8"))
groups <- list(
  names_and_titles = c(
    'matrix(1:4, 2, dimnames = list(g = NULL, h = c("u", "v")))',
    'matrix(1:4, 2, dimnames = list(g = c("x", "y"), h = NULL))',
    'matrix(1:4, 2, dimnames = list(group = c("x", NA), h = c("x", NA)))',
    'matrix(1:4, 2, dimnames = list(c("x", NA), c("x", NA)))',
    'matrix(c("a", NA, "b", "c"), 2, dimnames = list(c("x", NA), c("xxxxx", NA)))',
    'print(matrix(c("a", NA, "b", "c"), 2, dimnames = list(c("x", NA), c("xxxxx", NA))), quote = FALSE)',
    'print(matrix(c("a", NA, "b", "c"), 2, dimnames = list(c("x", NA), c("xxxxx", NA))), right = TRUE)',
    'matrix(c("日本", "b", NA, "é"), 2, dimnames = list(c("行", "r"), c("列", "c")))',
    'matrix(1:4, 2, dimnames = list(c("a\\nb", "c"), c("d\\\\e", "f")))',
    'matrix(1:200, 100)', 'matrix(1:9, 9)', 'matrix(1:10, 10)', 'matrix(1:99, 99)',
    'array(1:16, c(2, 2, 2, 2), dimnames = list(a = c("1", "2"), b = c("1", "2"), c = c("1", "2"), d = c("u", "v")))',
    'array(c("a", "b", "c", "d", "e", "f", "g", "h"), c(2, 2, 2), dimnames = list(NULL, NULL, c("x", "y")))',
    'array(c(1.5, 2, 3, 4, 5, 6, 7, 8), c(2, 2, 2))',
    'array(1:3, 3)'
  ),
  no_cells = c(
    'matrix(character(0), 0, 3)', 'matrix(numeric(0), 0, 0)',
    'matrix(numeric(0), 0, 3, dimnames = list(NULL, c("a", "b", "c")))',
    'matrix(numeric(0), 2, 0, dimnames = list(c("a", "bb"), NULL))',
    'matrix(numeric(0), 0, 2, dimnames = list(g = NULL, h = c("a", "b")))',
    'matrix(numeric(0), 2, 0, dimnames = list(g = c("a", "b"), h = NULL))',
    'array(numeric(0), c(2, 0, 2))', 'array(numeric(0), c(0, 2, 2))', 'array(numeric(0), c(2, 2, 0))',
    'data.frame(a = integer(0), bb = character(0))', 'list(a = list(), b = NULL)', 'list(list())'
  ),
  missing = c(
    'print(matrix(c(1, NA, 3, 4), 2), na.print = "-")', 'print(matrix(c("a", NA, "b", "c"), 2), na.print = "-")',
    'print(c(1, NA, 3), na.print = "--")', 'print(c("a", NA), na.print = "--")',
    'print(c(a = 1, b = NA), na.print = "---")', 'print(c(NA, 1.5, NaN, -Inf), na.print = "")',
    'print(data.frame(a = c(1, NA), b = c("x", NA)), na.print = "--")',
    'c(a = TRUE, b = NA)', 'c(a = NA_character_, b = "x")', 'print(c(a = NA_character_, b = "x"), quote = FALSE)',
    'NA_character_', 'NA_integer_', 'c(NA_character_, "NA")', 'matrix(c(NA, NA, 1L, 2L), 2)', 'matrix(c(NA, NA, "a", "b"), 2)'
  ),
  frames = c(
    'print(data.frame(a = c(1, NA), b = c("x", NA)), quote = TRUE)',
    'print(data.frame(a = c(1, NA), b = c("x", NA)), right = FALSE)',
    'print(data.frame(a = c(1, NA), b = c("x", NA)), row.names = FALSE)',
    'print(data.frame(a = c(1, NA), b = c("x", NA)), row.names = c("r1", "r2"))',
    'print(data.frame(x = c(1/3, 22), g = c("a", "bb")), digits = 3)',
    'data.frame(x = c("a\\nb", "c\\\\d", "e\\"f"))', 'data.frame(x = c("日本", "é"), y = 1:2)',
    'data.frame(d = as.Date(c("2024-02-29", NA)), n = c(1.5, NA), l = c(TRUE, NA), i = c(1L, NA))',
    'data.frame(x = c(1e-10, 1, 1e10), y = c(0.1, 123456.789, 1e-3), z = c(1e5, 1e6, 1e7))',
    'head(mtcars)', 'head(iris[iris$Species == "virginica", ], 3)', 'head(longley, 3)', 'head(warpbreaks, 12)', 'head(airquality, 10)'
  ),
  limits = c(
    'options(max.print = 6)', '1:7', '1:8', 'letters', 'factor(letters)', 'matrix(1:40, 20)', 'matrix(1:7, 7)',
    'matrix(c(1:39, 1e6), 20)', 'matrix(1:40, 20, dimnames = list(c(letters[1:19], "longname"), NULL))',
    'data.frame(a = 1:7)', 'data.frame(a = 1:20, b = 1)', 'c(a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, ggggg = 7e8)',
    'c(a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, hhhhh = 7e8)', 'list(1, 2, 3, 4, 5, 6, 7)', 'print(data.frame(a = 1:2, b = 2, c = 3), max = 2)',
    'print(matrix(1:6, 2), max = 2)', 'print(array(1:40, c(2, 2, 10)), max = 10)', 'print(array(1:40, c(2, 2, 10)), max = 8)',
    'print(array(1:8, c(2, 2, 2)), max = 7)', 'print(array(1:8, c(2, 2, 2)), max = 4)', 'list(1, 2, 3, 4, 5, 6, 7, 8:20)'
  ),
  narrow = c(
    'options(width = 30)', '1:30', 'letters', 'c("a long string that does not fit at all", "b")', 'factor(letters)',
    'factor(c("a long level that does not fit", "another level", "c"))', 'factor(c("a long level that does not fit at all"))',
    'ordered(c("low", "middle", "high", "very high"))', 'head(mtcars, 2)', 'c(alpha = 1, beta = 22, gamma = 333, delta = 4444)',
    'matrix(1:60 * 1000, 2)', 'c(averyveryveryverylongname_indeed = 1, b = 2)', 'seq(0, 1, by = 0.05)',
    'matrix(c("a long string that does not fit", "b", "c", "d"), 2)'
  ),
  wide = c('options(width = 200)', '1:100', 'head(mtcars, 2)', 'factor(c(letters, LETTERS))', 'letters'),
  many_digits = c(
    'options(digits = 15)', '1/3', 'c(0.1, 0.12, 0.123)', 'pi * 1e6', '2/3 * 1e-5', 'head(iris, 2)', 'c(a = 1/7, b = 22)',
    'options(digits = 22)', '1/3', '0.1', '1e22', '123456789.123', 'options(digits = 16)', '0.1', '1/3', '100 * 1.1',
    'options(digits = 1)', 'c(1.5, 2.5, 0.15)', '9996', '99.5', '0.95', '0.00095', 'c(1e5, 12)'
  ),
  penalties = c('options(scipen = 10)', '1e5', '1e15', '1e-8', 'c(1e10, 1e-5)', 'options(scipen = -5)', '1234', '0.1', 'c(1, 10, 100)', '123456'),
  strings = c(
    'c("a\\001b", "\\033[1m", "\\177", "tab\\t", "bell\\a", "\\b\\f\\v\\r")', 'c("é", "日本語", "ｗｉｄｅ", "e\\u0301", "\\U1F600")',
    'c("\\u2028", "\\u00a0x", "\\u200b", "\\u00ad")', 'print(c("a\\nb", "c\\\\d", "e\\"f"), quote = FALSE)', 'factor(c("a\\nb", "日本", NA))',
    'noquote(c("a", NA))', 'c(`a\\nb` = 1, `日本` = 2)', 'list(`a\\nb` = 1, `c"d` = 2, .x = 3, `_y` = 4, `.2a` = 5, `if` = 6, `日本` = 7)',
    '"it\'s"', 'character(0)', '""', 'c("", "a")', 'c(a = "", b = "x")'
  ),
  lists = c(
    'list(1, list(2, list("x", NULL)), c(a = 1))', 'list(a = 1:30, b = list(c = letters, d = factor("u")))',
    'list(m = matrix(1:4, 2), d = data.frame(x = 1:2), n = NULL)', 'print(list(1/3, "x"), digits = 3)', 'print(list("x", list("y")), quote = FALSE)',
    'setNames(list(1, 2), c("a", NA))', 'list(1, b = 2)', 'list(f = y ~ x + z, e = quote(a + b))', 'list(as.Date("2024-02-29"))',
    'list(`a\\`b` = 1, `\u00bd` = 2, `x\u00b2` = 3, `\u0663` = 4)', 'print(list(a = c("a", "ccc")), right = TRUE)'
  ),
  missing_names = c(
    'x <- setNames(c("a", NA, "ccc"), c("u", NA, "w"))', 'print(x, na.print = "--")', 'print(x, quote = FALSE, na.print = "--")',
    'print(matrix(c(1, NA, 3, 4), 2, dimnames = list(c("a", NA), c(NA, "b"))), na.print = ".")',
    'print(array(c(NA, 1:7), c(2, 2, 2)), na.print = "--")', 'array(c(NA, 1:3), c(1, 1, 4))'
  ),
  to_the_right = c('print(c("a", "ccc"), right = TRUE)', 'print(c("a", "ccc"), right = TRUE, quote = FALSE)'),
  factor_levels = c(
    'f <- factor(c("a", "b", "c", "d", "e"))', 'print(f, max.levels = 0)', 'print(f, max.levels = 1)', 'print(f, max.levels = 2)',
    'print(f, max.levels = 3)', 'print(f, max.levels = 4)', 'print(f, max.levels = 5)', 'print(f, max = 3)', 'print(f, quote = TRUE)',
    'print(ordered(1:5), max.levels = 3)', 'print(factor(paste0("level", 1:30)), max.levels = 20)', 'print(f[0], max.levels = 2)'
  ),
  dates_within_limits = c(
    'd <- as.Date(c("2024-01-01", "2024-01-02", NA, "2024-01-04", "2024-01-05", "2024-01-06"))', 'print(d, max = 5)', 'print(d, max = 6)', 'options(max.print = 3)', 'd', 'setNames(d, letters[1:6])'
  ),
  nothing_to_show = c(
    'matrix(logical(0), 0, 2, dimnames = list(NULL, c("", "b")))', 'matrix(integer(0), 0, 2, dimnames = list(NULL, c("", "b")))',
    'matrix(numeric(0), 0, 2, dimnames = list(NULL, c("", "b")))', 'matrix(character(0), 0, 2, dimnames = list(NULL, c("", "b")))',
    'print(array(1:6, c(2, 3, 1)), max = 2)'
  ),
  omitted_counts = c(
    'options(scipen = -9)', 'print(data.frame(a = 1:3), max = 1)', 'print(1:30, max = 3)', 'options(max.print = 2)', 'data.frame(a = 1:9)'
  )
)
shown <- function(code, envir) {
  lines <- capture.output({
    result <- withVisible(eval(parse(text = code, encoding = "UTF-8"), envir))
    if (result$visible) print(result$value)
  })
  if (length(lines)) paste0(lines, "\n", collapse = "") else ""
}
record <- function(codes) {
  before <- options()
  on.exit(options(before))
  options(width = 80, digits = 7, scipen = 0, max.print = 99999)
  envir <- globalenv() # where R does not show a formula's environment
  lapply(codes, function(code) list(code = code, output = shown(code, envir)))
}
answers <- list(r_version = R.version.string, groups = lapply(groups, record))
cat(jsonlite::toJSON(answers, auto_unbox = TRUE, pretty = TRUE), "\n")
