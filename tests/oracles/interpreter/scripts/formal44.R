# Numerical: polynomial class with Arith, predict-like methods, show via callNextMethod
setClass("Poly", representation(coef = "numeric"))
Poly <- function(...) new("Poly", coef = c(...))
setMethod("show", "Poly", function(object) {
  k <- object@coef
  terms <- character()
  for (i in seq_along(k)) if (k[i] != 0)
    terms <- c(terms, if (i == 1) format(k[i]) else if (i == 2) paste0(format(k[i]), "x") else paste0(format(k[i]), "x^", i - 1))
  cat(if (length(terms)) paste(rev(terms), collapse = " + ") else "0", "\n")
})
setMethod("+", signature("Poly", "Poly"), function(e1, e2) {
  n <- max(length(e1@coef), length(e2@coef))
  a <- c(e1@coef, rep(0, n - length(e1@coef)))
  b <- c(e2@coef, rep(0, n - length(e2@coef)))
  new("Poly", coef = a + b)
})
setMethod("*", signature("Poly", "Poly"), function(e1, e2) {
  r <- numeric(length(e1@coef) + length(e2@coef) - 1)
  for (i in seq_along(e1@coef)) for (j in seq_along(e2@coef))
    r[i + j - 1] <- r[i + j - 1] + e1@coef[i] * e2@coef[j]
  new("Poly", coef = r)
})
setMethod("*", signature("numeric", "Poly"), function(e1, e2) new("Poly", coef = e1 * e2@coef))
setMethod("^", signature("Poly", "numeric"), function(e1, e2) Reduce(`*`, rep(list(e1), e2)))
setMethod("-", signature("Poly", "Poly"), function(e1, e2) e1 + (-1) * e2)
setGeneric("evalAt", function(p, x) standardGeneric("evalAt"))
setMethod("evalAt", signature("Poly", "numeric"), function(p, x) sapply(x, function(z) sum(p@coef * z^(seq_along(p@coef) - 1))))
setGeneric("deriv")
setMethod("deriv", "Poly", function(expr, ...) {
  k <- expr@coef
  if (length(k) == 1) Poly(0) else new("Poly", coef = k[-1] * seq_len(length(k) - 1))
})
p <- Poly(1, 2, 3)
q <- Poly(-1, 1)
p
q
p + q
p * q
2 * p
q^3
p - p
evalAt(p, c(0, 1, 2))
deriv(p)
deriv(deriv(p))
deriv(~ x^2, "x")
plist <- list(p, q, p * q)
plist
Reduce(`+`, plist)
length(p)
degree <- function(p) length(p@coef) - 1
sapply(plist, degree)
all.equal(evalAt(p * q, 3), evalAt(p, 3) * evalAt(q, 3))
