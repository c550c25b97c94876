# Panel data: growth rates by country
gdp <- expand.grid(year = 2018:2021, country = c("AT", "DE", "IT"), stringsAsFactors = FALSE)
gdp$value <- c(385, 397, 381, 406, 3365, 3473, 3405, 3602, 1771, 1797, 1661, 1782)
gdp
gdp <- gdp[order(gdp$country, gdp$year), c("country", "year", "value")]
gdp$growth <- with(gdp, ave(value, country, FUN = function(v) c(NA, 100 * diff(v) / head(v, -1))))
gdp
gdp$index <- gdp$value / gdp$value[match(paste(gdp$country, 2018), paste(gdp$country, gdp$year))] * 100
print(gdp, digits = 4)
wide <- reshape(gdp[c("country", "year", "value")], idvar = "country", timevar = "year", direction = "wide")
wide
names(wide) <- sub("value\\.", "y", names(wide))
wide
attributes(wide)$reshapeWide$timevar
tab <- xtabs(value ~ country + year, gdp)
tab
addmargins(tab, 2)
round(sweep(tab, 2, colSums(tab), "/"), 3)
matplot(t(tab), type = "l")
as.data.frame(tab, stringsAsFactors = FALSE)[1:4, ]
by(gdp, gdp$country, function(d) coef(lm(value ~ year, d)))
t(sapply(split(gdp, gdp$country), function(d) coef(lm(value ~ year, data = d))))
sapply(split(gdp$growth, gdp$year), mean)
aggregate(growth ~ year, gdp, mean)
aggregate(growth ~ year, gdp, mean, na.action = na.pass)
subset(gdp, growth < 0)
cat(sprintf("%s %d: %+6.2f%%\n", gdp$country, gdp$year, gdp$growth), sep = "")
merge(gdp, data.frame(country = c("AT", "DE", "FR"), capital = c("Vienna", "Berlin", "Paris")), all.x = TRUE)[1:8, c(1, 2, 3, 6)]
lag1 <- transform(gdp, year = year + 1)[c("country", "year", "value")]
merge(gdp[c("country", "year", "value")], lag1, by = c("country", "year"), suffixes = c("", ".lag"))
