# Matrix factorisation and recommender by gradient descent; sparse ratings
set.seed(8)
ratings <- data.frame(user = rep(paste0("u", 1:6), each = 5), item = rep(LETTERS[1:5], 6),
                      r = sample(c(1:5, NA), 30, replace = TRUE))
head(ratings)
R <- xtabs(r ~ user + item, ratings, addNA = FALSE)
R
M <- matrix(ratings$r, 6, 5, byrow = TRUE, dimnames = list(unique(ratings$user), LETTERS[1:5]))
M
sum(is.na(M))
round(colMeans(M, na.rm = TRUE), 2)
mu <- mean(M, na.rm = TRUE)
k <- 2
P <- matrix(rnorm(6 * k, sd = .1), 6); Q <- matrix(rnorm(5 * k, sd = .1), 5)
obs <- which(!is.na(M), arr.ind = TRUE)
head(obs)
rmse <- function() sqrt(mean((M - mu - P %*% t(Q))^2, na.rm = TRUE))
hist_rmse <- rmse()
for (epoch in 1:200) {
  for (s in sample(nrow(obs))) {
    i <- obs[s, 1]; j <- obs[s, 2]
    e <- M[i, j] - mu - sum(P[i, ] * Q[j, ])
    P[i, ] <- P[i, ] + 0.05 * (e * Q[j, ] - 0.02 * P[i, ])
    Q[j, ] <- Q[j, ] + 0.05 * (e * P[i, ] - 0.02 * Q[j, ])
  }
  hist_rmse[epoch + 1] <- rmse()
}
round(hist_rmse[c(1, 51, 101, 201)], 4)
pred <- round(mu + P %*% t(Q), 2)
dimnames(pred) <- dimnames(M)
pred
reco <- sapply(rownames(M), function(u) { un <- which(is.na(M[u, ])); if (length(un)) names(un)[which.max(pred[u, un])] else NA })
reco
cosine <- function(x, y) { ok <- !is.na(x) & !is.na(y); sum(x[ok] * y[ok]) / sqrt(sum(x[ok]^2) * sum(y[ok]^2)) }
S <- matrix(NA, 6, 6, dimnames = list(rownames(M), rownames(M)))
for (a in 1:6) for (b in 1:6) S[a, b] <- cosine(M[a, ], M[b, ])
print(S, digits = 3)
cor(t(M), use = "pairwise.complete.obs")[1:2, ]
s <- svd(ifelse(is.na(M), mu, M))
round(s$d, 3)
approx2 <- s$u[, 1:2] %*% diag(s$d[1:2]) %*% t(s$v[, 1:2])
round(approx2, 2)
heatmap(ifelse(is.na(M), mu, M))
apply(M, 1, function(x) paste(names(sort(x, decreasing = TRUE))[1:2], collapse = ">"))
