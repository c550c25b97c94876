# Exponential smoothing, autoregressions, differences and convolutions.
m <- HoltWinters(co2); m; names(m); m$SSE; head(m$fitted,2); str(m$alpha)
round(HoltWinters(uspop, gamma=FALSE)$beta, 5); m <- HoltWinters(Nile, gamma=FALSE, beta=FALSE); m; m$SSE; residuals(m)[1:3]; fitted(m)[1:2,]; coef(m)
m <- HoltWinters(AirPassengers, seasonal = "mult"); m
HoltWinters(Nile, alpha=.3, gamma=FALSE, beta=FALSE)$SSE; x <- uspop + rnorm(length(uspop), sd = 0)*0; HoltWinters(x, gamma = FALSE, l.start = x[1])$coef; HoltWinters(ldeaths, beta=FALSE)
a <- ar(lh); a; ar(lh, FALSE, 4); a$var.pred; a$aic; predict(a,n.ahead=3); ar(lh, method="burg"); names(a); a$asy.var.coef; a$resid[1:5]; a$partialacf[1:3]
ARMAacf(c(1.0, -0.25), 1.0, lag.max = 10); ARMAacf(ma=c(.5,.2), lag.max=4); ARMAacf(c(.5), lag.max=3); ARMAtoMA(c(1.0, -0.25), 1.0, 10); ARMAacf(c(1.0, -0.25), 1.0, lag.max = 5, pacf=TRUE)
set.seed(1); arima.sim(list(ar=.7), n=5); set.seed(123); arima.sim(n = 8, list(ar = c(0.8897, -0.4858), ma = c(-0.2279, 0.2488)), sd = sqrt(0.1796)); set.seed(2); arima.sim(list(order=c(1,1,0), ar=.7), n=6); set.seed(3); arima.sim(list(ma=.5),n=4)
diffinv(1:5); diffinv(1:5, xi=10); diffinv(c(1,2,3), lag=2); diffinv(1:4, differences=2, xi=c(1,2)); embed(1:5, 2); round(convolve(1:3, c(0,1,0.5), type="open"),10); convolve(1:5, c(1,2), type="filter"); convolve(1:3,1:3); nextn(13); nextn(c(1,7,1001)); diffinv(ts(1:3,start=2000))
