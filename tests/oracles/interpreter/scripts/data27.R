# Shop transactions
set.seed(7)
tx <- data.frame(day = as.Date("2023-01-01") + sample(0:364, 30),
                 product = sample(c("pen", "book", "lamp", "mug"), 30, replace = TRUE),
                 qty = rpois(30, 3) + 1,
                 stringsAsFactors = TRUE)
prices <- c(pen = 1.2, book = 14.95, lamp = 39.5, mug = 6)
tx$price <- prices[as.character(tx$product)]
tx$total <- tx$qty * tx$price
tx <- tx[order(tx$day), ]
rownames(tx) <- NULL
head(tx, 8)
str(tx)
summary(tx)
tx$month <- factor(format(tx$day, "%b"), levels = month.abb)
monthly <- tapply(tx$total, tx$month, sum)
monthly
monthly[is.na(monthly)] <- 0
round(cumsum(monthly), 2)
xtabs(total ~ product, tx)
round(xtabs(qty ~ month + product, tx))
best <- aggregate(total ~ product, tx, sum)
best[order(best$total, decreasing = TRUE), ]
best$share <- sprintf("%.1f%%", 100 * best$total / sum(best$total))
best
tx$quarter <- quarters(tx$day)
aggregate(cbind(qty, total) ~ quarter + product, data = tx, FUN = sum)
tx$cumtotal <- cumsum(tx$total)
tail(tx, 3)
days <- as.integer(diff(tx$day))
days; mean(days); max(days)
tx[which.max(tx$total), ]
top3 <- head(tx[order(-tx$total), ], 3); top3
w <- as.POSIXlt(tx$day)$wday
table(factor(w, 0:6, c("So", "Mo", "Di", "Mi", "Do", "Fr", "Sa")))
table(weekend = w %in% c(0, 6))
pivot <- with(tx, tapply(total, list(quarter, product), sum, default = 0))
pivot
pivot <- cbind(pivot, Total = rowSums(pivot)); pivot <- rbind(pivot, Total = colSums(pivot))
pivot
format(pivot, nsmall = 2)
print(format(round(pivot, 1), big.mark = ","), quote = FALSE)
cat(sprintf("%-6s %10.2f\n", rownames(pivot), pivot[, "Total"]), sep = "")
cut(tx$day[1:5], "quarter")
seq(min(tx$day), by = "quarter", length.out = 4)
split(tx$qty, tx$product)
sapply(split(tx, tx$product), function(d) with(d, weighted.mean(price, qty)))
unique(tx$product); length(unique(tx$month)); levels(tx$product)
