# Survey of tests in one table
tests <- list(
  welch = t.test(mpg ~ am, mtcars),
  student = t.test(mpg ~ am, mtcars, var.equal = TRUE),
  wilcoxon = wilcox.test(mpg ~ am, mtcars, exact = FALSE),
  variance = var.test(mpg ~ am, mtcars),
  ks = suppressWarnings(ks.test(mtcars$mpg[mtcars$am == 0], mtcars$mpg[mtcars$am == 1]))
)
data.frame(test = names(tests), stat = sapply(tests, function(h) unname(h$statistic)), p = sapply(tests, function(h) h$p.value), row.names = NULL)
sapply(tests, function(h) h$method)
sapply(tests, class)
tests$welch
tests$wilcoxon
res <- vapply(tests, function(h) h$p.value < .05, logical(1)); res
names(which(res))
tests[["ks"]]$alternative
t2 <- tests$welch
t2$data.name
t2$null.value
t2$stderr
attributes(t2$conf.int)
capture.output(print(t2))[2]
pvals <- sapply(mtcars[, c("disp", "hp", "drat", "wt", "qsec")], function(v) t.test(v ~ mtcars$am)$p.value)
pvals
format(pvals, digits = 3)
format.pval(pvals, digits = 3, eps = 1e-4)
sort(p.adjust(pvals, "holm"))
round(p.adjust(pvals, "fdr"), 5)
cors <- cor(mtcars)["mpg", ]
cors[order(abs(cors), decreasing = TRUE)]
cm <- cor(mtcars[, 1:4]); cm[lower.tri(cm)] <- NA; print(cm, na.print = "", digits = 3)
pm <- outer(1:3, 1:3, Vectorize(function(i, j) if (i == j) NA else cor.test(mtcars[[i]], mtcars[[j]])$p.value))
dimnames(pm) <- list(names(mtcars)[1:3], names(mtcars)[1:3]); pm
fisher.test(table(mtcars$am, mtcars$gear))
fisher.test(table(mtcars$am, mtcars$vs))
ct <- chisq.test(table(mtcars$am, mtcars$vs)); ct
ct$observed
chisq.test(mtcars$am, mtcars$vs, correct = FALSE)
suppressWarnings(chisq.test(mtcars$cyl, mtcars$gear))
mantelhaen.test(mtcars$am, mtcars$vs, mtcars$cyl > 4)
kruskal.test(list(a = c(2.9, 3.0, 2.5, 2.6, 3.2), b = c(3.8, 2.7, 4.0, 2.4), c = c(2.8, 3.4, 3.7, 2.2, 2.0)))
kruskal.test(mpg ~ cyl, data = mtcars)
fligner.test(mpg ~ cyl, mtcars)
with(mtcars, bartlett.test(mpg, cyl))
levene <- anova(lm(abs(mpg - ave(mpg, cyl, FUN = median)) ~ factor(cyl), mtcars)); levene
shap <- tapply(mtcars$mpg, mtcars$cyl, shapiro.test); shap[["4"]]
shap
sapply(shap, `[[`, "p.value")
ansari.test(mpg ~ am, mtcars, exact = FALSE)
mood.test(mpg ~ am, data = mtcars)
Box.test(resid(lm(mpg ~ wt, mtcars)), type = "Ljung")
binom.test(c(18, 14))
t.test(mtcars$mpg, mu = 20)$p.value |> round(4)
power.t.test(n = 16, delta = diff(tests$welch$estimate), sd = 5)$power
