# Games: tic-tac-toe, hangman, cards, bingo
set.seed(99)
suits <- c("Hearts", "Spades"); ranks <- c("A", 2:4, "K")
deck <- expand.grid(rank = ranks, suit = suits, stringsAsFactors = FALSE)
deck; nrow(deck); str(deck)
shuffled <- deck[sample(nrow(deck)), ]; head(shuffled, 3); rownames(shuffled) <- NULL; tail(shuffled, 2)
hand <- shuffled[1:3, ]; with(hand, paste(rank, "of", suit)); value <- c(A = 11, "2" = 2, "3" = 3, "4" = 4, K = 10); sum(value[hand$rank]); value[hand$rank]
board <- matrix(" ", 3, 3)
show_board <- function(b) { for (i in 1:3) { cat(" ", paste(b[i, ], collapse = " | "), "\n"); if (i < 3) cat(" ---+---+---\n") } }
winner <- function(b) { for (p in c("X", "O")) { m <- b == p; if (any(rowSums(m) == 3) || any(colSums(m) == 3) || all(diag(m)) || all(m[cbind(1:3, 3:1)])) return(p) }; NULL }
players <- c("X", "O"); turn <- 1
while (is.null(winner(board)) && any(board == " ")) { free <- which(board == " "); pick <- free[sample.int(length(free), 1)]; board[pick] <- players[turn]; turn <- 3 - turn }
show_board(board); w <- winner(board); if (is.null(w)) cat("draw\n") else cat("winner:", w, "\n")
board
secret <- "statistics"; guessed <- c("s", "t", "q", "a"); mask <- strsplit(secret, "")[[1]]; mask[!mask %in% guessed] <- "_"; cat(mask, "\n"); cat("Wrong guesses:", sum(!guessed %in% strsplit(secret, "")[[1]]), "\n")
bingo <- sapply(0:4, function(k) sample(k * 15 + 1:15, 5)); colnames(bingo) <- strsplit("BINGO", "")[[1]]; bingo[3, 3] <- 0; bingo
dice <- replicate(3, sample(6, 2, TRUE)); dice; colSums(dice); outer(1:6, 1:6, "+"); table(outer(1:6, 1:6, "+")); round(table(outer(1:6, 1:6, "+")) / 36, 3); MASS::fractions(table(outer(1:6, 1:6, "+")) / 36)
rps <- function(a, b) { if (a == b) return("tie"); beats <- c(rock = "scissors", paper = "rock", scissors = "paper"); if (beats[[a]] == b) "first" else "second" }
rps("rock", "paper"); rps("paper", "rock"); rps("rock", "rock"); g <- sample(c("rock", "paper", "scissors"), 6, TRUE); h <- sample(c("rock", "paper", "scissors"), 6, TRUE); table(mapply(rps, g, h)); data.frame(g, h, result = mapply(rps, g, h)); unname(mapply(rps, g, h))
guess <- function(target, lo = 1, hi = 100) { n <- 0; repeat { n <- n + 1; mid <- (lo + hi) %/% 2; cat("Guess", n, ":", mid, "\n"); if (mid == target) return(n); if (mid < target) lo <- mid + 1 else hi <- mid - 1 } }
tries <- guess(37); tries
roman <- function(n) { v <- c(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1); s <- c("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"); out <- ""; for (i in seq_along(v)) while (n >= v[i]) { out <- paste0(out, s[i]); n <- n - v[i] }; out }
roman(1994); as.character(as.roman(1994)); as.roman("XIV") + 1L; as.integer(as.roman("MMXXIV"))
life <- function(m) { n <- nrow(m); nb <- matrix(0, n, n); for (i in 1:n) for (j in 1:n) nb[i, j] <- sum(m[max(1, i - 1):min(n, i + 1), max(1, j - 1):min(n, j + 1)]) - m[i, j]; 1 * (nb == 3 | (m == 1 & nb == 2)) }
gl <- matrix(0, 5, 5); gl[3, 2:4] <- 1; gl; life(gl); cat(apply(ifelse(life(gl) == 1, "#", "."), 1, paste, collapse = ""), sep = "\n")
queens <- function(n) { count <- 0; place <- function(row, cols) { if (row > n) { count <<- count + 1; return(invisible()) }; for (c in 1:n) if (!any(cols == c | abs(cols - c) == row - seq_along(cols))) place(row + 1, c(cols, c)) }; place(1, integer(0)); count }; queens(5); queens(6)
luhn <- function(x) { d <- as.integer(rev(strsplit(x, "")[[1]])); e <- seq(2, length(d), 2); d[e] <- d[e] * 2; d[d > 9] <- d[d > 9] - 9; sum(d) %% 10 == 0 }; luhn("4539578763621486"); luhn("79927398713")
magic <- matrix(c(2, 7, 6, 9, 5, 1, 4, 3, 8), 3, byrow = TRUE); rowSums(magic); colSums(magic); sum(diag(magic)); sum(diag(magic[, 3:1])); print(magic); change <- function(a, coins = c(25, 10, 5, 1)) { n <- integer(length(coins)); for (i in seq_along(coins)) { n[i] <- a %/% coins[i]; a <- a %% coins[i] }; setNames(n, coins) }; change(67); Sys.sleep(0); anagram <- function(a, b) identical(sort(strsplit(a, "")[[1]]), sort(strsplit(b, "")[[1]])); anagram("listen", "silent"); rle(strsplit("aaabbc", "")[[1]]); r <- rle(strsplit("aaabbc", "")[[1]]); paste0(r$values, r$lengths, collapse = ""); inverse.rle(r); rev(1:3); sum(as.integer(strsplit(as.character(2^15), "")[[1]])); which(sapply(100:999, function(n) sum((n %/% c(100, 10, 1) %% 10)^3) == n)) + 99; Sys.Date() > as.Date("2024-01-01"); bitwXor(5L, 3L); rev(as.integer(intToBits(10))[1:8]); format(as.hexmode(255)); strtoi("1010", base = 2); chartr("ATCG", "TAGC", "GATTACA")
