# Reference class: a bank account
Account <- setRefClass("Account",
  fields = list(owner = "character", balance = "numeric"),
  methods = list(
    deposit = function(x) {
      "Put money in"
      balance <<- balance + x
      invisible(.self)
    },
    withdraw = function(x) {
      if (x > balance) stop("insufficient funds")
      balance <<- balance - x
      invisible(.self)
    },
    show = function() {
      cat("Account of", owner, "with", balance, "\n")
    }
  ))
a <- Account$new(owner = "Ann", balance = 100)
a$deposit(50)
a$balance
a
b <- a
b$withdraw(30)
a$balance
c2 <- a$copy()
c2$deposit(1000)
a$balance
c2$balance
a$deposit(10)$deposit(20)$withdraw(5)
a
print(a)
tryCatch(a$withdraw(1e6), error = function(e) cat("Error:", conditionMessage(e), "\n"))
a$owner <- "Zed"
a
class(a)
is(a, "Account")
tryCatch(a$balance <- "much", error = function(e) cat("Error:", conditionMessage(e), "\n"))
identical(a, b)
