# nnet over sizes and decays on Pima, error table
library(nnet); library(MASS)
pima <- rbind(Pima.tr, Pima.te)
dim(pima)
table(pima$type) / nrow(pima)
set.seed(1)
smp_size <- floor(0.75 * nrow(pima))
train_ind <- sample(seq_len(nrow(pima)), size = smp_size)
train <- pima[train_ind, ]; test <- pima[-train_ind, ]
num <- sapply(train, is.numeric)
num
m <- sapply(train[num], mean); s <- sapply(train[num], sd)
rbind(m, s)
train[num] <- scale(train[num], center = m, scale = s)
test[num] <- scale(test[num], center = m, scale = s)
head(test, 3)
grid <- expand.grid(size = c(1, 3), decay = c(0, 0.01, 0.1))
grid$accuracy <- NA
for (i in seq_len(nrow(grid))) {
  set.seed(100)
  fit <- nnet(type ~ ., data = train, size = grid$size[i], decay = grid$decay[i], maxit = 100, trace = FALSE)
  grid$accuracy[i] <- mean(predict(fit, test, type = "class") == test$type)
}
print(grid, digits = 3)
xtabs(round(accuracy, 3) ~ size + decay, grid)
best <- grid[which.max(grid$accuracy), ]
best
cat("Best: size", best$size, "decay", best$decay, "\n")
final <- nnet(type ~ ., data = train, size = best$size, decay = best$decay, maxit = 50)
summary(final)
final$convergence
range(predict(final, test))
