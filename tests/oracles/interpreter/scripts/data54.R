# arrays and tables of a survey
set.seed(99)
d <- data.frame(region = sample(c("North", "South", "West"), 60, TRUE), sex = sample(c("m", "f"), 60, TRUE),
                vote = sample(c("A", "B", "C", NA), 60, TRUE, prob = c(.4, .3, .2, .1)))
tab <- table(d)
tab
dim(tab)
ftable(tab)
margin.table(tab, c(1, 3))
round(prop.table(tab, c(1, 2)), 2)
apply(tab, "vote", sum)
addmargins(table(d$region, d$vote))
addmargins(prop.table(table(d$region, d$vote)), 2)
table(d$vote, useNA = "always")
prop.table(table(d$vote, useNA = "ifany"))
xt <- xtabs(~ region + vote, d); xt
summary(xt)
chisq.test(xt)
as.data.frame(xt)
barplot(prop.table(xt, 1), legend = TRUE)
t(xt)[c("B", "A"), ]
xt["North", ]; xt[, "A", drop = FALSE]
sweep(xt, 1, rowSums(xt), "/")
aggregate(sex ~ region, d, length)
aggregate(cbind(n = 1, female = sex == "f") ~ region, d, sum)
tapply(d$sex == "f", d$region, mean)
sapply(split(d$vote, d$region), function(v) names(which.max(table(v))))
quantile(as.vector(tab), c(0.25, 0.75)); max(tab); which(tab == max(tab), arr.ind = TRUE)
do.call(rbind, lapply(split(d, d$region), function(s) table(factor(s$vote, levels = c("A", "B", "C")))))
with(d, table(region, sex, dnn = NULL))
with(d, ftable(region, sex, vote, row.vars = c("sex", "region")))
paste0(round(100 * prop.table(table(d$sex)), 1), "%")
rowsum(rep(1, nrow(d)), d$region)
unclass(table(d$sex))
names(dimnames(tab)); dimnames(tab)$region
aperm(tab, c(3, 1, 2))[, , "f"]
merge(as.data.frame(table(region = d$region)), data.frame(region = c("North", "South"), pop = c(10, 20)))
table(d$region, d$sex)[2:1, ]
order(table(d$region)); sort(table(d$region)); rev(sort(table(d$region)))[1]
mosaicplot(tab); table(c(TRUE, FALSE, TRUE), c("x", "y", "x")); table(cut(c(1, 5, 9), c(0, 3, 6, 10)), c("u", "v", "u"))
head(table(d$vote), 2); length(table(d$region)); table(d$region)[["West"]]; as.integer(table(d$region)); rownames(xt); colnames(xt)
