structure(list(statistic = c(z = 1.2), p.value = 0.23, method = "My z test", data.name = "x"), class = "htest")
made <- structure(list(statistic = c(z = 1.23456), parameter = c(df = 4), p.value = 1e-20, estimate = c("mean of x" = 3.14159, b = 2), null.value = c(mean = 3), alternative = "greater", conf.int = structure(c(1.11111, 4.5), conf.level = .9), method = "My z test", data.name = "x and y"), class = "htest")
made
print(made, digits = 3)
made$p.value
structure(list(statistic = c(z = 1.2), p.value = .04, null.value = c(mean = 0, sd = 1), alternative = "two.sided", method = "My test", data.name = "x"), class = "htest")
structure(list(method = "Nothing", data.name = "d"), class = "htest")
structure(list(statistic = 1.5, p.value = NA, estimate = c(a = 1L), method = "Without names", data.name = "x"), class = "htest")
