# Confidence intervals workshop
data(ToothGrowth)
x <- ToothGrowth$len
n <- length(x); xbar <- mean(x); s <- sd(x)
xbar + c(-1, 1) * qt(.975, n - 1) * s / sqrt(n)
t.test(x)$conf.int[1:2]
ci.var <- (n - 1) * s^2 / qchisq(c(.975, .025), n - 1); ci.var
phat <- 37 / 80
phat + c(-1, 1) * 1.96 * sqrt(phat * (1 - phat) / 80)
prop.test(37, 80, correct = FALSE)$conf.int
prop.test(37, 80)$conf.int
binom.test(37, 80)$conf.int
binom.test(37, 80)
t.test(x, conf.level = .99)
t.test(len ~ supp, ToothGrowth)
with(ToothGrowth, t.test(len[dose == 2], len[dose == 0.5], alternative = "greater"))
var.test(len ~ supp, data = ToothGrowth)
t1 <- t.test(extra ~ group, sleep, alternative = "less"); t1$conf.int
t1
round(unlist(t1[c("statistic", "parameter", "p.value")]), 4)
conf <- sapply(c(.9, .95, .99), function(cl) t.test(x, conf.level = cl)$conf.int)
colnames(conf) <- c("90%", "95%", "99%"); rownames(conf) <- c("lower", "upper")
conf
t(conf)
fisher.z <- function(r, n, cl = .95) tanh(atanh(r) + c(-1, 1) * qnorm((1 + cl) / 2) / sqrt(n - 3))
r <- cor(mtcars$mpg, mtcars$qsec); fisher.z(r, 32)
cor.test(mtcars$mpg, mtcars$qsec)
cor.test(mtcars$mpg, mtcars$qsec, alternative = "greater", conf.level = .9)
prop.test(c(30, 45), c(100, 110))
prop.test(c(30, 45), c(100, 110), alternative = "less")
prop.test(c(30, 45, 50), c(100, 110, 95))$p.value
pairwise.prop.test(c(30, 45, 50), c(100, 110, 95))
tt <- lapply(split(ToothGrowth$len, ToothGrowth$dose), t.test)
sapply(tt, function(h) round(h$conf.int, 2))
sapply(tt, `[[`, "estimate")
print(t.test(x, mu = 20), digits = 3)
str(t.test(x))
wilcox.test(len ~ supp, ToothGrowth, exact = FALSE, correct = FALSE)
n.needed <- ceiling((1.96 * s / 1.5)^2); n.needed
htests <- rbind(t = unlist(t.test(len ~ supp, ToothGrowth)[c("statistic", "p.value")]), w = unlist(suppressWarnings(wilcox.test(len ~ supp, ToothGrowth))[c("statistic", "p.value")]))
htests
set.seed(6)
ints <- t(replicate(8, t.test(rnorm(20, 5))$conf.int))
ints
apply(ints, 1, function(r) r[1] <= 5 & 5 <= r[2])
data.frame(lower = ints[, 1], upper = ints[, 2], width = ints[, 2] - ints[, 1])
