# Weather data: airquality cleaning, imputation, monthly report, correlation
aq <- airquality; str(aq); summary(aq); colSums(is.na(aq)); mean(is.na(aq$Ozone))
aq$Month <- factor(aq$Month, labels = month.abb[5:9]); levels(aq$Month); table(aq$Month)
med <- tapply(aq$Ozone, aq$Month, median, na.rm = TRUE); med
for (m in levels(aq$Month)) { i <- is.na(aq$Ozone) & aq$Month == m; aq$Ozone[i] <- med[m] }; sum(is.na(aq$Ozone)); aq$Solar.R[is.na(aq$Solar.R)] <- mean(aq$Solar.R, na.rm = TRUE); anyNA(aq)
round(cor(aq[, 1:4]), 2); aggregate(cbind(Ozone, Temp) ~ Month, aq, function(x) round(mean(x), 1)); hot <- subset(aq, Temp > 92, c(Month, Day, Temp)); hot; nrow(hot)
fit <- lm(Ozone ~ Temp + Wind, aq); round(coef(summary(fit)), 3); aq$Temp_c <- round((aq$Temp - 32) * 5 / 9, 1); head(aq$Temp_c); cut(aq$Temp_c, quantile(aq$Temp_c), include.lowest = TRUE)[1:3]; quantile(aq$Temp_c)
wide <- reshape(aq[aq$Day <= 2, c("Month", "Day", "Temp")], idvar = "Month", timevar = "Day", direction = "wide"); wide; apply(wide[, -1], 1, diff); t.test(Ozone ~ Month, data = droplevels(subset(aq, Month %in% c("May", "Aug"))))$p.value < .001; boxplot(Ozone ~ Month, aq); by(aq$Temp, aq$Month, mean); sapply(split(aq$Wind, aq$Month), range); rowMeans(aq[1:3, 1:4]); with(aq, tapply(Temp, Month, which.max)); which(aq$Temp == max(aq$Temp)); aq[which.max(aq$Ozone), ]; order(aq$Temp)[1:3]; diff(aq$Temp[1:5]); cummax(aq$Temp[1:8]); rev(sort(aq$Wind))[1:3]; scale(aq$Wind)[1:2]; tail(aq, 2); dim(na.omit(airquality)); mapply(function(x, n) paste(n, class(x)), aq, names(aq)); stem(aq$Temp)
