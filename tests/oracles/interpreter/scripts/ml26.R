# LDA and QDA against SVM
library(MASS)
library(e1071)
Iris <- data.frame(rbind(iris3[,,1], iris3[,,2], iris3[,,3]), Sp = rep(c("s", "c", "v"), rep(50, 3)))
set.seed(8)
train <- sample(1:150, 75)
table(Iris$Sp[train])
z <- lda(Sp ~ ., Iris, prior = c(1, 1, 1) / 3, subset = train)
z
pz <- predict(z, Iris[-train, ])
names(pz)
pz$class
head(round(pz$posterior, 4))
head(pz$x)
z$svd
z$scaling
z1 <- update(z, . ~ . - Petal.W.)
z1
plot(z)
q <- qda(Sp ~ ., Iris[train, ])
q
mean(predict(q, Iris[-train, ])$class == Iris$Sp[-train])
zcv <- lda(Sp ~ ., Iris, CV = TRUE)
table(Iris$Sp, zcv$class)
s <- svm(factor(Sp) ~ ., Iris[train, ], kernel = "linear")
ps <- predict(s, Iris[-train, ])
table(svm = ps, lda = pz$class)
sum(as.character(ps) != as.character(pz$class))
# crabs: two species, colour and sex
data(crabs)
lcrabs <- log(crabs[, 4:8])
grp <- factor(paste0(crabs$sp, crabs$sex))
crl <- lda(lcrabs, grp)
crl
prop <- crl$svd^2 / sum(crl$svd^2)
round(prop, 4)
pcl <- predict(crl, dimen = 2)
table(grp, pcl$class)
ct <- table(grp, predict(svm(lcrabs, grp))) 
ct
rbind(lda = mean(pcl$class == grp), svm = sum(diag(ct)) / sum(ct), qda = mean(predict(qda(lcrabs, grp))$class == grp))
# lda by hand for two groups
g <- crabs$sp; Xa <- as.matrix(lcrabs)
mb <- colMeans(Xa[g == "B", ]); mo <- colMeans(Xa[g == "O", ])
S <- ((sum(g == "B") - 1) * cov(Xa[g == "B", ]) + (sum(g == "O") - 1) * cov(Xa[g == "O", ])) / (nrow(Xa) - 2)
a <- solve(S, mo - mb)
a
ld <- coef(lda(Xa, g))
ld / a
