# Reading a csv, exploring, and a small pipeline with functions
csv <- "id,sqft,rooms,age,zone,price
1,850,2,10,A,155
2,900,2,15,A,160
3,1200,3,8,B,230
4,1500,4,5,B,310
5,,3,20,C,190
6,1100,3,30,C,175
7,2000,5,2,B,420
8,1750,4,,A,350
9,1300,3,12,C,240
10,950,2,25,C,150
11,1600,4,7,A,330
12,1020,2,18,B,180"
houses <- read.csv(text = csv)
str(houses)
summary(houses)
houses$zone <- factor(houses$zone)
impute_median <- function(v) { v[is.na(v)] <- median(v, na.rm = TRUE); v }
num <- sapply(houses, is.numeric)
houses[num] <- lapply(houses[num], impute_median)
houses
cor(houses[, c("sqft", "rooms", "age", "price")])
min_max <- function(x, lo = min(x), hi = max(x)) (x - lo) / (hi - lo)
feats <- c("sqft", "rooms", "age")
bounds <- sapply(houses[feats], range)
rownames(bounds) <- c("min", "max")
bounds
Xs <- mapply(min_max, houses[feats], bounds["min", ], bounds["max", ])
head(round(Xs, 3))
design <- cbind(1, Xs, model.matrix(~ zone, houses)[, -1])
colnames(design)[1] <- "bias"
beta <- qr.solve(design, houses$price)
round(beta, 3)
fit <- lm(price ~ sqft + rooms + age + zone, data = houses)
summary(fit)
all.equal(sum(residuals(fit)^2), sum((houses$price - design %*% beta)^2))
anova(fit)
new <- data.frame(sqft = c(1000, 1800), rooms = c(2, 4), age = c(10, 3), zone = c("A", "B"))
predict(fit, new, interval = "prediction")
library(e1071)
m <- svm(price ~ sqft + rooms + age + zone, data = houses, kernel = "linear", cost = 10)
predict(m, transform(new, zone = factor(zone, levels = levels(houses$zone))))
m
aggregate(price ~ zone, houses, function(p) c(mean = mean(p), n = length(p)))
do.call(rbind, by(houses, houses$zone, function(d) data.frame(zone = d$zone[1], mean = mean(d$price), big = max(d$sqft))))
houses$band <- cut(houses$price, quantile(houses$price, 0:3 / 3), labels = c("low", "mid", "high"), include.lowest = TRUE)
table(houses$zone, houses$band)
write.csv(head(houses, 3), row.names = FALSE)
nb <- naiveBayes(band ~ sqft + zone, data = houses)
nb
cat(sprintf("%2d %-4s %-4s\n", houses$id, houses$band, predict(nb, houses)), sep = "")
