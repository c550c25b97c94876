# Recursion
fact <- function(n) if (n <= 1) 1 else n * fact(n - 1)
sapply(0:10, fact)
fact(20); fact(25)
hanoi_moves <- 0
hanoi <- function(n, from = "A", to = "C", via = "B") {
  if (n == 1) {
    hanoi_moves <<- hanoi_moves + 1
    cat("Move disk 1 from", from, "to", to, "\n")
    return(invisible())
  }
  hanoi(n - 1, from, via, to)
  hanoi_moves <<- hanoi_moves + 1
  cat("Move disk", n, "from", from, "to", to, "\n")
  hanoi(n - 1, via, to, from)
}
hanoi(3)
hanoi_moves
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
gcd(1071, 462)
Reduce(gcd, c(48, 36, 120))
perms <- function(v) {
  if (length(v) <= 1) return(list(v))
  out <- list()
  for (i in seq_along(v)) for (p in perms(v[-i])) out[[length(out) + 1]] <- c(v[i], p)
  out
}
do.call(rbind, perms(1:3))
length(perms(letters[1:4]))
binsearch <- function(v, key, lo = 1, hi = length(v)) {
  if (lo > hi) return(-1)
  mid <- (lo + hi) %/% 2
  if (v[mid] == key) mid else if (v[mid] < key) binsearch(v, key, mid + 1, hi) else binsearch(v, key, lo, mid - 1)
}
v <- seq(3, 99, by = 4)
binsearch(v, 51); binsearch(v, 50)
qsort <- function(x) if (length(x) < 2) x else {
  p <- x[1]; r <- x[-1]
  c(qsort(r[r < p]), p, qsort(r[r >= p]))
}
set.seed(42)
y <- sample(100, 12); y
qsort(y)
pascal <- function(n) { row <- 1; for (i in seq_len(n)) { cat(strrep(" ", 2 * (n - i)), formatC(row, width = 4), "\n", sep = ""); row <- c(1, head(row, -1) + tail(row, -1), 1) } }
pascal(6)
tree <- list(value = 5, left = list(value = 3), right = list(value = 8, left = list(value = 7)))
inorder <- function(t) if (is.null(t)) NULL else c(inorder(t$left), t$value, inorder(t$right))
inorder(tree)
depth <- function(t) if (is.null(t)) 0 else 1 + max(depth(t$left), depth(t$right))
depth(tree)
collatz <- function(n, steps = 0) { while (n != 1) { n <- if (n %% 2) 3 * n + 1 else n / 2; steps <- steps + 1 }; steps }
sapply(1:10, collatz)
bin <- function(n) if (n < 2) as.character(n) else paste0(bin(n %/% 2), n %% 2)
sapply(c(5, 10, 255), bin)
flatten <- function(l) if (!is.list(l)) list(l) else do.call(c, lapply(l, flatten))
str(flatten(list(1, list(2, "a", list(TRUE)))))
ack <- function(m, n) { if (m == 0) return(n + 1); if (n == 0) return(ack(m - 1, 1)); ack(m - 1, ack(m, n - 1)) }
ack(2, 3)
