# ChickWeight, CO2, Orange: grouped data
head(ChickWeight)
str(as.data.frame(ChickWeight)[1:3])
class(ChickWeight)
cw <- as.data.frame(ChickWeight)
dim(cw)
aggregate(weight ~ Diet, cw, mean)
aggregate(weight ~ Time + Diet, cw, mean, subset = Time %in% c(0, 10, 21))
round(with(cw, tapply(weight, list(Time, Diet), mean)), 1)
last <- cw[cw$Time == 21, ]
nrow(last)
tapply(last$weight, last$Diet, summary)
table(table(cw$Chick))
gain <- sapply(split(cw, cw$Chick), function(d) diff(range(d$weight)))
head(sort(gain, decreasing = TRUE))
wide <- reshape(cw, idvar = c("Chick", "Diet"), timevar = "Time", direction = "wide")
wide[1:3, 1:6]
Orange
class(Orange$Tree); levels(Orange$Tree)
sapply(split(Orange$circumference, Orange$Tree), max)
reshape(as.data.frame(Orange), idvar = "Tree", timevar = "age", direction = "wide")
head(CO2)
summary(CO2)
aggregate(uptake ~ Type + Treatment, data = CO2, FUN = mean)
tapply(CO2$uptake, CO2[c("Type", "Treatment", "conc")], mean)[, , "95"]
ftable(tapply(CO2$uptake, CO2[c("Type", "Treatment", "conc")], mean))
xtabs(uptake ~ conc + Plant, CO2)[1:2, 1:4]
CO2$hi <- CO2$uptake > 30
prop.table(table(CO2$Type, CO2$hi), 1)
by(CO2$uptake, list(CO2$Type, CO2$Treatment), function(x) sprintf("%.2f (%.2f)", mean(x), sd(x)))
head(Indometh, 3); head(Loblolly, 3); head(Theoph, 3); head(DNase, 3)
