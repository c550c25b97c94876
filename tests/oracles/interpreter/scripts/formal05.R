# Arithmetic, comparison and indexing methods
setClass("Money", slots = c(amount = "numeric", cur = "character"))
setMethod("+", signature("Money", "Money"), function(e1, e2) {
  new("Money", amount = e1@amount + e2@amount, cur = e1@cur)
})
setMethod("show", "Money", function(object) cat(object@cur, format(object@amount, nsmall = 2), "\n"))
a <- new("Money", amount = 10, cur = "EUR")
b <- new("Money", amount = 5.5, cur = "EUR")
a + b
setMethod("Arith", signature("Money", "numeric"), function(e1, e2) {
  new("Money", amount = callGeneric(e1@amount, e2), cur = e1@cur)
})
a * 3
a - 1
a / 4
setMethod("Compare", signature("Money", "Money"), function(e1, e2) callGeneric(e1@amount, e2@amount))
a > b
a == b
setClass("Stack", slots = c(items = "list"))
setMethod("length", "Stack", function(x) length(x@items))
setMethod("[", "Stack", function(x, i, ...) new("Stack", items = x@items[i]))
setMethod("[[", "Stack", function(x, i, ...) x@items[[i]])
setGeneric("push", function(s, x) standardGeneric("push"))
setMethod("push", "Stack", function(s, x) { s@items <- c(s@items, list(x)); s })
s <- push(push(push(new("Stack"), 1), "two"), 3)
length(s)
length(s[1:2])
s[[2]]
setMethod("$", "Stack", function(x, name) paste("field", name))
s$abc
tryCatch(a + 1:3, error = function(e) cat("no\n"))
(a + 1:2)@amount
tryCatch(a + "x", error = function(e) cat(conditionMessage(e), "\n"))
setMethod("Math", "Money", function(x) new("Money", amount = callGeneric(x@amount), cur = x@cur))
sqrt(new("Money", amount = 16, cur = "USD"))
setMethod("Summary", "Stack", function(x, ..., na.rm = FALSE) callGeneric(length(x@items), 10))
max(s)
