# Functions building reports
describe <- function(df, digits = 2) {
  num <- df[vapply(df, is.numeric, logical(1))]
  out <- t(vapply(num, function(x) c(n = sum(!is.na(x)), mean = mean(x, na.rm = TRUE), sd = sd(x, na.rm = TRUE),
                                     min = min(x, na.rm = TRUE), max = max(x, na.rm = TRUE)), numeric(5)))
  round(out, digits)
}
describe(airquality)
describe(iris)
class(describe(iris))
freq <- function(x) {
  t <- table(x, useNA = "ifany")
  data.frame(value = names(t), n = as.vector(t), pct = round(100 * as.vector(t) / length(x), 1), stringsAsFactors = FALSE)
}
freq(mtcars$cyl)
freq(c("a", NA, "b", "a"))
report <- function(d, group, value) {
  s <- split(d[[value]], d[[group]])
  for (nm in names(s)) {
    x <- s[[nm]]
    cat(sprintf("%-12s n=%3d  mean=%7.2f  sd=%6.2f\n", nm, length(x), mean(x), sd(x)))
  }
  invisible(sapply(s, mean))
}
report(iris, "Species", "Petal.Length")
r <- report(chickwts, "feed", "weight"); r
print.grades <- function(x, ...) { cat("<grades>", length(x$v), "values, mean", mean(x$v), "\n"); invisible(x) }
g <- structure(list(v = c(1, 2, 3)), class = "grades")
g
print(g)
format(g$v); summary(g$v)
summary.grades <- function(object, ...) structure(list(m = mean(object$v)), class = "summary.grades")
print.summary.grades <- function(x, ...) cat("Mean grade:", x$m, "\n")
summary(g)
"[.grades" <- function(x, i) structure(list(v = x$v[i]), class = "grades")
g[2:3]
length.grades <- function(x) 99L
length(g)
as.data.frame.grades <- function(x, ...) data.frame(v = x$v)
as.data.frame(g)
toString(1:5, collapse = "; "); message("note")
cat("a", "b", sep = ""); cat("\n"); cat("x\ty\n"); cat(1:10, fill = 20); cat(TRUE, NA, 3.14159265, 1e-8, 1e6, 123456.7, "\n"); cat(NULL)
cat("pi is", format(pi, digits = 3), "and e is", round(exp(1), 4), "\n"); cat(pi, exp(10), 1/3, 22/7, 100000, 1e5 + 0.1, "\n")
print(c(1.123456789, 123.1), digits = 3); print("q"); print(c(a = "x")); print(NULL); print(list()); print(character(0)); print(1e-15); print(c(1e10, 1)); print(100 * 1:3); print(1e5); print(123456.123456)
format(Sys.time(), "%Y") > "2000"; nchar(format(Sys.time())); invisible(7)
x <- c(10.5, 3.2, 8.8); names(x) <- c("first", "second", "third"); x
for (i in seq_along(x)) cat(i, names(x)[i], x[[i]], "\n")
cat(rep("-", 20), "\n", sep = ""); cat(strrep("=", 20), "\n"); cat(sprintf("%2d x %2d = %3d", 1:3, 7L, 1:3 * 7L), sep = "\n"); cat("\n")
