# faithful and quakes
data(faithful)
fit <- lm(waiting ~ eruptions, faithful)
summary(fit)
long <- faithful$eruptions > 3
tapply(faithful$waiting, long, summary)
t.test(waiting ~ long, data = cbind(faithful, long))
split(faithful$waiting, long)[[1]][1:10]
stem(faithful$eruptions)
breaks <- seq(1.5, 5.5, by = 0.5)
f <- table(cut(faithful$eruptions, breaks, right = FALSE))
f
cbind(f)
rel <- f / sum(f)
cbind(freq = f, rel = round(rel, 3), cum = round(cumsum(rel), 3))
d <- density(faithful$waiting)
modes <- d$x[which(diff(sign(diff(d$y))) == -2) + 1]
round(modes, 1)
data(quakes)
head(quakes)
summary(quakes$mag)
cor(quakes$mag, quakes$stations)
q <- lm(stations ~ mag + depth, quakes)
round(coef(summary(q)), 4)
table(cut(quakes$mag, quantile(quakes$mag), include.lowest = TRUE))
quakes$deep <- ifelse(quakes$depth > 300, "deep", "shallow")
aggregate(mag ~ deep, quakes, function(x) c(m = mean(x), s = sd(x)))
prop <- prop.table(table(quakes$deep, quakes$mag > 5), 1)
prop
# EM for a two component normal mixture
x <- faithful$waiting
p <- .5; mu <- c(50, 80); s <- c(10, 10)
for (it in 1:50) {
  d1 <- p * dnorm(x, mu[1], s[1]); d2 <- (1 - p) * dnorm(x, mu[2], s[2])
  g <- d1 / (d1 + d2)
  p <- mean(g)
  mu <- c(sum(g * x) / sum(g), sum((1 - g) * x) / sum(1 - g))
  s <- sqrt(c(sum(g * (x - mu[1])^2) / sum(g), sum((1 - g) * (x - mu[2])^2) / sum(1 - g)))
}
round(c(p = p, mu1 = mu[1], mu2 = mu[2], s1 = s[1], s2 = s[2]), 4)
ll <- sum(log(p * dnorm(x, mu[1], s[1]) + (1 - p) * dnorm(x, mu[2], s[2])))
cat("log-likelihood", ll, "\n")
set.seed(8)
samp <- faithful[sample(nrow(faithful), 6), ]
samp
samp[order(samp$waiting), ]
rownames(samp)
colMeans(samp)
var(faithful)
cov2cor(var(faithful))
cov(faithful$eruptions, faithful$waiting)
km <- kmeans(faithful, 2, nstart = 5)
sort(km$size)
round(km$betweenss / km$totss, 4)
