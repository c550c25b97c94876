# Sets, sorting algorithms, matrices as games
A <- c(1, 3, 5, 7); B <- c(3, 4, 5, 6)
union(A, B); intersect(A, B); setdiff(A, B); is.element(3, A); setequal(A, rev(A)); unique(c(A, B)); A %in% B; all(A %in% B)
quicksort <- function(v) if (length(v) <= 1) v else { p <- v[1]; r <- v[-1]; c(quicksort(r[r < p]), p, quicksort(r[r >= p])) }
quicksort(c(3, 6, 1, 8, 2, 9, 2))
mergesort <- function(v) { if (length(v) < 2) return(v); m <- length(v) %/% 2; a <- mergesort(v[1:m]); b <- mergesort(v[(m + 1):length(v)]); r <- numeric(0); while (length(a) && length(b)) if (a[1] <= b[1]) { r <- c(r, a[1]); a <- a[-1] } else { r <- c(r, b[1]); b <- b[-1] }; c(r, a, b) }
mergesort(c(38, 27, 43, 3, 9, 82, 10))
insertion <- function(v) { for (i in 2:length(v)) { key <- v[i]; j <- i - 1; while (j > 0 && v[j] > key) { v[j + 1] <- v[j]; j <- j - 1 }; v[j + 1] <- key }; v }
insertion(c(5, 2, 4, 6, 1, 3))
board <- matrix("-", 3, 3); board[2, 2] <- "X"; board[1, 3] <- "O"; board; print(board, quote = FALSE)
wins <- function(b, p) any(apply(b == p, 1, all), apply(b == p, 2, all), all(diag(b) == p), all(diag(b[, 3:1]) == p)); wins(board, "X")
life <- matrix(0, 5, 5); life[3, 2:4] <- 1
step_life <- function(m) { n <- nrow(m); new <- m; for (i in 1:n) for (j in 1:n) { nb <- 0; for (a in -1:1) for (b in -1:1) if (!(a == 0 && b == 0)) { x <- i + a; y <- j + b; if (x >= 1 && x <= n && y >= 1 && y <= n) nb <- nb + m[x, y] }; new[i, j] <- as.integer(nb == 3 || (m[i, j] == 1 && nb == 2)) }; new }
life; step_life(life)
magic <- matrix(c(2, 7, 6, 9, 5, 1, 4, 3, 8), 3, byrow = TRUE); rowSums(magic); colSums(magic); sum(diag(magic))
pascal <- lapply(0:5, function(n) choose(n, 0:n)); for (r in pascal) cat(formatC(r, width = 3), "\n")
tri <- outer(1:5, 1:5, function(i, j) ifelse(j <= i, "*", " ")); for (i in 1:5) cat(tri[i, ], "\n")
fizz <- sapply(1:15, function(i) if (i %% 15 == 0) "FizzBuzz" else if (i %% 3 == 0) "Fizz" else if (i %% 5 == 0) "Buzz" else as.character(i)); fizz
to_binary <- function(n) { r <- c(); while (n > 0) { r <- c(n %% 2, r); n <- n %/% 2 }; paste(r, collapse = "") }; sapply(c(5, 10, 255), to_binary)
roman <- function(n) { v <- c(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1); s <- c("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"); out <- ""; for (i in seq_along(v)) while (n >= v[i]) { out <- paste0(out, s[i]); n <- n - v[i] }; out }; sapply(c(4, 9, 1994, 2024), roman)
as.roman(c(4, 9, 1994))
matpow <- function(M, k) { R <- diag(nrow(M)); while (k > 0) { if (k %% 2 == 1) R <- R %*% M; M <- M %*% M; k <- k %/% 2 }; R }; matpow(matrix(c(1, 1, 1, 0), 2), 10)
is_prime <- function(n) n > 1 && (n < 4 || all(n %% 2:floor(sqrt(n)) != 0)); Filter(is_prime, 1:30)
d <- c(3, 1, 2); sort(d); sort(d, decreasing = TRUE); order(d); rev(d); rank(d); d[order(-d)]
s <- list(b = 2, a = 1); s[order(names(s))]
x <- c(5, 3, NA, 1); sort(x); sort(x, na.last = TRUE); order(x); mean(x, na.rm = TRUE); which(is.na(x)); x[!is.na(x)]; sum(is.na(x)); cumsum(x); max(x, na.rm = TRUE)
dist_m <- as.matrix(dist(matrix(c(0, 0, 3, 4, 6, 8), 3, byrow = TRUE))); dist_m
floyd <- function(D) { n <- nrow(D); for (k in 1:n) for (i in 1:n) for (j in 1:n) D[i, j] <- min(D[i, j], D[i, k] + D[k, j]); D }; floyd(matrix(c(0, 3, Inf, 7, 8, 0, 2, Inf, 5, Inf, 0, 1, 2, Inf, Inf, 0), 4, byrow = TRUE))
mode_of <- function(v) { u <- unique(v); u[which.max(tabulate(match(v, u)))] }; mode_of(c("a", "b", "b")); table(c(1, 2, 2, 3, 3, 3))[["3"]]
tail(sort(table(strsplit("mississippi", "")[[1]])), 2); rle(strsplit("aaabbc", "")[[1]]); paste0(rle(c(1, 1, 2))$values, "x", rle(c(1, 1, 2))$lengths)
