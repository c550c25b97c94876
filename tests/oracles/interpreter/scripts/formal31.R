# Active functions as fields, defaults, show of lists in fields, usage in sapply
Temp <- setRefClass("Temp", fields = list(celsius = "numeric",
  fahrenheit = function(v) {
    if (missing(v)) celsius * 9 / 5 + 32
    else celsius <<- (v - 32) * 5 / 9
  }))
t1 <- Temp$new(celsius = 100)
t1$fahrenheit
t1$fahrenheit <- 32
t1$celsius
Cfg <- setRefClass("Cfg", fields = list(opts = "list", on = "logical", f = "function", m = "matrix"))
x <- Cfg$new(opts = list(a = 1, b = "z"), on = TRUE, f = function(x) x^2, m = diag(2))
x
x$opts$a <- 99
x$opts$a
x$opts[["c"]] <- 1:3
names(x$opts)
x$m[1, 2] <- 7
x$m
x$f(4)
y <- Cfg$new()
y$on
y$opts
length(y$opts)
is.function(x$f)
