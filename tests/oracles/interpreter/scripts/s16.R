# Time series
x <- ts(c(112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126), start = c(1949, 1), frequency = 12)
x
start(x); end(x); frequency(x)
window(x, start = c(1949, 6), end = c(1949, 12))
y <- ts(1:8, start = 2000); y
time(y)
lag(y, -1)
diff(y, lag = 2)
diff(x)
q <- ts(c(5, 7, 9, 11, 6, 8), start = c(2020, 2), frequency = 4); q
cycle(q)
mean(x); summary(x)
aggregate(q, FUN = sum, nfrequency = 1)
log(q)
q + 1
str(x)
class(x); is.ts(x); tsp(x)
acf(y, plot = FALSE)
a <- acf(x, lag.max = 5, plot = FALSE); round(a$acf[, 1, 1], 4)
AirPassengers[1:5]; head(AirPassengers, 3)
window(AirPassengers, 1960)
plot(x)
cbind(y, lag(y, 1))
filter(1:6, rep(1/3, 3))
ma <- stats::filter(y, rep(1 / 3, 3), sides = 2); ma
embed(1:5, 2)
cumsum(y)
y[3]; y[y > 4]
as.numeric(q)
t1 <- ts(matrix(1:6, 3, 2, dimnames = list(NULL, c("a", "b"))), start = 2001); t1
rev(y)
