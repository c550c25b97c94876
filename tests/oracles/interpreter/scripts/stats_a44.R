# Lab: quality and robust summaries with functions over groups
data(InsectSprays); data(USArrests)
sumfun <- function(x) { c(n = length(x), mean = mean(x), sd = sd(x), se = sd(x) / sqrt(length(x)), lo = mean(x) - qt(.975, length(x) - 1) * sd(x) / sqrt(length(x))) }
t(sapply(split(InsectSprays$count, InsectSprays$spray), sumfun))
round(do.call(rbind, tapply(InsectSprays$count, InsectSprays$spray, sumfun)), 2)
agg <- aggregate(count ~ spray, InsectSprays, sumfun); agg; dim(agg); str(agg)
summary(USArrests)
USArrests[USArrests$Murder > 15, ]
USArrests["Texas", ]
USArrests[c("Ohio", "Utah"), "UrbanPop", drop = FALSE]
apply(USArrests, 2, which.max)
rownames(USArrests)[apply(USArrests, 2, which.max)]
state <- data.frame(region = state.region, division = state.division, area = state.area, row.names = state.name)
head(state); table(state$region)
tapply(USArrests$Murder, state.region, mean)
aggregate(USArrests, list(Region = state.region), mean)
a <- aov(USArrests$Murder ~ state.region); summary(a); TukeyHSD(a)
st <- cbind(as.data.frame(state.x77), region = state.region); colnames(st)[c(4, 6)] <- c("LifeExp", "HSGrad")
summary(st[, 1:3])
l <- lm(LifeExp ~ Murder + HSGrad + Frost + region, st); summary(l)
anova(update(l, . ~ . - region), l)
cut2 <- cut(st$Income, quantile(st$Income, 0:3 / 3), include.lowest = TRUE, labels = c("low", "mid", "high"))
table(cut2, st$region)
summary(table(cut2, st$region))
ftable(table(cut2, st$region, st$Frost > 100))
round(prop.table(ftable(table(cut2, st$Frost > 100)), 1), 2)
sapply(split(st, st$region), function(d) with(d, cor(Murder, Income)))
by(st, st$region, function(d) coef(lm(Murder ~ Income, d)))
quantile(st$Area, c(.1, .9)); median(st$Area); rev(sort(sapply(st[1:8], function(v) sd(v) / mean(v))))
outl <- function(x) { q <- quantile(x, c(.25, .75)); x < q[1] - 1.5 * diff(q) | x > q[2] + 1.5 * diff(q) }
rownames(st)[outl(st$Population)]
precip[1:5]; sort(islands, decreasing = TRUE)[1:4]; head(sort(precip)); summary(rivers); stem(log10(islands)); stem(precip)
mean(rivers, trim = .1); boxplot.stats(rivers)$stats
head(morley, 3); with(morley, tapply(Speed, Expt, median)); kruskal.test(Speed ~ Expt, morley)
VADeaths; apply(VADeaths, 1, mean); round(sweep(VADeaths, 2, colMeans(VADeaths)), 2); t(VADeaths)
as.data.frame(as.table(VADeaths))[1:4, ]
WorldPhones[1:2, ]; head(trees, 3); head(rock, 2); head(attitude, 2); head(longley, 2); head(stackloss, 2); head(pressure, 2); head(BOD); head(Orange, 3); head(Loblolly, 2); head(Indometh, 2)
euro; nhtemp; head(volcano[, 1:5], 2); dim(volcano); Nile; class(Nile); LakeHuron[1:5]; presidents; head(beaver1, 3); women[1:2, ]; head(discoveries); lynx[1:4]; sunspots[1:3]; UKgas; str(airmiles)
HairEyeColor[, , "Female"]; str(Titanic); occupationalStatus; crimtab[1:2, 1:3]; head(swiss, 2); head(anscombe, 2); head(mtcars$mpg); str(CO2)
