smokers <- c(83, 90, 129, 70)
patients <- c(86, 93, 136, 82)
prop.trend.test(smokers, patients)
prop.trend.test(smokers, patients, c(0, 0, 0, 1))
names(prop.trend.test(smokers, patients))
prop.trend.test(c(15, 10, 5), c(30, 30, 30), score = c(0.5, 1, 2))$statistic
