# Objects in data structures: lists, environments, do.call, Map, switch on class, modify in loops
setClass("Pt", representation(x = "numeric", y = "numeric"))
pts <- Map(function(a, b) new("Pt", x = a, y = b), c(p = 1, q = 2), c(3, 4))
names(pts)
pts$p@y
pts[["q"]]@x <- 20
pts$q
pts <- lapply(pts, function(p) { p@x <- p@x + 1; p })
unlist(lapply(pts, function(p) p@x))
e <- new.env()
assign("pt", pts$p, envir = e)
get("pt", envir = e)@x
e$pt@x <- 99
e$pt@x
kind <- function(o) switch(class(o)[1], Pt = "point", numeric = "number", "other")
kind(pts$p); kind(3); kind("a")
l <- list(pt = pts$p, n = list(inner = pts$q))
l$n$inner@y <- -1
l$n$inner@y
l$pt@x[3] <- 7
l$pt@x
setGeneric("dist2", function(a, b) standardGeneric("dist2"))
setMethod("dist2", signature("Pt", "Pt"), function(a, b) sqrt((a@x - b@x)^2 + (a@y - b@y)^2))
m <- outer(1:2, 1:2, Vectorize(function(i, j) dist2(new("Pt", x = i, y = 0), new("Pt", x = j, y = 1))))
m
best <- NULL
for (nm in names(pts)) if (is.null(best) || pts[[nm]]@x > best@x) best <- pts[[nm]]
best@x
ord <- order(sapply(pts, function(p) -p@x))
names(pts)[ord]
isTRUE(identical(pts$p, pts$p))
f <- function(p) { p@x <- 0; p@x }
f(pts$p); pts$p@x
s <- tryCatch({ pts$p@z }, error = function(e) "no z")
s
x <- try(pts$p@x <- "no", silent = TRUE); class(x)
objs <- c(pts, list(new("Pt", x = 0, y = 0)))
length(objs)
class(objs)
str(pts)
is.list(pts); isVirtualClass("Pt")
Reduce(function(a, b) new("Pt", x = a@x + b@x, y = a@y + b@y), objs)
mapply(function(p, k) p@x * k, pts, 2:3)
stopifnot(is(pts$p, "Pt"), validObject(pts$p))
invisible(print(pts$p))
cat(class(pts$p), "\n")
paste("class:", class(pts$p))
