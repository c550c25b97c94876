stopifnot(TRUE, 1 + 1 == 2)
f <- function(x, y) {
  stopifnot(is.numeric(x), length(y) == 1L, all(x > 0), y != 0)
  x / y
}
f(1:3, 2)
f(c(1, -1), 2)
