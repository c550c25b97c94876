# Naive Bayes: categorical data
library(e1071)
data(Titanic)
titanic <- as.data.frame(Titanic)
head(titanic)
rows <- rep(seq_len(nrow(titanic)), titanic$Freq)
tit <- titanic[rows, -5]
dim(tit)
rownames(tit) <- NULL
nb <- naiveBayes(Survived ~ ., data = tit)
nb
pred <- predict(nb, tit)
tab <- table(pred, tit$Survived)
tab
acc <- sum(diag(tab)) / sum(tab)
print(acc)
round(prop.table(tab, 2), 3)
addmargins(tab)
m <- naiveBayes(Survived ~ ., data = Titanic)
m
predict(m, as.data.frame(Titanic))
nb$apriori
nb$tables$Sex
nb$levels
names(nb)
class(nb)
raw <- predict(nb, unique(tit[, 1:3]), type = "raw")
data.frame(unique(tit[, 1:3]), round(raw, 3))
# with laplace
nbl <- naiveBayes(Survived ~ Class + Sex, data = tit, laplace = 3)
nbl$tables
lapply(nbl$tables, function(t) round(t, 4))
# by hand for one case: 1st class adult woman
prior <- prop.table(table(tit$Survived))
lik <- sapply(c("No", "Yes"), function(k) {
  s <- tit[tit$Survived == k, ]
  mean(s$Class == "1st") * mean(s$Sex == "Female") * mean(s$Age == "Adult")
})
post <- prior * lik / sum(prior * lik)
round(post, 6)
predict(nb, data.frame(Class = "1st", Sex = "Female", Age = "Adult"), type = "raw")
