# SVM: decision values, probabilities, scale vectors
library(e1071)
data(iris)
x <- subset(iris, select = -Species)
y <- iris$Species
model <- svm(x, y)
pred <- predict(model, x)
table(pred, y)
pred <- predict(model, x, decision.values = TRUE)
attr(pred, "decision.values")[1:4, ]
str(attributes(pred), max.level = 1)
colnames(attr(pred, "decision.values"))

two <- droplevels(subset(iris, Species != "setosa"))
m1 <- svm(Species ~ ., two, scale = c(TRUE, FALSE, TRUE, FALSE))
m1$scaled
m1$x.scale
m2 <- svm(Species ~ ., two, scale = FALSE)
m2$x.scale
m2$scaled
dv1 <- as.numeric(attr(predict(m1, two, decision.values = TRUE), "decision.values"))
dv2 <- as.numeric(attr(predict(m2, two, decision.values = TRUE), "decision.values"))
summary(dv1)
summary(dv2)
cor(dv1, dv2)
quantile(dv1, c(.1, .5, .9))
sum(sign(dv1) != sign(dv2))
err <- which(predict(m1, two) != two$Species)
two[err, ]

set.seed(1)
mp <- svm(Species ~ ., data = two, probability = TRUE)
pp <- predict(mp, two[c(1, 30, 51, 90), ], probability = TRUE)
round(attr(pp, "probabilities"), 3)
rowSums(attr(pp, "probabilities"))
mp$compprob
is.null(mp$probA)
# plots
mf <- svm(Species ~ ., iris)
plot(mf, iris, Petal.Width ~ Petal.Length, slice = list(Sepal.Width = 3, Sepal.Length = 4))
plot(cmdscale(dist(iris[, -5])), col = as.integer(iris[, 5]), pch = c("o", "+")[1:150 %in% model$index + 1])
# subset, na.action and weights of formula interface
aq <- svm(Ozone ~ Temp + Wind, data = airquality)
length(fitted(aq))
aq$na.action
p <- predict(aq, airquality[1:10, ])
p
aq2 <- svm(Ozone ~ Temp + Wind, data = airquality, subset = Month > 6)
aq2$call
aq2
