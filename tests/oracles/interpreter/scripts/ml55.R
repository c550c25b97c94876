# Q-learning in a grid world and bandits: environments, while loops, matrices of policies
set.seed(2024)
states <- expand.grid(row = 1:3, col = 1:4)
nS <- nrow(states)
actions <- c("up", "down", "left", "right")
goal <- 12; trap <- 11; wall <- 5
step_env <- function(s, a) {
  r <- states$row[s]; c <- states$col[s]
  switch(a, up = r <- max(1, r - 1), down = r <- min(3, r + 1), left = c <- max(1, c - 1), right = c <- min(4, c + 1))
  s2 <- (c - 1) * 3 + r
  if (s2 == wall) s2 <- s
  list(state = s2, reward = if (s2 == goal) 1 else if (s2 == trap) -1 else -0.04, done = s2 %in% c(goal, trap))
}
Q <- matrix(0, nS, 4, dimnames = list(NULL, actions))
alpha <- 0.3; gamma <- 0.95; eps <- 0.2
steps <- integer(300)
for (ep in 1:300) {
  s <- 3
  n <- 0
  repeat {
    a <- if (runif(1) < eps) sample(4, 1) else which.max(Q[s, ])
    out <- step_env(s, actions[a])
    Q[s, a] <- Q[s, a] + alpha * (out$reward + gamma * (!out$done) * max(Q[out$state, ]) - Q[s, a])
    s <- out$state
    n <- n + 1
    if (out$done || n > 100) break
  }
  steps[ep] <- n
}
round(Q, 2)
policy <- actions[apply(Q, 1, which.max)]
grid <- matrix(substr(policy, 1, 1), 3, 4)
grid[c(goal, trap, wall)] <- c("G", "T", "#")
grid
write(t(grid), "", ncolumns = 4, sep = " ")
tapply(steps, cut(1:300, c(0, 50, 100, 200, 300)), mean)
summary(steps)
# bandit with environments
bandit <- function(p) {
  self <- new.env()
  self$n <- rep(0, length(p)); self$q <- rep(0, length(p))
  self$pull <- function(a) {
    r <- rbinom(1, 1, p[a])
    self$n[a] <- self$n[a] + 1
    self$q[a] <- self$q[a] + (r - self$q[a]) / self$n[a]
    r
  }
  self
}
b <- bandit(c(.2, .5, .75))
total <- 0
for (t in 1:500) {
  ucb <- ifelse(b$n == 0, Inf, b$q + sqrt(2 * log(t) / pmax(b$n, 1)))
  total <- total + b$pull(which.max(ucb))
}
b$n
round(b$q, 3)
total
ls(b)
thompson <- function(T, p) { a <- b <- rep(1, length(p)); for (t in seq_len(T)) { i <- which.max(rbeta(length(p), a, b)); r <- rbinom(1, 1, p[i]); a[i] <- a[i] + r; b[i] <- b[i] + 1 - r }; rbind(alpha = a, beta = b) }
thompson(200, c(.2, .5, .75))
# value iteration
V <- numeric(nS)
for (it in 1:100) {
  V2 <- sapply(1:nS, function(s) if (s %in% c(goal, trap)) 0 else max(sapply(actions, function(a) { o <- step_env(s, a); o$reward + gamma * (!o$done) * V[o$state] })))
  if (max(abs(V2 - V)) < 1e-10) break
  V <- V2
}
it
round(matrix(V, 3), 3)
