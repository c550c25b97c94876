# Data preparation for learning: scaling, one-hot, formulas by paste
library(nnet)
library(MASS)
data(Boston)
apply(Boston, 2, function(x) sum(is.na(x)))
maxs <- apply(Boston, 2, max)
mins <- apply(Boston, 2, min)
scaled <- as.data.frame(scale(Boston, center = mins, scale = maxs - mins))
set.seed(500)
index <- sample(1:nrow(Boston), round(0.75 * nrow(Boston)))
train_ <- scaled[index, ]
test_ <- scaled[-index, ]
n <- names(train_)
f <- as.formula(paste("medv ~", paste(n[!n %in% "medv"], collapse = " + ")))
f
lm.fit <- glm(medv ~ ., data = Boston[index, ])
summary(lm.fit)
pr.lm <- predict(lm.fit, Boston[-index, ])
MSE.lm <- sum((pr.lm - Boston[-index, ]$medv)^2) / nrow(Boston[-index, ])
set.seed(1)
nn <- nnet(f, data = train_, size = 5, linout = TRUE, decay = 1e-3, maxit = 200, trace = FALSE)
nn
pr.nn_ <- predict(nn, test_[, 1:13])
pr.nn <- pr.nn_ * (max(Boston$medv) - min(Boston$medv)) + min(Boston$medv)
test.r <- test_$medv * (max(Boston$medv) - min(Boston$medv)) + min(Boston$medv)
MSE.nn <- sum((test.r - pr.nn)^2) / nrow(test_)
print(paste("lm", round(MSE.lm, 3), "nn", round(MSE.nn, 3)))
# one-hot coding
d <- data.frame(colour = factor(c("red", "green", "blue", "green")), size = c("S", "L", "M", "S"), y = 1:4)
model.matrix(~ colour, d)
model.matrix(~ colour - 1, d)
model.matrix(y ~ colour + size, data = d)[, -1]
class.ind(d$colour)
one_hot <- function(f) { f <- factor(f); m <- diag(nlevels(f))[f, ]; colnames(m) <- levels(f); m }
one_hot(d$size)
sapply(levels(d$colour), function(l) as.integer(d$colour == l))
cbind(d, class.ind(d$size))
# standardise with sweep
m <- as.matrix(mtcars[1:4, 1:3])
z <- sweep(sweep(m, 2, colMeans(m)), 2, apply(m, 2, sd), "/")
z
scale(m)
vars <- setdiff(names(mtcars), c("mpg", "qsec"))
forms <- lapply(seq_along(vars)[1:3], function(i) reformulate(vars[1:i], response = "mpg"))
sapply(forms, deparse)
sapply(forms, function(f) round(summary(lm(f, mtcars))$r.squared, 4))
update(f, log(medv) ~ . - black)
all.vars(f)[1:3]
