# Spam filter style: Sonar-like high dimensional data, comparing kernels with a results matrix
library(e1071)
set.seed(2718)
p <- 20; n <- 120
X <- matrix(rnorm(n * p), n, p)
colnames(X) <- sprintf("V%02d", 1:p)
beta <- c(2, -2, 1.5, rep(0, p - 3))
y <- factor(ifelse(X %*% beta + rnorm(n) > 0, "R", "M"))
df <- data.frame(X, Class = y)
str(df[, c(1:3, 21)])
table(df$Class)
folds <- sample(rep(1:5, length.out = n))
table(folds)
costs <- c(0.01, 0.1, 1, 10)
res <- matrix(NA, 5, length(costs), dimnames = list(paste0("fold", 1:5), paste0("C=", costs)))
for (k in 1:5) for (j in seq_along(costs)) {
  m <- svm(Class ~ ., df[folds != k, ], kernel = "linear", cost = costs[j])
  res[k, j] <- mean(predict(m, df[folds == k, ]) == df$Class[folds == k])
}
print(round(res, 3))
summary(res)
colMeans(res)
which.max(colMeans(res))
m <- svm(Class ~ ., df, kernel = "linear", cost = costs[which.max(colMeans(res))])
w <- drop(crossprod(m$coefs, m$SV))
imp <- sort(abs(w), decreasing = TRUE)
head(imp, 5)
barplot(imp[1:10], las = 2)
top <- names(imp)[1:3]
top
m3 <- svm(reformulate(top, "Class"), df, kernel = "linear")
m3$call
cat("All:", mean(fitted(m) == y), " top three:", mean(fitted(m3) == y), "\n")
tt <- t.test(res[, 3], res[, 1], paired = TRUE)
tt
stack(as.data.frame(res))[1:6, ]
long <- reshape(cbind(as.data.frame(res), fold = 1:5), direction = "long", varying = 1:4, v.names = "acc", timevar = "C", idvar = "fold")
head(long)
with(long, tapply(acc, C, max))
anova(lm(acc ~ factor(C), long))
