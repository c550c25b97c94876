# S3 helper functions for a report
describe <- function(x, ...) UseMethod("describe")
describe.numeric <- function(x, digits = 2, ...) {
  x <- x[!is.na(x)]
  skew <- mean((x - mean(x))^3) / sd(x)^3
  kurt <- mean((x - mean(x))^4) / sd(x)^4 - 3
  r <- c(n = length(x), mean = mean(x), sd = sd(x), min = min(x), max = max(x), skew = skew, kurtosis = kurt)
  structure(round(r, digits), class = "description")
}
describe.factor <- function(x, ...) structure(table(x), class = c("fdescription", "table"))
describe.data.frame <- function(x, ...) lapply(x, describe, ...)
describe.default <- function(x, ...) cat("cannot describe", class(x), "\n")
print.description <- function(x, ...) {
  cat("Description\n")
  print(unclass(x))
  invisible(x)
}
describe(mtcars$mpg)
describe(airquality$Ozone, digits = 3)
describe("text")
d <- describe(iris[, 3:5])
d$Petal.Length
class(d$Species)
d$Species
freq <- function(x) {
  t <- table(x)
  data.frame(value = names(t), n = as.vector(t), pct = sprintf("%.1f%%", 100 * as.vector(t) / sum(t)))
}
freq(mtcars$cyl)
print(freq(InsectSprays$spray), row.names = FALSE)
stars <- function(p) ifelse(p < .001, "***", ifelse(p < .01, "**", ifelse(p < .05, "*", "")))
co <- coef(summary(lm(mpg ~ wt + qsec + factor(cyl), mtcars)))
tabl <- data.frame(Term = rownames(co), Est = round(co[, 1], 3), p = format.pval(co[, 4], digits = 2, eps = 1e-3), Sig = stars(co[, 4]))
tabl
rownames(tabl) <- NULL
tabl
symnum(co[, 4], corr = FALSE, cutpoints = c(0, .001, .01, .05, .1, 1), symbols = c("***", "**", "*", ".", " "))
symnum(cor(mtcars[, 1:5]))
cat("\nTable 1\n", strrep("=", 40), "\n", sep = "")
for (i in seq_len(nrow(co))) cat(sprintf("%-14s %8.3f (%6.3f) %s\n", rownames(co)[i], co[i, 1], co[i, 2], stars(co[i, 4])))
cat(strrep("=", 40), "\n", sep = "")
summary.mymodel <- function(object, ...) { r <- list(b = coef(object$fit)); class(r) <- "summary.mymodel"; r }
print.summary.mymodel <- function(x, ...) cat("b:", format(x$b, digits = 4), "\n")
mm <- structure(list(fit = lm(dist ~ speed, cars)), class = "mymodel")
summary(mm)
out <- tryCatch(log(-1), warning = function(w) { cat("warning:", conditionMessage(w), "\n"); NA })
out
f <- function(x) { if (!is.numeric(x)) stop("need numbers: ", class(x)); mean(x) }
r <- try(f("a"), silent = TRUE)
class(r); cat(r)
inherits(r, "try-error")
tryCatch(f("a"), error = function(e) print(conditionMessage(e)), finally = cat("finished\n"))
toString(1:5); noquote(c("a", "b")); sQuote("x", FALSE)
invisible(print(format(data.frame(x = c(1.123456, 22.1), y = c("a", "bb")), digits = 3)))
format(c(mean = 1.23456, sd = 10.1), digits = 3)
