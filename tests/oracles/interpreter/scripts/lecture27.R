# Bootstrap, bagging of stumps, and a hand-made decision stump
library(MASS)
set.seed(8)
d <- Boston[, c("medv", "lstat", "rm")]
boot.fn <- function(data, index) coef(lm(medv ~ lstat, data = data, subset = index))
boot.fn(d, 1:392)
B <- 200
bs <- t(replicate(B, boot.fn(d, sample(nrow(d), replace = TRUE))))
dim(bs)
apply(bs, 2, sd)
summary(lm(medv ~ lstat, d))$coef
apply(bs, 2, quantile, probs = c(0.025, 0.975))
stump <- function(x, y) {
  cuts <- quantile(x, seq(0.1, 0.9, 0.1))
  sse <- sapply(cuts, function(s) {
    l <- y[x <= s]; r <- y[x > s]
    sum((l - mean(l))^2) + sum((r - mean(r))^2)
  })
  s <- cuts[[which.min(sse)]]
  structure(list(cut = s, left = mean(y[x <= s]), right = mean(y[x > s]), sse = sse), class = "stump")
}
print.stump <- function(x, ...) {
  cat("Stump: cut at", x$cut, "\n")
  cat("  left :", format(x$left, digits = 4), "\n  right:", format(x$right, digits = 4), "\n")
  invisible(x)
}
predict.stump <- function(object, newx, ...) ifelse(newx <= object$cut, object$left, object$right)
s <- stump(d$lstat, d$medv)
s
round(s$sse)
bag <- lapply(1:25, function(b) { i <- sample(nrow(d), replace = TRUE); stump(d$lstat[i], d$medv[i]) })
table(sapply(bag, `[[`, "cut"))
p <- rowMeans(sapply(bag, predict, newx = d$lstat))
c(single = mean((d$medv - predict(s, d$lstat))^2), bagged = mean((d$medv - p)^2))
summary(p)
stem(sapply(bag, function(b) b$left))
unclass(s)
