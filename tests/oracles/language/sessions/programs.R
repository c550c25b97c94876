
Stack <- function() { items <- list(); push <- function(x) { items[[length(items)+1]] <<- x; invisible(NULL) }; pop <- function() { it <- items[[length(items)]]; items[[length(items)]] <<- NULL; it }; size <- function() length(items); list(push=push, pop=pop, size=size) }; s <- Stack(); s$push(1); s$push("two"); s$size(); s$pop(); s$size()
account <- function(total = 0) list(deposit = function(x) { total <<- total + x; invisible(total) }, balance = function() cat("Balance:", total, "\n")); a <- account(100); a$deposit(50); a$balance()
memo <- local({ cache <- c(1, 1); function(n) { if (n <= length(cache)) return(cache[n]); v <- memo(n-1) + memo(n-2); cache[n] <<- v; v } }); memo(30)
quicksort <- function(x) if (length(x) <= 1) x else { p <- x[1]; r <- x[-1]; c(quicksort(r[r < p]), p, quicksort(r[r >= p])) }; quicksort(c(3,6,1,8,2))
hanoi_count <- 0; hanoi <- function(n, a="A", b="B", c="C") { if (n == 1) { hanoi_count <<- hanoi_count + 1; return(invisible(1)) }; hanoi(n-1, a, c, b); hanoi_count <<- hanoi_count + 1; hanoi(n-1, c, b, a) }; hanoi(5); hanoi_count
x <- 10; f <- function() { x <- 20; g <- function() { x <<- 30; x }; r <- g(); c(r, x) }; f(); x
modifyList(list(a=1,b=2), list(b=3,c=4))
Recall_test <- function(n) if (n<=1) 1 else n * Recall(n - 1); Recall_test(5)
sapply(c(1,4,9), sqrt) |> sum()
nums <- 1:10; Filter(\(n) n %% 2 == 0, nums) |> Map(f = \(n) n^2) |> unlist()
tryCatch({ as.numeric("abc") }, warning = function(w) { message("Warning caught: ", conditionMessage(w)); NA })
safe_divide <- function(a, b) { if (b == 0) { warning("Division by zero!"); return(NA) }; a / b }; safe_divide(10, 2); safe_divide(1, 0)
result <- tryCatch({ stop("fatal") }, error = function(e) { cat("Error message:", e$message, "\n"); print(e$call); "recovered" }, finally = { cat("done\n") }); result
f <- function(x) { tryCatch({ if (x < 0) stop("negative") ; sqrt(x) }, error = function(e) { message("Caught: ", conditionMessage(e)); NaN }) }; f(-1); f(9)
out <- vapply(split(mtcars, mtcars$cyl), function(d) mean(d$mpg), numeric(1)); out; round(out, 2)
sapply(mtcars[1:3], quantile)
sapply(mtcars, function(x) c(mean=mean(x), sd=sd(x)))[, 1:3]
do.call(rbind, lapply(1:3, function(i) data.frame(i=i, sq=i^2)))
do.call(cbind, list(a=1:2, b=3:4))
Map(`+`, 1:3, 4:6) |> unlist()
mapply(function(...) sum(...), 1:3, 4:6, 7:9)
outer(1:3, 1:3, FUN = "^")
vapply(c("apple","kiwi"), nchar, integer(1))
array(1:24, c(2,3,4))[2,3,4]; apply(array(1:8, c(2,2,2)), 3, sum); apply(matrix(1:6,2,dimnames=list(c("a","b"),NULL)),1,function(r) r*2)
sweep(matrix(1:4,2), 2, c(1,2)); scale(matrix(c(1,2,3,4,5,6),3))
eval(parse(text = "z <- 5; z * 2")); z
expr <- quote(a * (b + c)); a <- 2; b <- 3; c <- 4; eval(expr); expr[[1]]; expr[[3]][[2]]; rm(c)
g <- function(df, cond) { e <- substitute(cond); r <- eval(e, df, parent.frame()); df[r, ] }; g(data.frame(u=1:4, v=letters[1:4]), u > 2)
f <- function(y, x) { cl <- match.call(); print(cl); cl[[1]] <- as.name("list"); eval(cl) }; f(1, x = 2)
with(mtcars, tapply(mpg, cyl, mean)); within(data.frame(a=1:2), { b <- a * 2; c <- b + 1 })
invisible(lapply(1:2, function(i) cat("item", i, "\n")))
for (nm in c("x","y")) assign(paste0("var_", nm), nm); var_x; exists("var_z"); get("var_y")
rm(var_x); exists("var_x"); ls(pattern="^var_")
nchar(c(one="a", two="bb")); rev(list(1,"a")); Negate(function(x) x > 2)(1:4)
is.environment(new.env()); e1 <- new.env(); local({ y <- 5 }, envir=e1); get("y", e1); environmentName(baseenv()); environmentName(parent.env(globalenv())) != ""
print(function(x, y = 2, ...) { x + y })
f <- function(x) { # comment
  x + 1   # add
}
f
compare <- function(a, b) { if (a > b) { "greater" } else if (a < b) { "less" } else { "equal" } }; compare(1, 2); compare(2, 2)
g <- function(n) { for (i in seq_len(n)) { if (i %% 2 == 0) next; cat(i, "") }; while (TRUE) break; repeat { break }; cat("\n"); switch("a", a = 1, 2); function(x) -x^2 }; g
h <- function(a = c("x", "y"), b = list(1, 2), `odd name` = TRUE) NULL; h
k <- function(x) { y <- x$a[["b"]][1, , drop = FALSE]; !y && x %in% y; -(1 + 2) * 3; if (x) y; "str\n"; 1e-10; 1L; TRUE; NULL; x <- y <<- 5; ~ a + b; x[-1]; x@s; a::b; `my var`; function(...) ..1; \(z) z }; k
