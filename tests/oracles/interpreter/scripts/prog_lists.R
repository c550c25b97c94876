# Lists
l <- list(1, "two", c(3, 4), list(a = 5, b = list(c = 6)))
l
str(l)
nested <- list(name = "Bob", age = 30L, langs = c("R", "Python"), addr = list(city = "Paris", zip = 75001), f = function(x) x, n = NULL, d = as.Date("2024-01-01"), fac = factor(c("u", "v")))
str(nested)
nested$addr$city; nested[["langs"]][2]; nested["age"]
nested$age <- NULL; names(nested); length(nested)
modifyList(list(a = 1, b = list(c = 2, d = 3)), list(b = list(c = 20), e = 5))
unlist(list(a = 1, b = list(c = 2, d = list(e = 3, 4)), f = 5:6))
unlist(list(a = 1, b = "x")); unlist(list(list(1, 2), 3)); unlist(list(a = 1:2, b = 3), use.names = FALSE)
stack(list(a = 1:2, b = 3:5))
setNames(1:3, c("x", "y", "z")); setNames(list(1, 2), c("p", "q"))
rapply(list(1.5, 2L, "c"), f = function(x) x + 1, classes = c("numeric", "integer"), how = "list")
emp <- list(); length(emp); emp; emp$x <- 1; emp[["y"]] <- "b"; emp["z"] <- list(NULL); str(emp); emp
is.null(emp$zzz); emp[["x"]] == 1
rev(list(1, "a")); append(list(1, 2), list("mid"), after = 1); head(letters, 3); tail(1:10, 3); head(1:10, -7); c(list(1), 2, "c")
list(1, 2)[-1]; vector("list", 2); vector("character", 2); vector("numeric", 0); logical(0); character(0); integer(0); factor(c()); NULL; list(NULL); list(a = NULL)
do.call(rbind, lapply(1:3, function(i) data.frame(i = i, sq = i^2)))
lst <- split(1:10, rep(c("odd", "even"), 5)); lst; unsplit(lst, rep(c("odd", "even"), 5))
lapply(split(mtcars$mpg, mtcars$cyl), mean); sapply(split(mtcars$mpg, mtcars$cyl), range)
array(list(1, "a", 2, "b"), c(2, 2)); identical(list(1, "a"), list(1, "a")); all.equal(list(1, 2), list(1, 3))
mapply(function(k, v) paste(k, v), names(c(a = 1, b = 2)), c(a = 1, b = 2))
l2 <- list(x = 1, y = list(z = "deep")); l2$y$z <- "changed"; l2[["y"]][["w"]] <- 1:3; l2; l2[[c("y", "w")]]; l2[[c(2, 1)]]
l2[c("x", "nope")]; tryCatch(l2[["nope"]][["a"]], error = function(e) cat(conditionMessage(e), "\n")); tryCatch(list(1)[[3]], error = function(e) cat(conditionMessage(e), "\n"))
list(a = 1, 2, c = list(3, d = 4)); list(m = matrix(1:4, 2), df = data.frame(x = 1:2)); list(list(list()))
str(1:5); str("a"); str(c(1.5, 2)); str(NULL); str(TRUE); str(list(1, list(2, "x"))); str(mtcars[1:3]); str(factor(c("a", "b"))); str(matrix(1:6, 2)); str(array(1:8, c(2, 2, 2))); str(function(x, y) x + y); str(quote(a + b)); str(y ~ x); str(1i); str(letters); str(seq(0.5, 5, 0.5)); str(list(a = NULL, b = NA)); str(expression(a))
