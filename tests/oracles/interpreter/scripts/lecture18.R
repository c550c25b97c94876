# Breast cancer (biopsy): several classifiers compared
library(MASS); library(e1071); library(nnet)
data(biopsy)
str(biopsy)
biopsy$ID <- NULL
names(biopsy) <- c("thick", "u.size", "u.shape", "adhsn", "s.size", "nucl", "chrom", "n.nuc", "mit", "class")
biopsy.v2 <- na.omit(biopsy)
nrow(biopsy) - nrow(biopsy.v2)
set.seed(123)
ind <- sample(2, nrow(biopsy.v2), replace = TRUE, prob = c(0.7, 0.3))
train <- biopsy.v2[ind == 1, ]
test <- biopsy.v2[ind == 2, ]
table(train$class); table(test$class)
full.fit <- glm(class ~ ., family = binomial, data = train)
summary(full.fit)
exp(coef(full.fit))
round(cor(train[, 1:9]), 2)
classifiers <- list(
  lda = function() predict(lda(class ~ ., train), test)$class,
  qda = function() predict(qda(class ~ ., train), test)$class,
  svm = function() predict(svm(class ~ ., train), test),
  nb = function() predict(naiveBayes(class ~ ., train), test)
)
res <- sapply(classifiers, function(f) {
  p <- f()
  t <- table(p, test$class)
  c(acc = sum(diag(t)) / sum(t), sens = t[2, 2] / sum(t[, 2]), spec = t[1, 1] / sum(t[, 1]))
})
round(t(res), 4)
glm.p <- predict(full.fit, test, type = "response")
table(glm.p > 0.5, test$class, dnn = list("malignant", "truth"))
barplot(res["acc", ])
best <- colnames(res)[apply(res, 1, which.max)]
best
summary(glm.p)
by(test[, 1:3], test$class, colMeans)
