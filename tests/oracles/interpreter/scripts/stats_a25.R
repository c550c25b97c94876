# Log-linear models, contingency
hec <- margin.table(HairEyeColor, c(1, 2))
hec
mosaicplot(hec)
ll <- loglin(hec, list(1, 2), fit = TRUE, print = FALSE)
ll$lrt; ll$pearson; ll$df
round(ll$fit, 2)
df <- as.data.frame(hec)
ind <- glm(Freq ~ Hair + Eye, poisson, df)
ind
sat <- update(ind, . ~ . + Hair:Eye)
anova(ind, sat, test = "Chisq")
pchisq(deviance(ind), df.residual(ind), lower.tail = FALSE)
library(MASS)
loglm(~ Hair + Eye, hec)
G2 <- 2 * sum(hec * log(hec / chisq.test(hec)$expected))
G2
tit <- as.data.frame(Titanic)
tit.glm <- glm(Survived ~ Class + Sex + Age, family = binomial, data = tit, weights = Freq)
summary(tit.glm)
round(exp(coef(tit.glm)), 2)
cramer <- function(t) sqrt(unname(chisq.test(t)$statistic) / (sum(t) * (min(dim(t)) - 1)))
round(cramer(hec), 4)
apply(Titanic, c(2, 4), sum)
sweep(apply(Titanic, c(2, 4), sum), 1, apply(Titanic, 2, sum), "/")
aperm(UCBAdmissions, c(3, 1, 2))[1:2, , ]
dimnames(UCBAdmissions)
addmargins(hec)
addmargins(table(mtcars$am, mtcars$gear), FUN = list(Total = sum), quiet = TRUE)
oddsratio <- function(tab, conf = .95) {
  or <- (tab[1, 1] * tab[2, 2]) / (tab[1, 2] * tab[2, 1])
  se <- sqrt(sum(1 / tab))
  ci <- exp(log(or) + c(-1, 1) * qnorm(1 - (1 - conf) / 2) * se)
  c(OR = or, lower = ci[1], upper = ci[2])
}
smoke <- matrix(c(688, 650, 21, 59), 2, byrow = FALSE, dimnames = list(smoker = c("yes", "no"), group = c("case", "control")))
oddsratio(smoke)
fisher.test(smoke)$estimate
fisher.test(smoke)$conf.int
relrisk <- prop.table(smoke, 1)
relrisk
relrisk[1, 1] / relrisk[2, 1]
as.table(smoke)
summary(as.table(smoke))
data.frame(as.table(smoke))
xt <- xtabs(ncases ~ agegp + alcgp, esoph)
xt
ftable(xtabs(cbind(ncases, ncontrols) ~ agegp, esoph))
quantile(rep(as.numeric(names(table(mtcars$cyl))), table(mtcars$cyl)))
table(c(TRUE, FALSE, NA), useNA = "ifany")
table(a = c(1, 2, 2), b = c("x", "y", "y"))
