# Data frames: sales
sales <- data.frame(
  region = c("North", "South", "East", "North", "South", "West", "East", "North"),
  product = c("A", "B", "A", "B", "A", "A", "B", "A"),
  units = c(10, 23, 7, 15, 9, 30, 12, 4),
  price = c(2.5, 4, 2.5, 4, 2.5, 2.5, 4, 2.5),
  stringsAsFactors = TRUE
)
str(sales)
summary(sales)
sales$revenue <- with(sales, units * price)
head(sales, 3)
aggregate(revenue ~ region, data = sales, FUN = sum)
aggregate(cbind(units, revenue) ~ product, data = sales, FUN = mean)
tapply(sales$revenue, list(sales$region, sales$product), sum)
with(sales, table(region, product))
xtabs(revenue ~ region + product, sales)
prop.table(table(sales$product))
round(prop.table(with(sales, table(region, product)), 1), 2)
by(sales$revenue, sales$product, summary)
subset(sales, units > 9 & product == "A", select = c(region, units))
sales[order(sales$region, -sales$revenue), c("region", "revenue")]
merge(sales, data.frame(region = c("North", "South", "East"), manager = c("Kim", "Lee", "Max")))
transform(sales[1:2, ], tax = revenue * 0.2)
colnames(sales)[sapply(sales, is.numeric)]
sapply(sales[sapply(sales, is.numeric)], function(x) c(mean = mean(x), sd = sd(x)))
lapply(split(sales$units, sales$region), range)
unique(sales$region); levels(sales$region); nlevels(sales$product)
sales$size <- ifelse(sales$units > 12, "large", "small")
table(sales$region, sales$size)
addmargins(table(sales$region, sales$size))
cumsum(sales$revenue)
rank(sales$units)
sales[nrow(sales) + 1, ] <- list("West", "B", 2, 4, 8, "small")
tail(sales, 2)
dim(sales)
sales[sales$revenue == max(sales$revenue), ]
do.call(rbind, lapply(split(sales, sales$region), function(d) d[which.max(d$revenue), ]))
apply(sales[, c("units", "price")], 1, prod)
cut(sales$units, 3)
quantile(sales$revenue)
reshape(data.frame(id = 1:2, t1 = c(5, 6), t2 = c(7, 8)), direction = "long", varying = c("t1", "t2"), v.names = "score", timevar = "time", idvar = "id")
colSums(is.na(sales))
sales$nothing
