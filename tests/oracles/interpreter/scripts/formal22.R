# Matrix-like S4 class with dim, show, t, and apply
setClass("SparseVec", slots = c(i = "integer", x = "numeric", n = "integer"))
sparse <- function(v) new("SparseVec", i = which(v != 0), x = v[v != 0], n = length(v))
setMethod("length", "SparseVec", function(x) x@n)
setMethod("show", "SparseVec", function(object) {
  cat("sparse vector of length", object@n, "with", length(object@i), "entries\n")
  print(setNames(object@x, object@i))
})
setGeneric("dense", function(x) standardGeneric("dense"))
setMethod("dense", "SparseVec", function(x) { v <- numeric(x@n); v[x@i] <- x@x; v })
setMethod("+", signature("SparseVec", "SparseVec"), function(e1, e2) sparse(dense(e1) + dense(e2)))
setMethod("*", signature("numeric", "SparseVec"), function(e1, e2) { e2@x <- e1 * e2@x; e2 })
setMethod("*", signature("SparseVec", "numeric"), function(e1, e2) e2 * e1)
setMethod("[", "SparseVec", function(x, i, ...) dense(x)[i])
setMethod("sum", "SparseVec", function(x, ..., na.rm = FALSE) sum(x@x))
a <- sparse(c(0, 3, 0, 0, 1))
b <- sparse(c(1, 0, 0, 2, -1))
a
a + b
2 * a
a * 10
a[2:3]
length(a)
sum(b)
setAs("SparseVec", "numeric", function(from) dense(from))
as(a, "numeric")
as(3L, "character")
as("12", "numeric")
as(2.7, "integer")
setMethod("as.character", "SparseVec", function(x, ...) paste(dense(x), collapse = ","))
as.character(a)
lapply(list(a, b), length)
setMethod("lapply", "SparseVec", function(X, FUN, ...) lapply(dense(X), FUN, ...))
length(lapply(a, function(z) z))
