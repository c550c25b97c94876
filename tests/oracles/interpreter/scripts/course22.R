# Environments, do.call, match.arg, more functions
x <- 10
f <- function() { x <- 20; g <- function() { x <<- 30; x }; g(); x }
f(); x
h <- function() { cat("x is", x, "\n"); x <- 5; cat("now", x, "\n") }
h()
center <- function(x, type = c("mean", "median", "trimmed")) {
  type <- match.arg(type)
  switch(type, mean = mean(x), median = median(x), trimmed = mean(x, trim = .1))
}
v <- c(1, 2, 3, 4, 100)
center(v); center(v, "med"); sapply(c("mean", "median", "trimmed"), center, x = v)
try(center(v, "mode"))
e <- new.env(); assign("k", 42, envir = e); get("k", e); exists("zz", envir = e); ls(e); e$k <- e$k + 1; mget(c("k"), envir = e); rm("k", envir = e); ls(e)
modify <- function(env) env$count <- 1; modify(e); e$count
stats <- function(x, ...) UseMethod("stats"); stats.default <- function(x, ...) c(n = length(x), mean = mean(x, ...)); stats(c(1, NA, 3), na.rm = TRUE); stats(1:4)
formals(function(a, b = 2) NULL)$b; body(function(x) x + 1); arity <- function(f) length(formals(f)); arity(function(a, b, c) 1); deparse(quote(x + y * 2)); eval(parse(text = "1 + 2")); ex <- quote(a * b); eval(ex, list(a = 3, b = 4)); substitute(x + y, list(x = 1)); show_expr <- function(e) cat(deparse(substitute(e)), "=", e, "\n"); show_expr(3 * 7); mc <- function(...) match.call(); mc(1, b = 2); as.call(list(as.name("sum"), 1, 2)); bquote(x + .(x)); class(quote(f(x))); all.vars(y ~ x + log(z))
vec_fun <- Vectorize(function(a, b) if (a > b) a else b); vec_fun(1:4, 3)
pipeline <- c(3, 1, 2) |> sort() |> rev() |> paste(collapse = ">"); pipeline
args_list <- list(1:10, na.rm = TRUE); do.call(mean, args_list); do.call(rbind, list(a = 1:2, b = 3:4))
outerf <- function(n) { inner <- function(k) k * n; sapply(1:3, inner) }; outerf(5)
nchar(Sys.time()) > 0; is.function(f); class(f); is.primitive(sum); identical(f, f)
default_args <- function(x, n = length(x), ...) { extras <- list(...); if (length(extras)) cat("extras:", paste(names(extras), unlist(extras), sep = "=", collapse = ", "), "\n"); sum(x) / n }
default_args(1:4); default_args(1:4, 2, verbose = TRUE, level = 3)
stopifnot(all.equal(default_args(1:4), 2.5))
print(function(x, y) { x + y })
function(a) a^2
compose2 <- function(f, g) function(...) f(g(...)); (compose2(abs, sum))(-1, -2)
swap <- function(lst, i, j) { tmp <- lst[[i]]; lst[[i]] <- lst[[j]]; lst[[j]] <- tmp; lst }; swap(list("a", 2), 1, 2)
multi <- function() list(sum = 3, prod = 2); r <- multi(); r$sum; with(r, sum * prod)
tryCatch(f(1), error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(center(), error = function(e) cat("Error:", conditionMessage(e), "\n"))
tryCatch(center(v, 3), error = function(e) cat("Error:", conditionMessage(e), "\n"))
local({ y <- 5; y * 2 }); exists("y");
nchar(getwd()) > 0; file.path("a", "b.txt"); basename("/x/y.R"); tools::file_ext("a.csv"); dirname("/x/y.R"); normalizePath(".") == getwd(); R.version$language; is.character(R.version.string); max(sapply(ls("package:base")[1:3], nchar)) > 0; interactive(); invisible(gc());
