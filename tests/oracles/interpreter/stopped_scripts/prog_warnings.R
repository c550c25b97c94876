# warnings at top level
x <- c("1", "2", "three")
as.numeric(x)
f <- function(v) {
  if (any(v < 0)) warning("negative values found")
  sqrt(v)
}
f(c(4, -1))
log(-1)
1:3 + 1:2
as.integer("3.7"); as.integer("abc")
for (i in 1:3) warning(paste("loop warning", i))
mean("a")
matrix(1:5, 2)
sum("a")
