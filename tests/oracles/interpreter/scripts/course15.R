# Distributions and tables
dnorm(0); pnorm(1.96); qnorm(c(.025, .5, .975)); pnorm(110, 100, 15, lower.tail = FALSE)
dbinom(0:5, 5, .5); pbinom(3, 10, .4); 1 - ppois(4, 2.5); qt(.975, c(5, 10, 30)); pchisq(3.84, 1); pf(4, 2, 20, lower.tail = FALSE)
k <- 0:5
tab <- data.frame(k, p = round(dbinom(k, 5, .3), 4), cum = round(pbinom(k, 5, .3), 4))
print(tab, row.names = FALSE)
choose(49, 6); factorial(5); 1 / choose(49, 6)
z <- (c(60, 75, 90) - 75) / 10; round(pnorm(z), 3)
ci <- function(x, level = .95) { n <- length(x); m <- mean(x); h <- qt(1 - (1 - level) / 2, n - 1) * sd(x) / sqrt(n); c(lower = m - h, mean = m, upper = m + h) }
ci(mtcars$mpg); round(ci(mtcars$mpg, .9), 2)
sapply(split(mtcars$mpg, mtcars$cyl), ci)
ft <- ftable(Titanic, row.vars = 1:2); ft
margin.table(Titanic, c(1, 4))
apply(Titanic, c(2, 4), sum)
prop.table(margin.table(Titanic, c(1, 4)), 1)
summary(table(mtcars$cyl, mtcars$gear))
t2 <- table(Cyl = mtcars$cyl, Gear = mtcars$gear); t2
addmargins(t2); dim(t2); dimnames(t2); t2["4", "5"]; apply(t2, 1, sum)
as.data.frame(t2)
HairEyeColor[, , "Male"]
x <- c(12, 15, 11, 18, 22, 9, 14)
var(x); sd(x); mad(x); IQR(x); fivenum(x); range(x); median(x); scale(x)[, 1]
skew <- function(v) mean((v - mean(v))^3) / sd(v)^3; skew(x)
mode_of <- function(v) { t <- table(v); names(t)[t == max(t)] }; mode_of(c(1, 2, 2, 3, 3))
cor(mtcars[, 1:3]); round(cov(iris[, 1:2]), 3)
weighted.mean(c(80, 90), c(1, 3)); cummax(x); diff(x); ecdf(x)(14)
boxplot.stats(c(1:10, 50))$out
cut(x, quantile(x, 0:2 / 2), include.lowest = TRUE)
stem(mtcars$mpg)
aggregate(mpg ~ cyl + am, mtcars, function(v) c(m = mean(v), n = length(v)))
integrate(dnorm, -1.96, 1.96); optimize(function(x) (x - 2)^2, c(0, 5))$minimum; uniroot(function(x) x^2 - 2, c(0, 2))$root
density(x)
summary(iris)
colMeans(iris[, -5]); tapply(iris$Sepal.Length, iris$Species, summary)
mosaic <- xtabs(~ cyl + gear, mtcars); summary(mosaic)
