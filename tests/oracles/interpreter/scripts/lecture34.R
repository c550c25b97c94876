# clustering swiss and USArrests, PCA
data(USArrests)
summary(USArrests)
apply(USArrests, 2, var)
pr.out <- prcomp(USArrests, scale = TRUE)
names(pr.out)
pr.out$center
pr.out$rotation
pr.var <- pr.out$sdev^2
pve <- pr.var / sum(pr.var)
pve
cumsum(pve)
set.seed(2)
x <- matrix(rnorm(50 * 2), ncol = 2)
x[1:25, 1] <- x[1:25, 1] + 3
x[1:25, 2] <- x[1:25, 2] - 4
km.out <- kmeans(x, 2, nstart = 20)
km.out$cluster
km.out
hc.complete <- hclust(dist(x), method = "complete")
cutree(hc.complete, 2)
xsc <- scale(x)
table(cutree(hclust(dist(xsc), "complete"), 4))
dd <- as.dist(1 - cor(t(matrix(rnorm(30 * 3), ncol = 3))))
hclust(dd)
sort(cutree(hclust(dist(USArrests)), 3))[1:10]
aggregate(USArrests, list(cl = cutree(hclust(dist(scale(USArrests))), 4)), mean)
km <- kmeans(cars, 3)
str(km)
km$centers
fitted(km)[1:2, ]
order(km$size)
d <- dist(cars[1:5, ])
round(as.matrix(d), 2)
