# The decomposition of the design that fits carry.
f <- lm(dist ~ speed, cars); class(f$qr); names(f$qr); f$qr$rank; qr.R(f$qr); dim(f$qr$qr); f[["qr"]]$pivot; head(f$qr$qr, 3); f$qr$qraux; f$qr$tol
attr(f$qr$qr, "assign"); all.equal(chol2inv(qr.R(f$qr)), unname(summary(f)$cov.unscaled)); all.equal(qr.coef(f$qr, cars$dist), coef(f)); sum(qr.Q(f$qr)^2)
g <- glm(am ~ wt, binomial, mtcars); class(g$qr); names(g$qr); g$qr$rank; round(qr.R(g$qr), 4); g$qr$tol
x <- data.frame(y = c(1, 3, 2, 5), a = 1:4, b = 2 * (1:4), d = c(1, 0, 0, 2)); h <- lm(y ~ a + b + d, x); h$qr$pivot; h$qr$rank; colnames(h$qr$qr); dim(qr.R(h$qr))
a <- aov(yield ~ block, npk); class(a$qr); a$qr$rank
