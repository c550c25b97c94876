# Recursion: factorial, fibonacci with memory, the towers of Hanoi, permutations, binary search, sorts.
fact <- function(n) if (n <= 1) 1 else n * fact(n - 1)
sapply(0:10, fact)
fact(20); fact(25)
memo <- new.env()
fib <- function(n) {
  key <- as.character(n)
  if (!is.null(memo[[key]])) return(memo[[key]])
  v <- if (n < 2) n else fib(n - 1) + fib(n - 2)
  assign(key, v, envir = memo)
  v
}
fib(50); length(ls(memo))
moves <- 0
hanoi <- function(n, from = "A", to = "C", via = "B") {
  if (n == 0) return(invisible(NULL))
  hanoi(n - 1, from, via, to)
  moves <<- moves + 1
  cat("Move disk", n, "from", from, "to", to, "\n")
  hanoi(n - 1, via, to, from)
}
hanoi(3); moves
perms <- function(v) {
  if (length(v) <= 1) return(list(v))
  out <- list()
  for (i in seq_along(v)) for (p in perms(v[-i])) out[[length(out) + 1]] <- c(v[i], p)
  out
}
do.call(rbind, perms(1:3))
length(perms(letters[1:4]))
quick <- function(x) if (length(x) <= 1) x else { p <- x[1]; r <- x[-1]; c(quick(r[r < p]), p, quick(r[r >= p])) }
quick(c(3, 6, 1, 8, 2, 9, 2))
bsearch <- function(v, t, lo = 1L, hi = length(v)) {
  if (lo > hi) return(NA_integer_)
  mid <- (lo + hi) %/% 2L
  if (v[mid] == t) mid else if (v[mid] < t) Recall(v, t, mid + 1L, hi) else Recall(v, t, lo, mid - 1L)
}
bsearch(c(1, 3, 5, 7, 9, 11), 7); bsearch(1:10, 11)
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
Reduce(gcd, c(48, 36, 120))
ackermann <- function(m, n) if (m == 0) n + 1 else if (n == 0) ackermann(m - 1, 1) else ackermann(m - 1, ackermann(m, n - 1))
ackermann(2, 3)
collatz <- function(n) { s <- n; while (n != 1) { n <- if (n %% 2) 3 * n + 1 else n / 2; s <- c(s, n) }; s }
collatz(27)[1:12]; length(collatz(27))
flatten <- function(l) if (!is.list(l)) list(l) else do.call(c, lapply(l, flatten))
str(flatten(list(1, list(2, list("a", TRUE)))))
depth <- function(x) if (is.list(x)) 1L + max(0L, vapply(x, depth, 1L)) else 0L
depth(list(1, list(2, list(3))))
compose <- function(...) { fs <- list(...); function(x) Reduce(function(a, f) f(a), fs, x) }
compose(sqrt, abs, function(v) v + 1)(16)
pascal <- lapply(0:5, function(n) choose(n, 0:n))
for (r in pascal) cat(strrep(" ", 2 * (6 - length(r))), sprintf("%4d", r), "\n", sep = "")
bin <- function(n) if (n < 2) as.character(n) else paste0(bin(n %/% 2), n %% 2)
sapply(c(5, 10, 255), bin); strtoi("11111111", base = 2)
