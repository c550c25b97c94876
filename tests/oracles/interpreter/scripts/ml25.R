# Fuzzy clustering and bagged clustering
library(e1071)
set.seed(11)
x <- rbind(matrix(rnorm(60, sd = 0.3), ncol = 2),
           matrix(rnorm(60, mean = 1, sd = 0.3), ncol = 2))
cl <- cmeans(x, 2, 20, verbose = TRUE, method = "cmeans", m = 2)
print(cl)
cl$centers
round(head(cl$membership), 3)
cl$size
cl$withinerror
table(cl$cluster, rep(1:2, each = 30))
plot(x, col = cl$cluster)
points(cl$centers, col = 1:2, pch = 8, cex = 2)
set.seed(2)
ci <- cmeans(iris[, 1:4], 3, m = 2)
ci$size
round(ci$centers, 3)
table(ci$cluster, iris$Species)
fclustIndex(ci, as.matrix(iris[, 1:4]), index = "partition.coefficient")
round(fclustIndex(ci, as.matrix(iris[, 1:4]), index = "xie.beni"), 4)
set.seed(4)
cu <- cmeans(x, 2, 20, method = "ufcl", m = 2)
cu$size
round(cu$centers, 3)
set.seed(10)
bc1 <- bclust(iris[, 1:4], 3, base.centers = 5, verbose = FALSE)
table(clusters.bclust(bc1, 3))
bc1
round(centers.bclust(bc1, 3), 2)
table(bc1$cluster, iris$Species)
set.seed(3)
lapply(split(as.data.frame(x), cl$cluster), colMeans)
