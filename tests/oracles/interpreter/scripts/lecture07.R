# PCA then SVM on crabs
library(MASS)
library(e1071)
data(crabs)
head(crabs)
lcrabs <- log(crabs[, 4:8])
crabs.grp <- factor(paste0(crabs$sp, crabs$sex))
table(crabs.grp)
pc <- prcomp(lcrabs)
pc
summary(pc)
head(pc$x, 3)
pc$sdev^2 / sum(pc$sdev^2)
biplot(pc)
screeplot(pc)
scores <- data.frame(pc$x[, 1:3], grp = crabs.grp)
set.seed(7)
tr <- sample(nrow(scores), 120)
acc <- numeric(3)
for (i in 1:3) {
  f <- reformulate(paste0("PC", 1:i), response = "grp")
  print(f)
  s <- svm(f, data = scores[tr, ], kernel = "linear", cost = 10)
  acc[i] <- mean(predict(s, scores[-tr, ]) == scores$grp[-tr])
}
names(acc) <- paste(1:3, "PCs")
acc
s
cor(lcrabs)
pr2 <- princomp(lcrabs)
summary(pr2)
loadings(pr2)
