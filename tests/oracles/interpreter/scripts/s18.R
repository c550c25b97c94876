# Environments, stacks, queues, OOP with closures
make_stack <- function() {
  items <- list()
  list(push = function(x) { items[[length(items) + 1]] <<- x; invisible(length(items)) },
       pop = function() { if (!length(items)) stop("stack is empty"); v <- items[[length(items)]]; items[[length(items)]] <<- NULL; v },
       size = function() length(items), peek = function() items[[length(items)]], empty = function() length(items) == 0)
}
s <- make_stack()
s$push(1); s$push("two"); s$push(list(3))
s$size(); s$peek(); s$pop(); s$pop(); s$size()
tryCatch({ s$pop(); s$pop() }, error = function(e) cat("Error:", conditionMessage(e), "\n"))
e <- new.env()
assign("x", 10, envir = e); e$y <- 20; e[["z"]] <- 30
ls(e); get("x", envir = e); mget(c("x", "y"), envir = e); exists("q", envir = e, inherits = FALSE)
for (nm in ls(e)) cat(nm, "=", get(nm, envir = e), "\n")
rm("x", envir = e); ls(e)
count_words <- function(words) { counts <- new.env(); for (w in words) counts[[w]] <- (if (is.null(counts[[w]])) 0 else counts[[w]]) + 1; unlist(mget(sort(ls(counts)), envir = counts)) }
count_words(c("a", "b", "a", "c", "b", "a"))
modify <- function(env) env$y <- 99; modify(e); e$y
f <- function() { x <- 1; g <- function() { x <<- x + 1; x }; g(); x }; f()
x <- 5; h <- function() { x <- 10; environment() }; h()$x; x
eval(quote(x * 2), list(x = 100)); evalq(x, e <- list2env(list(x = 7)))
local({ a <- 2; b <- 3; a * b })
environmentName(globalenv()); class(e); is.environment(e)
Person <- function(name, age) { self <- environment(); birthday <- function() { age <<- age + 1; invisible(self) }; describe <- function() cat(name, "is", age, "\n"); self }
p <- Person("Zed", 30); p$birthday(); p$birthday()$describe(); p$age
sw <- function(x) switch(x, a = , b = "AB", c = { cat("c!\n"); "C" }, stop("unknown"))
sw("a"); sw("b"); sw("c"); tryCatch(sw("z"), error = function(e) conditionMessage(e))
switch(2, "one", "two", "three"); is.null(switch(4, "one")); switch("n", y = 1)
i <- 0; repeat { i <- i + 1; if (i == 2) next; if (i > 4) break; cat("i =", i, "\n") }
k <- 10; while (TRUE) { k <- k - 3; if (k < 0) break }; k
for (n in c("x", "y")) for (m in 1:2) cat(n, m, ""); cat("\n")
z <- NULL; for (q in seq_along(z)) print(q); is.null(z)
do.call(paste, c(list("a", "b"), sep = "-"))
sapply(c(1, 2, 3), function(v) if (v > 1) "big" else "small")
ifelse(c(1, NA, 3) > 2, "hi", "lo")
vec <- c(a = 1, b = 2); vec[["a"]]; vec["b"]; names(vec); vec["c"] <- 3; vec; vec[-1]; vec[c(TRUE, FALSE, TRUE)]
l <- list(a = 1, b = list(c = 2, d = "x")); l$b$d; l[["b"]][["c"]]; l$b$c <- 5; str(l); l[c("a")]; l$new <- NULL; length(l); l["a"] <- NULL; names(l)
is.function(print); nchar(Sys.time() > 0); invisible(5)
nested <- list(1, list(2, 3), "x"); length(nested); unlist(nested); rapply(nested, toString, how = "unlist")
Recall_f <- function(n) if (n < 2) n else Recall(n - 1) + Recall(n - 2); Recall_f(10)
args_f <- function(...) { a <- c(...); sum(a) / ...length() }; args_f(1, 2, 3); (function(...) ..2)(5, 6)
sys_f <- function() sys.call(); sys_f(); mc <- function(x, ...) match.call(); mc(1, y = 2); (function(x) substitute(x))(a + b); deparse(quote(if (a) b else c))
Negate(is.na)(c(1, NA)); identity(3); nchar(strrep("ab", 3)); rev(1:3) |> paste(collapse = "")
