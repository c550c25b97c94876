# Survival of the fittest models: infert, step with interactions, nested anova tables, Cp
full <- lm(mpg ~ wt + hp + qsec + factor(am), data = mtcars)
step(full, direction = "both")
step(lm(mpg ~ 1, mtcars), scope = list(lower = ~ 1, upper = ~ wt + hp + qsec), direction = "both", trace = 1)
st <- step(full, k = log(32), trace = 0); st
st$anova
add1(lm(mpg ~ wt, mtcars), . ~ . + hp + qsec + am)
drop1(full)
best <- NULL
vars <- c("wt", "hp", "qsec", "am")
for (k in 1:4) for (s in combn(vars, k, simplify = FALSE)) {
  fm <- reformulate(s, response = "mpg")
  m <- lm(fm, mtcars)
  best <- rbind(best, data.frame(model = deparse(fm), k = k, R2adj = summary(m)$adj.r.squared, AIC = AIC(m), BIC = BIC(m), Cp = sum(resid(m)^2) / summary(full)$sigma^2 - 32 + 2 * (k + 1)))
}
best[order(best$BIC), ]
best[which.min(best$AIC), ]
tapply(best$R2adj, best$k, max)
update(full, . ~ . - qsec + I(hp^2))
update(mpg ~ wt, log(.) ~ . + hp)
anova(lm(mpg ~ wt, mtcars), lm(mpg ~ wt + hp, mtcars), lm(mpg ~ wt * hp, mtcars), test = "F")
i1 <- lm(mpg ~ wt * factor(cyl), mtcars)
summary(i1)
anova(i1)
cf <- coef(i1)
slopes <- c("4" = cf[["wt"]], "6" = cf[["wt"]] + cf[["wt:factor(cyl)6"]], "8" = cf[["wt"]] + cf[["wt:factor(cyl)8"]])
slopes
sapply(split(mtcars, mtcars$cyl), function(d) coef(lm(mpg ~ wt, d)))
predict(i1, expand.grid(wt = c(2.5, 3), cyl = c(4, 8)))
nd <- expand.grid(wt = c(2.5, 3), cyl = c(4, 8)); cbind(nd, predict(i1, nd, interval = "conf"))
g1 <- glm(case ~ spontaneous * induced, binomial, infert)
step(g1, test = "Chisq")
summary(g1)$coefficients["spontaneous:induced", ]
g0 <- glm(case ~ 1, binomial, infert); add1(g0, ~ spontaneous + induced + age, test = "LRT")
lapply(list(null = g0, full = g1), function(g) round(c(dev = deviance(g), AIC = AIC(g), BIC = BIC(g)), 2))
m3 <- nlevels(infert$education); m3
glm(case ~ education, data = infert, family = "binomial")
all.vars(mpg ~ log(wt) + hp:am); length(mpg ~ wt); class(y ~ x); y ~ x + log(z)
f <- mpg ~ wt; f[[2]]; f[[3]]; as.character(f); deparse(f)
model.matrix(mpg ~ factor(cyl) - 1, mtcars)[1:2, ]
lm(mpg ~ offset(2 * wt) + hp, mtcars)
lm(mpg ~ poly(wt, 2) + log(hp), mtcars)$coefficients
lm(as.matrix(mtcars[, 1:2]) ~ wt, data = mtcars)
summary(lm(cbind(mpg, disp) ~ wt, mtcars))
loglik <- function(m) { n <- nobs(m); -n / 2 * (log(2 * pi) + log(sum(resid(m)^2) / n) + 1) }; loglik(full); logLik(full)
