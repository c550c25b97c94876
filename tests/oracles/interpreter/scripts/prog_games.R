# Hangman and other game simulations (deterministic)
secret <- "programming"
guesses <- c("e", "r", "m", "z", "g", "p", "o", "a", "i", "n")
revealed <- rep("_", nchar(secret))
chars <- strsplit(secret, "")[[1]]
wrong <- 0
for (g in guesses) {
  if (g %in% chars) {
    revealed[chars == g] <- g
    cat("'", g, "' yes: ", paste(revealed, collapse = " "), "\n", sep = "")
  } else {
    wrong <- wrong + 1
    cat("'", g, "' no  (", wrong, " wrong)\n", sep = "")
  }
  if (!any(revealed == "_")) { cat("You win!\n"); break }
}
score <- c(a = 1, e = 1, q = 10, z = 10, x = 8, k = 5)
scrabble <- function(w) { s <- score[strsplit(w, "")[[1]]]; sum(ifelse(is.na(s), 2, s)) }
sapply(c("quiz", "axe", "kazoo"), scrabble)
rps <- function(a, b) { m <- matrix(c("draw", "lose", "win", "win", "draw", "lose", "lose", "win", "draw"), 3, byrow = TRUE, dimnames = list(c("rock", "paper", "scissors"), c("rock", "paper", "scissors"))); m[a, b] }
rps("rock", "scissors"); rps("paper", "rock")
outer(c("rock", "paper"), c("rock", "scissors"), Vectorize(rps))
bulls_cows <- function(secret, guess) { s <- strsplit(secret, "")[[1]]; g <- strsplit(guess, "")[[1]]; bulls <- sum(s == g); cows <- sum(g %in% s) - bulls; c(bulls = bulls, cows = cows) }
t(sapply(c("1234", "4321", "1243"), bulls_cows, secret = "1234"))
snakes <- c("17" = 4, "19" = 7); pos <- 0; set.seed(11); turns <- 0
while (pos < 20 && turns < 50) { d <- sample(6, 1); turns <- turns + 1; new <- pos + d; if (new > 20) { cat("roll", d, "stay at", pos, "\n"); next }; pos <- new; if (as.character(pos) %in% names(snakes)) { cat("snake at", pos, "->", snakes[[as.character(pos)]], "\n"); pos <- snakes[[as.character(pos)]] } else cat("roll", d, "to", pos, "\n") }
turns
bowling <- function(rolls) { s <- 0; i <- 1; for (f in 1:10) { if (rolls[i] == 10) { s <- s + 10 + rolls[i + 1] + rolls[i + 2]; i <- i + 1 } else if (rolls[i] + rolls[i + 1] == 10) { s <- s + 10 + rolls[i + 2]; i <- i + 2 } else { s <- s + rolls[i] + rolls[i + 1]; i <- i + 2 } }; s }
bowling(rep(10, 12)); bowling(rep(c(9, 0), 10)); bowling(rep(5, 21))
sudoku_ok <- function(row) !any(duplicated(row[row != 0])); sudoku_ok(c(1, 2, 0, 0, 3)); sudoku_ok(c(1, 1, 2))
maze <- c("#########", "#S  #   #", "# # # # #", "# #   #E#", "#########"); grid <- do.call(rbind, strsplit(maze, "")); dim(grid); start <- which(grid == "S", arr.ind = TRUE); start
bfs <- function(g) { s <- which(g == "S"); e <- which(g == "E"); n <- nrow(g); q <- s; prev <- rep(NA, length(g)); seen <- s; while (length(q)) { u <- q[1]; q <- q[-1]; if (u == e) break; for (v in u + c(-1, 1, -n, n)) if (g[v] != "#" && !(v %in% seen)) { seen <- c(seen, v); prev[v] <- u; q <- c(q, v) } }; path <- e; while (path[1] != s) path <- c(prev[path[1]], path); path }
p <- bfs(grid); length(p) - 1; grid[p[-c(1, length(p))]] <- "."; cat(apply(grid, 1, paste, collapse = ""), sep = "\n"); arrayInd(p[2], dim(grid)); grid[1:3, 1:4]
hundred <- function() { doors <- rep(FALSE, 100); for (i in 1:100) { idx <- seq(i, 100, i); doors[idx] <- !doors[idx] }; which(doors) }; hundred(); bottles <- function(n) { for (i in n:1) cat(i, if (i == 1) "bottle" else "bottles", "of beer\n") }; bottles(3); change <- function(amt, coins = c(25, 10, 5, 1)) { r <- integer(); for (co in coins) { r[as.character(co)] <- amt %/% co; amt <- amt %% co }; r[r > 0] }; change(94); ways <- function(n, coins) { w <- c(1, rep(0, n)); for (co in coins) for (j in co:n) w[j + 1] <- w[j + 1] + w[j - co + 1]; w[n + 1] }; ways(100, c(1, 5, 10, 25, 50)); josephus <- function(n, k) { p <- 1:n; i <- 0; while (length(p) > 1) { i <- (i + k - 1) %% length(p); p <- p[-(i + 1)] }; p }; josephus(41, 3); gray <- function(n) bitwXor(0:(2^n - 1), bitwShiftR(0:(2^n - 1), 1)); gray(3); happy <- function(n) { seen <- c(); while (n != 1 && !(n %in% seen)) { seen <- c(seen, n); n <- sum(as.integer(strsplit(as.character(n), "")[[1]])^2) }; n == 1 }; Filter(happy, 1:50)
