# Closures and a bank account
make_account <- function(owner, balance = 0) {
  history <- character(0)
  log <- function(...) history <<- c(history, sprintf(...))
  list(
    deposit = function(x) {
      stopifnot(is.numeric(x), x > 0)
      balance <<- balance + x
      log("deposit %.2f", x)
      invisible(balance)
    },
    withdraw = function(x) {
      if (x > balance) stop("insufficient funds: ", balance, " < ", x, call. = FALSE)
      balance <<- balance - x
      log("withdraw %.2f", x)
      invisible(balance)
    },
    show = function() {
      cat("Account of", owner, "\n")
      cat("Balance:", format(balance, nsmall = 2, big.mark = ","), "\n")
      for (i in seq_along(history)) cat(formatC(i, width = 3), history[i], "\n")
    }
  )
}
a <- make_account("Dana", 1000)
a$deposit(2500.5)
a$withdraw(300)
a$show()
res <- try(a$withdraw(1e6), silent = TRUE)
class(res)
cat(res)
inherits(res, "try-error")
attr(res, "condition")
tryCatch(a$deposit(-5), error = function(e) cat("Error message:", conditionMessage(e), "\n"))
counter <- function() { i <- 0; function() { i <<- i + 1; i } }
c1 <- counter(); c2 <- counter()
c1(); c1(); c2()
adders <- lapply(1:3, function(i) function(x) x + i)
sapply(adders, function(f) f(10))
compose <- function(...) { fs <- list(...); function(x) Reduce(function(acc, f) f(acc), fs, x) }
compose(sqrt, abs, function(z) z + 1)(16)
memo_fib <- local({
  memo <- c(1, 1)
  function(n) {
    if (n <= length(memo) && !is.na(memo[n])) return(memo[n])
    v <- memo_fib(n - 1) + memo_fib(n - 2)
    memo[n] <<- v
    v
  }
})
memo_fib(50)
format(memo_fib(80), big.mark = ",")
environmentName(globalenv())
exists("nothing_here")
ls(environment(c1))
