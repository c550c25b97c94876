# dots, missing, match.arg, do.call, functional tools
f <- function(...) {
  args <- list(...)
  cat("n args:", length(args), " names:", names(args), "\n")
  if (length(args)) str(args)
  invisible(nargs())
}
f(); f(1, b = 2); f("a", list(1, 2), z = TRUE)
print(f(1, 2, 3))
g <- function(a, b) {
  if (missing(b)) "b is missing" else paste("b =", b)
}
g(1); g(1, 2)
h <- function(type = c("linear", "quadratic", "cubic")) {
  type <- match.arg(type)
  switch(type, linear = 1, quadratic = 2, cubic = 3)
}
h(); h("quad")
tryCatch(h("zzz"), error = function(e) cat(conditionMessage(e), "\n"))
k <- function(first, ...) {
  dots <- substitute(list(...))[-1]
  sapply(dots, deparse)
}
k(1, x + y, mean(z), "s")
vf <- function(...) ..2
vf(1, "second", 3)
dn <- function(...) ...length()
dn(1, 2, 3, 4)
Reduce(`+`, 1:5, accumulate = TRUE)
Reduce(function(a, b) paste0(a, b), c("a", "b", "c", "d"), accumulate = TRUE, right = TRUE)
Reduce(`+`, list(), 0)
Filter(function(x) x %% 2 == 0, 1:10)
Filter(Negate(is.null), list(a = 1, b = NULL, c = 3))
Map(function(x, y) x * y, 1:3, 4:6)
Map(`+`, c(a = 1, b = 2), 3)
mapply(rep, 1:4, 4:1)
mapply(function(x, y) x + y, c(a = 1, b = 2), c(3, 4))
mapply(function(x, p) x^p, 2:4, MoreArgs = list(p = 2))
mapply(function(n, v) paste(n, v), c("x", "y"), c("p", "q"), USE.NAMES = FALSE)
mapply(identity, c("x", "y"))
mapply(function(a, b) a:b, 1:2, 3:4, SIMPLIFY = FALSE)
vapply(list(1:3, 4:9), function(v) c(min = min(v), max = max(v)), c(min = 0, max = 0))
tryCatch(vapply(1:3, function(i) "a", numeric(1)), error = function(e) cat(conditionMessage(e), "\n"))
rapply(list(1, "a", list(2, "b")), function(x) x * 10, classes = "numeric", how = "unlist")
rapply(list(a = 1, b = "z", c = list(d = 4)), toupper, classes = "character", how = "replace")
outer(1:3, 1:4, "+")
outer(1:3, 1:3, function(a, b) a * 10 + b)
Position(function(x) x > 3, c(1, 5, 2, 7)); Find(function(x) x > 3, c(1, 5, 2, 7))
sapply(c(first = 1, second = 2), function(x) x * 2)
sapply(letters[1:3], toupper)
sapply(1:3, function(i) c(i, i^2))
sapply(list(), length)
array(1:8, c(2, 2, 2)) |> apply(3, sum)
sw <- function(x) switch(x, "a" = , "b" = "AB", "c" = { cat("in c\n"); "C" }, "other")
sw("a"); sw("b"); sw("c"); sw("z")
is.null(switch("q", a = 1))
switch(2, "one", "two", "three")
i <- 0
repeat { i <- i + 1; if (i == 2) next; if (i > 4) break; cat("i:", i, "\n") }
while (TRUE) { i <- i - 1; if (i < 3) break }
i
