# airquality: missing data
head(airquality, 10)
summary(airquality)
str(airquality)
colSums(is.na(airquality))
sapply(airquality, function(x) sum(is.na(x)))
round(colMeans(is.na(airquality)) * 100, 1)
nrow(airquality[complete.cases(airquality), ])
table(complete.cases(airquality), airquality$Month)
mean(airquality$Ozone)
mean(airquality$Ozone, na.rm = TRUE)
clean <- na.omit(airquality)
dim(clean)
head(clean)
length(attr(clean, "na.action"))
head(attr(clean, "na.action"))
class(attr(clean, "na.action"))
x <- c(a = 4, b = NA, c = 7, d = NA)
na.omit(x)
which(is.na(x))
imputed <- airquality
for (v in names(imputed)) {
  miss <- is.na(imputed[[v]])
  if (any(miss)) {
    imputed[[v]][miss] <- mean(imputed[[v]], na.rm = TRUE)
    cat(sprintf("%-8s: %2d values imputed with %.3f\n", v, sum(miss), mean(airquality[[v]], na.rm = TRUE)))
  }
}
head(imputed)
by_month <- airquality
by_month$Ozone <- ave(airquality$Ozone, airquality$Month,
                      FUN = function(z) ifelse(is.na(z), median(z, na.rm = TRUE), z))
aggregate(Ozone ~ Month, by_month, mean)
aggregate(airquality[1:4], list(Month = airquality$Month), mean, na.rm = TRUE)
aggregate(cbind(Ozone, Temp) ~ Month, data = airquality, mean)
cor(airquality$Ozone, airquality$Temp)
cor(airquality$Ozone, airquality$Temp, use = "complete.obs")
cor(airquality[1:4], use = "pairwise.complete.obs")
round(cor(airquality[1:4], use = "complete.obs"), 3)
airquality$Month <- factor(month.abb[airquality$Month], levels = month.abb[5:9])
tapply(airquality$Solar.R, airquality$Month, summary)
with(airquality, table(cut(Temp, quantile(Temp), include.lowest = TRUE), Month))
hot <- subset(airquality, Temp > 92 & !is.na(Ozone), c(Ozone, Temp, Month, Day))
hot
