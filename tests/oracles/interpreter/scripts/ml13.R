# k nearest neighbours by hand, k chosen by leave-one-out
euclid <- function(a, b) sqrt(sum((a - b)^2))
knn_predict <- function(train, labels, test, k) {
  out <- character(nrow(test))
  for (i in seq_len(nrow(test))) {
    d <- apply(train, 1, euclid, b = test[i, ])
    nn <- order(d)[seq_len(k)]
    votes <- table(labels[nn])
    out[i] <- names(votes)[which.max(votes)]
  }
  factor(out, levels = levels(labels))
}
normalise <- function(x) (x - min(x)) / (max(x) - min(x))
iris_n <- as.data.frame(lapply(iris[1:4], normalise))
summary(iris_n)
set.seed(1234)
ind <- sample(2, nrow(iris), replace = TRUE, prob = c(0.67, 0.33))
table(ind)
train <- as.matrix(iris_n[ind == 1, ])
test <- as.matrix(iris_n[ind == 2, ])
train_labels <- iris[ind == 1, 5]
test_labels <- iris[ind == 2, 5]
p3 <- knn_predict(train, train_labels, test, 3)
table(p3, test_labels)
data.frame(predicted = p3, actual = test_labels)[p3 != test_labels, ]
library(class)
p3c <- knn(train, test, cl = train_labels, k = 3)
mean(p3 == p3c)
ks <- seq(1, 15, by = 2)
loo <- sapply(ks, function(k) mean(knn.cv(train, train_labels, k = k) == train_labels))
names(loo) <- paste0("k=", ks)
round(loo, 4)
acc <- vapply(ks, function(k) mean(knn_predict(train, train_labels, test, k) == test_labels), numeric(1))
rbind(k = ks, accuracy = round(acc, 3))
best_k <- ks[which.max(acc)]
cat("Best k is", best_k, "with accuracy", format(max(acc), digits = 3), "\n")
plot(ks, acc, type = "b", xlab = "k", ylab = "accuracy")
# a distance matrix for five flowers
D <- as.matrix(dist(iris[c(1, 51, 101, 2, 52), 1:4]))
round(D, 2)
dist(iris[1:4, 1:4], method = "manhattan")
apply(D + diag(Inf, 5), 1, which.min)
