# Files: write and read tables in a temporary folder, connections, sink
f <- tempfile(fileext = ".csv")
df <- data.frame(id = 1:3, name = c("a", "b, c", "d\"q"), score = c(1.5, NA, 3), stringsAsFactors = FALSE)
write.csv(df, f, row.names = FALSE); cat(readLines(f), sep = "\n")
back <- read.csv(f); back; str(back); identical(df$score, back$score)
write.table(df, f, sep = "\t", quote = FALSE, col.names = NA); readLines(f)[1:2]
x <- read.table(text = "a b\n1 2\n3 4", header = TRUE); x; colSums(x)
read.table(header = FALSE, text = "x;1\ny;2", sep = ";", col.names = c("k", "v"))
read.csv(text = "d,v\n2024-01-02,1\n2024-02-03,2", colClasses = c("Date", "numeric"))
con <- textConnection("line one\nline two\n\nline four"); l <- readLines(con); close(con); length(l); l[nchar(l) > 0]
writeLines(c("alpha", "beta"), f); file.exists(f); scan(f, what = "", quiet = TRUE); unlink(f); file.exists(f)
scan(text = "1 2 3", quiet = TRUE); out <- capture.output(print(1:3), cat("hi\n")); out
dput(list(a = 1:3, b = "x")); dput(df$name); dput(factor(c("a", "b"))); dput(c(a = 1.5))
sprintf("%d rows", nrow(df)); basename("/x/y.R"); normalizePath(".") == getwd(); nchar(tempdir()) > 0
cat("a", "b", sep = "\n"); cat("\n"); cat("x =", 3.14159265, "\n"); cat(format(c("left", "r"), width = 8), "|\n"); cat(TRUE, 5L, NA, "\n", sep = " ")
print(c(1.123456789, 2.1)); print(c(1e-10, 1)); print(1e5); print(123456.789); print(c(0.00001, 123456)); print(100 * 1.1); 1e-300; c(1.5, NA, Inf); 3L; 2^31; 1e5 + 0.1; 0.1 + 0.2 == 0.3; print(pi, digits = 3); format(pi, digits = 3); round(pi, 4); signif(pi, 3); options(digits = 4); pi; options(digits = 7)
head(letters, -20); tail(1:10, 3); rev(list(1, 2)); message("note"); invisible(print("shown")); suppressMessages(message("hidden"))
