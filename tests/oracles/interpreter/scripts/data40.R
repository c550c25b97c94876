# nested lists to frames, JSON-like structures
shop <- list(
  list(id = 1L, customer = list(name = "Ann", city = "Rome"), items = list(list(sku = "x1", qty = 2, price = 3.5), list(sku = "x2", qty = 1, price = 10))),
  list(id = 2L, customer = list(name = "Bo", city = NULL), items = list(list(sku = "x1", qty = 5, price = 3.5)))
)
str(shop)
str(shop, max.level = 2)
shop[[1]]$customer$name
shop[[2]][["customer"]][["city"]]
lines <- do.call(rbind, lapply(shop, function(o) {
  do.call(rbind, lapply(o$items, function(i) data.frame(id = o$id, customer = o$customer$name, sku = i$sku, qty = i$qty, price = i$price)))
}))
lines
lines$sum <- lines$qty * lines$price
aggregate(sum ~ customer, lines, sum)
xtabs(qty ~ sku + customer, lines)
cities <- vapply(shop, function(o) if (is.null(o$customer$city)) NA_character_ else o$customer$city, "")
cities
data.frame(id = sapply(shop, `[[`, "id"), city = cities, n = sapply(shop, function(o) length(o$items)))
sapply(shop, function(o) sum(sapply(o$items, function(i) i$qty * i$price)))
unlist(shop[[1]])
unlist(lapply(shop, function(o) sapply(o$items, `[[`, "sku")))
shop[[1]]$items[[2]]$qty <- 99
shop[[1]]$items[[2]]
shop[[3]] <- list(id = 3L); length(shop)
shop[[3]]
names(shop) <- c("a", "b", "c"); names(shop); shop$c
Filter(function(o) length(o$items) > 1, shop)[[1]]$id
rapply(list(1:3, list("a", 4.5)), mean, classes = c("integer", "numeric"), deflt = NA, how = "unlist")
mapply(function(k, v) paste0(k, "=", v), c("p", "q"), c(1, 2))
l <- list(a = 1:3, b = letters[1:2]); l; max(lengths(l)); lengths(l)
as.data.frame(lapply(l, `length<-`, max(lengths(l))))
sapply(l, `[`, 1:3)
list2DF(list(x = 1:2, y = c("a", "b"))); as.data.frame(do.call(cbind, list(a = 1:2, b = 3:4)))
array(list(1, "a", TRUE, NULL), c(2, 2)); matrix(list(1, 2, "x", 1:3), 2, dimnames = list(NULL, c("u", "v")))
df <- data.frame(k = c("a", "b")); df$l <- list(1:3, list(x = 1)); df; df$l[[2]]$x; sapply(df$l, length); str(df)
is.list(df$l); list(1, c(2, 3), list(4, "five")); list(x = NULL, y = list()); list(f = mean(1:3), m = matrix(1:4, 2), d = as.Date("2020-01-01"), fac = factor("q"))
do.call(mapply, list(FUN = function(a, b) a + b, 1:2, 3:4)); Reduce(function(a, b) modifyList(a, b), list(list(a = 1), list(b = 2), list(a = 3)))
e <- list2env(list(a = 1, b = 2)); sort(ls(e)); mget(c("a", "b"), envir = e); as.list(e)[order(names(as.list(e)))]; within(list(a = 1), b <- a + 1); with(list(a = 2), a^2)
tree <- list(v = 1, kids = list(list(v = 2, kids = NULL), list(v = 3, kids = list(list(v = 4))))); total <- function(t) t$v + sum(vapply(t$kids, total, 0)); total(tree); depth <- function(t) 1 + max(0, unlist(lapply(t$kids, depth))); depth(tree)
