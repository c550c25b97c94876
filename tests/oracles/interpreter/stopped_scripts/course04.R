# S3 classes: shapes
circle <- function(r) structure(list(r = r), class = c("circle", "shape"))
rectangle <- function(w, h) structure(list(w = w, h = h), class = c("rectangle", "shape"))
area <- function(x, ...) UseMethod("area")
area.circle <- function(x, ...) pi * x$r^2
area.rectangle <- function(x, ...) x$w * x$h
area.default <- function(x, ...) stop("don't know the area of a ", class(x)[1])
print.shape <- function(x, ...) {
  cat("<", class(x)[1], "> area = ", format(area(x), digits = 4), "\n", sep = "")
  invisible(x)
}
summary.shape <- function(object, ...) {
  structure(list(type = class(object)[1], area = area(object)), class = "summary.shape")
}
print.summary.shape <- function(x, ...) cat("Summary:", x$type, "with area", round(x$area, 2), "\n")
shapes <- list(circle(1), rectangle(2, 3.5), circle(0.5))
shapes
for (s in shapes) print(s)
summary(shapes[[2]])
sapply(shapes, area)
unclass(shapes[[1]])
Ops.money <- function(e1, e2) {
  v <- get(.Generic)(unclass(e1), unclass(e2))
  if (.Generic %in% c("+", "-", "*", "/")) structure(v, class = "money") else v
}
print.money <- function(x, ...) cat("$", formatC(unclass(x), format = "f", digits = 2, big.mark = ","), "\n")
money <- function(x) structure(x, class = "money")
m <- money(1234.5) + money(100)
m
m > money(1000)
format.money <- function(x, ...) paste0("$", unclass(x))
format(m)
length.stack <- function(x) length(x$items)
push <- function(s, x) { s$items <- c(s$items, list(x)); s }
s <- structure(list(items = list()), class = "stack")
s <- push(push(s, 1), "two")
length(s)
toString.shape <- function(x, ...) paste("a", class(x)[1])
toString(shapes[[1]])
"$.rec" <- function(x, name) paste("field", name)
r <- structure(list(), class = "rec")
r$hello
"[.myvec" <- function(x, i) structure(unclass(x)[i], class = "myvec")
print.myvec <- function(x, ...) cat("myvec:", unclass(x), "\n")
v <- structure(1:10, class = "myvec")
v[2:4]
tryCatch(area(3), error = function(e) print(conditionMessage(e)))
inherits(shapes[[1]], "shape"); inherits(1, "shape")
inherits(shapes[[1]], c("rectangle", "shape"), which = TRUE)
area("x")
