# Exercise set 1: vectors and functions
temps <- c(Mon = 18.5, Tue = 21.2, Wed = 19.8, Thu = 24.1, Fri = 22.6)
print(temps)
cat("Mean temperature:", mean(temps), "\n")
cat("Warmest day:", names(temps)[which.max(temps)], "\n")
to_f <- function(celsius, digits = 1) {
  if (!is.numeric(celsius)) stop("celsius must be numeric")
  round(celsius * 9 / 5 + 32, digits)
}
to_f(temps)
to_f(temps, digits = 0)
result <- tryCatch(to_f("hot"), error = function(e) {
  message("Caught: ", conditionMessage(e))
  NA
})
result
bmi_class <- function(bmi) {
  cut(bmi, breaks = c(0, 18.5, 25, 30, Inf),
      labels = c("under", "normal", "over", "obese"), right = FALSE)
}
b <- c(17, 22.4, 25, 31.2, 29.9)
bmi_class(b)
table(bmi_class(b))
str(bmi_class(b))
summary(temps)
quantile(temps, c(.1, .9))
x <- 1:20
x[x %% 2 == 0 & x > 10]
rev(x)[1:5]
any(x > 19); all(x > 0)
fizz <- sapply(x, function(i) if (i %% 15 == 0) "FizzBuzz" else if (i %% 3 == 0) "Fizz" else if (i %% 5 == 0) "Buzz" else as.character(i))
fizz
print(fizz, quote = FALSE)
noquote(head(fizz, 6))
seq(0, 1, length.out = 7)
round(sqrt(2) * 1:5, 3)
identical(c(a = 1), c(a = 1))
outer(1:4, 1:5)
