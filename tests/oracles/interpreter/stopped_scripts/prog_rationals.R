# Rational numbers class
gcd <- function(a, b) { while (b != 0) { t <- b; b <- a %% b; a <- t }; abs(a) }
rational <- function(n, d = 1) {
  if (d == 0) stop("denominator must not be zero")
  if (d < 0) { n <- -n; d <- -d }
  g <- gcd(n, d)
  structure(list(n = n / g, d = d / g), class = "rational")
}
format.rational <- function(x, ...) if (x$d == 1) format(x$n) else paste0(x$n, "/", x$d)
print.rational <- function(x, ...) cat("<rational> ", format(x), "\n", sep = "")
as.double.rational <- function(x, ...) x$n / x$d
Ops.rational <- function(e1, e2) {
  if (missing(e2)) return(switch(.Generic, "-" = rational(-e1$n, e1$d), stop("unary ", .Generic)))
  if (!inherits(e1, "rational")) e1 <- rational(e1)
  if (!inherits(e2, "rational")) e2 <- rational(e2)
  switch(.Generic,
    "+" = rational(e1$n * e2$d + e2$n * e1$d, e1$d * e2$d),
    "-" = rational(e1$n * e2$d - e2$n * e1$d, e1$d * e2$d),
    "*" = rational(e1$n * e2$n, e1$d * e2$d),
    "/" = rational(e1$n * e2$d, e1$d * e2$n),
    "^" = rational(e1$n^e2$n, e1$d^e2$n),
    "==" = e1$n == e2$n && e1$d == e2$d,
    "<" = e1$n * e2$d < e2$n * e1$d,
    ">" = e2 < e1,
    "<=" = !(e2 < e1), ">=" = !(e1 < e2), "!=" = !(e1 == e2),
    stop("operation not supported: ", .Generic))
}
a <- rational(1, 2); b <- rational(3, -4)
a; b; a + b; a - b; a * b; a / b; -a; a == rational(2, 4); a > b; a <= b; a != b
a + 1; 2 * a; a^3
as.numeric(a); as.double(b)
Reduce(`+`, lapply(1:10, function(k) rational(1, k)))
sum_r <- Reduce(`+`, list(a, b, a)); sum_r
Math.rational <- function(x, ...) switch(.Generic, abs = rational(abs(x$n), x$d), floor = floor(x$n / x$d), sqrt = sqrt(x$n / x$d), stop("no ", .Generic, " for rationals"))
abs(b); floor(rational(7, 2)); sqrt(rational(1, 4)); tryCatch(exp(a), error = function(e) cat(conditionMessage(e), "\n"))
Summary.rational <- function(..., na.rm) { v <- list(...); switch(.Generic, max = v[[which.max(sapply(v, as.numeric))]], min = v[[which.min(sapply(v, as.numeric))]], sum = Reduce(`+`, v), stop("unsupported")) }
max(a, b, rational(2, 3)); min(a, b); sum(a, a, a)
sort_r <- function(l) l[order(sapply(l, as.numeric))]; for (r in sort_r(list(a, b, rational(1, 3)))) print(r)
invisible(lapply(list(a, b), print)); list(a, x = b); str(a); identical(a, rational(5, 10)); paste(format(a), "and", format(b)); cat(format(a), "\n"); toString(sapply(list(a, b), format)); egyptian <- function(r) { out <- list(); while (r$n > 0) { d <- ceiling(r$d / r$n); out <- c(out, list(rational(1, d))); r <- r - rational(1, d) }; out }; sapply(egyptian(rational(7, 15)), format); cf <- function(x, n = 6) { r <- c(); for (i in seq_len(n)) { f <- floor(x); r <- c(r, f); if (abs(x - f) < 1e-9) break; x <- 1 / (x - f) }; r }; cf(pi); cf(sqrt(2)); summary.rational <- function(object, ...) { cat("Rational with numerator", object$n, "and denominator", object$d, "\n"); invisible(object) }; summary(b); s <- summary(a); length(a); names(a); a$n; a[["d"]]; unclass(a); a %% b
