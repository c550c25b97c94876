# Categorical data analysis
ucb <- margin.table(UCBAdmissions, c(2, 1))
ucb
prop.table(ucb, 1)
chisq.test(ucb)
UCBAdmissions[, , "A"]
apply(UCBAdmissions, 3, function(m) round(m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1]), 3))
mantelhaen.test(UCBAdmissions)
ftable(UCBAdmissions)
ftable(Titanic, row.vars = 1:2)
ftable(Survived ~ Class + Sex, Titanic)
hec <- apply(HairEyeColor, c(1, 2), sum)
hec
ct <- chisq.test(hec)
ct
ct$expected
round(ct$residuals, 2)
round(ct$stdres, 2)
TeaTasting <- matrix(c(3, 1, 1, 3), nrow = 2,
  dimnames = list(Guess = c("Milk", "Tea"), Truth = c("Milk", "Tea")))
TeaTasting
fisher.test(TeaTasting, alternative = "greater")
Job <- matrix(c(1,2,1,0, 3,3,6,1, 10,10,14,9, 6,7,12,11), 4, 4,
  dimnames = list(income = c("< 15k", "15-25k", "25-40k", "> 40k"),
                  satisfaction = c("VeryD", "LittleD", "ModerateS", "VeryS")))
fisher.test(Job)
Performance <- matrix(c(794, 86, 150, 570), nrow = 2,
  dimnames = list("1st Survey" = c("Approve", "Disapprove"), "2nd Survey" = c("Approve", "Disapprove")))
Performance
mcnemar.test(Performance)
mcnemar.test(Performance, correct = FALSE)$statistic
binom.test(682, 682 + 243, p = 3/4)
prop.test(c(83, 90, 129, 70), c(86, 93, 136, 82))
prop.test(15, 25)
prop.test(c(15, 25), c(50, 50), correct = FALSE)
chisq.test(c(89, 37, 30, 28, 2), p = c(40, 20, 20, 15, 5), rescale.p = TRUE)
chisq.test(c(20, 30, 25, 25))
set.seed(101)
chisq.test(Job, simulate.p.value = TRUE, B = 1000)
prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))
summary(Titanic)
margin.table(Titanic, 4)
round(prop.table(margin.table(Titanic, c(1, 4)), 1), 3)
df <- as.data.frame(UCBAdmissions)
head(df)
xtabs(Freq ~ Gender + Admit, df)
aggregate(Freq ~ Admit + Gender, df, sum)
