# Cars: multiple learners of a three-class target with missing values, and summaries by class
library(MASS); library(e1071); library(nnet)
data(Cars93)
d <- Cars93[, c("Type", "Price", "MPG.city", "Horsepower", "Weight", "Origin", "Luggage.room")]
summary(d)
colSums(is.na(d))
d <- na.omit(d)
d$Type <- droplevels(d$Type)
nlevels(d$Type)
levels(d$Type)
by(d[, c("Price", "Weight")], d$Origin, summary)
aggregate(cbind(Price, MPG.city) ~ Type, d, median)
set.seed(93)
idx <- unlist(tapply(seq_len(nrow(d)), d$Type, function(i) sample(i, floor(0.7 * length(i)))))
head(idx)
train <- d[idx, ]; test <- d[-idx, ]
c(train = nrow(train), test = nrow(test))
l <- lda(Type ~ Price + MPG.city + Horsepower + Weight, train)
l
s <- svm(Type ~ ., train, cost = 5)
s
mn <- multinom(Type ~ Price + MPG.city + Horsepower + Weight, train, trace = FALSE, maxit = 300)
mn$convergence
nb <- naiveBayes(Type ~ ., train)
nb$tables$Origin
p <- data.frame(lda = predict(l, test)$class, svm = predict(s, test), multinom = predict(mn, test), nb = predict(nb, test))
head(p)
sapply(p, function(x) mean(x == test$Type))
maj <- apply(p, 1, function(r) names(sort(table(r), decreasing = TRUE))[1])
mean(maj == test$Type)
table(maj, test$Type)
agree <- outer(names(p), names(p), Vectorize(function(a, b) mean(p[[a]] == p[[b]])))
dimnames(agree) <- list(names(p), names(p))
round(agree, 2)
plot(Price ~ Weight, d, col = Type)
pairs(d[, 2:5], col = d$Type)
cm <- table(pred = p$svm, truth = test$Type)
cm[rowSums(cm) > 0, ]
summary(p)
test$pred <- p$svm
test[test$pred != test$Type, c("Type", "pred", "Weight")]
str(test)
