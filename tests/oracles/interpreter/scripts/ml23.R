# Principal components by hand and prcomp
X <- as.matrix(USArrests)
Z <- scale(X)
attributes(Z)$`scaled:center`
C <- cov(Z)
round(C, 3)
e <- eigen(C)
e
all.equal(C, cor(X))
scores <- Z %*% e$vectors
colnames(scores) <- paste0("PC", 1:4)
head(scores)
pve <- e$values / sum(e$values)
round(pve, 4)
cumsum(pve)
pr <- prcomp(USArrests, scale. = TRUE)
pr
summary(pr)
pr$sdev^2
s <- svd(Z)
s$d^2 / (nrow(Z) - 1)
round(abs(s$v) - abs(pr$rotation), 10)
biplot(pr, scale = 0)
screeplot(pr)
pc <- princomp(USArrests, cor = TRUE)
pc
summary(pc)
loadings(pc)
# reconstruct from two components
approx <- pr$x[, 1:2] %*% t(pr$rotation[, 1:2])
approx <- sweep(approx, 2, pr$scale, `*`)
approx <- sweep(approx, 2, pr$center, `+`)
head(round(approx, 1))
head(USArrests)
mean((as.matrix(USArrests) - approx)^2)
# new observation
predict(pr, data.frame(Murder = 10, Assault = 200, UrbanPop = 60, Rape = 20))
ir.pca <- prcomp(log(iris[, 1:4]), center = TRUE, scale. = TRUE)
print(ir.pca)
predict(ir.pca, newdata = log(tail(iris[, 1:4], 2)))
tapply(ir.pca$x[, 1], iris$Species, mean)
names(pr)
