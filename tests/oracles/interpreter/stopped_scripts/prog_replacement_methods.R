# Data-structure classes with replacement methods
"[<-.limited" <- function(x, i, value) {
  cap <- attr(x, "cap")
  value[value > cap] <- cap
  y <- unclass(x); y[i] <- value
  structure(y, class = "limited", cap = cap)
}
"$<-.locked" <- function(x, name, value) stop("cannot modify field '", name, "'")
"[[.bag" <- function(x, i) { cat("[[ called with", i, "\n"); unclass(x)[[i]] }
"$.bag" <- function(x, name) { cat("$ called with", name, "\n"); unclass(x)[[name]] }
length.bag <- function(x) 99L
print.limited <- function(x, ...) cat("limited (cap ", attr(x, "cap"), "): ", paste(unclass(x), collapse = " "), "\n", sep = "")
v <- structure(c(1, 2, 3), class = "limited", cap = 10)
v[2] <- 50
v
v[4] <- 7; v
lk <- structure(list(a = 1), class = "locked")
res <- try(lk$a <- 2, silent = TRUE)
cat(res)
b <- structure(list(a = 1, b = "two"), class = "bag")
b$a
b[["b"]]
length(b)
as.character.bag <- function(x, ...) "a bag"
as.character(b); paste(b)
dim.grid <- function(x) c(7L, 7L)
g <- structure(list(), class = "grid")
dim(g); nrow(g); ncol(g)
levels(factor(c("x", "y")))
f <- factor(c("x", "y")); levels(f)[1] <- "XX"; f; levels(f) <- c("a", "b"); f
names(f) <- c("n1", "n2"); f
x <- 1:6; dim(x) <- c(2, 3); x; dimnames(x) <- list(c("a", "b"), NULL); x
attributes(x)
attr(x, "note") <- "hi"; x
mostattributes(x) <- list(names = letters[1:6]); is.matrix(x)
y <- structure(1:3, myattr = "foo"); y
structure(1:3, class = "zzz")
structure(list(a = 1, b = 2), class = "unknown_class")
z <- 1:3; class(z) <- c("child", "parent")
print.parent <- function(x, ...) { cat("parent print\n"); invisible(x) }
z
format.parent <- function(x, ...) "formatted parent"
format(z); oldClass(z); class(unclass(z)); inherits(z, what = "parent"); is(z, "parent")
t.test <- NULL; rm(t.test)
seq.parent <- function(x, ...) "seq.parent called"; seq(z)
summary(structure(list(1, 2), class = "nosummary"))
all.equal(structure(1, class = "a"), structure(1, class = "b"))
area <- function(s, ...) UseMethod("area"); area.circle <- function(s, ...) pi * s$r^2; area.square <- function(s, ...) s$side^2
shapes <- list(structure(list(r = 1), class = "circle"), structure(list(side = 2), class = "square"))
sapply(shapes, area); for (s in shapes) cat(class(s), "area:", round(area(s), 2), "\n")
area(structure(list(), class = "triangle"))
