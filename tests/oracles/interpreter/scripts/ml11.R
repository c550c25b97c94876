# choosing size and decay of a network by a loop
library(nnet)
library(MASS)
data(Pima.tr); data(Pima.te)
str(Pima.tr)
means <- sapply(Pima.tr[, 1:7], mean)
sds <- sapply(Pima.tr[, 1:7], sd)
tr <- as.data.frame(scale(Pima.tr[, 1:7], center = means, scale = sds))
te <- as.data.frame(scale(Pima.te[, 1:7], center = means, scale = sds))
tr$type <- Pima.tr$type
te$type <- Pima.te$type
grid <- expand.grid(size = c(1, 2, 4), decay = c(0.01, 0.1, 1))
grid$train <- grid$test <- NA
for (i in seq_len(nrow(grid))) {
  set.seed(100 + i)
  fit <- nnet(type ~ ., data = tr, size = grid$size[i], decay = grid$decay[i],
              maxit = 300, trace = FALSE)
  grid$train[i] <- mean(predict(fit, tr, type = "class") == tr$type)
  grid$test[i] <- mean(predict(fit, te, type = "class") == te$type)
  cat(sprintf("size %d decay %5.2f: train %.3f test %.3f\n",
              grid$size[i], grid$decay[i], grid$train[i], grid$test[i]))
}
print(grid, digits = 3)
round(tapply(grid$test, grid$decay, mean), 3)
xtabs(round(test, 3) ~ size + decay, data = grid)

glm.fit <- glm(type ~ ., data = tr, family = binomial)
round(coef(summary(glm.fit)), 3)
pg <- ifelse(predict(glm.fit, te, type = "response") > 0.5, "Yes", "No")
table(glm = pg, true = te$type)
mean(pg == te$type)
set.seed(5)
skip <- nnet(type ~ ., data = tr, size = 0, skip = TRUE, maxit = 500)
summary(skip)
max(abs(skip$wts - coef(glm.fit)))  < 1e-2
p <- predict(skip, te)[, 1]
table(cut(p, seq(0, 1, 0.25)), te$type)
