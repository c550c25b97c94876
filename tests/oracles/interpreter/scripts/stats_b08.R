# Multivariate exercise: PCA, clustering, LDA with confusion tables and validation
pc <- prcomp(iris[, -5], scale = TRUE); pc; summary(pc)$importance; pc$rotation[, 1:2]; head(pc$x[, 1:2], 3); pc$center; pc$scale; pc$sdev^2; screeplot(pc, type = "lines"); biplot(pc)
round(cumsum(pc$sdev^2 / sum(pc$sdev^2)), 3); sum(pc$sdev^2 > 1); ev <- eigen(cor(iris[, -5])); ev$values; round(abs(ev$vectors) - abs(unname(pc$rotation)), 8)
scores <- data.frame(pc$x[, 1:2], Species = iris$Species); aggregate(. ~ Species, scores, mean); tapply(scores$PC1, scores$Species, range)
plot(scores$PC1, scores$PC2, col = scores$Species, pch = 19); legend("topright", levels(iris$Species), col = 1:3, pch = 19)
set.seed(20); km <- kmeans(iris[, 3:4], 3, nstart = 20); km; table(km$cluster, iris$Species); km$centers; km$withinss; km$tot.withinss; km$betweenss / km$totss; str(km$size)
hc <- hclust(dist(iris[, 3:4]), method = "average"); cl <- cutree(hc, 3); table(cl, iris$Species); hc$method; hc; tail(hc$height, 3); plot(hc); table(cutree(hc, h = 1.5))
comp <- hclust(dist(scale(mtcars)), "complete"); cutree(comp, 4)[1:6]; table(cutree(comp, 4), mtcars$cyl); rownames(mtcars)[cutree(comp, 4) == 3]
library(MASS); set.seed(3); tr <- sample(150, 100); l <- lda(Species ~ ., data = iris, subset = tr); l; pl <- predict(l, iris[-tr, ]); names(pl); table(pl$class, iris$Species[-tr]); mean(pl$class != iris$Species[-tr]); round(head(pl$posterior, 3), 4); l$counts; l$prior; l$means; plot(l)
q <- qda(Species ~ ., iris, subset = tr); mean(predict(q, iris[-tr, ])$class == iris$Species[-tr])
library(class); k <- knn(iris[tr, 1:4], iris[-tr, 1:4], iris$Species[tr], k = 3); table(k, iris$Species[-tr]); errs <- sapply(1:5, function(k) mean(knn(iris[tr, 1:4], iris[-tr, 1:4], iris$Species[tr], k = k) != iris$Species[-tr])); round(errs, 3); cv <- knn.cv(iris[, 1:4], iris$Species, k = 5); mean(cv == iris$Species)
library(nnet); set.seed(4); mn <- multinom(Species ~ Petal.Length + Petal.Width, iris, trace = FALSE, maxit = 50); round(deviance(mn), 1); table(predict(mn), iris$Species)
library(e1071); nb <- naiveBayes(Species ~ ., iris[tr, ]); table(predict(nb, iris[-tr, ]), iris$Species[-tr]); nb$apriori; nb$tables$Petal.Width
sv <- svm(Species ~ ., iris, subset = tr); sv; table(pred = predict(sv, iris[-tr, ]), true = iris$Species[-tr]); sv$nSV
D <- as.matrix(dist(iris[1:4, 1:4])); round(D, 3); d <- dist(iris[1:4, 1:4], "maximum"); d; cm <- cmdscale(dist(USArrests[1:5, ])); round(abs(cm), 2); mahalanobis(c(5, 3), c(5.8, 3), diag(2)); cov(iris[, 1:2]); cov2cor(cov(iris[, 1:2])); det(cov(iris[, 1:4])); var(iris$Sepal.Length, iris$Petal.Length)
colMeans(iris[, 1:4]); apply(iris[, 1:4], 2, sd); round(scale(iris[1:3, 1:4], center = TRUE, scale = FALSE), 3); sweep(as.matrix(iris[1:2, 1:4]), 2, colMeans(iris[, 1:4])); crossprod(as.matrix(iris[, 1:2])) / 149
princomp(iris[, 1:4])$sdev; summary(princomp(USArrests, cor = TRUE)); unclass(loadings(princomp(USArrests, cor = TRUE)))[, 1]
