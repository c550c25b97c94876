# R's answers to calls of format, formatC, prettyNum, sprintf, paste, toString, cat, nchar,
# format.pval, round, signif, zapsmall: Rscript format_functions.R > format_functions.json
# Calls are built from tables of values and of arguments; a call R refuses keeps its message.
options(digits = 7, width = 80, scipen = 0, warn = 0)
numbers <- c("0", "1", "-1", "1.5", "123456.789", "1234567", "-1234567.891", "0.00001234", "1e5", "1e-5",
             "1e10", "1e-300", "1e15", "0.1", "1/3", "2/3", "99.95", "999.5", "9999.5", "NA_real_", "NaN",
             "Inf", "-Inf", "c(1, 10, 100)", "c(0.001, 123.456, NA)", "c(1.5, -2.25, 1e6)",
             "c(1e-10, 1)", "c(a = 1.5, b = 22.25)", "5L", "-42L", "1234567L", "c(1L, NA, 1000L)")
formatC_args <- c("", "digits = 3", "width = 10", "digits = 8", "format = \"f\"", "format = \"e\"", "format = \"g\"",
  "format = \"fg\"", "digits = 2, format = \"f\"", "digits = 3, format = \"fg\"", "digits = 3, format = \"fg\", flag = \"#\"",
  "width = 12, flag = \"0\"", "width = 12, flag = \"-\"", "flag = \"+\"", "flag = \" \"", "width = -9", "digits = 0",
  "digits = 3, flag = \"#\"", "big.mark = \",\", format = \"f\", digits = 1", "big.mark = \",\", format = \"d\"",
  "mode = \"character\"", "digits = 4, format = \"E\"", "digits = 4, format = \"G\"", "digits = -1",
  "format = \"f\", digits = 3, drop0trailing = TRUE", "format = \"f\", decimal.mark = \",\"",
  "digits = 3, format = \"fg\", width = 12")
format_args <- c("", "digits = 3", "nsmall = 2", "width = 12", "big.mark = \",\"", "scientific = TRUE", "scientific = FALSE",
  "trim = TRUE", "drop0trailing = TRUE", "digits = 3, nsmall = 3", "digits = 15", "digits = 17", "digits = 1",
  "big.mark = \",\", nsmall = 2", "big.mark = \",\", trim = TRUE", "scientific = 3", "nsmall = 2, width = 15")
sprintf_formats <- c("%d", "%i", "%5d", "%-8d|", "%05d", "%+d", "% d", "%x", "%X", "%o", "%f", "%.2f", "%8.3f", "%-10.1f|", "%+.1f",
  "%010.2f", "%e", "%.3e", "%E", "%g", "%.3g", "%G", "%#.3g", "%s", "%10s", "%-10s|", "%.3s", "%a", "%%", "%5.1f%%")
sprintf_values <- c("3L", "-42L", "NA", "TRUE", "3", "-2.5", "1e10", "1/3", "c(1, NA, Inf, -Inf, NaN)", "\"text\"", "1e-7", "0", "c(1L, NA)")
other <- c(
  "formatC(c(\"a\", \"Bb\", \"ccc\"))", "formatC(c(\"a\", \"Bb\", \"ccc\"), width = 5)", "formatC(c(\"a\", \"Bb\", \"ccc\"), width = -5)",
  "formatC(c(\"a\", \"Bb\", \"ccc\"), flag = \"-\")", "formatC(\"日本\", width = 6)", "formatC(TRUE)", "formatC(1, mode = \"foo\")",
  "formatC(1, format = \"q\")", "formatC(1, flag = \"z\")", "formatC(c(3.5, -2.7), format = \"d\")", "formatC(1.5, mode = \"integer\")",
  "formatC(matrix(1:4, 2), width = 3)", "formatC(c(a = 1, b = 2))", "formatC(0.1 + 0.2, digits = 17)", "formatC(2L, mode = \"double\", digits = 3)",
  "formatC(c(1, 1234567), big.mark = \",\", width = 12, format = \"d\", flag = \"-\")",
  "formatC(c(1, 1234567), big.mark = \",\", width = 12, format = \"d\", flag = \"0\")", "formatC(1234567, big.mark = \"'\", format = \"d\", big.interval = 2)",
  "format(c(\"a\", \"bbb\", NA))", "format(c(\"a\", \"bbb\"), width = 6)", "format(c(\"a\", \"bbb\"), justify = \"right\")",
  "format(c(\"a\", \"bbb\"), justify = \"centre\", width = 7)", "format(c(\"a\", \"bbb\"), justify = \"none\")", "format(c(\"日本\", \"a\"))",
  "format(TRUE)", "format(c(TRUE, FALSE, NA))", "format(c(TRUE, FALSE), width = 8)", "format(NA)", "format(NULL)", "format(factor(c(\"x\", NA, \"zz\")))",
  "format(factor(c(\"x\", \"zz\")), width = 5)", "format(as.Date(\"2024-01-05\"))", "format(as.Date(\"2024-01-05\"), \"%d/%m/%y\")",
  "format(as.Date(\"2024-01-05\"), \"%d %B %Y\")", "format(as.Date(\"2024-01-05\"), format = \"%A %j\")",
  "format(list(1, \"a\", 1:3, TRUE, c(1.5, 2), NULL))", "format(list(a = 1, b = \"x\"))", "format(list(1.123456789, 2), digits = 3)",
  "format(list(c(\"a\", \"bbb\"), c(1, 10)))", "format(matrix(c(1, 2.5, 3, 4), 2))", "format(matrix(c(\"a\", \"bb\", \"ccc\", \"d\"), 2))",
  "format(data.frame(x = c(1.5, 2), y = c(\"a\", \"bb\")))", "format(data.frame(x = c(1.123456, 2)), digits = 3)", "format(data.frame(x = c(1234567, 1)), big.mark = \",\")",
  "format(1, nsmall = 25)", "format(1, digits = 0)", "format(\"a\", justify = \"foo\")", "format(pi, digits = 22)", "format(character(0))",
  "prettyNum(1234567, big.mark = \",\")", "prettyNum(c(1234567, 1.5, NA), big.mark = \",\")", "prettyNum(\"1234567\", big.mark = \",\")",
  "prettyNum(123456.654321, big.mark = \",\")", "prettyNum(1e10, big.mark = \",\")", "prettyNum(c(a = 12345), big.mark = \",\")", "prettyNum(1234567L, big.mark = \",\")",
  "prettyNum(c(\"1.500\", \"2e+00\", \"3.10e-05\", \"1.000e+00\", \"10.0\"), drop0trailing = TRUE)", "prettyNum(-1234567.891, big.mark = \",\")", "prettyNum(TRUE, big.mark = \",\")",
  "prettyNum(123456789, big.mark = \" \")", "prettyNum(c(0.0001, 12345.5), big.mark = \",\")", "prettyNum(1234567.8, big.mark = \".\", decimal.mark = \",\")",
  "toString(1:5)", "toString(c(1.5, NA, 2))", "toString(c(\"a\", \"b\"))", "toString(\"abcdefghijkl\", width = 8)", "toString(letters, width = 20)", "toString(NULL)", "toString(1:3, width = 3)",
  "paste(1, 2L, TRUE, NA, \"x\")", "paste0(\"a\", 1:3)", "paste(c(\"a\", \"b\"), collapse = \"-\")", "paste(1:2, c(\"a\", \"b\", \"c\"))", "paste(\"a\", NULL, \"b\")", "paste(\"a\", character(0))",
  "paste0(\"a\", 1:2, collapse = \"|\")", "paste(factor(c(\"u\", \"v\")), 1)", "paste(as.Date(\"2024-01-01\"))", "paste(0.1 + 0.2, 1/3, 1e5, 100000L, 1e-4)", "paste(NA, 1.0, NaN, Inf)", "paste(character(0), collapse = \"+\")",
  "paste(\"A\", 1:0, sep = \"_\")", "paste(list(1:3, \"x\"))",
  "nchar(c(\"abc\", NA))", "nchar(\"日本\")", "nchar(\"日本\", type = \"width\")", "nchar(\"é\", type = \"bytes\")", "nchar(123.45)", "nchar(c(x = \"ab\"))", "nchar(\"a\", \"foo\")", "nchar(factor(\"a\"))",
  "sprintf(\"%s is %d years\", c(\"A\", \"B\"), c(30L, 40L))", "sprintf(\"%*d\", 5, 42L)", "sprintf(\"%-*d|\", 5, 42L)", "sprintf(\"%*d\", 3:5, 1L)", "sprintf(\"%.*f\", 2, pi)", "sprintf(\"%2$s %1$s\", \"a\", \"b\")", "sprintf(\"%2$d %1$s %2$d\", \"a\", 5L)",
  "sprintf(\"%1$*2$d\", 5L, 6L)", "sprintf(c(\"a%d\", \"b%d\"), 1:4)", "sprintf(\"%d\", integer(0))", "sprintf(\"%s %d\", c(\"a\", \"b\", \"c\"), 1:2)", "sprintf(\"%s and %s\", \"a\")", "sprintf(\"%y\", 1)", "sprintf(\"%5%\")", "sprintf(\"100%\")",
  "sprintf(\"%3$s\", \"a\", \"b\")", "sprintf(\"%*.*f\", 8, 2, pi)", "sprintf(\"%*d\", \"a\", 5L)", "sprintf(1)", "sprintf(\"%s\", list(\"a\", 1, TRUE))", "sprintf(\"%s\", factor(\"a\"))", "sprintf(\"%d\", factor(\"a\"))", "sprintf(\"%s\", as.Date(\"2024-01-01\"))",
  "sprintf(\"%8s|\", \"é\")", "sprintf(\"%9000s\", \"\")", "sprintf(\"%.3d\", 5L)", "sprintf(\"%5.3d|\", 7L)", "sprintf(\"%#x\", 255L)", "sprintf(\"%#o\", 8L)", "sprintf(\"%d%%\", 10L)", "sprintf(\"\")", "sprintf(\"%%%d\", 5L)",
  "format.pval(c(0.05, 0.0001, 1e-20, NA))", "format.pval(c(0.1, 0.01, 1e-27))", "format.pval(1e-17, digits = 3)", "format.pval(c(0.1, 0.0001, 1e-27), eps = 0.001)", "format.pval(c(0.05, NA, 1e-20), na.form = \"-\")", "format.pval(numeric(0))", "format.pval(\"a\")",
  "round(c(0.15, 0.25, 0.35, 2.675, -1.005), 2)", "round(c(0.15, 0.25, 0.35, 0.45), 1)", "round(-2.5)", "round(112885, -5)", "round(1234.5678, c(1, -1, 2, 0))", "round(c(NA, NaN, Inf, -Inf, 1.55), 1)", "round(\"a\")", "round(1.005, 2)", "round(TRUE)", "round(5L, -1)", "round(x = 2.567, digits = 1.6)",
  "signif(123456, 2)", "signif(0.00123456, 3)", "signif(c(1.25, 1.35), 2)", "signif(c(NA, Inf, 0, -1.5), 1)", "signif(1/3)", "signif(123.456, 0)", "signif(99.99, 3)", "signif(\"a\")",
  "zapsmall(c(1, 1e-20))", "zapsmall(c(exp(1), 1e-8, 1e-12))", "zapsmall(c(1, NA, 1e-10))", "zapsmall(c(Inf, 1, 1e-20))", "zapsmall(c(1e10, 1.123456))", "zapsmall(c(a = 1, b = 1e-20))", "zapsmall(c(1, 0.001), digits = 2)", "zapsmall(0)",
  "cat(1/3, 1e5, 1e-5, 123456789, TRUE, NA, 3L, \"s\")", "cat(\"a\", \"b\", sep = c(\",\", \"\\n\"))", "cat(1:10, fill = 20)", "cat(\"a\", NULL, \"b\")", "cat(1, 2, sep = \"\\n\")", "cat(\"x\", character(0), \"y\")",
  "cat(\"word\", \"another\", \"third\", fill = 12)", "cat(\"word\", \"another\", \"third\", fill = 12, labels = c(\"A:\", \"B:\"))", "cat(factor(\"x\"))", "cat(as.Date(\"2024-01-01\"))", "cat(c(1.5, 2, NA, Inf), sep = \", \")", "cat(\"a\\n\", \"b\\n\", sep = \"\")", "cat(\"aaa\", \"bbb\", \"ccc\", sep = \", \", fill = 10)", "cat(1:3, c(\"x\", \"y\"), sep = \", \")",
  "format(c(\"a\\nb\", \"xxxxxx\"))", "format(c(\"a\\\\b\", NA), justify = \"centre\", width = 9)", "format(c(\"\\001\", \"ab\"), justify = \"right\")", "format(c(\"e\\u0301\", \"日\"), width = 4)",
  "format(c(1.5, 2, 10000.25), drop0trailing = TRUE, big.mark = \",\")", "format(c(1.5, 2, 1000), drop0trailing = TRUE)", "format(c(1.5, 2, 10000.25), drop0trailing = TRUE, big.mark = \",\", trim = TRUE)",
  "formatC(\"a\\\\b\", width = 10)", "formatC(c(\"a\\\\b\", \"xx\"), width = 6)", "formatC(c(\"\\001\", \"if\"))", "formatC(c(1, NA), width = 6, flag = \"-#\")", "formatC(c(1, NA), width = 6, flag = \"-\")", "formatC(c(\"1\", \"x\"), mode = \"double\", width = 4)", "formatC(-1e100, mode = \"integer\")",
  "prettyNum(NA_character_)", "nchar(c(\"tab\\tx\", \"\\001c\"), type = \"width\")", "toString(c(\"日本\", \"語\", \"abc\"), width = 8)",
  "round(c(TRUE, NA))", "signif(c(TRUE, NA), 2)", "signif(c(-7L, NA), 1)",
  "sprintf(\"%+x\", 5L)", "sprintf(\"% o\", 5L)", "sprintf(\"%.0d|\", 0L)", "sprintf(\"%+5.0d|\", 0L)", "sprintf(\"%.0x|\", 0L)", "sprintf(\"%#x\", 0L)", "sprintf(\"%#.0o\", 0L)", "sprintf(\"%#.10o\", 96L)", "sprintf(\"%05.2d\", 7L)", "sprintf(\"%-05.2d|\", 7L)",
  "sprintf(\"%.1d\", NA_integer_)", "sprintf(\"%5.1d|\", NA_integer_)", "sprintf(\"%.0d|\", NA_integer_)", "sprintf(\"%5.1f\", NA_real_)", "sprintf(\"%.0e\", NaN)",
  "sprintf(\"%.2s\", \"мир\")", "sprintf(\"%5s\", \"мир\")", "sprintf(\"%-5.2s|\", \"мир\")", "sprintf(\"%.0a\", c(1.5, 2.5, 3.9, 1000))", "sprintf(\"%.1A\", -0.1)", "sprintf(\"% a\", 1)", "sprintf(\"%#.0a\", 2)", "sprintf(\"%012.1a\", 23447)", "sprintf(\"%.20a\", 0.1)", "sprintf(\"%a\", 0)",
  "cat(\"aaaa\", \"bbb\", \"c\", sep = \"-\\n\", fill = 6)", "cat(c(-5L, 141L), c(-39L, 16L, NA), sep = \"\\n\", fill = 12)", "cat(\"12345\", \"日本\", \"x\", fill = 12)", "cat(\"12345\", \"日本\", \"x\", fill = 13)", "cat(\"é\", \"é\", sep = \"é\", fill = 5)", "cat(\"a\\n\", \"b\", \"ccccc\", fill = 8)")
call_text <- function(f, x, args) sprintf("%s(%s%s)", f, x, ifelse(nzchar(args), paste0(", ", args), ""))
codes <- c(as.vector(outer(numbers, formatC_args, function(x, a) call_text("formatC", x, a))),
           as.vector(outer(numbers, format_args, function(x, a) call_text("format", x, a))),
           as.vector(outer(sprintf_formats[sprintf_formats != "%%"], sprintf_values, function(f, v) sprintf("sprintf(\"%s\", %s)", f, v))), other)
answer <- function(code) {
  warned <- character(0); error <- NULL
  output <- withCallingHandlers(
    tryCatch({
      text <- capture.output({ value <- eval(parse(text = code)[[1]], globalenv()); if (startsWith(code, "cat(")) cat("<end>") else print(value) })
      paste0(paste(text, collapse = "\n"), "\n")
    }, error = function(e) { error <<- conditionMessage(e); "" }),
    warning = function(w) { warned <<- c(warned, conditionMessage(w)); invokeRestart("muffleWarning") })
  list(code = code, output = output, error = error, warnings = I(warned))
}
result <- list(r_version = R.version.string, locale = Sys.getlocale("LC_COLLATE"), cases = lapply(codes, answer))
cat(jsonlite::toJSON(result, auto_unbox = TRUE, null = "null", pretty = FALSE), "\n", sep = "")
