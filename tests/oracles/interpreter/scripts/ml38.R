# Gaussian mixture by EM, in one dimension
data(faithful)
x <- faithful$waiting
em <- function(x, k = 2, tol = 1e-8, maxit = 500) {
  mu <- unname(quantile(x, seq_len(k) / (k + 1)))
  sigma <- rep(sd(x), k)
  pi <- rep(1 / k, k)
  ll_old <- -Inf
  trace <- numeric(0)
  for (it in seq_len(maxit)) {
    dens <- mapply(function(m, s, p) p * dnorm(x, m, s), mu, sigma, pi)
    total <- rowSums(dens)
    r <- dens / total
    nk <- colSums(r)
    mu <- colSums(r * x) / nk
    sigma <- sqrt(colSums(r * outer(x, mu, "-")^2) / nk)
    pi <- nk / length(x)
    ll <- sum(log(total))
    trace <- c(trace, ll)
    if (abs(ll - ll_old) < tol) break
    ll_old <- ll
  }
  structure(list(mu = mu, sigma = sigma, pi = pi, loglik = ll, iterations = it, trace = trace, resp = r), class = "em")
}
print.em <- function(x, digits = 4, ...) {
  cat("Mixture of", length(x$mu), "normals,", x$iterations, "iterations, log-likelihood", format(x$loglik, digits = 6), "\n")
  m <- rbind(mean = x$mu, sd = x$sigma, weight = x$pi)
  colnames(m) <- paste("comp", seq_along(x$mu))
  print(round(m, digits))
}
logLik.em <- function(object, ...) structure(object$loglik, df = 3 * length(object$mu) - 1, nobs = nrow(object$resp), class = "logLik")
fit <- em(x)
fit
head(fit$trace, 4)
all(diff(fit$trace) > -1e-9)
logLik(fit)
AIC(fit); BIC(fit)
cl <- max.col(fit$resp, "first")
table(cl)
tapply(x, cl, mean)
f3 <- em(x, 3)
f3
c(two = BIC(fit), three = BIC(f3))
hist(x, breaks = 20, freq = FALSE, main = "waiting")
curve(fit$pi[1] * dnorm(x, fit$mu[1], fit$sigma[1]) + fit$pi[2] * dnorm(x, fit$mu[2], fit$sigma[2]), add = TRUE)
h <- hist(x, plot = FALSE, breaks = 10)
h$counts
h$mids
rbind(h$breaks[-1], h$counts)
d <- density(x)
d
dens2 <- with(d, y[which.min(abs(d$x - 80))])
round(dens2, 4)
km <- kmeans(x, c(50, 80))
km$centers
table(km$cluster, cl)
