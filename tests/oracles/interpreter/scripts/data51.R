# Household survey: second round
hh <- data.frame(hid = rep(1:4, times = c(2, 3, 1, 2)),
                 person = c(1, 2, 1, 2, 3, 1, 1, 2),
                 sex = c("m", "f", "f", "m", "f", "m", "f", "f"),
                 income = c(2400, 1800, NA, 3100, 900, 1500, 2750, NA))
hh$hhsize <- table(hh$hid)[as.character(hh$hid)]
hh
str(hh)
hh$hhsize <- as.vector(hh$hhsize)
hh$total <- ave(hh$income, hh$hid, FUN = function(v) sum(v, na.rm = TRUE))
hh$pc <- hh$total / hh$hhsize
print(hh, digits = 4)
heads <- hh[hh$person == 1, ]
heads
hh[order(hh$hid, -hh$income), c("hid", "income")]
agg <- aggregate(income ~ hid + sex, data = hh, FUN = sum)
agg
aggregate(hh$income, by = list(hid = hh$hid), FUN = mean, na.rm = TRUE)
w <- reshape(hh[c("hid", "person", "income")], idvar = "hid", timevar = "person", direction = "wide")
w
colnames(w)
apply(w[, -1], 1, max, na.rm = TRUE)
apply(!is.na(w[, -1]), 1, sum)
unlist(lapply(split(hh, hh$hid), function(d) sum(d$sex == "f")))
by(hh, hh$sex, function(d) c(n = nrow(d), inc = mean(d$income, na.rm = TRUE)))
do.call(rbind, by(hh, hh$sex, function(d) c(n = nrow(d), inc = mean(d$income, na.rm = TRUE))))
table(hh$sex, cut(hh$income, c(0, 1500, 2500, Inf), labels = c("low", "mid", "high")), useNA = "ifany")
quantile(hh$income, probs = c(0.1, 0.5, 0.9), na.rm = TRUE)
tapply(hh$income, list(hh$sex, hh$person), mean, na.rm = TRUE)
hh$rank <- rank(-hh$income, na.last = "keep")
subset(hh, !is.na(income) & rank <= 3, select = c(hid, sex, income))
colSums(is.na(hh))[colSums(is.na(hh)) > 0]
hh$income[is.na(hh$income)] <- median(hh$income, na.rm = TRUE)
summary(hh$income)
sapply(hh[c("income", "pc")], function(x) round(c(mean = mean(x), median = median(x), gini = sum(abs(outer(x, x, "-"))) / (2 * length(x)^2 * mean(x))), 3))
