# Naive Bayes and discriminant analysis on iris
library(e1071)
library(MASS)
set.seed(2020)
ind <- sample(2, nrow(iris), replace = TRUE, prob = c(0.7, 0.3))
table(ind)
train <- iris[ind == 1, ]
test <- iris[ind == 2, ]
nb <- naiveBayes(Species ~ ., data = train)
nb
nb$apriori
nb$tables$Petal.Length
head(predict(nb, test, type = "raw"))
p1 <- predict(nb, test)
(tab1 <- table(p1, test$Species))
1 - sum(diag(tab1)) / sum(tab1)
ld <- lda(Species ~ ., data = train)
ld
ldp <- predict(ld, test)
names(ldp)
head(ldp$x)
table(Predicted = ldp$class, Actual = test$Species)
qd <- qda(Species ~ ., data = train)
qd
table(predict(qd, test)$class, test$Species)
mean(predict(qd, test)$class == test$Species)
lda.cv <- lda(Species ~ ., data = iris, CV = TRUE)
table(iris$Species, lda.cv$class)
round(head(lda.cv$posterior), 4)
