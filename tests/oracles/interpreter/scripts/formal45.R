# Mixed S3 and S4 and environments: three ways to do a counter
new_counter <- function() structure(list(n = 0), class = "counter3")
bump <- function(x, ...) UseMethod("bump")
bump.counter3 <- function(x, ...) { x$n <- x$n + 1; x }
print.counter3 <- function(x, ...) { cat("<counter3:", x$n, ">\n"); invisible(x) }
a <- bump(bump(new_counter()))
a
setClass("counter4", representation(n = "numeric"), prototype(n = 0))
setGeneric("bump4", function(x, ...) standardGeneric("bump4"))
setMethod("bump4", "counter4", function(x, ...) { x@n <- x@n + 1; x })
setMethod("show", "counter4", function(object) cat("<counter4:", object@n, ">\n"))
b <- bump4(bump4(new("counter4")))
b
C5 <- setRefClass("counter5", fields = list(n = "numeric"), methods = list(
  initialize = function(...) { n <<- 0; callSuper(...) },
  bump = function() { n <<- n + 1; invisible(.self) },
  show = function() cat("<counter5:", n, ">\n")))
cc <- C5$new()
cc$bump()$bump()
cc
make <- function() { n <- 0; list(bump = function() { n <<- n + 1; invisible(n) }, get = function() n) }
d <- make(); d$bump(); d$bump(); d$get()
res <- list(a$n, b@n, cc$n, d$get())
all(vapply(res, identical, NA, 2))
setOldClass("counter3")
setMethod("bump4", "counter3", function(x, ...) { cat("via S4\n"); bump(x) })
bump4(a)
setClass("Wrap", representation(inner = "counter3", note = "character"))
w <- new("Wrap", inner = a, note = "wrapped")
w@inner
w@inner <- bump(w@inner)
w@inner$n
format.counter3 <- function(x, ...) paste0("counter at ", x$n)
format(a)
toString.counter3 <- function(x, ...) format(x)
toString(a)
summary.counter3 <- function(object, ...) structure(list(n = object$n), class = "summary.counter3")
print.summary.counter3 <- function(x, ...) cat("summary with", x$n, "\n")
summary(a)
inherits(a, "counter3"); inherits(b, "counter4"); inherits(cc, "counter5")
isVirtualClass("Wrap")
is.environment(cc)
existsMethod("bump4", "counter4")
is.object(a); isS4(a); isS4(b); isS4(cc)
typeof(b); typeof(cc); mode(b)
