# Regression contest on mtcars and swiss: lm, svm, nnet with cross validation
library(e1071)
library(nnet)
rmse <- function(a, b) sqrt(mean((a - b)^2))
mae <- function(a, b) mean(abs(a - b))
cv_rmse <- function(form, data, K = 5, seed = 1) {
  set.seed(seed)
  fold <- sample(rep(1:K, length.out = nrow(data)))
  resp <- all.vars(form)[1]
  out <- matrix(NA, K, 3, dimnames = list(paste("fold", 1:K), c("lm", "svm", "nnet")))
  for (k in 1:K) {
    tr <- data[fold != k, ]; te <- data[fold == k, ]
    out[k, "lm"] <- rmse(predict(lm(form, tr), te), te[[resp]])
    out[k, "svm"] <- rmse(predict(svm(form, tr), te), te[[resp]])
    nn <- nnet(form, tr, size = 2, decay = 0.1, linout = TRUE, trace = FALSE, maxit = 300)
    out[k, "nnet"] <- rmse(predict(nn, te), te[[resp]])
  }
  out
}
sw <- as.data.frame(scale(swiss))
r <- cv_rmse(Fertility ~ ., sw)
r
colMeans(r)
round(rbind(mean = colMeans(r), sd = apply(r, 2, sd)), 4)
r2 <- cv_rmse(mpg ~ wt + hp + qsec, as.data.frame(scale(mtcars)), K = 4, seed = 9)
print(round(r2, 3))
names(sort(colMeans(r2)))[1]
m <- lm(Fertility ~ ., data = swiss)
summary(m)
s <- svm(Fertility ~ ., data = swiss, kernel = "linear", cost = 1, epsilon = 0.1)
w <- t(s$coefs) %*% s$SV
round(w, 4)
b <- -s$rho
# linear kernel predictions by hand
z <- scale(swiss[, -1], s$x.scale[[1]], s$x.scale[[2]])
hand <- (z %*% t(w) + b) * s$y.scale[[2]] + s$y.scale[[1]]
all.equal(as.vector(hand), unname(predict(s, swiss)))
head(cbind(svm = predict(s, swiss), lm = fitted(m), true = swiss$Fertility))
cor(cbind(svm = fitted(s), lm = fitted(m), y = swiss$Fertility))
mae(fitted(s), swiss$Fertility); mae(fitted(m), swiss$Fertility)
1 - sum(residuals(s)^2) / sum((swiss$Fertility - mean(swiss$Fertility))^2)
s
range(residuals(s))
swiss[abs(residuals(s)) > 12, c("Fertility", "Education")]
