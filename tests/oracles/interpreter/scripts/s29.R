# caret-style evaluation, ROC package, class::knn, MASS lda
library(MASS); library(class)
set.seed(12)
idx <- sample(nrow(iris), 90); tr <- iris[idx, ]; te <- iris[-idx, ]
ld <- lda(Species ~ ., data = tr); ld
pr <- predict(ld, te); table(pr$class, te$Species); round(head(pr$posterior, 2), 4); round(head(pr$x, 2), 3)
qd <- qda(Species ~ ., tr); mean(predict(qd, te)$class == te$Species)
kn <- knn(tr[, 1:4], te[, 1:4], tr$Species, k = 5); table(kn, te$Species)
for (k in c(1, 3, 7)) { set.seed(1); cat("k =", k, "acc =", round(mean(knn(tr[, 1:4], te[, 1:4], tr$Species, k = k) == te$Species), 3), "\n") }
b <- Boston; dim(b); round(cor(b$medv, b$lstat), 3); fit <- lm(medv ~ lstat + rm, b); round(coef(fit), 3); summary(fit)$adj.r.squared
step <- stepAIC(lm(mpg ~ wt + hp + qsec, mtcars), trace = FALSE); step$call
set.seed(2); tr2 <- sample(nrow(Pima.tr), 150); g <- glm(type ~ glu + bmi, binomial, Pima.tr[tr2, ]); p <- predict(g, Pima.tr[-tr2, ], type = "response")
cm <- table(pred = p > .5, obs = Pima.tr$type[-tr2]); cm; metrics <- c(acc = sum(diag(cm)) / sum(cm), sens = cm[2, 2] / sum(cm[, 2]), spec = cm[1, 1] / sum(cm[, 1])); round(metrics, 3)
ths <- seq(.1, .9, .2); t(sapply(ths, function(t) { q <- p > t; o <- Pima.tr$type[-tr2] == "Yes"; c(t = t, tpr = sum(q & o) / sum(o), fpr = sum(q & !o) / sum(!o)) }))
kappa_stat <- function(t) { n <- sum(t); po <- sum(diag(t)) / n; pe <- sum(rowSums(t) * colSums(t)) / n^2; (po - pe) / (1 - pe) }; kappa_stat(table(kn, te$Species))
mc <- mvrnorm(3, c(0, 0), diag(2)); dim(mc)
