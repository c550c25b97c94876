# Time series, and functions of the program in formulas.
str(ts(1:8,start=2000)); str(ts(c(1.5,2),start=c(2000,2),frequency=12)); str(ts(matrix(1:6,3),start=2001)); str(list(a=ts(1:3)));attributes(ts(matrix(1:4,2)))
acf(ts(1:8),plot=FALSE); str(unclass(acf(ts(1:8),plot=FALSE)));  pacf(ts(c(1,3,2,5,4,6,8)),plot=FALSE); ccf(mdeaths,fdeaths,lag.max=3,plot=FALSE); acf(mdeaths,lag.max=13,plot=FALSE)
acf(c(1,3,2,5,4,NA,8),plot=FALSE,na.action=na.pass); 
decompose(ts(c(1,3,2,5,4,6,8,7),frequency=4)); d<-decompose(AirPassengers,"multiplicative"); round(d$figure,4); str(d)
x <- ts(c(3,5,2,8,6,9), start=c(2020,2), frequency=4); x[2]; x[2] <- 50; x; x*2; x > 4; x + lag(x,-1); log(x); window(x,c(2020,4)); head(x,2); mean(x); ts.union(a=x,b=lag(x,1)); ts.intersect(x,lag(x,-1)); is.ts(x); as.numeric(time(x)); time(x); cycle(x); deltat(x); -x; summary(x); x[c(TRUE,FALSE)]; length(x); range(x); sqrt(x); round(x/3,2); cumsum(x)
y <- ts(c(1.234,2.5,3), start=5, deltat=0.5); y; end(y); ts(1:3,end=2010); ts(1:24,start=2000,frequency=7); ts(1:2,start=c(2021,3),frequency=12); ts(5:6,frequency=24)
head(AirPassengers); Nile[1:3]; start(Nile); frequency(co2); window(Nile, 1880, 1885); aggregate(AirPassengers, FUN=mean); tapply(AirPassengers, floor(time(AirPassengers)), mean)[1:3]; m <- lm(Nile ~ time(Nile)); coef(m); plot(Nile); lines(lowess(Nile)); diff(log(AirPassengers))[1:3]; boxplot(AirPassengers ~ cycle(AirPassengers)); AirPassengers[AirPassengers>600]; class(AirPassengers); max(Nile); which.max(Nile); time(Nile)[which.max(Nile)]
data.frame(t=as.numeric(time(Nile))[1:2], v=Nile[1:2]); stats::filter(1:6, 0.5, method="recursive"); filter(c(1,5,2,8), c(.5,.5), sides=1)
ldeaths; sunspot.year[1:3]; print(presidents); lynx
x <- ts(1:12, frequency=12, start=2000); apply(matrix(x, 3), 1, sum); as.vector(x); x == 3; sum(x); sapply(split(x, cycle(x)), mean)[1:2]; ts(x, start=2001, frequency=12); seq_along(x); rev(x); ifelse(x > 6, 1, 0); paste(x)[1:2]; cor(x, x^2); matrix(x, nrow=3); lm(x ~ seq_along(x))$coefficients; cbind(1:3, ts(4:6)); c(x, 5); for (v in ts(1:2)) print(v); x[-1]; unclass(ts(1:2))

volcano[1:3,1:4]; dim(volcano); str(volcano); range(volcano)
m <- lm(Nile ~ time(Nile)); coef(m); sq <- function(x) x^2; coef(lm(mpg ~ sq(wt), mtcars)); f <- function(x, k) { x[x > k] <- k; x }; k0 <- 200; summary(lm(mpg ~ f(hp, k0) + wt, mtcars))$r.squared; m <- lm(mpg ~ sq(wt), mtcars); predict(m, data.frame(wt=2:3)); grp <- function(x) factor(ifelse(x > 4, "big", "small")); lm(mpg ~ grp(cyl), mtcars); predict(lm(mpg ~ grp(cyl), mtcars), data.frame(cyl=c(4,8)))
f <- function(d) { z <- function(v) v - mean(v); lm(dist ~ z(speed), d) }; f(cars); aggregate(sq(mpg) ~ cyl, transform(mtcars, sq=1), mean)
sq <- function(x) x^2; aggregate(sq(mpg) ~ cyl, mtcars, mean); t.test(sq(extra) ~ group, sleep)$p.value; model.matrix(~ sq(speed), cars[1:2,]); glm(am ~ sq(wt), binomial, mtcars)$deviance

