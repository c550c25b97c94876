# dplyr-like pipes and base pipes, summarise by hand
suppressWarnings(suppressMessages(TRUE))
mtcars |> subset(cyl == 4) |> with(mean(mpg))
sq <- function(x) x^2
c(1, 4, 9) |> sqrt() |> sum()
mtcars |> head(3)
res <- mtcars |> transform(kpl = mpg * 0.425) |> subset(kpl > 10, select = c(mpg, kpl)); head(res, 3)
Reduce(function(a, f) f(a), list(sqrt, sq, function(z) z + 1), 16)
agg <- aggregate(cbind(mpg, hp) ~ cyl + am, mtcars, mean); agg[order(agg$cyl, -agg$mpg), ]
with(mtcars, table(cyl, gear, am))
ftable(table(mtcars$cyl, mtcars$gear, mtcars$am))
apply(with(mtcars, table(cyl, gear)), 1, function(r) r / sum(r))
sapply(split(mtcars, mtcars$cyl), function(d) coef(lm(mpg ~ wt, d)))
lapply(split(mtcars$mpg, list(mtcars$cyl, mtcars$am)), mean)
ave(c(1, 2, 3, 4), c("a", "a", "b", "b"))
mtcars$z <- ave(mtcars$mpg, mtcars$cyl, FUN = function(x) (x - mean(x)) / sd(x)); round(head(mtcars$z), 3)
cutoffs <- quantile(mtcars$hp, c(0, .33, .67, 1)); mtcars$hpg <- cut(mtcars$hp, cutoffs, include.lowest = TRUE, labels = c("L", "M", "H")); table(mtcars$hpg)
tapply(mtcars$mpg, mtcars[c("hpg", "am")], mean)
interaction(c("a", "b"), c("x", "y")); nlevels(interaction(mtcars$cyl, mtcars$am))
do.call(rbind, by(mtcars, mtcars$cyl, function(d) data.frame(cyl = d$cyl[1], n = nrow(d), mpg = mean(d$mpg))))
rowsum(mtcars$mpg, mtcars$cyl); aggregate(mtcars$mpg, list(cyl = mtcars$cyl), median)
outer(table(mtcars$cyl), table(mtcars$am)) / nrow(mtcars)
head(mtcars[order(mtcars$cyl, -mtcars$mpg), c("cyl", "mpg")], 4)
mapply(function(x, n) round(mean(x), 2), mtcars[1:3], names(mtcars)[1:3])
vapply(mtcars[1:3], median, numeric(1)); Map(function(n, v) paste(n, v), c("a", "b"), 1:2)
colnames(mtcars)[sapply(mtcars, function(v) is.numeric(v) && max(v) > 100)]
max(table(mtcars$carb)); names(which.max(table(mtcars$carb))); rev(sort(table(mtcars$carb)))[1:2]
quantile(mtcars$mpg, type = 6); scale(1:3)[, 1]; cor(mtcars$mpg, mtcars$wt, method = "spearman"); weighted.mean(c(1, 2), c(3, 1))
mtcars[["mpg"]][1:2]; mtcars$mpg[mtcars$cyl == 4] |> mean() |> round(2); nrow(mtcars[mtcars$am == 1, ]); mtcars["Fiat 128", "mpg"]
sapply(list(mean = mean, sd = sd, n = length), function(f) f(mtcars$mpg)); is.na(match("x", "y")); unsplit(lapply(split(1:4, c(1, 2, 1, 2)), rev), c(1, 2, 1, 2))
colSums(mtcars[1:2] > 20); any(mtcars$mpg > 30); rowMeans(mtcars[1:2, 1:3]); table(mtcars$mpg > 20, mtcars$am, dnn = c("high", "manual")); summary(mtcars[c("mpg", "hpg")]); seq(2, 20, length.out = 4); rapply(list(1.5, "a"), floor, classes = "numeric", how = "replace"); array(1:4, 4); t(sapply(1:2, function(i) c(i, i^2)))
