# iris
dim(iris); levels(iris$Species); table(iris$Species)
summary(iris)
str(iris)
iris[sample(1, 1), ]
tail(iris)
set.seed(10); iris[sort(sample(nrow(iris), 5)), ]
colMeans(iris[, -5]); round(sapply(iris[-5], var), 4)
aggregate(iris[, 1:4], by = list(Species = iris$Species), FUN = mean)
aggregate(. ~ Species, iris, function(x) c(mean = mean(x), sd = sd(x)))
by(iris[1:4], iris$Species, summary)
by(iris[1:4], iris$Species, cor)
tapply(iris$Petal.Length, iris$Species, quantile, probs = c(0.1, 0.9))
sapply(levels(iris$Species), function(s) mean(iris$Sepal.Length[iris$Species == s]))
iris2 <- transform(iris, Sepal.Area = Sepal.Length * Sepal.Width, Species = toupper(substr(Species, 1, 3)))
head(iris2, 4)
table(iris2$Species, cut(iris2$Sepal.Area, c(0, 15, 20, 30)))
iris$Size <- ifelse(iris$Petal.Length < 2, "small", ifelse(iris$Petal.Length < 5, "medium", "large"))
table(iris$Species, iris$Size)
prop.table(table(iris$Species, iris$Size), 1)
iris$Size <- factor(iris$Size, levels = c("small", "medium", "large"))
xtabs(~ Size + Species, iris)
subset(iris, Sepal.Length > 7.5, select = -Size)
subset(iris, Species == "setosa" & Sepal.Width >= 4)[, 1:2]
iris[iris$Petal.Width == max(iris$Petal.Width), "Species"]
with(iris, cor(Sepal.Length, Petal.Length))
sapply(split(iris, iris$Species), function(d) round(cor(d$Sepal.Length, d$Sepal.Width), 3))
stack(lapply(split(iris$Sepal.Length, iris$Species), mean))
iris3[1:2, , "Setosa"]; dim(iris3); dimnames(iris3)[[3]]
apply(iris3, c(2, 3), mean)
long <- reshape(iris[c(1, 51, 101), 1:5], direction = "long", varying = list(names(iris)[1:4]), v.names = "cm", timevar = "part", times = names(iris)[1:4], idvar = "Species")
long
row.names(long) <- NULL; long[1:4, ]
quantile(iris$Sepal.Length, c(0.333, 0.667)); sum(duplicated(iris[, 1:5])); iris[duplicated(iris[, 1:5]), 1:5]
iris[order(iris$Species, -iris$Sepal.Length), ][c(1:2, 51:52), 1:5]
anyNA(iris); nrow(unique(iris[5])); rev(names(iris)); is.na(iris$Size)[1:3]
boxplot.stats(iris$Sepal.Width)$out; scale(iris[1:3, 1:4])
plot(iris$Sepal.Length, iris$Petal.Length, col = iris$Species, pch = 19); legend("topleft", levels(iris$Species), col = 1:3, pch = 19); pairs(iris[1:4])
