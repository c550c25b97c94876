# summary and str of all kinds
df <- data.frame(i = c(1L, 5L, NA, 9L), d = c(0.001, 1000, 2.5, NA), ch = c("a", "b", NA, "d"),
                 f = factor(c("u", "v", "u", NA)), l = c(TRUE, NA, FALSE, TRUE),
                 dt = as.Date(c("2020-01-01", "2020-06-01", NA, "2021-01-01")),
                 o = factor(c("S", "M", "L", "M"), levels = c("S", "M", "L"), ordered = TRUE))
summary(df)
str(df)
df$ts <- as.POSIXct("2020-01-01 12:00:00", tz = "UTC") + c(0, 60, 3600, 86400)
df$cplx <- complex(real = 1:4, imaginary = -1)
df$dur <- df$dt - as.Date("2019-12-31")
str(df)
df
summary(df[c("ts", "dur")])
summary(c(TRUE, FALSE, TRUE)); summary(letters); summary(list(1, "a", 2:5)); summary(NULL)
summary(factor(c("a", "b", "a"))); summary(1:10); summary(c(1.23456, 789.1)); summary(c(NA, 1, 2))
summary(as.Date(c("2020-01-01", "2020-03-01")))
str(1:5); str("a"); str(c(1.5, 2)); str(NULL); str(list(1, "a")); str(TRUE); str(mean(1:3))
str(list(a = 1, b = list(c = "x", d = 1:3), e = function(x) x))
str(letters)
str(matrix(1:6, 2)); str(array(0, c(2, 2, 2))); str(Sys.Date() > as.Date("2020-01-01"))
str(factor(c("x", "y"))); str(as.Date("2020-01-01")); str(1i); str(quote(a + b)); str(y ~ x)
str(seq(0.5, 10, 0.5))
str(list(1, list(2, list(3))), max.level = 1)
str(iris, vec.len = 1)
str(c(a = 1, b = 2))
str(1e10); str(123456789L); str(c(1e-5, 1)); str(100000); str(c(10.5, 1234567.8))
df$lst <- list(1:2, "a", NULL, TRUE)
