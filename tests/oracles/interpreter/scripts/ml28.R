# caret's training metrics and data splitting on a credit-like problem
suppressMessages(library(caret))
library(e1071)
set.seed(77)
n <- 300
credit <- data.frame(
  age = round(runif(n, 18, 75)),
  income = round(rlnorm(n, 10, 0.4)),
  housing = factor(sample(c("own", "rent", "free"), n, replace = TRUE, prob = c(.6, .3, .1))),
  loans = rpois(n, 1.2))
score <- with(credit, -1 + 0.03 * (age - 40) + 0.00004 * (income - 22000) - 0.6 * loans + ifelse(housing == "own", 0.8, 0))
credit$risk <- factor(ifelse(runif(n) < plogis(score), "good", "bad"))
str(credit)
summary(credit)
prop.table(table(credit$risk))
set.seed(1)
i <- createDataPartition(credit$risk, p = 0.7)[[1]]
length(i)
train <- credit[i, ]; test <- credit[-i, ]
round(prop.table(table(train$risk)), 3)
dmy <- dummyVars(~ housing + loans, data = train)
head(predict(dmy, newdata = train), 3)
nzv <- nearZeroVar(cbind(train, const = 1), saveMetrics = TRUE)
nzv
rng <- preProcess(train[, c("age", "income")], method = "range")
rng
summary(predict(rng, train[, c("age", "income")]))
m <- svm(risk ~ ., data = train, cost = 2)
cm <- confusionMatrix(predict(m, test), test$risk, positive = "good")
print(cm)
cm$byClass[c("Sensitivity", "Specificity", "F1")]
confusionMatrix(table(predict(m, test), test$risk), mode = "prec_recall")
postResample(predict(m, test), test$risk)
posPredValue(predict(m, test), test$risk, positive = "good")
F_meas(predict(m, test), test$risk)
RMSE(c(1, 2, 3), c(1.1, 1.9, 3.4))
R2(c(1, 2, 3), c(1.1, 1.9, 3.4))
MAE(c(1, 2, 3), c(1.1, 1.9, 3.4))
set.seed(5)
tf <- createMultiFolds(train$risk, k = 3, times = 2)
names(tf)
sapply(tf, length)
set.seed(6)
rs <- createResample(1:10, times = 2)
rs
findCorrelation(cor(mtcars), cutoff = 0.85)
names(mtcars)[findCorrelation(cor(mtcars), cutoff = 0.85)]
