# Polynomial class
poly <- function(...) {
  co <- c(...)
  while (length(co) > 1 && co[length(co)] == 0) co <- co[-length(co)]
  structure(list(coef = co), class = "poly")
}
degree <- function(p) length(p$coef) - 1
as.character.poly <- function(x, ...) {
  terms <- character(0)
  for (i in rev(seq_along(x$coef))) {
    a <- x$coef[i]; d <- i - 1
    if (a == 0) next
    s <- if (d == 0) format(a) else if (d == 1) paste0(if (a == 1) "" else if (a == -1) "-" else a, "x") else paste0(if (a == 1) "" else if (a == -1) "-" else a, "x^", d)
    terms <- c(terms, s)
  }
  if (length(terms) == 0) return("0")
  gsub("+ -", "- ", paste(terms, collapse = " + "), fixed = TRUE)
}
print.poly <- function(x, ...) { cat(as.character(x), "\n"); invisible(x) }
Ops.poly <- function(e1, e2) {
  if (nargs() == 1) return(switch(.Generic, "-" = poly(-e1$coef), "+" = e1, stop("bad unary")))
  if (is.numeric(e1)) e1 <- poly(e1)
  if (is.numeric(e2)) e2 <- poly(e2)
  n <- max(length(e1$coef), length(e2$coef))
  a <- c(e1$coef, rep(0, n - length(e1$coef))); b <- c(e2$coef, rep(0, n - length(e2$coef)))
  switch(.Generic,
    "+" = poly(a + b),
    "-" = poly(a - b),
    "*" = { r <- rep(0, length(e1$coef) + length(e2$coef) - 1); for (i in seq_along(e1$coef)) for (j in seq_along(e2$coef)) r[i + j - 1] <- r[i + j - 1] + e1$coef[i] * e2$coef[j]; poly(r) },
    "==" = all(a == b), "!=" = any(a != b),
    stop("unsupported operator: ", .Generic))
}
predict.poly <- function(object, newdata, ...) vapply(newdata, function(x) sum(object$coef * x^(seq_along(object$coef) - 1)), 0)
deriv_poly <- function(p) if (degree(p) == 0) poly(0) else poly(p$coef[-1] * seq_len(degree(p)))
p <- poly(1, 2, 1); q <- poly(-1, 0, 3)
p; q
p + q; p - q; p * q; -p; p + 5; 2 * p; p == p; p != q
degree(p * q); deriv_poly(q); predict(p, 0:3)
Reduce(`*`, list(poly(-1, 1), poly(-2, 1), poly(-3, 1)))
format(p)
plot.poly <- function(x, ...) cat("plotting", as.character(x), "\n"); plot(p)
summary.poly <- function(object, ...) cat("Polynomial of degree", degree(object), "with roots", round(Re(polyroot(object$coef)), 3), "\n"); summary(poly(6, -5, 1))
coef(p); length(p); names(p); print(unclass(q)); lst <- list(p, q); lst; identical(p, poly(1, 2, 1, 0)); sapply(lst, degree); toString(1:3); as.function.poly <- function(x, ...) function(v) predict(x, v); as.function(p)(10); rev.poly <- function(x) poly(rev(x$coef)); rev(q); mean.poly <- function(x, ...) mean(x$coef); mean(q); unique(c(1, 1)); head(list(p), 1)
p / q
