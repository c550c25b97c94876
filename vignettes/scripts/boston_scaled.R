# Scaling with apply(), a network for house prices, mean squared errors side by side
library(MASS)
library(nnet)
data <- Boston
sum(is.na(data))
set.seed(500)
index <- sample(1:nrow(data), round(0.75 * nrow(data)))
maxs <- apply(data, 2, max)
mins <- apply(data, 2, min)
scaled <- as.data.frame(scale(data, center = mins, scale = maxs - mins))
train_ <- scaled[index, ]
test_ <- scaled[-index, ]
round(head(train_[, 1:5], 3), 4)

lm.fit <- glm(medv ~ ., data = data[index, ])
pr.lm <- predict(lm.fit, data[-index, ])
MSE.lm <- sum((pr.lm - data[-index, ]$medv)^2) / nrow(data[-index, ])

n <- names(train_)
f <- as.formula(paste("medv ~", paste(n[!n %in% "medv"], collapse = " + ")))
f
nn <- nnet(f, data = train_, size = 5, linout = TRUE, maxit = 200, trace = FALSE)
nn
span <- max(data$medv) - min(data$medv)
pr.nn_ <- predict(nn, test_) * span + min(data$medv)
test.r <- test_$medv * span + min(data$medv)
MSE.nn <- sum((test.r - pr.nn_)^2) / nrow(test_)
print(paste("lm:", round(MSE.lm, 3), " nnet:", round(MSE.nn, 3)))
