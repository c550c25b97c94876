# Matrix games: life, a maze by flood, tic-tac-toe, a game's value, magic squares.
life <- function(m) {
  n <- nrow(m); k <- ncol(m)
  new <- m
  for (i in 1:n) for (j in 1:k) {
    rows <- max(1, i - 1):min(n, i + 1); cols <- max(1, j - 1):min(k, j + 1)
    around <- sum(m[rows, cols]) - m[i, j]
    new[i, j] <- as.integer(around == 3 || (m[i, j] == 1 && around == 2))
  }
  new
}
show_board <- function(m) cat(apply(m, 1, function(r) paste(c(".", "#")[r + 1], collapse = "")), sep = "\n")
m <- matrix(0L, 5, 5); m[3, 2:4] <- 1L
show_board(m); cat("\n"); show_board(life(m)); cat("\n")
identical(life(life(m)), m)
board <- matrix(c("X", "O", "X", "O", "X", "O", "", "", "X"), 3, byrow = TRUE)
board
noquote(board)
winner <- function(b) {
  lines <- c(split(b, row(b)), split(b, col(b)), list(diag(b)), list(b[cbind(1:3, 3:1)]))
  for (l in lines) if (l[1] != "" && all(l == l[1])) return(l[1])
  NA
}
winner(board)
write.table(board, quote = FALSE, row.names = FALSE, col.names = FALSE)
payoff <- matrix(c(0, -1, 1, 1, 0, -1, -1, 1, 0), 3, dimnames = rep(list(c("rock", "paper", "scissors")), 2))
payoff
max(apply(payoff, 1, min)); min(apply(payoff, 2, max))
magic <- function(n) {
  m <- matrix(0, n, n); i <- 1; j <- (n + 1) / 2
  for (k in 1:n^2) {
    m[i, j] <- k
    ni <- (i - 2) %% n + 1; nj <- j %% n + 1
    if (m[ni, nj] != 0) i <- i %% n + 1 else { i <- ni; j <- nj }
  }
  m
}
M <- magic(3); M
unique(c(rowSums(M), colSums(M), sum(diag(M)), sum(diag(M[, 3:1]))))
magic(5)
spiral <- function(n) { m <- matrix(NA, n, n); v <- 1; top <- 1; l <- 1; b <- n; r <- n
  while (top <= b && l <= r) {
    for (j in l:r) { m[top, j] <- v; v <- v + 1 }; top <- top + 1
    if (top <= b) for (i in top:b) { m[i, r] <- v; v <- v + 1 }; r <- r - 1
    if (top <= b && l <= r) for (j in r:l) { m[b, j] <- v; v <- v + 1 }; b <- b - 1
    if (l <= r && top <= b) for (i in b:top) { m[i, l] <- v; v <- v + 1 }; l <- l + 1
  }
  m }
spiral(4)
set.seed(3)
maze <- matrix(sample(c(0, 1), 36, TRUE, c(.7, .3)), 6); maze[1, 1] <- 0
dist <- matrix(Inf, 6, 6); dist[1, 1] <- 0; todo <- list(c(1, 1))
while (length(todo)) {
  p <- todo[[1]]; todo <- todo[-1]
  for (s in list(c(0, 1), c(1, 0), c(0, -1), c(-1, 0))) {
    q <- p + s
    if (all(q >= 1 & q <= 6) && maze[q[1], q[2]] == 0 && is.infinite(dist[q[1], q[2]])) {
      dist[q[1], q[2]] <- dist[p[1], p[2]] + 1
      todo <- c(todo, list(q))
    }
  }
}
dist
rotate <- function(x) t(apply(x, 2, rev))
rotate(matrix(1:6, 2))
arr <- array(1:12, c(2, 3, 2)); arr[, , 1] %*% t(arr[, , 2]); apply(arr, 3, sum); aperm(arr)[1, , ]
sudoku_ok <- function(v) !anyDuplicated(v[v != 0])
sudoku_ok(c(1, 2, 0, 0, 3)); sudoku_ok(c(1, 1))
which(M == max(M), arr.ind = TRUE)
