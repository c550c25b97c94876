# Recursion, closures, functional programming
fact <- function(n) if (n <= 1) 1 else n * fact(n - 1)
sapply(0:10, fact)
fib <- local({ memo <- c(1, 1); function(n) { if (n <= length(memo) && !is.na(memo[n])) return(memo[n]); v <- fib(n - 1) + fib(n - 2); memo[n] <<- v; v } })
sapply(1:20, fib)
fib(80)
hanoi <- function(n, from = "A", to = "C", via = "B") {
  if (n == 1) { cat("Move disk 1 from", from, "to", to, "\n"); return(invisible(1)) }
  a <- hanoi(n - 1, from, via, to)
  cat("Move disk", n, "from", from, "to", to, "\n")
  b <- hanoi(n - 1, via, to, from)
  invisible(a + b + 1)
}
moves <- hanoi(3)
moves
counter <- function() { i <- 0; function() { i <<- i + 1; i } }
c1 <- counter(); c2 <- counter()
c1(); c1(); c2()
compose <- function(...) { fs <- list(...); function(x) Reduce(function(acc, f) f(acc), fs, x) }
inc <- function(x) x + 1
compose(inc, sqrt, function(z) z^2)(8)
Map(function(x, y) x * y, 1:3, 4:6)
Filter(function(x) x %% 2 == 0, 1:10)
Reduce(`+`, 1:5, accumulate = TRUE)
Reduce(function(a, b) paste0(a, b), c("a", "b", "c"), accumulate = TRUE, right = TRUE)
Position(function(x) x > 3, c(1, 5, 2, 7)); Find(function(x) x > 3, c(1, 5, 2, 7))
do.call(rbind, lapply(1:3, function(i) data.frame(i = i, sq = i^2)))
do.call("sum", list(1, 2, 3, NA, na.rm = TRUE))
mapply(rep, 1:3, 3:1)
mapply(function(x, y) x + y, c(a = 1, b = 2), c(3, 4))
vapply(list(1:3, 4:9), function(v) c(min = min(v), max = max(v)), numeric(2))
outer(1:3, 1:4, function(x, y) x + 10 * y)
sapply(list(a = 1:5, b = rnorm), class)
rapply(list(1, "a", list(2, "b")), function(x) x * 10, classes = "numeric", how = "unlist")
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
gcd(48, 18); Reduce(gcd, c(120, 84, 36))
primes <- function(n) { s <- rep(TRUE, n); s[1] <- FALSE; for (i in 2:floor(sqrt(n))) if (s[i]) s[seq(i * i, n, by = i)] <- FALSE; which(s) }
primes(50)
collatz <- function(n) { steps <- 0; while (n != 1) { n <- if (n %% 2 == 0) n / 2 else 3 * n + 1; steps <- steps + 1 }; steps }
sapply(1:10, collatz)
binsearch <- function(v, x) { lo <- 1; hi <- length(v); while (lo <= hi) { mid <- (lo + hi) %/% 2; if (v[mid] == x) return(mid); if (v[mid] < x) lo <- mid + 1 else hi <- mid - 1 }; -1 }
binsearch(seq(1, 99, by = 2), 37)
bubble <- function(v) { n <- length(v); repeat { swapped <- FALSE; for (i in seq_len(n - 1)) if (v[i] > v[i + 1]) { t <- v[i]; v[i] <- v[i + 1]; v[i + 1] <- t; swapped <- TRUE }; if (!swapped) break }; v }
bubble(c(5, 2, 9, 1, 5, 6))
perms <- function(v) { if (length(v) <= 1) return(list(v)); out <- list(); for (i in seq_along(v)) for (p in perms(v[-i])) out[[length(out) + 1]] <- c(v[i], p); out }
length(perms(1:4)); do.call(rbind, perms(c("x", "y", "z")))
args <- list(1:10); do.call(mean, args)
f <- function(x, ...) { extras <- list(...); cat("n extras:", length(extras), "\n"); if (length(extras)) print(names(extras)); invisible(x) }
f(1); f(1, a = 2, 3)
(function(x, y = x * 2) x + y)(5)
g <- function(a, b) { if (missing(b)) "no b" else b }
g(1); g(1, 2)
sq <- \(x) x^2; sq(4)
h <- function(n) { on.exit(cat("bye\n")); cat("hi\n"); n }
h(3)
nchar(deparse(function(x) x + 1))
body(function(x) x^2); formals(function(a, b = 3) NULL); args(sum)
