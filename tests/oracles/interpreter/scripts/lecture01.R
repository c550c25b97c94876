# k-nearest neighbours by hand on iris
data(iris)
normalize <- function(x) {
  return((x - min(x)) / (max(x) - min(x)))
}
iris_norm <- as.data.frame(lapply(iris[1:4], normalize))
summary(iris_norm)
set.seed(123)
idx <- sample(1:nrow(iris_norm), 0.7 * nrow(iris_norm))
train <- iris_norm[idx, ]
test <- iris_norm[-idx, ]
train_labels <- iris[idx, 5]
test_labels <- iris[-idx, 5]

knn_predict <- function(train, labels, point, k = 3) {
  d <- sqrt(rowSums(sweep(as.matrix(train), 2, as.numeric(point))^2))
  nn <- order(d)[1:k]
  votes <- table(labels[nn])
  names(votes)[which.max(votes)]
}
for (k in c(1, 3, 5, 7, 9)) {
  p <- apply(test, 1, function(r) knn_predict(train, train_labels, r, k))
  cat("k =", k, " accuracy =", mean(p == test_labels), "\n")
}
pred <- factor(p, levels = levels(iris$Species))
cm <- table(Predicted = pred, Actual = test_labels)
print(cm)
round(prop.table(cm, 1), 3)
precision <- diag(cm) / rowSums(cm)
recall <- diag(cm) / colSums(cm)
f1 <- 2 * precision * recall / (precision + recall)
data.frame(precision, recall, f1)
str(pred)
library(gmodels)
CrossTable(x = test_labels, y = pred, prop.chisq = FALSE)
