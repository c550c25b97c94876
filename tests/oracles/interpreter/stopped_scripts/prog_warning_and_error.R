x <- 10
g <- function(a) {
  warning("about to fail")
  h(a)
}
h <- function(b) {
  if (b > 5) stop("b is too large: ", b)
  b
}
print("start")
g(3)
y <- suppressWarnings(g(4))
y
g(x)
print("end")
