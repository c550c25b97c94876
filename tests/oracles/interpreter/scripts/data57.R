# lists, mapply and string keys
inv <- list(apple = list(price = 0.5, qty = 100L), pear = list(price = 0.75, qty = 40L), fig = list(price = 1.2, qty = 0L))
sapply(inv, function(x) x$price * x$qty)
sapply(inv, unlist)
t(sapply(inv, unlist))
as.data.frame(t(sapply(inv, unlist)))
do.call(rbind, lapply(names(inv), function(n) data.frame(item = n, inv[[n]])))
do.call(rbind, lapply(inv, as.data.frame))
Filter(function(x) x$qty > 0, inv)
names(Filter(function(x) x$qty == 0, inv))
inv$kiwi <- list(price = 0.3, qty = 12L)
inv[["pear"]]$qty <- inv[["pear"]]$qty - 5L
str(inv)
inv[["fig"]] <- NULL
names(inv)
rapply(inv, function(x) x * 2, classes = "numeric", how = "list")$apple
unlist(inv)
vapply(inv, `[[`, numeric(1), "price")
mapply(function(n, x) sprintf("%s: %d x %.2f", n, x$qty, x$price), names(inv), inv)
Map(function(x, add) x$qty + add, inv, 1:3)
Reduce(function(acc, x) acc + x$price * x$qty, inv, 0)
Reduce(function(acc, x) acc + x$qty, inv, 0, accumulate = TRUE)
array(unlist(lapply(inv, `[[`, "qty")), dimnames = list(names(inv)))
list(1, "a", TRUE)[-1]
x <- list(a = 1, b = list(c = 2, d = "z")); x$b$d; x[["b"]][["c"]]; x[["b"]]["c"]; unlist(x); x$e$f <- 5; str(x)
is.null(x$zzz); "a" %in% names(x); length(x); x[sapply(x, is.numeric)]
setdiff(names(inv), "apple"); inv[order(sapply(inv, `[[`, "price"))]
mat <- sapply(1:3, function(i) c(min = i, max = i^2)); mat; mat["max", ]; colnames(mat) <- LETTERS[1:3]; mat
outer(c(a = 1, b = 2), c(x = 3, y = 4), Vectorize(function(i, j) i + j))
sapply(c(one = 1, two = 2), function(x) c(sq = x^2, cu = x^3)); vapply(split(1:6, c(1, 1, 2, 2, 3, 3)), sum, numeric(1))
strsplit(c(k1 = "a=1", k2 = "b=2"), "="); sapply(strsplit(c("a=1", "b=2"), "="), `[[`, 2); sapply(list(), function(x) x); mapply(function(x, y) x, 1:2, 1:2, SIMPLIFY = FALSE)
expand.grid(list(size = c("S", "M"), col = c("red", "blue"))); nchar(names(inv)); rev(inv)[[1]]$qty; head(inv, 1); tail(names(inv), 1)
aperm(array(1:6, c(1, 2, 3)))[, , 1]; simplify2array(list(a = 1:2, b = 3:4)); identical(list(1), list(1)); all.equal(list(1, 2), list(1, 3))
