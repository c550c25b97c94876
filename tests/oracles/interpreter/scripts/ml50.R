# Time series windows for learning: embed, lags and a rolling forecast
library(e1071)
library(nnet)
data(AirPassengers)
x <- log10(as.numeric(AirPassengers))
lags <- 12
E <- embed(x, lags + 1)
dim(E)
colnames(E) <- c("y", paste0("lag", 1:lags))
d <- as.data.frame(E)
head(round(d[, 1:5], 4))
train <- d[1:108, ]; test <- d[-(1:108), ]
lmf <- lm(y ~ ., data = train)
svf <- svm(y ~ ., data = train, kernel = "linear", cost = 1)
set.seed(10)
nnf <- nnet(y ~ ., data = train, size = 3, linout = TRUE, decay = 1e-3, maxit = 300, trace = FALSE)
fc <- sapply(list(lm = lmf, svm = svf, nnet = nnf), function(m) as.numeric(predict(m, test)))
mape <- function(p) 100 * mean(abs(10^p - 10^test$y) / 10^test$y)
round(apply(fc, 2, mape), 2)
naive <- test$lag12
round(c(naive = mape(naive)), 2)
head(round(10^cbind(actual = test$y, fc), 1))
# recursive forecast
last <- rev(x[(length(x) - lags + 1):length(x)])
out <- numeric(6)
for (h in 1:6) {
  nd <- as.data.frame(t(last)); names(nd) <- paste0("lag", 1:lags)
  out[h] <- predict(lmf, nd)
  last <- c(out[h], last[-lags])
}
round(10^out, 1)
acf(x, lag.max = 5, plot = FALSE)
ts(round(10^out), start = c(1961, 1), frequency = 12)
window(AirPassengers, c(1960, 1), c(1960, 12))
tapply(AirPassengers, cycle(AirPassengers), mean)[1:3]
dec <- decompose(AirPassengers, "multiplicative")
round(dec$figure, 3)
ema <- function(x, a) Reduce(function(s, v) a * v + (1 - a) * s, x, accumulate = TRUE)
ema(c(1, 2, 3, 4), 0.5)
ma <- stats::filter(1:10, rep(1/3, 3))
ma
diff(range(x))
