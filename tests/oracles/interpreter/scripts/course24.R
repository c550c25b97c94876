# Missing values and cleaning
aq <- airquality
dim(aq); colSums(is.na(aq)); sum(is.na(aq)); mean(aq$Ozone); mean(aq$Ozone, na.rm = TRUE)
aq$Ozone[is.na(aq$Ozone)] <- median(aq$Ozone, na.rm = TRUE); summary(aq$Ozone)
nrow(na.omit(airquality)); head(airquality[!complete.cases(airquality), ], 4); anyNA(aq)
aq$Month <- factor(aq$Month, levels = 5:9, labels = month.abb[5:9]); table(aq$Month)
aggregate(Temp ~ Month, aq, function(t) round(mean(t), 1)); with(aq, tapply(Wind, Month, mean))
aq$Hot <- aq$Temp > 85; table(aq$Month, aq$Hot); prop.table(table(aq$Hot)); mean(aq$Hot)
head(aq[order(-aq$Temp, aq$Wind), c("Month", "Day", "Temp")], 5)
raw <- data.frame(id = c("001", "002", "003", "003", "004"), income = c("$1,200", "$950", "n/a", "n/a", "$3,400"), sex = c("m", "F", "f", "f", "M "))
raw <- raw[!duplicated(raw), ]; raw
raw$income <- as.numeric(gsub("[$,]", "", raw$income)); raw
raw$sex <- toupper(trimws(raw$sex)); raw$sex <- factor(raw$sex, c("M", "F"), c("male", "female")); raw; str(raw)
summary(raw); cor(airquality[1:4], use = "complete.obs"); cor(airquality$Ozone, airquality$Temp, use = "pairwise.complete.obs")
rowMeans(airquality[1:5, 1:2], na.rm = TRUE); scale(c(1, 2, NA, 4))[, 1]; cumsum(c(1, NA, 2)); sum(c(NA, 1), na.rm = TRUE); max(c(NA, 3)); table(c("a", NA, "b", "a"), useNA = "ifany"); which(is.na(c(1, NA))); is.na(NaN); NA > 1; NA & FALSE; NULL > 1; ifelse(is.na(c(1, NA)), 0, c(1, NA)); na.omit(c(1, NA, 2)); order(c(3, NA, 1)); sort(c(3, NA, 1)); sort(c(3, NA, 1), na.last = TRUE); unique(c(NA, 1, NA)); rank(c(2, NA, 1)); mean(c(NA, NaN), na.rm = TRUE); paste(NA, 1); nchar(NA); var(c(1, NA, 3), na.rm = TRUE); quantile(c(1, NA, 3), na.rm = TRUE); cut(c(1, NA, 5), c(0, 2, 6)); factor(c("a", NA), exclude = NULL); levels(factor(c("a", NA))); NA_integer_; as.integer("7"); as.logical(c("TRUE", "yes", "T", "0")); as.logical(0:2)
z <- (aq$Temp - mean(aq$Temp)) / sd(aq$Temp); which(abs(z) > 2); bp <- boxplot(Ozone ~ Month, airquality, plot = FALSE); bp$stats; bp$n; bp$out
outl <- function(x) { q <- quantile(x, c(.25, .75), na.rm = TRUE); x[!is.na(x) & (x < q[1] - 1.5 * diff(q) | x > q[2] + 1.5 * diff(q))] }; outl(airquality$Ozone); outl(c(1:10, 99))
wide <- reshape(data.frame(id = rep(1:2, each = 2), t = rep(1:2, 2), v = c(5, 6, 7, 8)), idvar = "id", timevar = "t", direction = "wide"); wide
m1 <- data.frame(k = c(1, 2, 3), a = c("x", "y", "z")); m2 <- data.frame(k = c(2, 3, 4), b = c(TRUE, FALSE, TRUE)); merge(m1, m2); merge(m1, m2, all = TRUE); merge(m1, m2, all.x = TRUE); merge(m1, m2, by = NULL)[1:2, ]; m1[!(m1$k %in% m2$k), ]; match(c(2, 9), m1$k); m1$b <- m2$b[match(m1$k, m2$k)]; m1; rbind(m1, data.frame(k = 9, a = "q", b = NA)); cbind(1:2, c("a", "b")); apply(m1, 1, function(r) sum(is.na(r))); sapply(m1, function(c) sum(is.na(c))); Reduce(function(a, b) merge(a, b, by = "k"), list(m1[1:2], m2, data.frame(k = 2:3, c = 1:2)))
aq2 <- transform(aq, TempC = round((Temp - 32) / 1.8, 1)); head(aq2, 3); head(subset(aq2, TempC > 34, c(Month, Day, TempC))); quantile(aq2$TempC, seq(0, 1, .25)); tabulate(c(1, 2, 2, 5)); findInterval(c(1.5, 3), 1:4); rev(table(cut(aq$Temp, seq(50, 100, 10)))); interaction(c("a", "b"), c("x", "y"), sep = "-"); rowsum(aq$Wind, aq$Month); table(aq$Month, cut(aq$Temp, c(0, 75, 85, 120), labels = c("cool", "warm", "hot"))); colnames(aq)[colSums(is.na(aq)) > 0]; head(stack(aq[c("Wind", "Temp")]), 2); sapply(split(aq$Temp, aq$Month), function(t) c(n = length(t), mean = round(mean(t), 2), sd = round(sd(t), 2)))
