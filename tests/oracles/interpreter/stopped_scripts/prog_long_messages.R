f <- function(x) {
  y <- x * 2
  g(y)
}
g <- function(z) {
  if (z > 10) {
    stop(sprintf("value %d exceeds the maximum permitted value of %d in this computation", z, 10L))
  }
  z
}
f(3)
w <- function() { warning("something is off here, please check the input values carefully before going on"); 5 }
w()
r <- w() + 1
r
print(f(2))
z <- f(7L)
