# Temperature stations: matrix style work
temp <- matrix(c(1.2, 3.4, 7.8, 12.1, -2.3, 0.4, 5.5, 10.2, 4.4, 6.1, 9.9, 14.6), ncol = 4, byrow = TRUE,
               dimnames = list(station = c("Ulm", "Hof", "Bonn"), month = month.abb[1:4]))
temp
rowMeans(temp)
apply(temp, "station", max)
apply(temp, 2, function(x) names(x)[which.min(x)])
temp - rowMeans(temp)
sweep(temp, 2, colMeans(temp))
fahrenheit <- temp * 9 / 5 + 32
fahrenheit
round(fahrenheit)
temp > 5
sum(temp > 5)
which(temp < 0, arr.ind = TRUE)
temp[temp[, "Jan"] > 0, ]
temp[order(temp[, "Apr"], decreasing = TRUE), ]
rbind(temp, mean = colMeans(temp))
cbind(temp, mean = rowMeans(temp))
long <- as.data.frame(as.table(temp)); long
names(long)[3] <- "celsius"
aggregate(celsius ~ station, long, mean)
tapply(long$celsius, long$month, range)
as.data.frame(temp)
data.frame(station = rownames(temp), temp, row.names = NULL)
t(temp)
cor(t(temp))
summary(temp)
str(temp)
quantile(temp, c(0.1, 0.9))
matrix(paste0(temp, "C"), 3, dimnames = dimnames(temp))
print(temp, digits = 2)
format(temp, nsmall = 2)
apply(temp, 1, function(r) paste(sprintf("%.1f", r), collapse = " "))
diff(temp)
t(diff(t(temp)))
temp["Hof", "Jan"] <- NA
temp
colMeans(temp); colMeans(temp, na.rm = TRUE)
temp[is.na(temp)] <- 0
identical(dim(temp), c(3L, 4L))
mean(temp["Ulm", ]); temp["Ulm", c("Jan", "Mar")]
heatmap(temp)
outer(rownames(temp), colnames(temp), paste)
temp %*% rep(1/4, 4)
solve(crossprod(temp[, 1:2]))
round(svd(temp)$d, 4)
