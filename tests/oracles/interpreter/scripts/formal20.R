# Reference class errors and introspection
A <- setRefClass("A", fields = list(x = "numeric"), methods = list(
  get = function() x, set = function(v) { x <<- v; invisible(.self) }))
a <- A$new(x = 1)
try(a$nope, silent = TRUE)
cat(geterrmessage())
try(a$x <- "s", silent = TRUE)
cat(geterrmessage())
try(a$set("s"), silent = TRUE)
cat(geterrmessage())
try(A$new(1), silent = TRUE)
cat(geterrmessage())
try(A$new(y = 1), silent = TRUE)
cat(geterrmessage())
a$x
a$field("x")
a$field("x", 7)
a$x
isVirtualClass("A")
b <- a$copy()
b$x <- 3
c(a$x, b$x)
all.equal(a$x, 7)
g <- a$get
g()
a$getClass()
A$methods(double = function() { x <<- 2 * x; invisible(.self) })
d <- A$new(x = 21)
d$double()
d$x
A$lock("x")
e <- A$new(x = 1)
try(e$x <- 2, silent = TRUE)
cat(geterrmessage())
is(a, "envRefClass")
is.environment(a)
isVirtualClass("envRefClass")
