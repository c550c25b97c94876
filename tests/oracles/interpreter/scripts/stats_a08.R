# Poisson regression etc.
counts <- c(18,17,15,20,10,20,25,13,12)
outcome <- gl(3,1,9)
treatment <- gl(3,3)
data.frame(treatment, outcome, counts)
glm.D93 <- glm(counts ~ outcome + treatment, family = poisson())
glm.D93
anova(glm.D93)
summary(glm.D93)
wb <- glm(breaks ~ wool * tension, family = poisson, data = warpbreaks)
summary(wb)
dp <- sum(residuals(wb, type = "pearson")^2) / wb$df.residual
cat("Dispersion estimate:", dp, "\n")
wbq <- update(wb, family = quasipoisson)
summary(wbq)
anova(wbq, test = "F")
summary(wb, dispersion = dp)$coefficients
ins <- glm(count ~ spray, data = InsectSprays, family = poisson)
exp(coef(ins))
round(exp(confint.default(ins)), 3)
with(InsectSprays, tapply(count, spray, mean))
predict(ins, data.frame(spray = c("A", "C")), type = "response")
# rates with an offset
lung <- data.frame(age = factor(rep(c("40-54", "55-59", "60-64", "65-69", "70-74", "75+"), 2)),
   city = gl(2, 6, labels = c("Fredericia", "Horsens")),
   cases = c(11, 11, 11, 10, 11, 10, 13, 6, 15, 10, 12, 2),
   pop = c(3059, 800, 710, 581, 509, 605, 2879, 1083, 923, 834, 634, 782))
lung
off <- glm(cases ~ age + city + offset(log(pop)), family = poisson, data = lung)
summary(off)
off2 <- glm(cases ~ age + city, offset = log(pop), family = poisson(link = "log"), data = lung)
all.equal(coef(off), coef(off2))
anova(off, test = "Chisq")
clotting <- data.frame(u = c(5,10,15,20,30,40,60,80,100), lot1 = c(118,58,42,35,27,25,21,19,18))
g <- glm(lot1 ~ log(u), data = clotting, family = Gamma)
summary(g)
anova(g, test = "F")
g2 <- glm(lot1 ~ log(u), data = clotting, family = Gamma(link = "log"))
coef(g2)
ig <- glm(lot1 ~ log(u), data = clotting, family = inverse.gaussian)
ig
eso <- glm(cbind(ncases, ncontrols) ~ agegp + unclass(tobgp) + unclass(alcgp), data = esoph, family = binomial())
round(coef(summary(eso)), 4)
