# Simulations
set.seed(42)
walk <- cumsum(sample(c(-1, 1), 20, replace = TRUE))
walk
range(walk); which(walk == 0)
life <- function(m) {
  n <- nrow(m); k <- ncol(m)
  new <- m
  for (i in 1:n) for (j in 1:k) {
    rows <- max(1, i - 1):min(n, i + 1); cols <- max(1, j - 1):min(k, j + 1)
    alive <- sum(m[rows, cols]) - m[i, j]
    new[i, j] <- as.integer(alive == 3 || (m[i, j] == 1 && alive == 2))
  }
  new
}
show <- function(m) { for (i in seq_len(nrow(m))) cat(ifelse(m[i, ] == 1, "#", "."), "\n", sep = "") }
g <- matrix(0L, 5, 5); g[3, 2:4] <- 1L
show(g); cat("\n"); g <- life(g); show(g); cat("\n"); g <- life(g); show(g)
set.seed(1)
dice <- sample(1:6, 100, replace = TRUE)
table(dice)
hist_text <- function(x) { t <- table(x); for (n in names(t)) cat(sprintf("%2s | %s\n", n, paste(rep("*", t[[n]]), collapse = ""))) }
hist_text(dice)
mean(dice); sd(dice); summary(dice)
set.seed(123)
n <- 10000; pts <- matrix(runif(2 * n), ncol = 2); 4 * mean(rowSums(pts^2) <= 1)
coin <- function() { flips <- 0; heads <- 0; while (heads < 3) { flips <- flips + 1; if (runif(1) < 0.5) heads <- heads + 1 else heads <- 0 }; flips }
res <- replicate(200, coin()); mean(res); quantile(res, c(.1, .5, .9))
birthday <- function(k) mean(replicate(500, any(duplicated(sample(365, k, TRUE)))))
sapply(c(10, 23, 40), birthday)
set.seed(7); deck <- paste0(rep(c("A", 2:10, "J", "Q", "K"), 4), rep(c("H", "D", "C", "S"), each = 13)); length(deck); hand <- sample(deck, 5); hand; setdiff(deck[1:5], hand)
set.seed(99); x <- rnorm(50, 100, 15); stem(x); round(t.test(x, mu = 100)$p.value, 4); cut_t <- table(cut(x, breaks = seq(50, 150, 25))); cut_t
monty <- function(switch) { car <- sample(3, 1); pick <- sample(3, 1); if (switch) pick != car else pick == car }
set.seed(10); c(stay = mean(replicate(1000, monty(FALSE))), switch = mean(replicate(1000, monty(TRUE))))
P <- matrix(c(.9, .1, .5, .5), 2, byrow = TRUE, dimnames = list(c("sun", "rain"), c("sun", "rain"))); state <- "sun"; set.seed(3); chain <- character(15); for (i in 1:15) { chain[i] <- state; state <- sample(colnames(P), 1, prob = P[state, ]) }; chain; table(chain[-15], chain[-1]); p0 <- c(1, 0); for (i in 1:50) p0 <- p0 %*% P; p0
set.seed(5); m <- matrix(sample(1:9, 9), 3); m; m[order(m[, 1]), ]; sample(5); sample(c("x", "y"), 5, replace = TRUE, prob = c(.8, .2)); rbinom(5, 10, .5); round(rexp(3, 2), 4); rpois(6, 3); round(rnorm(3), 3); sample(10, 3); sample.int(100, 4); runif(2, 5, 10)
bubble <- function(v) { n <- length(v); swaps <- 0; repeat { swapped <- FALSE; for (i in seq_len(n - 1)) if (v[i] > v[i + 1]) { tmp <- v[i]; v[i] <- v[i + 1]; v[i + 1] <- tmp; swapped <- TRUE; swaps <- swaps + 1 }; if (!swapped) break }; attr(v, "swaps") <- swaps; v }
bubble(c(5, 2, 9, 1))
system.time(for (i in 1:10) i)[["elapsed"]] >= 0
