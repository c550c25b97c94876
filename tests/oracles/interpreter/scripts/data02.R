# mtcars: wide frames, ordering, grouping
data(mtcars)
head(mtcars)
str(mtcars)
summary(mtcars)
mtcars[order(mtcars$cyl, -mtcars$mpg), c("cyl", "mpg", "hp")][1:12, ]
cars2 <- transform(mtcars, kpl = round(mpg * 0.4251, 2), wt_kg = wt * 453.6,
                   am = factor(am, labels = c("automatic", "manual")))
head(cars2, 4)
aggregate(mpg ~ cyl, data = mtcars, FUN = mean)
aggregate(cbind(mpg, hp, wt) ~ cyl + am, data = cars2, FUN = mean)
aggregate(mtcars[c("mpg", "disp")], by = list(cylinders = mtcars$cyl, gears = mtcars$gear), FUN = median)
aggregate(mpg ~ gear, data = mtcars, FUN = function(x) c(mean = mean(x), sd = sd(x), n = length(x)))
with(mtcars, tapply(mpg, list(cyl = cyl, gear = gear), mean))
by(mtcars$mpg, mtcars$cyl, summary)
by(mtcars[, c("mpg", "hp")], list(cyl = mtcars$cyl, am = mtcars$am), colMeans)
sapply(split(mtcars$mpg, mtcars$cyl), range)
round(cor(mtcars[, 1:6]), 2)
do.call(rbind, lapply(split(mtcars, mtcars$gear), function(d) {
  d[which.max(d$mpg), c("mpg", "cyl", "gear")]
}))
xtabs(~ cyl + gear, data = mtcars)
ftable(xtabs(~ cyl + gear + am, data = mtcars))
prop.table(table(mtcars$cyl, mtcars$gear), 1)
addmargins(table(cyl = mtcars$cyl, gear = mtcars$gear))
rownames(mtcars)[mtcars$hp > 200]
colMeans(mtcars)
sapply(mtcars, quantile, probs = c(0.1, 0.5, 0.9))
options(digits = 4)
sapply(mtcars, function(x) c(mean = mean(x), sd = sd(x)))
mtcars["Fiat 128", "mpg"]
mtcars[grep("^Merc", rownames(mtcars)), 1:4]
