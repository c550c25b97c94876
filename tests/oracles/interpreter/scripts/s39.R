# A simulation study with replicate: bias, mse, coverage.
set.seed(2024)
one <- function(n, mu = 5, sd = 2) {
  x <- rnorm(n, mu, sd)
  ci <- t.test(x)$conf.int
  c(mean = mean(x), median = median(x), var = var(x), cover = ci[1] <= mu && mu <= ci[2])
}
sizes <- c(10, 30)
out <- lapply(sizes, function(n) t(replicate(200, one(n))))
names(out) <- paste0("n=", sizes)
tab <- sapply(out, colMeans)
print(round(tab, 3))
mse <- sapply(out, function(m) colMeans((m[, c("mean", "median")] - 5)^2))
print(mse, digits = 4)
str(out)
res <- do.call(rbind, lapply(names(out), function(k) data.frame(size = k, est = colnames(out[[k]]), avg = colMeans(out[[k]]), row.names = NULL)))
res
reshape(res, idvar = "size", timevar = "est", direction = "wide")
p <- replicate(300, t.test(rnorm(15), rnorm(15, 0.5))$p.value)
cat(sprintf("Power: %.3f (n = %d)\n", mean(p < .05), length(p)))
table(cut(p, c(0, .01, .05, .1, .5, 1)))
quantile(p, c(.1, .5, .9))
m <- replicate(3, sample(5))
m
dim(replicate(2, matrix(runif(4), 2)))
mapply(function(n, m) mean(rnorm(n, m)), c(5, 50, 500), c(0, 1, 2))
