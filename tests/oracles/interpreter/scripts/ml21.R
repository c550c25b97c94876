# kmeans by hand and with stats::kmeans
my_kmeans <- function(x, centers, iter.max = 100) {
  x <- as.matrix(x)
  k <- nrow(centers)
  for (it in seq_len(iter.max)) {
    d <- sapply(1:k, function(j) rowSums(sweep(x, 2, centers[j, ])^2))
    cl <- max.col(-d, ties.method = "first")
    new <- t(sapply(1:k, function(j) colMeans(x[cl == j, , drop = FALSE])))
    if (all(abs(new - centers) < 1e-9)) break
    centers <- new
  }
  wss <- sapply(1:k, function(j) sum(d[cl == j, j]))
  list(cluster = cl, centers = centers, withinss = wss, iter = it)
}
x <- iris[, 1:4]
set.seed(20)
start <- as.matrix(x[sample(150, 3), ])
start
km <- my_kmeans(x, start)
km$iter
km$centers
table(km$cluster, iris$Species)
km$withinss
set.seed(20)
k2 <- kmeans(x, start)
k2
all.equal(unname(km$centers), unname(k2$centers))
set.seed(123)
k3 <- kmeans(x, centers = 3, nstart = 25)
k3$size
k3$tot.withinss
k3$betweenss / k3$totss
wss <- sapply(1:6, function(k) { set.seed(1); kmeans(x, k, nstart = 10)$tot.withinss })
round(wss, 2)
plot(1:6, wss, type = "b")
fitted(k3)[1:3, ]
aggregate(x, by = list(cluster = k3$cluster), mean)
tab <- table(iris$Species, k3$cluster)
tab
library(e1071)
matchClasses(tab)
matchClasses(as.matrix(tab), method = "exact")
compareMatchedClasses(iris$Species, k3$cluster, method = "exact")$diag
classAgreement(tab)
hc <- hclust(dist(scale(x)), method = "ward.D2")
hc
cl <- cutree(hc, k = 3)
table(cl, iris$Species)
round(prop.table(table(cl, iris$Species), 1), 2)
