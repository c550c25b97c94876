# recursion
hanoi_moves <- 0
hanoi <- function(n, from = "A", to = "C", via = "B") {
  if (n == 1) {
    hanoi_moves <<- hanoi_moves + 1
    cat("Move disk 1 from", from, "to", to, "\n")
    return(invisible(NULL))
  }
  hanoi(n - 1, from, via, to)
  hanoi_moves <<- hanoi_moves + 1
  cat(sprintf("Move disk %d from %s to %s\n", n, from, to))
  hanoi(n - 1, via, to, from)
}
hanoi(3)
print(hanoi_moves)
permutations <- function(v) {
  if (length(v) <= 1) return(list(v))
  out <- list()
  for (i in seq_along(v)) {
    rest <- permutations(v[-i])
    out <- c(out, lapply(rest, function(p) c(v[i], p)))
  }
  out
}
perms <- permutations(c("a", "b", "c"))
length(perms)
sapply(perms, paste, collapse = "")
do.call(rbind, perms)
queens <- function(n) {
  sols <- list()
  place <- function(row, cols) {
    if (row > n) { sols[[length(sols) + 1]] <<- cols; return() }
    for (col in 1:n) {
      ok <- TRUE
      for (r in seq_along(cols)) {
        if (cols[r] == col || abs(cols[r] - col) == row - r) { ok <- FALSE; break }
      }
      if (ok) place(row + 1, c(cols, col))
    }
  }
  place(1, integer(0))
  sols
}
s <- queens(6)
length(s)
s[[1]]
board <- matrix(".", 6, 6)
board[cbind(1:6, s[[1]])] <- "Q"
for (i in 1:6) cat(board[i, ], "\n")
print(board, quote = FALSE)
quicksort <- function(x) {
  if (length(x) <= 1) return(x)
  p <- x[1]; r <- x[-1]
  c(quicksort(r[r < p]), p, quicksort(r[r >= p]))
}
quicksort(c(3, 6, 1, 8, 2, 9, 2))
memo <- new.env()
fib <- function(n) {
  key <- as.character(n)
  if (!is.null(memo[[key]])) return(memo[[key]])
  val <- if (n < 2) n else fib(n - 1) + fib(n - 2)
  assign(key, val, envir = memo)
  val
}
fib(80)
print(fib(80), digits = 20)
format(fib(90), big.mark = ",")
sort(as.integer(ls(memo)))[1:10]
length(ls(memo))
ackermann <- function(m, n) {
  if (m == 0) n + 1
  else if (n == 0) ackermann(m - 1, 1)
  else ackermann(m - 1, ackermann(m, n - 1))
}
outer(0:2, 0:4, Vectorize(ackermann))
