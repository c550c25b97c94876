# Generics with prefix dots, signature argument, group generics with unary minus, logic
setClass("Interval", representation(lo = "numeric", hi = "numeric"))
Interval <- function(lo, hi) new("Interval", lo = lo, hi = hi)
setMethod("show", "Interval", function(object) cat("[", object@lo, ",", object@hi, "]\n"))
setMethod("Arith", signature(e1 = "Interval", e2 = "Interval"), function(e1, e2) {
  v <- c(callGeneric(e1@lo, e2@lo), callGeneric(e1@lo, e2@hi), callGeneric(e1@hi, e2@lo), callGeneric(e1@hi, e2@hi))
  Interval(min(v), max(v))
})
setMethod("Arith", signature(e1 = "Interval", e2 = "numeric"), function(e1, e2) {
  v <- sort(c(callGeneric(e1@lo, e2), callGeneric(e1@hi, e2)))
  Interval(v[1], v[2])
})
setMethod("Arith", signature(e1 = "numeric", e2 = "Interval"), function(e1, e2) {
  cat("op is", .Generic, "\n")
  v <- sort(c(callGeneric(e1, e2@lo), callGeneric(e1, e2@hi)))
  Interval(v[1], v[2])
})
a <- Interval(1, 2); b <- Interval(-1, 3)
a + b
a * b
a - 1
10 - a
2 * b
a^2
setMethod("Compare", signature("Interval", "numeric"), function(e1, e2) callGeneric(e1@hi, e2))
a < 5
a >= 2
setMethod("%in%", signature("numeric", "Interval"), function(x, table) x >= table@lo & x <= table@hi)
c(0, 1.5, 3) %in% a
1 %in% 1:3
setGeneric("width", function(obj, ...) standardGeneric("width"), signature = "obj")
setMethod("width", "Interval", function(obj, ...) obj@hi - obj@lo)
width(a)
setMethod("Logic", signature("Interval", "Interval"), function(e1, e2) TRUE)
a & b
setMethod("!", "Interval", function(x) "negated")
!a
setMethod("Summary", "Interval", function(x, ..., na.rm = FALSE) callGeneric(c(x@lo, x@hi), ..., na.rm = na.rm))
max(a)
range(b)
setMethod("Math", "Interval", function(x) Interval(callGeneric(x@lo), callGeneric(x@hi)))
exp(Interval(0, 1))
round(Interval(1.234, 5.678)@hi, 1)
setMethod("c", "Interval", function(x, ...) length(list(x, ...)))
c(a, b, a)
setMethod("rep", "Interval", function(x, ...) "rep")
rep(a, 2)
tryCatch(a + "x", error = function(e) cat("Error:", conditionMessage(e), "\n"))
