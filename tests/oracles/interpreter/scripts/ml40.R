# House votes by hand, apply family and a confusion plot; tune over naiveBayes, knn wrappers
library(e1071)
library(nnet)
set.seed(1984)
n <- 120
party <- factor(sample(c("democrat", "republican"), n, TRUE, c(.6, .4)))
prob <- rbind(democrat = c(.7, .8, .2, .5, .3), republican = c(.2, .3, .9, .5, .75))
votes <- as.data.frame(sapply(1:5, function(j) ifelse(runif(n) < prob[as.character(party), j], "y", "n")), stringsAsFactors = TRUE)
votes[cbind(sample(n, 6), sample(5, 6, TRUE))] <- NA
names(votes) <- paste0("issue", 1:5)
hv <- data.frame(Class = party, votes)
summary(hv)
model <- naiveBayes(Class ~ ., data = hv)
model
predict(model, hv[1:10, ])
round(predict(model, hv[1:5, ], type = "raw"), 4)
pred <- predict(model, hv)
table(pred, hv$Class)
model3 <- naiveBayes(Class ~ ., data = hv, laplace = 3)
table(predict(model3, hv), hv$Class)
set.seed(5)
t1 <- tune(naiveBayes, Class ~ ., data = na.omit(hv), ranges = list(laplace = c(0, 1, 3)))
summary(t1)
set.seed(6)
t2 <- tune.knn(iris[, 1:4], iris$Species, k = 1:5, tunecontrol = tune.control(sampling = "boot"))
summary(t2)
set.seed(7)
t3 <- tune.nnet(Species ~ ., data = iris, size = c(1, 3), decay = 0.1, trace = FALSE, tunecontrol = tune.control(cross = 3))
t3
t3$performances
set.seed(8)
t4 <- tune(lm, mpg ~ wt + hp, data = mtcars)
t4
complete <- hv[complete.cases(hv), ]
nrow(complete)
imp <- lapply(hv[-1], function(v) { v[is.na(v)] <- names(which.max(table(v))); v })
colSums(is.na(as.data.frame(imp)))
num <- sapply(imp, function(v) as.integer(v == "y"))
hd <- hamming.distance(num[1:6, ])
hd
m <- svm(num, party, kernel = "linear")
mean(predict(m, num) == party)
apply(num, 2, function(v) tapply(v, party, mean))
