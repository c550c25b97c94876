# errors inside various constructs, script stops with error in sapply/lapply anonymous function
data <- list(a = 1:3, b = "text", c = 4:6)
ok <- sapply(data[c("a", "c")], sum)
ok
safe <- lapply(data, function(v) tryCatch(sum(v), error = function(e) NA))
str(safe)
results <- sapply(data, function(v) {
  if (is.character(v)) stop("cannot process character input")
  mean(v)
})
results
