# Power and sample size
power.t.test(n = 20, delta = 1, sd = 1)
power.t.test(power = .90, delta = 1)
power.t.test(delta = 0.5, sd = 2, power = 0.8, type = "paired", alternative = "one.sided")
power.prop.test(n = 50, p1 = .50, p2 = .75)
power.prop.test(p1 = .50, p2 = .75, power = .90)
ns <- seq(10, 50, by = 10)
pw <- sapply(ns, function(n) power.t.test(n = n, delta = 0.8)$power)
data.frame(n = ns, power = round(pw, 3))
ceiling(power.t.test(power = 0.8, delta = 0.5)$n)
# simulated power
set.seed(99)
sim <- function(n, delta, reps = 200) {
  p <- replicate(reps, t.test(rnorm(n), rnorm(n, mean = delta))$p.value)
  mean(p < 0.05)
}
sapply(c(0, 0.5, 1), function(d) sim(20, d))
# type I error under non normality
pv <- replicate(300, wilcox.test(rexp(12), rexp(12))$p.value)
sum(pv < 0.05) / 300
z.test <- function(x, sigma, mu = 0, conf = 0.95) {
  n <- length(x)
  z <- (mean(x) - mu) / (sigma / sqrt(n))
  hw <- qnorm(1 - (1 - conf) / 2) * sigma / sqrt(n)
  out <- list(z = z, p = 2 * pnorm(-abs(z)), ci = mean(x) + c(-1, 1) * hw)
  class(out) <- "ztest"
  out
}
print.ztest <- function(x, ...) {
  cat("\n  One-sample z test\n\n")
  cat("z =", round(x$z, 3), " p-value =", format.pval(x$p, digits = 3), "\n")
  cat("CI: [", paste(formatC(x$ci, digits = 3, format = "f"), collapse = ", "), "]\n", sep = "")
  invisible(x)
}
z.test(c(101, 104, 99, 107, 103), sigma = 4, mu = 100)
res <- z.test(rnorm(25, 10, 2), 2, 10)
unclass(res)
cohen.d <- function(x, y) (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)
with(ToothGrowth, cohen.d(len[supp == "OJ"], len[supp == "VC"]))
alpha <- c(.1, .05, .01)
setNames(round(qnorm(1 - alpha / 2), 3), paste0(100 * (1 - alpha), "%"))
outer(c(10, 20, 30), c(.2, .5, .8), Vectorize(function(n, d) round(power.t.test(n = n, delta = d)$power, 3)))
