# Iterating, tables of objects, do.call and Reduce with S4
setClass("Vec2", slots = c(x = "numeric", y = "numeric"))
setMethod("show", "Vec2", function(object) cat("(", object@x, ", ", object@y, ")\n", sep = ""))
setMethod("+", signature("Vec2", "Vec2"), function(e1, e2) new("Vec2", x = e1@x + e2@x, y = e1@y + e2@y))
setMethod("-", signature("Vec2", "missing"), function(e1, e2) new("Vec2", x = -e1@x, y = -e1@y))
setMethod("-", signature("Vec2", "Vec2"), function(e1, e2) e1 + (-e2))
setMethod("*", signature("Vec2", "Vec2"), function(e1, e2) e1@x * e2@x + e1@y * e2@y)
setMethod("==", signature("Vec2", "Vec2"), function(e1, e2) e1@x == e2@x && e1@y == e2@y)
setMethod("abs", "Vec2", function(x) sqrt(x@x^2 + x@y^2))
v <- mapply(function(a, b) new("Vec2", x = a, y = b), 1:3, 4:6)
v[[1]]
Reduce(`+`, v)
-v[[2]]
v[[3]] - v[[1]]
v[[1]] * v[[2]]
v[[1]] == v[[1]]
v[[1]] == v[[2]]
abs(new("Vec2", x = 3, y = 4))
sapply(v, abs)
v
setGeneric("scaleBy", function(v, k = 2) standardGeneric("scaleBy"))
setMethod("scaleBy", "Vec2", function(v, k = 2) new("Vec2", x = v@x * k, y = v@y * k))
scaleBy(v[[1]])
scaleBy(v[[1]], 10)
Map(scaleBy, v, 1:3)
identical(v[[1]], new("Vec2", x = 1L, y = 4L))
isTRUE(all.equal(v[[1]], v[[1]]))
df <- data.frame(id = 1:3, len = sapply(v, abs))
df
method <- getMethod("abs", "Vec2")
is.function(method)
method(v[[1]])
