# Clustering: kmeans and hclust
data(iris)
set.seed(20)
irisCluster <- kmeans(iris[, 3:4], 3, nstart = 20)
irisCluster
table(irisCluster$cluster, iris$Species)
wss <- sapply(1:6, function(k) kmeans(scale(iris[, 1:4]), k, nstart = 10)$tot.withinss)
round(wss, 2)
plot(1:6, wss, type = "b", pch = 19)
d <- dist(scale(iris[, -5]), method = "euclidean")
hc <- hclust(d, method = "ward.D2")
hc
plot(hc, labels = FALSE)
rect.hclust(hc, k = 3)
groups <- cutree(hc, k = 3)
table(groups)
table(groups, iris$Species)
aggregate(iris[, 1:4], by = list(cluster = groups), FUN = mean)
methods <- c("single", "complete", "average")
for (m in methods) {
  g <- cutree(hclust(d, m), 3)
  cat(m, ":", table(g), "\n")
}
swiss_hc <- hclust(dist(swiss), "complete")
head(swiss_hc$merge)
round(head(swiss_hc$height), 3)
rownames(swiss)[swiss_hc$order][1:5]
sapply(split(swiss, cutree(swiss_hc, 3)), colMeans)
