# files and connections
tmp <- tempfile(fileext = ".txt")
writeLines(c("first line", "second line", "", "fourth"), tmp)
lines <- readLines(tmp)
lines
length(lines); nchar(lines); file.exists(tmp); basename("/a/b/c.txt"); dirname("/a/b/c.txt"); tools::file_ext("data.csv"); tools::file_path_sans_ext("data.csv"); file.path("a", "b.txt"); normalizePath(".") == getwd()
cat("appended\n", file = tmp, append = TRUE); length(readLines(tmp)); readLines(tmp, n = 1)
con <- file(tmp, "r"); i <- 0
while (length(line <- readLines(con, n = 1)) > 0) { i <- i + 1; cat(i, ":", line, "\n") }
close(con)
con <- file(tmp, open = "w"); writeLines("hello", con); cat("x", 1:3, "\n", file = con); close(con); readLines(tmp)
csv <- "name,score,grade\nAnn,90,A\nBob,85.5,B\n\"Carl, Jr\",NA,C"
d <- read.csv(text = csv); d; str(d); sapply(d, class); colMeans(d[, "score", drop = FALSE], na.rm = TRUE)
out <- tempfile(); write.csv(d, out, row.names = FALSE); cat(readLines(out), sep = "\n"); d2 <- read.csv(out); identical(d, d2)
write.table(d, quote = FALSE, sep = "\t"); write.csv(d[1:2, ])
tc <- textConnection("1 2 3\n4 5 6"); m <- scan(tc, quiet = TRUE); close(tc); m
scan(text = "3 4 5"); scan(text = "a,b,c", what = "", sep = ","); scan(text = "x 1\ny 2", what = list("", 0))
read.table(text = "a b\n1 2\n3 4", header = TRUE)
read.table(header = TRUE, stringsAsFactors = TRUE, text = "
  id group val
  1  x     2.5
  2  y     3.5
")
zz <- textConnection("foo", "w"); writeLines(c("testit1", "testit2"), zz); cat("testit3 ", file = zz); cat("testit4\n", file = zz); close(zz); foo
o <- capture.output(print(1:3), cat("hi\n")); o; sink_file <- tempfile(); sink(sink_file); print("hidden"); sink(); readLines(sink_file)
dput(list(a = 1:3, b = "x")); dput(d); dput(c(a = 1.5, b = 2)); dput("q\"uote"); dput(factor(c("a", "b"))); dput(1:10); dput(c(1, 2, 3)); dput(TRUE); dput(NULL); dput(c(0.1, 1/3))
f <- tempfile(); dump("d", f); rm(d); source(f); d$name; saveRDS(d, f); identical(readRDS(f), d); unlink(f); file.exists(f)
e <- parse(text = c("x <- 1", "x + 1")); sapply(e, function(z) eval(z)); source(textConnection("y <- 10\nprint(y)")); source(echo = FALSE, exprs = expression(print("expr")))
message("to stderr"); print(invisible(5)); invisible(7); (invisible(8)); v <- withVisible(invisible(3)); v$visible; if (FALSE) 1; for (i in 1:2) i; NULL; f <- function() invisible(9); f(); y <- f(); y; (f())
nchar(toString(1:100)); cat("A:", format(c("apple", "fig"), width = 8), "|\n"); cat("no newline"); cat("\n"); cat("multi", "args", 1, TRUE, NULL, NA, 2.5, "\n", sep = " "); cat("a\n", "b\n"); cat("x", "y", sep = "\n"); cat("\n"); cat(c(a = 1, b = 2), "\n"); cat(list("l", 1, TRUE), "\n"); cat(pi, exp(10), 1e-8, 123456789, 1234567890, 0.1 + 0.2, 100, 1e5, 1e6, "\n"); cat(3L, 2.0, -0.5, "\n"); cat(factor(c("u", "v")), "\n"); cat(as.Date("2024-01-01"), "\n"); cat("fill test", 1:40, fill = 30); cat(1:6, sep = c(",", "\n")); cat("\n"); cat("a", "b", fill = TRUE, labels = "L:"); cat(NULL); cat(character(0)); cat(quote(x), "\n"); cat(3+2i, "\n"); print(c(1.5, 2), digits = 1); print("a", quote = FALSE); print(letters, width = 30); print(1:3, max = 2); format(list(1, "a", 1:3)); format(c(a = 1.123, b = 2)); write(1:10, stdout(), ncolumns = 5); write(matrix(1:6, 2), ""); tryCatch(cat(list(1, list(2))), error = function(e) cat(conditionMessage(e), "\n")); tryCatch(readLines("/nonexistent/file"), error = function(e) cat("E:", conditionMessage(e), "\n"), warning = function(w) cat("W:", conditionMessage(w), "\n"))
