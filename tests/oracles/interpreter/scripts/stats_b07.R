# Testing hypotheses: a script with functions for printing reports
report <- function(test, digits = 3) {
  cat("----", test$method, "----\n")
  cat("data:", test$data.name, "\n")
  if (!is.null(test$statistic)) cat(names(test$statistic), "=", format(test$statistic, digits = digits), "\n")
  if (!is.null(test$parameter)) cat(paste(names(test$parameter), round(test$parameter, 2), sep = " = ", collapse = ", "), "\n")
  cat("p =", format.pval(test$p.value, digits = digits), if (test$p.value < .05) "*" else "n.s.", "\n")
  if (!is.null(test$conf.int)) cat("CI:", signif(test$conf.int, digits), "at level", attr(test$conf.int, "conf.level"), "\n")
  invisible(test)
}
report(t.test(weight ~ feed, data = chickwts, subset = feed %in% c("casein", "linseed")))
report(t.test(mpg ~ vs, mtcars)); report(var.test(mpg ~ vs, mtcars)); report(wilcox.test(mpg ~ vs, mtcars, exact = FALSE)); report(chisq.test(table(mtcars$vs, mtcars$am))); report(cor.test(~ mpg + wt, mtcars)); report(shapiro.test(mtcars$mpg)); report(kruskal.test(mpg ~ cyl, mtcars)); report(fisher.test(table(mtcars$vs, mtcars$am))); report(binom.test(13, 32)); report(prop.test(13, 32)); report(bartlett.test(mpg ~ cyl, mtcars))
report(oneway.test(mpg ~ cyl, mtcars)); report(mcnemar.test(matrix(c(10, 5, 3, 12), 2))); report(poisson.test(10, 5)); report(ks.test(mtcars$mpg, "pnorm", 20, 6), 4)
tests <- sapply(c("mpg", "wt", "hp"), function(v) t.test(mtcars[[v]] ~ mtcars$am)$p.value); tests
tests < .05; names(tests)[tests < .05]; p.adjust(tests, "bonferroni"); symnum(tests, cutpoints = c(0, .001, .01, .05, 1), symbols = c("***", "**", "*", "ns"), corr = FALSE)
res <- t.test(extra ~ group, data = sleep, paired = FALSE); res$estimate[1] - res$estimate[2]; diff(res$estimate); res$conf.int; round(res$conf.int[1:2], 2); as.numeric(res$statistic); names(res$estimate); res[["p.value"]]; str(res$conf.int)
obs <- c(35, 25, 20, 20); chisq.test(obs); chisq.test(obs, p = c(.4, .3, .2, .1)); ct <- chisq.test(obs); ct$expected; ct$residuals; names(ct)
x <- c(12.1, 11.8, 12.5, 12.9, 11.5, 12.2); y <- c(11.2, 11.9, 11.0, 12.0, 10.8, 11.4); t.test(x, y, paired = TRUE); d <- x - y; t.test(d); mean(d) / (sd(d) / sqrt(6)); wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = FALSE); t.test(x, y, var.equal = TRUE, conf.level = .9); t.test(x, y, alternative = "g")
n <- 1:3 * 10; sapply(n, function(k) qt(.975, k - 1)); curve(dt(x, 5), -4, 4); polygon(c(2, 3), c(0, 0))
alpha <- .05; zcrit <- qnorm(1 - alpha / 2); z <- (52 - 50) / (6 / sqrt(36)); z; abs(z) > zcrit; p <- 2 * (1 - pnorm(abs(z))); p; if (p < alpha) cat("reject H0\n") else cat("do not reject H0\n")
beta <- pnorm(zcrit - 2) - pnorm(-zcrit - 2); 1 - beta; power.t.test(n = 36, delta = 2, sd = 6, type = "one.sample")
prop.test(c(45, 56), c(100, 100)); prop.test(x = 45, n = 100, p = .5, correct = FALSE); binom.test(45, 100, p = .4, alternative = "greater"); mantelhaen.test(UCBAdmissions)$p.value; fisher.test(matrix(c(3, 1, 2, 4), 2)); cor.test(mtcars$mpg, mtcars$hp, method = "spearman", exact = FALSE); cor.test(mtcars$mpg, mtcars$hp, method = "kendall", exact = FALSE)$estimate
