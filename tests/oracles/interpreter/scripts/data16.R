# ToothGrowth
str(ToothGrowth)
summary(ToothGrowth)
head(ToothGrowth); tail(ToothGrowth, 3)
tg <- ToothGrowth
tg$dose <- factor(tg$dose)
levels(tg$dose)
table(tg$supp, tg$dose)
aggregate(len ~ supp + dose, tg, mean)
aggregate(len ~ supp + dose, tg, function(x) round(c(m = mean(x), s = sd(x)), 2))
m <- tapply(tg$len, list(tg$supp, tg$dose), mean); m
round(m, 1)
apply(m, 1, diff)
m["VC", ] - m["OJ", ]
xt <- xtabs(len ~ supp + dose, tg); xt
class(xt); summary(xt)
by(tg$len, tg[c("supp", "dose")], median)
ag <- aggregate(tg$len, list(Supp = tg$supp, Dose = tg$dose), quantile, c(.25, .75))
ag; dim(ag); class(ag$x)
ftable(tapply(tg$len, list(tg$supp, tg$dose), max))
stats <- do.call(rbind, by(tg, tg$supp, function(d) data.frame(n = nrow(d), mean = mean(d$len), max = max(d$len))))
stats
boxplot(len ~ supp * dose, data = tg)
tg$z <- ave(tg$len, tg$supp, FUN = function(x) (x - mean(x)) / sd(x))
head(tg, 4)
tg$rank <- ave(-tg$len, tg$supp, tg$dose, FUN = rank)
top <- tg[tg$rank <= 2, ]
top[order(top$supp, top$dose, top$rank), ]
split(tg$len, list(tg$supp, tg$dose))[1:2]
sapply(split(tg$len, interaction(tg$supp, tg$dose)), mean)
unsplit(lapply(split(tg$len, tg$supp), function(x) x - min(x)), tg$supp)[1:6]
cumulative <- ave(tg$len, tg$supp, FUN = cumsum)
tail(cumulative)
t.test(len ~ supp, data = tg)
tg[which.max(tg$len), ]
nrow(subset(tg, len > 20 & supp == "OJ"))
quantile(tg$len, seq(0, 1, 0.1))
stem(tg$len)
cor(as.numeric(as.character(tg$dose)), tg$len)
