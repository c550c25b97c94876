compute <- function(n) {
  res <- tryCatch({
    if (n %% 2 == 0) warning("even number") else if (n > 4) stop("too big") else n
  },
  warning = function(w) { message("W: ", conditionMessage(w)); -1 },
  error = function(e) { message("E: ", conditionMessage(e)); -2 },
  finally = { message("done with ", n) })
  res
}
sapply(1:6, compute)
as.integer("12abc")
x <- c(1, 2, "a")
mean(x)
total <- 0
for (v in x) total <- total + as.numeric(v)
total
result <- log(-1:1)
result
undefined_function_call(5)
