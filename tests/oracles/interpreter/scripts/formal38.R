# Matrix class with contains matrix, and S4 stack of data frames
setClass("Stochastic", contains = "matrix", validity = function(object) {
  if (any(abs(rowSums(object) - 1) > 1e-8)) "rows must sum to one" else TRUE
})
P <- new("Stochastic", matrix(c(0.9, 0.1, 0.5, 0.5), 2, byrow = TRUE))
P
dim(P)
P %*% P
P[1, ]
nrow(P)
tryCatch(new("Stochastic", matrix(1:4, 2)), error = function(e) cat(conditionMessage(e), "\n"))
setGeneric("power", function(x, n) standardGeneric("power"))
setMethod("power", signature("matrix", "numeric"), function(x, n) {
  r <- diag(nrow(x))
  for (i in seq_len(n)) r <- r %*% x
  r
})
power(P, 3)
power(diag(2) * 2, 2)
is(P, "matrix")
is.matrix(P)
setClass("Words", contains = "character")
w <- new("Words", c("apple", "kiwi"))
w
nchar(w)
toupper(w)
paste(w, "pie")
w[2]
length(w)
w == "kiwi"
rev(w)
setMethod("summary", "Words", function(object, ...) cat(length(object), "words,", sum(nchar(object)), "letters\n"))
summary(w)
setClass("Fun", contains = "function", representation(label = "character"))
f <- new("Fun", function(x) x + 1, label = "inc")
f(2)
f@label
sapply(1:3, f)
