# quakes, swiss, longley, attitude, USArrests work
quakes$class <- cut(quakes$mag, c(4, 4.5, 5, 5.5, 7), right = FALSE, labels = c("light", "moderate", "strong", "major"))
table(quakes$class)
tapply(quakes$depth, quakes$class, mean)
aggregate(cbind(depth, stations) ~ class, quakes, function(x) c(mean = mean(x), max = max(x)))
head(quakes[order(-quakes$mag), ], 5)
with(quakes, cor(mag, stations))
nrow(subset(quakes, mag >= 6 & depth < 200))
summary(swiss)
swiss$type <- ifelse(swiss$Catholic > 50, "catholic", "protestant")
aggregate(. ~ type, swiss, mean)
sapply(split(swiss$Fertility, swiss$type), summary)
by(swiss[1:3], swiss$type, colMeans)
swiss[swiss$Education > 25, c("Fertility", "Education")]
round(cor(swiss[1:6]), 2)[1:3, ]
head(swiss[order(swiss$type, -swiss$Agriculture), c(2, 7)], 4)
longley$growth <- c(NA, round(100 * diff(longley$GNP) / head(longley$GNP, -1), 2))
longley[c("Year", "GNP", "growth")]
cor(longley$Unemployed, longley$Armed.Forces)
colMeans(attitude); apply(attitude, 2, sd)
attitude[attitude$rating == max(attitude$rating), ]
sapply(attitude, function(x) sum(x > mean(x)))
arr <- USArrests
arr$level <- findInterval(arr$Murder, quantile(arr$Murder, c(1/3, 2/3))) + 1
table(arr$level)
arr[arr$level == 3 & arr$UrbanPop > 80, ]
lapply(split(rownames(arr), arr$level), head, 3)
colnames(arr)[sapply(arr, is.numeric)]
scale(USArrests)[1:3, ]
round(dist(scale(USArrests[1:4, ])), 2)
cor(USArrests, method = "spearman")
head(sort(setNames(USArrests$Assault, rownames(USArrests)), decreasing = TRUE), 4)
barplot(sort(table(arr$level)))
stem(USArrests$Murder)
quantile(quakes$depth, 0:10 / 10)
women$bmi <- with(women, round(weight * 0.4536 / (height * 0.0254)^2, 1)); head(women); cor(women)
head(within(trees, { Volume_m3 <- round(Volume * 0.0283, 3); rm(Girth) }), 3)
tail(transform(cars, ms = round(speed * 0.447, 2)), 3)
colnames(airquality)[colSums(is.na(airquality)) > 0]; t(sapply(split(airquality$Temp, airquality$Month), range))
sapply(split(mtcars$mpg, list(mtcars$cyl, mtcars$am)), length); unsplit(split(1:4, c("a", "b", "a", "b")), c("a", "b", "a", "b"))
faithful$long <- faithful$eruptions > 3; aggregate(waiting ~ long, faithful, median); prop.table(table(faithful$long))
precip[c("Mobile", "Juneau")]; head(sort(precip), 3); names(precip)[precip > 55]; state.name[state.x77[, "Income"] > 5500]
