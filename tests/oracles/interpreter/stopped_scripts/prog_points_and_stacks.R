# S3 classes
point <- function(x, y) structure(list(x = x, y = y), class = "point")
print.point <- function(p, ...) {
  cat("Point (", format(p$x, ...), ", ", format(p$y, ...), ")\n", sep = "")
  invisible(p)
}
Ops.point <- function(e1, e2) {
  op <- .Generic
  if (op %in% c("+", "-")) {
    f <- get(op)
    return(point(f(e1$x, e2$x), f(e1$y, e2$y)))
  }
  if (op == "==") return(e1$x == e2$x && e1$y == e2$y)
  stop("operation ", op, " not defined for points")
}
p <- point(1, 2); q <- point(3.5, -1)
p
p + q
p - q
p == point(1, 2)
r <- tryCatch(p * q, error = function(e) print(e))
toString.point <- function(x, ...) paste0("<", x$x, ",", x$y, ">")
toString(q)
format.point <- function(x, ...) toString(x)
format(p)
length.stack <- function(x) length(x$items)
new_stack <- function() structure(list(items = list()), class = "stack")
push <- function(s, ...) UseMethod("push")
pop <- function(s) UseMethod("pop")
push.stack <- function(s, v, ...) { s$items <- c(s$items, list(v)); s }
pop.stack <- function(s) {
  n <- length(s$items)
  if (n == 0) stop("stack is empty")
  v <- s$items[[n]]
  s$items[[n]] <- NULL
  list(value = v, stack = s)
}
s <- new_stack()
s <- push(s, 1); s <- push(s, "two"); s <- push(s, 3:5)
length(s)
res <- pop(s)
res$value
length(res$stack)
summary.stack <- function(object, ...) {
  structure(list(n = length(object$items), types = vapply(object$items, typeof, "")), class = "summary.stack")
}
print.summary.stack <- function(x, ...) cat("Stack with", x$n, "items of types", paste(x$types, collapse = ", "), "\n")
summary(s)
y <- summary(s)
class(y)
inherits(y, "stack"); inherits(y, c("a", "summary.stack"), which = TRUE)
speak <- function(x, ...) UseMethod("speak")
speak.default <- function(x, ...) cat("...\n")
speak.animal <- function(x, ...) cat("I am", x$name, "\n")
speak.dog <- function(x, ...) { cat("Woof! "); NextMethod() }
d <- structure(list(name = "Rex"), class = c("dog", "animal"))
speak(d); speak(1); speak(structure(list(name = "Cat"), class = c("cat", "animal")))
unclass(d)
d
"[.myvec" <- function(x, i) structure(unclass(x)[i], class = "myvec")
print.myvec <- function(x, ...) cat("<myvec>", unclass(x), "\n")
v <- structure(c(5, 6, 7, 8), class = "myvec")
v[2:3]
v[-1]
"$.rec" <- function(x, name) paste("field", name)
rr <- structure(list(), class = "rec")
rr$abc
pop(new_stack())
cat("never reached\n")
