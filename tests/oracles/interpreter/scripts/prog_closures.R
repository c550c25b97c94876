# Closures and scoping
make_counter <- function(start = 0, step = 1) {
  count <- start
  list(
    increment = function(by = step) {
      count <<- count + by
      invisible(count)
    },
    reset = function() count <<- start,
    value = function() count
  )
}
a <- make_counter()
b <- make_counter(10, 5)
a$increment(); a$increment(); b$increment()
cat("a =", a$value(), " b =", b$value(), "\n")
print(a$reset())
x <- 1
f <- function() {
  x <- 2
  g <- function() {
    x <<- x + 10
    h <- function() x * 2
    h()
  }
  r <- g()
  c(inner = r, x = x)
}
f()
x
adders <- lapply(1:3, function(i) function(n) n + i)
sapply(adders, function(fn) fn(100))
compose <- function(...) {
  fs <- list(...)
  function(x) Reduce(function(acc, f) f(acc), fs, x)
}
pipeline <- compose(sqrt, function(v) v * 2, round)
pipeline(50)
(\(x, y = 2) x^y)(7)
c(4, 9, 16) |> sqrt() |> sum()
environmentName(globalenv())
environmentName(environment(sd))
ls(environment(a$value))
e <- environment(a$increment)
get("step", envir = e)
exists("nothing_here")
fn <- function(n) { if (n == 0) return("done"); Recall(n - 1) }
fn(5)
local({
  y <- 5
  print(y + x)
})
tryCatch(print(y), error = function(e) cat("Caught:", conditionMessage(e), "\n"))
formals(make_counter)
names(formals(make_counter))
body(function(x) x + 1)
args <- list(1:10)
do.call(mean, args)
do.call("paste", list("a", "b", sep = "-"))
