# vector data sets
head(precip); length(precip); names(precip)[which.max(precip)]
summary(precip)
sort(islands, decreasing = TRUE)[1:7]
str(islands)
head(rivers, 12); median(rivers); str(rivers)
euro
round(100 / euro, 3)
LakeHuron
start(LakeHuron); end(LakeHuron); frequency(LakeHuron)
window(LakeHuron, 1960, 1965)
state.name[1:5]; state.abb[1:5]; table(state.region); head(state.area)
levels(state.division); str(state.center)
head(state.x77)
round(cor(state.x77[, 1:4]), 2)
st <- data.frame(state.x77, region = state.region)
head(st, 3)
aggregate(Income ~ region, st, mean)
aggregate(st[c("Population", "Income", "Life.Exp")], list(region = st$region), function(x) round(median(x), 1))
by(st$Murder, st$region, range)
rownames(st)[st$Illiteracy > 2]
st[order(st$region, -st$Income), c("region", "Income")][1:10, ]
tapply(st$Population, st$region, sum)
nhtemp; Nile[1:10]; str(Nile)
AirPassengers
head(discoveries, 10); str(sunspot.year)
head(letters, 4); LETTERS[24:26]; month.name[1:2]; pi
str(volcano); dim(volcano); range(volcano)
VADeaths
apply(VADeaths, 2, mean)
USPersonalExpenditure
WorldPhones
occupationalStatus
HairEyeColor
str(eurodist); class(eurodist)
as.matrix(eurodist)[1:3, 1:3]
Harman74.cor$n.obs
head(co2); head(EuStockMarkets, 3); head(lynx)
str(mdeaths); head(women$height)
stack.x[1:2, ]; freeny[1:2, ]; head(npk, 3)
str(uspop); head(treering); head(airmiles); head(BOD); str(crimtab)
